"""A dashboard: the first figure on a panel of its own, the others in two columns, each with its change and its way to the target."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.drawing import DASHED, DEEP, FINE, MAIN, PALE, WHITE, Drawing
from deckgen.fields import Field, FigureName, ListOf, text
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Slide, Text
from deckgen.style import Gradient
from deckgen.theme import Surface, type_role


class Figures(Slide, frozen=True, gc=False, kw_only=True):
    figures: tuple[FigureUse, ...] = ()
    hero: FigureUse | None = None
    text: Text = NO_TEXT


def compose(page: Page, slide: Figures) -> str:
    from deckgen.kinds.dashboard import place_dashboard

    return place_dashboard(page, slide)


KIND = Kind(
    name="figures",
    value=Figures,
    doc_zh="一组主要指标：3、5、7 个时第一个领头，其余两列；有 `target` 的画出完成进度",
    doc_en="a dashboard: of 3, 5 or 7 figures the first leads, the others stand in two columns; a `target` becomes a bar",
    fields={
        "figures": Field(ListOf(FigureName(), 8, "个"), "台账里的名称", "names of the ledger", required=True),
        "hero": Field(FigureName(), "领头的一个；不写时，3、5、7 个里第一个领头", "the one that leads; the first of 3, 5 or 7 without it"),
        "text": Field(text(0, 24), "领头指标下面的一句话", "a sentence below the figure that leads"),
    },
    counts="figures",
    drawing=Drawing(
        label="指标",
        roles=(
            type_role("hero-label", (2000, 1800), PALE, FINE, leading=130),
            type_role("hero-value", (8000, 7200, 6600, 6000, 5400, 4800, 4400, 4000, 3600, 3200), WHITE, FINE, bold=True, leading=112),
            type_role("hero-fact", (2000, 1800), WHITE, FINE, leading=135),
            type_role("hero-text", (2200, 2000), WHITE, FINE, bold=True, leading=140),
        ),
        surfaces={
            "hero": Surface(fill=Gradient(((0, MAIN), (100, DEEP)), 90)),
            "hero-pending": Surface(fill=WHITE, stroke=DASHED),
        },
    ),
    layouts=("hero", "grid"),
    compose=compose,
)
