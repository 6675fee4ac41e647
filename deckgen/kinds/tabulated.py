"""What the fields of a table come to together: heads and rows, from the ledger where figures are named, sorted, all of one length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import structs

from deckgen.amounts import parsed_value
from deckgen.diagnostics import Findings, listed, near
from deckgen.figures import Figure, Ledger
from deckgen.formats import formatted, is_format
from deckgen.kinds.gridded import hold_against_ledger, tabled
from deckgen.language import has_hanzi
from deckgen.marks import marked, wanted
from deckgen.outline import Column, Grid, Row, Run, Text
from deckgen.values import format_value

if TYPE_CHECKING:
    from deckgen.kinds.table import Table


def tabulated(slide: Table, ledger: Ledger, findings: Findings) -> Table:
    """The table with columns and rows as they are shown; what is wrong with them is noted at its place."""
    if slide.figures and not slide.rows:
        slide = from_ledger(slide, ledger, findings)
    if slide.data is not None and not slide.rows:
        slide = from_file(slide, slide.data, ledger, findings)
        if not slide.rows:
            return slide  # why, has been told
    if not slide.columns or not slide.rows:
        findings.error(slide.source, "load/table-empty", what="columns" if slide.rows else "rows")
        return slide
    for row in slide.rows:
        if len(row.cells) != len(slide.columns):
            findings.error(row.source, "load/ragged-row", count=len(row.cells), wanted=len(slide.columns))
    good = [row for row in slide.rows if len(row.cells) == len(slide.columns)]
    rows = limited(slide, sorted_rows(slide, good, findings))
    return structs.replace(slide, rows=tuple(in_formats(slide, rows, findings)))


def from_file(slide: Table, grid: Grid, ledger: Ledger, findings: Findings) -> Table:
    """The table of a file, its cells held against the ledger."""
    columns, rows = tabled(grid, slide.columns, findings) if grid.rows else ((), ())
    if len(columns) > COLUMNS_MOST:
        findings.error(slide.source, "load/data-columns", count=len(columns), most=COLUMNS_MOST)
    hold_against_ledger(columns, rows, ledger, findings)
    return structs.replace(slide, columns=columns, rows=rows if columns else (), data=None)


# ---- figures of the ledger


COLUMNS_MOST = 6
Part = Callable[[Figure], str]


def unit_bracket(figure: Figure) -> str:
    """The unit beside the name, in the brackets of its language: 地区生产总值（亿元）, GDP (£m)."""
    unit = f"{figure.currency}{figure.counted_in}"
    if not unit:
        return figure.label
    return f"{figure.label}（{unit}）" if has_hanzi(figure.label) else f"{figure.label} ({unit})"


def value_of(figure: Figure) -> str:
    number = figure.part("value") or ""
    return f"{number}{figure.suffix}"


def change_of(figure: Figure) -> str:
    return marked(figure.change) if figure.change else ""


def amount_of(name: str) -> Part:
    """Another amount of the figure in its unit, as a number: target, base."""

    def part(figure: Figure) -> str:
        amount = figure.amounts().get(name)
        return f"{figure.shown(amount)[0]}{amount.suffix}" if amount else ""

    return part


def completion_of(figure: Figure) -> str:
    """How much of the target was reached."""
    return f"{format_value(figure.completion, 1)}%" if figure.completion is not None else ""


def result_of(figure: Figure) -> str:
    """Whether the target was met: 超额, 完成, 未完成; of what is to fall, less is more. "" while one of both is X, and without a target."""
    target = figure.target.value if figure.target else None
    if not isinstance(figure.value, Decimal) or not isinstance(target, Decimal):
        return ""
    over = (figure.value - target) * (wanted(figure) or 1)
    words = RESULTS_ZH if has_hanzi(figure.label) else RESULTS_EN
    return words[0] if over > 0 else words[1] if over == 0 else words[2]


RESULTS_ZH, RESULTS_EN = ("超额", "完成", "未完成"), ("ahead", "met", "missed")
PARTS: dict[str, tuple[Part, tuple[str, ...]]] = {
    "label": (unit_bracket, ("label", "指标", "Measure", "Indicator", "Figure")),
    "value": (value_of, ("value", "数值", "完成", "实际", "Value", "Actual")),
    "change": (change_of, ("change", "变化", "同比", "增长", "Change")),
    "target": (amount_of("target"), ("target", "目标", "Target")),
    "base": (amount_of("base"), ("base", "上年", "Last year", "Base")),
    "completion": (completion_of, ("completion", "完成率", "完成目标", "Completion")),
    "result": (result_of, ("result", "结果", "完成情况", "Result")),
    "rank": (lambda figure: figure.rank, ("rank", "排名", "位次", "Rank")),
    "period": (lambda figure: figure.period, ("period", "时期", "Period")),
    "source": (lambda figure: figure.department, ("source", "department", "来源", "责任部门", "牵头单位", "Source", "Department")),
}
DEFAULT = (("label", "指标", "Measure"), ("value", "数值", "Value"), ("change", "变化", "Change"), ("source", "来源", "Source"))


def from_ledger(slide: Table, ledger: Ledger, findings: Findings) -> Table:
    """A row a figure: name with its unit, value, change, who knows it; columns that all figures leave empty fall away."""
    figures = [figure.in_one_scale(figure.target, figure.base) for figure in (ledger.figures[use.name] for use in slide.figures)]
    chinese = any(has_hanzi(figure.label) for figure in figures)
    chosen: list[tuple[Column, Part]] = []
    if slide.columns:
        for column in slide.columns:
            part = part_called(column.label.plain)
            if part is None:
                known = [zh if chinese else en for _, zh, en in DEFAULT]
                findings.error(
                    column.source, "load/no-such-column", name=column.label.plain, known=listed(known), near=near(column.label.plain, known)
                )
            else:
                chosen.append((column, part))
        if len(chosen) < COLUMNS_MOST and not any(part is unit_bracket for _, part in chosen):  # 目标 | 完成 | 同比 | 结果 of what
            chosen.insert(0, (Column(Text((Run("指标" if chinese else "Measure"),), slide.source), source=slide.source), unit_bracket))
    else:
        for name, zh, en in DEFAULT:
            part = PARTS[name][0]
            if any(part(figure) for figure in figures):
                chosen.append((Column(Text((Run(zh if chinese else en),), slide.source), source=slide.source), part))
    rows = [
        Row(tuple(Text((Run(words, figure="" if part is unit_bracket else figure.name),) if (words := part(figure)) else (), use.source) for _, part in chosen), use.source)
        for use, figure in zip(slide.figures, figures, strict=True)
    ]  # fmt: skip
    return structs.replace(slide, columns=tuple(column for column, _ in chosen), rows=tuple(rows))


def part_called(word: str) -> Part | None:
    return next((part for part, words in PARTS.values() if word in words), None)


# ---- order and formats


def number_in(cell: Text) -> Decimal | None:
    value, _ = parsed_value(cell.plain)
    return value if isinstance(value, Decimal) else None


def sorted_rows(slide: Table, rows: list[Row], findings: Findings) -> list[Row]:
    """By the column that `sort` names, numbers by their size, cells without a number last; a sum stays the last row."""
    if not slide.sort:
        return rows
    name, downward = slide.sort.lstrip("-"), slide.sort.startswith("-")
    labels = [column.label.plain for column in slide.columns]
    names = [column.name for column in slide.columns]
    if name not in labels and name not in names:
        findings.error(slide.source, "load/no-such-column", name=name, known=listed(labels), near=near(name, labels))
        return rows
    at = names.index(name) if name in names else labels.index(name)
    last = rows[-1:] if slide.total == "last" else []
    body = rows[: len(rows) - len(last)]
    numbers = [row for row in body if number_in(row.cells[at]) is not None]
    rest = [row for row in body if number_in(row.cells[at]) is None]
    return sorted(numbers, key=lambda row: number_in(row.cells[at]) or Decimal(0), reverse=downward) + rest + last


def limited(slide: Table, rows: list[Row]) -> list[Row]:
    if not slide.limit:
        return rows
    last = rows[-1:] if slide.total == "last" else []
    return rows[: len(rows) - len(last)][: slide.limit] + last


def in_formats(slide: Table, rows: Sequence[Row], findings: Findings) -> list[Row]:
    """The numbers of columns with a format in that format; figures of the ledger are written as the ledger says."""
    patterns = []
    for column in slide.columns:
        if column.format and not is_format(column.format):
            findings.error(column.source, "load/number-format", got=column.format)
        patterns.append(column.format if is_format(column.format) else "")
    if not any(patterns):
        return list(rows)
    return [
        structs.replace(row, cells=tuple(in_format(cell, pattern) for cell, pattern in zip(row.cells, patterns, strict=True)))
        for row in rows
    ]


def in_format(cell: Text, pattern: str) -> Text:
    number = number_in(cell) if pattern and not any(run.figure for run in cell.runs) else None
    if number is None:
        return cell
    return Text((Run(formatted(number, pattern), cell.runs[0].strong),), cell.source)
