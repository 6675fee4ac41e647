"""A draft made to fit: what is too full is said more briefly, then parted over two slides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import count

from msgspec import Struct, structs

from deckgen.diagnostics import term
from deckgen.speech.draft import Draft, DraftItem, DraftPart, DraftSlide
from deckgen.speech.emit.files import Emitted
from deckgen.speech.slides.chunks import continued_title, place_of
from deckgen.speech.slides.unique import with_titles
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import phrase
from deckgen.speech.words.texts import TIGHTEST, tightened

ROUNDS = 16
SPLIT_AT = 2  # so tight a slide with many entries is parted instead
LONGEST_TITLE = 24
ENDLESS = 200  # characters of a title
SHORTEST, FEWEST = 12, 3  # characters and entries that fit in any theme
DID_NOT_FIT = term("speech/did-not-fit")


class Misfit(Struct, frozen=True):
    """Something that does not fit: a line of the outline, or a figure of the ledger."""

    line: int = 0
    what: str = ""  # title, text, …
    figure: str = ""


Compile = Callable[[Emitted], list[Misfit]]
Emit = Callable[[Draft], Emitted]


def fitted(speech: Speech, draft: Draft, emit: Emit, compiled: Compile) -> tuple[Draft, Emitted, bool]:
    """The draft once nothing overflows, its files, and whether that was reached."""
    draft = without_endless_titles(draft)
    for _ in range(ROUNDS):
        emitted = emit(draft)
        faults = compiled(emitted)
        if not faults:
            return draft, emitted, True
        before, draft = draft, eased(speech, draft, emitted, faults)
        if draft == before:
            break  # nothing is left to say more briefly
    draft = structs.replace(draft, continues=True)
    emitted = emit(draft)
    faults = compiled(emitted)
    return at_last(speech, draft, emit, compiled) if faults else (draft, emitted, True)


def at_last(speech: Speech, draft: Draft, emit: Emit, compiled: Compile) -> tuple[Draft, Emitted, bool]:
    """What always fits: the slides that are still too full as plain as can be, then all of them, then one for the whole speech."""
    emitted = emit(draft)
    for last in (plainer, all_plain, one_slide):
        draft = with_titles(last(speech, draft, emitted, compiled(emitted)))
        emitted = emit(draft)
        if not compiled(emitted):
            return draft, emitted, True
    return draft, emitted, False


def plainer(speech: Speech, draft: Draft, emitted: Emitted, faults: Iterable[Misfit]) -> Draft:
    """The slides that a fault names with a short title and the first words of their entries; cover and overviews bare."""
    lines = {fault.line for fault in faults}
    full = {n for n, (first, last) in emitted.lines.items() if any(first <= line <= last for line in lines)}
    numbers = count()
    parts = []
    for part in draft.parts:
        slides = tuple(plain(speech, slide) if next(numbers) in full else slide for slide in part.slides)
        parts.append(structs.replace(part, slides=slides))
    return bare_head(structs.replace(draft, parts=tuple(parts)))


def all_plain(speech: Speech, draft: Draft, emitted: Emitted, faults: Iterable[Misfit]) -> Draft:
    parts = (
        structs.replace(part, title=part.title[:SHORTEST], slides=tuple(plain(speech, slide) for slide in part.slides))
        for part in draft.parts
    )
    return bare_head(structs.replace(draft, parts=tuple(parts)))


def one_slide(speech: Speech, draft: Draft, emitted: Emitted, faults: Iterable[Misfit]) -> Draft:
    """The whole speech in the notes of one slide."""
    part = draft.parts[0]
    slide = structs.replace(plain(speech, part.slides[0]), at=min(part.at, part.slides[0].at))
    part = structs.replace(part, title=part.title[:SHORTEST], slides=(structs.replace(slide, items=slide.items[:1]),))
    return bare_head(structs.replace(draft, parts=(part,), closing=None))


def plain(speech: Speech, slide: DraftSlide) -> DraftSlide:
    """The slide as points without figures, each the first words of what it says."""
    heads = [item.head for item in slide.items] or [*slide.aims, *(part for part in slide.text.parts if isinstance(part, Piece))]
    heads = heads or [Piece(*slide.at, min(slide.at[1] + SHORTEST, len(speech.paragraphs[slide.at[0]].text)))]
    short_heads = (Piece(head.paragraph, head.start, min(head.end, head.start + SHORTEST)) for head in heads[:FEWEST])
    items = tuple(DraftItem(head, (), phrase(head)) for head in short_heads)
    return DraftSlide(
        kind="points", title=slide.title[:SHORTEST], at=slide.at, items=items, tightness=TIGHTEST, doubts=(*slide.doubts, DID_NOT_FIT)
    )


def bare_head(draft: Draft) -> Draft:
    """Cover, overviews and closing with nothing but a short title."""
    front = structs.replace(draft.front, kicker="", subtitle="", presenter="", organization="")
    closing = draft.closing and structs.replace(draft.closing, title=draft.closing.title[:SHORTEST], text="")
    parts = tuple(structs.replace(without_agenda(part), title=part.title[:LONGEST_TITLE]) for part in draft.parts)
    return structs.replace(draft, front=front, title=draft.title[:LONGEST_TITLE], closing=closing, parts=parts)


def without_agenda(part: DraftPart) -> DraftPart:
    first = structs.replace(part.slides[0], at=min(part.at, part.slides[0].at))
    return structs.replace(part, agenda=False, claim="", slides=(first, *part.slides[1:]))


def without_endless_titles(draft: Draft) -> Draft:
    """Titles that no slide could ever hold cut short at once: to lay them out takes long."""
    parts = []
    for part in draft.parts:
        slides = tuple(structs.replace(slide, title=bearable(slide.title)) for slide in part.slides)
        parts.append(structs.replace(part, title=bearable(part.title), slides=slides))
    return with_titles(structs.replace(draft, title=bearable(draft.title), parts=tuple(parts)))


def bearable(title: str) -> str:
    return short(title) if len(title) > ENDLESS else title


def eased(speech: Speech, draft: Draft, emitted: Emitted, faults: Iterable[Misfit]) -> Draft:
    """Every slide that a fault names one step tighter; cover, overviews and closing without what does not fit them."""
    full: dict[int, set[str]] = {}
    outside: list[Misfit] = []
    firsts = [first for first, _ in emitted.lines.values()]
    shown_on: dict[str, list[int]] = {}
    for number, shown in emitted.shown.items():
        for name in shown.cards:
            shown_on.setdefault(name, []).append(number)
    for fault in faults:
        at = bisect_right(firsts, fault.line) - 1
        owners = [at] if at >= 0 and fault.line <= emitted.lines[at][1] else []
        owners = owners + shown_on.get(fault.figure, [])
        for number in owners:
            full.setdefault(number, set()).add(fault.what)
        if not owners:
            outside.append(fault)
    # What the lines of `emitted` belong to is known for this draft only, before a slide of it is parted.
    # Titles cut short and slides parted may then be called alike.
    return with_titles(tighter(speech, without(draft, emitted, outside), full))


def tighter(speech: Speech, draft: Draft, full: dict[int, set[str]]) -> Draft:
    number = 0
    parts = []
    for part in draft.parts:
        slides: list[DraftSlide] = []
        for slide in part.slides:
            slides.extend(shorter(speech, slide, full[number]) if number in full else [slide])
            number += 1
        parts.append(recounted(part, slides))
    return structs.replace(draft, parts=tuple(parts))


def recounted(part: DraftPart, slides: list[DraftSlide]) -> DraftPart:
    """The part with these slides; a claim that counts slides, not sections, falls when one of them was parted."""
    counts_slides = not any(slide.kind == "section" for slide in slides)
    claim = "" if counts_slides and len(slides) != len(part.slides) else part.claim
    return structs.replace(part, slides=tuple(slides), claim=claim)


def shorter(speech: Speech, slide: DraftSlide, what: set[str]) -> list[DraftSlide]:
    """The slide with less on it, or two of it."""
    shorter_head = {"title": short(slide.title), "motto": "", "claim": ""}
    slide = structs.replace(slide, **{name: shorter_head[name] for name in sorted(what & set(shorter_head))})
    if "numeral" in what:  # 二十三 stands in no mark
        slide = structs.replace(slide, kind="points", motto="")
    if what <= {*shorter_head, "numeral"}:
        return [slide]
    if slide.tightness >= SPLIT_AT and len(slide.items) >= 4 and slide.kind != "pairs" and not slide.claim:
        return halves(speech, slide)
    tighter_slide = tightened(slide)
    if tighter_slide is None:
        return halves(speech, slide) if len(slide.items) >= 2 and not slide.claim else [slide]
    return [tighter_slide]


def short(title: str) -> str:
    """The title up to a mark that leaves it short enough, else its first words."""
    for match in reversed(list(re.finditer(r"[，,：:；;　]|——", title))):
        if 4 <= match.start() <= LONGEST_TITLE:
            return title[: match.start()]
    if title.isascii():
        return title[: title.rfind(" ", 0, 60)] if " " in title[:60] else title[:60]
    return title[:LONGEST_TITLE].rstrip("的了和与及、，“（《")


def halves(speech: Speech, slide: DraftSlide) -> list[DraftSlide]:
    """Two slides with half of the entries each; the second is one of points."""
    middle = (len(slide.items) + 1) // 2
    at = place_of(speech, slide.items[middle])
    if at <= slide.at:
        return [slide]
    kind = "points" if slide.kind == "section" else slide.kind
    first = structs.replace(slide, items=slide.items[:middle], tightness=0)
    title = continued_title(re.sub("（[一二三四五六七八九十]）$", "", slide.title), 1)
    return [first, structs.replace(first, kind=kind, motto="", items=slide.items[middle:], at=at, title=title, doubts=())]


def without(draft: Draft, emitted: Emitted, faults: list[Misfit]) -> Draft:
    """What does not fit cover, overview or closing is left out there; the notes have it anyway."""
    first_part = emitted.outline.split("\nparts:")[0].count("\n") + 2
    last = max((last for _, last in emitted.lines.values()), default=first_part)
    for fault in faults:
        if fault.line and fault.line < first_part:
            draft = without_on_cover(draft, fault.what)
        elif fault.line > last and draft.closing:
            closing = draft.closing
            changed = (
                {"text": ""}
                if fault.what == "text"
                else {"title": short(closing.title) if short(closing.title) != closing.title else closing.title[:12]}
            )
            draft = structs.replace(draft, closing=structs.replace(closing, **changed))
        else:
            draft = without_overview(draft, emitted, fault.line)
    return draft


def without_on_cover(draft: Draft, what: str) -> Draft:
    if what == "title":
        return structs.replace(draft, title=short(draft.title) if short(draft.title) != draft.title else draft.title[:LONGEST_TITLE])
    fields = ("presenter", "organization") if what in ("foot", "organization", "presenter", "date") else (what,)
    known = {name: "" for name in fields if name in ("kicker", "subtitle", "presenter", "organization")}
    return structs.replace(draft, front=structs.replace(draft.front, **known))


def without_overview(draft: Draft, emitted: Emitted, line: int) -> Draft:
    """The part whose head stands at `line` without its overview."""
    number = 0
    parts = []
    for part in draft.parts:
        begin = emitted.lines[number][0] if part.slides else 0
        before = emitted.lines[number - 1][1] if number else 0
        number += len(part.slides)
        if before < line < begin and (part.agenda or part.claim):
            part = without_agenda(part)
        parts.append(part)
    return structs.replace(draft, parts=tuple(parts))
