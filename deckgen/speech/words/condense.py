"""The text of a point: the most telling clauses of its paragraph, by stated rules, short enough for the slide.

A clause tells the more, the more it says what came of the work: a quantity, a first place, a task completed, a name in
quotes. It tells less the more it is made of attitudes, meetings and documents. What is chosen begins and ends where the
speech has a mark, and stands in the order of the speech.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import NOTHING, Phrase, balanced, phrase, trimmed, without_connective
from deckgen.speech.text.sentences import clauses, is_english, sentences

RESULT = re.compile(
    r"第一|首[位个次批家创]|前列|全面(?:完成|落实|推行)|圆满|超额|实现|达到|提前|创.{0,4}新高|荣获|获评|获得|通过|入选|突破|建成|完成|未发生|稳居|位居|居全|高于|翻番|增长|提升|提高|下降|in place|completed|achieved|first|record|rose|grew|fell",
    re.I,
)
ATTITUDE = re.compile(
    r"深刻认识|高度重视|始终把|坚定不移|以.{2,30}为(?:指导|主线|统领)|政治(?:站位|立场|意识)|思想(?:上|觉悟)|切实增强|贯彻落实|学习贯彻|精神$|认真落实|严格落实|重要(?:讲话|指示|论述)"
)
MEETING = re.compile(r"召开|印发|出台|制定|会议|领导小组|研究制定|听取|汇报|《")
FOUR = re.compile(r"[\u4e00-\u9fff]{4}、[\u4e00-\u9fff]{4}(?:[、，]|$)")
DANGLING = re.compile(
    r"^(?:以|在|通过|围绕|按照|根据|对|针对|为|从|由|把|将|随着|经|依托|结合|面对|立足|当|作为|由于|若|如果|只有|无论|凡|既|不仅|不但|虽|尽管|与|同|向)(?!免|民|止|期|此|村)"
)
COMPLETE = re.compile(
    r"^(?:为|对|向|在|把|将|以|从|通过).{3,}(?:了|提供|开展|进行|推进|纳入|作为|完成|实现|落到|放在|化解|建成|达|发放|推广|强化|加强|抓|促|带动|引领|支撑|赋能|助力)"
)
SUBJECTLESS = re.compile(
    r"^(?:使|让|确保|从而|以确保|以此|同比|环比|[较比](?:上年|去年|20)|年均|增长|下降|高于|低于|高出|占比|总量|增速|增幅|排名|位居|位列|其中)"
)
PRONOUN = re.compile(r"^(?:这|那|它|他们|其|该|此|上述|有的|她|which|that|it|they|this)", re.I)


class Numbers(Struct, frozen=True):
    """The quantities of the speech, and those that the slide shows as cards."""

    by_paragraph: Mapping[int, Sequence[Quantity]]
    cards: frozenset[Quantity] = frozenset()

    def within(self, piece: Piece) -> list[Quantity]:
        return [quantity for quantity in self.by_paragraph.get(piece.paragraph, ()) if quantity.within(piece)]


class Clause(Struct, frozen=True, gc=False):
    piece: Piece
    score: float
    sentence: int
    mark: str


def text_of(speech: Speech, body: list[Piece], numbers: Numbers, room: int, said: str = "") -> Phrase:
    """The most telling clause or clauses of `body`, no longer than `room`; NOTHING where no clause is so short.

    `said` is the lead: what it says already is not said again.
    """
    all_clauses = scored(speech, body, numbers, said)
    best: tuple[float, list[Clause]] | None = None
    for start in range(len(all_clauses)):
        for chosen in runs_from(speech, all_clauses, start, room):
            worth = value(speech, chosen, room)
            if best is None or worth > best[0] + 1e-9:
                best = (worth, chosen)
    return together(speech, best[1]) if best else NOTHING


def scored(speech: Speech, body: list[Piece], numbers: Numbers, said: str) -> list[Clause]:
    """Every clause of `body` with what it is worth."""
    scored_clauses: list[Clause] = []
    parted = [(piece, sentence) for piece in body for sentence in sentences(piece.text(speech))]
    for number, (piece, sentence) in enumerate(parted):
        for clause in clauses(sentence.text):
            start = sentence.start + clause.start
            own = trimmed(speech, piece.part(start, start + len(clause.text)))
            if own.end - own.start > 2:
                worth = worth_of(own.text(speech), own, numbers, said)
                scored_clauses.append(Clause(own, worth, number, clause.mark or sentence.mark))
    return scored_clauses


def worth_of(text: str, piece: Piece, numbers: Numbers, said: str) -> float:
    inside = numbers.within(piece)
    worth = 1.0 + sum(sorted((told(q) for q in inside if q not in numbers.cards), reverse=True)[:2])
    worth -= 2.0 * any(q in numbers.cards for q in inside)
    worth += 1.5 * bool(RESULT.search(text)) + 0.7 * ("“" in text) + 0.5 * bool(FOUR.search(text))
    worth -= 1.4 * bool(ATTITUDE.search(text)) + 0.9 * bool(MEETING.search(text))
    worth -= 2.5 * bool(PRONOUN.match(text)) + 2.2 * bool(SUBJECTLESS.match(text))
    worth -= (0.8 if COMPLETE.match(text) else 2.2) * bool(DANGLING.match(text))
    if said and overlap(text, said) > 0.6:
        worth -= 2.0 if len(text) > len(said) + 6 else 7.0
    if len(text) < 6:
        worth -= 0.8
    return worth if balanced(text) else worth - 6


def told(quantity: Quantity) -> float:
    """What a quantity adds: a known one much, an X that may never be filled little, a place among others most."""
    return (2.4 if quantity.rank else 1.6) if quantity.known else 0.6


def overlap(text: str, said: str) -> float:
    """Which share of the pairs of characters of `text` the lead has already."""
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    known = {said[i : i + 2] for i in range(len(said) - 1)}
    return len(pairs & known) / max(1, len(pairs))


def runs_from(speech: Speech, all_clauses: list[Clause], start: int, room: int) -> list[list[Clause]]:
    """The clause at `start` alone, and with the one to three behind it that fit as well."""
    runs = []
    chosen: list[Clause] = []
    length = 0
    for clause in all_clauses[start : start + 4]:
        length += clause.piece.end - clause.piece.start + bool(chosen)
        if length > room:
            break
        chosen = [*chosen, clause]
        runs.append(chosen)
    return runs


def value(speech: Speech, chosen: list[Clause], room: int) -> float:
    """What a run of clauses is worth: its best clause, a little of the others, and how well it fills the room without changing the subject."""
    ranked = sorted((clause.score for clause in chosen), reverse=True)
    worth = ranked[0] + 0.45 * sum(ranked[1:])
    length = chosen[-1].piece.end - chosen[0].piece.start if chosen[0].piece.paragraph == chosen[-1].piece.paragraph else room
    worth += 0.8 * min(1.0, length / (room * 0.75))
    worth -= 0.7 * (len({clause.sentence for clause in chosen}) - 1)
    first, last = chosen[0].piece.text(speech), chosen[-1].piece.text(speech)
    if DANGLING.match(last) and not COMPLETE.match(last):
        worth -= 3  # 通过……， wants what follows
    if len(chosen) > 1 and DANGLING.match(first):
        worth += 1.5  # what follows is there
    if len(chosen) == 1 and DANGLING.match(first) and not COMPLETE.match(first):
        worth -= 1.5
    return worth


def together(speech: Speech, chosen: list[Clause]) -> Phrase:
    """The clauses with their own marks between them; where the speech had more between, a comma."""
    parts: list[Piece | str] = []
    for index, clause in enumerate(chosen):
        if index:
            before = chosen[index - 1]
            parts.append(joint(before.mark, clause.piece.text(speech)))
        parts.append(clause.piece if index else without_connective(speech, clause.piece))
    return phrase(*parts)


def joint(mark: str, following: str) -> str:
    english = is_english(following)
    if mark in "：:":
        return ": " if english else "："
    if mark in "；;。！!.？?":
        return "; " if english else "；"
    return ", " if english else "，"
