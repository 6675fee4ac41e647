"""Whether the text has the room it needs."""

from __future__ import annotations

from deckgen.geometry import Box
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.ground import share
from deckgen.inspect.rules.overflow import overflows
from deckgen.inspect.rules.reading import snippet
from deckgen.inspect.values import FinishedSlide, Shape
from deckgen.score.values import FULL, Cost, Measure, cost, measured

NAME = "fit"
NONE_LEFT = 0.10  # of the frames that overflow, from which nothing is left
CAP = 49.0  # what a deck may still have of which letters are off the slide
WHOLE = 0.98  # of a line that has to be on the slide
SLACK = 0.25  # of a line's height by which ink may differ between programs


def measure(deck: FinishedDeck) -> Measure:
    """Frames whose text leaves box or slide, against all; letters that nobody can see cap it."""
    frames = [(slide, shape) for slide in deck.slides if slide.readable for shape in framed(slide)]
    overflowing = [over for over in overflows(deck) if over.seen]
    costs: list[Cost] = [
        cost("score/overflow", over.slide, over.shape.name, over.lines, text=snippet(over.shape.plain), lines=over.lines)
        for over in overflowing
    ]
    off = [(slide, shape) for slide, shape in frames if leaves(shape, deck.page)]
    costs += [cost("score/off-slide", slide.number, shape.name, 100.0, text=snippet(shape.plain)) for slide, shape in off]
    faulty = {(over.slide, over.shape.name) for over in overflowing} | {(slide.number, shape.name) for slide, shape in off}
    if not frames:
        return measured(NAME, None, [], frames=0, faulty=0)
    points = FULL * (1 - len(faulty) / len(frames) / NONE_LEFT)
    return measured(NAME, min(points, CAP) if off else points, costs, frames=len(frames), faulty=len(faulty))


def framed(slide: FinishedSlide) -> list[Shape]:
    return [shape for shape in slide.shapes if shape.text and shape.text.plain and shape.box and not shape.unseen]


def leaves(shape: Shape, page: Box) -> bool:
    """Whether a letter is off the slide."""
    if shape.text is None:
        return False
    return any(line.box.width and line.box.height and share(slackened(page, line.box), line.box) < WHOLE for line in shape.text.lines)


def slackened(page: Box, line: Box) -> Box:
    slack = round(SLACK * line.height)
    return Box(page.x - slack, page.y - slack, page.width + 2 * slack, page.height + 2 * slack)
