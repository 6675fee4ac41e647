"""An Excel file as tables. openpyxl reads it because number formats (12.3%) and formulas matter here, not values alone."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from deckgen.archive import DOCUMENT, ArchiveError, names_in, safe_copy
from deckgen.diagnostics import Fact, Findings, Span, term
from deckgen.extras import require
from deckgen.form.cells import BLANK, MOST_COLUMNS, MOST_ROWS, Cell, CellFault, Sheet, TableLine, exact, indent_of, text_cell
from deckgen.spreadsheets import is_of_the_table

MOST_BLANK_ROWS = 1_000  # blank rows in a row end a table: whole columns are often formatted to row 1 048 576
WORKBOOK = "xl/workbook.xml"
MERGED = re.compile(rb'<(?:\w{1,9}:)?mergeCell\s[^<>]{0,99}?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
NAMESPACES = (
    (STRICT, b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip
# Formats that show another number than the cell holds: 12,345 as 12 (`0,`) or 1.2 (`0!.0,`).
SCALED = re.compile(r"[0#?],+(?![0#?,])")
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]')


def read_xlsx(path: str, data: bytes, findings: Findings) -> tuple[Sheet, ...]:
    """The visible worksheets that hold anything; none, with the reason noted, when the file cannot be read."""
    require("openpyxl")  # else its absence would look like damage
    try:
        fault = package_fault(data)
        sheets = () if fault else tuple(sheets_of(path, safe_copy(data, DOCUMENT, is_of_the_table)))
    except ArchiveError as error:
        fault = CellFault("form/too-large" if error.kind == "too-large" else "form/damaged")
    except TooManyRowsError:
        fault = CellFault("form/too-many-rows", {"most": str(MOST_ROWS)})
    except Exception:  # a damaged file fails in whatever part of openpyxl, zipfile or expat meets the damage
        fault = CellFault("form/damaged")
    if fault:
        findings.error(Span(path), fault.rule, **fault.facts)
        return ()
    return sheets


def package_fault(data: bytes) -> CellFault | None:
    """Why the zip is no workbook."""
    names = set(names_in(data))
    return None if WORKBOOK in names else CellFault("form/not-a-table", {"kind": kind_of(names)})


def kind_of(names: set[str]) -> Fact:
    for name, kind in (("word/document.xml", "Word"), ("ppt/presentation.xml", "PowerPoint"), ("content.xml", "OpenDocument")):
        if name in names:
            return kind
    return term("form/zip")


class TooManyRowsError(Exception):
    """More rows than any form has."""


def sheets_of(path: str, data: bytes) -> Iterator[Sheet]:
    """Read twice, side by side: once for the formulas, once for what they came to when the file was saved."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that openpyxl does not keep; nothing is written here
        data = transitional(data)
        formulas, values = workbook(data, data_only=False), workbook(data, data_only=True)
        pairs = [pair for pair in zip(formulas.worksheets, values.worksheets, strict=True) if pair[0].sheet_state == "visible"]
        for formula_sheet, value_sheet in pairs:
            lines = tuple(lines_of(formula_sheet, value_sheet))
            if lines:
                yield Sheet(path, lines, formula_sheet.title if len(pairs) > 1 else "", merged_in(data, value_sheet))


def transitional(data: bytes) -> bytes:
    """A workbook in the strict form of the format (ISO/IEC 29500), which Excel can save and openpyxl cannot read, in the usual one."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if STRICT not in package.read(WORKBOOK):
            return data
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as again:
            for info in package.infolist():
                content = package.read(info)
                if info.filename.endswith((".xml", ".rels")):
                    for strict, usual in NAMESPACES:
                        content = content.replace(strict, usual)
                again.writestr(info.filename, content)
    return buffer.getvalue()


def merged_in(data: bytes, sheet: Any) -> tuple[tuple[int, int, int, int], ...]:
    """Merged ranges of a sheet, which openpyxl forgets when it reads without keeping all."""
    from openpyxl.utils.cell import range_boundaries

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read(sheet._worksheet_path.lstrip("/"))
    found = []
    for match in MERGED.finditer(content):
        left, top, right, bottom = range_boundaries(match[1].decode())
        found.append((top, left - 1, bottom, right - 1))
    return tuple(found)


def set_in(value: Any) -> int:
    """How far a text is set in: by spaces before it, or by its format."""
    if not isinstance(value.value, str):
        return 0
    alignment = getattr(value, "alignment", None)
    return indent_of(value.value) + 2 * int(getattr(alignment, "indent", 0) or 0)


def workbook(data: bytes, data_only: bool) -> Any:
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)


def lines_of(formula_sheet: Any, value_sheet: Any) -> Iterator[TableLine]:
    """The rows that hold anything."""
    blank = 0
    for number, (formulas, values) in enumerate(zip(rows(formula_sheet), rows(value_sheet), strict=True), 1):
        cells = tuple(cell(*pair) for pair in zip(formulas, values, strict=True))
        if any(not one.blank for one in cells):
            if number > MOST_ROWS:
                raise TooManyRowsError
            blank = 0
            yield TableLine(number, cells, {at: far for at, one in enumerate(values) if (far := set_in(one))})
        else:
            blank += 1
            if blank >= MOST_BLANK_ROWS:
                return


def rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    return iter(sheet.iter_rows(max_col=MOST_COLUMNS))


def cell(formula: Any, value: Any) -> Cell:
    """One cell from its two readings."""
    if value.data_type == "e":
        return faulty("form/formula-error", got=str(value.value))
    if formula.data_type == "f" and value.value is None:
        return faulty("form/formula-empty", got=formula_text(formula.value))
    match value.value:
        case None:
            return BLANK
        case bool():
            return faulty("form/number", got=str(value.value).upper())
        case int() | float() | Decimal():
            return number_cell(value)
        case str():
            return text_cell(value.value)
    return faulty("form/date", got=date_text(value.value))


def number_cell(value: Any) -> Cell:
    style = QUOTED.sub("", value.number_format or "").partition(";")[0]
    number = exact(value.value)
    if not number.is_finite():
        return faulty("form/number", got=str(value.value))
    if SCALED.search(style):
        return faulty("form/scaled-format", got=f"{number:f}")
    percent = "%" in style
    return Cell(f"{number:f}", number=number.scaleb(2) if percent else number, percent=percent)


def faulty(rule: str, got: str) -> Cell:
    return Cell(got, fault=CellFault(rule, {"got": got}))


def formula_text(value: object) -> str:
    return str(getattr(value, "text", value))


def date_text(value: Any) -> str:
    """2020-01-02, without a midnight that nobody typed."""
    return str(value).removesuffix(" 00:00:00")
