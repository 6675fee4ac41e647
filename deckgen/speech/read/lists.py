"""The numbers that Word shows before the paragraphs of a list, which are not in their text."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from deckgen.numerals import to_chinese

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


class Lists:
    """Counts every list of a document as Word does."""

    def __init__(self, document: Any) -> None:
        self.formats = formats_of(document)
        self.counts: dict[tuple[str, int], int] = {}

    def number(self, paragraph: Any) -> str:
        """一、 or （一） or 1. as it is shown before `paragraph`; "" for a paragraph of no list or with a bullet."""
        list_id, level = place_of(paragraph)
        levels = self.formats.get(list_id)
        if not levels or level not in levels:
            return ""
        start, _, pattern = levels[level]
        self.counts[list_id, level] = self.counts.get((list_id, level), start - 1) + 1
        for deeper in [key for key in self.counts if key[0] == list_id and key[1] > level]:
            del self.counts[deeper]
        text = pattern
        for index in range(9):
            if f"%{index + 1}" in text and index in levels:
                first, kind, _ = levels[index]
                text = text.replace(f"%{index + 1}", shown(self.counts.get((list_id, index), first), kind))
        return "" if levels[level][1] in ("bullet", "none") else spaced(text)


def spaced(text: str) -> str:
    """A number that ends in a letter or digit is kept off its text, as Word does with a tab."""
    return f"{text} " if text and ((text[-1].isascii() and text[-1] in ".)") or text[-1].isalnum()) else text


def shown(number: int, kind: str) -> str:
    if kind in CHINESE:
        return to_chinese(number)
    if kind in CIRCLED and 0 < number <= len(CIRCLES):
        return CIRCLES[number - 1]
    if kind in ("upperLetter", "lowerLetter") and 0 < number <= 26:
        return chr((65 if kind == "upperLetter" else 97) + number - 1)
    if kind in ("upperRoman", "lowerRoman"):
        text = roman(number)
        return text if kind == "upperRoman" else text.lower()
    return str(number)


def roman(number: int) -> str:
    values = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, letters in values:
        while number >= value:
            text, number = text + letters, number - value
    return text


def place_of(paragraph: Any) -> tuple[str, int]:
    """The list that a paragraph is in, by itself or by its style, and its level; ("", 0) for none."""
    element = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    style = paragraph.style
    while element is None and style is not None:
        element = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = style.base_style
    if element is None:
        return "", 0
    list_id, level = element.find(qn("w:numId")), element.find(qn("w:ilvl"))
    found = level.get(qn("w:val")) if level is not None else "0"
    return (list_id.get(qn("w:val")) or "") if list_id is not None else "", int(found or 0)


def formats_of(document: Any) -> dict[str, dict[int, tuple[int, str, str]]]:
    """List id → level → (start, format, text with %1)."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {node.get(qn("w:abstractNumId")): levels_of(node) for node in root.iter(qn("w:abstractNum"))}
    found = {}
    for node in root.iter(qn("w:num")):
        link = node.find(qn("w:abstractNumId"))
        if link is not None:
            found[node.get(qn("w:numId"))] = abstract.get(link.get(qn("w:val")), {})
    return found


def levels_of(abstract: Any) -> dict[int, tuple[int, str, str]]:
    found = {}
    for level in abstract.iter(qn("w:lvl")):
        start, kind, text = (level.find(qn(name)) for name in ("w:start", "w:numFmt", "w:lvlText"))
        found[int(level.get(qn("w:ilvl")) or 0)] = (
            int(start.get(qn("w:val")) or 1) if start is not None else 1,
            (kind.get(qn("w:val")) or "") if kind is not None else "",
            (text.get(qn("w:val")) or "") if text is not None else "",
        )
    return found
