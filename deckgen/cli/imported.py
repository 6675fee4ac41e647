"""What `deckgen import` tells: what was understood, what is uncertain, which faults the speech has, what to do next."""

from __future__ import annotations

import re
import shlex
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from deckgen.cli.language import language, say
from deckgen.diagnostics import NOWHERE, Finding, Findings, Span, listed, sorted_findings
from deckgen.speech.draft import Draft, DraftSlide
from deckgen.speech.emit.comments import entry_doubts
from deckgen.speech.emit.files import Emitted
from deckgen.speech.source import Speech
from deckgen.speech.understand import Understood
from deckgen.speech.words.texts import ShownSlide

MOST_SHOWN = 60
READING = (
    "speech/table",
    "speech/left-out",
    "speech/furniture",
    "speech/annex",
)  # what the reader tells about the file, not a fault of the speech
# What a slide holds, by its kind: so many of something; where it holds none of them, or is no list, its name alone.
COUNTED = {
    "section": "cli/points",
    "points": "cli/points",
    "principles": "cli/principles",
    "problems": "cli/problems",
    "pairs": "cli/pairs",
    "timeline": "cli/milestones",
}
NAMED = {
    "section": "cli/point",
    "points": "cli/point",
    "statement": "cli/statement",
    "objectives": "cli/targets",
    "chart": "cli/chart",
    "compare": "cli/comparison",
    "figures": "cli/dashboard",
}


class Imported(Struct, frozen=True):
    """What a report tells of."""

    understood: Understood
    draft: Draft
    emitted: Emitted

    @property
    def speech(self) -> Speech:
        return self.understood.speech


def report(told: Imported, outline: str, findings: Findings, review: str = "") -> str:
    """Title, parts, slides; choices to look at; faults of the speech; the sum of it; where the outline is and how to build it."""
    lines = [
        heading(told),
        *contents(told),
        *listing("cli/please-check", [place.line for place in uncertain(told)]),
        *listing("cli/reading", rendered_of(findings, of_reading=True)),
        *listing("cli/possible-faults", rendered_of(findings, of_reading=False)),
        *summary(told),
        next_step(told.emitted, outline, review),
    ]
    return "\n".join(lines)


def as_entry(told: Imported, paths: list[str], findings: list[Finding]) -> dict[str, object]:
    """The same for programs: which files were written, what they hold, what is to be checked."""
    from deckgen.messages.plain import plain

    entries = told.understood.ledger.entries
    doubts = [
        {
            "file": one.span.path,
            "line": one.span.line,
            "column": one.span.column,
            "under": one.head,
            "words": one.words,
            "message": one.said,
        }
        for one in uncertain(told)
    ]
    return {
        "title": told.draft.title,
        "files": paths,
        "parts": list(parts_of(told)),
        "figures": {"count": len(entries), "doubtful": sum(bool(entry_doubts(entry)) for entry in entries), "cards": len(cards_in(told))},
        "to_check": doubts,
        "findings": [plain(finding, language()) for finding in findings],
    }


def parts_of(told: Imported) -> Iterator[dict[str, object]]:
    """Each part with its slides, their pages as in the deck, their lines as in the speech."""
    page = 1  # the cover
    for part in told.draft.parts:
        page += part.agenda or len(told.draft.parts) > 1
        slides = []
        for slide in part.slides:
            page += 1
            line = told.speech.paragraphs[slide.at[0]].line
            slides.append({"slide": page, "kind": slide.kind, "title": slide.title, "items": len(slide.items), "line": line})
        yield {"title": part.title, "claim": part.claim, "slides": slides}


def heading(told: Imported) -> str:
    draft, entries = told.draft, told.understood.ledger.entries
    several = len(draft.parts) > 1  # then a part without an overview begins with a divider
    slides = 1 + sum((part.agenda or several) + len(part.slides) for part in draft.parts) + (draft.closing is not None)
    unknown = sum(not entry.known or (entry.change is not None and not entry.change.known) for entry in entries)
    points = sum(len(slide.items) for slide in draft.slides() if slide.kind in ("section", "points"))
    return say(
        "cli/imported", title=draft.title, parts=len(draft.parts), slides=slides, points=points, figures=len(entries), unknown=unknown
    )


def contents(told: Imported) -> Iterator[str]:
    """A line a part and a line a slide, each with its page in the deck and its line in the speech."""
    page, number = 1, 0  # the cover is page 1
    for part in told.draft.parts:
        claim = f"“{part.claim}”" if part.claim else ""
        yield f"{part.title}{claim}  {line_of(told, part.slides[0] if part.slides else None)}".rstrip()
        page += part.agenda or len(told.draft.parts) > 1
        for slide in part.slides:
            page += 1
            yield f"  {page:>2} {slide_line(slide, told.emitted.shown[number])}  {line_of(told, slide)}"
            number += 1


