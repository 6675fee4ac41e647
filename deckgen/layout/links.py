"""Links of texts to other slides: their names become numbers once every slide has its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import structs

from deckgen.outline import Outline
from deckgen.scene import Group, Item, Paragraph, PlacedSlide, StyledRun, TableBox, TextBox


def with_links(report: Outline, slides: list[PlacedSlide]) -> list[PlacedSlide]:
    """The slides with every `#name` a `#number`; as they are where no slide has a name."""
    names = {slide.source: slide.id for part in report.parts for slide in part.slides if slide.id}
    if not names:
        return slides
    # Of a slide that goes on on another the first.
    numbers = {names[slide.source]: slide.number for slide in reversed(slides) if slide.source in names}
    return [structs.replace(slide, items=items(slide.items, numbers)) for slide in slides]


def items(placed: Iterable[Item], numbers: Mapping[str, int]) -> tuple[Item, ...]:
    return tuple(item(each, numbers) for each in placed)


def item(placed: Item, numbers: Mapping[str, int]) -> Item:
    match placed:
        case TextBox():
            return structs.replace(placed, paragraphs=paragraphs(placed.paragraphs, numbers))
        case Group():
            return structs.replace(placed, items=items(placed.items, numbers))
        case TableBox():
            cells = (tuple(structs.replace(cell, paragraphs=paragraphs(cell.paragraphs, numbers)) for cell in row) for row in placed.cells)
            return structs.replace(placed, cells=tuple(cells))
        case _:
            return placed


def paragraphs(given: tuple[Paragraph, ...], numbers: Mapping[str, int]) -> tuple[Paragraph, ...]:
    if not any(paragraph.linked for paragraph in given):
        return given
    return tuple(
        structs.replace(paragraph, lines=tuple(tuple(run_with(run, numbers) for run in line) for line in paragraph.lines))
        for paragraph in given
    )


def run_with(run: StyledRun, numbers: Mapping[str, int]) -> StyledRun:
    return structs.replace(run, link=f"#{numbers[run.link[1:]]}") if run.link.startswith("#") else run
