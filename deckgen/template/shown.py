"""What a template draws under our slides, for writers that draw instead of writing into it: the live page and pictures without Office."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import structs

from deckgen.geometry import Box
from deckgen.inspect.resolve.fills import Fill as Resolved
from deckgen.scene import Foundation, Item, Layout, Picture, PictureBox, ShapeBox
from deckgen.style import Color
from deckgen.template.colors import ground_color
from deckgen.template.facts import ArtFact, Facts, LayoutFact
from deckgen.template.places import background_of, scope_of

FORMATS = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpeg"))
HEAVY = 1 << 20  # bytes: a larger picture is shown as an area, so that a page stays light
PALE = Color("#D9DDE3", 0, 60)


def shown_layouts(facts: Facts, kept: Foundation, layouts: tuple[Layout, ...]) -> tuple[Layout, ...]:
    """Our layouts as the template draws those that they stand on."""
    by_part = {layout.part: layout for layout in facts.layouts}
    media = {part.name: part.data for part in kept.parts if part.type.startswith("image/")}
    drawn: dict[str, tuple[Color, tuple[Item, ...]]] = {}
    shown = []
    for layout in layouts:
        part = kept.layouts.get(layout.name, "")
        if part in by_part and part not in drawn:
            drawn[part] = drawing(facts, by_part[part], media)
        if part in drawn:
            ground, items = drawn[part]
            layout = structs.replace(layout, background=ground, ornaments=items, hides_master=True)
        shown.append(layout)
    return tuple(shown)


def drawing(facts: Facts, layout: LayoutFact, media: Mapping[str, bytes]) -> tuple[Color, tuple[Item, ...]]:
    scope = scope_of(facts, layout)
    ground, _ = ground_color(background_of(facts, layout), scope.colors)
    fills = {art_key(shape.name, shape.box): shape.fill for shape in facts.designs.layout(layout.part).shapes if shape.box}
    items: list[Item] = []
    page = Box(0, 0, facts.show.width, facts.show.height)
    if layout.ground_media:
        items += picture("背景", page, media.get(layout.ground_media, b""))
    for art in layout.art:
        box = own(art.box, facts)
        if art.media:
            items += picture(art.name, box, media.get(art.media, b""))
        else:
            items += shape(art, box, fills.get(art_key(art.name, box)))
    return Color(f"#{ground}"), tuple(items)


def art_key(name: str, box: Box) -> tuple[str, int, int]:
    return name, round(box.x / 1000), round(box.y / 1000)


def own(box: Box, facts: Facts) -> Box:
    """In EMU of the template's own page."""
    scale = facts.scale
    return Box(round(box.x / scale), round(box.y / scale), round(box.width / scale), round(box.height / scale))


def picture(name: str, box: Box, data: bytes) -> list[Item]:
    kind = next((kind for head, kind in FORMATS if data.startswith(head)), "")
    if not kind or len(data) > HEAVY:
        return [ShapeBox(name=name, box=box, fill=PALE)]
    return [
        PictureBox(name=name, box=box, picture=Picture(data, "png" if kind == "png" else "jpeg", hashlib.sha256(data).hexdigest()[:24]))
    ]


def shape(art: ArtFact, box: Box, fill: Resolved | None) -> list[Item]:
    if fill is None or not fill.stops:
        return []
    stop = fill.stops[0]
    return [ShapeBox(name=art.name, box=box, fill=Color(f"#{stop.rgb}", 0, round(stop.alpha * 100)))]
