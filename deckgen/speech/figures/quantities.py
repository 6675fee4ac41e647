"""Every quantity of a speech: X亿元, X余篇, 12.3%, 0.5个百分点, 第一位; and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deckgen.numerals import FULL_WIDTH
from deckgen.speech.figures.english import english_quantities
from deckgen.speech.figures.hanzi import hanzi_quantities
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.units import unit_pattern
from deckgen.speech.source import Speech
from deckgen.speech.text.sentences import CLOSING, OPENING

DIGITS = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{1,15})(?:[.．][0-9０-９]{1,6})?"
UNKNOWN = r"[XＸ×]{1,4}(?:[.．][XＸ×]{1,2})?|[*＊]{2,4}|_{2,8}"
SCALE = "[十百千万亿]{0,2}"
AFTER = "及?以上|及?以内|及?以下|左右|上下"
LONGEST_NAME = 14  # characters: a quantity in shorter quotes is part of a name, “15分钟服务圈”
CONTEXT = 8


def find_quantities(speech: Speech) -> tuple[Quantity, ...]:
    """All of them, in the order of the text."""
    found: list[Quantity] = []
    for index, line in enumerate(speech.paragraphs):
        found.extend(english_quantities(line.text, index) if speech.english else in_text(line.text, index))
    return tuple(found)


def in_text(text: str, index: int = 0) -> list[Quantity]:
    """The quantities of one paragraph."""
    names = name_spans(text)
    found: list[Quantity] = []
    taken = 0
    for quantity in sorted(candidates(text, index), key=lambda q: (q.start, -q.end)):
        if quantity.start < taken or any(start <= quantity.start < end for start, end in names):
            continue
        if is_name(text, quantity):
            continue
        found.append(quantity)
        taken = quantity.end
    return found


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
        line=index,
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
    counted = rf"(?P<inner>余|多|来)?(?P<scale>{SCALE})(?P<more>余|多)?(?P<unit>{unit_pattern()})(?P<after>{AFTER})?"
    scaled = rf"(?P<inner2>余|多)?(?P<scale2>[百千]?[万亿])(?P<after2>{AFTER})?"
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
        rf"(?P<scale>{SCALE})(?P<unit>{unit_pattern()})(?P<after>{AFTER})?"
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


# ---- what only looks like a quantity

NAMES = re.compile(
    r"[XＸ×0-9一二三四五六七八九十]{1,3}届[XＸ×0-9一二三四五六七八九十]{0,3}(?:次|[一二三四五六七]中)?(?:全体)?(?:全会|会议|委员会)?"
    r"|(?:19|20)(?:\d\d|[XＸ×]{2})\s*[年—-]"  # 2019年, 20XX年
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[XＸ]{1,2}月(?:[XＸ]{1,2}日)?|[XＸ]{1,2}日"
    r"|[0-9XＸ]{1,4}(?:\+[0-9XＸNn]{1,3})+"  # 1+3+N
    r"|[0-9XＸ]{1,3}(?:号线|号楼|号院|号令|时(?!代)|点(?:[0-9]{1,2}分)?钟?(?=[，。至到前后])|[级A]级|G)"
    r"|(?<!年龄)(?<!平均)(?<!年龄为)(?<!年龄达)(?<![0-9])[0-9XＸ]{1,3}周?岁"
    r"|《[^》]{1,60}》"
)
HOURS = re.compile("个?小时|分钟|秒")
# 15分钟生活圈, 24小时值班, 2小时内: a name, a service or a limit.
HOURS_NAMED = re.compile(
    "[^，。；、]{0,8}圈|(?:内|以内|热线|值班|值守|在线|服务|便民|应急|接访|制|不打烊|营业|自助|救援|通勤|有人|可|全天候)"
)
SPANS = "连续|近|为期|历时|用时|累计|持续|提前|超过|仅用|用了|缩短|延长|过去|增长期|逾|约|足足|分|时隔|有效期"
THRESHOLD = re.compile(
    r"(?:的)?(?:(?:重大|重点|工业|产业|各类|大型|高端)?(?:项目|企业|工程|人才|群众|老人|老年人|人员|干部|学历|职称|技术人员|商品|设备|法人)|之间|的企业|有期徒刑|[^，。；]{0,6}(?:老人|案件|学历))"
)


def name_spans(text: str) -> list[tuple[int, int]]:
    """Dates, sessions, titles of books and short names in quotes."""
    found = [match.span() for match in NAMES.finditer(text)]
    for at, char in enumerate(text):
        if char in "“‘「『":
            close = text.find(CLOSING[OPENING.index(char)] if char in OPENING else "’", at)
            if 0 < close - at <= LONGEST_NAME:
                found.append((at, close))
    return found


LASTED = re.compile("(?:缩短|压缩|压减|降|减|提速|用时|耗时|时长|平均|由|从|节约|节省|延长|提前)[^，。；]{0,3}$")
SAID_AFTER = {
    "分": "得|评|满意[度率]|平均|考核|综合|达|到|均|至|值|数|绩",
    "成": "近|超|约|过|达|到|有",
}  # elsewhere 分 and 成 begin other words
AMONG = re.compile("[^，。；]{0,14}中(?:综合)?(?:位?列|排|位?居|名列)")  # in 169家高新区中列第46位 how many there are was no work of ours


def is_name_of_years(found: Quantity, before: str, after: str) -> bool:
    """三年行动, 30年试点; years that something lasted are a quantity."""
    if re.match("试点|规划|计划|行动|承包|期", after):
        return True
    return not (re.search(f"(?:{SPANS})$", before) or found.after or after.startswith(("以上", "以来", "来", "左右")))


def is_name_of_hours(found: Quantity, before: str, after: str) -> bool:
    """24小时值班, 15分钟生活圈; what took so long, or was made shorter, is a quantity."""
    if LASTED.search(before):
        return False
    return found.value == "24" or found.after in ("以内", "及以内") or bool(HOURS_NAMED.match(after))


def is_money(found: Quantity) -> bool:
    return found.unit.endswith(("元", "万", "亿"))


def is_name(text: str, found: Quantity) -> bool:
    """Whether what stands around the quantity makes it a name or a point in time."""
    before, after = text[max(0, found.start - CONTEXT) : found.start], text[found.end : found.end + CONTEXT]
    if found.unit.endswith("年") and "/" not in found.unit:
        return is_name_of_years(found, before, after)
    if HOURS.fullmatch(found.unit):
        return is_name_of_hours(found, before, after)
    if AMONG.match(text[found.end : found.end + 2 * CONTEXT]):
        return True
    if found.after and not found.known and not before:
        return False
    if found.after in ("以上", "以下", "以内", "及以上", "及以下") and THRESHOLD.match(after):
        return not (is_money(found) and found.known)  # 5,000万元以上项目6个: what it takes is a figure of its own
    if found.unit in SAID_AFTER and found.value.translate(FULL_WIDTH)[:1].isdigit():
        return not re.search(f"(?:{SAID_AFTER[found.unit]})$", before)
    if found.unit == "个" and not found.known and after.startswith("届"):
        return True
    if found.unit in ("位", "名") and before.endswith("第"):
        return True
    if found.unit.endswith("元") and after.startswith(("店", "人")):
        return True
    # 每年10次 is one; “一月1次”调度 is a rhythm, as are 每周1次 of a plan: they stay, they can be counted.
    return found.unit in ("周", "季", "旬", "员") and not re.search(f"(?:{SPANS})$", before)
