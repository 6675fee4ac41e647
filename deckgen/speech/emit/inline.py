"""Words of the speech as the outline has them: quantities as references, everything else kept from meaning something."""

from __future__ import annotations

from deckgen.speech.figures.entry import DraftLedger
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import Phrase


def written(speech: Speech, ledger: DraftLedger, words: Phrase | Piece) -> str:
    """A phrase or a stretch of the speech as the outline has it: quantities as references, other braces and stars kept from meaning something."""
    if isinstance(words, Piece):
        return piece_written(speech, ledger, words)
    return "".join(escaped(part) if isinstance(part, str) else piece_written(speech, ledger, part) for part in words.parts)


def piece_written(speech: Speech, ledger: DraftLedger, piece: Piece) -> str:
    text = speech.paragraphs[piece.paragraph].text
    words = ""
    at = piece.start
    for reference in ledger.references.get(piece.paragraph, ()):
        if at <= reference.start and reference.end <= piece.end:
            words += escaped(text[at : reference.start]) + reference.words
            at = reference.end
    return words + escaped(text[at : piece.end])


def escaped(text: str) -> str:
    """`text` so that the outline reads it as it is: braces doubled, stars kept from being marks."""
    return text.replace("*", "\\*").replace("{", "{{").replace("}", "}}")
