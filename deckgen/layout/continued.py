"""`overflow: continue`: what does not fit one slide goes on to a （续） slide, split between points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs

from deckgen import scene
from deckgen.diagnostics import Findings
from deckgen.kinds.registry import kind_of
from deckgen.layout.page import Deck, Place
from deckgen.layout.typeset import Typesetter
from deckgen.outline import NO_TEXT, Outline, Part, Run, Slide, Text

LayOut = Callable[[Slide, Deck, Place], scene.Slide]

TOO_MUCH = frozenset({"layout/overflow", "layout/crowded", "layout/figure-too-wide"})


def continued(found: Outline, deck: Deck, lay_out: LayOut) -> Outline:
    """The outline with every slide that does not fit split into as many as it needs."""
    return structs.replace(found, parts=tuple(split_part(part, deck, lay_out) for part in found.parts))


def split_part(part: Part, deck: Deck, lay_out: LayOut) -> Part:
    slides = tuple(piece for slide in part.slides for piece in split(slide, deck, lay_out))
    return structs.replace(part, slides=slides)


def split(slide: Slide, deck: Deck, lay_out: LayOut) -> list[Slide]:
    """The slide, or its pieces: the fewest of even length that all fit; one that cannot be split stays, and is reported."""
    name = next((name for name in kind_of(slide).divides if getattr(slide, name)), "")
    if fits(slide, deck, lay_out) or not name:
        return [slide]
    entries: Sequence[Any] = getattr(slide, name)
    for count in range(2, len(entries) + 1):
        starts = [len(entries) * number // count for number in range(count + 1)]
        pieces = [piece(slide, name, starts[number : number + 2], number) for number in range(count)]
        if all(fits(one, deck, lay_out) for one in pieces):
            return pieces
    return [slide]


def piece(slide: Slide, name: str, cut: list[int], number: int) -> Slide:
    """One piece: the first keeps notes, claim and other lists, the others say （续）."""
    changes: dict[str, Any] = {name: getattr(slide, name)[cut[0] : cut[1]], "before": cut[0]}
    if number:
        words = "（续）" if number == 1 else f"（续{number}）"
        changes |= {"title": Text((*slide.title.runs, Run(words)), slide.title.source), "notes": NO_TEXT, "claim": None, "continued": True}
        changes |= {other: () for other in kind_of(slide).lists if other != name}
    return structs.replace(slide, **changes)


def fits(slide: Slide, deck: Deck, lay_out: LayOut) -> bool:
    """Whether the slide can be laid out; carried out beside the deck, so that nothing is noted."""
    findings = Findings()
    typesetter = Typesetter(deck.theme, findings, deck.typesetter.keep)
    lay_out(slide, structs.replace(deck, findings=findings, typesetter=typesetter), Place(1, 1))
    return not any(finding.rule in TOO_MUCH for finding in findings.all)
