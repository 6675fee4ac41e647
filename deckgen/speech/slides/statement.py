"""One long sentence that says what a whole year is about, and the demands in it as tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import Phrase, balanced, phrase, trimmed
from deckgen.speech.text.sentences import clauses, sentences

GENERAL = re.compile(r"总体要求|总体思路|指导思想|总的要求|总要求|基本思路|工作思路|总体考虑")
SENTENCE_LEAST = 60
LONGEST = 96  # characters of the sentence in short
SHORTEST_TAG, LONGEST_TAG, MOST_TAGS = 4, 16, 6
GUIDE = re.compile("以.*(?:为指导|为统领|为引领|为主题)$")
HELD = re.compile("坚持|贯彻|落实|锚定|聚焦|围绕")
LONGEST_HELD, MOST_HELD = 18, 2
ADVERB = re.compile(r"(?:着力|全面(?!从严|依法|深化|建成)|深入|大力|扎实|统筹)(?=[\u4e00-\u9fff]{4})")


def statement_of(speech: Speech, body: Sequence[Piece]) -> tuple[Phrase, tuple[Phrase, ...]] | None:
    """(the sentence in short, the rest of its demands as tags) of a paragraph that is one long sentence; None of any other."""
    pieces = [piece.part(sentence.start, sentence.end) for piece in body for sentence in sentences(piece.text(speech))]
    longest = max(pieces, key=lambda piece: piece.end - piece.start, default=None)
    if longest is None or longest.end - longest.start < SENTENCE_LEAST:
        return None
    text = longest.text(speech)
    colon = re.search("[：:]", text[:40])
    inner = longest.part(colon.end(), len(text)) if colon else longest
    demands = demands_in(speech, inner)
    if len(demands) < 2:
        return phrase(inner), ()
    chosen = chosen_clauses(speech, demands)
    tags = [without_adverb(speech, piece) for piece in demands if piece not in chosen]
    short = [piece for piece in tags if SHORTEST_TAG <= piece.end - piece.start <= LONGEST_TAG]
    return commas(chosen), tuple(phrase(piece) for piece in short[:MOST_TAGS])


def demands_in(speech: Speech, piece: Piece) -> list[Piece]:
    """Its clauses that can stand by themselves."""
    pieces = [trimmed(speech, piece.part(clause.start, clause.end)) for clause in clauses(piece.text(speech))]
    return [piece for piece in pieces if piece.end > piece.start and balanced(piece.text(speech))]


def chosen_clauses(speech: Speech, pieces: list[Piece]) -> list[Piece]:
    """What guides (以……为指导), what is held to (坚持……, two of them), and what it is for (the last)."""
    texts = [piece.text(speech) for piece in pieces]
    guide = next((i for i, text in enumerate(texts) if GUIDE.match(text)), 0)
    held = [i for i, text in enumerate(texts) if i != guide and HELD.match(text) and len(text) <= LONGEST_HELD][:MOST_HELD]
    order = sorted({guide, *held, len(pieces) - 1})
    while len(order) > 1 and sum(len(texts[i]) + 1 for i in order) > LONGEST:
        order.remove(order[-2] if len(order) > 2 else order[0])
    return [pieces[i] for i in order]


def without_adverb(speech: Speech, piece: Piece) -> Piece:
    match = ADVERB.match(piece.text(speech))
    return piece.behind(match.end()) if match else piece


def commas(pieces: list[Piece]) -> Phrase:
    parts: list[Piece | str] = []
    for index, piece in enumerate(pieces):
        parts.extend(["，", piece] if index else [piece])
    return phrase(*parts)
