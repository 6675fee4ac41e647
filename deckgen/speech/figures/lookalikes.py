"""What only looks like a quantity: dates, sessions, names such as 15分钟服务圈, limits that are set."""

from __future__ import annotations

import re

from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.text.sentences import CLOSING, OPENING
from deckgen.vague import BOUND

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
    "[^，。；、]{0,8}圈|[\u4e00-\u9fff]{2,8}\\+|(?:内|以内|热线|值班|值守|在线|服务|便民|应急|接访|制|不打烊|营业|自助|救援|通勤|有人|可|全天候)"
)
SPANS = "连续|近|为期|历时|用时|累计|持续|提前|超过|仅用|用了|缩短|延长|过去|增长期|逾|约|足足|分|时隔|有效期"
THRESHOLD = re.compile(
    r"(?:的)?(?:(?:重大|重点|工业|产业|各类|大型|高端)?(?:项目|企业|工程|人才|群众|老人|老年人|人员|干部|学历|职称|技术人员|商品|设备|法人)|之间|的企业|有期徒刑|[^，。；]{0,6}(?:老人|案件|学历))"
)
LASTED = re.compile(
    "(?:缩短|压缩|压减|降|减|提速|用时|耗时|时长|平均|由|从|节约|节省|延长|提前)[^，。；]{0,3}$|(?:时间|时长|时限|周期|耗时)[^，。；]{0,6}$"
)
SAID_AFTER = {
    "分": "得|评|满意[度率]|平均|考核|综合|达|到|均|至|值|数|绩",
    "成": "近|超|约|过|达|到|有",
}  # elsewhere 分 and 成 begin other words
AMONG = re.compile("[^，。；]{0,14}中(?:综合)?(?:位?列|排|位?居|名列)")  # in 169家高新区中列第46位 how many there are was no work of ours
LONGEST_NAME = 14  # characters: a quantity in shorter quotes is part of a name, “15分钟服务圈”
CONTEXT = 8  # characters before and behind a quantity that are looked at


def name_spans(text: str) -> list[tuple[int, int]]:
    """Dates, sessions, titles of books and short names in quotes."""
    spans = [match.span() for match in NAMES.finditer(text)]
    for at, char in enumerate(text):
        if char in "“‘「『":
            close = text.find(CLOSING[OPENING.index(char)] if char in OPENING else "’", at, at + LONGEST_NAME + 1)
            if close > at:
                spans.append((at, close))
    return merged(spans)


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def is_name_of_years(quantity: Quantity, before: str, after: str) -> bool:
    """三年行动, 30年试点; years that something lasted are a quantity."""
    if (
        quantity.known
        and re.search("连续$", before)
        and re.match("稳居|保持|位居|居|位列|列|全[国省市]|获|被|蝉联|入选|荣获|优秀|排名|领跑|零", after)
    ):
        return True  # 连续5年稳居全国第一: the place is the figure
    if re.search("(?:再延长|成立|建立|改革开放|建党|建国|建区|建市|建县)$", before) or re.match("试点|规划|计划|行动|承包|期", after):
        return True
    return not (re.search(f"(?:{SPANS})$", before) or quantity.after or after.startswith(("以来", "来")))


def is_name_of_hours(quantity: Quantity, before: str, after: str) -> bool:
    """24小时值班, 15分钟生活圈; what took so long, or was made shorter, is a quantity."""
    if LASTED.search(before):
        return False
    return quantity.value == "24" or quantity.after.endswith("以内") or bool(HOURS_NAMED.match(after))


def is_money(quantity: Quantity) -> bool:
    return quantity.unit.endswith(("元", "万", "亿"))


def is_name(text: str, quantity: Quantity) -> bool:
    """Whether what stands around the quantity makes it a name or a point in time."""
    before, after = text[max(0, quantity.start - CONTEXT) : quantity.start], text[quantity.end : quantity.end + CONTEXT]
    if quantity.unit.endswith("年") and "/" not in quantity.unit:
        return is_name_of_years(quantity, before, after)
    if HOURS.fullmatch(quantity.unit):
        return is_name_of_hours(quantity, before, after)
    if after.startswith("级") or (
        quantity.rank
        and after.startswith("的")
        and re.search("作为|放在|摆在|坚持|是$", text[max(0, quantity.start - 2 * CONTEXT) : quantity.start])
    ):
        return True  # 30万千瓦级机组, 把安全放在第一位的工作
    if AMONG.match(text[quantity.end : quantity.end + 2 * CONTEXT]):
        return True
    if quantity.after and not quantity.known and not before:
        return False
    if re.fullmatch(BOUND, quantity.after) and THRESHOLD.match(after):
        return not (is_money(quantity) and quantity.known)  # 5,000万元以上项目6个: what it takes is a figure of its own
    if quantity.unit in SAID_AFTER and quantity.value[:1].isdigit():
        return not re.search(f"(?:{SAID_AFTER[quantity.unit]})$", before)
    return is_name_by_unit(quantity, before, after)


def is_name_by_unit(quantity: Quantity, before: str, after: str) -> bool:
    """The same for units that are part of a name themselves: X届, 第X位, 一元店."""
    if quantity.unit == "个" and not quantity.known and after.startswith("届"):
        return True
    if quantity.unit in ("位", "名") and before.endswith("第"):
        return True
    if quantity.unit.endswith("元") and after.startswith(("店", "人")):
        return True
    # 每年10次 is one; “一月1次”调度 is a rhythm, as are 每周1次 of a plan: they stay, they can be counted.
    return quantity.unit in ("周", "季", "旬", "员") and not re.search(f"(?:{SPANS})$", before)
