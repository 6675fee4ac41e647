"""Sentences that begin alike, with or without a number before them: 必须……。必须……。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.sentences import Stretch, clauses, sentences

ANNOUNCED = 40  # characters at the head of a paragraph among which a colon announces what follows


def sentences_with(speech: Speech, body: Sequence[Piece], word: str) -> list[tuple[Piece, Stretch]]:
    """Each sentence of `body` that begins with `word`, and the paragraph it stands in; the first one begins behind a colon."""
    head = re.compile(rf"(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，)?{word}")
    refrain = []
    for piece in body:
        text = piece.text(speech)
        colon = re.search("[：:]", text[:ANNOUNCED])
        for sentence in sentences(text):
            if colon and sentence.start < colon.end() < sentence.end and not sentence.text.startswith(word):
                sentence = Stretch(text[colon.end() : sentence.end].strip(), colon.end(), sentence.end, sentence.mark)
            if head.match(sentence.text):
                refrain.append((piece, sentence))
    return refrain


def clauses_with(body: Sequence[Piece], speech: Speech, word: str) -> list[tuple[Piece, Stretch]]:
    """Each clause of `body` that begins with `word`: 实践证明：必须坚持党的领导，必须坚持产业第一，……."""
    return [(piece, clause) for piece in body for clause in clauses(piece.text(speech)) if clause.text.startswith(word)]
