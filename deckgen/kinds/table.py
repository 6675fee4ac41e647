"""A table: heads, rows of cells, a sum; written out, or one figure of the ledger a row."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.diagnostics import Findings
from deckgen.drawing import FINE, HAIRLINE, INK, MAIN, MUTED, PANEL, WHITE, Drawing
from deckgen.fields import Cells, Choice, Columns, DataRange, Field, Flag, ListOf, Number, Words, figure_names, text
from deckgen.figures import Ledger
from deckgen.geometry import px
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, Column, FigureUse, Grid, Row, Slide, Text
from deckgen.style import Stroke
from deckgen.theme import Surface, type_role

ROWS_MOST, COLUMNS_MOST = 9, 6  # what a hall can read on one slide
SIZES = (2800, 2400, 2200, 2000, 1900, 1800, 1700, 1600)


class Table(Slide, frozen=True, gc=False, kw_only=True):
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    figures: tuple[FigureUse, ...] = ()
    data: Grid | None = None
    total: str = ""
    sort: str = ""
    limit: int | None = None
    note: Text = NO_TEXT


def settle(slide: Table, ledger: Ledger, findings: Findings) -> Table:
    from deckgen.kinds.tabulated import tabulated

    return tabulated(slide, ledger, findings)


def compose(page: Page, slide: Table) -> str:
    # A deck without a table does not read how one is set.
    from deckgen.kinds.table_set import place_table

    return place_table(page, slide)


COLUMN = {
    "label": Field(text(2, 12), "表头", "the head"),
    "align": Field(Choice(("left", "center", "right")), "对齐：`left`、`center`、`right`；不写时数字按小数点对齐", "`left`, `center` or `right`; numbers stand on the decimal mark without it"),
    "width": Field(Number(1, 20), "列宽的比例；不写时按内容", "the width in proportion to the others; as the cells need without it"),
    "emphasis": Field(Flag(), "`true`：这一列用粗体", "`true`: in bold"),
    "format": Field(Words(), "数字的格式，如 `0.0`、`#,##0`、`0.0%`", "the format of its numbers, such as `0.0`, `#,##0`, `0.0%`"),
}  # fmt: skip

KIND = Kind(
    name="table",
    value=Table,
    doc_zh="表格",
    doc_en="a table",
    fields={
        "columns": Field(
            Columns(COLUMN, COLUMNS_MOST),
            "各列，写表头或下面几项；用 `figures` 时从指标、目标、完成、同比、完成率、结果、来源等里选（`结果` 由目标算出：超额、完成、未完成）",
            "the columns, heads or these; with `figures` chosen from label, target, value, change, completion, result, source and others (`result` is reckoned from the target: ahead, met, missed)",
        ),
        "rows": Field(
            ListOf(Cells(), 1000, "行"),
            f"各行，每行和表头一样多格；一页最多 {ROWS_MOST} 行，更多的用 `overflow: continue`",
            f"the rows, as many cells in each as there are columns; at most {ROWS_MOST} a slide, more with `overflow: continue`",
        ),
        "figures": Field(figure_names(ROWS_MOST), "台账名称，一个指标一行", "names of the ledger, one a row"),
        "data": Field(
            DataRange(),
            "Excel 或 CSV 里的一块：`数据/项目.xlsx#在建!A3:E20`、`文件.xlsx#名称`、`文件.csv`；`columns` 用 `{列名: 表头}` 选列、改名",
            "a range of an Excel or CSV file: `data/projects.xlsx#Sheet1!A3:E20`, `file.xlsx#name`, `file.csv`; `columns` as `{column: head}` chooses and renames",
        ),
        "total": Field(Choice(("none", "last")), "`last`：最后一行是合计", "`last`: the last row sums up"),
        "sort": Field(Words(), "按哪一列排，如 `总投资`；`-总投资` 从大到小", "the column to sort by; `-Cost` from the largest down"),
        "limit": Field(Number(1, 40), "只要前几行", "so many rows, the first ones"),
        "note": Field(text(0, 40), "表下面的说明，如数据来源", "a line below, such as the source"),
    },
    counts="rows",
    divides=("rows",),
    drawing=Drawing(
        label="表格",
        roles=(
            type_role("table-head", SIZES, WHITE, WHITE, bold=True, leading=125),
            type_role("table-cell", SIZES, INK, MAIN, leading=125),
            type_role("table-strong", SIZES, INK, MAIN, bold=True, leading=125),
            type_role("table-change", SIZES, MAIN, MAIN, bold=True, leading=125),
            type_role("table-unknown", SIZES, FINE, FINE, bold=True, leading=125),
            type_role("table-note", (1600,), MUTED, MAIN),
        ),
        surfaces={
            "table-head": Surface(fill=MAIN),
            "table-row": Surface(fill=WHITE, stroke=HAIRLINE),
            "table-band": Surface(fill=PANEL),
            "table-total": Surface(stroke=Stroke(MAIN, px(2))),
        },
    ),
    settle=settle,
    compose=compose,
)
