"""Targets: sentences in which at least three quantities are aimed at."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.sentences import sentences

AIM = re.compile(
    r"(?:预期|主要|发展|奋斗|工作|总体)?目标[^。：:，；]{0,12}(?:是|为|：|:)|(?:目标|力争|预期)[^。，]{0,12}[：:]|(?:targets?|goals?|aims?)\b.{0,40}(?:are|:)",
    re.I,
)
AIMS_LEAST = 3


def aims_of(speech: Speech, body: Sequence[Piece], quantities: Mapping[int, Sequence[Quantity]], titled: bool) -> list[Piece]:
    """The sentences that count targets; [] where fewer than three stand together. `titled`: a title says that they are targets."""
    aims = []
    for piece in body:
        text = piece.text(speech)
        match = AIM.search(text)
        if not match and not titled:
            continue
        start = match.start() if match else 0
        stretches = [piece.part(sentence.start, sentence.end) for sentence in sentences(text) if sentence.end > start]
        aims += [
            stretch
            for stretch in stretches
            if sum(quantity.within(stretch) for quantity in quantities.get(piece.paragraph, ())) >= AIMS_LEAST
        ]
    return aims


def reasons(speech: Speech, body: Sequence[Piece], aims: Sequence[Piece]) -> Piece | None:
    """What is said about the targets behind the last of them; None for nothing."""
    last = aims[-1]
    rest = Piece(last.paragraph, last.end, len(speech.paragraphs[last.paragraph].text))
    behind = (
        piece for piece in (rest, *body) if piece.paragraph == last.paragraph and piece.start >= last.end and piece.end - piece.start > 6
    )
    return next(behind, None)
