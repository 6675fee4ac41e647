"""`overflow: continue`: what does not fit one slide goes on to a （续） slide, split between points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs

from deckgen import scene
from deckgen.blocks.page import DeckSetup, Position
from deckgen.diagnostics import Findings
from deckgen.kinds.registry import kind_of
from deckgen.outline import NO_TEXT, Outline, Part, Run, Slide, Text

LayOut = Callable[[Slide, DeckSetup, Position], scene.PlacedSlide]

TOO_MUCH = frozenset({"layout/overflow", "layout/crowded", "layout/figure-too-wide", "layout/table-rows"})


def continued(report: Outline, deck: DeckSetup, lay_out: LayOut) -> Outline:
    """The outline with every slide that does not fit split into as many as it needs."""
    return structs.replace(report, parts=tuple(split_part(part, deck, lay_out) for part in report.parts))


def split_part(part: Part, deck: DeckSetup, lay_out: LayOut) -> Part:
    slides = tuple(piece for slide in part.slides for piece in split(slide, deck, lay_out))
    return structs.replace(part, slides=slides)


def split(slide: Slide, deck: DeckSetup, lay_out: LayOut) -> list[Slide]:
    """The slide, or its pieces: the fewest of even length that all fit; one that cannot be split stays, and is reported."""
    name = next((name for name in kind_of(slide).divides if getattr(slide, name)), "")
    if fits(slide, deck, lay_out) or not name:
        return [slide]
    entries: Sequence[Any] = getattr(slide, name)
    for count in range(2, len(entries) + 1):
        starts = [len(entries) * number // count for number in range(count + 1)]
        pieces = [piece(slide, name, starts[number : number + 2], number, deck) for number in range(count)]
        if all(fits(one, deck, lay_out) for one in pieces):
            return pieces
    return [slide]


def piece(slide: Slide, name: str, cut: list[int], number: int, deck: DeckSetup) -> Slide:
    """One piece: the first keeps notes, claim and other lists, the others say （续）."""
    changes: dict[str, Any] = {name: getattr(slide, name)[cut[0] : cut[1]], "before": cut[0]}
    if number:
        title = Text((*slide.title.runs, Run(deck.language.continued(number))), slide.title.source)
        changes |= {"title": title, "notes": NO_TEXT, "claim": None, "continued": True}
        changes |= {other: () for other in kind_of(slide).lists if other != name}
    return structs.replace(slide, **changes)


def fits(slide: Slide, deck: DeckSetup, lay_out: LayOut) -> bool:
    """Whether the slide can be laid out; carried out beside the deck, so that nothing is noted."""
    findings = Findings()
    lay_out(slide, structs.replace(deck, findings=findings), Position(1, 1))
    return not any(finding.rule in TOO_MUCH for finding in findings.all)
