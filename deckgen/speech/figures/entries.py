"""An entry for each quantity of a paragraph; a change is attached to the value that moved, a base to what it came to."""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.speech.figures.dealt import Dealing, dealt
from deckgen.speech.figures.entry import LedgerEntry
from deckgen.speech.figures.labels import Given, Label, label_of
from deckgen.speech.figures.movements import moved_to, origin, same_measure, turn
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.series import Series, series_in
from deckgen.speech.figures.setting import WINDOW, folded, settings_of
from deckgen.speech.figures.verdicts import COMPARED
from deckgen.speech.source import Speech
from deckgen.speech.text.numbering import mark_of

MOVES = "增产|减产|减收|增长|下降|提高|增加|减少|上升|降低|提升|回落|净增|缩减|削减|压减|收窄|扩大|缩短|上涨|下跌|增收|增|降"
CHANGE = re.compile(
    rf"[，,、（(]?\s*(?P<wording>(?:同比|环比|同口径|按可比口径|{COMPARED}|(?:近)?[一二三四五十两]年(?=年均|累计|平均)|年均|累计|平均|实际|名义|可比|大幅|再|又)*(?:{MOVES})了?)$"
)
SHARE_OF = re.compile("[，,](?:占|为|完成|达到?)[^，。；、]{2,12}的$")
SHARE_WINDOW = 18  # characters before a share
SENTENCE_ENDS = "。！？；：.!?;:"


def line_entries(speech: Speech, line: int, row: list[Quantity]) -> list[LedgerEntry]:
    """The entries of one paragraph, without names."""
    text = speech.paragraphs[line].text
    if speech.english:
        return english_entries(text, row)
    return Paragraph(text, row, end_of_line_before(speech, line)).entries()


def end_of_line_before(speech: Speech, line: int) -> str:
    """The last words of the paragraph before, where no sentence ends with it."""
    before = speech.paragraphs[line - 1].text[-WINDOW:] if line else ""
    if mark_of(before) and not re.search("[。，]", before):
        return ""  # a heading
    return "" if not before or before[-1] in SENTENCE_ENDS else re.split("[，。；：！？,;]", before)[-1]


