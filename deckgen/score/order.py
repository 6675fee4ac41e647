"""Whether boxes stand in lines: edges that meet, rows with even gaps."""

from __future__ import annotations

from itertools import pairwise

from deckgen.geometry import Box
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.values import FinishedSlide
from deckgen.score.sight import content, inner_slides
from deckgen.score.values import FULL, Cost, Measure, between, cost, measured

NAME = "order"
NEAR = 0.0025  # of the page, within which two edges are one
GOOD, BAD = 0.8, 0.4  # share of boxes in line: full, nothing
FEW = 3  # boxes: fewer can be in no disorder
MOST = 400  # boxes of a slide that are compared


def measure(deck: FinishedDeck) -> Measure:
    """The mean over slides of the boxes whose left or top edge is another's, and of the rows whose gaps are even."""
    shares: list[float] = []
    costs: list[Cost] = []
    for slide in inner_slides(deck):
        boxes, others = standing(slide), surrounding(slide)
        if len(boxes) < FEW:
            shares.append(1.0)
            continue
        inline = in_line(boxes, others, deck.page)
        even, rows = even_rows(boxes, deck.page)
        share = (inline + even) / (len(boxes) + rows)
        shares.append(between(share, BAD, GOOD))
        if share < GOOD:
            costs.append(
                cost("score/out-of-line", slide.number, weight=GOOD - share, out=len(boxes) - inline, boxes=len(boxes), uneven=rows - even)
            )
    if not shares:
        return measured(NAME, None, [], slides=0)
    return measured(NAME, FULL * sum(shares) / len(shares), costs, slides=len(shares))


def standing(slide: FinishedSlide) -> list[Box]:
    """The boxes of the content, each place once."""
    return list(dict.fromkeys(shape.box for shape in content(slide) if shape.box))[:MOST]


def surrounding(slide: FinishedSlide) -> list[Box]:
    """What a box may stand in line with: the content, the title, the shapes around them."""
    return list(dict.fromkeys(shape.box for shape in slide.shapes if shape.box and not shape.hidden))[: 2 * MOST]


def in_line(boxes: list[Box], others: list[Box], page: Box) -> int:
    """How many have a left or top edge that another one has."""
    across, down = NEAR * page.width, NEAR * page.height
    return sum(any(one != other and (abs(one.x - other.x) <= across or abs(one.y - other.y) <= down) for other in others) for one in boxes)


def even_rows(boxes: list[Box], page: Box) -> tuple[int, int]:
    """(rows with even gaps, rows of three or more that stand side by side)."""
    rows: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        rows.setdefault((round(box.y / page.height / NEAR), round(box.height / page.height / NEAR)), []).append(box)
    even = wide = 0
    for row in rows.values():
        row.sort(key=lambda box: box.x)
        gaps = [right.x - left.right for left, right in pairwise(row)]
        if len(gaps) < FEW - 1 or min(gaps) < 0:
            continue
        wide += 1
        even += max(gaps) - min(gaps) <= 2 * NEAR * page.width
    return even, wide
