"""Which stretches of the speech an entry prints word for word, and by which words the outline refers to them."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby

from deckgen.amounts import currency_apart
from deckgen.figures import quantity_text, with_currency
from deckgen.speech.figures.entry import LedgerEntry, Reference
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Speech
from deckgen.vague import INNER_SUFFIXES
from deckgen.values import format_value

NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")


def references_of(speech: Speech, entry: LedgerEntry, grouped: bool) -> list[Reference]:
    """The stretches that the entry prints exactly as the speech has them; none where it would print them otherwise."""
    quantity, change = entry.quantity, entry.change
    text = speech.paragraphs[quantity.paragraph].text
    end = quantity.end - (len(quantity.after) if quantity.inner else 0)
    words = text[quantity.start : end]
    form = next((form for form, printed in forms(entry, grouped) if printed == words), None)
    references = [Reference(quantity.paragraph, quantity.start, end, form)] if form else []
    if change is not None and text[entry.change_start : change.end] == printed_change(entry, change, grouped):
        references.append(Reference(change.paragraph, entry.change_start, change.end, f"{{{entry.name}.change}}"))
    return references


def forms(entry: LedgerEntry, grouped: bool) -> list[tuple[str, str]]:
    """The ways of referring to a value, each with what it prints."""
    quantity = entry.quantity
    number = printed_number(quantity, grouped)
    currency, _, unit = currency_apart(entry.prefix, quantity.unit)
    inner, after = quantity.inner, "" if quantity.inner else quantity.after
    plain = quantity_text(with_currency(number, currency), unit, inner if inner in INNER_SUFFIXES else after, entry.label, currency)
    spaced = f"{number}{quantity.gap}{quantity.unit}{after}"
    return [(f"{{{entry.name}}}", plain), (f"{{{entry.name}.value}}{quantity.gap}{{{entry.name}.unit}}{after}", spaced)]


def printed_number(quantity: Quantity, grouped: bool) -> str:
    """The number as the ledger shows it."""
    if not quantity.known:
        return quantity.value
    if NUMBER.fullmatch(quantity.value):
        return format_value(Decimal(quantity.value.replace(",", "")), grouped=grouped)
    return quantity.value


def printed_change(entry: LedgerEntry, change: Quantity, grouped: bool) -> str:
    return f"{entry.wording}{printed_number(change, grouped)}{change.unit}"


def by_paragraph(references: list[Reference]) -> dict[int, tuple[Reference, ...]]:
    """Paragraph → its references, left to right."""
    ordered = sorted(references, key=lambda reference: (reference.paragraph, reference.start))
    return {line: tuple(row) for line, row in groupby(ordered, key=lambda reference: reference.paragraph)}
