"""Titles that are there, and each once: people and screen readers tell slides apart by them."""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.numerals import to_chinese, to_number
from deckgen.speech.draft import Draft, DraftPart
from deckgen.speech.figures.naming import first_free
from deckgen.speech.structure.front import worded

NUMBERED = re.compile(r"(.*)(?:（([一二三四五六七八九十]{1,3})）| \((\d{1,3})\))")
MOST = 1_000_000


def with_titles(draft: Draft) -> Draft:
    """The draft with every title there, and each once."""
    taken = {draft.title, *((draft.closing.title,) if draft.closing else ())}
    return structs.replace(draft, parts=tuple(titled(part, draft.title, taken) for part in draft.parts))


def titled(part: DraftPart, otherwise: str, taken: set[str]) -> DraftPart:
    """The part with titles that are not in `taken`, which they are put into; `otherwise` is its own where it has none."""
    part = structs.replace(part, title=worded(part.title) or otherwise)
    overview = f"{part.title}：“{part.claim}”" if part.claim else part.title
    if part.agenda:
        part = structs.replace(part, title=fresh(part.title, taken)) if overview in taken else part
        taken.add(overview if part.claim else part.title)
    slides = []
    for slide in part.slides:
        title = fresh(worded(slide.title) or part.title, taken)
        taken.add(title)
        slides.append(structs.replace(slide, title=title))
    return structs.replace(part, slides=tuple(slides))


def fresh(title: str, taken: set[str]) -> str:
    """`title`, or with the first number behind it that is not taken: 甲（二） goes on as 甲（三）."""
    match = NUMBERED.fullmatch(title)
    stem, first = (match[1], to_number(match[2] or match[3]) or 1) if match else (title, 1)
    pattern = "{} ({})" if stem.isascii() else "{}（{}）"

    def named(number: int) -> str:
        return pattern.format(stem, number if stem.isascii() else to_chinese(number))

    if title not in taken:
        return title
    number = first_free(lambda number: named(number) in taken, first + 1)
    return named(number) if number < MOST else title
