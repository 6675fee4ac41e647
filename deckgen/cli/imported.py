"""What `deckgen import` tells: what was understood, what is uncertain, which faults the speech has, what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from msgspec import Struct

from deckgen.cli.language import language
from deckgen.cli.language import say_both as say
from deckgen.diagnostics import Findings, Words, sorted_findings
from deckgen.speech.draft import Draft, DraftSlide
from deckgen.speech.emit.comments import entry_doubts
from deckgen.speech.emit.files import Emitted
from deckgen.speech.source import Speech
from deckgen.speech.understand import Understood
from deckgen.speech.words.texts import ShownSlide

MOST_SHOWN = 60
READING = ("speech/table", "speech/left-out")  # what the reader tells about the file, not a fault of the speech
KIND_WORDS = {
    "section": Words("要点", "point"),
    "points": Words("要点", "point"),
    "statement": Words("论断", "statement"),
    "objectives": Words("目标", "target"),
    "principles": Words("原则", "principle"),
    "problems": Words("问题", "problem"),
    "pairs": Words("对子", "pair"),
}


class Imported(Struct, frozen=True):
    """What a report tells of."""

    understood: Understood
    draft: Draft
    emitted: Emitted

    @property
    def speech(self) -> Speech:
        return self.understood.speech


def report(told: Imported, outline: str, findings: Findings) -> str:
    """Title, parts, slides; choices to look at; faults of the speech; where the outline is and how to build it."""
    lines = [
        heading(told),
        *contents(told),
        *listing(Words("请核对", "Please check"), uncertain(told)),
        *listing(Words("读取时", "Reading"), rendered_of(findings, of_reading=True)),
        *listing(Words("原文可能有误", "Possible faults of the speech"), rendered_of(findings, of_reading=False)),
        next_step(told.emitted, outline),
    ]
    return "\n".join(lines)


def heading(told: Imported) -> str:
    draft, entries = told.draft, told.understood.ledger.entries
    slides = 1 + sum(part.agenda + len(part.slides) for part in draft.parts) + (draft.closing is not None)
    unknown = sum(not entry.known or (entry.change is not None and not entry.change.known) for entry in entries)
    points = sum(len(slide.items) for slide in draft.slides() if slide.kind in ("section", "points"))
    counts = (plural(len(draft.parts), "part"), plural(slides, "slide"), plural(points, "point"), plural(len(entries), "figure"))
    return say(
        f"“{draft.title}”：{len(draft.parts)} 个部分，{slides} 页，要点 {points} 个，指标 {len(entries)} 个（待填 {unknown} 个）",
        f"“{draft.title}”: {', '.join(counts)} ({unknown} unknown)",
    )


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def contents(told: Imported) -> Iterator[str]:
    """A line a part and a line a slide, each with its page in the deck and its line in the speech."""
    page, number = 1, 0  # the cover is page 1
    for part in told.draft.parts:
        claim = f"“{part.claim}”" if part.claim else ""
        yield f"{part.title}{claim}  {line_of(told, part.slides[0] if part.slides else None)}".rstrip()
        page += part.agenda
        for slide in part.slides:
            page += 1
            yield f"  {page:>2} {slide_line(slide, told.emitted.shown[number])}  {line_of(told, slide)}"
            number += 1


def slide_line(slide: DraftSlide, shown: ShownSlide) -> str:
    word = KIND_WORDS[slide.kind]
    count = len(slide.items) if slide.kind not in ("statement", "objectives") else 0
    said = say(f"{word.zh} {count}", plural(count, word.en)) if count else say(word.zh, word.en + "s" * (slide.kind == "objectives"))
    cards = say(f"，指标 {len(shown.cards)}", f", {plural(len(shown.cards), 'figure')}") if shown.cards else ""
    motto = f"｜{slide.motto}" if slide.motto else ""
    return f"{slide.title}{motto}  {said}{cards}"


def line_of(told: Imported, slide: DraftSlide | None) -> str:
    line = told.speech.paragraphs[slide.at[0]].line if slide else 0
    return say(f"第 {line} 行", f"line {line}") if line else ""


def uncertain(told: Imported) -> list[str]:
    """Choices that a person should look at, with their lines."""
    speech, draft = told.speech, told.draft
    doubts = [(speech.span(*part.at), words) for part in draft.parts for words in part.doubts]
    doubts += [(speech.span(*slide.at), words) for slide in draft.slides() for words in slide.doubts]
    for entry in told.understood.ledger.entries:
        span = speech.span(entry.quantity.paragraph, entry.quantity.start)
        doubts += [(span, Words(f"指标“{entry.label}”：{w.zh}", f"figure “{entry.label}”: {w.en}")) for w in entry_doubts(entry)]
    lines = [f"{span.path}:{span.line}:{span.column}: {say(words.zh, words.en)}" for span, words in doubts]
    return lines + [say(words.zh, words.en) for words in draft.doubts]


def rendered_of(findings: Findings, of_reading: bool) -> list[str]:
    """The findings about reading the file, or those about what stands in it, a line each in the order of the speech."""
    from deckgen.messages import rendered

    chosen = [finding for finding in sorted_findings(findings.all) if (finding.rule in READING) == of_reading]
    return [rendered(finding, language()).split("\n")[0] for finding in chosen]


def listing(head: Words, lines: list[str]) -> list[str]:
    return [say(f"{head.zh}（{len(lines)} 处）：", f"{head.en} ({len(lines)}):"), *shortened(lines)] if lines else []


def next_step(emitted: Emitted, outline: str) -> str:
    ledger = say("、figures.yaml", ", figures.yaml") if emitted.figures else ""
    command = f"deckgen build {shlex.quote(outline) if ' ' in outline else outline}"
    return say(f"已写 {outline}{ledger}。下一步：{command}", f"Wrote {outline}{ledger}. Next: {command}")


def shortened(lines: list[str]) -> list[str]:
    if len(lines) <= MOST_SHOWN:
        return lines
    return [*lines[:MOST_SHOWN], say(f"……还有 {len(lines) - MOST_SHOWN} 处", f"… and {len(lines) - MOST_SHOWN} more")]
