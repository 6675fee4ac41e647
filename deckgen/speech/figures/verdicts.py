"""What is said between a thing and its number: 提高到, 同比增长, 突破, 比全市平均水平高."""

from __future__ import annotations

import re

from msgspec import Struct

MOVE = "改善|增长|下降|提高|上升|降低|减少|增加|提升|压降|压减|回落|压缩|缩短|缩小|扩大|收窄|削减|缩减|精简|攀升|跃升|跃居|上涨|下跌|下调|上调|净增|增产|减产|增收|减收|增至|降至|增幅|增速|涨幅|降幅|提速|延长|简化|拓展|发展|壮大|优化"
SHORT_MOVE = "增|降|升|减|缩|涨|跌|扩|调"  # only with 到, 至 or 为 behind
REACHED = "到|至|为|成"
# Nothing is said by these but that it is so much.
PLAIN = "完成|实现|达到|达成|达|保持在|控制在|稳定在|维持在|保持|控制|约为|为|至|到|有|是|共|等|在|迈上|站上|跃上|登上|超额完成|共有|拥有|只有|仅有|现有|尚有|还有|约有|分别为|合计|总计|累计|就|占到|仅"
# These say on which side of the number the truth lies, so the card says them too.
BOUND = "突破|不到|未满|超过|超出|超|接近|近|约|逾|不低于|不少于|不超过|不高于|高于|低于|至少|不足|将近|大约"
ADVERB = (
    "历史性|继续|年均|平均|同比|环比|实际|名义|预计|预期|已经|已|均|共|分别|累计|总计|合计|也|再|更|首次|大幅|大幅度|稳步|进一步|持续|逐步|全面|力争|将|可|又|总体|基本|成功|连续|明显|显著|整体|由此|"
    "每年|始终|按|拟|逆势|同口径|按可比口径|可比|各|都|还|新|由|则|严格|有效|力保|严控|要|必须|应"
)
WHEN = re.compile(
    r"(?:到|于|至)?(?:连续[0-9一二三四五六七八九十]{1,3}年|近?[一二三四五六七八九十两]年(?:来|间|前|累计)?|(?:19|20)\d\d年|上年同期|上年|去年同期|去年|年初|年末|年底|目前|现在|当前|如今|期末)(?:末|底|初)?的?$"
)
COMPARED = r"[较比](?:上年同期|去年同期|上年末|上年底|去年底|去年末|上年|去年|同期|年初|前年|上月|上季度|改革前|以往|以前|(?:19|20)\d\d年(?:末|底)?|“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间|初期|末期|末|初)?)"
ENDS = re.compile(
    rf"(?:(?P<move>{MOVE})(?:了|幅度|率)?(?P<to>{REACHED})?(?:了)?|(?P<short>(?:{SHORT_MOVE})(?:{REACHED}))(?:了)?"
    rf"|(?P<bound>{BOUND})(?:了)?|(?:{PLAIN})(?:了)?|(?P<adverb>{ADVERB})|(?P<compared>{COMPARED})|[，,])$"
)
HIGHER = re.compile(
    r"(?P<words>(?:(?<![占同对环])比(?![率例重值])|较)[^，。；比较]{2,12}?(?:高|低|快|多|少|好|提前|领先)(?:出|于)?(?:了)?)$"
)
# 约为全国平均的70%: what it is measured by stands before the number.
RELATIVE = re.compile("(?P<words>约?(?:为|是|相当于|达)(?:全国|全省|全市|全区|全县|世界|全球|同期|全[省市]农村)?平均(?:水平|值)?的)$")
PAST = re.compile(rf"(?P<compared>{COMPARED})$")
# Not the year before, of which a growth is understood to be.
NAMED_YEAR = re.compile(r"[较比](?:19|20)\d\d年(?:末|底)?")
FORECAST = "预计"
# 低于每立方米19微克: of how much it is so much.
PER = re.compile("每(?:立方米|平方公里|平方米|公里|百万人|十万人|万人|千人|百人|百户|万户|人|户|亩|公顷|吨|升|万元)$")


class Verdict(Struct, frozen=True):
    """The thing that a number is said of, and the words that its card shows before the number."""

    subject: str
    prefix: str = ""
    level: bool = False  # the number is where it came to (提高到), not by how much it moved


def verdict_of(left: str) -> Verdict:
    """`left` is what stands before a number in its clause."""
    forecast = FORECAST if FORECAST in left else ""
    higher = HIGHER.search(left)
    if higher and not re.fullmatch(COMPARED + ".*", higher["words"]):
        return Verdict(left[: higher.start()], higher["words"])
    relative = RELATIVE.search(left)
    if relative:
        return Verdict(left[: relative.start()], relative["words"])
    per = PER.search(left)
    subject, move, bound, level, since = left[: per.start()] if per else left, "", "", False, ""
    while match := PAST.search(subject) or WHEN.search(subject) or ENDS.search(subject):
        if not match[0] or keeps(subject, match):
            break
        said = match.groupdict()
        if said.get("bound") and not bound and not move:
            bound = said["bound"]
        moved = f"{said['move']}{said['to'] or ''}" if said.get("move") else said.get("short") or ""
        if moved and not move:
            move, level = moved, moved[-1] in "到至为成"
        if move and not level and NAMED_YEAR.fullmatch(said.get("compared") or ""):
            since = match[0].rstrip("，,")
        subject = subject[: match.start()]
    prefix = since + (f"{move}{bound}" if bound and move and not level else bound or move)  # 下降超14%, 比2020年增长58%
    return Verdict(subject, f"{prefix}{per[0]}" if per else prefix or forecast, level or bool(bound))


def keeps(subject: str, match: re.Match[str]) -> bool:
    """Whether the words are the end of a longer one that names the thing: 新增, 水平, 行为, 发展 alone."""
    before = subject[: match.start()]
    word = match[0]
    if word == "保持" and re.search("(?:率|量|度|例|重|积|值|数|额)(?:继续|持续|始终|总体)?$", before):  # 优良率保持100%
        return False
    if word in ("发展", "壮大", "优化", "拓展", "保持", "控制", "延长", "精简", "新"):  # nouns unless something was reached
        return True
    return (
        bool(re.search("新$|净$", before) and word in ("增", "增加"))
        or bool(re.search("(?:行|作|成|较|认|人|因)$", before) and word == "为")
        or bool(re.search("(?:所|国|享|拥|占|私|公|民|共|自|现|没|只)$", before) and word == "有")
        or bool(re.search("(?:公|青|中|地|一)$", before) and word == "共")
        or bool(re.search("(?:直|报|周|签|遇|受|收|得|看|做|感|达|办|想|找)$", before) and word == "到")
        or bool(re.search("(?:附|邻|亲|靠|邻|最)$", before) and word == "近")
        or bool(re.search("(?:公|集|契|条|预|制|节|签|履|合)$", before) and word == "约")
        or bool(re.search("(?:自|理|缘|事|经)$", before) and word == "由")
        or bool(re.search("(?:存|所|内|潜|实|现|正|旨)$", before) and word == "在")
        or bool(re.search("(?:创|革|更|全|翻|维|焕|清|最|高)$", before) and word in ("新", "新的"))
        or bool(re.search("(?:平|百|人)$", before) and word == "均")
        or bool(re.search("(?:成|造)$", before) and word == "就")
        or bool(re.search("(?:高|中|初|平|同|对|特|优|均|劣|上)$", before) and word == "等")
    )
