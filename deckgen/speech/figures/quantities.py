"""Every quantity of a speech: X亿元, X余篇, 12.3%, 0.5个百分点, 第一位."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from deckgen.speech.figures.hanzi import hanzi_quantities
from deckgen.speech.figures.lookalikes import is_name, name_spans
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.setting import folded
from deckgen.speech.figures.units import unit_pattern
from deckgen.speech.source import Speech
from deckgen.vague import BEHIND, INNER, MORE

DIGITS = r"(?:10[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,5}|[0-9]{1,15})(?![0-9])(?:\.[0-9]{1,6})?)"
UNKNOWN = r"[X×]{1,4}(?:\.[X×]{1,2})?|[*＊]{2,4}|_{2,8}"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SCALE = "[十百千万亿]{0,2}"
END = r"[0-9]{1,6}(?:,[0-9]{3})?(?:\.[0-9]{1,4})?"  # of a range


def find_quantities(speech: Speech) -> tuple[Quantity, ...]:
    """All of them, in the order of the text."""
    find: Callable[[str, int], Iterable[Quantity]] = in_text
    if speech.english:
        from deckgen.speech.figures.english import english_quantities as find  # its patterns are compiled for English speeches only
    return tuple(quantity for index, paragraph in enumerate(speech.paragraphs) for quantity in find(paragraph.text, index))


def in_text(text: str, index: int = 0) -> list[Quantity]:
    """The quantities of one paragraph."""
    text = folded(text)
    names = name_spans(text)
    quantities: list[Quantity] = []
    taken = at = 0
    for quantity in sorted(candidates(text, index), key=lambda q: (q.start, -q.end)):
        while at < len(names) and names[at][1] <= quantity.start:
            at += 1
        if quantity.start < taken or (at < len(names) and names[at][0] <= quantity.start) or is_name(text, quantity):
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
        unit = (match["scale"] or "") + match["unit"]
        if match["own"] and match["own"] != unit:
            continue  # 从9500元到1.2万元 and the like are two
        ends = match["ends"] if not match["own"] else match["ends"] + unit
        unit = "" if match["own"] else unit
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
        unit=scale + (match["more"] or "") + unit,
        inner=match["inner"] or match["inner2"] or "",
        after=match["after"] or match["after2"] or "",
        gap=match["gap"] or "",
    )


def plain(number: str) -> str:
    """As the ledger holds it: 10⁴ is 10,000."""
    power = re.fullmatch("10([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})", number)
    if power:
        return str(10 ** int(power[1].translate(SUPERSCRIPTS)))
    return number.replace("，", ",").replace("＊", "*")


@cache
def amounts() -> re.Pattern[str]:
    """A number with its unit; 万 and 亿 may stand without one (3万居民)."""
    head = rf"(?<![A-Za-z0-9.,+第X×*_—\-–~～/⁰¹²³⁴⁵⁶⁷⁸⁹])(?P<number>{DIGITS}|{UNKNOWN})(?P<gap>[ \u00a0]?)"
    counted = rf"(?P<inner>[{INNER}])?(?P<scale>(?:×10[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})?{SCALE})(?P<more>[{MORE}])?(?P<unit>{unit_pattern()})(?P<after>{BEHIND})?"
    scaled = rf"(?P<inner2>[{MORE}])?(?P<scale2>[百千万]?[万亿])(?P<after2>{BEHIND})?"
    return re.compile(rf"{head}(?:{counted}|{scaled})")


@cache
def ranks() -> re.Pattern[str]:
    """第一位, 第3名, 首位; 全市第一 only where nothing follows that makes it 第一产业."""
    number = "[一二三四五六七八九十]{1,3}|[0-9]{1,3}|X{1,2}"
    return re.compile(
        rf"(?P<rank>第(?:{number}))(?P<unit>位|名(?!单|称))"
        rf"|(?<=[全居列省市县区国级内界州系统名排])(?P<rank2>第(?:{number}))(?=[，。；;,！!、）)“”]|$)"
        r"|(?<=[居列全省市县区国的])(?P<rank3>首)(?P<unit3>位)(?!度|战略|产业|城市|联系|资源)"
        r"|(?<=前)(?P<rank4>[一二三四五六七八九十]{1,2})(?P<unit4>名|位)"
    )


@cache
def ranges() -> re.Pattern[str]:
    """5%—6%, 10—15个: one entry, since both ends change together. `own`: the lower end has its unit too."""
    return re.compile(
        rf"(?<![A-Za-z0-9.,从由第])(?P<ends>{END}(?P<own>{SCALE}{unit_pattern()})?(?:[—~～至到\-–]{{1,2}}){END}(?![0-9]))"
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
    said = "(?:平均)?(?:(?:缩小|扩大|下降|降低|提高|提升|上升)(?=[至到为]))?(?:为|是|达到?|至|到|(?:由|从)(?:上年的?|去年的?|原来的?)?)?"
    turned = "(?<=[0-9](?:缩小|扩大|下降|降低|提高|提升|上升|调整|优化|收窄)[到至为])"  # 由2.31缩小到2.05
    return re.compile(rf"(?:(?<=[率比数度值子差]){said}|{turned}){number}(?=[，。；、]|$|[缩降升提增减下上压扩])")
