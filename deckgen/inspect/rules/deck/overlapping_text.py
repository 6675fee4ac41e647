"""两处文字叠在一起。

查什么：两个形状的文字互相压住，压住的面积超过较小一方的四分之一。装饰、半透明的大字和带动画的页不查。
为什么：叠在一起的字谁也看不清，多半是拖动时没注意或文字变长了。
怎么改：移开其中一个，或精简文字。

---
Two texts are printed over one another.

Finds: shapes whose text covers more than a quarter of the smaller one's. Decoration, see-through type and slides with animations are left out.
Why: nobody can read either; something was dragged carelessly, or a text has grown.
Mend: move one of them, or shorten the text.
"""

from collections.abc import Iterator
from itertools import combinations

from deckgen.diagnostics import Severity
from deckgen.geometry import Box
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.values import Shape

RULE = "deck/overlapping-text"
SEVERITY: Severity = "warning"
GROSS = 0.25
MOST = 200  # shapes of a slide that are compared pair by pair
LINES = 60  # of a text that are compared; a slide has room for no more
FAINT = 0.5  # letters more see-through than this are decoration


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        facts = deck.facts.get(slide.part)
        if facts is None or facts.targets:  # what appears after another may stand in its place
            continue
        inked = [(shape, ink(shape)) for shape in slide.shapes if is_solid(shape)][:MOST]
        for (one, above), (other, below) in combinations(inked, 2):
            if apart(hull(above), hull(below)):
                continue
            if common(above, below) > GROSS * min(area(above), area(below)):
                yield at(slide.number, other.name, other=one.name)


def is_solid(shape: Shape) -> bool:
    if (
        shape.text is None
        or not shape.text.lines
        or shape.unseen
        or shape.decorative
        or shape.text.warped
        or shape.text.autofit == "diagram"
    ):
        return False
    return all(stop.alpha >= FAINT for run in shape.text.runs for stop in run.fill.stops)


def ink(shape: Shape) -> list[Box]:
    return [line.box for line in shape.text.lines[:LINES]] if shape.text else []


def hull(boxes: list[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def apart(one: Box, other: Box) -> bool:
    return one.x >= other.right or other.x >= one.right or one.y >= other.bottom or other.y >= one.bottom


def area(boxes: list[Box]) -> int:
    return sum(box.width * box.height for box in boxes)


def common(above: list[Box], below: list[Box]) -> int:
    pairs = ((one, other) for one in above for other in below if not apart(one, other))
    return sum((min(a.right, b.right) - max(a.x, b.x)) * (min(a.bottom, b.bottom) - max(a.y, b.y)) for a, b in pairs)
