"""The change cell of a form: 同比 +7.8%, or the number alone, which keeps the wording of the ledger."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import structs

from deckgen.amounts import COMPARISONS, UNFINISHED, parsed_change, parsed_value
from deckgen.figures import Change, Figure
from deckgen.form.cells import Cell, CellFault
from deckgen.form.quantity import too_long
from deckgen.form.rows import change_text
from deckgen.numerals import FULL_WIDTH
from deckgen.values import Range

UNITS = frozenset({"%", "‰", "个百分点", "百分点"})
# What people put where there is nothing to say.
NOTHING = frozenset({"-", "−", "/", "无", "X", "—", "——"})
# These say which way a figure went, so that no minus may follow.
VERBS = tuple(sorted(UNFINISHED - {*COMPARISONS}))
STANDSTILL = re.compile(r"[^0-9A-Za-z]{0,8}(?:持平|转正|转负|翻番|翻一番|翻两番)")


def read_change(cell: Cell, figure: Figure) -> Change | CellFault | None:
    """What the cell says of the figure's change; None for none. The cell is not blank."""
    if cell.fault:
        return cell.fault
    if cell.number is not None:
        change = kept_wording(cell.number, "%" if cell.percent else "", cell, figure)
    else:
        plain = re.sub("[:\N{FULLWIDTH COLON}]", "", cell.text.translate(FULL_WIDTH)).strip()
        if figure.change is None and plain.upper() in NOTHING:
            return None
        change = said_change(plain, cell, figure)
    if isinstance(change, Change) and isinstance(change.value, Decimal) and too_long(change.value):
        return CellFault("form/digits", {"got": cell.text})
    return change


def said_change(plain: str, cell: Cell, figure: Figure) -> Change | CellFault:
    """A change in words: those of the ledger, X for its number, or words of its own."""
    now = figure.change
    if now and plain == change_text(now):
        return now
    if now and parsed_value(plain)[0] is None:
        return structs.replace(now, value=None) if now.unit else CellFault("form/change", {"got": cell.text})
    change = parsed_change(plain.replace("x", "X"))
    if change is None or not plain.isprintable():
        return CellFault("form/change", {"got": cell.text})
    if isinstance(change.value, str):
        return change if STANDSTILL.fullmatch(change.wording) else CellFault("form/change", {"got": cell.text})
    if not change.wording:
        return kept_wording(change.value, change.unit, cell, figure)
    return with_unit(change, cell, figure)


def kept_wording(number: Decimal | Range | None, unit: str, cell: Cell, figure: Figure) -> Change | CellFault:
    """A number alone, in the wording that the ledger has."""
    now = figure.change
    if now is None or isinstance(now.value, str):
        return CellFault("form/change-wording", {"got": cell.text})
    if unit not in ("", now.unit, now.unit.split(" ")[0]):  # the % of `% year on year`
        return CellFault("form/change-unit", {"got": cell.text, "unit": now.unit})
    if isinstance(number, Decimal) and number < 0 and not now.signed:
        return CellFault("form/change-sign", {"got": cell.text, "now": change_text(structs.replace(now, value=abs(number)))})
    if now.falling and isinstance(number, Decimal) and number > 0 and not plus(cell):
        return CellFault("form/change-which", {"got": cell.text, "now": change_text(now)})
    return structs.replace(now, value=number, falling=now.falling and number is None)


def plus(cell: Cell) -> bool:
    """Whether somebody wrote a rise with its sign."""
    return cell.text.translate(FULL_WIDTH).startswith("+")


def with_unit(change: Change, cell: Cell, figure: Figure) -> Change | CellFault:
    """A change in words of its own; a missing unit is that of the ledger."""
    now = figure.change
    known = now.unit if now else ""
    if not change.unit and known:
        change = structs.replace(change, unit=known)
    if not change.unit or change.unit not in UNITS | {known, figure.unit}:
        return CellFault("form/change", {"got": cell.text})
    if now and change.wording == now.wording and change.unit != known:
        return CellFault("form/change-unit", {"got": cell.text, "unit": known})
    if isinstance(change.value, Decimal) and change.value < 0 and change.wording.endswith(VERBS):
        return CellFault("form/change", {"got": cell.text})  # 增长-3% says two things
    return change
