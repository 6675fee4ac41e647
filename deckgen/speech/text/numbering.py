"""The numbering of official Chinese in all its spellings: 一、（一）1.（1）① 第一， 一是 首先 ——."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.numerals import to_number

HANZI = "[〇零一二三四五六七八九十]"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
OPEN, CLOSE = "[（(〔\\[【]", "[）)〕\\]】]"
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}
FIRSTLY = {"首先": 1, "其次": 2, "再次": 3, "第三": 3, "最后": 9}

# From the top of a document to its smallest parts. A kind that comes earlier never stands under one that comes later.
KINDS = (
    "part",
    "chapter",
    "clause",
    "box",
    "hanzi",
    "hanzi-bracket",
    "ordinal",
    "roman",
    "arabic",
    "arabic-bracket",
    "letter",
    "circled",
    "which",
    "firstly",
    "dash",
    "bullet",
)

MARKS = {
    # 第一部分  第二章  Part 1
    "part": rf"第\s*(?P<n>{HANZI}+|\d+)\s*(?:部分|篇|编)[、：:，,\s]*|(?:Part|PART)\s+(?P<m>\d+|[IVX]+|One|Two|Three|Four|Five)\b[.:：\s—-]*",
    # 第一章 总则  Chapter 1
    "chapter": rf"第\s*(?P<n>{HANZI}+|\d+)\s*章[、：:，,\s]*|Chapter\s+(?P<m>\d+|[IVX]+|One|Two|Three|Four|Five)\b[.:：\s—-]*",
    "clause": rf"第\s*(?P<n>{HANZI}+|\d+)\s*节[、：:，,\s]*",
    # 专栏1 主要指标, a box of a plan
    "box": rf"专栏\s*(?P<n>\d{{1,2}}|{HANZI}{{1,3}})[：:，,\s]*",
    # 一、 一． 一. 一，（but not 一、二、三产业）
    "hanzi": rf"(?P<n>{HANZI}++)\s*+(?:[、．.﹒，,：:]|(?<=\s))(?!\s*+{HANZI}++[、产]|\d(?!\d{{3}}\s*+年))\s*+",
    # （一） (一) 〔一〕 （一）、
    "hanzi-bracket": rf"{OPEN}\s*(?P<n>{HANZI}+)\s*{CLOSE}\s*[、．.，,]?\s*",
    # 第一，  第一、 第一：  第一条 is no such mark
    "ordinal": rf"第(?P<n>{HANZI}+)\s*(?:[，、：:,；]|是|[\s\u3000]+)\s*",
    # 1. 1、 1． but not 1.5
    "arabic": r"(?P<n>\d{1,2})\s*(?:[．.](?!\d)|、|，(?!\d))\s*",
    # I. II.
    "roman": r"(?P<n>[IVX]{1,5})(?:[.．]\s+|、)",
    # (a) (b)
    "letter": rf"{OPEN}(?P<n>[a-h]){CLOSE}\s*",
    # （1） (1) 1） 1)
    "arabic-bracket": rf"(?:{OPEN}\s*(?P<n>\d{{1,2}})\s*{CLOSE}|(?P<m>\d{{1,2}})\s*[）)])\s*[、．.，,]?\s*",
    "circled": rf"(?P<n>[{CIRCLED}])\s*[、．.]?\s*",
    # 一是 二是； 一要 二要；一则
    "which": rf"(?P<n>{HANZI})(?:是要(?![素求件点害领闻塞])|是|要|则)\s*[，：:,]?\s*",
    "firstly": r"(?P<n>首先|其次|再次|最后)\s*(?:[，、：:,]|是(?!要)|要)\s*",
    "dash": r"(?:——|──|--|—|－－|―{1,2})\s*",
    "bullet": r"[•●■◆▪◦○□★☆※·\-*+]\s+|[•●■◆▪◦□★☆※]\s*",
}
PATTERNS = {kind: re.compile(pattern) for kind, pattern in MARKS.items()}
LETTERS = "abcdefgh"
ENGLISH = {"One": 1, "Two": 2, "Three": 3, "Four": 4, "Five": 5}


class Mark(Struct, frozen=True, gc=False):
    """A number before a text: its kind, its value (0 where it has none), and where the text behind it begins."""

    kind: str
    number: int
    end: int


def mark_of(text: str) -> Mark | None:
    """The mark that `text` begins with, or None."""
    for kind in KINDS:
        match = PATTERNS[kind].match(text)
        if match and match.end() and match.end() < len(text):
            return Mark(kind, value(match), match.end())
    return None


def value(match: re.Match[str]) -> int:
    groups = match.groupdict()
    word = groups.get("n") or groups.get("m") or ""
    if word in CIRCLED and word:
        return CIRCLED.index(word) + 1
    if len(word) == 1 and word in LETTERS:
        return LETTERS.index(word) + 1
    return ROMAN.get(word) or FIRSTLY.get(word) or ENGLISH.get(word) or to_number(word) or 0


# 一是……；二是……  第一，……。第二，……  （1）……；（2）…… inside one paragraph.
INLINE = {
    "which": re.compile(rf"(?:(?<=[。；;：:，,！!、\s])|^)(?P<n>{HANZI})(?:是要(?![素求件点害领闻塞])|是|要)(?!非|否|以|求)\s*[，：:,]?"),
    "ordinal": re.compile(rf"(?:(?<=[。；;：:，,！!\s])|^)第(?P<n>{HANZI})[，、：:,]"),
    "firstly": re.compile(r"(?:(?<=[。；;：:，,！!\s])|^)(?P<n>首先|其次|再次|最后)[，、：:,]"),
    "arabic-bracket": re.compile(rf"(?:(?<=[。；;：:，,、\s])|^)(?:{OPEN}(?P<n>\d{{1,2}}){CLOSE}|(?P<m>\d{{1,2}})[）)])"),
    "hanzi-bracket": re.compile(rf"(?:(?<=[。；;：:，,、\s])|^){OPEN}(?P<n>{HANZI}){CLOSE}"),
    "circled": re.compile(rf"(?P<n>[{CIRCLED}])"),
}


def inline_marks(text: str) -> list[tuple[int, Mark]]:
    """The marks of an enumeration inside a paragraph, with the offset of each; [] where fewer than two follow one another."""
    best: list[tuple[int, Mark]] = []
    for kind, pattern in INLINE.items():
        marks = [(match.start(), Mark(kind, value(match), match.end())) for match in pattern.finditer(text)]
        row = in_order(marks)
        if len(row) > len(best):
            best = row
    return best if len(best) > 1 else []


def in_order(marks: list[tuple[int, Mark]]) -> list[tuple[int, Mark]]:
    """The longest start of the list that counts 1, 2, 3 …."""
    row: list[tuple[int, Mark]] = []
    for offset, mark in marks:
        if mark.number == len(row) + 1 or (row and mark.kind == "firstly" and mark.number > row[-1][1].number):
            row.append((offset, mark))
    return row
