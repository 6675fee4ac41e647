"""Counts: claims that what follows does not keep, numbers skipped or given twice, shares over 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from deckgen.diagnostics import Findings
from deckgen.numerals import to_number
from deckgen.speech.faults.fault import SpeechFault, fault
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Piece, Speech
from deckgen.speech.structure.claims import announced, claims_in, speaks_of
from deckgen.speech.structure.headings import Heading
from deckgen.speech.structure.refrains import sentences_with
from deckgen.speech.structure.tree import Node
from deckgen.speech.text.numbering import inline_marks

INLINE_COUNT = re.compile(
    r"([一二三四五六七八九十两]|\d{1,2})(?:个|项|条|点|件|大)(?:方面|工作|任务|问题|举措|措施|要求|意见|建议|重点)?[^。；，]{0,12}[：:。]$"
)
ANNOUNCES = re.compile(
    r"(?P<n>[一二三四五六七八九十两]{1,2}|\d{1,2})(?:个方面|方面|点|项(?:重点)?(?:工作|任务|措施|举措)|件(?:大事|实事)|个问题|条)(?:的?[^。，；]{0,10})?[：:。]?$"
)
IMPOSSIBLE_SHARE = re.compile(
    "(?:占比?|比重|完成率|覆盖率|合格率|整改率|满意[率度]|入学率|参保率|达标率|普及率|就诊率|绿化率|及格率|率)(?:达到|达|为|提高到|提高至|上升到)?$"
)
# Words that begin each sentence of a list which is announced by their number.
REFRAINS = ("必须", "坚持", "统筹")
REFRAIN_LEAST = 3
REFRAIN_LENGTH = 40  # characters of the list itself


def inline_count_faults(text: str) -> Iterator[SpeechFault]:
    """做到三个坚持：一是……二是…… — counted otherwise than announced, in one paragraph."""
    marks = inline_marks(text)
    if len(marks) < 2:
        return
    match = INLINE_COUNT.search(text[: marks[0][0]])
    count = to_number(match[1]) if match else None
    if match and count and count != len(marks):
        yield fault(match.start(), "speech/claim-count", claim=match[0].rstrip("：:。"), claimed=count, found=len(marks))


def claim_faults(speech: Speech, node: Node, findings: Findings) -> None:
    """Claims announced before numbered parts that are more or fewer; 六个必须 followed by five."""
    titles = [child.heading.title.text(speech) for child in node.children if child.heading]
    for piece in node.body:
        text = piece.text(speech)
        for counted in (*announced_otherwise(text, titles), *repeated_otherwise(speech, piece)):
            facts = {"claim": counted.claim, "claimed": counted.claimed, "found": counted.follow}
            findings.warn(speech.span(piece.paragraph, piece.start + counted.start), "speech/claim-count", **facts)


class Miscounted(Struct, frozen=True):
    """What a paragraph says it counts, and how many there are."""

    start: int
    claim: str
    claimed: int
    follow: int


def announced_otherwise(text: str, titles: Sequence[str]) -> Iterator[Miscounted]:
    """The claim, or the plain count (讲三点意见：), that `text` makes of the headings below it and they do not keep."""
    claim = announced(text)
    if claim and speaks_of(claim, titles) and claim.count != len(titles):
        yield Miscounted(claim.start, claim.text, claim.count, len(titles))
    match = ANNOUNCES.search(text) if claim is None and titles else None
    count = to_number(match["n"]) if match else None
    if match and count and count > 1 and count != len(titles):
        yield Miscounted(match.start(), match[0].rstrip("：:。"), count, len(titles))


def repeated_otherwise(speech: Speech, piece: Piece) -> Iterator[Miscounted]:
    """六个“必须” before five sentences that begin with 必须."""
    text = piece.text(speech)
    for said in claims_in(text):
        count = len(sentences_with(speech, [piece], said.noun)) if said.noun in REFRAINS else 0
        if count >= REFRAIN_LEAST and count != said.count and said.end < len(text) - REFRAIN_LENGTH:
            yield Miscounted(said.start, said.text, said.count, count)


def numbering_faults(speech: Speech, headings: list[Heading], findings: Findings) -> None:
    """Numbers that are skipped, or stand twice, among the headings of one parent."""
    last: dict[str, int] = {}
    for heading in headings:
        mark = heading.mark
        if mark is None or not mark.number or mark.kind == "firstly":
            continue
        before = last.get(mark.kind, 0)
        if mark.number not in (before + 1, 1) or (mark.number == 1 and before == 1):
            words = speech.paragraphs[heading.paragraph].text[:12]
            findings.warn(speech.span(heading.paragraph), "speech/numbering", text=words, before=before, number=mark.number)
        last[mark.kind] = mark.number


def same_heading_faults(speech: Speech, headings: list[Heading], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for heading in headings:
        title = heading.title.text(speech)
        if heading.alone and len(title) > 3 and title in seen:
            findings.warn(speech.span(heading.paragraph), "speech/same-heading", title=title, first=speech.paragraphs[seen[title]].line)
        seen.setdefault(title, heading.paragraph)


def share_faults(speech: Speech, quantity: Quantity, findings: Findings) -> None:
    """A share of more than 100 %."""
    number = quantity.number
    if quantity.unit not in ("%", "％") or number is None or number <= 100:
        return
    before = speech.paragraphs[quantity.paragraph].text[: quantity.start]
    if IMPOSSIBLE_SHARE.search(before) and "完成" not in before[-12:]:
        findings.warn(speech.span(quantity.paragraph, quantity.start), "speech/over-100", text=before[-8:] + quantity.written + "%")
