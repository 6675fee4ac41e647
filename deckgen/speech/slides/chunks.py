"""Entries shared out over slides, where one cannot show them all."""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from deckgen.speech.draft import DraftItem, DraftSlide, Start
from deckgen.speech.source import Piece, Speech, whole

MOST_POINTS, MOST_PROBLEMS = 8, 6
LONGEST_BEFORE = 200  # characters between a mark that ends a sentence and the words that lead
NUMBERED_AT = 24  # characters: what begins so near the head of its paragraph begins at the number there


def shared_out(speech: Speech, slide: DraftSlide, most: int) -> list[DraftSlide]:
    """The slide, or even ones of at most `most` entries; those behind the first have a title of their own."""
    count = max(1, -(-len(slide.items) // most))
    bounds = [len(slide.items) * number // count for number in range(count + 1)]
    first, *later = (slide.items[start:end] for start, end in pairwise(bounds))
    return [structs.replace(slide, items=first), *(continued(speech, slide, items, number) for number, items in enumerate(later, 1))]


def continued(speech: Speech, slide: DraftSlide, items: tuple[DraftItem, ...], number: int) -> DraftSlide:
    """The slide that holds the later `items` of `slide`: one of points where that is a section."""
    kind = "points" if slide.kind == "section" else slide.kind
    return DraftSlide(kind=kind, title=continued_title(slide.title, number), at=place_of(speech, items[0]), items=items)


def continued_title(title: str, number: int) -> str:
    return f"{title} ({number + 1})" if title.isascii() and title else f"{title}（{'一二三四五六七八九十'[min(number, 9)]}）"


def place_of(speech: Speech, item: DraftItem) -> Start:
    """Where an entry begins, its number included: behind the last mark that ends a sentence."""
    text, end = speech.paragraphs[item.head.paragraph].text, item.head.start
    first = max(0, end - LONGEST_BEFORE)
    at = max(text.rfind(mark, first, end) for mark in "。；;！") + 1
    return item.head.paragraph, at or (end if first else 0)


def start_of(speech: Speech, piece: Piece) -> Start:
    """Where the notes of a slide begin that begins with `piece`: at its number, if it has one."""
    return (piece.paragraph, 0) if piece == whole(speech, piece.paragraph) or piece.start < NUMBERED_AT else (piece.paragraph, piece.start)
