"""CSV as offices save it: UTF-8, UTF-16 or GB18030; commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io

from deckgen.diagnostics import Findings, Span
from deckgen.form.cells import MOST_COLUMNS, MOST_ROWS, Cell, CellFault, Sheet, TableLine, text_cell

SEPARATORS = ",;\t"
MOST_SNIFFED = 30  # lines from the top in which the separator shows
# What a spreadsheet leaves in a CSV where a formula failed.
FORMULA_ERRORS = ("#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")


def read_csv(path: str, data: bytes, findings: Findings) -> tuple[Sheet, ...]:
    """The one table of the file; none, with the reason noted, when it is no text."""
    text = decoded(data)
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
                lines.append(TableLine(number, cells))
    except csv.Error:  # a field of more than 128 kB: a quote that is not closed
        findings.error(Span(path, cell=str(number + 1)), "form/open-quote")
        return ()
    return (Sheet(path, tuple(lines)),)


def decoded(data: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark (Excel's “Unicode text”), else GB18030; None when it is none of them."""
    marked = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
    for encoding in (marked,) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def separator(text: str) -> str:
    """The mark that parts the columns: the one that parts the top of the file into the most; a comma where nothing does."""
    if text[:5].lower() == "sep=," or (text[:4].lower() == "sep=" and text[4:5] in SEPARATORS):
        return text[4]
    top = text.splitlines()[:MOST_SNIFFED]
    return max(SEPARATORS, key=lambda mark: max((line.count(mark) for line in top), default=0))


def cell(value: str) -> Cell:
    cell = text_cell(value)
    if cell.text.upper() in FORMULA_ERRORS:
        return Cell(cell.text, fault=CellFault("form/formula-error", {"got": cell.text}))
    return cell
