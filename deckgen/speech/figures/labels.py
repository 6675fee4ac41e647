"""What a quantity counts, in a few words from its own clause: 心得体会、理论文章, 建成小游园, 一般公共预算收入."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Speech
from deckgen.speech.text.phrases import balanced

LONGEST = 12  # characters that stand on a card
BOUNDARY = "，,。；;：:！!？?"
# What stands between the thing and its number.
VERDICT = (
    r"(?:年均|平均|同比|实际|名义|预计|已经|已|共|均|分别|累计|总计|合计|也|再|更|首次)*"
    r"(?P<prefix>增长|下降|提高|上升|降低|减少|增加|提升|压降|压减|回落|增幅|增速)?(?:了|幅度)?"
    r"(?:完成|实现|达到|达成|达|突破|超过|超额完成|超|保持在|控制在|稳定在|接近|约为|约|近|为|至|到|有|是|共|等|逾|不低于|不少于|不超过|高于|至少|在)*(?:了)?$"
)
# What a clause begins with and the label does not need.
START = re.compile(
    r"(?:[较比](?:上年同期|去年同期|上年|去年|年初|同期)|同时|其中|此外|并且|并(?!购|网)|且|也|先后|预计|据测算|累计|全年|一年来|今年|去年|当年|年内|目前|现(?=已|有)|共计|总共|共(?!同|产|青|享|建|识|和)|已|将(?!军)"
    r"|力争|确保|努力|争取|(?:到)?20\d\d年|(?:对)?(?:全区|全市|全县|全省|全镇|我区|我市|我县)|免费|为辖区|每年至少|每年|分别|计划(?=到|于)|成功|圆满|顺利|不断|着力)+"
)
VERBS = re.compile(
    r"(?:组织开展|组织代表|精心组织|对应成立|谋划实施|分解细化|提出|撰写|形成|组织|开展|举办|召开|投入|安置|解决|落实|完成|实现|争取|到位|发放|培训|查处|受理|办理|处理|实施|推进|新建|建成|改造|建设|引进|签约|开工|竣工|清退|腾退|拆除|排查|整改|普及|录入|服务(?!业|中心|对象|站|圈|平台)|提供|推动|审议|支持|开发|安排|帮助|救助|资助|化解|调解|制定|出台|发现|涉及|完善|给予|做好|获得|荣获|创建|打造|新增|共有|拥有)了?"
)
TRAILING = re.compile(r"(?:有序推进|全面完成|顺利完成|全部完成|(?<=[\u4e00-\u9fff]{3})任务|(?:进展|开展)?情况|全面落实|等|的|了)+$")
VERB_BEHIND = re.compile(
    r"在|实现|完成|通过|全面(?:完成|落实|推行|覆盖|推进|建成)|有序|顺利|获得|获评|荣获|被|已|均|正在|纳入|进入|得到|投入使用|建成投用|履行|落实|提供|做好|进行|接受|享受|参加|达到|建立|实行"
)
EMPTY_VERB = re.compile(
    r"^(?:在.{0,12}?(?:中心|平台|市场|企业)|实现|完成|全面|有序|顺利|已|均|正在|推进|提供.*|做好.*|进行.*|履行.*|落实.*)+"
)
GENERIC = re.compile(
    r"^(?:总量|总额|增速|增幅|增长|规模|占比|比重|排名|位次|均|人均|面积|数量|总数|其中|综合排名|考核|总投资|投资|资金|金额|收入|产值|销售额|方面|问题|项目|任务|整改率|完成率|中|等|高于全市|高于全国|高于全省|高于|低于)$"
)


class Label(Struct, frozen=True):
    text: str
    prefix: str = ""  # 增长, 下降, 预计: what the card says before the value
    sure: bool = True


def label_of(speech: Speech, quantity: Quantity, row: list[Quantity], given: Given) -> Label:
    """The label of a quantity among those of its paragraph."""
    text = speech.paragraphs[quantity.line].text
    at = row.index(quantity)
    before = row[at - 1] if at else None
    left, right = context(text, quantity, before)
    if before is not None and given.last and TURN.fullmatch(text[before.end : quantity.start]):  # 由15天缩至2天
        return Label(given.last.removesuffix(EARLIER))
    if from_to(text, quantity):
        return Label(sound(tail(tail_label(re.sub("(?:由|从)(?:原来的?|过去的?|上年的?)?$", "", left)) or given.last, LONGEST)) + EARLIER)
    verdict = re.search(VERDICT, left)
    prefix = (verdict["prefix"] or "") if verdict else ""
    subject = left[: verdict.start()] if verdict else left
    if "预计" in left and not prefix:
        prefix = "预计"
    if quantity.rank:
        return finished(tail_label(RANKED.split(text_before(text, quantity))[0]), "", given.topic or given.last, "")
    if not right and at + 1 < len(row) and row[at + 1].start == quantity.end:  # X类X项服务
        right = context(text, row[at + 1], quantity)[1] + ("类别" if quantity.unit == "类" else "")
    if right and not right.startswith(("的", "以", "和")) and not quantity.unit.endswith(("%", "％", "百分点", "元", "倍")):
        return counted(left, subject, right, prefix)
    name = tail_label(subject)
    if GENERIC.match(name) and right.startswith("的"):  # 总投资X亿元的X个重大项目
        of = context(text, row[at + 1], quantity)[1] if at + 1 < len(row) and row[at + 1].start <= quantity.end + 2 else right[1:]
        return Label(sound(tail(TRAILING.sub("", of) + name, LONGEST)), prefix)
    if name.startswith("占") and given.topic and len(given.topic + name) <= LONGEST:
        name = given.topic + name
    return finished(name, prefix, given.last, comparison(left))


EARLIER = "（原）"
TURN = re.compile(
    r"(?:，|大幅|进一步)*(?:缩短|压缩|缩减|压减|下降|降低|减少|提高|提升|增加|增长|扩大|上升|降|减|缩|增|升)?(?:至|到|为)(?:现在的?|目前的?|了)?"
)


def from_to(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is where something came from: 由15天缩至2天."""
    before, behind = text[max(0, quantity.start - 8) : quantity.start], text[quantity.end : quantity.end + 12]
    return bool(re.search("(?:由|从)(?:原来的?|过去的?|上年的?)?$", before)) and bool(re.match(TURN.pattern + r"[0-9XＸ×]", behind))


