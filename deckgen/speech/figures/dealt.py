"""分别: values dealt to the things named before them, over lists and clauses.

农业、工业增加值分别增长6%和8.5% · 接待游客430万人次，旅游收入6.5亿元，分别增长17%和25% · 满意率、安全感分别从83%、85%提高到84%、86%.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from deckgen.speech.figures.movements import FROM, TURN, moved_to
from deckgen.speech.figures.nouns import sound, tail_label
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.setting import WINDOW, clause_before, clause_start
from deckgen.speech.figures.verdicts import COMPARED, MOVE, verdict_of

BOTH_WAYS = re.compile("([\u4e00-\u9fff]{2,8})收支$")
# What one owner has several of.
OWN = re.compile(
    "(?:营业|主营业务|总|年)?(?:收入|利润|利税|产值|花费|税收|投资|数量|面积|产量|销量|营收|增速|总量|规模|余额|人数|人次|合同额|交易额)"
)
TOWN_AND_COUNTRY = re.compile("城乡((?:常住)?居民[\u4e00-\u9fff]{2,10})$")
THREE_SECTORS = re.compile("一(?:、)?二(?:、)?三产(?:业)?")
DEALS = re.compile("(?<!各)分别")
FURTHEST = 16  # characters behind 分别 in which the first value begins
JOINS = re.compile(r"(?:[、,，和与及]|以及)(?:约|近|超)?")
AND = re.compile("、|以及|(?<=[\u4e00-\u9fff])(?:和|与|及)(?=[\u4e00-\u9fff])")
# What a list of things shares at its end: 肉、蛋、奶产量 are three outputs.
SHARED = re.compile(
    r"(?:常住)?(?:居民)?(?:人均)?(?:可支配|纯)收入|增加值|总产值|产值|总产量|产量|排放量|排放总量|覆盖率|普及率|入学率|参保率|增速|投资|贷款余额|余额|占比|比重|(?:领域)?投资额|营收|利润|(?:市场)?出口|总额|数量|人数|人次|规模|销售额|零售额|营业收入|税收|收入|面积|总量|浓度|[\u4e00-\u9fff]{2}率"
)
MEASURED = re.compile("(?:数|次|度|量|率|额|值|收入|投资|占比|比重|浓度|面积|余额|支出|GDP|总产|[人户]|(?<!国)家)$")
# What is counted by itself, and sold or produced by nobody.
BY_ITSELF = re.compile("(?:游客|旅客|人员|人口|企业|主体|商户|船舶|航班|进出|机构|用户|户数)$")
GROWTH = re.compile(rf"(?:{COMPARED}|年均|同比|又|，|均){{0,8}}(?:{MOVE})了?$")


class Dealing(Struct, frozen=True):
    """What 分别 says of the quantities of one paragraph, by their index among them."""

    labels: dict[int, tuple[str, str]]  # (label, prefix)
    changes: dict[int, tuple[int, str]]  # change → (the value that moved, its wording)
    bases: dict[int, int]  # value → what it was
    unclear: set[int]  # values that 分别 deals to nobody knows what


def dealt(text: str, row: Sequence[Quantity]) -> Dealing:
    """Every deal of a paragraph; one whose things cannot be counted deals nothing."""
    dealing = Dealing({}, {}, {}, set())
    at = 0
    for match in DEALS.finditer(text):
        while at < len(row) and row[at].start < match.end():
            at += 1
        if at < len(row) and row[at].start - match.end() <= FURTHEST:
            deal(text, row, match, at, dealing)
    return dealing


def deal(text: str, row: Sequence[Quantity], match: re.Match[str], first: int, dealing: Dealing) -> None:
    """The values that stand behind one 分别, to the things before it, or to the values before it."""
    values = listed(text, row, first)
    verb = text[match.end() : row[first].start]
    earlier: list[int] = []
    prefix = ""
    if FROM.search(verb):
        behind = values[-1] + 1
        turned = TURN.fullmatch(text[row[values[-1]].end : row[behind].start]) if behind < len(row) else None
        if turned is None:
            return
        earlier, values, prefix = values, listed(text, row, behind), moved_to(turned)
    if len(values) < 2 or (earlier and len(earlier) != len(values)):
        return
    prefix = prefix or verdict_of(verb).prefix
    things = things_before(text, match.start(), len(values))
    if things:
        dealing.labels.update({value: (thing, prefix) for value, thing in zip(values, things, strict=True)})
        dealing.bases.update(dict(zip(values, earlier, strict=True)) if earlier else {})
    elif GROWTH.search(verb) and not earlier:
        attach(text, row, values, verb, dealing)
    if not things and not any(value in dealing.changes for value in values):
        dealing.unclear.update(values)


def listed(text: str, row: Sequence[Quantity], first: int) -> list[int]:
    """The values that stand one behind the other from `first` on."""
    values = [first]
    while values[-1] + 1 < len(row) and JOINS.fullmatch(text[row[values[-1]].end : row[values[-1] + 1].start]):
        values.append(values[-1] + 1)
    return values


def attach(text: str, row: Sequence[Quantity], values: list[int], verb: str, dealing: Dealing) -> None:
    """接待游客430万人次，旅游收入6.5亿元，分别增长17%和25%: as many values before are what moved."""
    count, first = len(values), values[0]
    targets = range(first - count, first)
    if first < count or any(mark in text[row[first - count].start : row[first].start] for mark in "。；"):
        return
    if any(row[target].unit in ("%", "个百分点") and row[value].unit == "%" for target, value in zip(targets, values, strict=True)):
        return
    wording = verb.strip("，,")
    dealing.changes.update({value: (target, wording) for value, target in zip(values, targets, strict=True)})


def things_before(text: str, at: int, count: int) -> list[str]:
    """The `count` things that are named before 分别; [] where so many cannot be told apart."""
    for left in (text[clause_start(text, at) : at], clause_before(text, at)):
        left = THREE_SECTORS.sub("一产、二产、三产", verdict_of(left).subject)
        left = TOWN_AND_COUNTRY.sub(r"城镇\1、农村\1", left) if count == 2 else left
        left = BOTH_WAYS.sub(r"\1收入、\1支出", left) if count == 2 else left
        names = [name for name in AND.split(left[-WINDOW:]) if name.strip("等")]
        if len(names) == count and not any(char.isdigit() for name in names for char in name.replace("PM2.5", "").replace("PM10", "")):
            return with_shared_end([sound(tail_label(name.removesuffix("等"))) or name for name in names])
        if left:
            return []
    return []


def owned(names: list[str]) -> list[str]:
    """省属企业营业收入、利润: the profit is theirs as well."""
    measure = re.search(rf"(?:{OWN.pattern})$", names[0])
    owner = names[0][: measure.start()] if measure else ""
    return [names[0], *(owner + name if len(owner) >= 2 and OWN.fullmatch(name) else name for name in names[1:])]


def with_shared_end(names: list[str]) -> list[str]:
    """肉产量, 蛋产量, 奶产量 of 肉、蛋、奶产量."""
    names = owned([re.sub("^对(?=[\u4e00-\u9fff“]{2})", "", name) for name in names])
    shared = re.search(rf"(?:{SHARED.pattern})$", names[-1])
    if shared is None or shared[0] == names[-1] or any(MEASURED.search(name) or BY_ITSELF.search(name) for name in names[:-1]):
        return names  # 进口货值、入境游客、免税销售额 grow each by itself
    return [name if name == names[-1] else name + shared[0] for name in names]
