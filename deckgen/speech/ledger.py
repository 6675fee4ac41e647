"""The ledger that a speech gives: an entry for each quantity, a change attached to its value, and how the speech refers to them."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct, structs

from deckgen.amounts import currency_apart
from deckgen.figures import INNER_SUFFIXES, format_value, quantity_text, with_currency
from deckgen.numerals import to_chinese
from deckgen.speech.english import english_label
from deckgen.speech.labels import Given, label_of
from deckgen.speech.naming import stem_of, unique
from deckgen.speech.phrases import Phrase
from deckgen.speech.quantity import Quantity
from deckgen.speech.source import Piece, Speech

CHANGE = re.compile(
    r"[，,、（(]?\s*(?P<wording>(?:同比|环比|同口径|按可比口径|[较比](?:上年|去年|上年同期|去年同期|同期|年初|20\d\d年)|年均|实际|名义|可比)*(?:增长|下降|提高|增加|减少|上升|降低|提升|回落|增|降)(?:了|到|至)?)$"
)
NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
X = re.compile(r"[X×*_.]+")


class Entry(Struct, frozen=True, gc=False):
    """One figure of the ledger, and the quantity of the speech that it holds."""

    name: str
    label: str
    quantity: Quantity
    prefix: str = ""
    change: Quantity | None = None
    wording: str = ""  # of the change, 同比增长
    sure: bool = True
    change_start: int = 0  # where the wording begins in its paragraph
    period: str = ""  # of a plan: the year it is made for
    twin: bool = False  # the label had to be told apart from another one by a number

    @property
    def known(self) -> bool:
        return self.quantity.known


class Reference(Struct, frozen=True, gc=False):
    """A stretch of a paragraph that the ledger prints word for word."""

    line: int
    start: int
    end: int
    words: str  # {gdp}


class Ledger(Struct, frozen=True):
    entries: tuple[Entry, ...]
    references: dict[int, tuple[Reference, ...]]  # by paragraph, left to right
    literal: int  # quantities that are written out because the ledger would print them otherwise
    grouped: bool = True  # 1,234 rather than 1234, as most large numbers of the speech have it


def make_ledger(speech: Speech, quantities: tuple[Quantity, ...], years: dict[int, str], periods: dict[int, str]) -> Ledger:
    """An entry for every quantity.

    `years`: paragraph → the year its figures are aims of, which goes into their names; `periods`: paragraph → the time that
    is planned there, so that what was reached and what is aimed at are two figures of one label.
    """
    entries: list[Entry] = []
    by_line: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        by_line.setdefault(quantity.line, []).append(quantity)
    for line, row in by_line.items():
        entries.extend(line_entries(speech, line, row))
    entries = [structs.replace(entry, period=periods.get(entry.quantity.line, "")) for entry in entries]
    named = with_names(told_apart(entries), years)
    grouped = is_grouped(quantities)
    references = [ref for entry in named for ref in references_of(speech, entry, grouped)]
    written = sum(1 + (entry.change is not None) for entry in named)
    return Ledger(tuple(named), by_paragraph(references), written - len(references), grouped)


def told_apart(entries: list[Entry]) -> list[Entry]:
    """The entries, a number behind every label that another entry of the same time has with another value.

    Two values under one label would contradict each other on the screen.
    """
    taken: dict[tuple[str, ...], list[str]] = {}
    found = []
    for entry in entries:
        quantity = entry.quantity
        values = taken.setdefault((entry.label, quantity.unit, entry.prefix, entry.period), [])
        if quantity.known and quantity.value not in values and values:
            values.append(quantity.value)
            found.append(structs.replace(entry, label=numbered(entry.label, len(values)), twin=True))
        else:
            if quantity.known and quantity.value not in values:
                values.append(quantity.value)
            found.append(entry)
    return found


def numbered(label: str, number: int) -> str:
    return f"{label} ({number})" if label.isascii() else f"{label}（{to_chinese(number)}）"


def is_grouped(quantities: tuple[Quantity, ...]) -> bool:
    """Whether most numbers over 999 have their commas."""
    large = [q.written for q in quantities if re.fullmatch(r"[0-9,]{4,}(?:\.[0-9]+)?", q.written) and q.known]
    return sum("," in number for number in large) * 2 >= len(large)


def line_entries(speech: Speech, line: int, row: list[Quantity]) -> list[Entry]:
    """The entries of one paragraph, without names."""
    text = speech.lines[line].text
    found: list[Entry] = []
    given = Given()
    for quantity in row:
        wording = change_wording(text, found, quantity)
        if wording is not None:
            found[-1] = structs.replace(found[-1], change=quantity, wording=wording, change_start=quantity.start - len(wording))
            continue
        label = english_label(text, quantity, given.last) if speech.english else label_of(speech, quantity, row, given)
        found.append(Entry("", label.text, quantity, label.prefix, sure=label.sure))
        indicator = not quantity.rank and quantity.unit.endswith(("元", "%", "％"))
        given = Given(label.text, label.text if indicator else given.topic)
    return found


def change_wording(text: str, found: list[Entry], quantity: Quantity) -> str | None:
    """同比增长 where the quantity says how the one before it moved, else None."""
    if not found or found[-1].change is not None or quantity.rank:
        return None
    before = found[-1].quantity
    match = CHANGE.fullmatch(text[before.end : quantity.start])
    if match is None or before.rank or not quantity.unit.endswith(("%", "％", "百分点", "倍")):
        return None
    if before.unit in ("%", "％") and quantity.unit in ("%", "％"):
        return None
    return match["wording"]


def with_names(entries: list[Entry], years: dict[int, str]) -> list[Entry]:
    names: list[str] = []
    named = []
    for entry in entries:
        year = years.get(entry.quantity.line, "")
        name = unique(f"{stem_of(entry.label)}{ending(entry)}" + (f"_{year}" if year else ""), names)
        names.append(name)
        named.append(structs.replace(entry, name=name))
    return named


def ending(entry: Entry) -> str:
    """What the figure says of its indicator: its share, its place, how it grew."""
    label, quantity = entry.label, entry.quantity
    if quantity.rank:
        return "_rank"
    if "占" in label[:1] or re.search("占.*比重?", label):
        return "_share"
    if re.search("高于|低于|高出|快于", label):
        return "_lead"
    if quantity.unit in ("%", "个百分点") and entry.prefix in ("增长", "提高", "上升", "增加", "增速", "增幅"):
        return "_growth"
    return "_drop" if quantity.unit in ("%", "个百分点") and entry.prefix in ("下降", "降低", "减少") else ""


def by_paragraph(references: list[Reference]) -> dict[int, tuple[Reference, ...]]:
    found: dict[int, list[Reference]] = {}
    for reference in references:
        found.setdefault(reference.line, []).append(reference)
    return {line: tuple(sorted(row, key=lambda ref: ref.start)) for line, row in found.items()}


# ---- how the speech refers to an entry


def references_of(speech: Speech, entry: Entry, grouped: bool) -> list[Reference]:
    """The stretches that the entry prints exactly as the speech has them; none where it would print them otherwise."""
    found = []
    quantity = entry.quantity
    text = speech.lines[quantity.line].text
    end = quantity.end - (len(quantity.after) if quantity.inner else 0)
    words = text[quantity.start : end]
    for form, printed in forms(entry, grouped):
        if printed == words:
            found.append(Reference(quantity.line, quantity.start, end, form))
            break
    change = entry.change
    if change is not None and text[entry.change_start : change.end] == printed_change(entry, grouped):
        found.append(Reference(change.line, entry.change_start, change.end, f"{{{entry.name}.change}}"))
    return found


def forms(entry: Entry, grouped: bool) -> list[tuple[str, str]]:
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


def printed_change(entry: Entry, grouped: bool) -> str:
    assert entry.change is not None
    return f"{entry.wording}{printed_number(entry.change, grouped)}{entry.change.unit}"


def written(speech: Speech, ledger: Ledger, words: Phrase | Piece) -> str:
    """A phrase or a stretch of the speech as the outline has it: quantities as references, other braces and stars kept from meaning something."""
    if isinstance(words, Piece):
        return piece_written(speech, ledger, words)
    return "".join(escaped(part) if isinstance(part, str) else piece_written(speech, ledger, part) for part in words.parts)


def piece_written(speech: Speech, ledger: Ledger, piece: Piece) -> str:
    text = speech.lines[piece.line].text
    found = ""
    at = piece.start
    for reference in ledger.references.get(piece.line, ()):
        if at <= reference.start and reference.end <= piece.end:
            found += escaped(text[at : reference.start]) + reference.words
            at = reference.end
    return found + escaped(text[at : piece.end])


def escaped(text: str) -> str:
    """`text` so that the outline reads it as it is: braces doubled, stars kept from being marks."""
    return text.replace("*", "\\*").replace("{", "{{").replace("}", "}}")
