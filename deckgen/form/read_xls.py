"""A workbook of the format before 2007 (.xls, and .et of WPS, which is the same inside), by xlrd, which is loaded for one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from deckgen.diagnostics import Findings, Span
from deckgen.form.cells import BLANK, MOST_COLUMNS, MOST_ROWS, Cell, CellFault, Sheet, TableLine, exact, text_cell
from deckgen.form.read_xlsx import QUOTED, SCALED

EMPTY, TEXT, NUMBER, DATE, BOOLEAN, ERROR, BLANK_CELL = range(7)  # xlrd's types of cells
VISIBLE = 0
PASSWORD = re.compile("encrypt|password", re.I)


def read_xls(path: str, data: bytes, findings: Findings) -> tuple[Sheet, ...]:
    """The visible sheets that hold anything; none, with the reason noted: no xlrd, a password, damage."""
    try:
        import xlrd
    except ImportError:
        findings.error(Span(path), "form/needs-xlrd")
        return ()
    try:
        with open(_nothing(), "w") as log:
            book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=log)
            shown = [sheet for sheet in book.sheets() if sheet.visibility == VISIBLE]
            sheets = tuple(
                Sheet(path, lines, sheet.name if len(shown) > 1 else "", merged(sheet))
                for sheet in shown
                if (lines := tuple(lines_of(book, sheet)))
            )
    except Exception as error:  # a damaged file fails in whatever part of xlrd meets the damage
        findings.error(Span(path), "form/old-excel" if PASSWORD.search(str(error)) else "form/damaged-xls")
        return ()
    if any(sheet.nrows > MOST_ROWS for sheet in shown):
        findings.error(Span(path), "form/too-many-rows", most=MOST_ROWS)
        return ()
    return sheets


def _nothing() -> str:
    import os

    return os.devnull


def merged(sheet: Any) -> tuple[tuple[int, int, int, int], ...]:
    """Merged ranges: first row from 1, first column from 0, last row, last column."""
    return tuple((top + 1, left, bottom, right - 1) for top, bottom, left, right in sheet.merged_cells)


def lines_of(book: Any, sheet: Any) -> Iterator[TableLine]:
    for row in range(min(sheet.nrows, MOST_ROWS)):
        width = min(sheet.row_len(row), MOST_COLUMNS)
        cells = tuple(cell(book, sheet.cell(row, at)) for at in range(width))
        if any(not one.blank for one in cells):
            yield TableLine(row + 1, cells, {at: set_in for at in range(width) if (set_in := indent(book, sheet.cell(row, at)))})


def cell(book: Any, found: Any) -> Cell:
    if found.ctype in (EMPTY, BLANK_CELL):
        return BLANK
    if found.ctype == TEXT:
        return text_cell(found.value)
    if found.ctype == NUMBER:
        return number_cell(found.value, number_format(book, found))
    if found.ctype == DATE:
        return Cell(str(found.value), fault=CellFault("form/date", {"got": str(found.value)}))
    rule = "form/formula-error" if found.ctype == ERROR else "form/number"
    return Cell(str(found.value), fault=CellFault(rule, {"got": str(found.value)}))


def number_format(book: Any, found: Any) -> str:
    return str(book.format_map[book.xf_list[found.xf_index].format_key].format_str)


def number_cell(value: float, written: str) -> Cell:
    style = QUOTED.sub("", written).partition(";")[0]
    number = exact(value)
    if not number.is_finite() or SCALED.search(style):
        return Cell(f"{number:f}", fault=CellFault("form/scaled-format" if number.is_finite() else "form/number", {"got": f"{number:f}"}))
    percent = "%" in style
    return Cell(f"{number:f}", number=number.scaleb(2) if percent else number, percent=percent)


def indent(book: Any, found: Any) -> int:
    """How far a text is set in: by spaces before it, or by its format."""
    if found.ctype != TEXT:
        return 0
    text = str(found.value)
    spaces = sum(2 if char == "\u3000" else 1 for char in text[: len(text) - len(text.lstrip())])
    return spaces + 2 * int(book.xf_list[found.xf_index].alignment.indent_level)