class Paragraph:
    """The quantities of one Chinese paragraph as they become entries, left to right."""

    def __init__(self, text: str, row: list[Quantity], line_before: str) -> None:
        self.row = row
        self.text = folded(text)
        self.line_before = line_before
        self.settings = settings_of(self.text, row)
        self.dealing: Dealing = dealt(self.text, row)
        self.series = {min(found.years): found for found in series_in(self.text, row)}
        self.given = Given()
        self.made: list[LedgerEntry] = []
        self.index: dict[int, int] = {}  # quantity → its entry in `made`

    def entries(self) -> list[LedgerEntry]:
        bases = {earlier: value for value, earlier in self.dealing.bases.items()}
        at = 0
        while at < len(self.row):
            if at in self.series:
                at = self.over_years(self.series[at])
            elif at in bases and same_measure(self.row[at], self.row[bases[at]]):
                at += 1
            elif (turned := self.movement(at)) is not None:
                self.add(at + 1, turned, base=at)
                at += 2
            else:
                self.one(at)
                at += 1
        return self.made

    def over_years(self, series: Series) -> int:
        """One entry for the values of several years: the last, and the others as its history; the next quantity."""
        first = min(series.years)
        setting = self.settings[first]
        left = self.text[: series.start].rstrip("，, ")
        left = re.sub(r"(?:其中)?[，,]?$", "", left[max(0, len(left) - WINDOW) :])
        begun = structs.replace(setting, left=re.split("[，。；：,;]", left)[-1], right="", behind=None)
        label = label_of(begun, self.given, self.line_before)
        self.add(series.last, Label(label.text, sure=label.sure))
        history = tuple((year, self.row[at].value) for at, year in series.years.items() if at != series.last)
        self.made[-1] = structs.replace(self.made[-1], history=history, period=f"{series.years[series.last]}年")
        return series.last + 1

    def movement(self, at: int) -> Label | None:
        """The label of what moved from this quantity to the next; None of any other."""
        setting = self.settings[at]
        if setting.behind is None or at in self.dealing.labels or not same_measure(setting.quantity, setting.behind):
            return None
        match = turn(self.text, setting.quantity, setting.behind)
        begun = origin(self.text, setting.quantity)
        if match is None or begun is None:
            return None
        left = setting.left[: -len(begun[0])] if setting.left.endswith(begun[0]) else setting.left
        label = label_of(structs.replace(setting, left=left, right="", behind=None), self.given, self.line_before)
        return structs.replace(label, prefix=moved_to(match))

    def one(self, at: int) -> None:
        """A quantity by itself: a change of the one before, what 分别 deals it, or an entry of its own."""
        quantity = self.row[at]
        if at in self.dealing.changes and self.attached(at, *self.dealing.changes[at]):
            return
        if at in self.dealing.labels:
            label, prefix = self.dealing.labels[at]
            self.add(at, Label(label, prefix), base=self.dealing.bases.get(at))
            return
        wording = change_wording(self.text, self.made[-1], quantity) if self.made else None
        if wording is None and len(self.made) > 1 and is_share_of_plan(self.text, self.made[-1]) and self.attached_behind(at):
            return
        if wording is not None:
            self.made[-1] = structs.replace(self.made[-1], change=quantity, wording=wording, change_start=quantity.start - len(wording))
            return
        if self.row and at and any(mark in self.text[self.row[at - 1].end : quantity.start] for mark in "。！？"):
            self.given = structs.replace(self.given, stale=True)
        found = label_of(self.settings[at], self.given, self.line_before)
        self.add(at, structs.replace(found, sure=found.sure and at not in self.dealing.unclear))

    def attached_behind(self, at: int) -> bool:
        """Whether 增长4.6% could be put to the value of 完成52.4亿元，为预算的101.2%，增长4.6%, over the share between them."""
        share, entry, quantity = self.made[-1].quantity, self.made[-2], self.row[at]
        match = CHANGE.fullmatch(self.text[share.end : quantity.start])
        apart = any(mark in self.text[entry.quantity.end : quantity.start] for mark in "。；")
        if (
            match is None
            or entry.change is not None
            or apart
            or entry.quantity.unit.endswith(("%", "％"))
            or not quantity.unit.endswith(("%", "％"))
        ):
            return False
        start = quantity.start - len(match["wording"])
        self.made[-2] = structs.replace(entry, change=quantity, wording=match["wording"], change_start=start)
        return True

    def attached(self, at: int, target: int, wording: str) -> bool:
        """Whether the change could be put to the entry of the value that moved."""
        place = self.index.get(target)
        if place is None or self.made[place].change is not None:
            return False
        quantity = self.row[at]
        self.made[place] = structs.replace(self.made[place], change=quantity, wording=wording, change_start=quantity.start - len(wording))
        return True

    def add(self, at: int, label: Label, base: int | None = None) -> None:
        quantity = self.row[at]
        earlier = self.row[base].value if base is not None and same_measure(self.row[base], quantity) else ""
        self.index[at] = len(self.made)
        self.made.append(LedgerEntry("", label.text, quantity, label.prefix, sure=label.sure, base=earlier))
        indicator = not quantity.rank and quantity.unit.endswith(("元", "%", "％"))
        self.given = Given(label.text, label.text if indicator else self.given.topic)


def is_share_of_plan(text: str, entry: LedgerEntry) -> bool:
    """为预算的101.2%, 完成年度计划的53%, 占总数的8%: what was reached of a sum, behind which the sum's own growth may stand."""
    before = text[max(0, entry.quantity.start - SHARE_WINDOW) : entry.quantity.start]
    return entry.quantity.unit in ("%", "％") and entry.change is None and SHARE_OF.search(before) is not None


def english_entries(text: str, row: list[Quantity]) -> list[LedgerEntry]:
    from deckgen.speech.figures.english_labels import (
        english_label,
        is_reached,
        moved_before,
        reached,
    )  # its patterns are compiled for English speeches only

    entries: list[LedgerEntry] = []
    last = ""
    for at, quantity in enumerate(row):
        wording = change_wording(text, entries[-1], quantity) if entries else None
        moved = moved_before(text, entries[-1], quantity) if entries else None
        if wording is not None:
            entries[-1] = structs.replace(entries[-1], change=quantity, wording=wording, change_start=quantity.start - len(wording))
            continue
        if moved is not None:
            entries[-1] = moved
            continue
        if at and is_reached(text, row[at - 1], quantity):  # of what it was, or by how much it moved: the figure is where it came to
            entries[-1] = reached(text, entries[-1], quantity)
            continue
        label = english_label(text, quantity, last)
        entries.append(LedgerEntry("", label.text, quantity, label.prefix, sure=label.sure))
        last = label.text
    return entries


def change_wording(text: str, entry: LedgerEntry, quantity: Quantity) -> str | None:
    """同比增长 where the quantity says how that of `entry`, the one before it, moved; else None."""
    if entry.change is not None or quantity.rank or quantity.start - entry.quantity.end > WINDOW:
        return None
    before = entry.quantity
    match = CHANGE.fullmatch(text[before.end : quantity.start])
    if match is None or before.rank or not quantity.unit.endswith(("%", "％", "百分点", "倍")):
        return None
    if before.unit in ("%", "％") and quantity.unit in ("%", "％"):
        return None
    return match["wording"]
