"""Principles: sentences that begin alike (必须……), each with what unfolds it."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.speech.draft import DraftItem
from deckgen.speech.source import Piece, Speech
from deckgen.speech.structure.refrains import clauses_with, sentences_with
from deckgen.speech.text.sentences import Stretch, clauses

PRINCIPLES_LEAST = 3


def principles_of(speech: Speech, body: Sequence[Piece], named: bool) -> list[DraftItem]:
    """The principles that sentences beginning alike (必须……) set out, each with the sentences up to the next; [] for fewer than three.

    坚持 begins many a sentence that is none: it counts only where a title or the paragraph names principles.
    """
    words = ("必须", "要坚持", "始终坚持", "坚持") if named else ("必须",)
    items = max((begun_with(speech, sentences_with(speech, body, word), word) for word in words), key=len)
    if len(items) < PRINCIPLES_LEAST:
        items = begun_with(speech, clauses_with(body, speech, "必须"), "必须")
    return items if len(items) >= PRINCIPLES_LEAST else []


def begun_with(speech: Speech, starts: Sequence[tuple[Piece, Stretch]], word: str) -> list[DraftItem]:
    """A principle for each of these sentences or clauses, which begin with `word`; 必须 itself goes without saying."""
    items = []
    for index, (piece, sentence) in enumerate(starts):
        following = starts[index + 1] if index + 1 < len(starts) else None
        end = following[1].start if following and following[0] == piece else piece.end - piece.start
        skip = sentence.text.index(word) + (len(word) if word == "必须" else 0)
        items.append(principle(speech, piece.part(sentence.start + skip, sentence.end), piece.part(sentence.end, end)))
    return items


def principle(speech: Speech, head: Piece, rest: Piece) -> DraftItem:
    """The principle itself, and what unfolds it: the sentences behind, or its own clauses."""
    text = head.text(speech)
    if len(rest.text(speech).strip("。；;， ")) > 4:
        return DraftItem(head, (rest,))
    first = clauses(text)[0]
    return DraftItem(head.part(first.start, first.end), (head.part(first.end + 1, len(text)),) if first.end + 1 < len(text) else ())
