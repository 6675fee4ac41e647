"""One numbered section of a part."""

from __future__ import annotations

from deckgen.kinds.entries import POINTS
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Point, Slide, Text


class Section(Slide, frozen=True, gc=False, kw_only=True):
    """One numbered section of a part: it carries the numeral and the navigation."""

    motto: Text = NO_TEXT
    points: tuple[Point, ...] = ()
    figures: tuple[FigureUse, ...] = ()


KIND = Kind(
    name="section",
    value=Section,
    doc_zh="一个“坚持”：带序号和导航",
    doc_en="one of the numbered sections of a part, with numeral and navigation",
    fields=POINTS,
    counts="points",
    divides=("points",),
    numbered=True,
)
