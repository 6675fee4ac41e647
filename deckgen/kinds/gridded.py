"""What a table in a file comes to: columns by their heads, rows, or categories and series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import structs

from deckgen.amounts import unknown_cell
from deckgen.diagnostics import Findings, listed, near
from deckgen.figures import Figure, Ledger
from deckgen.formats import number_of
from deckgen.outline import Column, Grid, Quantity, Row, Run, Text

VALUE_HEADS = frozenset({"数值", "完成", "实际", "value", "Value", "Actual"})
BRACKETS = re.compile(r"[（(][^（()）\n]*[）)]")


def tabled(grid: Grid, columns: Sequence[Column], findings: Findings) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The columns that the author chooses by their heads, or all; and the rows."""
    heads = [cell.plain for cell in grid.rows[0]]
    if not columns:
        shown = [(Column(cell, name=cell.plain, source=cell.source), at) for at, cell in enumerate(grid.rows[0]) if cell]
    else:
        shown = []
        for column in columns:
            name = column.name or column.label.plain
            if name in heads:
                shown.append((column, heads.index(name)))
            else:
                findings.error(column.source, "load/no-such-column", name=name, known=listed(heads), near=near(name, heads))
    rows = tuple(Row(tuple(row[at] for _, at in shown), row[0].source) for row in grid.rows[1:])
    return tuple(column for column, _ in shown), rows


def plotted_series(grid: Grid, made: Any, findings: Findings) -> tuple[tuple[Text, ...], tuple[Any, ...]]:
    """Categories from the first column, a series from each other one; an empty cell is X."""
    series = []
    for at, head in enumerate(grid.rows[0][1:], 1):
        values = []
        for row in grid.rows[1:]:
            cell = row[at] if row[at] else structs.replace(row[at], runs=(Run("X"),))
            value = number_of(cell.plain)
            if value is None and not unknown_cell(cell):
                findings.error(cell.source, "load/not-a-number", key=head.plain, got=cell.plain)
            values.append(Quantity(cell, value))
        series.append(made(name=head, values=tuple(values), source=head.source))
    return tuple(row[0] for row in grid.rows[1:]), tuple(series)


def hold_against_ledger(columns: Sequence[Column], rows: Sequence[Row], ledger: Ledger, findings: Findings) -> None:
    """A cell that is a figure of the ledger says what the ledger says: same name in its row, its value or its year as head."""
    by_label = {figure.label: figure for figure in ledger.figures.values()}
    for row in rows:
        figure = by_label.get(BRACKETS.sub("", row.cells[0].plain).strip()) if row.cells else None
        if figure is None or figure.value is None:
            continue
        for column, cell in zip(columns[1:], row.cells[1:], strict=False):
            value = number_of(cell.plain)
            if value is not None and is_value_head(column, figure) and value != number_of(figure.bare_number):
                findings.error(cell.source, "load/data-disagrees", got=cell.plain, name=figure.name, value=figure.text)


def is_value_head(column: Column, figure: Figure) -> bool:
    words = (column.name, column.label.plain)
    year = re.search(r"(?:19|20)\d{2}", figure.period)
    return any(word in VALUE_HEADS or (year is not None and word.strip("年") == year[0]) for word in words)
