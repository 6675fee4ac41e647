"""The numbers that Word shows before the paragraphs of a list, which are not in their text."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from msgspec import Struct

from deckgen.numerals import to_chinese
from deckgen.speech.read.styles import WordStyles, number_of, value

CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographTraditional",
        "taiwaneseCounting",
        "chineseLegalSimplified",
    }
)
CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"})


class ListLevel(Struct, frozen=True):
    """One level of a list as Word counts and shows it."""

    start: int = 1
    kind: str = ""
    pattern: str = ""  # 第%1章, %1.%2
    restarts: bool = True  # after each number of a level above


ListLevels = dict[int, ListLevel]
DEEPEST = 9  # levels that a list has, ECMA-376 Part 1, 17.9.6


NUMBERED = f"{qn('w:pPr')}/{qn('w:numPr')}"


class Lists:
    """Counts every list of a document as Word does: lists made after one pattern count on, unless they begin anew."""

    def __init__(self, document: Any, styles: WordStyles) -> None:
        self.styles = styles
        self.lists = lists_of(document)
        self.counts: dict[tuple[str, int], int] = {}
        self.begun: set[str] = set()

    def number(self, paragraph: Any) -> str:
        """一、 or （一） or 1. as it is shown before `paragraph`; "" for a paragraph of no list or with a bullet."""
        list_id, depth = self.place(paragraph)
        pattern, levels, anew = self.lists.get(list_id, ("", {}, {}))
        level = levels.get(depth)
        if level is None:
            return ""
        if list_id not in self.begun:
            self.begun.add(list_id)
            self.counts.update({(pattern, changed): start - 1 for changed, start in anew.items()})
        self.counts[pattern, depth] = self.counts.get((pattern, depth), level.start - 1) + 1
        for deeper in range(depth + 1, DEEPEST):
            if deeper in levels and levels[deeper].restarts:
                self.counts.pop((pattern, deeper), None)
        return "" if level.kind in ("bullet", "none") else spaced(self.written(pattern, levels, level))

    def written(self, pattern: str, levels: ListLevels, level: ListLevel) -> str:
        text = level.pattern
        for index, other in levels.items():
            text = text.replace(f"%{index + 1}", shown(self.counts.get((pattern, index), other.start), other.kind))
        return text

    def place(self, paragraph: Any) -> tuple[str, int]:
        """The list that a paragraph is in, by itself or by its style, and its level; ("", 0) for none."""
        for owner in (paragraph, *self.styles.of(paragraph).chain):
            if owner.find(NUMBERED) is not None:
                depth = value(owner, "w:pPr", "w:numPr", "w:ilvl")
                return value(owner, "w:pPr", "w:numPr", "w:numId"), int(number_of(depth))
        return "", 0


def spaced(text: str) -> str:
    """A number that ends in a letter or digit is kept off its text, as Word does with a tab."""
    return f"{text} " if text and ((text[-1].isascii() and text[-1] in ".)") or text[-1].isalnum()) else text


def shown(number: int, kind: str) -> str:
    if kind in CHINESE:
        return to_chinese(number)
    if kind in CIRCLED and 0 < number <= len(CIRCLES):
        return CIRCLES[number - 1]
    if kind in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)  # Z is followed by AA, BB, …
        return letter if kind == "upperLetter" else letter.lower()
    if kind in ("upperRoman", "lowerRoman"):
        return roman(number) if kind == "upperRoman" else roman(number).lower()
    return str(number).zfill(2) if kind == "decimalZero" else str(number)


def roman(number: int) -> str:
    values = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for size, letters in values:
        while size <= number < 1000:
            text, number = text + letters, number - size
    return text or str(number)


def lists_of(document: Any) -> dict[str, tuple[str, ListLevels, dict[int, int]]]:
    """List id → (its pattern's id, its levels, where it begins anew)."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {node.get(qn("w:abstractNumId")): node for node in root.iter(qn("w:abstractNum"))}
    lists = {}
    for node in root.iter(qn("w:num")):
        pattern = value(node, "w:abstractNumId")
        if pattern in abstract:
            levels = {**levels_of(abstract[pattern]), **levels_of(node)}
            lists[node.get(qn("w:numId")) or ""] = pattern, levels, anew_of(node)
    return lists


def levels_of(owner: Any) -> ListLevels:
    """The levels that a pattern, or a list of its own, describes."""
    return {int(number_of(node.get(qn("w:ilvl")) or "")): level_of(node) for node in owner.iter(qn("w:lvl"))}


def level_of(node: Any) -> ListLevel:
    start = value(node, "w:start")
    return ListLevel(
        start=int(number_of(start, 1)),
        kind=value(node, "w:numFmt"),
        pattern=value(node, "w:lvlText"),
        restarts=value(node, "w:lvlRestart") != "0",
    )


def anew_of(node: Any) -> dict[int, int]:
    """Level → the number with which a list begins it, where it does not count on."""
    starts = {}
    for override in node.iterchildren(qn("w:lvlOverride")):
        start = value(override, "w:startOverride")
        if start:
            starts[int(number_of(override.get(qn("w:ilvl")) or ""))] = int(number_of(start, 1))
    return starts
