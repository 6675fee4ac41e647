"""The thing that a clause speaks of, as short as a card needs it."""

from __future__ import annotations

import re

from deckgen.speech.text.phrases import balanced

LONGEST = 12  # characters that stand on a card in one line
WHOLE = 16  # characters of a thing that is named whole, in two lines, rather than cut
# 高新技术产业增加值占地区生产总值比重 says nothing without its head.
SHARE_LONGEST, SHARE_OF = 20, re.compile("(?<!^)占.{2,60}(?:比重|比例|比|份额)$|与.{2,60}(?:比率|比值|比例|之比|比)$")
# What a clause begins with and the label does not need.
START = re.compile(
    r"(?:[较比](?:上年同期|去年同期|上年|去年|年初|同期)|同时|其中|此外|并且|并(?!购|网)|且|也|先后|预计|据测算|累计|全年|一年来|今年|去年|当年|年内|目前|现(?=已|有)|共计|总共|共(?!同|产|青|享|建|识|和)|已|将(?!军)|(?:现|共)?有(?=[\u4e00-\u9fff]{3})(?!限|关|效|机|序|色|线|力|望|益|害|偿|形|无|条|待|所|利|理|声|氧|轨)"
    r"|力争|确保|努力|争取|(?:到)?20\d\d年(?:末|底)?(?:前)?|(?:今年|明年)?[0-9]{1,2}月(?:底|末)?(?:前|份)?|年底前|截至目前|目前为止|又|再|累计|(?:对)?(?:全区|全市|全县|全省|全镇|我区|我市|我县)|免费|为辖区|每年至少|每年|分别|“[一二三四五六七八九十]{1,2}五”(?:时期|期间)|按照|两年内|三年内|计划(?=到|于)|成功|圆满|顺利|不断|着力)+"
)
VERBS = re.compile(
    r"(?:组织开展|组织代表|精心组织|对应成立|谋划实施|分解细化|提出|撰写|形成|组织|开展|举办|召开|投入|安置|解决|落实|完成|实现|争取|到位|发放|培训(?!费|机构|中心|基地|班|学校)|查处|受理|办理|处理|实施|推进|新建|建成(?!区)|改造|建设|引进|签约|开工|竣工|清退|腾退|拆除|排查|整改|清收|清欠|优化|压减|统筹|普及|录入|服务(?!业|点|中心|对象|站|圈|平台)|提供|推动|审议|支持|开发|安排|帮助|救助|资助|化解|调解|制定|出台|发现|涉及|完善|给予|做好|获得|荣获|创建|打造|新增|共有|拥有)了?"
)
TRAILING = re.compile(r"(?:有序推进|全面完成|顺利完成|全部完成|(?<=[\u4e00-\u9fff]{3})任务|(?:进展|开展)?情况|全面落实|等|的|了){1,6}$")
KEPT = ("新增", "引进", "新建", "改造", "拆除", "清退", "腾退", "排查", "整改", "发现", "查处", "培训", "化解", "救助")


def tail_label(subject: str) -> str:
    """The thing at the end of what stands before a number."""
    text = unjoined(subject.lstrip(" 、　“”")).rstrip(" 、和与　“”")
    text = unstarted(text if text.endswith(("惠及", "涉及", "普及", "以及")) else text.rstrip("及"))
    text = re.sub(r"(?:(?:高于|低于|高出|快于)|(?:超过|优于|好于)(?=全|上|平|预|年|目))[\u4e00-\u9fff]{2,6}$", "", text)
    text = re.sub(r"(?:等(?:问题|方面|领域)?|共|的|了|中)$", "", text)
    behind = text.rpartition("、")[2]
    if (
        behind != text and VERBS.match(re.sub("^(?:精准|全面|新|累计|有效|深入)", "", behind)) and len(behind) >= 4
    ):  # 优化支出结构、清收各类资金
        text = behind
    first = VERBS.match(text)
    if first and first[0].rstrip("了") not in KEPT and len(text) - first.end() >= 3:
        text = text[first.end() :]
    if len(text) > WHOLE:
        last = [match.end() for match in VERBS.finditer(text) if len(text) - match.end() >= 4]
        text = text[last[-1] :] if last else text
    return text.strip("了的、")


def unstarted(text: str) -> str:
    match = START.match(text)
    return text[match.end() :] if match else text


def unjoined(text: str) -> str:
    """Without what joins it to the words before: 和农村自来水; but 和美乡村."""
    return re.sub("^(?:[的与及、了“”　 ]|和(?![谐美平睦]))+", "", text)


def sound(text: str) -> str:
    """Without a quote or bracket that has lost its partner."""
    return text if balanced(text) else re.sub("[“”‘’《》（）()]", "", text)


def tail(text: str, room: int) -> str:
    """The end of a text, begun at a word; all of it where there is room."""
    if len(text) <= max(room, WHOLE if room == LONGEST else 0) or (len(text) <= SHARE_LONGEST and SHARE_OF.search(text)):
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
    return unjoined(kept) or text[-room:]
