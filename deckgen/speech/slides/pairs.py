"""Pairs that are weighed against each other: 统筹经济增长的“稳与进”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.draft import DraftItem
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import NOTHING, phrase
from deckgen.speech.text.sentences import Stretch, segments

PAIR = re.compile(
    r"[“‘\"「](?P<a>[\u4e00-\u9fff]{1,3}?)[与和](?P<b>[\u4e00-\u9fff]{1,3}?)(?:[”’\"」]|气|的?关系)|[“‘](?P<c>[\u4e00-\u9fff]{1,2})[”’][与和][“‘](?P<d>[\u4e00-\u9fff]{1,2})[”’]"
)
PLAIN_PAIR = re.compile(
    r"(?:统筹|处理|把握|兼顾|平衡)好?(?P<lead>[^，。；“]{0,10}?)(?P<a>[\u4e00-\u9fff]{1,2})[与和](?P<b>[\u4e00-\u9fff]{1,2})的?关系"
)
# What leads to the field of a pair and is none of it: 统筹, 一是, 的.
AROUND_FIELD = re.compile(r"^.*(?:统筹|处理|把握|兼顾|平衡|正确|协调)好?|^[一二三四五六七八九十]是|的$|中$")
PAIRS_LEAST = 3
QUOTED_PAIRS_LEAST = 2  # 统筹…的“进与出”: a form that nothing else has
LONGEST_FIELD = 10


def pairs_of(speech: Speech, body: Sequence[Piece]) -> list[DraftItem]:
    """统筹经济增长的“稳与进”，……； — also where a quote has lost its partner; [] for fewer than three."""
    pairs = []
    for piece in body:
        for segment in segments(piece.text(speech)):
            match = PAIR.search(segment.text[:40]) or PLAIN_PAIR.search(segment.text[:40])
            if match:
                pairs.append(pair(piece, segment, match))
    quoted = any("统筹" in piece.text(speech) and PAIR.search(piece.text(speech)) for piece in body)
    return pairs if len(pairs) >= (QUOTED_PAIRS_LEAST if quoted else PAIRS_LEAST) else []


def pair(piece: Piece, segment: Stretch, match: re.Match[str]) -> DraftItem:
    """Both sides, the field they belong to as its lead, and what is said about them."""
    groups = match.groupdict()
    sides = (groups.get("a") or groups.get("c") or "", groups.get("b") or groups.get("d") or "")
    before = groups.get("lead") or segment.text[: match.start()]
    field = AROUND_FIELD.sub("", before.rstrip("的中“‘ "))
    start = segment.start + (segment.text.find(field) if field else match.start())
    head = piece.part(start, start + len(field))
    rest = piece.part(segment.start + match.end(), segment.end)
    return DraftItem(head, (rest,), phrase(head) if 0 < len(field) <= LONGEST_FIELD else NOTHING, pair=sides)
