"""A layout as a drawing: its ground, its art as plain areas, its places with their names, the area for content."""

from __future__ import annotations

from deckgen.geometry import EMU_PER_PX, Box
from deckgen.inspect.resolve.colors import Colors
from deckgen.template.colors import ground_color
from deckgen.template.facts import Facts, LayoutFact
from deckgen.template.places import background_of, scope_of
from deckgen.write.pptx.xml import escape

PLACE, FREE, PICTURE = "#2f6fd0", "#1a8f4c", "#c9ced6"
ROLE_MARKS = {"ctrTitle": "title"}


def layout_svg(facts: Facts, layout: LayoutFact, area: Box | None = None) -> str:
    """An SVG document 720 units high."""
    page = facts.page
    scope = scope_of(facts, layout)
    ground, _ = ground_color(background_of(facts, layout), scope.colors)
    parts = [rectangle(page, f'fill="#{ground}"')]
    parts += art(facts, layout, scope.colors)
    for place in layout.places:
        if place.box:
            label = ROLE_MARKS.get(place.type, place.type) + (f" #{place.idx}" if place.idx != "0" else "")
            parts.append(
                rectangle(place.box, f'fill="{PLACE}" fill-opacity="0.08" stroke="{PLACE}" stroke-width="2" stroke-dasharray="8 5"')
            )
            parts.append(words(place.box, label))
    if area:
        parts.append(rectangle(area, f'fill="{FREE}" fill-opacity="0.10" stroke="{FREE}" stroke-width="3"'))
    width = round(page.width / EMU_PER_PX)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 720" role="img" aria-label="{escape(layout.name)}">{"".join(parts)}</svg>'


def art(facts: Facts, layout: LayoutFact, colors: Colors) -> list[str]:
    """The shapes of master and layout in the colours they have; pictures as grey areas with their diagonals."""
    design = facts.designs.layout(layout.part) if layout in facts.layouts else facts.designs.master(layout.part, None)
    drawn = []
    for shape in design.shapes:
        if shape.box is None or shape.kind == "group" or shape.hidden:
            continue
        box = scaled(shape.box, facts.scale)
        if shape.kind in ("picture", "media") or shape.fill.unknown:
            drawn.append(rectangle(box, f'fill="{PICTURE}" fill-opacity="0.55"'))
        elif shape.fill.stops:
            stop = shape.fill.stops[0]
            drawn.append(rectangle(box, f'fill="#{stop.rgb}" fill-opacity="{stop.alpha:g}"', shape.outline == "ellipse"))
        elif shape.edged:
            drawn.append(rectangle(box, 'fill="none" stroke="#888888" stroke-width="1.5"'))
        if shape.plain:
            drawn.append(words(box, shape.plain[:24], "#666666"))
    return drawn


def scaled(box: Box, scale: float) -> Box:
    return Box(round(box.x * scale), round(box.y * scale), round(box.width * scale), round(box.height * scale))


def px(emu: int) -> str:
    return f"{emu / EMU_PER_PX:.1f}"


def rectangle(box: Box, look: str, round_: bool = False) -> str:
    corner = ' rx="50%" ry="50%"' if round_ else ""
    return f'<rect x="{px(box.x)}" y="{px(box.y)}" width="{px(max(box.width, EMU_PER_PX))}" height="{px(max(box.height, EMU_PER_PX))}"{corner} {look}/>'


def words(box: Box, text: str, color: str = PLACE) -> str:
    return f'<text x="{px(box.x + 8 * EMU_PER_PX)}" y="{px(box.y + 24 * EMU_PER_PX)}" font-size="20" font-family="sans-serif" fill="{color}">{escape(text)}</text>'
