"""What a quantity counts, in a few words from its own clause: 心得体会、理论文章, 建成小游园, 一般公共预算收入."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.speech.figures.nouns import LONGEST, TRAILING, VERBS, sound, tail, tail_label, unstarted
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Speech

BOUNDARY = "，,。；;：:！!？?"
# What stands between the thing and its number.
VERDICT = re.compile(
    r"(?:年均|平均|同比|实际|名义|预计|已经|已|共|均|分别|累计|总计|合计|也|再|更|首次)*"
    r"(?P<prefix>增长|下降|提高|上升|降低|减少|增加|提升|压降|压减|回落|增幅|增速)?(?:了|幅度)?"
    r"(?:完成|实现|达到|达成|达|突破|超过|超额完成|超|保持在|控制在|稳定在|接近|约为|约|近|为|至|到|有|是|共|等|逾|不低于|不少于|不超过|高于|至少|在)*(?:了)?$"
)
VERB_BEHIND = re.compile(
    r"在|实现|完成|通过|全面(?:完成|落实|推行|覆盖|推进|建成)|有序|顺利|获得|获评|荣获|被|已|均|正在|纳入|进入|得到|投入使用|建成投用|履行|落实|提供|做好|进行|接受|享受|参加|达到|建立|实行"
)
EMPTY_VERB = re.compile(
    r"^(?:在.{0,12}?(?:中心|平台|市场|企业)|实现|完成|全面|有序|顺利|已|均|正在|推进|提供.*|做好.*|进行.*|履行.*|落实.*)+"
)
GENERIC = re.compile(
    r"^(?:总量|总额|增速|增幅|增长|规模|占比|比重|排名|位次|均|人均|面积|数量|总数|其中|综合排名|考核|总投资|投资|资金|金额|收入|产值|销售额|方面|问题|项目|任务|整改率|完成率|中|等|高于全市|高于全国|高于全省|高于|低于)$"
)
EARLIER = "（原）"
FROM = re.compile("(?:由|从)(?:原来的?|过去的?|上年的?)?$")
TURN = re.compile(
    r"(?:，|大幅|进一步)*(?:缩短|压缩|缩减|压减|下降|降低|减少|提高|提升|增加|增长|扩大|上升|降|减|缩|增|升)?(?:至|到|为)(?:现在的?|目前的?|了)?"
)
RANKED = re.compile(r"(?:连续\w{1,3}年)?(?:均|也|中)?(?:稳居|位居|跃居|高居|名列|位列|排名|排在|列|居|排|获得?|荣获|取得|夺得)")
PLAIN_VERBS = (
    "对应成立",
    "谋划实施",
    "分解细化",
    "撰写",
    "形成",
    "组织",
    "组织开展",
    "精心组织",
    "提供",
    "共有",
    "拥有",
    "给予",
    "召开",
    "完成",
    "实现",
)


class Label(Struct, frozen=True):
    text: str
    prefix: str = ""  # 增长, 下降, 预计: what the card says before the value
    sure: bool = True


class Given(Struct, frozen=True):
    """The labels given before in the same paragraph: the last one, and the last of an indicator."""

    last: str = ""
    topic: str = ""


class Setting(Struct, frozen=True):
    """Where a quantity stands: its neighbours in the paragraph, and the words between it and them in its clause."""

    text: str
    quantity: Quantity
    before: Quantity | None
    behind: Quantity | None
    left: str
    right: str


def label_of(speech: Speech, quantity: Quantity, row: list[Quantity], given: Given) -> Label:
    """The label of a quantity among those of its paragraph."""
    setting = setting_of(speech.paragraphs[quantity.paragraph].text, quantity, row)
    return moved(setting, given) or ranked(setting, given) or thing_counted(setting) or indicator(setting, given)


def setting_of(text: str, quantity: Quantity, row: list[Quantity]) -> Setting:
    at = row.index(quantity)
    before = row[at - 1] if at else None
    behind = row[at + 1] if at + 1 < len(row) else None
    return Setting(text, quantity, before, behind, *context(text, quantity, before))


def moved(setting: Setting, given: Given) -> Label | None:
    """由15天缩至2天: both are the same thing, the first of them as it was; None of any other."""
    before = setting.before
    if before is not None and given.last and TURN.fullmatch(setting.text[before.end : setting.quantity.start]):
        return Label(given.last.removesuffix(EARLIER))
    if from_to(setting.text, setting.quantity):
        return Label(sound(tail(tail_label(FROM.sub("", setting.left)) or given.last, LONGEST)) + EARLIER)
    return None


def ranked(setting: Setting, given: Given) -> Label | None:
    """What is first or third; None where no place among others is told."""
    if not setting.quantity.rank:
        return None
    return finished(tail_label(RANKED.split(text_before(setting.text, setting.quantity))[0]), "", given.topic or given.last, "")


def thing_counted(setting: Setting) -> Label | None:
    """X个小游园: the noun behind the unit; None where the thing stands before the number."""
    noun = noun_behind(setting)
    if not noun or noun.startswith(("的", "以", "和")) or setting.quantity.unit.endswith(("%", "％", "百分点", "元", "倍")):
        return None
    subject, prefix = said_of(setting.left)
    return counted(setting.left, subject, noun, prefix)


def indicator(setting: Setting, given: Given) -> Label:
    """一般公共预算收入完成X亿元: the thing before the number."""
    subject, prefix = said_of(setting.left)
    name, right, behind = tail_label(subject), noun_behind(setting), setting.behind
    if GENERIC.match(name) and right.startswith("的"):  # 总投资X亿元的X个重大项目
        follows = behind is not None and behind.start <= setting.quantity.end + 2
        of = context(setting.text, behind, setting.quantity)[1] if behind is not None and follows else right[1:]
        return Label(sound(tail(TRAILING.sub("", of) + name, LONGEST)), prefix)
    if name.startswith("占") and given.topic and len(given.topic + name) <= LONGEST:
        name = given.topic + name
    return finished(name, prefix, given.last, comparison(setting.left))


def said_of(left: str) -> tuple[str, str]:
    """(the thing, what is said of it before the number: 增长, 预计)."""
    verdict = VERDICT.search(left)
    subject, prefix = (left[: verdict.start()], verdict["prefix"] or "") if verdict else (left, "")
    return subject, prefix or ("预计" if "预计" in left else "")


def noun_behind(setting: Setting) -> str:
    """The noun behind the unit; of X类X项服务 that behind the second."""
    quantity, behind = setting.quantity, setting.behind
    if setting.right or behind is None or behind.start != quantity.end:
        return setting.right
    return context(setting.text, behind, quantity)[1] + ("类别" if quantity.unit == "类" else "")


def from_to(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is where something came from: 由15天缩至2天."""
    before, behind = text[max(0, quantity.start - 8) : quantity.start], text[quantity.end : quantity.end + 12]
    return bool(FROM.search(before)) and bool(re.match(TURN.pattern + r"[0-9XＸ×]", behind))


