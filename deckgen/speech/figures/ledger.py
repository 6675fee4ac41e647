"""The ledger that a speech gives: entries told apart and named, and how the speech refers to them."""

from __future__ import annotations

import re
from itertools import groupby

from msgspec import structs

from deckgen.language import has_hanzi
from deckgen.numerals import to_chinese
from deckgen.speech.figures.entries import line_entries
from deckgen.speech.figures.entry import DraftLedger, LedgerEntry
from deckgen.speech.figures.naming import stem_of, unique
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.references import by_paragraph, references_of
from deckgen.speech.source import Speech


def make_ledger(speech: Speech, quantities: tuple[Quantity, ...], years: dict[int, str], periods: dict[int, str]) -> DraftLedger:
    """An entry for every quantity.

    `years`: paragraph → the year its figures are aims of, which goes into their names; `periods`: paragraph → the time that
    is planned there, so that what was reached and what is aimed at are two figures of one label.
    """
    rows = groupby(quantities, key=lambda quantity: quantity.paragraph)
    entries = [entry for line, row in rows for entry in line_entries(speech, line, list(row))]
    entries = [structs.replace(entry, period=entry.period or periods.get(entry.quantity.paragraph, "")) for entry in entries]
    named = with_names(told_apart(entries), years)
    grouped = is_grouped(quantities)
    references = [ref for entry in named for ref in references_of(speech, entry, grouped)]
    written = sum(1 + (entry.change is not None) for entry in named)
    return DraftLedger(tuple(named), by_paragraph(references), written - len(references), grouped)


def told_apart(entries: list[LedgerEntry]) -> list[LedgerEntry]:
    """The entries, a number behind every label that another entry of the same time has with another value.

    Two values under one label would contradict each other on the screen.
    """
    taken: dict[tuple[str, ...], list[str]] = {}
    apart = []
    for entry in entries:
        quantity = entry.quantity
        values = taken.setdefault((entry.label, quantity.unit, entry.prefix, entry.period), [])
        if quantity.known and quantity.value not in values:
            values.append(quantity.value)
            if len(values) > 1:
                entry = structs.replace(entry, label=numbered(entry.label, len(values)), twin=True)
        apart.append(entry)
    return apart


def numbered(label: str, number: int) -> str:
    return f"{label} ({number})" if label.isascii() else f"{label}（{to_chinese(number)}）"


def is_grouped(quantities: tuple[Quantity, ...]) -> bool:
    """Whether most numbers over 999 have their commas."""
    large = [q.written for q in quantities if re.fullmatch(r"[0-9,]{4,}(?:\.[0-9]+)?", q.written) and q.known]
    return sum("," in number for number in large) * 2 >= len(large)


# In names of hanzi.
ENDINGS = {"_rank": "位次", "_share": "占比", "_lead": "领先", "_growth": "增速", "_drop": "降幅"}


def with_names(entries: list[LedgerEntry], years: dict[int, str]) -> list[LedgerEntry]:
    names: set[str] = set()
    named = []
    for entry in entries:
        year = years.get(entry.quantity.paragraph, "")
        name = unique(whole_name(entry) + (f"_{year}" if year else ""), names)
        names.add(name)
        named.append(structs.replace(entry, name=name))
    return named


def whole_name(entry: LedgerEntry) -> str:
    """The name of its indicator and what the figure says of it: gdp_growth, 地区生产总值增速."""
    stem, end = stem_of(entry.label), ending(entry)
    if not has_hanzi(stem):
        return stem + end
    word = ENDINGS.get(end, "")
    return stem if stem.endswith(word) else stem + word


def ending(entry: LedgerEntry) -> str:
    """What the figure says of its indicator: its share, its place, how it grew."""
    label, quantity = entry.label, entry.quantity
    if quantity.rank:
        return "_rank"
    if label.startswith("占") or "比" in label.partition("占")[2]:
        return "_share"
    if re.search("高于|低于|高出|快于", label):
        return "_lead"
    if quantity.unit in ("%", "个百分点") and entry.prefix in ("增长", "提高", "上升", "增加", "增速", "增幅"):
        return "_growth"
    return "_drop" if quantity.unit in ("%", "个百分点") and entry.prefix in ("下降", "降低", "减少") else ""
