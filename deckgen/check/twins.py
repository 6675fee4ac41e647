"""Figures of one ledger that speak of the same thing; what two rules ask."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.figures import Figure, Ledger


def twins(ledger: Ledger) -> Iterator[tuple[Figure, Figure]]:
    """Each figure that an earlier one shares its label, unit, prefix and period with, after that earlier one."""
    first: dict[tuple[str, ...], Figure] = {}
    for figure in ledger.figures.values():
        key = (figure.label, figure.unit, figure.prefix, figure.period)
        if key in first:
            yield first[key], figure
        first.setdefault(key, figure)


def same_value(one: Figure, other: Figure) -> bool:
    """Whether they agree, or at least one of them is not known yet."""
    return one.value is None or other.value is None or one.value == other.value
