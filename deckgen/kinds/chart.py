"""A chart: columns, bars, lines, stacks, a ring or a pie, with one to three facts beside it."""

from __future__ import annotations

from typing import Any

from msgspec import defstruct

from deckgen.blocks.page import Page
from deckgen.diagnostics import NOWHERE, Findings, Span
from deckgen.drawing import FINE, INK, LINE, MAIN, MUTED, PANEL, WHITE, Drawing
from deckgen.fields import Choice, DataRange, Entry, Field, FigureName, ListOf, Quantities, Words, text
from deckgen.figures import Ledger
from deckgen.geometry import px
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Grid, Slide, Text
from deckgen.style import Stroke
from deckgen.theme import Surface, type_role

TYPES = ("column", "bar", "line", "stacked", "stacked100", "doughnut", "pie", "combo")
CATEGORIES_MOST, SERIES_MOST, FACTS_MOST = 12, 4, 3
LABELS = (2000, 1900, 1800, 1700, 1600)

# `as` is the word for it in an outline, and one that no class can write.
ChartSeries: Any = defstruct(
    "ChartSeries",
    [("name", Text, NO_TEXT), ("values", tuple, ()), ("as", str, ""), ("format", str, ""), ("source", Span, NOWHERE)],
    frozen=True,
)


class Chart(Slide, frozen=True, gc=False, kw_only=True):
    type: str = ""
    categories: tuple[Text, ...] = ()
    series: tuple[Any, ...] = ()
    figure: FigureUse | None = None
    data: Grid | None = None
    highlight: str = ""
    labels: str = ""
    sort: str = ""
    text: Text = NO_TEXT
    facts: tuple[Text, ...] = ()
    note: Text = NO_TEXT


def settle(slide: Chart, ledger: Ledger, findings: Findings) -> Chart:
    from deckgen.kinds.charted import charted

    return charted(slide, ledger, findings)


def compose(page: Page, slide: Chart) -> str:
    # A deck without a chart does not read how one is set.
    from deckgen.kinds.chart_set import place_chart

    return place_chart(page, slide)


SERIES = Entry(
    ChartSeries,
    {
        "name": Field(text(2, 12), "名称，带单位，如 `总量（亿元）`", "the name with its unit, such as `Total (£m)`"),
        "values": Field(Quantities(CATEGORIES_MOST), "和 `categories` 一样多的数，或 `X`、`{gdp.value}`", "as many numbers as there are `categories`, or `X`, `{gdp.value}`", required=True),
        "as": Field(Choice(("column", "line")), "`line`：画成柱子上方的折线", "`line`: as a line above the columns"),
        "format": Field(Words(), "数字的格式，如 `0.0`、`0.0\"%\"`", "the format of its numbers, such as `0.0`, `0.0\"%\"`"),
    },
)  # fmt: skip

KIND = Kind(
    name="chart",
    value=Chart,
    doc_zh="图表",
    doc_en="a chart",
    fields={
        "type": Field(
            Choice(TYPES),
            "柱 `column`、条 `bar`、线 `line`、堆积 `stacked`、百分比堆积 `stacked100`、环 `doughnut`、饼 `pie`、柱加折线 `combo`；不写就看数据",
            "`column`, `bar`, `line`, `stacked`, `stacked100`, `doughnut`, `pie`, or columns with a line, `combo`; chosen from the data without it",
        ),
        "categories": Field(ListOf(text(1, 8), CATEGORIES_MOST, "个"), "横轴上的名称，如年份", "the names along the axis, such as years"),
        "series": Field(ListOf(SERIES, SERIES_MOST, "组"), "各组数", "the rows of numbers"),
        "figure": Field(FigureName(), "台账里一个指标的名称：用它的历年数和现在的数", "a name of the ledger: its history and its value"),
        "data": Field(
            DataRange(),
            "Excel 或 CSV 里的一块，写法同表格：第一列是类别，其余每列一组数",
            "a range of an Excel or CSV file, written as for tables: categories in the first column, a series in each other one",
        ),
        "highlight": Field(Words(), "突出哪一个", "the category that stands out"),
        "labels": Field(Choice(("none", "ends", "all")), "标哪些数：`none`、`ends`（首尾）、`all`", "which values are written: `none`, `ends`, `all`"),
        "sort": Field(Choice(("none", "up", "down")), "`down`：从大到小", "`down`: from the largest down"),
        "text": Field(text(0, 30), "旁边的一句话，`**37%**` 这样的数用大字", "a sentence beside it; a number such as `**37%**` is set large"),
        "facts": Field(ListOf(text(4, 20), FACTS_MOST), "旁边的几句话，写法同 `text`", "several of these"),
        "note": Field(text(0, 40), "图下面的说明，如数据来源", "a line below, such as the source"),
    },
    drawing=Drawing(
        label="图表",
        roles=(
            type_role("plot-label", LABELS, INK, MAIN, leading=120),
            type_role("plot-value", LABELS, INK, MAIN, bold=True, leading=120),
            type_role("plot-line", LABELS, FINE, FINE, bold=True, leading=120),
            type_role("plot-inside", LABELS, WHITE, WHITE, bold=True, leading=120),
            type_role("plot-legend", (2000, 1900, 1800), MUTED, MAIN, leading=125),
            type_role("plot-share", (2800, 2600, 2400, 2200, 2000, 1800), INK, MAIN, leading=125),
            type_role("fact-value", (4000, 3600, 3400, 3200), MAIN, MAIN, bold=True, leading=120),
            type_role("fact-text", (2200, 2000, 1900, 1800), INK, MAIN, leading=135),
            type_role("chart-note", (1600,), MUTED, MAIN),
        ),
        surfaces={
            "facts": Surface(fill=PANEL),
            "facts-rule": Surface(fill=LINE),
            "plot-axis": Surface(stroke=Stroke(LINE, px(1))),
        },
    ),
    settle=settle,
    compose=compose,
)  # fmt: skip
