"""The change cell of a form: 同比 +7.8%, or the number alone, which keeps the wording of the ledger."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import structs

from deckgen.amounts import COMPARISONS, UNFINISHED, parsed_change, parsed_value
from deckgen.figures import Change, Figure
from deckgen.form.cells import Cell, Fault
from deckgen.form.quantity import too_long
from deckgen.form.rows import change_text
from deckgen.numerals import FULL_WIDTH

UNITS = frozenset({"%", "‰", "个百分点", "百分点"})
# What people put where there is nothing to say.
NOTHING = frozenset({"-", "−", "/", "无", "X", "—", "——"})
# These say which way a figure went, so that no minus may follow.
VERBS = tuple(sorted(UNFINISHED - {*COMPARISONS}))
STANDSTILL = re.compile(r"[^0-9A-Za-z]{0,8}(?:持平|转正|转负|翻番|翻一番|翻两番)")


def read_change(cell: Cell, figure: Figure) -> Change | Fault | None:
    """What the cell says of the figure's change; None for none. The cell is not blank."""
    if cell.fault:
        return cell.fault
    if cell.number is not None:
        found = kept_wording(cell.number, "%" if cell.percent else "", cell, figure)
    else:
        plain = re.sub("[:\N{FULLWIDTH COLON}]", "", cell.text.translate(FULL_WIDTH)).strip()
        if figure.change is None and plain.upper() in NOTHING:
            return None
        found = said_change(plain, cell, figure)
    if isinstance(found, Change) and isinstance(found.value, Decimal) and too_long(found.value):
        return Fault("form/digits", {"got": cell.text})
    return found


def said_change(plain: str, cell: Cell, figure: Figure) -> Change | Fault:
    """A change in words: those of the ledger, X for its number, or words of its own."""
    now = figure.change
    if now and plain == change_text(now):
        return now
    if now and parsed_value(plain)[0] is None:
        return structs.replace(now, value=None) if now.unit else Fault("form/change", {"got": cell.text})
    found = parsed_change(plain.replace("x", "X"))
    if found is None or not plain.isprintable():
        return Fault("form/change", {"got": cell.text})
    if isinstance(found.value, str):
        return found if STANDSTILL.fullmatch(found.wording) else Fault("form/change", {"got": cell.text})
    if not found.wording:
        return kept_wording(found.value, found.unit, cell, figure)
    return with_unit(found, cell, figure)


def kept_wording(number: Decimal | None, unit: str, cell: Cell, figure: Figure) -> Change | Fault:
    """A number alone, in the wording that the ledger has."""
    now = figure.change
    if now is None or isinstance(now.value, str):
        return Fault("form/change-wording", {"got": cell.text})
    if unit not in ("", now.unit, now.unit.split(" ")[0]):  # the % of `% year on year`
        return Fault("form/change-unit", {"got": cell.text, "unit": now.unit})
    if number is not None and number < 0 and not now.signed:
        return Fault("form/change-sign", {"got": cell.text, "now": change_text(structs.replace(now, value=abs(number)))})
    return structs.replace(now, value=number)


def with_unit(found: Change, cell: Cell, figure: Figure) -> Change | Fault:
    """A change in words of its own; a missing unit is that of the ledger."""
    now = figure.change
    known = now.unit if now else ""
    if not found.unit and known:
        found = structs.replace(found, unit=known)
    if not found.unit or found.unit not in UNITS | {known, figure.unit}:
        return Fault("form/change", {"got": cell.text})
    if now and found.wording == now.wording and found.unit != known:
        return Fault("form/change-unit", {"got": cell.text, "unit": known})
    if isinstance(found.value, Decimal) and found.value < 0 and found.wording.endswith(VERBS):
        return Fault("form/change", {"got": cell.text})  # 增长-3% says two things
    return found
