"""An entry for each quantity of a paragraph; a change is attached to the value that moved."""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.speech.figures.entry import LedgerEntry
from deckgen.speech.figures.labels import Given, Label, label_of
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Speech

CHANGE = re.compile(
    r"[，,、（(]?\s*(?P<wording>(?:同比|环比|同口径|按可比口径|[较比](?:上年|去年|上年同期|去年同期|同期|年初|20\d\d年)|年均|实际|名义|可比)*(?:增长|下降|提高|增加|减少|上升|降低|提升|回落|增|降)(?:了|到|至)?)$"
)


def line_entries(speech: Speech, line: int, row: list[Quantity]) -> list[LedgerEntry]:
    """The entries of one paragraph, without names."""
    text = speech.paragraphs[line].text
    entries: list[LedgerEntry] = []
    given = Given()
    for quantity in row:
        wording = change_wording(text, entries[-1], quantity) if entries else None
        if wording is not None:
            entries[-1] = structs.replace(entries[-1], change=quantity, wording=wording, change_start=quantity.start - len(wording))
            continue
        label = label_in(speech, quantity, row, given)
        entries.append(LedgerEntry("", label.text, quantity, label.prefix, sure=label.sure))
        indicator = not quantity.rank and quantity.unit.endswith(("元", "%", "％"))
        given = Given(label.text, label.text if indicator else given.topic)
    return entries


def label_in(speech: Speech, quantity: Quantity, row: list[Quantity], given: Given) -> Label:
    """What the quantity counts, in the language of the speech."""
    if not speech.english:
        return label_of(speech, quantity, row, given)
    from deckgen.speech.figures.english_labels import english_label  # its patterns are compiled for English speeches only

    return english_label(speech.paragraphs[quantity.paragraph].text, quantity, given.last)


def change_wording(text: str, entry: LedgerEntry, quantity: Quantity) -> str | None:
    """同比增长 where the quantity says how that of `entry`, the one before it, moved; else None."""
    if entry.change is not None or quantity.rank:
        return None
    before = entry.quantity
    match = CHANGE.fullmatch(text[before.end : quantity.start])
    if match is None or before.rank or not quantity.unit.endswith(("%", "％", "百分点", "倍")):
        return None
    if before.unit in ("%", "％") and quantity.unit in ("%", "％"):
        return None
    return match["wording"]
