"""What of a slide a person sees as its content, by geometry: boxes, how much of the page they take, how they are arranged."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.geometry import Box
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.reading import is_hanzi
from deckgen.inspect.values import OBJECTS, FinishedSlide, Shape

SHOWS = ("picture", "media", "chart", "table", "diagram")  # what shows something that words do not
SEEN = 0.1  # of a fill's alpha, from which it is seen
GROUND = 0.9  # of the page, from which a shape is its ground
ROWS, COLUMNS = 36, 64  # cells of 20 px on a page 720 px high
# Published (content share): a pixel counts as content where a window of 201 × 151 px of a picture 720 px high is not even.
REACH_X, REACH_Y = 100 / 1280, 75 / 720
TOP, EDGE = 0.15, 0.10  # of the page that is left out above, and on the other sides
ACROSS, DOWN = 12, 7  # an arrangement is where boxes stand to a twelfth and a seventh of the page
ALIKE = 0.5  # of two arrangements' boxes that they share, from which they are one picture


def inner_slides(deck: FinishedDeck) -> list[FinishedSlide]:
    """The slides that carry content: read, shown, and of no layout for covers."""
    return [slide for slide in deck.slides if slide.readable and not slide.hidden and not slide.opening and any(content(slide))]


def content(slide: FinishedSlide) -> Iterator[Shape]:
    """Shapes that say or show something: no title, footer, decoration or empty frame."""
    for shape in slide.shapes:
        if shape.unseen or shape.box is None or shape.is_footer or shape.is_title or shape.decorative:
            continue
        if shape.kind in OBJECTS or (shape.plain and shape.kind in ("shape", "connector")):
            yield shape


def is_painted(shape: Shape) -> bool:
    return shape.edged or shape.fill.unknown or any(stop.alpha > SEEN for stop in shape.fill.stops)


def ink(slide: FinishedSlide, page: Box) -> Iterator[Box]:
    """Where something is drawn that is not even: lines of text, objects, the edges of shapes."""
    for shape in (*slide.below, *slide.shapes):
        if shape.unseen or shape.box is None:
            continue
        if shape.kind in OBJECTS:
            yield shape.box
        elif shape.kind in ("shape", "connector"):
            if shape.text is not None:
                yield from (line.box for line in shape.text.lines if any(run.text.strip() for run in line.runs))
            if is_painted(shape) and shape.box.width * shape.box.height < GROUND * page.width * page.height:
                yield from edges(shape.box)


def edges(box: Box) -> Iterator[Box]:
    yield Box(box.x, box.y, box.width, 0)
    yield Box(box.x, box.bottom, box.width, 0)
    yield Box(box.x, box.y, 0, box.height)
    yield Box(box.right, box.y, 0, box.height)


def content_share(slide: FinishedSlide, page: Box) -> float:
    """How much of the page, without its margins, has something drawn near; 0 to 1."""
    rows = [0] * ROWS
    for box in ink(slide, page):
        first, last = cells(box.x, box.right, page.width, REACH_X, COLUMNS)
        upper, lower = cells(box.y, box.bottom, page.height, REACH_Y, ROWS)
        mask = ((1 << max(0, last - first)) - 1) << first
        for row in range(upper, lower):
            rows[row] |= mask
    left, right = round(EDGE * COLUMNS), round((1 - EDGE) * COLUMNS)
    top, bottom = round(TOP * ROWS), round((1 - EDGE) * ROWS)
    window = ((1 << (right - left)) - 1) << left
    return sum((row & window).bit_count() for row in rows[top:bottom]) / ((right - left) * (bottom - top))


def cells(start: int, end: int, whole: int, reach: float, count: int) -> tuple[int, int]:
    """The cells whose middle lies within `reach` of the stretch, as a half-open range."""
    first = round((start / whole - reach) * count)
    last = round((end / whole + reach) * count)
    return max(0, min(count, first)), max(0, min(count, last))


def amount(slide: FinishedSlide) -> tuple[int, int]:
    """(hanzi, Latin words and numbers) of what the slide says below its title."""
    hanzi = words = 0
    for shape in slide.shapes:
        if shape.unseen or shape.is_footer or shape.is_title or shape.decorative:
            continue
        texts = [shape.plain, *(cell.text.plain for cell in shape.table.cells if cell.text)] if shape.table else [shape.plain]
        for text in texts:
            hanzi += sum(map(is_hanzi, text))
            words += len("".join(" " if is_hanzi(char) else char for char in text).split())
    return hanzi, words


def arrangement(slide: FinishedSlide, page: Box) -> frozenset[tuple[int, int, int, int]]:
    """Where its boxes stand, roughly: two slides with the same are one picture to a hall."""
    return frozenset(
        (
            round(box.x / page.width * ACROSS),
            round(box.y / page.height * DOWN),
            round(box.width / page.width * ACROSS),
            round(box.height / page.height * DOWN),
        )
        for shape in content(slide)
        if (box := shape.box) and (shape.kind in OBJECTS or len(shape.plain) > 2)
    )


def alike(one: frozenset[tuple[int, int, int, int]], other: frozenset[tuple[int, int, int, int]]) -> bool:
    return bool(one | other) and len(one & other) / len(one | other) >= ALIKE