def context(text: str, quantity: Quantity, before: Quantity | None) -> tuple[str, str]:
    """What stands before and behind the quantity in its clause, up to the quantities beside it."""
    start = max((text.rfind(mark, 0, quantity.start) for mark in BOUNDARY), default=-1) + 1
    left = text[start : quantity.start]
    if before is not None and before.paragraph == quantity.paragraph and before.end > start:
        left = re.split("、|以及", text[before.end : quantity.start])[-1]
    behind = re.split(
        r"[，,。；;：:！!？?、]|[（(](?![\u4e00-\u9fff]{1,2}[）)])|[XＸ]|\d|第[一二三]|——|以及|并(?=[\u4e00-\u9fff]{2})|等(?!级)",
        text[quantity.end :],
    )[0]
    return left, behind


def text_before(text: str, quantity: Quantity) -> str:
    start = max((text.rfind(mark, 0, quantity.start) for mark in BOUNDARY), default=-1) + 1
    return text[start : quantity.start]


def counted(left: str, subject: str, noun: str, prefix: str) -> Label:
    """建成X个小游园: verb and noun; X家企业在……挂牌: noun and what became of it."""
    split = VERB_BEHIND.search(noun)
    if split and split.start() >= 2:
        rest = EMPTY_VERB.sub("", noun[split.start() :])
        noun = noun[: split.start()] + (rest if len(rest) <= 6 else "")
    owner = noun.find("的")
    noun = noun[:owner] if owner >= 4 else noun  # 老旧小区的专业化
    noun = TRAILING.sub("", noun) or noun
    noun = noun.replace("的", "") if len(noun) <= LONGEST else noun
    begun = unstarted(left.lstrip("、和及与"))
    verb = VERBS.match(begun)
    head = ""
    if verb and verb.end() >= len(begun) - 2:
        head = "" if verb[0].rstrip("了") in PLAIN_VERBS else verb[0].rstrip("了")
    elif len(noun) <= 2 and left.endswith("的"):
        head = tail(left.rstrip("的"), 6)
    elif len(noun) <= 2 and tail_label(subject):
        head = tail(tail_label(subject), 8)
    text = head + noun if len(head + noun) <= LONGEST else noun
    return Label(sound(tail(text, LONGEST)), "预计" if prefix == "预计" else "", sure=len(noun) >= 2)


def comparison(left: str) -> str:
    match = re.search("(?:高于|低于|高出|快于)[\u4e00-\u9fff]{2,6}$", left)
    return match[0] if match else ""


def finished(text: str, prefix: str, previous: str, addition: str) -> Label:
    """The label, with the one before it where it would say nothing by itself."""
    sure = True
    if (not text or GENERIC.match(text) or len(text) < 2) and previous:
        joined = previous + text if text not in previous else previous
        text, sure = (joined if len(joined) <= LONGEST else tail(joined, LONGEST)), bool(text)
    if addition and addition not in text:
        text = text + addition if len(text) + len(addition) <= LONGEST + 2 else text
    text = sound(tail(text, LONGEST))
    return Label(text or "数量", prefix, sure and bool(text))
