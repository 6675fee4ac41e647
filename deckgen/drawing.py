"""What a layout looks like where a theme does not say: the slots a palette has, places that kinds share, and the drawing of one kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from deckgen.geometry import Box, px
from deckgen.scene import Item, ShapeBox
from deckgen.style import Color, Fill, Gradient, Stroke
from deckgen.theme import LayoutSpec, Place, Sheet, Surface, TypeRole

# What the slots of a palette are for.
INK = Color("dk1")  # text
WHITE = Color("lt1")  # cards, text on dark grounds
DEEP = Color("dk2")  # the deep end of gradients
PAPER = Color("lt2")
MAIN = Color("accent1")
LINE = Color("accent2")  # lines and frames only
FINE = Color("accent3")  # small words beside the main colour
PALE = Color("accent4")  # words on dark grounds
PANEL = Color("accent5")
MUTED = Color("accent6")  # words of less weight
FAINT = Color("accent4", -20)  # large numerals and marks that are decoration: 1.6 : 1 against cards and paper
HAIRLINE = Stroke(Color("accent6", 50), px(1))  # 1.6 : 1 against the paper: a card is seen on a washed-out projector
DASHED = Stroke(LINE, px(1.25), "dash")  # around what nobody knows yet
DARK = Gradient(((0, Color("accent1", 6)), (50, MAIN), (100, DEEP)), 35)


def drawn(x: float, y: float, width: float, height: float) -> Box:
    """A box in design pixels."""
    return Box(px(x), px(y), px(width), px(height))


SHEET = Sheet(
    width=px(1280), height=px(720), left=px(64), right=px(64), top=px(40), bottom=px(80), gutter=px(24),
    progress=drawn(64, 666, 1152, 3), dots=drawn(696, 20, 520, 26), bar=drawn(64, 18, 1152, 22),
)  # fmt: skip
CONTENT = drawn(64, 144, 1152, 496)
CONTENT_BELOW_MOTTO = drawn(64, 172, 1152, 468)
# Titles stand on one line on all kinds of slide, with or without a kicker above them.
KICKER = Place(drawn(64, 20, 1152, 28), "kicker", anchor="ctr")
TITLE = Place(drawn(64, 56, 1152, 54), "title", anchor="ctr")
MOTTO = Place(drawn(64, 114, 1152, 36), "motto", anchor="ctr")
FOOTER = Place(drawn(64, 678, 900, 24), "footer", anchor="ctr")
NUMBER = Place(drawn(1096, 678, 120, 24), "footer", "r", "ctr")
TITLED = {"title": TITLE, "kicker": KICKER, "footer": FOOTER, "number": NUMBER}  # what most kinds have


class Drawing(Struct, frozen=True, kw_only=True):
    """One layout as the base draws it: all that a theme may draw otherwise."""

    label: str  # its name in PowerPoint, in Chinese
    background: Fill = PAPER
    ornaments: tuple[Item, ...] = ()
    places: Mapping[str, Place] = MappingProxyType(TITLED)
    content: Box = CONTENT
    hides_master: bool = False
    options: Mapping[str, tuple[str, ...]] = {}  # ways of arranging that a theme chooses among; the first is the base's
    roles: tuple[TypeRole, ...] = ()  # those that no block has
    surfaces: Mapping[str, Surface] = {}

    def layout(self, name: str) -> LayoutSpec:
        """The layout of that name, with the first of each option."""
        options = {option: values[0] for option, values in self.options.items()}
        return LayoutSpec(name, self.label, self.background, self.ornaments, dict(self.places), self.content, options, self.hides_master)


def colored(name: str, box: Box, fill: Fill) -> Item:
    """An ornament: a rectangle of a colour."""
    return ShapeBox(name=name, box=box, fill=fill)
