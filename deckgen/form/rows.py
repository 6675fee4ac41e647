"""The ledger as rows: each figure with its state and where the deck uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from deckgen.figures import Change, Figure, Ledger
from deckgen.form.uses import Use, uses_of
from deckgen.outline import Outline
from deckgen.values import UNKNOWN, Amount, Range, Value

State = Literal["unknown", "sample", "known"]


class Row(Struct, frozen=True):
    """One figure of the ledger."""

    number: int  # its place in the ledger, from 1
    figure: Figure
    used: bool
    uses: tuple[Use, ...] = ()

    @property
    def state(self) -> State:
        """Unknown while value or change is X, even where the rest of it is a sample."""
        if not self.figure.known:
            return "unknown"
        return "sample" if self.figure.sample else "known"


class Totals(Struct, frozen=True):
    all: int
    unknown: int
    sample: int
    known: int
    unused: int


def rows_of(ledger: Ledger, used: Iterable[str], outline: Outline) -> tuple[Row, ...]:
    """Every figure in the order of the ledger; `used` are the names that the outline mentions anywhere."""
    mentioned = frozenset(used)
    uses: Mapping[str, tuple[Use, ...]] = uses_of(outline)
    figures = enumerate(ledger.figures.values(), 1)
    return tuple(Row(number, figure, figure.name in mentioned, uses.get(figure.name, ())) for number, figure in figures)


def totals_of(rows: Sequence[Row]) -> Totals:
    states = [row.state for row in rows]
    return Totals(len(rows), states.count("unknown"), states.count("sample"), states.count("known"), sum(not row.used for row in rows))


def departments_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Each department once, in the order of the ledger; "" where none is written."""
    return tuple(dict.fromkeys(row.figure.department for row in rows))


def value_text(value: Value) -> str:
    """X, a text, or a number as a ledger has it: no grouping, no rounding, a plain minus."""
    if value is None:
        return UNKNOWN
    if isinstance(value, Range):
        return f"{value.low:f}{value.dash}{value.high:f}"
    return f"{value:f}" if isinstance(value, Decimal) else value


def amount_text(amount: Amount | None) -> str:
    """A target or a base as a ledger has it, 左右 and all; "" where there is none."""
    return value_text(amount.value) + amount.suffix if amount else ""


def pairs_text(amounts: Mapping[str, Amount]) -> str:
    """A history or a comparison in one cell: 2015: 298.4；2016: X."""
    return "；".join(f"{name}: {amount_text(amount)}" for name, amount in amounts.items())


def change_text(change: Change | None) -> str:
    """同比 +7.8% as a ledger has it; "" where a figure has no change."""
    if change is None:
        return ""
    return change.worded(value_text(change.value))


def phrase(figure: Figure) -> str:
    """How slides write the figure while it is unknown, prefix and all: 预计X亿元."""
    return structs.replace(figure, value=None).phrase
