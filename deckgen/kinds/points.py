"""Points, and figures beside them."""

from __future__ import annotations

from deckgen.drawing import CONTENT_BELOW_MOTTO, FOOTER, KICKER, MOTTO, NUMBER, TITLE, Drawing
from deckgen.kinds.arranged import ARRANGEMENTS, LAYOUTS, POINT_BODIES, compose
from deckgen.kinds.entries import POINTS
from deckgen.kinds.kind import Kind
from deckgen.outline import FigureUse, Point, Slide


class Points(Slide, frozen=True, gc=False, kw_only=True):
    points: tuple[Point, ...] = ()
    figures: tuple[FigureUse, ...] = ()
    hero: FigureUse | None = None


DRAWING = Drawing(
    label="要点",
    places={
        "title": TITLE,
        "kicker": KICKER,
        "motto": MOTTO,
        "footer": FOOTER,
        "number": NUMBER,
    },
    content=CONTENT_BELOW_MOTTO,
    options=ARRANGEMENTS,
)

KIND = Kind(
    name="points",
    value=Points,
    doc_zh="不带序号的要点页",
    doc_en="points without a numeral",
    fields=POINTS,
    counts="points",
    divides=("points",),
    drawing=DRAWING,
    bodies=(POINT_BODIES,),
    layouts=LAYOUTS,
    compose=compose,
)
