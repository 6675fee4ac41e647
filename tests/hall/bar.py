"""The hall bar, measured on the scene: what the last row of a hall can read, and what slides leave empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from deckgen.geometry import Box, px
from deckgen.plot import label_boxes
from deckgen.scene import ChartBox, Group, Item, PlacedSlide, ShapeBox, TableBox, TextBox
from deckgen.theme import Theme
from tests.support import ink, walk

FURNITURE = ("footer", "number")
READ, LEAST = 1800, 1600  # hundredths of a point: what the last row reads, and the smallest text of all
ZONE = (22, 91)  # percent of the height between which a slide has its content
GRID = (24, 40)
CARD_LEAST, CARD_MOST = 0.012, 0.5  # of the slide: what is painted and so large is a card


class Measured(Struct, frozen=True):
    """One slide: characters by size, the sizes of all its text, how much cards are filled, the largest empty rectangle, all in 0 to 1."""

    slide: PlacedSlide
    body: dict[int, int]
    sizes: frozenset[int]
    fills: tuple[float, ...]
    empty: float

    @property
    def characters(self) -> int:
        return sum(self.body.values())

    def under(self, size: int) -> int:
        """How many characters are set smaller."""
        return sum(count for each, count in self.body.items() if each < size)

    @property
    def median(self) -> int:
        sizes = sorted(size for size, count in self.body.items() for _ in range(count))
        return sizes[len(sizes) // 2] if sizes else 0


def texts(slide: PlacedSlide, pending: str) -> Iterator[TextBox]:
    """What is read: no footer, number, navigation and mark of the unknown."""
    for item in walk(slide.items):
        furniture = isinstance(item, TextBox) and item.placeholder is not None and item.placeholder.role in FURNITURE
        if isinstance(item, TextBox) and not furniture and item.name != pending and not item.name.startswith(("导航", "Navigation")):
            yield item


def measured(slide: PlacedSlide, theme: Theme, pending: str) -> Measured:
    body: dict[int, int] = {}
    sizes: set[int] = set()
    inked: list[Box] = []
    for box in texts(slide, pending):
        runs = [run for p in box.paragraphs for line in p.lines for run in line if run.text.strip()]
        words = sum(len("".join(run.text.split())) for run in runs)
        is_title = box.placeholder is not None and box.placeholder.role == "title"
        if words > 2 or is_title:
            sizes |= {run.style.size for run in runs}
        if is_title:
            continue
        inked += ink(box, theme)
        if words > 2:
            for run in runs:
                body[run.style.size] = body.get(run.style.size, 0) + len("".join(run.text.split()))
    for box in (box for item in walk(slide.items) for box in set_boxes(item)):
        for run in (run for p in box.paragraphs for line in p.lines for run in line if run.text.strip()):
            body[run.style.size] = body.get(run.style.size, 0) + len("".join(run.text.split()))
    inked += [item.box for item in walk(slide.items) if not isinstance(item, TextBox | ShapeBox | Group)]
    return Measured(slide, body, frozenset(sizes), tuple(fills(slide, inked, theme)), empty(inked, theme.sheet.box))


def set_boxes(item: Item) -> Iterable[TextBox]:
    """The cells of a table and the labels of a chart, which are read as any text."""
    return item.boxes if isinstance(item, TableBox) else label_boxes(item) if isinstance(item, ChartBox) else ()


def cards(items: Iterable[Item], page: Box) -> list[Box]:
    """What is painted and as large as a card; no panel that holds others."""
    painted = [
        item.box
        for item in items
        if isinstance(item, ShapeBox | TextBox) and (item.fill or item.stroke) and CARD_LEAST < share(item.box, page) < CARD_MOST
    ]
    return [box for box in painted if not any(other != box and holds(box, other) for other in painted)]


def share(box: Box, page: Box) -> float:
    return box.width * box.height / (page.width * page.height)


def holds(box: Box, other: Box) -> bool:
    slack = px(2)
    return other.x >= box.x - slack and other.y >= box.y - slack and other.right <= box.right + slack and other.bottom <= box.bottom + slack


def fills(slide: PlacedSlide, inked: list[Box], theme: Theme) -> Iterator[float]:
    """How much of the height of each card its text takes."""
    for card in cards(walk(slide.items), theme.sheet.box):
        within = [box for box in inked if holds(card, box)]
        if within:
            yield (max(box.bottom for box in within) - min(box.y for box in within)) / card.height


def empty(inked: list[Box], page: Box) -> float:
    """The largest rectangle of the content zone without text, chart or picture."""
    rows, columns = GRID
    x0, width = page.width // 20, page.width * 9 // 10
    y0, height = page.height * ZONE[0] // 100, page.height * (ZONE[1] - ZONE[0]) // 100
    grid = [[False] * columns for _ in range(rows)]
    for box in inked:
        for row in range(max(0, (box.y - y0) * rows // height), min(rows, (box.bottom - y0) * rows // height + 1)):
            for column in range(max(0, (box.x - x0) * columns // width), min(columns, (box.right - x0) * columns // width + 1)):
                grid[row][column] = True
    return largest(grid) / (rows * columns)


def largest(grid: list[list[bool]]) -> int:
    """How many cells the largest rectangle of empty ones has."""
    heights, best = [0] * len(grid[0]), 0
    for row in grid:
        heights = [0 if taken else height + 1 for height, taken in zip(heights, row, strict=True)]
        for left in range(len(heights)):
            lowest = heights[left]
            for right in range(left, len(heights)):
                lowest = min(lowest, heights[right])
                best = max(best, lowest * (right - left + 1))
    return best


def title_line(slide: PlacedSlide, theme: Theme) -> int | None:
    """Where the middle of the title's first line stands; None without a title."""
    for item in slide.items:
        if isinstance(item, TextBox) and item.placeholder is not None and item.placeholder.role == "title":
            line = ink(item, theme)[0]
            return line.y + line.height // 2
    return None


def longest_run(slides: Iterable[PlacedSlide]) -> int:
    """How many neighbours are arranged alike at the most."""
    return max(len(list(run)) for _, run in groupby((slide.layout, slide.arrangement) for slide in slides))


def charted(slide: PlacedSlide) -> bool:
    return any(isinstance(item, ChartBox) for item in walk(slide.items))
