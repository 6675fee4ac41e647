"""Before and after: a dumbbell for every figure, and how much it changed."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.diagnostics import Findings
from deckgen.drawing import FINE, INK, MAIN, MUTED, Drawing
from deckgen.fields import Field, FigureName, ListOf, text
from deckgen.figures import Ledger
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Slide, Text
from deckgen.style import Color
from deckgen.theme import Surface, type_role


class Compare(Slide, frozen=True, gc=False, kw_only=True):
    figures: tuple[FigureUse, ...] = ()
    old: Text = NO_TEXT
    new: Text = NO_TEXT


def settle(slide: Compare, ledger: Ledger, findings: Findings) -> Compare:
    """The slide as it is; a figure with no value to compare with is noted."""
    for use in slide.figures:
        if use.name in ledger.figures and ledger.figures[use.name].base is None:
            findings.warn(use.source, "load/no-base", name=use.name)
    return slide


def compose(page: Page, slide: Compare) -> str:
    from deckgen.kinds.dumbbells import place_dumbbells

    return place_dumbbells(page, slide)


KIND = Kind(
    name="compare",
    value=Compare,
    doc_zh="前后对比：每个指标一行，从 `base` 到 `value`，右边是变化",
    doc_en="before and after: a row a figure from its `base` to its `value`, the change at the right",
    fields={
        "figures": Field(
            ListOf(FigureName(), 6, "个"), "台账里的名称，都要写 `base`", "names of the ledger, each with a `base`", required=True
        ),
        "old": Field(text(2, 8), "从前的那一端叫什么，如 `2018年`", "what the older end is called, such as `2018`"),
        "new": Field(text(2, 8), "现在的那一端叫什么，如 `2019年`", "what the newer end is called, such as `2019`"),
    },
    counts="figures",
    divides=("figures",),
    drawing=Drawing(
        label="对比",
        roles=(
            type_role("compare-label", (2400, 2200, 2000, 1800), INK, MAIN, bold=True, leading=125),
            type_role("compare-before", (2000, 1800), MUTED, FINE, leading=125),
            type_role("compare-after", (2200, 2000), MAIN, FINE, bold=True, leading=125),
            type_role("compare-change", (3600, 3200, 2800, 2400, 2000, 1800), MAIN, FINE, bold=True, leading=120),
        ),
        surfaces={
            "compare-track": Surface(fill=Color("accent5", -10)),
            "compare-way": Surface(fill=Color("accent1", alpha=40)),
            "compare-before": Surface(fill=Color("accent6", 30), shape="ellipse"),
            "compare-after": Surface(fill=MAIN, shape="ellipse"),
        },
    ),
    settle=settle,
    compose=compose,
)
