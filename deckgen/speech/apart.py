"""Entries of a ledger that would be called alike and say two things, told apart: one label with two values is an error of a deck."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from deckgen.numerals import to_chinese
from deckgen.speech.ledger import Entry

MOST = 1000


def told_apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries; one that says something else than the first of its label is numbered behind it, and marked for a person to name."""
    first: dict[tuple[str, ...], Entry] = {}
    found = []
    for entry in entries:
        known = first.setdefault(key_of(entry), entry)
        if known.known and entry.known and known.quantity.value != entry.quantity.value:
            entry = relabelled(entry, first)
            first[key_of(entry)] = entry
        found.append(entry)
    return tuple(found)


def key_of(entry: Entry) -> tuple[str, ...]:
    """What `content/label-conflict` holds figures together by."""
    return entry.label, entry.quantity.unit.replace("％", "%"), entry.prefix


def relabelled(entry: Entry, taken: dict[tuple[str, ...], Entry]) -> Entry:
    for number in range(2, MOST):
        label = f"{entry.label} ({number})" if entry.label.isascii() else f"{entry.label}（{to_chinese(number)}）"
        found = structs.replace(entry, label=label, sure=False)
        if key_of(found) not in taken:
            return found
    return entry
