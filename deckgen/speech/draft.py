"""The deck that a speech gives, before its words are chosen: parts and slides, each with the stretch of the speech it comes from."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Term
from deckgen.speech.source import Piece, Speech
from deckgen.speech.structure.front import Front
from deckgen.speech.text.phrases import NOTHING, Phrase

Start = tuple[int, int]  # paragraph, offset


class DraftItem(Struct, frozen=True):
    """A point, a principle, a problem or a pair: where its lead comes from, and what its text is chosen from."""

    head: Piece
    body: tuple[Piece, ...] = ()
    lead: Phrase = NOTHING  # chosen already; else the lead is made from `head`
    key: str = ""
    pair: tuple[str, str] = ("", "")
    when: str = ""  # of a milestone


class DraftSlide(Struct, frozen=True, kw_only=True):
    kind: str
    title: str
    at: Start  # where it begins; its notes end where the next one begins
    motto: str = ""
    items: tuple[DraftItem, ...] = ()
    aims: tuple[Piece, ...] = ()  # of objectives: where the targets stand
    text: Phrase = NOTHING
    tags: tuple[Phrase, ...] = ()
    claim: str = ""
    year: str = ""
    doubts: tuple[Term, ...] = ()  # what a person should look at
    figures: tuple[str, ...] = ()  # of a kind that shows figures alone: their names
    headline: bool = False  # the year's figures before the sections: they come first
    tightness: int = 0  # how often it was found too full


class DraftPart(Struct, frozen=True, kw_only=True):
    title: str
    at: Start
    slides: tuple[DraftSlide, ...]
    claim: str = ""
    agenda: bool = False
    doubts: tuple[Term, ...] = ()


class DraftClosing(Struct, frozen=True, kw_only=True):
    title: str
    at: Start
    text: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    front: Front
    title: str
    parts: tuple[DraftPart, ...]
    closing: DraftClosing | None = None
    doubts: tuple[Term, ...] = ()
    continues: bool = False
    checks: tuple[str, ...] = ()  # rules that the speech itself breaks: a person must look, the deck is built all the same

    def slides(self) -> list[DraftSlide]:
        return [slide for part in self.parts for slide in part.slides]


def notes_of(speech: Speech, draft: Draft) -> tuple[dict[Start, tuple[Piece, ...]], tuple[Piece, ...]]:
    """(what each slide holds in its notes, by the place where it begins; what the cover holds).

    The slides part the speech between them, so that the notes put together are the speech, word for word.
    """
    begins = sorted({place for part in draft.parts for place in starts(part)} | ({draft.closing.at} if draft.closing else set()))
    ends = [*begins[1:], (len(speech.paragraphs), 0)]
    notes = {start: stretch(speech, start, end) for start, end in zip(begins, ends, strict=True)}
    return notes, stretch(speech, (0, 0), begins[0] if begins else (len(speech.paragraphs), 0))


def starts(part: DraftPart) -> list[Start]:
    return [*([part.at] if part.agenda else []), *(slide.at for slide in part.slides)]


def stretch(speech: Speech, start: Start, end: Start) -> tuple[Piece, ...]:
    """Everything from one place up to another, a piece a paragraph."""
    pieces = []
    for index in range(start[0], min(end[0] + 1, len(speech.paragraphs))):
        first = start[1] if index == start[0] else 0
        last = end[1] if index == end[0] else len(speech.paragraphs[index].text)
        if last > first:
            pieces.append(Piece(index, first, last))
    return tuple(pieces)
