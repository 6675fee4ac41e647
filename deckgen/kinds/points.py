"""Points, and figures beside them."""

from __future__ import annotations

from deckgen.kinds.entries import POINTS
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Point, Slide, Text


class Points(Slide, frozen=True, gc=False, kw_only=True):
    motto: Text = NO_TEXT
    points: tuple[Point, ...] = ()
    figures: tuple[FigureUse, ...] = ()


KIND = Kind(
    name="points",
    value=Points,
    doc_zh="不带序号的要点页",
    doc_en="points without a numeral",
    fields=POINTS,
    counts="points",
    divides=("points",),
)
