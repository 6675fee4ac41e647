"""One numbered section of a part."""

from __future__ import annotations

from deckgen.drawing import CONTENT_BELOW_MOTTO, FOOTER, INK, MAIN, NUMBER, PANEL, WHITE, Drawing, colored, drawn
from deckgen.kinds.arranged import ARRANGEMENTS, LAYOUTS, POINT_BODIES, compose
from deckgen.kinds.entries import POINTS
from deckgen.kinds.kind import Kind
from deckgen.outline import FigureUse, Point, Slide
from deckgen.theme import Place, Surface, type_role


class Section(Slide, frozen=True, gc=False, kw_only=True):
    """One numbered section of a part: it carries the numeral and the navigation."""

    points: tuple[Point, ...] = ()
    figures: tuple[FigureUse, ...] = ()
    hero: FigureUse | None = None


DRAWING = Drawing(
    label="章节",
    ornaments=(colored("序号印章", drawn(64, 62, 84, 84), MAIN),),
    places={
        "title": Place(drawn(174, 56, 1042, 54), "section-title", anchor="ctr"),
        "motto": Place(drawn(174, 112, 1042, 36), "motto", anchor="ctr"),
        "numeral": Place(drawn(64, 62, 84, 84), "numeral", "ctr", "ctr"),
        "footer": FOOTER,
        "number": NUMBER,
    },
    content=CONTENT_BELOW_MOTTO,
    options={"navigation": ("dots", "bar"), **ARRANGEMENTS},
    roles=(
        type_role("section-title", (3200, 3000, 2800), INK, MAIN, "heading", bold=True, leading=125),
        type_role("numeral", (3200, 2800, 2400), WHITE, MAIN, "heading", bold=True, leading=120),
    ),
    surfaces={"figure-panel": Surface(fill=PANEL)},
)

KIND = Kind(
    name="section",
    value=Section,
    doc_zh="一个“坚持”：带序号和导航",
    doc_en="one of the numbered sections of a part, with numeral and navigation",
    fields=POINTS,
    counts="points",
    divides=("points",),
    numbered=True,
    drawing=DRAWING,
    bodies=(POINT_BODIES,),
    layouts=LAYOUTS,
    compose=compose,
)
