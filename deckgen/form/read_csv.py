"""CSV as offices save it: UTF-8, UTF-16 or GB18030; commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io

from deckgen import spreadsheets
from deckgen.diagnostics import Findings, Span
from deckgen.form.cells import MOST_COLUMNS, MOST_ROWS, Cell, CellFault, Sheet, TableLine, indent_of, text_cell


def read_csv(path: str, data: bytes, findings: Findings) -> tuple[Sheet, ...]:
    """The one table of the file; none, with the reason noted, when it is no text."""
    text = spreadsheets.decoded(data)
    if text is None or "\0" in text:
        findings.error(Span(path), "form/encoding")
        return ()
    lines, number = [], 0
    try:
        for number, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)), 1):
            if number > MOST_ROWS:
                findings.error(Span(path), "form/too-many-rows", most=MOST_ROWS)
                return ()
            cells = tuple(cell(value) for value in values[:MOST_COLUMNS])
            if not all(one.blank for one in cells):
                lines.append(
                    TableLine(number, cells, {at: far for at, value in enumerate(values[:MOST_COLUMNS]) if (far := indent_of(value))})
                )
    except csv.Error:  # a field of more than 128 kB: a quote that is not closed
        findings.error(Span(path, cell=str(number + 1)), "form/open-quote")
        return ()
    return (Sheet(path, tuple(lines)),)


def separator(text: str) -> str:
    """The mark that parts the columns: the one that Excel's first line names (`sep=;`), or the one that shows."""
    if text[:5].lower() == "sep=," or (text[:4].lower() == "sep=" and text[4:5] in spreadsheets.SEPARATORS):
        return text[4]
    return spreadsheets.separator(text)


def cell(value: str) -> Cell:
    cell = text_cell(value)
    if cell.text.upper() in spreadsheets.FORMULA_ERRORS:
        return Cell(cell.text, fault=CellFault("form/formula-error", {"got": cell.text}))
    return cell
