"""Boxes drawn for one page, moved to a page of another width or other margins.

What stands near a margin keeps its distance from it and its size; what lies between takes up the difference. So a seal
stays beside its title and a column of its width at the side, while titles and contents grow or shrink with the page.
Covers are pictures: they are spread evenly. What is small, round or square keeps its shape everywhere.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct, structs

from deckgen.geometry import PAGE_HEIGHT, Box, Emu, is_wide
from deckgen.scene import Align, Item, Path, PictureBox, ShapeBox
from deckgen.theme import LayoutSpec, Place, Sheet, Theme

KEPT_SHARE = (1, 3)  # of the room between the margins keeps its distance from each of them
MOST_SHARE = (2, 5)  # of a smaller page, for the same
SHARES: dict[Align, int] = {"l": 0, "ctr": 1, "r": 2}  # halves of a length before what is held
SQUARES = 4  # a square of this part of the height of a page is a seal or a mark; a larger one is room for something
OUTER = 20  # part of a wide page that stays free at each side
SMALL = 10  # what is smaller than this part of the page keeps its size


class Axis(Struct, frozen=True):
    """One direction: where edges of the old page lie on the new one, in order and straight between."""

    knots: tuple[tuple[Emu, Emu], ...]

    @property
    def length(self) -> Emu:
        return self.knots[-1][0]

    def at(self, edge: Emu) -> Emu:
        """Where an edge lies; what reaches over the page reaches over it as far."""
        first, last = self.knots[0], self.knots[-1]
        if edge <= first[0]:
            return edge + first[1] - first[0]
        if edge >= last[0]:
            return edge + last[1] - last[0]
        (a, new_a), (b, new_b) = next(pair for pair in pairwise(self.knots) if edge <= pair[1][0])
        return new_a + (edge - a) * (new_b - new_a) // (b - a)

    def stretched(self, start: Emu, size: Emu) -> Emu:
        """How long a length is when both of its edges move."""
        return self.at(start + size) - self.at(start)

    def anchored(self, start: Emu, size: Emu, new_size: Emu, align: Align) -> Emu:
        """Where a length of a new size begins: it stays at its side of the page, in the middle as it is aligned."""
        if new_size == self.stretched(start, size):
            return self.at(start)
        if start <= self.length // 3:
            align = "l"
        elif start + size >= self.length * 2 // 3:
            align = "r"
        half = SHARES[align]
        return self.at(start + size * half // 2) - new_size * half // 2

    def point(self, value: int, grid: int, old: tuple[Emu, Emu], new: tuple[Emu, Emu]) -> int:
        """A coordinate of a freeform, counted from the start of `old` in a `grid`, in the grid of `new`, a span of another size."""
        if old[1] == new[1]:
            return value
        return round((self.at(old[0] + value * old[1] // grid) - new[0]) * grid_of(grid, old[1], new[1]) / new[1])


class Move(Struct, frozen=True):
    """Both directions."""

    x: Axis
    y: Axis

    def box(self, box: Box, is_round: bool = False, align: Align = "ctr") -> Box:
        """What is small becomes no wider, and keeps its height, which holds a line of text; what is round or square keeps both."""
        width, height = self.x.stretched(box.x, box.width), self.y.stretched(box.y, box.height)
        if is_round or (square(box) and box.height * SQUARES <= self.y.length):
            width, height = box.width, box.height
        if box.width < self.x.length // SMALL:
            width = min(width, box.width)
        if box.height < self.y.length // SMALL:
            height = box.height
        x, y = self.x.anchored(box.x, box.width, width, align), self.y.anchored(box.y, box.height, height, "ctr")
        return Box(x, y, width, height)

    def place(self, place: Place) -> Place:
        return structs.replace(place, box=self.box(place.box, align=place.align))

    def ornament(self, item: Item) -> Item:
        """A shape with its path: the points of a path go where edges in the same place go."""
        if isinstance(item, PictureBox):
            return structs.replace(item, box=self.box(item.box, is_round=True))
        if not isinstance(item, ShapeBox):
            return item
        box = self.box(item.box, item.shape == "ellipse")
        return structs.replace(item, box=box, path=self.path(item.path, item.box, box) if item.path else None)

    def path(self, path: Path, old: Box, new: Box) -> Path:
        across, down = ((old.x, old.width), (new.x, new.width)), ((old.y, old.height), (new.y, new.height))

        def moved(index: int, value: int) -> int:
            return self.y.point(value, path.height, *down) if index % 2 else self.x.point(value, path.width, *across)

        commands = tuple((name, tuple(moved(index, value) for index, value in enumerate(values))) for name, values in path.commands)
        return Path(grid_of(path.width, old.width, new.width), grid_of(path.height, old.height, new.height), commands)


def grid_of(grid: int, size: Emu, new_size: Emu) -> int:
    """The grid of a freeform that is as fine on its new size."""
    return max(1, grid * new_size // size)


def resized(sheet: Sheet, width: Emu, left: Emu, right: Emu, top: Emu, bottom: Emu) -> Sheet:
    """The sheet with another width and other margins; what frames the content moves with them."""
    bare = structs.replace(sheet, width=width, left=left, right=right, top=top, bottom=bottom)
    move = move_between(sheet, bare)
    return structs.replace(bare, progress=move.box(sheet.progress), dots=move.box(sheet.dots), bar=move.box(sheet.bar))


def with_width(theme: Theme, width: Emu) -> Theme:
    """The theme on a page of this width, its margins as they are; on a wall of screens nothing stands in the outer 5 %."""
    old = theme.sheet
    if width == old.width:
        return theme
    left, right = margin_on(width, old.left), margin_on(width, old.right)
    return refitted(theme, resized(old, width, left, right, old.top, old.bottom))


def margin_on(width: Emu, margin: Emu) -> Emu:
    """A margin at the side of a page of this width."""
    return max(margin, width // OUTER) if is_wide(width, PAGE_HEIGHT) else margin


def refitted(theme: Theme, sheet: Sheet) -> Theme:
    """The theme with its boxes moved to `sheet`."""
    if edges(theme.sheet) == edges(sheet):
        return structs.replace(theme, sheet=sheet)
    near, even = move_between(theme.sheet, sheet), evenly(theme.sheet, sheet)
    layouts = {name: moved(spec, near if "footer" in spec.places else even) for name, spec in theme.layouts.items()}
    return structs.replace(theme, sheet=sheet, layouts=layouts)


def moved(spec: LayoutSpec, move: Move) -> LayoutSpec:
    return structs.replace(
        spec,
        ornaments=tuple(move.ornament(item) for item in spec.ornaments),
        places={name: move.place(place) for name, place in spec.places.items()},
        content=move.box(spec.content),
    )


def edges(sheet: Sheet) -> tuple[Emu, ...]:
    return sheet.width, sheet.height, sheet.left, sheet.right, sheet.top, sheet.bottom


def move_between(old: Sheet, new: Sheet) -> Move:
    """What stands near a margin keeps its distance from it."""
    return Move(
        near_margins((old.width, old.left, old.right), (new.width, new.left, new.right)),
        near_margins((old.height, old.top, old.bottom), (new.height, new.top, new.bottom)),
    )


def evenly(old: Sheet, new: Sheet) -> Move:
    """From margin to margin in proportion."""
    return Move(
        Axis(((0, 0), (old.left, new.left), (old.width - old.right, new.width - new.right), (old.width, new.width))),
        Axis(((0, 0), (old.top, new.top), (old.height - old.bottom, new.height - new.bottom), (old.height, new.height))),
    )


def near_margins(old: tuple[Emu, Emu, Emu], new: tuple[Emu, Emu, Emu]) -> Axis:
    """`old` and `new` are the length of the page, the margin at its start and the one at its end."""
    length, start, end = old
    new_length, new_start, new_end = new
    kept = (length - start - end) * KEPT_SHARE[0] // KEPT_SHARE[1]
    new_kept = min(kept, (new_length - new_start - new_end) * MOST_SHARE[0] // MOST_SHARE[1])
    return Axis(
        (
            (0, 0), (start, new_start), (start + kept, new_start + new_kept),
            (length - end - kept, new_length - new_end - new_kept), (length - end, new_length - new_end), (length, new_length),
        )
    )  # fmt: skip


def square(box: Box) -> bool:
    return abs(box.width - box.height) * 10 <= box.height
