"""Slips of one paragraph that have only one way out: which of its characters become which.

Only what leaves no choice is mended; everything else stays a finding for a person. `，。` may be either, `甲“乙` may want its
partner anywhere, and the stop in 约翰.史密斯 may be a point between names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from deckgen.check import doubled_mark, half_width_mark, mixed_quotes, unpaired_mark
from deckgen.check.unpaired_mark import PAIRS, is_apostrophe

OPENING, CLOSING = "(（", ")）"
FULL = half_width_mark.FULL
NUMERALS = "一二三四五六七八九十百零〇第（）()"
REPEATABLE = "，、；："  # of which any number is one too many
HALF_WIDTH_TWICE = (",,", ";;", "::")  # behind hanzi
NEVER_TWICE = "“”《》"  # what stands within them has marks of another kind
PASSES = 3  # what one mend leaves, the next may see: ,, between hanzi
Mends = dict[int, str]


class Paragraph(Struct, frozen=True):
    """`shown` is what is read, `own` the same with FIGURE for every character that a figure of the ledger prints."""

    shown: str
    own: str

    def mended(self, mends: Mapping[int, str]) -> Paragraph:
        return Paragraph(*(replaced(text, mends) for text in (self.shown, self.own)))


def certain(paragraph: Paragraph, rules: frozenset[str]) -> tuple[Mends, dict[str, int]]:
    """What becomes of the characters of the paragraph ("": it goes), and how many were mended for each rule."""
    result: Mends = {}
    counts: dict[str, int] = {}
    places = list(range(len(paragraph.own)))  # of what is there now, in the paragraph as it was
    for _ in range(PASSES):
        for rule, search in SEARCHES.items():
            mends = search(paragraph) if rule in rules else {}
            if is_balanced(paragraph.own) and not is_balanced(replaced(paragraph.own, mends)):
                continue
            result |= {places[at]: new for at, new in mends.items()}
            if mends:
                counts[rule] = counts.get(rule, 0) + len(mends)
            places = [place for at, place in enumerate(places) if mends.get(at) != ""]
            paragraph = paragraph.mended(mends)
    return result, counts


def replaced(text: str, mends: Mapping[int, str]) -> str:
    return "".join([mends.get(at, char) for at, char in enumerate(text)])


def doubled(paragraph: Paragraph) -> Mends:
    """One of equal marks in a row stays: ，， 、、 。。 and “““ where that leaves the pairs in order."""
    text = paragraph.own
    mends: Mends = {}
    paired: Mends = {}
    for marks in re.finditer(doubled_mark.MARKS, text):
        for first, last in doubled_mark.doubled(marks[0]):
            start, end = marks.start() + first, marks.start() + last
            row = text[start:end]
            if len(set(row)) > 1:
                continue
            half_width = row in HALF_WIDTH_TWICE and is_hanzi(text[start - 1 : start])
            if row[0] in REPEATABLE or row == "。。" or half_width:
                mends |= dict.fromkeys(range(start + 1, end), "")
            elif row[0] in PAIRS or row[0] in PAIRS.values():
                paired |= dict.fromkeys(range(start + 1, end), "")
    ours = all(text[at] in NEVER_TWICE for at in paired) or not is_balanced(text)
    if paired and ours and is_balanced(replaced(text, paired)):
        mends |= paired
    return mends


def full_width(paragraph: Paragraph) -> Mends:
    """Half-width marks among hanzi; brackets with their partners, a full stop only where the paragraph ends."""
    shown, own = paragraph.shown, paragraph.own
    partners = dict(bracket_pairs(own))
    mends: Mends = {}
    for match in re.finditer(half_width_mark.MARK, own):
        at, mark = match.start(), match[0]
        if not found_by_rule(shown, at, mark) or is_quoted(own, at) or in_a_row(own, at):
            continue
        if mark in "()":
            if at in partners:
                mends |= {place: FULL.get(own[place], own[place]) for place in (at, partners[at])}
        elif mark != "." or (at == len(own) - 1 and own[:at].strip(NUMERALS)):
            mends[at] = FULL[mark]
    return {at: new for at, new in mends.items() if own[at] != new}


def found_by_rule(shown: str, at: int, mark: str) -> bool:
    before, after = shown[at - 1 : at] if at else "", shown[at + 1 : at + 2]
    return half_width_mark.is_chinese(before, mark) and (half_width_mark.is_chinese(after, mark) or (not after and mark not in "()"))


def is_quoted(text: str, at: int) -> bool:
    """Whether the mark is spoken of: “,”."""
    return PAIRS.get(text[at - 1 : at]) == text[at + 1 : at + 2]


def in_a_row(text: str, at: int) -> bool:
    """Whether another mark stands beside this one, of which one is too many: 、:"""
    beside = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] not in "()" and any(mark in doubled_mark.ENDS for mark in beside)


def is_hanzi(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Each bracket with its partner, whatever the width of the two."""
    left_open: list[int] = []
    for at, char in enumerate(text):
        if char in OPENING:
            left_open.append(at)
        elif char in CLOSING and left_open:
            first = left_open.pop()
            yield first, at
            yield at, first


def straight(paragraph: Paragraph) -> Mends:
    """Pairs of straight quotes among hanzi: 他说"行" is 他说“行”."""
    text = paragraph.own
    places = [at for at, char in enumerate(text) if char == '"']
    if not places or len(places) % 2 or "“" in text or "”" in text:
        return {}
    if not all(stands_inside(text, begin, end) for begin, end in zip(places[::2], places[1::2], strict=True)):
        return {}
    mends = {at: "“”"[number % 2] for number, at in enumerate(places)}
    return mends if is_balanced(replaced(text, mends)) else {}


def stands_inside(text: str, begin: int, end: int) -> bool:
    """Whether the quotes hold hanzi tightly, as quotes do: neither inches nor a space on the wrong side."""
    within = text[begin + 1 : end]
    return any(is_hanzi(char) for char in within) and not (within[0].isspace() or within[-1].isspace())


def turned(paragraph: Paragraph) -> Mends:
    """Quotes that open where they close: ”稳中求进“, “甲“. There is one order for an even number of them that is not in order."""
    text = paragraph.own
    places = [at for at, char in enumerate(text) if char in "“”"]
    if len(places) % 2 or is_balanced(text):
        return {}
    mends = {at: "“”"[number % 2] for number, at in enumerate(places)}
    return {at: new for at, new in mends.items() if text[at] != new} if is_balanced(replaced(text, mends)) else {}


def is_balanced(text: str) -> bool:
    """Whether the rule on pairs finds nothing in the paragraph."""
    left_open: list[str] = []
    for at, char in enumerate(text):
        if char in PAIRS:
            left_open.append(PAIRS[char])
        elif char in PAIRS.values() and not is_apostrophe(text, at) and (not left_open or left_open.pop() != char):
            return False
    return not left_open


SEARCHES: dict[str, Callable[[Paragraph], Mends]] = {
    doubled_mark.RULE: doubled,
    mixed_quotes.RULE: straight,
    unpaired_mark.RULE: turned,
    half_width_mark.RULE: full_width,
}
RULES = frozenset(SEARCHES)
