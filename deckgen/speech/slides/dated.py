"""Tasks with their dates as milestones: 3月底前，印发方案 · 启动阶段（2月至3月） · 3月底前完成自评，6月底前完成模拟评审."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.draft import DraftItem
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.sentences import clauses, segments

DAY = (
    r"(?:(?:20\d\d|今|明|当)年)?(?:底|\d{1,2}月(?:\d{1,2}日|[上中下]旬|[底初末])?|第?[一二三四]季度[末底]?|[上下]半年)"
    r"|(?:20\d\d|今|明|当)年(?=内|[底末])[底末]?|年[底末]"
)
WHEN = rf"(?:(?:{DAY})(?:(?:至|到|[-—－–～~]+)(?:{DAY}|\d{{1,2}}日))?(?:之前|以前|前|内|起)?)"
BEGINS = re.compile(rf"(?:第?[一二三四五六七八九十]{1, 3}阶段[：:，]?)?(?:力?争?(?:在|于|到|截至))?(?P<when>{WHEN})[，,：:、\s]*(?=.{{4}})")
ASIDE = re.compile(rf"(?P<lead>[^，。；：（(]{{2,14}})[（(](?P<when>{WHEN})[）)][：:。，,]?\s*")
ENGLISH = re.compile(
    r"(?i)(?:by|in|from|before|until)\s+(?P<when>(?:(?:the )?(?:end|start|middle) of )?(?:(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|spring|summer|autumn|winter|Q[1-4])(?:\s+\d{4})?|\d{4}))\s*[,:]\s*(?=.{4})"
)
LEAST, LONGEST_WHEN = 3, 12


def dated_items(speech: Speech, pieces: Sequence[Piece]) -> tuple[list[DraftItem], bool]:
    """(a milestone for each of `pieces` that begins with its date, whether that is all of them); [] where too few do."""
    for stretches in (list(pieces), parted(speech, pieces, segments), parted(speech, pieces, clauses)):
        items = [item for piece in stretches if (item := milestone(speech, piece))]
        if len(items) >= LEAST and len(items) >= len(stretches) - 1:
            return items, len(items) == len(stretches)
    return [], False


def parted(speech: Speech, pieces: Sequence[Piece], by: object) -> list[Piece]:
    """The segments or clauses of one paragraph; of several, which are entries themselves, nothing."""
    if len(pieces) != 1 or not callable(by):
        return []
    return [pieces[0].part(stretch.start, stretch.end) for stretch in by(pieces[0].text(speech))]


def milestone(speech: Speech, piece: Piece) -> DraftItem | None:
    """When, and what: the rest of the stretch, or what stands before a date in brackets."""
    text = piece.text(speech)
    match = (ENGLISH if text.isascii() else BEGINS).match(text)
    if match and len(match["when"]) <= LONGEST_WHEN:
        rest = piece.behind(match.end())
        first = clauses(rest.text(speech))[0]
        head = rest.part(first.start, first.end)
        behind = rest.behind(min(first.end + 1, rest.end - rest.start))
        return DraftItem(head, (behind,) if behind.end > behind.start else (), when=match["when"])
    match = ASIDE.match(text)
    if match and len(match["when"]) <= LONGEST_WHEN:
        behind = piece.behind(match.end())
        return DraftItem(
            piece.part(match.start("lead"), match.end("lead")), (behind,) if behind.end > behind.start else (), when=match["when"]
        )
    return None
