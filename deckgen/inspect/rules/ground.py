"""The colours that lie under a text, from the slide's background up to the shape it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.geometry import Box
from deckgen.inspect.resolve.colors import over
from deckgen.inspect.resolve.fills import Fill
from deckgen.inspect.values import OBJECTS, FinishedRun, FinishedSlide, Shape
from deckgen.style import contrast

PAPER = "FFFFFF"
# Of a line's area, what a shape must cover to lie under all of it, and to lie under it at all.
WHOLE, TOUCHED = 0.98, 0.1
MOST_COLOURS = 64  # more than any slide has under one line

Stops = frozenset[str]  # the colours a place may have at once
Grounds = tuple[Stops, ...]  # the possibilities, where an outline is not known exactly


class Painter(Struct, frozen=True, gc=False):
    """A shape that paints, at its place in the stack."""

    order: int
    box: Box
    inner: Box  # what it surely paints
    fill: Fill
    sure: bool  # paints its whole box alike; a freeform, a disc or a shadow that fades may leave a place bare

    def covers(self, place: Box) -> bool:
        """Whether nothing beneath can be seen at `place`."""
        return not self.fill.unknown and self.fills(place) and all(stop.alpha >= 1 for stop in self.fill.stops)

    def fills(self, place: Box) -> bool:
        return share(self.inner, place) >= WHOLE


UNKNOWN = Fill(unknown=True)
NOWHERE = Box(0, 0, 0, 0)
INSCRIBED = 0.1464  # of an ellipse's width on either side of the largest rectangle in it: (1 - 1/sqrt 2) / 2


def painters(slide: FinishedSlide) -> list[Painter]:
    """From the bottom up; shapes of the slide count from 0, those of its layout and master stand before them."""
    stack = [*((order - len(slide.below), shape) for order, shape in enumerate(slide.below)), *enumerate(slide.shapes)]
    looked_into = {shape.parent for shape in slide.shapes}  # SmartArt whose shapes are known shows nothing else
    candidates = (
        painter(order, shape)
        for order, shape in stack
        if not (shape.hidden or (shape.kind == "diagram" and order in looked_into and order >= 0))
    )
    return [painter for painter in candidates if painter is not None]


def painter(order: int, shape: Shape) -> Painter | None:
    fill = UNKNOWN if shape.kind in OBJECTS else shape.fill  # nobody knows what colours an object shows
    if shape.box is None or not (fill.unknown or fill.stops):
        return None
    fades = len(fill.stops) > 1 and any(stop.alpha < 1 for stop in fill.stops)
    inner = NOWHERE if shape.outline == "free" or fades else shape.box
    if shape.outline == "ellipse" and not fades:
        inner = shape.box.inset(int(shape.box.width * INSCRIBED), int(shape.box.height * INSCRIBED))
    return Painter(order, shape.box, inner, fill, inner is shape.box)


def grounds(slide: FinishedSlide, stack: list[Painter], order: int, place: Box) -> Grounds | None:
    """What may lie under `place` of the slide's shape number `order`; None where a picture does."""
    under: list[Painter] = []
    for painter in reversed(stack):
        own = painter.order == order
        if painter.order > order or not (own or share(painter.box, place) >= TOUCHED):
            continue
        if painter.fill.unknown:
            return None
        under.append(painter)
        if painter.covers(place) or (own and all(stop.alpha >= 1 for stop in painter.fill.stops)):
            break
    else:
        if slide.background.unknown:
            return None
    colours: Grounds = (frozenset(over(stop, PAPER) for stop in slide.background.stops) or frozenset((PAPER,)),)
    for painter in reversed(under):
        colours = painted(colours, painter, place, own=painter.order == order)
    return colours


def painted(below: Grounds, painter: Painter, place: Box, own: bool) -> Grounds:
    """What a painter leaves of the grounds: under all of the place new colours, under a part both, unknown outline either."""
    result: list[Stops] = []
    for stops in below:
        fresh = frozenset(sorted({over(stop, under) for stop in painter.fill.stops for under in stops})[:MOST_COLOURS])
        if own or painter.fills(place):
            result.append(fresh)
        elif painter.sure:
            result.append(stops | fresh)
        else:
            result += [stops, fresh]
    return tuple(dict.fromkeys(result))[:MOST_COLOURS]


def lowest(run: FinishedRun, under: Grounds) -> tuple[float, str, str]:
    """(contrast, colour, ground) of a run against the kindest of the possible grounds, at the worst colour of that."""
    return max(min(ratios(run, stops)) for stops in under)


def ratios(run: FinishedRun, stops: Stops) -> Iterator[tuple[float, str, str]]:
    for ground in stops:
        for stop in run.fill.stops:
            color = over(stop, ground)
            yield contrast(color, ground), color, ground


def share(box: Box, place: Box) -> float:
    """How much of `place` the box covers, 0 to 1."""
    width = min(box.right, place.right) - max(box.x, place.x)
    height = min(box.bottom, place.bottom) - max(box.y, place.y)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (place.width * place.height)
