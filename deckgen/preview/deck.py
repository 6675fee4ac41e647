"""A scene as the page knows it: each slide by a key that stays and a print of how it looks."""

from __future__ import annotations

import re
from hashlib import blake2b

import msgspec
from msgspec import Struct

from deckgen import scene
from deckgen.delivery import is_spoken, seconds_in_all, shown_seconds
from deckgen.diagnostics import Span

# Where a thing was written changes with every line put in above it, how it looks does not.
SOURCES = re.compile(rb'"(?:notes_)?source":\{"path":"(?:[^"\\]|\\.)*+"[^{}]*\}')
PRINT_BYTES = 12


class ShownSlide(Struct, frozen=True):
    """One slide. The key stays when slides are put in before it; the print changes when it looks different."""

    key: str
    print: str
    number: int
    title: str
    notes: str
    open: tuple[tuple[int, int], ...]  # the stretches of the notes that print what nobody knows yet
    clicks: int  # that bring what does not stand from the start
    seconds: float  # that it stands
    hidden: bool


class ShownPart(Struct, frozen=True):
    """A section of the deck: its slides from `first` on."""

    title: str
    first: int
    count: int


class ShownDeck(Struct, frozen=True):
    """A compiled deck; `drawn` gives what a print is drawn from."""

    title: str
    theme: str  # what it is called
    language: str
    ratio: float  # width of a slide by its height
    pages: tuple[ShownSlide, ...]
    drawn: dict[str, tuple[scene.PlacedSlide, scene.Design, str]]  # with the language of the deck
    sources: tuple[Span, ...]  # where each slide was written
    parts: tuple[ShownPart, ...]
    seconds: float  # that the whole takes; 0 where nothing is said
    minutes: int  # that it may take; 0 where the author does not say


def as_deck(made: scene.Scene) -> ShownDeck:
    salt = blake2b(msgspec.json.encode(made.design), digest_size=16).digest()
    pages, drawn, seen = [], {}, dict[str, int]()
    for slide in made.slides:
        look = looks(slide, salt)
        count = seen[slide.title] = seen.get(slide.title, 0) + 1
        key = slide.title if count == 1 else f"{slide.title} ({count})"
        takes = shown_seconds(slide, made.pace)
        pages.append(ShownSlide(key, look, slide.number, slide.title, slide.notes, slide.notes_open, slide.clicks, takes, slide.hidden))
        drawn[look] = (slide, made.design, made.properties.language)
    sources = tuple(slide.source for slide in made.slides)
    design = made.design
    ratio = round(design.width / design.height, 6)
    parts = tuple(ShownPart(mark.title, mark.first, mark.count) for mark in made.sections)
    whole = seconds_in_all(made) if is_spoken(made) else 0.0
    return ShownDeck(
        made.properties.title, design.name, made.properties.language, ratio, tuple(pages), drawn, sources, parts, whole, made.pace.minutes
    )  # fmt: skip


def looks(slide: scene.PlacedSlide, salt: bytes) -> str:
    """Equal for two slides that look the same, wherever in the file they stand."""
    return blake2b(SOURCES.sub(b"", msgspec.json.encode(slide)), digest_size=PRINT_BYTES, salt=salt).hexdigest()


def number_at(sources: tuple[Span, ...], span: Span) -> int:
    """The number of the slide inside which `span` lies, 0 for none: each reaches to where the next begins."""
    if span.slide:
        return span.slide if span.slide <= len(sources) else 0
    if not span.line:
        return 0
    before = [(source.line, n) for n, source in enumerate(sources, 1) if source.path == span.path and 0 < source.line <= span.line]
    return max(before, key=lambda pair: pair[0])[1] if before else 0
