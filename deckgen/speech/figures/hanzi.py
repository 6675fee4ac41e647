"""Quantities that are written in hanzi: 五千多人, 两百余场, 三分之二, 近四成, 翻一番. 三会一课 and 四个意识 are names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.units import unit_pattern
from deckgen.vague import BEHIND, MORE

DIGIT = "[一二两三四五六七八九]"
# From twenty on, or a round number said to be reached or passed: 十项, 三个 and 百家 name more often than they count.
LARGE = rf"(?:{DIGIT}[百千万][〇零一二两三四五六七八九十百千万]{{0,16}}|[二三四五六七八九]十{DIGIT}?)"
ROUND = rf"(?:{DIGIT}?[十百千万])"
ABOUT = "近约超过逾破足"
SHARED = "近超约过达到有的占为逾长降升和高低"  # what stands before 四成


@cache
def hanzi_amounts() -> re.Pattern[str]:
    """A number of at least two hanzi (or 百余, 近千) with its unit."""
    before = "(?<![一二两三四五六七八九十百千万亿第数几0-9])"
    more, large, near = rf"(?P<more>{LARGE}|{ROUND})(?P<inner>[{MORE}])", rf"(?P<large>{LARGE})", rf"(?<=[{ABOUT}])(?P<near>{ROUND})"
    return re.compile(rf"{before}(?:{more}|{large}|{near})(?P<unit>[万亿]?{unit_pattern()})(?P<after>{BEHIND})?")


@cache
def hanzi_shares() -> re.Pattern[str]:
    """三分之二, 百分之八十, 近四成, 一倍, 一番."""
    tenths = rf"(?<=[{SHARED}])(?P<tenths>{DIGIT})(?P<cheng>成)(?![立果为效本功长员都绩就交套熟型片])(?P<after>{BEHIND}|多)?"
    part = rf"(?P<part>(?:百|千|万|{DIGIT})分之(?:[一二两三四五六七八九十百点零]+))(?P<after2>{BEHIND})?"
    times = rf"(?<=[长了到高大加降的达近约超过])(?P<times>{DIGIT}|数)(?P<bei>倍)(?P<after3>{BEHIND}|多)?"
    doubled = r"(?P<doubled>翻了?[一两三]?番)"
    none = r"(?<=[数率量件起次例亡故发][为是到至])(?P<none>零)(?=[，。；、]|$)"
    return re.compile(f"{tenths}|{part}|{times}|{doubled}|{none}")


def hanzi_quantities(text: str, index: int) -> Iterator[Quantity]:
    """Those of one paragraph; their numbers stay words."""
    for match in hanzi_amounts().finditer(text):
        number = match["more"] or match["large"] or match["near"]
        inner, after = match["inner"] or "", match["after"] or ""
        yield Quantity(index, match.start(), match.end(), number, number, match["unit"], inner=inner, after=after)
    for match in hanzi_shares().finditer(text):
        number = match["tenths"] or match["part"] or match["times"] or match["doubled"] or match["none"]
        after = match["after"] or match["after2"] or match["after3"] or ""
        yield Quantity(index, match.start(), match.end(), number, number, match["cheng"] or match["bei"] or "", after=after)
