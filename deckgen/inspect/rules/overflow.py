"""Text that is higher than its shape, and whether anybody would see it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.geometry import Box
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.ground import share
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet
from deckgen.inspect.values import OBJECTS, FinishedSlide, Shape

SEEN = 0.1  # a fill more see-through than this has no edge
TOUCH = 0.2  # of a line's area that must lie on something else to meet it
GROWS = ("shape", "diagram")  # what makes room for its text by itself
WHOLE = 0.95  # of a line that must be on the slide
MOST = 200  # shapes of a slide that a text is compared with


class Overflow(Struct, frozen=True):
    slide: int
    shape: Shape
    lines: int  # that are too many
    seen: bool  # it leaves a drawn shape or the slide, or meets something else

    @property
    def hit(self) -> Hit:
        text = self.shape.text
        return at(self.slide, self.shape.name, text=snippet(text.plain if text else ""), lines=self.lines)


def overflows(deck: FinishedDeck) -> Iterator[Overflow]:
    """Every text that is higher than its shape by more than a quarter of a line."""
    for slide in deck.slides:
        for shape in slide.shapes:
            over = overflow(shape)
            if over and shape.text:
                lines = -(-over // max(1, shape.text.pitch))
                yield Overflow(slide.number, shape, lines, is_seen(shape, slide, deck.page, is_animated(slide, deck)))


def overflow(shape: Shape) -> int:
    """EMU by which the ink is higher than the shape; 0 where it fits or grows."""
    text = shape.text
    if text is None or shape.unseen or shape.box is None or text.warped or text.autofit in GROWS:
        return 0
    over = text.needed - text.room
    return over if over > text.pitch // 4 else 0


def is_animated(slide: FinishedSlide, deck: FinishedDeck) -> bool:
    """What appears after another may stand in its place."""
    facts = deck.facts.get(slide.part)
    return facts is not None and bool(facts.targets)


def is_seen(shape: Shape, slide: FinishedSlide, page: Box, animated: bool = False) -> bool:
    """Whether the ink outside the shape leaves something that is drawn, or meets something that is on the slide at the same time."""
    if shape.edged or any(stop.alpha > SEEN for stop in shape.fill.stops) or shape.text is None or shape.box is None:
        return True
    outside = [line.box for line in shape.text.lines if not within(line.box, shape.box, shape.text.upright)]
    if any(share(page, box) < WHOLE for box in outside):
        return True
    return not animated and any(meets(outside, other) for other in slide.shapes[:MOST] if other is not shape)


def within(line: Box, box: Box, upright: bool) -> bool:
    """Whether a line stands in the shape, across the lines."""
    if upright:
        return line.x >= box.x - line.width // 4 and line.right <= box.right + line.width // 4
    slack = line.height // 4
    return line.y >= box.y - slack and line.bottom <= box.bottom + slack


def meets(lines: list[Box], other: Shape) -> bool:
    """Whether a line lies on the ink of another shape, or on a picture or the like."""
    if other.unseen or other.box is None:
        return False
    if other.kind in OBJECTS:  # text may not run into them, whatever they show
        return any(common(line, other.box) for line in lines)
    inked = other.text.lines if other.text else ()
    return any(common(line, theirs.box) for line in lines for theirs in inked)


def common(line: Box, other: Box) -> bool:
    width = min(line.right, other.right) - max(line.x, other.x)
    height = min(line.bottom, other.bottom) - max(line.y, other.y)
    return width > 0 and height > 0 and width * height > TOUCH * min(line.width * line.height, other.width * other.height)
