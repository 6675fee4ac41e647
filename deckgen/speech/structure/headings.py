"""Which paragraphs are headings, and how high each stands: by number, by style of Word or Markdown, or by being short and set apart."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.speech.source import Paragraph, Piece, Speech
from deckgen.speech.structure.roles import is_address
from deckgen.speech.text.numbering import Mark, inline_marks, mark_of
from deckgen.speech.text.sentences import clauses, sentences

# How high a kind of mark stands; smaller is higher. Styles of headings stand above every number but 第一部分.
RANKS = {
    "part": 0.0,
    "chapter": 0.3,
    "clause": 0.6,
    "box": 0.6,
    "hanzi": 1.0,
    "hanzi-bracket": 2.0,
    "ordinal": 2.5,
    "roman": 0.9,
    "arabic": 3.0,
    "arabic-bracket": 4.0,
    "letter": 4.8,
    "circled": 5.0,
    "dash": 5.5,
    "which": 6.0,
    "firstly": 6.0,
    "bullet": 8.0,
}
ABOVE_NUMBERS, BELOW_NUMBERS = 0.7, 4.5
WITHIN = ("which", "firstly", "ordinal", "circled", "arabic-bracket", "hanzi-bracket")
LONGEST_TITLE = 50
LONGEST_TOPIC = 40  # a first sentence that is longer is no heading of the paragraph it begins
SHORT_LINE = 24
BODY_LINE = 28


class Heading(Struct, frozen=True, gc=False):
    """A paragraph that begins something: its words without the number, and where the text behind them begins."""

    paragraph: int
    rank: float
    mark: Mark | None
    title: Piece
    body: int  # offset of what follows the title in the same paragraph; its length where nothing does
    alone: bool  # the paragraph is a title and nothing else


def find_headings(speech: Speech, first: int) -> list[Heading]:
    """Every heading from paragraph `first` on, in order."""
    marks = {index: heading_mark(paragraph.text) for index, paragraph in enumerate(speech.paragraphs)}
    indices = range(first, len(speech.paragraphs))
    numbered = [index for index in indices if marks[index] and not speech.paragraphs[index].level]
    unnumbered = [index for index in indices if not marks[index] and is_apart(speech, index)]
    ranks = dict.fromkeys(unnumbered, rank_apart(unnumbered, numbered, marks))
    ranks |= {index: RANKS[mark.kind] for index in numbered if (mark := marks[index])}
    ranks |= {index: 0.05 * speech.paragraphs[index].level for index in indices if speech.paragraphs[index].level}
    return [heading(speech, index, marks[index], ranks[index]) for index in sorted(ranks)]


def heading_mark(text: str) -> Mark | None:
    """The mark that a paragraph begins with; None where it holds the whole list: 一是……。二是……。"""
    mark = mark_of(text)
    if mark is None or mark.kind not in WITHIN or mark.number != 1:
        return mark
    row = inline_marks(text)
    return None if (row and row[0] == (0, mark)) or (row and row[0][0] == 0 and row[0][1].kind == mark.kind) else mark


def rank_apart(unnumbered: list[int], numbered: list[int], marks: dict[int, Mark | None]) -> float:
    """Headings without number stand above the numbered ones when one of them comes first, else below."""
    tops = [
        index
        for index in numbered
        if (mark := marks[index]) and mark.kind in ("part", "chapter", "clause", "hanzi", "hanzi-bracket", "roman", "arabic", "ordinal")
    ]
    if unnumbered and (not tops or unnumbered[0] < tops[0]):
        return ABOVE_NUMBERS
    return BELOW_NUMBERS


def is_apart(speech: Speech, index: int) -> bool:
    """Whether an unnumbered paragraph is a heading: short, without a mark at its end, and text follows."""
    line = speech.paragraphs[index]
    following = speech.paragraphs[index + 1] if index + 1 < len(speech.paragraphs) else None
    if following is None or is_address(line.text) or line.level:
        return False
    if line.bold and len(line.text) <= LONGEST_TITLE and line.text[-1] not in "。；;，,":
        return True
    english = line.text.isascii()
    if len(line.text) > (60 if english else SHORT_LINE) or line.text[-1] in "。！？，；：:.!?,;…)）、":
        return False
    if "　" in line.text or (english and not line.text[0].isupper()):
        return False
    return len(following.text) >= BODY_LINE or mark_of(following.text) is not None


def heading(speech: Speech, index: int, mark: Mark | None, rank: float) -> Heading:
    line = speech.paragraphs[index]
    start = mark.end if mark else 0
    end, body = title_end(line, start)
    return Heading(index, rank, mark, Piece(index, start, end), body, body >= len(line.text))


def title_end(line: Paragraph, start: int) -> tuple[int, int]:
    """Where the title ends, and where what follows it begins."""
    text = line.text[start:]
    length = len(line.text)
    stretches = sentences(text)
    limit = LONGEST_TITLE * 3 if text.isascii() else LONGEST_TITLE
    if line.level or not stretches or (len(stretches) == 1 and len(text) <= limit):
        return start + len(text.rstrip("。：:；; .")), length
    colon = re.match(r"[^，。；：:]{2,25}[：:](?=.{8})", text)
    if colon:
        return start + colon.end() - 1, start + colon.end()
    first = stretches[0]
    topic = LONGEST_TOPIC * 3 if text.isascii() else LONGEST_TOPIC
    if len(first.text) <= topic:
        return start + first.end, start + min(len(text), first.end + 1)
    clause = clauses(text)[0]
    return start + clause.end, start + min(len(text), clause.end + 1)
