"""What was reached before a target: the figure of the ledger that says the same of an earlier time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from deckgen.figures import Figure


def reached_before(aim: Figure, ledger: Mapping[str, Figure], aims: Collection[str]) -> Figure | None:
    """The one other figure with the label, unit and prefix of the target, a number or X; none of the `aims`, nor of a later period.

    None where the ledger has none, or several, and for a target that has a `base`.
    """
    if aim.base is not None:
        return None
    found = [figure for figure in ledger.values() if figure.name not in aims and subject(figure) == subject(aim) and earlier(figure, aim)]
    return found[0] if len(found) == 1 and isinstance(found[0].value, Decimal | None) else None


def subject(figure: Figure) -> tuple[str, ...]:
    """What a figure speaks of, and how it is written."""
    return figure.label, figure.unit, figure.prefix, figure.currency, figure.scale


def earlier(figure: Figure, aim: Figure) -> bool:
    """Whether a figure may be of a time before the target: a period says so, or nothing contradicts it."""
    return not (figure.period and aim.period) or figure.period < aim.period
