"""One thing over several years: 2027年至2030年，生产总值分别为186.4亿元、203.7亿元…… · 收入2028年完成9.8亿元，2029年完成10.6亿元，……."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from deckgen.speech.figures.movements import same_measure
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.setting import WINDOW

YEARS_LEAST = 3
SPAN = re.compile(r"((?:19|20)\d\d)年?(?:至|到|[-—－–～~]+)((?:19|20)\d\d)年")
ROW = re.compile(r"((?:19|20)\d\d)年?(?:[、和]((?:19|20)\d\d)年?)+")
EACH = re.compile(
    r"[，、；,]?(?:到|至)?(?P<year>(?:19|20)\d\d)年(?:[末底])?的?(?:为|是|完成|达到?|实现|约|增长到|增加到|提高到|提升到|上升到|增至|升至|达至|突破|超过)?$"
)


class Series(Struct, frozen=True):
    """The quantities of one thing by their index in the paragraph, each with its year; `start`: where the words begin that say them."""

    years: dict[int, str]
    last: int
    start: int  # offset in the text of the year, or of 分别, before the first of them


def series_in(text: str, row: Sequence[Quantity]) -> list[Series]:
    """Every series of a paragraph, left to right."""
    found: list[Series] = []
    at = 0
    while at < len(row):
        series = each_year(text, row, at) or dealt_years(text, row, at)
        if series:
            found.append(series)
            at = series.last
        at += 1
    return found


def each_year(text: str, row: Sequence[Quantity], first: int) -> Series | None:
    """A year before each of at least three neighbours of one unit, one later than the other."""
    years: dict[int, str] = {}
    begin = 0
    for at in range(first, len(row)):
        before = text[row[at - 1].end if at > first else max(0, row[at].start - WINDOW) : row[at].start]
        match = EACH.fullmatch(before) if at > first else EACH.search(before)
        if match is None or (years and (match["year"] <= max(years.values()) or not same_measure(row[first], row[at]))):
            break
        begin = begin if years else row[at].start - len(before) + match.start("year")
        years[at] = match["year"]
    return Series(years, max(years), begin) if len(years) >= YEARS_LEAST else None


def dealt_years(text: str, row: Sequence[Quantity], first: int) -> Series | None:
    """分别 before as many neighbours of one unit as years are told before it in the sentence."""
    before = text[max(0, row[first].start - 2 * WINDOW) : row[first].start]
    sentence = re.split("[。；]", before)[-1]
    deals = sentence.rfind("分别")
    if deals < 0 or len(sentence) - deals > YEARS_LEAST * 3:
        return None
    last = first
    while (
        last + 1 < len(row)
        and re.fullmatch("[、，和,]|以及", text[row[last].end : row[last + 1].start])
        and same_measure(row[first], row[last + 1])
    ):
        last += 1
    years = years_told(sentence[:deals])
    if len(years) != last - first + 1 or len(years) < YEARS_LEAST:
        return None
    return Series({first + n: year for n, year in enumerate(years)}, last, row[first].start - len(sentence) + deals)


def years_told(text: str) -> list[str]:
    """2027, 2028 and 2029 of 2027年至2029年 or of 2027、2028和2029年."""
    span = SPAN.search(text)
    if span and 0 < int(span[2]) - int(span[1]) < 12:
        return [str(year) for year in range(int(span[1]), int(span[2]) + 1)]
    listed = ROW.search(text)
    return re.findall(r"(?:19|20)\d\d", listed[0]) if listed else []
