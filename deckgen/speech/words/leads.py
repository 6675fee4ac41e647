"""The lead of a point: its topic sentence without 我们, 着力 and the like, never cut in the middle of a word."""

from __future__ import annotations

import re

from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import NOTHING, Phrase, balanced, phrase, trimmed, without_connective
from deckgen.speech.text.sentences import clauses, is_english

LONGEST, LONGEST_ENGLISH = 16, 46
TWO_CLAUSES = 13  # characters: two clauses that are together no longer stay together
SUBJECT = re.compile(
    r"(?:我们|我区|我市|我县|我省|我局|我镇|我校|全区|全市|全县|全省|全镇|全局|(?:区|市|县|省|镇)委(?:常委会|班子)?|(?:区|市|县|省)(?:政府|政协)|常委会|全区上下|各级各部门|各地各部门|We |we |Our |The )(?=[\u4e00-\u9fffA-Za-z]{4})"
)
ADVERB = re.compile(
    r"(?:必须|应当|要(?!素|求|件|点|闻|领|害|塞|紧)|着力|不断|扎实(?!做好)|持续|致力(?:于)?|注重|大力|全力|始终|坚持(?!以|和|把|不|党|人民|问题|稳|新|系统|守|源|全面|高|依|社会|马|群|从|中国|改|创|科|绿|开|共|自|法|统|底|五|四|两|一|“)|坚决|切实|深入|进一步|积极|努力|全面(?!从严|依法|深化|建成|小康|脱贫|落实)|层层|牢牢|更加|继续|有力(?:有序)?|有序|有效|认真|精心|稳步|加快(?!速度)|狠)(?=[\u4e00-\u9fff]{4})"
)
# Adverbs that say nothing a slide needs: dropped even where there is room for them.
FILLER = re.compile(r"(?:着力|致力于?|注重|不断|扎实|层层|牢牢|始终|进一步|切实)(?=[\u4e00-\u9fff]{4})")
VERB_HEAD = re.compile(
    "推进|推动|加强|完善|坚持|深化|抓好|提升|优化|强化|实施|开展|建设|建立|健全|做好|保障|落实|培育|打造|发展|扩大|促进|增强|支持|巩固|统筹|严格|聚焦|突出|维护|防范|改善|提高|弘扬|贯彻|学习|构建|创新|破解|整治|解决"
)
# What only says when, under what circumstances or among what: 过去一年, 上述目标中, 面对复杂形势, 我们深切体会到.
CIRCUMSTANCE = re.compile(
    r"(?:过去|这[一二三四五]?年|刚刚过去|站在.{2,12}上|立足.{2,12}上|[一三五]年来|五年|今年|去年|明年|近年来?|近[一三五]年|新的一年|当前|目前|同时|此外|其中|上述|以上|这些|年内|下一步|下一阶段|今后|全年|上半年|下半年|20\d\d年|20\d\d年以来|截至|各位|同志们|会议).{0,10}$"
    r"|(?:面对|随着|针对|按照|根据|围绕|立足|为了).*|在.{0,24}(?:下|中|上|里|时|方面|背景下|过程中)$|.{0,10}(?:深[切刻]?(?:体会|感|认识|知)到?|看到|认识到|指出|强调|要求)$"
)
# How something moved is a fragment without what moved.
FRAGMENT = re.compile(
    r"是(?!非)|(?:同比|环比|[比较](?:上年|去年|(?:19|20)\d\d年(?:末|底)?)|年均|累计)*(?:提高|增长|下降|增加|减少|降低|提升|上升|高于|低于|达到?|占|约|近|超过?|共|第|其中|分别)了?[^\u4e00-\u9fff]*[\d.X]"
)
# What only says that something follows: 主要做了以下几方面的工作.
META = re.compile(
    r"(?:我们)?(?:主要|重点|着重|突出)?(?:做|抓|开展|推进|完成)了?(?:好)?(?:以下|如下)(?:几?[个方面项点]{1,3})?的?(?:主要|重点)?(?:工作|事情|任务)$"
)
SOFT = re.compile(r"工作$|(?<=[\u4e00-\u9fff]{4})(?:各项)?工作$")


