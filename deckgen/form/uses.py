"""Where each figure is shown: slides by their numbers in the deck, and notes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from deckgen.kinds.registry import listed
from deckgen.outline import NO_TEXT, Outline, Part, figures_in, opening_of


class Use(Struct, frozen=True, order=True):
    """A slide that shows a figure, or whose notes say it."""

    slide: int  # from 1, the cover
    notes: bool = False


def uses_of(outline: Outline) -> dict[str, tuple[Use, ...]]:
    """The uses of every figure that is shown or said, slide by slide; each slide and its notes once."""
    uses_of: dict[str, set[Use]] = {}
    for use, content in contents(outline):
        for name in figures_in(content):
            uses_of.setdefault(name, set()).add(use)
    return {name: tuple(sorted(uses)) for name, uses in uses_of.items()}


def contents(outline: Outline) -> Iterator[tuple[Use, object]]:
    """Everything that stands on a slide or in its notes, with the slide's number."""
    cover = (outline.title, outline.kicker, outline.subtitle, outline.organization, outline.presenter, outline.date)
    yield Use(1), cover
    yield Use(1, notes=True), outline.notes
    number = 1
    for part in outline.parts:
        if opening_of(part, outline):
            number += 1
            yield Use(number), agenda_contents(part)
            yield Use(number, notes=True), part.notes
        for slide in part.slides:
            number += 1
            yield Use(number), structs.replace(slide, notes=NO_TEXT)
            yield Use(number, notes=True), slide.notes
    if outline.closing:
        yield Use(number + 1), (outline.closing.title, outline.closing.text)
        yield Use(number + 1, notes=True), outline.closing.notes


def agenda_contents(part: Part) -> tuple[object, ...]:
    """An overview shows the titles and mottoes of what it lists: the sections, or all slides where there are none."""
    slides = listed(slide for slide in part.slides if not slide.continued)
    mottoes = tuple(slide.motto for slide in slides)
    return (part.title, part.motto, tuple(slide.title for slide in slides), mottoes)
