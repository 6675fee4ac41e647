"""One figure, as large as the slide bears."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.drawing import DASHED, FINE, HAIRLINE, INK, MAIN, MUTED, WHITE, Drawing
from deckgen.fields import Field, FigureName, text
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Slide, Text
from deckgen.theme import Surface, type_role


class Number(Slide, frozen=True, gc=False, kw_only=True):
    figure: FigureUse
    text: Text = NO_TEXT


def compose(page: Page, slide: Number) -> str:
    from deckgen.kinds.headline import place_headline

    return place_headline(page, page.figure(slide.figure), slide.text)


KIND = Kind(
    name="number",
    value=Number,
    doc_zh="一个大数字：台账里的一个指标，连同变化、位次、目标和历年数",
    doc_en="one large figure with its change, rank, target and history",
    fields={
        "figure": Field(
            FigureName(),
            "台账里的名称；台账写了 `history` 就画出历年，写了 `rank`、`compare`、`target` 就摆在变化旁边",
            "a name of the ledger; its `history` becomes a chart, `rank`, `compare` and `target` stand beside the change",
            required=True,
        ),
        "text": Field(text(0, 40), "数字下面的一句话", "a sentence below it"),
    },
    drawing=Drawing(
        label="大数字",
        roles=(
            type_role("number-label", (2400, 2200, 2000), MUTED, FINE, leading=130),
            type_role("number-value", (16000, 14000, 12500, 11000, 9600, 8000, 6600, 5400, 4400, 3200), MAIN, FINE, bold=True, leading=110),
            type_role("number-unit", (4000, 3600, 3200, 2800, 2400, 2000), MAIN, FINE, bold=True, leading=110),
            type_role("number-change", (2400, 2000), WHITE, INK, bold=True, leading=130),
            type_role("number-beside", (2000, 1800), INK, MAIN, leading=130),
            type_role("number-text", (2400, 2200, 2000), INK, MAIN, leading=140),
        ),
        surfaces={
            "number-badge": Surface(fill=MAIN, shape="roundRect"),
            "number-plain": Surface(stroke=HAIRLINE, shape="roundRect"),
            "number-pending": Surface(stroke=DASHED, shape="roundRect"),
            "number-ground": Surface(fill=WHITE, stroke=HAIRLINE),
        },
    ),
    compose=compose,
)
