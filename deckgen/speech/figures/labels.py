"""What a quantity counts, in a few words from its own clause: 心得体会、理论文章, 建成小游园, 一般公共预算收入."""

from __future__ import annotations

import re

from msgspec import Struct, structs

from deckgen.speech.figures.movements import FROM, origin, turn
from deckgen.speech.figures.nouns import LONGEST, TRAILING, VERBS, sound, tail, tail_label, unstarted
from deckgen.speech.figures.setting import Setting, clause_before, right_of, text_before
from deckgen.speech.figures.verdicts import BOUND, verdict_of

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
# What cannot be the whole name of a thing: it begins or ends in the middle of something.
DOUBTFUL = re.compile(
    r"^(?:[的和与及以为在对把将从由比至到共其该这那了并等]|达(?!标)|各类$)|(?:[的了和与及比较至到由从达共为是将在约近第每各]|(?<!同|平|高|对|中|初|上|均)等)$|[0-9]年|^.?$|[，。；：]"
)
# What a card says before a number of counted things: 突破100家. That they grew (新增) stands in their name.
COUNTED_PREFIXES = ("预计", *BOUND.split("|"))
# Behind a measure, the next thing that is said and not what was measured: 15.2万吨，… 30天实现….
BEGINS_NEXT = re.compile("(?:实现|完成|增长|下降|提高|达到|位居|居(?!民|家|住)|列(?!车)|创(?!业|新)|分别|其中|同比|以来|内|左右)")
RANKED = re.compile(
    r"(?:连续\w{1,3}年)?(?:均|也|中)?(?:稳居|位居|跃居|高居|名列|位列|排名|排在|(?<![系陈序并])列(?!入|为|车)|(?<![人定安宜旧民邻移聚群同])居(?!民|住|家|委|环|安)|(?<!安|编)排(?!放|查|名次)|获得?|荣获|取得|夺得)"
)
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
    stale: bool = False  # a sentence has ended since


def label_of(setting: Setting, given: Given, line_before: str = "") -> Label:
    """The label of a quantity among those of its paragraph; `line_before` ends the paragraph before, where a sentence goes on."""
    label = moved(setting, given) or ranked(setting, given) or thing_counted(setting) or indicator(setting, given, line_before)
    return structs.replace(label, sure=label.sure and not DOUBTFUL.search(label.text))


def moved(setting: Setting, given: Given) -> Label | None:
    """由X天缩至2天: both are the same thing, the first of them as it was; None of any other."""
    before = setting.before
    if before is not None and given.last.endswith(EARLIER) and turn(setting.text, before, setting.quantity):
        return Label(given.last.removesuffix(EARLIER))
    begun = origin(setting.text, setting.quantity)
    if begun and turn(setting.text, setting.quantity, setting.behind):
        name = tail_label(verdict_of(FROM.sub("", setting.left)).subject) or given.last
        return Label(sound(tail(name, LONGEST)) + EARLIER, sure=bool(name)) if name else None
    return None


def ranked(setting: Setting, given: Given) -> Label | None:
    """What is first or third; None where no place among others is told."""
    if not setting.quantity.rank:
        return None
    return finished(
        tail_label(RANKED.split(text_before(setting.text, setting.quantity))[0]),
        "",
        structs.replace(given, last=given.topic or given.last),
        "",
    )


def thing_counted(setting: Setting) -> Label | None:
    """X个小游园: the noun behind the unit; None where the thing stands before the number."""
    noun = noun_behind(setting)
    unit = setting.quantity.unit
    if not noun or noun.startswith(("的", "以", "和")) or unit.endswith(("%", "％", "百分点", "元", "倍")) or BEGINS_NEXT.match(noun):
        return None
    verdict = verdict_of(setting.left)
    return counted(setting.left, verdict.subject, noun, verdict.prefix)


def indicator(setting: Setting, given: Given, line_before: str) -> Label:
    """一般公共预算收入完成X亿元: the thing before the number."""
    verdict = verdict_of(setting.left)
    name, right, behind = tail_label(verdict.subject), noun_behind(setting), setting.behind
    if GENERIC.match(name) and right.startswith("的"):  # 总投资X亿元的X个重大项目
        follows = behind is not None and behind.start <= setting.quantity.end + 2
        of = right_of(setting.text, behind.end) if behind is not None and follows else right[1:]
        return Label(sound(tail(TRAILING.sub("", of) + name, LONGEST)), verdict.prefix)
    if name.startswith("占") and given.topic and not given.stale and len(given.topic + name) <= LONGEST:
        name = given.topic + name
    if not name:
        return without_name(setting, given, line_before, verdict.prefix)
    return finished(name, verdict.prefix, given, comparison(setting.left))


def without_name(setting: Setting, given: Given, line_before: str, prefix: str) -> Label:
    """Where no thing stands before the number: the line before, the clause before, the words behind, the label before."""
    first_in_line = not setting.text[: setting.quantity.start].strip(" 　由从了的") or (not setting.left and setting.before is None)
    beside = clause_before(setting.text, setting.quantity.start)
    behind = TRAILING.sub("", setting.right.lstrip("的 ")) or ""
    for words, sure in ((line_before if first_in_line else "", True), (beside if setting.before is None else "", False)):
        name = tail_label(verdict_of(words).subject)
        if len(name) >= 2:
            return Label(sound(tail(name, LONGEST)), prefix, sure and not origin(setting.text, setting.quantity))
    if len(behind) >= 2 and not given.last:
        return Label(sound(behind[:LONGEST]), prefix, sure=False)
    return finished("", prefix, given, comparison(setting.left))


def noun_behind(setting: Setting) -> str:
    """The noun behind the unit; of X类X项服务 that behind the second."""
    quantity, behind = setting.quantity, setting.behind
    right = setting.right.strip()
    if right or behind is None or behind.start != quantity.end:
        return right
    return right_of(setting.text, behind.end) + ("类别" if quantity.unit == "类" else "")


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
    return Label(sound(tail(text, LONGEST)), prefix if prefix in COUNTED_PREFIXES else "", sure=len(noun) >= 2)


def comparison(left: str) -> str:
    match = re.search("(?:高于|低于|高出|快于)[\u4e00-\u9fff]{2,6}$", left)
    return match[0] if match else ""


def finished(text: str, prefix: str, given: Given, addition: str) -> Label:
    """The label, with the one before it where it would say nothing by itself."""
    sure = True
    previous = "" if given.stale and text else given.last
    if (not text or GENERIC.match(text) or len(text) < 2) and previous:
        joined = previous + text if text not in previous else previous
        text, sure = (joined if len(joined) <= LONGEST else tail(joined, LONGEST)), bool(text)
    if addition and addition not in text:
        text = text + addition if len(text) + len(addition) <= LONGEST + 2 else text
    text = sound(tail(text, LONGEST))
    return Label(text or "数量", prefix, sure and bool(text))