def slide_line(slide: DraftSlide, shown: ShownSlide) -> str:
    named = NAMED.get(slide.kind)
    content = say(COUNTED[slide.kind], count=len(slide.items)) if named is None or (slide.items and slide.kind in COUNTED) else say(named)
    content = say("cli/with-cards", content=content, count=len(shown.cards)) if shown.cards else content
    motto = f"｜{slide.motto}" if slide.motto else ""
    return f"{slide.title}{motto}  {content}"


def line_of(told: Imported, slide: DraftSlide | None) -> str:
    line = told.speech.paragraphs[slide.at[0]].line if slide else 0
    return say("cli/line", line=line) if line else ""


class Place(Struct, frozen=True):
    """A choice that a person should look at; `harm`: 0 what the hall would see, 1 how it is arranged, 2 what only the ledger holds."""

    harm: int
    at: tuple[int, int]
    said: str
    head: str = ""  # what it stands under
    words: str = ""  # around it: lines of Word are counted by nobody
    span: Span = NOWHERE

    @property
    def line(self) -> str:
        """As a person reads it."""
        span = self.span
        if not span.path:
            return self.said
        return say("cli/place", span=f"{span.path}:{span.line}:{span.column}", head=self.head, words=self.words, said=self.said)


def uncertain(told: Imported) -> list[Place]:
    """Choices that a person should look at, those first that would do most harm."""
    draft = told.draft
    places = [place_of(told, 1, part.at, part.title, say(doubt)) for part in draft.parts for doubt in part.doubts]
    places += [place_of(told, 1, slide.at, slide.title, say(doubt)) for slide in draft.slides() for doubt in slide.doubts]
    heads = sorted((slide.at, slide.title) for slide in draft.slides())
    cards = cards_in(told)
    for entry in told.understood.ledger.entries:
        at = (entry.quantity.paragraph, entry.quantity.start)
        head = heads[max(0, bisect_right(heads, (at, LAST)) - 1)][1] if heads else ""
        for doubt in entry_doubts(entry):
            shown = entry.name in cards
            said = say("cli/doubt-of-card" if shown else "cli/doubt-of-figure", label=entry.label, doubt=doubt)
            places.append(place_of(told, 0 if shown else 2, at, head, said))
    places += [Place(1, (0, 0), say(doubt)) for doubt in draft.doubts]
    return sorted(places, key=lambda place: (place.harm, place.at))


LAST = "\uffff"  # behind every title
AROUND, BEFORE = 14, 24  # characters of the speech that are told with a place


def place_of(told: Imported, harm: int, at: tuple[int, int], head: str, said: str) -> Place:
    """The place with the heading it stands under and the words around it."""
    span = told.speech.span(*at)
    text = told.speech.paragraphs[at[0]].text
    before = re.split("[。；：！？]|(?<=.{4})，", text[max(0, at[1] - BEFORE) : at[1]])[-1]
    words = before + text[at[1] : at[1] + AROUND]
    return Place(harm, at, said, head, words, span)


def cards_in(told: Imported) -> frozenset[str]:
    """The names of the figures that stand on slides by themselves."""
    return frozenset(name for shown in told.emitted.shown.values() for name in shown.cards)


def summary(told: Imported) -> list[str]:
    """How much there is of what: parts, slides by kind, figures by how certain they are."""
    draft, entries, cards = told.draft, told.understood.ledger.entries, cards_in(told)
    kinds = Counter(slide.kind for slide in draft.slides())
    doubtful = [entry for entry in entries if entry_doubts(entry)]
    slides = 1 + sum(part.agenda + len(part.slides) for part in draft.parts) + (draft.closing is not None)
    named = listed([f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))])
    shown = sum(entry.name in cards for entry in doubtful)
    return [
        say("cli/sum-slides", parts=len(draft.parts), slides=slides, kinds=named),
        say(
            "cli/sum-figures",
            figures=len(entries),
            certain=len(entries) - len(doubtful),
            doubtful=len(doubtful),
            cards=len(cards),
            shown=shown,
        ),
    ]


def rendered_of(findings: Findings, of_reading: bool) -> list[str]:
    """The findings about reading the file, or those about what stands in it, a line each in the order of the speech."""
    from deckgen.messages import rendered

    chosen = [finding for finding in sorted_findings(findings.all) if (finding.rule in READING) == of_reading]
    return [rendered(finding, language()).split("\n")[0] for finding in chosen]


def listing(head: str, lines: list[str]) -> list[str]:
    return [say("cli/listing", head=say(head), count=len(lines)), *shortened(lines)] if lines else []


def next_step(emitted: Emitted, outline: str, review: str) -> str:
    files = [name for name in (outline, "figures.yaml" if emitted.figures else "", review) if name]
    command = f"deckgen build {shlex.quote(outline) if ' ' in outline else outline}"
    return say("cli/wrote", files=listed(files), command=command)


def shortened(lines: list[str]) -> list[str]:
    if len(lines) <= MOST_SHOWN:
        return lines
    return [*lines[:MOST_SHOWN], say("cli/more-places", count=len(lines) - MOST_SHOWN)]
