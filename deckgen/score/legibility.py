"""Whether the last row can read it: contrast and size of every character."""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.resolve.colors import over
from deckgen.inspect.rules.ground import Grounds, Painter, grounds, lowest, painters
from deckgen.inspect.rules.reading import snippet
from deckgen.inspect.values import FinishedLine, FinishedRun, FinishedSlide
from deckgen.score.values import FULL, Cost, Measure, cost, measured

NAME = "legibility"
ENOUGH, LEAST = 7.0, 3.0  # contrast (WCAG 2.1, 1.4.6 and 1.4.3): all is won, all is lost
HALL = 18.0  # points on a page 7.5 in high
HEIGHT = 6_858_000  # EMU of such a page
SAID = 0.8  # a text worth less is named
MOST_LINES = 200  # of a text; the rest is below the slide


def measure(deck: FinishedDeck) -> Measure:
    """The mean over all characters of what contrast and size leave of them; each is 1 from 7 : 1 and from 18 pt."""
    scale = HEIGHT / deck.page.height / 100 if deck.page.height else 0.01
    total = won = small = pale = 0.0
    costs: list[Cost] = []
    for slide in deck.slides:
        for name, text, characters in texts_of(slide):
            count = sum(length for length, _, _ in characters)
            worth = sum(length * legible(ratio, size * scale) for length, ratio, size in characters)
            total, won = total + count, won + worth
            small += sum(length for length, _, size in characters if size * scale < HALL)
            pale += sum(length for length, ratio, _ in characters if ratio < ENOUGH)
            if count and worth / count < SAID:
                least = min(size for _, _, size in characters) * scale
                low = min(ratio for _, ratio, _ in characters)
                costs.append(
                    cost(
                        "score/hard-to-read", slide.number, name, count - worth, text=snippet(text), size=f"{least:.3g}", ratio=f"{low:.1f}"
                    )
                )
    if not total:
        return measured(NAME, None, [], small=0, pale=0)
    return measured(NAME, FULL * won / total, costs, small=round(100 * small / total), pale=round(100 * pale / total))


def legible(ratio: float, size: float) -> float:
    """0 to 1; a contrast under 3 : 1 is lost on any screen."""
    if ratio < LEAST:
        return 0.0
    return min(1.0, math.log(ratio) / math.log(ENOUGH)) * min(1.0, size / HALL)


Character = tuple[int, float, int]  # how many alike, their contrast, their size in hundredths of a point


def texts_of(slide: FinishedSlide) -> Iterator[tuple[str, str, list[Character]]]:
    """Every text that a hall reads: no footer, no decoration; a cell is a text."""
    stack = painters(slide)
    for order, shape in enumerate(slide.shapes):
        if shape.unseen or shape.decorative or shape.is_footer:
            continue
        if shape.text is not None and shape.text.plain and not shape.text.warped:
            yield shape.name, shape.text.plain, list(judged(slide, stack, order, shape.text.lines))
        rest = [painter for painter in stack if painter.order != order]
        for cell in shape.table.cells if shape.table else ():
            if cell.text is None or not cell.text.plain:
                continue
            if cell.fill.stops and not cell.fill.unknown:
                ground = (frozenset(over(stop, "FFFFFF") for stop in cell.fill.stops),)
                yield shape.name, cell.text.plain, [seen for run in cell.text.runs for seen in one(run, ground)]
            else:
                yield shape.name, cell.text.plain, list(judged(slide, rest, order, cell.text.lines))


def judged(slide: FinishedSlide, stack: list[Painter], order: int, lines: tuple[FinishedLine, ...]) -> Iterator[Character]:
    for line in lines[:MOST_LINES]:
        under = grounds(slide, stack, order, line.box) if line.box.width and line.box.height else None
        for run in line.runs:
            yield from one(run, under)


def one(run: FinishedRun, under: Grounds | None) -> Iterator[Character]:
    """Contrast against the kindest of the possible grounds; over a picture, where nobody can say, it is taken for enough."""
    count = len("".join(run.text.split()))
    if not count:
        return
    if under is None or run.fill.unknown or not run.fill.stops:
        yield count, ENOUGH, run.size
        return
    yield count, lowest(run, under)[0], run.size
