"""Tables in files beside the outline: `file.xlsx#sheet!A1:C6`, `file.xlsx#name`, `file.csv`; every fault with its cell."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from yaml.nodes import Node

from deckgen.archive import TABLE, ArchiveError, safe_copy
from deckgen.diagnostics import Span, listed, near
from deckgen.formats import formatted, is_format
from deckgen.load.images import read_beside
from deckgen.load.nodes import Fields
from deckgen.outline import Grid, Run, Text
from deckgen.spreadsheets import FORMULA_ERRORS, decoded, is_of_the_table, letters, separator

if TYPE_CHECKING:
    from deckgen.load.values import ValueReader

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 1_000, 64
RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")
DIGITS = 15  # what a spreadsheet keeps of a number


class DataError(Exception):
    """Why a file gives no table: a rule and its facts, at a cell where one is to blame."""

    def __init__(self, rule: str, cell: str = "", **facts: object) -> None:
        super().__init__(rule)
        self.rule, self.cell, self.facts = rule, cell, facts


def read_data(reader: ValueReader, at: Fields, name: str) -> Grid | None:
    """The table that the field names; one without rows, with what is wrong told, where it cannot be had."""
    node, written = at.nodes.get(name), at.text(name)
    if node is None or not written:
        return None
    nothing = Grid((), reader.document.span(node))
    path, _, place = written.partition("#")
    data = read_beside(reader, node, path, MOST_BYTES, "load/data-missing")
    if data is None:
        return nothing
    try:
        rows = from_csv(path, data) if path.lower().endswith((".csv", ".tsv", ".txt")) else Workbook(reader, node, path, data).rows(place)
    except DataError as fault:
        span = Span(path, cell=fault.cell) if fault.cell else reader.document.span(node)
        reader.document.findings.error(span, fault.rule, file=path, **fault.facts)
        return nothing
    rows = [row for row in rows if any(cell.plain for cell in row)]
    if len(rows) < 2:
        reader.document.error(node, "load/data-empty", file=written)
        return nothing
    if len(rows) > MOST_ROWS + 1:
        reader.document.error(node, "load/data-rows", file=written, count=len(rows) - 1, most=MOST_ROWS)
        return nothing
    return Grid(tuple(map(tuple, rows)), reader.document.span(node))


def text_at(words: str, path: str, cell: str) -> Text:
    words = " ".join(words.split())
    return Text((Run(words),) if words else (), Span(path, cell=cell))


# ---- CSV


def from_csv(path: str, data: bytes) -> list[list[Text]]:
    """UTF-8, UTF-16 with its mark, or GB18030; commas, semicolons or tabs."""
    text = decoded(data)
    if text is None or "\0" in text:
        raise DataError("load/data-encoding")
    mark = separator(text)
    rows = []
    try:
        for number, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            if number > MOST_ROWS + 50:
                raise DataError("load/data-rows", count=number, most=MOST_ROWS)
            for column, value in enumerate(values[:MOST_COLUMNS], 1):
                if value.strip().upper() in FORMULA_ERRORS:
                    raise DataError("load/data-formula", f"{letters(column)}{number}", got=value.strip())
            rows.append([text_at(value, path, f"{letters(column)}{number}") for column, value in enumerate(values[:MOST_COLUMNS], 1)])
    except csv.Error:
        raise DataError("load/data-damaged") from None
    width = max((len(row) for row in rows), default=0)
    return [
        row + [text_at("", path, f"{letters(column)}{number}") for column in range(len(row) + 1, width + 1)]
        for number, row in enumerate(rows, 1)
    ]


# ---- Excel


class Workbook:
    """One Excel file: what its cells came to when it was saved, and its formulas where that is not there."""

    def __init__(self, reader: ValueReader, node: Node, path: str, data: bytes) -> None:
        self.reader, self.node, self.path, self.data = reader, node, path, harmless(data)
        self.book = self.opened(data_only=True)
        self.formulas: Any = None  # read when a cell holds nothing

    def opened(self, data_only: bool) -> Any:
        """The workbook; openpyxl is imported for a file of data only."""
        import warnings

        try:
            import openpyxl
        except ModuleNotFoundError:
            raise DataError("load/data-needs-openpyxl") from None

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of extensions that openpyxl does not keep
                return openpyxl.load_workbook(io.BytesIO(self.data), data_only=data_only, keep_links=False)
        except Exception:  # a damaged file fails in whatever part of openpyxl or expat meets the damage
            raise DataError("load/data-damaged") from None

    def rows(self, place: str) -> list[list[Text]]:
        """The cells of a sheet, of a range or of a name; hidden rows are left out and told."""
        sheet, (left, top, right, bottom) = self.found(place)
        bottom, right = min(bottom, sheet.max_row), min(right, sheet.max_column)
        if top < 1 or top > bottom or left > right:
            raise DataError("load/data-range", range=place, used=sheet.dimensions)
        if bottom - top > MOST_ROWS:
            raise DataError("load/data-rows", count=bottom - top, most=MOST_ROWS)
        self.hold_merged(sheet, left, top, right, bottom)
        return [[self.cell(sheet, row, column) for column in range(left, right + 1)] for row in self.shown(sheet, top, bottom)]

    def found(self, place: str) -> tuple[Any, tuple[int, int, int, int]]:
        """The sheet and its range: (left, top, right, bottom)."""
        names = [sheet.title for sheet in self.book.worksheets]
        sheet_name, mark, range_ = place.rpartition("!")
        if not mark:
            known = self.name_of(place)
            if known:
                sheet_name, range_ = known
            else:
                sheet_name, range_ = (place, "") if place in names or not RANGE.fullmatch(place) else ("", place)
        sheet_name = sheet_name.strip("'")
        if sheet_name and sheet_name not in names:
            defined = [*names, *self.book.defined_names]
            raise DataError("load/data-sheet", name=sheet_name, known=listed(names), near=near(sheet_name, defined))
        visible = [sheet for sheet in self.book.worksheets if sheet.sheet_state == "visible"] or self.book.worksheets
        sheet = self.book[sheet_name] if sheet_name else visible[0]
        return sheet, bounds(range_)

    def name_of(self, name: str) -> tuple[str, str] | None:
        """Sheet and range of a defined name."""
        defined = self.book.defined_names.get(name)
        places = list(defined.destinations) if defined is not None else []
        return (places[0][0], places[0][1]) if places else None

    def hold_merged(self, sheet: Any, left: int, top: int, right: int, bottom: int) -> None:
        for merged in sheet.merged_cells.ranges:
            if merged.min_row <= bottom and merged.max_row >= top and merged.min_col <= right and merged.max_col >= left:
                raise DataError("load/data-merged", f"{sheet.title}!{merged.coord}", range=merged.coord)

    def shown(self, sheet: Any, top: int, bottom: int) -> Iterator[int]:
        for row in range(top, bottom + 1):
            if sheet.row_dimensions[row].hidden:
                self.reader.document.findings.warn(Span(self.path, cell=f"{sheet.title}!{row}"), "load/data-hidden", row=row)
            else:
                yield row

    def cell(self, sheet: Any, row: int, column: int) -> Text:
        cell = sheet.cell(row, column)
        place = f"{sheet.title}!{cell.coordinate}"
        value = cell.value
        if cell.data_type == "e" or (isinstance(value, str) and value in FORMULA_ERRORS):
            raise DataError("load/data-formula", place, got=str(value))
        if value is None:
            self.hold_formula(sheet, row, column, place)
        return text_at(words_of(value, cell.number_format or ""), self.path, place)

    def hold_formula(self, sheet: Any, row: int, column: int, place: str) -> None:
        """A formula whose result was never kept says nothing."""
        if self.formulas is None:
            self.formulas = self.opened(data_only=False)
        formula = self.formulas[sheet.title].cell(row, column)
        if formula.data_type == "f":
            raise DataError("load/data-unreckoned", place, got=str(formula.value))


def harmless(data: bytes) -> bytes:
    """The same workbook, counted while it was unpacked; what openpyxl may read with any trust."""
    try:
        return safe_copy(data, TABLE, is_of_the_table)
    except ArchiveError as error:
        raise DataError("load/data-unpacked" if error.kind == "too-large" else "load/data-damaged") from None


def bounds(range_: str) -> tuple[int, int, int, int]:
    """A range as numbers from 1; without one all that there is."""
    if not range_:
        return 1, 1, MOST_COLUMNS, 1_048_576
    match = RANGE.fullmatch(range_.strip())
    if match is None:
        raise DataError("load/data-range", range=range_, used="A1:C6")
    left, top = column_number(match[1]), int(match[2])
    right, bottom = (column_number(match[3]), int(match[4])) if match[3] else (left, top)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def column_number(name: str) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number


def words_of(value: object, style: str) -> str:
    """The cell as its format shows it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case datetime.datetime() | datetime.date():
            return f"{value.year}-{value.month:02d}-{value.day:02d}"
        case datetime.time():
            return value.strftime("%H:%M")
        case int() | float():
            number = Decimal(f"{value:.{DIGITS}g}")
            pattern = style.partition(";")[0].replace("\\", "").replace("_ ", "").replace("* ", "")
            return formatted(number, pattern) if is_format(pattern) else plain_number(number)
    return str(value)


def plain_number(number: Decimal) -> str:
    return f"{number.normalize():f}".replace("-", "−") if number.is_finite() else str(number)
