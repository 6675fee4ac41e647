"""The value cell of a form: a number as people write it, a rank, or X."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from deckgen.amounts import is_number, parsed_range, parsed_value
from deckgen.figures import Figure
from deckgen.form.cells import Cell, CellFault
from deckgen.form.rows import value_text
from deckgen.form.units import power
from deckgen.numerals import FULL_WIDTH
from deckgen.vague import BEHIND, MORE
from deckgen.values import Range, Value

NUMBER_AND_UNIT = re.compile(r"(?P<number>[+\-−]?[0-9.][0-9,.]*)\s*(?P<unit>[^0-9\s][^0-9]*)?")
UNKNOWN_AND_UNIT = re.compile(r"X+\s*(?P<unit>[^0-9X]+)")
RANK = re.compile(r"[第前]\s*(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})")
VAGUE = re.compile(rf"{BEHIND}|[{MORE}+?~～]")
RANK_UNITS = ("", "位", "名")
DATE = re.compile(r"[0-9]{2,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{1,2}月[0-9]{1,2}日?|[0-9]{1,2}[-/][0-9]{1,2}")


class Quantity(Struct, frozen=True):
    """A value in the unit of the ledger, or in its own where the ledger has none."""

    value: Value
    unit: str


def read_value(cell: Cell, figure: Figure) -> Quantity | CellFault:
    """What the cell says of the figure; the cell is not blank."""
    if cell.fault:
        return cell.fault
    if cell.number is not None:
        return number_of(cell.number, cell, figure)
    plain = cell.text.translate(FULL_WIDTH).removeprefix(figure.prefix).strip().removeprefix(figure.currency).strip()
    if is_unknown(plain, figure):
        return Quantity(None, figure.unit)
    rank = rank_of(plain, figure)
    if rank:
        return Quantity(rank, figure.unit)
    between = range_of(cell.text, figure)
    if between:
        return Quantity(between, figure.unit or ("%" if plain.endswith("%") else ""))
    if DATE.fullmatch(plain):
        return CellFault("form/date", {"got": cell.text})
    match = NUMBER_AND_UNIT.fullmatch(plain)
    if match is None or not is_number(match["number"]):
        return CellFault("form/number", {"got": cell.text})
    if isinstance(figure.value, str):
        return CellFault("form/rank", {"got": cell.text, "now": figure.value})
    return in_unit(Decimal(match["number"].replace(",", "").replace("−", "-")), (match["unit"] or "").strip(), cell, figure)


def number_of(number: Decimal, cell: Cell, figure: Figure) -> Quantity | CellFault:
    """A cell that a spreadsheet keeps as a number."""
    if isinstance(figure.value, str):
        return CellFault("form/rank", {"got": cell.text, "now": figure.value})
    if cell.percent:
        if figure.unit not in ("", "%"):
            return CellFault("form/percent", {"got": f"{number:f}%", "unit": figure.unit})
        return checked(number, "%", cell)
    return checked(number, figure.unit, cell)


def is_unknown(plain: str, figure: Figure) -> bool:
    """X, 待填 and the like, with or without the unit behind it."""
    if parsed_value(plain)[0] is None:
        return True
    match = UNKNOWN_AND_UNIT.fullmatch(plain.upper())
    return match is not None and any(part.upper() == figure.unit.upper() for part in without_suffix(match["unit"].strip(), figure))


def range_of(text: str, figure: Figure) -> Range | None:
    """6—6.5, its unit behind it or not; with a hyphen only where the ledger has a range already, or Excel may have made a date of it."""
    bare = text.strip().removeprefix(figure.prefix).strip()
    bare = bare.removesuffix(figure.suffix).strip() if figure.suffix else bare
    between = parsed_range(bare.removesuffix(figure.unit).strip() if figure.unit not in ("", "%") else bare)
    if between is None or ("%" in bare and figure.unit not in ("", "%")) or isinstance(figure.value, str):
        return None
    return between if "-" not in between.dash or isinstance(figure.value, Range) else None


def rank_of(plain: str, figure: Figure) -> str:
    """第1, where the figure is a rank or can be one; its unit behind it is left out."""
    plain = plain.replace(" ", "")
    if plain == figure.value:
        return plain
    may_be = isinstance(figure.value, str) or (figure.value is None and figure.unit in RANK_UNITS)
    bare = plain.removesuffix(figure.unit) if figure.unit else plain
    return bare if may_be and RANK.fullmatch(bare) else ""


def in_unit(number: Decimal, written: str, cell: Cell, figure: Figure) -> Quantity | CellFault:
    """The number in the unit of the figure, whatever unit or scale was written behind it."""
    if written == "%" and not figure.unit:
        return checked(number, "%", cell)
    powers = (power(part, figure.unit) for part in without_suffix(written, figure))
    scale = next((one for one in powers if one is not None), None)
    if scale is None and VAGUE.search(written):
        return CellFault("form/number", {"got": cell.text})
    if scale is None:
        rule = "form/unit-behind" if figure.unit else "form/unit-unknown"
        return CellFault(rule, {"got": cell.text, "written": written, "unit": figure.unit})
    scaled = number.scaleb(scale)
    return checked(scaled.normalize() if scale else scaled, figure.unit, cell)


def without_suffix(written: str, figure: Figure) -> tuple[str, ...]:
    """What was written behind the number, as it is and without the 余 or 以上 that slides write themselves."""
    suffix = figure.suffix
    return (written, written.replace(suffix, "", 1)) if suffix and suffix in written else (written,)


def checked(number: Decimal, unit: str, cell: Cell) -> Quantity | CellFault:
    """The quantity, if a ledger takes it."""
    return CellFault("form/digits", {"got": cell.text}) if too_long(number) else Quantity(number, unit)


def too_long(number: Decimal) -> bool:
    """Whether the number has more digits than a ledger takes."""
    return not is_number(value_text(number))
