"""An icon in its disc: native shapes in the colours of the theme, decoration, since the words beside it say what is meant."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.geometry import Box, Emu
from deckgen.names import Name
from deckgen.scene import Item, ShapeBox
from deckgen.style import Color, Stroke

ICON, DISC = Name("图标", "Icon"), Name("图标底", "Ground of icon")
GLYPH = 62  # percent of the disc that the icon takes


def icon_items(page: Page, icon: str, box: Box, color: Color | None = None) -> tuple[Item, ...]:
    """The icon of that name on a disc that fills the square `box`; with a `color` without one."""
    # Most decks have no icon: their outlines are read for one only.
    from deckgen.icons import PEN, icon_path

    surface = page.surface("icon")
    side = box.width * GLYPH // 100
    inner = Box(box.x + (box.width - side) // 2, box.y + (box.height - side) // 2, side, side)
    pen = Stroke(color or (surface.stroke.color if surface.stroke else Color("accent1")), side // PEN, rounded=True)
    glyph = ShapeBox(name=f"{page.name(ICON)} {icon}", box=inner, path=icon_path(icon), stroke=pen)
    disc = ShapeBox(name=f"{page.name(DISC)} {icon}", box=box, shape="ellipse", fill=surface.fill)
    return (glyph,) if color else (disc, glyph)


def square(x: Emu, middle: Emu, side: Emu) -> Box:
    """A square from `x` whose middle stands at that height."""
    return Box(x, middle - side // 2, side, side)
