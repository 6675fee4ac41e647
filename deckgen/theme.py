"""What the designer fixed: page, palette, faces, type scale, surfaces, and one layout a kind of slide. A theme is data."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.geometry import Box, Emu
from deckgen.scene import Align, Anchor, FontPair, Item
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


# Layouts that there are, with the places of each and the options that each may choose.
LAYOUTS: dict[str, tuple[str, ...]] = {
    "master": ("title", "body", "footer", "number"),
    "cover": ("title", "subtitle", "kicker", "foot"),
    "agenda": ("title", "motto", "footer", "number"),
    "section": ("title", "motto", "numeral", "footer", "number"),
    "points": ("title", "kicker", "motto", "footer", "number"),
    "statement": ("title", "kicker", "footer", "number"),
    "objectives": ("title", "kicker", "year", "heading", "text", "footer", "number"),
    "principles": ("title", "kicker", "footer", "number"),
    "problems": ("title", "kicker", "footer", "number"),
    "pairs": ("title", "kicker", "footer", "number"),
    "closing": ("title", "text", "foot"),
}

OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "agenda": {"arrangement": ("banners", "rows")},
    "section": {"navigation": ("dots", "bar"), "figures": ("right", "left", "top"), "rules": ("yes", "no")},
    "points": {"figures": ("right", "left", "top"), "rules": ("yes", "no")},
    "statement": {"arrangement": ("bar", "centered")},
    "objectives": {"cards": ("side", "stacked")},
    "principles": {"numeral": ("pale", "badge"), "first": ("inverse", "plain")},
    "problems": {"arrangement": ("rows", "columns")},
    "pairs": {"arrangement": ("columns", "rows")},
}

ROLES = (
    "cover-title", "cover-subtitle", "cover-kicker", "cover-foot", "title", "section-title", "kicker", "motto", "numeral",
    "navigation", "footer", "ordinal", "lead", "detail", "figure-label", "figure-value", "figure-unit", "figure-change", "pending",
    "agenda-numeral", "agenda-title", "agenda-motto", "statement", "tag", "panel-year", "panel-heading", "panel-text",
    "panel-label", "panel-value", "panel-unit",
    "objective-label", "objective-prefix", "objective-value", "chart-label", "chart-value", "chart-title",
    "principle-numeral", "principle-key", "principle-lead", "principle-text",
    "problem-key", "problem-lead", "problem-text", "pair-first", "pair-second", "pair-kicker", "pair-lead", "pair-text",
    "closing-title", "closing-text",
)  # fmt: skip

SURFACES = (
    "banner", "banner-rule", "card", "card-rule", "figure", "pending", "pending-mark", "figure-panel", "point-rule",
    "dot", "dot-current", "progress", "statement-bar", "tag", "objective", "objective-pending", "chart",
    "principle", "principle-inverse", "principle-badge", "problem", "problem-key", "pair", "pair-first", "pair-second", "pair-rule",
)  # fmt: skip
