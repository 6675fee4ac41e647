"""Where siblings stand: rows, columns, grids of cards."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.geometry import Box, Emu, shares

LEAST_FILL = 45  # percent of a card that its text takes at the least

# How many cards stand in each row of a grid.
GRIDS = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3), 7: (4, 3), 8: (4, 4)}


def cells_of(box: Box, rows: Sequence[int], gap: Emu, row_gap: Emu | None = None) -> list[Box]:
    """Cells row by row, each row filling the width."""
    row_boxes = box.rows(len(rows), gap if row_gap is None else row_gap)
    return [cell for row, count in zip(row_boxes, rows, strict=True) for cell in row.columns(count, gap)]


def in_pairs(count: int) -> tuple[int, ...]:
    """So many siblings with two in a row."""
    return (2,) * (count // 2) + (1,) * (count % 2)


def in_lanes(box: Box, count: int, lanes: int, gap: Emu, across: Emu) -> list[Box]:
    """Rows for so many siblings, one below the other; in two lanes the first half of them stands in the left one."""
    per_lane = -(-count // lanes)
    return [row for lane in box.columns(lanes, across) for row in lane.rows(per_lane, gap)][:count]


def two_rows(count: int) -> tuple[int, ...]:
    """So many siblings in two rows, the first the fuller one; one alone in one row."""
    return (-(-count // 2), count // 2) if count > 1 else (1,)


def split_evenly(count: int, columns: int) -> list[range]:
    """The indices of so many siblings in columns, the first ones full."""
    per_column = -(-count // columns)
    return [range(first, min(first + per_column, count)) for first in range(0, count, per_column)]


def rows_for(box: Box, heights: Sequence[Emu], padding: Emu) -> list[Box]:
    """Equal rows where every height fits one, else rows as high as they need plus an equal share of the slack."""
    equal = box.rows(len(heights), 0)
    needs = [height + 2 * padding for height in heights]
    if all(need <= row.height for need, row in zip(needs, equal, strict=True)):
        return equal
    rows = []
    y = box.y
    for need, (_, extra) in zip(needs, shares(max(0, box.height - sum(needs)), [1] * len(needs), 0), strict=True):
        rows.append(Box(box.x, y, box.width, need + extra))
        y += need + extra
    return rows


def settled(box: Box, rows: int, gap: Emu, text: Emu, padding: Emu, fill: int, block: int) -> Box:
    """The room of so many rows of cards whose highest text is `text`: cards shrink until that fills `fill` percent of them, but all
    together fill `block` percent of the box, so far as no card is emptier than `LEAST_FILL`; what is left over stands for two fifths
    above them."""
    gaps = gap * (rows - 1)
    spread = min((box.height * block // 100 - gaps) // rows, text * 100 // LEAST_FILL)
    cell = max(text + 2 * padding, text * 100 // fill, spread)
    height = min(box.height, cell * rows + gaps)
    return Box(box.x, box.y + (box.height - height) * 2 // 5, box.width, height)
