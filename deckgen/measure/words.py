"""What a title keeps whole: figures, names, terms and words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from deckgen.measure.glossary import terms

# All numerals are one to the patterns: a class of them costs a million instructions to compile wherever it stands, a build 600.
ALIKE = str.maketrans(dict.fromkeys("〇零一二三四五六七八九十百千万两", "一"))

# What is kept whole in a text whose numerals are all 一, each with the characters without which it cannot match, so that most are
# never compiled. Single characters stand as alternatives of longer ones, since a class of them is what costs.
HELD = (
    # A number stays with the first words of its item: 一、坚持  （二）  3.
    (frozenset("、.．"), r"^(?:一+、|\d+\.|\d+、|\d+．)\s*\w{2}"),
    # 党的十九届二中、三中、四中全会  党的二十大  一届三次
    (frozenset("届"), r"(?:党的|(?<!一))一++届(?:一++[中次](?:、一++[中次])*+)?(?:全会|全体会议)?"),
    (frozenset("大"), r"党的一++大|(?<!一)一{2,}+大(?=精神|报告|以来|战略)"),
    # 第一位  第X批  第三产业
    (frozenset("第"), r"第(?:一+|\d+|X+)(?:产业|季度|要务|动力|责任人?|个|位|名|次|届|条|章|节|批|期|年)?"),
    # 七个坚持  两个高于  九大体系
    (frozenset("个大项年月日周"), r"(?<!一)一++(?:[个大项]\w\w|年|月|日|周年)"),
    # 五方面
    (frozenset("方"), r"(?<!一)一++方面"),
    # £4.2 million  US$3bn  12 million
    (frozenset("£$€"), r"(?:[A-Z]{1,3})?[£$€](?:\d[\d,.]*|X+)(?: (?:thousand|million|billion|trillion|bn|m)\b)?"),
    (frozenset("noi"), r"\d[\d,.]{0,30} (?:thousand|million|billion|trillion)\b"),
)

# Names, short titles and asides, and how long the longest is that is kept whole: “七个坚持” （市、区）.
PAIRS = (("“", "”", 8), ("‘", "’", 8), ("「", "」", 8), ("《", "》", 12), ("（", "）", 6))

# A figure of a report as it is read from left to right: 约 +1,345 余万 元 以上.
NUMBER = r"\d[\d,.]*|X+"
DIGITS = frozenset("0123456789X")
ABOUT, SIGNED, ODD, SCALE = frozenset("约近超"), frozenset("▲▼↑↓+＋-−±"), frozenset("余多"), frozenset("十百千万亿")
LONG_UNITS = ("个百分点", "百分点", "平方公里", "平方米", "立方米", "公里", "小时", "分钟", "万元", "美元", "千瓦时", "千瓦", "人次")
UNITS = frozenset("℃%％‰元人亩家个项次届篇年月日天周倍位名户套件吨米条座所场期批类岁分点度处起种村辆台只头株")
BOUNDS = ("以上", "以下", "以内", "以外", "左右")
TO = "—~～至到-"  # between two figures of a range
IN_A_ROW = 4  # 2020年1月15日8点

NAMES = ("习近平",)

# A particle may not start a line; words of two characters that begin like one may.
PARTICLES = frozenset("的了和与及")
NO_PARTICLE = frozenset(("的确", "了解", "和谐", "和平", "和睦", "和美", "与会", "与时", "及时", "及早"))


@lru_cache(maxsize=256)
def held(text: str, keep: tuple[str, ...]) -> frozenset[int]:
    """The offsets inside figures, dates, ordinals, short names, those of NAMES and the phrases of `keep`."""
    alike = text.translate(ALIKE)
    spans = [match.span() for needed, pattern in HELD if not needed.isdisjoint(alike) for match in matcher(pattern).finditer(alike)]
    spans.extend(paired(text))
    spans.extend(figures(text))
    spans.extend(occurrences(text, (*NAMES, *keep)))
    return frozenset(at for start, end in spans for at in range(start + 1, end))


@lru_cache(maxsize=256)
def absolute(text: str, keep: tuple[str, ...]) -> frozenset[int]:
    """The offsets inside NAMES and the phrases of `keep`: what no line end cuts, whatever it costs."""
    return frozenset(at for start, end in occurrences(text, (*NAMES, *keep)) for at in range(start + 1, end))


def paired(text: str) -> Iterator[tuple[int, int]]:
    """Where short words stand between marks that belong together."""
    for opening, closing, most in PAIRS:
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start + 1, start + most + 2)
            inside = text[start + 1 : end]
            if end > start + 1 and opening not in inside and "\n" not in inside:
                yield start, end + 1
            start = text.find(opening, start + 1)


def figures(text: str) -> Iterator[tuple[int, int]]:
    """Where figures stand, those in a row and those of a range as one: 2020年1月  X届X次  X亿元  5%—8%  24小时."""
    if DIGITS.isdisjoint(text):
        return
    done = 0
    for number in matcher(NUMBER).finditer(text):
        start = number.start()
        if start < done:
            continue
        start -= start > done and text[start - 1] in SIGNED
        start -= start > done and text[start - 1] in ABOUT
        done = figure_end(text, start)
        for _ in range(IN_A_ROW - 1):
            done = figure_end(text, done)
        to = done
        while text[to : to + 1] and text[to] in TO:
            to += 1
        end = figure_end(text, to) if to > done else to
        done = end if end > to else done
        yield start, done


def figure_end(text: str, at: int) -> int:
    """Where the figure that begins at `at` ends, its unit and what bounds it included; `at` where none begins there."""
    start = at + (text[at : at + 1] in ABOUT)
    number = matcher(NUMBER).match(text, start + (text[start : start + 1] in SIGNED))
    if number is None:
        return at
    end = number.end()
    end += text[end : end + 1] in ODD
    for _ in range(2):
        end += text[end : end + 1] in SCALE and not text.startswith(LONG_UNITS, end)  # 5千瓦时 is no 5千
    end += next((len(unit) for unit in LONG_UNITS if text.startswith(unit, end)), text[end : end + 1] in UNITS)
    return end + 2 * text.startswith(BOUNDS, end)


def starts_with_particle(text: str, at: int) -> bool:
    """Whether `text[at]` is one of 的了和与及 by itself, not the head of a word such as 和谐."""
    return text[at] in PARTICLES and text[at : at + 2] not in NO_PARTICLE


def word_edges(text: str) -> set[int]:
    """The offsets between words."""
    from deckgen.measure.lexicon import cut  # here, because most titles break at marks and need no dictionary

    return set(accumulate(map(len, cut(text))))


@lru_cache(maxsize=256)
def term_offsets(text: str) -> tuple[set[int], set[int], set[int]]:
    """The offsets inside terms of the glossary, those of their seams, and those at their ends."""
    inside: set[int] = set()
    seams: set[int] = set()
    ends: set[int] = set()
    for start, term in glossary_terms(text):
        stops = [start + at for at in accumulate(map(len, term.split("|")))]
        inside.update(range(start + 1, stops[-1]))
        seams.update(stops[:-1])
        ends.update((start, stops[-1]))
    return inside, seams, ends


def glossary_terms(text: str) -> Iterator[tuple[int, str]]:
    """Each term in `text`, left to right, the longest where two begin together: its offset and its spelling with seams."""
    spelling, beginnings = spellings(), by_beginning()
    done = 0
    for at, char in enumerate(text):
        for term in beginnings.get(char, ()) if at >= done else ():
            if text.startswith(term, at):
                yield at, spelling[term]
                done = at + len(term)
                break


def occurrences(text: str, wanted: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where each phrase stands."""
    for phrase in wanted:
        start = text.find(phrase)
        while start >= 0 and phrase:
            yield start, start + len(phrase)
            start = text.find(phrase, start + 1)


@cache
def matcher(pattern: str) -> re.Pattern[str]:
    """Compiled by the first title that needs it: it costs more than the import."""
    return re.compile(pattern)


@cache
def by_beginning() -> dict[str, list[str]]:
    """The terms by their first character, the longest first."""
    beginnings: dict[str, list[str]] = {}
    for term in sorted(spellings(), key=len, reverse=True):
        beginnings.setdefault(term[0], []).append(term)
    return beginnings


@cache
def spellings() -> dict[str, str]:
    """A term as it stands in text, to the term with its seams."""
    return {term.replace("|", ""): term for term in terms()}
