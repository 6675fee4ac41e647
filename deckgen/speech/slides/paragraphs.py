"""Paragraphs without any heading as slides: special forms as they come, long ones a slide each, short ones as points together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.draft import DraftItem, DraftSlide, Start
from deckgen.speech.slides.chunks import MOST_POINTS, shared_out, start_of
from deckgen.speech.slides.forms import Forms
from deckgen.speech.slides.items import INTRO, has_topic, items_of_paragraphs, paragraph_item, sentence_items
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.sentences import sentences
from deckgen.speech.words.titles import MOTTO_MOST, title_of_piece

GOOD_POINTS = 6
ONE_SLIDE = 150  # characters: a paragraph as long as this makes a slide by itself
LEAD_IN = 160  # characters: a shorter paragraph before the sections only leads in to them
SHORTEST_SLIDE = 40  # characters of a paragraph that stands by itself
MOTTO_LEAST = 6  # characters
ALIKE_LEAST, ALIKE_LONG = 3, 90  # paragraphs, characters
ENGLISH = 3  # letters for one hanzi


def paragraph_slides(forms: Forms, body: Sequence[Piece], title: str, opening: bool = False) -> list[DraftSlide]:
    """The slides of `body`. `opening`: what only leads in to the rest is left to the notes."""
    speech = forms.speech
    slides: list[DraftSlide] = []
    gathered: list[Piece] = []
    for index, piece in enumerate(body):
        special = forms.of_piece(piece)
        if special:
            slides += [*plain_slides(speech, gathered, title, bool(slides)), *special]
            gathered = []
        elif not (opening and index < 2 and not slides and not gathered and leads_in(speech, piece, body[index + 1 :])):
            gathered.append(piece)
    return [*slides, *plain_slides(speech, gathered, title, bool(slides))]


def leads_in(speech: Speech, piece: Piece, following: Sequence[Piece]) -> bool:
    text = piece.text(speech)
    return bool(following) and not has_topic(speech, piece) and (len(text) < LEAD_IN or bool(INTRO.match(text)))


def plain_slides(speech: Speech, pieces: list[Piece], title: str, later: bool) -> list[DraftSlide]:
    """The slides of neighbours that have no form of their own; `later`: behind other slides, so that one alone has its own title."""
    if not pieces:
        return []
    lengths = [piece.end - piece.start for piece in pieces]
    alike = begin_alike(speech, pieces)
    if alike:
        return [
            *plain_slides(speech, pieces[:alike], title, later),
            *(slide for piece in pieces[alike:] for slide in slides_of_one(speech, piece)),
        ]
    if len(pieces) > 1 and sum(lengths) / len(lengths) >= ONE_SLIDE * (ENGLISH if speech.english else 1):
        return [slide for piece in pieces for slide in slides_of_one(speech, piece)]
    at = start_of(speech, pieces[0])
    if len(pieces) == 1 and lengths[0] >= SHORTEST_SLIDE:
        own = title_of_piece(speech, pieces[0]) if later else ""
        items, _ = items_of_paragraphs(speech, pieces)
        return points(speech, own or title, at, items, MOST_POINTS)
    return points(speech, title, at, [paragraph_item(speech, piece) for piece in pieces], GOOD_POINTS)


def begin_alike(speech: Speech, pieces: list[Piece]) -> int:
    """How many paragraphs lead in to at least three long ones that begin with one word (坚持……); 0 for none or no such."""
    for lead in (1, 0):
        rest = [piece.text(speech) for piece in pieces[lead:]]
        if len(rest) >= ALIKE_LEAST and len({text[:2] for text in rest}) == 1 and min(map(len, rest)) >= ALIKE_LONG:
            return lead
    return 0


def points(speech: Speech, title: str, at: Start, items: Sequence[DraftItem], most: int) -> list[DraftSlide]:
    return shared_out(speech, DraftSlide(kind="points", title=title, at=at, items=tuple(items)), most)


def headed(speech: Speech, piece: Piece) -> tuple[str, str]:
    """The title that the topic sentence gives; what it says behind it as motto, where that is short enough."""
    title = title_of_piece(speech, piece)
    first, *others = (sentence.text for sentence in sentences(piece.text(speech)))
    rest = first[first.find(title) + len(title) :].lstrip("，、 ") if title and title in first else ""
    return title, motto_in(rest, has_topic(speech, piece)) if title and others and "，" in first else ""


def motto_in(rest: str, is_topic: bool) -> str:
    """What may stand below a title of what its sentence says behind it: all of a short one, the first of two clauses of a longer."""
    if MOTTO_LEAST <= len(rest) <= MOTTO_MOST:
        return rest if is_topic else ""
    clause, *others = re.split("[，；]", rest)
    return clause if len(others) == 1 and MOTTO_LEAST <= len(clause) <= MOTTO_MOST and not re.search(r"\d|[“”]", clause) else ""


def slides_of_one(speech: Speech, piece: Piece) -> list[DraftSlide]:
    """A long paragraph: its topic sentence is the title, its sentences are the points."""
    text = piece.text(speech)
    title, motto = headed(speech, piece)
    rest = piece.part(sentences(text)[0].end + 1, len(text)) if title and (motto or has_topic(speech, piece)) else piece
    items, _ = items_of_paragraphs(speech, [rest])
    slide = DraftSlide(
        kind="section", title=title, motto=motto, at=start_of(speech, piece), items=tuple(items or sentence_items(speech, piece))
    )
    return shared_out(speech, slide, MOST_POINTS)
