"""Every quantity of a speech: X亿元, X余篇, 12.3%, 0.5个百分点, 第一位."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from deckgen.numerals import FULL_WIDTH
from deckgen.speech.figures.hanzi import hanzi_quantities
from deckgen.speech.figures.lookalikes import is_name, name_spans
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.units import unit_pattern
from deckgen.speech.source import Speech
from deckgen.vague import BEHIND, INNER, MORE

DIGITS = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{1,15})(?:[.．][0-9０-９]{1,6})?"
UNKNOWN = r"[XＸ×]{1,4}(?:[.．][XＸ×]{1,2})?|[*＊]{2,4}|_{2,8}"
SCALE = "[十百千万亿]{0,2}"


def find_quantities(speech: Speech) -> tuple[Quantity, ...]:
    """All of them, in the order of the text."""
    find: Callable[[str, int], Iterable[Quantity]] = in_text
    if speech.english:
        from deckgen.speech.figures.english import english_quantities as find  # its patterns are compiled for English speeches only
    return tuple(quantity for index, paragraph in enumerate(speech.paragraphs) for quantity in find(paragraph.text, index))


def in_text(text: str, index: int = 0) -> list[Quantity]:
    """The quantities of one paragraph."""
    names = name_spans(text)
    quantities: list[Quantity] = []
    taken = 0
    for quantity in sorted(candidates(text, index), key=lambda q: (q.start, -q.end)):
        if quantity.start < taken or any(start <= quantity.start < end for start, end in names):
            continue
        if is_name(text, quantity):
            continue
        quantities.append(quantity)
        taken = quantity.end
    return quantities


def candidates(text: str, index: int) -> Iterator[Quantity]:
    yield from (amount(match, index) for match in amounts().finditer(text))
    yield from hanzi_quantities(text, index)
    for match in ranks().finditer(text):
        rank = match["rank"] or match["rank2"] or match["rank3"] or match["rank4"]
        unit = match["unit"] or match["unit3"] or match["unit4"] or ""
        yield Quantity(index, match.start(), match.end(), plain(rank), rank, unit, rank=True)
    for match in ranges().finditer(text):
        ends = match["ends"] if not match["own"] else match["ends"] + match["unit"]
        unit = (match["scale"] or "") + match["unit"] if not match["own"] else ""
        yield Quantity(index, match.start(), match.end(), plain(ends), ends, unit, after=match["after"] or "")
    for pattern in (bare(), proportion(), index_numbers()):
        for match in pattern.finditer(text):
            yield Quantity(index, match.start("number"), match.end("number"), plain(match["number"]), match["number"])


def amount(match: re.Match[str], index: int) -> Quantity:
    scale, unit = match["scale"] or match["scale2"] or "", match["unit"] or ""
    return Quantity(
        paragraph=index,
        start=match.start(),
        end=match.end(),
        value=plain(match["number"]),
        written=match["number"],
        unit=(scale + (match["more"] or "") + unit).translate(FULL_WIDTH),
        inner=match["inner"] or match["inner2"] or "",
        after=match["after"] or match["after2"] or "",
        gap=match["gap"] or "",
    )


def plain(number: str) -> str:
    return number.translate(FULL_WIDTH).replace("，", ",").replace("＊", "*")


@cache
def amounts() -> re.Pattern[str]:
    """A number with its unit; 万 and 亿 may stand without one (3万居民)."""
    head = rf"(?<![A-Za-z0-9０-９.．,+＋第XＸ×*_—\-–~～/])(?P<number>{DIGITS}|{UNKNOWN})(?P<gap>[ \u00a0]?)"
    counted = rf"(?P<inner>[{INNER}])?(?P<scale>{SCALE})(?P<more>[{MORE}])?(?P<unit>{unit_pattern()})(?P<after>{BEHIND})?"
    scaled = rf"(?P<inner2>[{MORE}])?(?P<scale2>[百千]?[万亿])(?P<after2>{BEHIND})?"
    return re.compile(rf"{head}(?:{counted}|{scaled})")


@cache
def ranks() -> re.Pattern[str]:
    """第一位, 第3名, 首位; 全市第一 only where nothing follows that makes it 第一产业."""
    number = "[一二三四五六七八九十]{1,3}|[0-9]{1,3}|X{1,2}"
    return re.compile(
        rf"(?P<rank>第(?:{number}))(?P<unit>位|名(?!单|称))"
        rf"|(?<=[全居列省市县区国级内界州系统名排])(?P<rank2>第(?:{number}))(?=[，。；;,！!、）)“”]|$)"
        r"|(?<=[居列全省市县区国的])(?P<rank3>首)(?P<unit3>位)"
        r"|(?<=前)(?P<rank4>[一二三四五六七八九十]{1,2})(?P<unit4>名|位)"
    )


@cache
def ranges() -> re.Pattern[str]:
    """5%—6%, 10—15个: one entry, since both ends change together. `own`: the lower end has its unit too."""
    return re.compile(
        rf"(?<![A-Za-z0-9.])(?P<ends>[0-9][0-9.,]{{0,8}}(?P<own>{unit_pattern()})?[—~～至到\-–]{{1,2}}[0-9][0-9.,]{{0,8}})"
        rf"(?P<scale>{SCALE})(?P<unit>{unit_pattern()})(?P<after>{BEHIND})?"
    )


@cache
def bare() -> re.Pattern[str]:
    """达到X，: an unknown number without its unit."""
    return re.compile(r"(?<=[达到成为至增第])(?P<number>[XＸ]{1,3})(?=[，。；,;、]|$)")


@cache
def proportion() -> re.Pattern[str]:
    """床护比1:0.55, 三次产业结构比为11.0:41.4:47.6."""
    return re.compile(r"(?<=[比例])(?:为|达到?|是|由|从)?(?P<number>\d{1,3}(?:\.\d{1,2})?(?:[:：∶]\d{1,3}(?:\.\d{1,2})?){1,3})")


@cache
def index_numbers() -> re.Pattern[str]:
    """影响因子32.4，, 由2.01缩小至1.96: a number that has no unit, said of an index and with nothing behind it."""
    number = r"(?P<number>\d{1,5}(?:\.\d{1,4})?)"
    said = "(?:平均)?(?:为|是|达到?|至|到|(?:由|从)(?:上年的?|去年的?|原来的?)?)?"
    return re.compile(rf"(?<=[率比数度值子]){said}{number}(?=[，。；、]|$|[缩降升提增减下上压扩])")
