"""What stands in a table that was sent back, whatever kind of file it came in."""

from __future__ import annotations

from decimal import Context, Decimal

from msgspec import Struct, field

from deckgen import spreadsheets
from deckgen.diagnostics import Fact, Span

MOST_ROWS = 10_000
MOST_COLUMNS = 64
MOST_DIGITS = Context(prec=15)  # what a double keeps of a decimal number; Excel itself shows no more
LEAST_PLACE = Decimal("1e-9")  # a ledger keeps nine decimals


class CellFault(Struct, frozen=True):
    """Why a cell cannot be taken: a rule and its facts; the place is the cell's."""

    rule: str
    facts: dict[str, Fact] = field(default_factory=dict)


class Cell(Struct, frozen=True):
    """One cell: a text, a number, or why it is neither."""

    text: str = ""
    number: Decimal | None = None
    percent: bool = False  # the number is shown as a percentage: 0.123 as 12.3%
    fault: CellFault | None = None

    @property
    def blank(self) -> bool:
        return self.number is None and self.fault is None and not self.text


BLANK = Cell()
INVISIBLE = "\ufeff\u200b\u200e\u200f"  # what pasting brings along


FORMULA_STARTS = ("=", "+", "-", "−", "@", "\t", "\r", "＝", "＋", "－", "＠")  # with which spreadsheets begin a formula


def text_cell(text: str) -> Cell:
    text = text.strip().strip(INVISIBLE).strip()
    if text[:1] == "'" and text[1:2] in FORMULA_STARTS and text[1:]:
        text = text[1:].strip()
    return Cell(text) if text else BLANK


def indent_of(text: str) -> int:
    """How many half-width spaces stand before a text."""
    return sum(2 if char == "\u3000" else 1 for char in text[: len(text) - len(text.lstrip())])


class TableLine(Struct, frozen=True):
    """A row of a table."""

    number: int  # from 1, as a spreadsheet counts
    cells: tuple[Cell, ...]
    indents: dict[int, int] = {}  # how far the texts of some columns are set in

    def at(self, column: int | None) -> Cell:
        """The cell of a column counted from 0; a blank one where the row ends before it, or there is no such column."""
        return self.cells[column] if column is not None and column < len(self.cells) else BLANK


class Sheet(Struct, frozen=True):
    """A table as it was found in a file."""

    path: str
    lines: tuple[TableLine, ...]
    title: str = ""  # of the worksheet, where the file has several
    merged: tuple[tuple[int, int, int, int], ...] = ()  # ranges: first row from 1, first column from 0, last row, last column

    def place(self, line: int, column: int | None = None) -> Span:
        """figures.xlsx:D7; the row alone where no column is meant."""
        cell = f"{letters(column)}{line}" if column is not None else str(line)
        return Span(self.path, cell=f"{self.title}!{cell}" if self.title else cell)


def letters(column: int) -> str:
    """A, B … Z, AA: a column counted from 0 as a spreadsheet names it."""
    return spreadsheets.letters(column + 1)


def exact(number: float | int | Decimal) -> Decimal:
    """What a person typed into a spreadsheet, which keeps 7.8 as 7.7999999999999998: fifteen digits, nine decimals at the most."""
    value = MOST_DIGITS.create_decimal(repr(number) if isinstance(number, float) else number)
    if value.is_finite() and value.as_tuple().exponent < LEAST_PLACE.as_tuple().exponent:  # type: ignore[operator]  # finite: an int
        value = value.quantize(LEAST_PLACE)
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() and abs(value) < 10**18 else value
