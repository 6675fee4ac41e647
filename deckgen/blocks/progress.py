"""A bar that says how far a figure is on the way to its target."""

from __future__ import annotations

from decimal import Decimal

from deckgen.blocks.page import Page
from deckgen.blocks.values import change_color
from deckgen.drawing import MAIN
from deckgen.figures import Figure
from deckgen.geometry import Box
from deckgen.marks import wanted
from deckgen.names import Name
from deckgen.scene import Item, ShapeBox
from deckgen.style import Color

TRACK, DONE = Name("进度槽", "Progress track"), Name("进度条", "Progress bar")


def done_share(figure: Figure) -> Decimal | None:
    """How much of its target a figure has reached, 0 to 1; of what is to fall the whole once it is no greater. None while either is X."""
    target = figure.target.value if figure.target else None
    if not isinstance(figure.value, Decimal) or not isinstance(target, Decimal):
        return None
    if wanted(figure) < 0:
        share = Decimal(1) if figure.value <= target else target / figure.value
    elif target <= 0:
        share = Decimal(1) if figure.value >= target else Decimal(0)
    else:
        share = figure.value / target
    return min(Decimal(1), max(Decimal(0), share))


def progress_items(page: Page, figure: Figure, box: Box, track: Color, done: Color | None = None) -> list[Item]:
    """The track, and over it what is done; the track alone, dashed, while value or target is X; nothing without a target."""
    if figure.target is None:
        return []
    share = done_share(figure)
    name = f"{page.name(TRACK)} {figure.label}"
    if share is None:
        return [ShapeBox(name=name, box=box, shape="roundRect", stroke=page.surface("pending").stroke)]
    items: list[Item] = [ShapeBox(name=name, box=box, shape="roundRect", fill=track)]
    width = int(box.width * share)
    if width >= box.height:
        fill = done or change_color(page, figure) or MAIN
        filled = Box(box.x, box.y, width, box.height)
        items.append(ShapeBox(name=f"{page.name(DONE)} {figure.label}", box=filled, shape="roundRect", fill=fill))
    return items


def target_words(page: Page, figure: Figure) -> str:
    """完成年度目标103.2%, 103.2% of target; the target itself while nobody knows how much of it is reached; "" without one."""
    if figure.target is None:
        return ""
    completion = figure.completion
    if completion is None or wanted(figure) < 0:
        return page.language.target(figure.worded(figure.target))
    return page.language.completed(f"{completion.quantize(Decimal('0.1'))}%")