class Given(Struct, frozen=True):
    """The labels given before in the same paragraph: the last one, and the last of an indicator."""

    last: str = ""
    topic: str = ""


RANKED = re.compile(r"(?:连续\w{1,3}年)?(?:均|也|中)?(?:稳居|位居|跃居|高居|名列|位列|排名|排在|列|居|排|获得?|荣获|取得|夺得)")


def context(text: str, quantity: Quantity, before: Quantity | None) -> tuple[str, str]:
    """What stands before and behind the quantity in its clause, up to the quantities beside it."""
    start = max((text.rfind(mark, 0, quantity.start) for mark in BOUNDARY), default=-1) + 1
    left = text[start : quantity.start]
    if before is not None and before.line == quantity.line and before.end > start:
        left = re.split("、|以及", text[before.end : quantity.start])[-1]
    behind = re.split(
        r"[，,。；;：:！!？?、]|[（(](?![\u4e00-\u9fff]{1,2}[）)])|[XＸ]|\d|第[一二三]|——|以及|并(?=[\u4e00-\u9fff]{2})|等(?!级)",
        text[quantity.end :],
    )[0]
    return left, behind


def text_before(text: str, quantity: Quantity) -> str:
    start = max((text.rfind(mark, 0, quantity.start) for mark in BOUNDARY), default=-1) + 1
    return text[start : quantity.start]


def unstarted(text: str) -> str:
    match = START.match(text)
    return text[match.end() :] if match else text


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


def comparison(left: str) -> str:
    match = re.search("(?:高于|低于|高出|快于)[\u4e00-\u9fff]{2,6}$", left)
    return match[0] if match else ""


def tail_label(subject: str) -> str:
    """The thing at the end of what stands before a number."""
    text = unstarted(subject.strip(" 、和及与　“”"))
    text = re.sub(r"(?:高于|低于|高出|快于)[\u4e00-\u9fff]{2,6}$", "", text)
    text = re.sub(r"(?:等(?:问题|方面|领域)?|共|的|了|中)$", "", text)
    first = VERBS.match(text)
    if first and first[0].rstrip("了") not in KEPT and len(text) - first.end() >= 3:
        text = text[first.end() :]
    if len(text) > LONGEST:
        last = [match.end() for match in VERBS.finditer(text) if len(text) - match.end() >= 3]
        text = text[last[-1] :] if last else text
    return text.strip("了的、")


KEPT = ("新增", "引进", "新建", "改造", "拆除", "清退", "腾退", "排查", "整改", "发现", "查处", "培训", "化解", "救助")


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


def sound(text: str) -> str:
    """Without a quote or bracket that has lost its partner."""
    return text if balanced(text) else re.sub("[“”‘’《》（）()]", "", text)


def tail(text: str, room: int) -> str:
    """The end of a text, begun at a word; all of it where there is room."""
    if len(text) <= room:
        return text
    from deckgen.measure.lexicon import cut

    kept = ""
    for word in reversed(cut(text)):
        if len(kept) + len(word) > room:
            break
        kept = word + kept
    listed = kept.find("、")
    if 0 <= listed <= 2:
        kept = kept[listed + 1 :]
    return kept.lstrip("的和与及、了") or text[-room:]
