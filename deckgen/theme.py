"""What the designer fixed: page, palette, faces, type scale, surfaces, and one layout a kind of slide. A theme is data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from deckgen.geometry import Box, Emu
from deckgen.scene import NOTES_SIZE, Align, Anchor, FontPair, Item, Scene
from deckgen.style import Color, Face, Fill, Stroke, TextStyle


class TypeRole(Struct, frozen=True):
    """How one kind of text is set: its sizes from the preferred one down to the floor, and what they share."""

    name: str
    sizes: tuple[int, ...]  # hundredths of a point, largest first; the last is the floor
    style: TextStyle  # at the largest size
    strong: Color  # colour of key words
    tracking: int  # letter-spacing in 1/1000 em
    leading: int  # distance of baselines in percent of the size


def type_role(
    name: str,
    sizes: Sequence[int],
    color: Color,
    strong: Color,
    face: Face = "body",
    bold: bool = False,
    tracking: int = 0,
    leading: int = 130,
) -> TypeRole:
    """The role whose style is that of its largest size."""
    style = TextStyle(size=sizes[0], color=color, face=face, bold=bold, spacing=sizes[0] * tracking // 1000)
    return TypeRole(name, tuple(sizes), style, strong, tracking, leading)


class Surface(Struct, frozen=True):
    """What a card or panel looks like; `edge` is a strip of another colour along one side."""

    fill: Fill | None = None
    stroke: Stroke | None = None
    shape: str = "rect"
    edge: str = ""  # left, top, bottom or ""
    edge_fill: Fill | None = None
    edge_width: Emu = 0

    @property
    def left_edge(self) -> Emu:
        """How much of the width the edge takes."""
        return self.edge_width if self.edge == "left" else 0


class Place(Struct, frozen=True):
    """Where a layout puts one of its texts."""

    box: Box
    role: str
    align: Align = "l"
    anchor: Anchor = "t"


class LayoutSpec(Struct, frozen=True):
    """One kind of slide as the designer drew it; `options` choose among the arrangements the code knows."""

    name: str
    label: str
    background: Fill
    ornaments: tuple[Item, ...]
    places: dict[str, Place]
    content: Box
    options: dict[str, str]
    hides_master: bool = False  # the master's ornaments are not shown under this layout


class Sheet(Struct, frozen=True):
    """The page that every box of a theme is drawn for: its size, its margins, and what frames the content of a slide."""

    width: Emu
    height: Emu
    left: Emu  # the margins: how much stays free at each side
    right: Emu
    top: Emu
    bottom: Emu
    gutter: Emu  # between cards side by side; tighter gaps are parts of it
    progress: Box  # the progress grows in it from left to right
    dots: Box  # the navigation of sections as dots ends at its right edge
    bar: Box  # the navigation as the segments of a bar fills it

    @property
    def box(self) -> Box:
        """The whole page."""
        return Box(0, 0, self.width, self.height)

    @property
    def inner(self) -> Box:
        """What lies between the margins."""
        return self.box.inset(self.left, self.top, self.right, self.bottom)


class Theme(Struct, frozen=True):
    name: str
    label: str
    sheet: Sheet
    palette: dict[str, str]
    fonts: dict[Face, FontPair]
    metrics: dict[Face, str]  # name of the advance table in `measure`, without -bold
    roles: dict[str, TypeRole]
    surfaces: dict[str, Surface]
    layouts: dict[str, LayoutSpec]
    notes_size: tuple[Emu, Emu] = NOTES_SIZE  # of a notes page
    finish: Callable[[Scene], Scene] | None = None  # puts a scene that was laid out and checked on an organisation's template
