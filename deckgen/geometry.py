"""Lengths and boxes: one unit inside (EMU, whole numbers) and splits that lose nothing.

A page is 7.5 in high. Designers think of that as 720 px, so 1 px = 9 525 EMU = 0.75 pt; its width is the theme's.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

Emu = int

EMU_PER_PX = 9_525
EMU_PER_PT = 12_700
PAGE_HEIGHT: Emu = 720 * EMU_PER_PX


def px(pixels: float) -> Emu:
    """The length of so many pixels of the design grid, in EMU."""
    return round(pixels * EMU_PER_PX)


def pt(points: float) -> Emu:
    """The length of so many points, in EMU."""
    return round(points * EMU_PER_PT)


def is_wide(width: Emu, height: Emu) -> bool:
    """Whether a page is so wide (over 2.2 : 1) that a row across it is not read as one: content stands in two columns there."""
    return width * 5 > height * 11


class Box(Struct, frozen=True, gc=False):
    """A rectangle in EMU, from the top left corner of the slide."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        return self.x + self.width

    @property
    def bottom(self) -> Emu:
        return self.y + self.height

    def inset(self, left: Emu, top: Emu, right: Emu | None = None, bottom: Emu | None = None) -> Box:
        """The box without its margins; `right` and `bottom` default to `left` and `top`."""
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def moved(self, dx: Emu = 0, dy: Emu = 0) -> Box:
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def at_most(self, height: Emu) -> Box:
        """The box no higher than `height`; of the room left over a quarter stands above it."""
        if self.height <= height:
            return self
        return Box(self.x, self.y + (self.height - height) // 4, self.width, height)

    def columns(self, count: int, gap: Emu) -> list[Box]:
        """`count` boxes side by side; together with the gaps they fill the box to the EMU."""
        return [Box(self.x + at, self.y, size, self.height) for at, size in shares(self.width, [1] * count, gap)]

    def rows(self, count: int, gap: Emu) -> list[Box]:
        """`count` boxes below one another; together with the gaps they fill the box to the EMU."""
        return self.weighted_rows([1] * count, gap)

    def weighted_rows(self, weights: Sequence[int], gap: Emu) -> list[Box]:
        """Boxes below one another, as high as their weights are to each other."""
        return [Box(self.x, self.y + at, self.width, size) for at, size in shares(self.height, weights, gap)]

    def cut_left(self, width: Emu, gap: Emu = 0) -> tuple[Box, Box]:
        """A strip of `width` at the left, and what remains after `gap`."""
        rest = self.width - width - gap
        return Box(self.x, self.y, width, self.height), Box(self.x + width + gap, self.y, rest, self.height)

    def cut_top(self, height: Emu, gap: Emu = 0) -> tuple[Box, Box]:
        """A strip of `height` at the top, and what remains after `gap`."""
        rest = self.height - height - gap
        return Box(self.x, self.y, self.width, height), Box(self.x, self.y + height + gap, self.width, rest)


def grid(box: Box, rows: Sequence[int], gap_x: Emu, gap_y: Emu) -> list[Box]:
    """Cells row by row: `rows` says how many stand in each; a shorter row keeps the widest row's cell width."""
    widest = max(rows)
    return [cell for row, count in zip(box.rows(len(rows), gap_y), rows, strict=True) for cell in row.columns(widest, gap_x)[:count]]


def shares(length: Emu, weights: Sequence[int], gap: Emu) -> list[tuple[Emu, Emu]]:
    """(offset, size) of each share of `length`, gaps between them; sizes and gaps add up to `length` exactly."""
    room = length - gap * (len(weights) - 1)
    total = sum(weights)
    result = []
    done = 0
    for index, weight in enumerate(weights):
        start = room * done // total
        done += weight
        result.append((start + gap * index, room * done // total - start))
    return result