def lead_of(speech: Speech, head: Piece, room: int = LONGEST) -> Phrase:
    """The lead that a topic sentence gives; NOTHING where no phrase of it is short enough."""
    text = head.text(speech)
    if is_english(text):
        return english_lead(speech, head)
    pieces = [head.part(c.start, c.end) for c in clauses(text)]
    if not pieces:
        return NOTHING
    first = bare(speech, pieces[0])
    if len(pieces) > 1 and not CIRCUMSTANCE.match(first.text(speech)):
        both = Piece(head.paragraph, first.start, pieces[1].end)
        short = both.text(speech)
        if len(short) <= TWO_CLAUSES and balanced(short) and len(pieces) == 2:
            return phrase(trimmed(speech, both))
    told = [
        piece for piece in pieces if not CIRCUMSTANCE.match(piece.text(speech).strip()) and not FRAGMENT.match(piece.text(speech).strip())
    ]
    for piece in (bare(speech, piece) for piece in told[:2]):
        lead = fitted(speech, without_filler(speech, piece), room)
        if lead:
            return lead
    return NOTHING


def bare(speech: Speech, piece: Piece) -> Piece:
    """`piece` without subject and without what leads over to it."""
    piece = without_connective(speech, piece)
    match = SUBJECT.match(piece.text(speech))
    if match:
        piece = piece.behind(match.end())
    return trimmed(speech, piece)


def without_filler(speech: Speech, piece: Piece) -> Piece:
    match = FILLER.match(piece.text(speech))
    return piece.behind(match.end()) if match else piece


def fitted(speech: Speech, piece: Piece, room: int) -> Phrase:
    """The clause, shortened only where it must be: adverbs first, then its second half behind 、 or 和."""
    for candidate in shorter(speech, piece):
        text = candidate.text(speech)
        if 2 < len(text) <= room and balanced(text):
            return phrase(trimmed(speech, candidate))
    return NOTHING


def shorter(speech: Speech, piece: Piece) -> list[Piece]:
    """The clause, and its shorter forms in the order in which they are tried."""
    forms = [piece]
    current = piece
    while match := ADVERB.match(current.text(speech)):
        current = current.behind(match.end())
        forms.append(current)
    text = current.text(speech)
    tail = SOFT.search(text)
    if tail:
        forms.append(Piece(current.paragraph, current.start, current.start + tail.start()))
    # 坚持和完善甲、乙、丙 ends well before a 、 once its verb has an object of two characters.
    # The first members of a bare list (教育、医疗、养老等) are no lead: the rest would be missed.
    headed = VERB_HEAD.match(text) and not re.search("等|方面", text)
    ends = [match.start() for match in re.finditer("、|以及", text) if whole_member(text[: match.start()])] if headed else []
    return [*forms, *(Piece(current.paragraph, current.start, current.start + end) for end in ends)]


def whole_member(text: str) -> bool:
    """Whether the last member of a list is long enough to stand for it: 促进人口 of 促进人口、资源、环境 is not."""
    last = text.rpartition("、")[2]
    return len(text) >= 5 and len(last) >= (4 if "、" in text else 6)


def english_lead(speech: Speech, head: Piece) -> Phrase:
    """The words up to the first comma, or as many whole words as fit and end in no article or preposition."""
    text = head.text(speech)
    first = re.match(r"(?:And |But |So )?(?:[Ww]e (?:have |will |must |are |also )?|[Oo]ur )?", text)
    start = first.end() if first else 0
    body = re.split(r"(?:[,;:—]|(?<!\bNo)(?<!\bSt)(?<!\bMr)(?<!\bDr)\.)(?!\d)", text[start:])[0].rstrip()
    words = body.split(" ")
    whole = len(words)
    while words and (
        len(" ".join(words)) > LONGEST_ENGLISH
        or re.fullmatch(
            r"(?i)(?:a|an|the|of|to|in|on|for|and|or|by|with|from|at|that|which|is|are|was|its|our|their|will|has|have|this|more|than|we|as|now|not|also|still|up|down|remains?|continues?|became|becomes)",
            words[-1],
        )
        or (words[-1][-1:].isdigit() and len(words) < whole)  # £11.5 of £11.5 million
    ):
        words.pop()
    end = start + len(" ".join(words))
    return phrase(head.part(start, end)) if end > start else NOTHING
