"""How text in a place of a layout is set: what the place inherits, resolved."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from deckgen.geometry import Box, Emu
from deckgen.inspect.designs import SlideDesign
from deckgen.inspect.package.xml import number
from deckgen.inspect.resolve.fills import Fill
from deckgen.inspect.resolve.levels import Level
from deckgen.inspect.resolve.scope import Base, Scope
from deckgen.inspect.shapes.text import DEFAULT_SIZE, INSETS
from deckgen.inspect.values import PlaceholderKey
from deckgen.scene import Align, Anchor
from deckgen.style import Face
from deckgen.template.colors import rgb_of
from deckgen.template.facts import Facts, LayoutFact, PlaceFact

ALIGNS: dict[str, Align] = {"ctr": "ctr", "r": "r"}
ANCHORS: dict[str, Anchor] = {"ctr": "ctr", "b": "b"}
USUAL_LEADING = 120  # percent of the size: what clients make of single spacing


class PlaceStyle(Struct, frozen=True):
    """The first level of a place, in units of our page."""

    place: PlaceFact
    box: Box
    size: int  # hundredths of a point
    rgb: str  # "" where it cannot be known
    bold: bool
    face: Face
    align: Align
    anchor: Anchor
    insets: tuple[Emu, Emu, Emu, Emu]
    tracking: int  # hundredths of a point
    indented: bool

    @property
    def inner(self) -> Box:
        """The room for text between the insets."""
        left, top, right, bottom = self.insets
        return Box(self.box.x + left, self.box.y + top, max(1, self.box.width - left - right), max(1, self.box.height - top - bottom))


def scope_of(facts: Facts, layout: LayoutFact) -> Scope:
    return design_of(facts, layout).scope(facts.roots[layout.part], facts.package, layout.part)


def design_of(facts: Facts, layout: LayoutFact) -> SlideDesign:
    is_master = any(master.part == layout.part for master in facts.masters)
    return facts.designs.master(layout.part, None) if is_master else facts.designs.layout(layout.part)


def background_of(facts: Facts, layout: LayoutFact) -> Fill | None:
    return design_of(facts, layout).background


def place_style(facts: Facts, layout: LayoutFact, place: PlaceFact) -> PlaceStyle:
    """How the place is set; it must stand somewhere."""
    scope = scope_of(facts, layout)
    doubled = Counter(each.idx for each in layout.places)[place.idx] > 1
    base = scope.base(PlaceholderKey(place.type, "-" if doubled else place.idx))
    level = base.levels[0]
    scale = facts.scale
    insets = tuple(round(inset * scale) for inset in insets_of(base))
    return PlaceStyle(
        place=place,
        box=place.box or Box(0, 0, 1, 1),
        size=max(100, round((level.size or DEFAULT_SIZE) * scale)),
        rgb=rgb_of(scope.fill(level.fill) if level.fill is not None else scope.text_fill),
        bold=bool(level.bold),
        face="heading" if (level.latin or "").startswith("+mj") or (level.ea or "").startswith("+mj") else "body",
        align=ALIGNS.get(level.align or "", "l"),
        anchor=ANCHORS.get(said(base, "anchor"), "t"),
        insets=(insets[0], insets[1], insets[2], insets[3]),
        tracking=round((level.tracking or 0) * scale),
        indented=is_indented(level),
    )


def is_indented(level: Level) -> bool:
    return bool(level.bullet) or bool(level.left) or bool(level.first)


def insets_of(base: Base) -> list[Emu]:
    return [max(0, number(said(base, name), default)) for name, default in INSETS.items()]


def said(base: Base, name: str) -> str:
    return next((body.get(name, "") for body in base.bodies if name in body.attrib), "")
