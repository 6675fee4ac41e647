"""The further columns of a form: target, base, rank, what others have, earlier years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import structs

from deckgen.amounts import placeholder, vague_apart
from deckgen.figures import Figure
from deckgen.form.cells import Cell, CellFault, text_cell
from deckgen.form.quantity import read_value
from deckgen.numerals import FULL_WIDTH
from deckgen.values import UNKNOWN, Amount

BETWEEN = "[;；\n]"  # two of several amounts in one cell
COLON = re.compile("[:：]")
LONGEST_RANK = 40  # characters


def read_further(name: str, cell: Cell, figure: Figure) -> Any:
    """What the cell of this column says, as the figure has it, or a `CellFault`; the cell is not blank."""
    if cell.fault:
        return cell.fault
    match name:
        case "rank":
            return (
                cell.text if len(cell.text) <= LONGEST_RANK and cell.text.isprintable() else CellFault("form/further", {"got": cell.text})
            )
        case "compare" | "history":
            return read_pairs(cell, getattr(figure, name), figure)
    return read_amount(cell, figure)


def read_amount(cell: Cell, figure: Figure) -> Amount | CellFault:
    """420, 420左右, X, 6—6.5, whatever unit or scale of the ledger's stands behind it."""
    text, suffix = vague_apart(cell.text) if cell.number is None else ("", "")
    bare = structs.replace(figure, value=None, suffix="")
    found = read_value(text_cell(text) if text else cell, bare)
    if isinstance(found, CellFault):
        return found
    if isinstance(found.value, str):
        return CellFault("form/number", {"got": cell.text})
    return Amount(found.value, placeholder(text.translate(FULL_WIDTH)) if found.value is None else UNKNOWN, suffix)


def read_pairs(cell: Cell, now: Mapping[str, Amount], figure: Figure) -> dict[str, Amount] | CellFault:
    """2018: 382.1；2019: X over what the ledger has; a year or a place that it does not have is a slip."""
    amounts = dict(now)
    for piece in filter(None, map(str.strip, re.split(BETWEEN, cell.text))):
        name, *rest = (part.strip() for part in COLON.split(piece, maxsplit=1))
        if not rest or not rest[0] or name not in now:
            return CellFault("form/pairs", {"got": piece, "now": "；".join(now)})
        amount = read_amount(text_cell(rest[0]), figure)
        if isinstance(amount, CellFault):
            return amount
        amounts[name] = amount
    return amounts
