"""The theme that a template amounts to: the built-in one, its places those of the template's layouts, its content their free areas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from msgspec import Struct, structs

from deckgen.base import BASE
from deckgen.drawing import INK, MAIN, MUTED
from deckgen.geometry import Box, Emu, px
from deckgen.load.refit import Axis, Move, margin_on, near_margins, with_width
from deckgen.scene import NOTES_SIZE
from deckgen.style import Color, contrast
from deckgen.template.area import area, common, free_area, largest_empty, overlaps
from deckgen.template.chosen import Chosen
from deckgen.template.colors import Coloring, coloring, ground_color
from deckgen.template.cover import OpeningPlaces, opening_places
from deckgen.template.divided import divider_of
from deckgen.template.faces import faces_of, metrics_of
from deckgen.template.facts import Facts, LayoutFact
from deckgen.template.keep import foundation
from deckgen.template.places import PlaceStyle, background_of, place_style, scope_of
from deckgen.template.seat import Seats, seated
from deckgen.theme import LayoutSpec, Place, Surface, Theme, TypeRole

OPENINGS = ("cover", "closing")
MOTTO, KICKER, DOTS, STRIP = px(36), px(30), px(26), px(24)
GAP = px(6)
NAVIGABLE = 55  # percent of the height of the page that the area must have for a navigation in it
PANEL_SHARE = 30  # percent of the width of the area
PANEL_GAP, PANEL_MARGIN = px(32), px(24)
PANEL_LEAST, PANEL_HEADING = px(300), px(50)
FLOOR = 2000  # hundredths of a point: the smallest title
TITLE_STEP = 200
FOOTER_LEAST = 900
NOWHERE = Box(0, 0, 0, 0)
FOOTERS = {"footer": "ftr", "number": "sldNum", "date": "dt"}
MARK, LOGO_SHARE = px(12), 50  # thinner art is a line; what takes more percent of a title's place is its ground


class Ground(Struct, frozen=True):
    """A layout of the template as the theme uses it."""

    layout: LayoutFact
    area: Box
    styles: Mapping[str, PlaceStyle]  # title, footer, number, date: as far as it has them


def theme_of(data: bytes, facts: Facts, chosen: Chosen, name: str) -> Theme:
    """The theme of a template whose roles are settled."""
    page = facts.page
    content = ground_of(facts, chosen.content, chosen.area, chosen.without)
    grounds = {kind: ground_of(facts, layout, area, chosen.without) for kind, (layout, area) in chosen.kinds.items()}
    colors = coloring_of(facts, content, chosen)
    base = with_width(BASE, page.width)
    pairs = faces_of(facts, chosen.content)
    metrics = metrics_of(facts, chosen.content)
    metrics |= {face: chosen.metrics[face] for face in metrics if face in chosen.metrics}
    openings = {role: opening_places(facts, chosen.opening(role), role, chosen.places.get(role, {})) for role in OPENINGS}
    layouts = {
        kind: spec_on(base.layouts[kind], grounds.get(kind, content), page) for kind in base.layouts if kind not in ("master", *OPENINGS)
    }
    layouts |= {
        role: structs.replace(base.layouts[role], places=dict(places.places), ornaments=(), hides_master=False)
        for role, places in openings.items()
    }
    layouts["master"] = structs.replace(base.layouts["master"], ornaments=(), places=master_places(base.layouts["master"], content))
    divider = divider_of(facts, chosen)
    layouts["divider"] = divider.spec(base.layouts["divider"])
    seats = {kind: grounds.get(kind, content).styles for kind in layouts if kind not in ("master", *OPENINGS)} | {
        role: places.styles for role, places in openings.items()
    }
    seats["divider"] = divider.styles
    parts = {kind: grounds.get(kind, content).layout.part for kind in layouts if kind != "master"} | {
        role: chosen.opening(role).part for role in OPENINGS
    }
    parts["divider"] = divider.part
    places = Seats(
        foundation=foundation(data, facts, parts),
        coloring=colors,
        places=seats,
        ornaments={"objectives": layouts["objectives"].ornaments},
        width=facts.show.width,
        height=facts.show.height,
        scale=facts.scale,
        facts=facts,
    )
    return structs.replace(
        base,
        name=name,
        label=name,
        sheet=structs.replace(base.sheet, progress=NOWHERE, dots=dots_of(content.area, page), bar=bar_of(content.area)),
        palette=dict(colors.palette) | {f"#{style.rgb}": style.rgb for styles in seats.values() for style in styles.values() if style.rgb},
        fonts=pairs,
        metrics=metrics,
        roles=roles_of(base, content, openings, colors) | divider.roles(base.roles, colors),
        surfaces=surfaces_of(base),
        layouts={kind: without_ornaments(spec) for kind, spec in layouts.items()},
        notes_size=notes_size(places.foundation.tail),
        finish=partial(seated, seats=places),
    )


def notes_size(presentation: str) -> tuple[Emu, Emu]:
    """Of the notes pages, as the presentation part of the organisation says."""
    tag = re.search(r"<(?:\w+:)?notesSz\b[^<>]*>", presentation)
    sides = [re.search(rf'\b{name}="([1-9]\d{{4,8}})"', tag[0]) for name in ("cx", "cy")] if tag else []
    width, height = (int(side[1]) if side else 0 for side in sides) if sides else (0, 0)
    return (width, height) if width and height else NOTES_SIZE


def without_ornaments(spec: LayoutSpec) -> LayoutSpec:
    return structs.replace(spec, ornaments=())


def ground_of(facts: Facts, layout: LayoutFact, given: Box | None = None, without: frozenset[str] = frozenset()) -> Ground:
    """A layout with its free area; where it lacks a place for footer or number, a strip at the foot of the area is left to them."""
    styles: dict[str, PlaceStyle] = {}
    found = {"title": layout.title} | {name: layout.of_type(kind) for name, kind in FOOTERS.items()}
    for name, place in found.items():
        if place and name not in without:
            styles[name] = place_style(facts, layout, place)
    return Ground(layout, given or free_area(layout, facts.page), styles)


def coloring_of(facts: Facts, content: Ground, chosen: Chosen) -> Coloring:
    scope = scope_of(facts, content.layout)
    ground, _ = ground_color(background_of(facts, content.layout), scope.colors)
    body = next((place for place in content.layout.bodies), None)
    inks = [scope.colors.slot("tx1")]
    if body:
        inks.insert(0, place_style(facts, content.layout, body).rgb)
    inks += [scope.colors.slot(slot) for slot in ("dk1", "lt1", "dk2", "lt2")]
    ink = next(
        (rgb for rgb in inks if rgb and contrast(rgb, ground) >= 4.5),
        max((rgb for rgb in inks if rgb), key=lambda rgb: contrast(rgb, ground)),
    )
    return coloring(scope.colors, ground, ink, chosen.strong, chosen.panel)


# ---- layouts


def spec_on(spec: LayoutSpec, ground: Ground, page: Box) -> LayoutSpec:
    """A kind of slide on a layout: title and footers in its places, everything else in its free area."""
    area = area_of(spec, ground)
    places = {
        name: Place(clear_of_art(ground, name), place_role(name), ground.styles[name].align, ground.styles[name].anchor)
        for name in ground.styles
    }
    strip = Box(ground.area.x, ground.area.bottom - STRIP, ground.area.width, STRIP)
    if "footer" not in places:
        places["footer"] = Place(Box(strip.x, strip.y, strip.width - px(130), strip.height), "footer", "l", "ctr")
    if "number" not in places:
        places["number"] = Place(Box(strip.right - px(120), strip.y, px(120), strip.height), "footer", "r", "ctr")
    if "kicker" in spec.places:
        places["kicker"] = Place(Box(area.x, area.y, area.width, KICKER), "kicker", anchor="ctr")
    if spec.name == "objectives":
        return on_panel(spec, places, area)
    side = margin_on(page.width, px(64))
    move = Move(
        near_margins((page.width, side, side), (page.width, area.x, page.width - area.right)),
        Axis(((0, 0), (px(144), area.y), (px(640), area.bottom), (page.height, page.height))),
    )
    content = area
    if "motto" in spec.places:
        places["motto"] = Place(Box(area.x, area.y, area.width, MOTTO), "motto", anchor="ctr")
        content = Box(area.x, area.y + MOTTO + GAP, area.width, area.height - MOTTO - GAP)
    own = {name: move.place(place) for name, place in spec.places.items() if name not in (*places, "numeral", "footer", "number")}
    return structs.replace(spec, places=places | own, content=content, hides_master=False, ornaments=())


def clear_of_art(ground: Ground, name: str) -> Box:
    """The room for a text in its place: a title does not run into a logo that stands in the place as well."""
    room = ground.styles[name].inner
    if name != "title":
        return room
    marks = [art.box for art in ground.layout.art if min(art.box.width, art.box.height) > MARK and overlaps(art.box, room)]
    logos = [box for box in marks if area(common(box, room)) * 100 <= LOGO_SHARE * area(room) and area(box) < area(room)]
    return largest_empty(room, logos)


def area_of(spec: LayoutSpec, ground: Ground) -> Box:
    """The free area less what stands at its foot: footers that the layout has no place for, and the navigation of sections."""
    area = ground.area
    taken = 0
    if not {"footer", "number"} <= set(ground.styles):
        taken += STRIP + GAP
    if "navigation" in spec.options and navigable(area):
        taken += DOTS + GAP
    return Box(area.x, area.y, area.width, area.height - taken)


def navigable(area: Box) -> bool:
    return area.height * 100 >= NAVIGABLE * px(720)


def dots_of(area: Box, page: Box) -> Box:
    return Box(area.right - min(area.width, px(520)), area.bottom - DOTS, min(area.width, px(520)), DOTS)


def bar_of(area: Box) -> Box:
    return Box(area.x, area.bottom - px(22), area.width, px(22))


def on_panel(spec: LayoutSpec, places: dict[str, Place], area: Box) -> LayoutSpec:
    """Objectives: the panel at the left of the area, in it what the base writes on a strip of the whole page."""
    width = max(area.width * PANEL_SHARE // 100, min(PANEL_LEAST, area.width * 2 // 5))
    panel = Box(area.x, area.y, width, area.height)
    inner = panel.inset(PANEL_MARGIN, PANEL_MARGIN)
    year, rest = inner.cut_top(min(px(110), inner.height // 4))
    heading, rest = rest.cut_top(PANEL_HEADING, px(22))
    boxes = {"year": year, "heading": heading, "text": rest}
    own = {name: structs.replace(spec.places[name], box=box) for name, box in boxes.items()}
    strip, line = spec.ornaments
    rule = Box(inner.x, heading.bottom + px(8), px(72), px(3))
    ornaments = (structs.replace(strip, box=panel), structs.replace(line, box=rule))
    content = Box(panel.right + PANEL_GAP, area.y, area.right - panel.right - PANEL_GAP, area.height)
    places["kicker"] = structs.replace(places["kicker"], box=Box(content.x, content.y, content.width, KICKER))
    return structs.replace(spec, places=places | own, content=content, hides_master=False, ornaments=ornaments)


def place_role(name: str) -> str:
    return "title" if name == "title" else "footer"


def master_places(spec: LayoutSpec, ground: Ground) -> dict[str, Place]:
    return spec.places


# ---- type and surfaces


def roles_of(base: Theme, content: Ground, openings: Mapping[str, OpeningPlaces], colors: Coloring) -> dict[str, TypeRole]:
    """The base's type, that of titles and footers as the template sets them; on dark grounds of ours as on its page."""
    roles = {name: on_page(role) if name.startswith("divider-") else role for name, role in base.roles.items()}
    title = content.styles.get("title")
    if title:
        for name in ("title", "section-title", "picture-title"):
            roles[name] = as_set(roles[name], title, falling(title.size), colors)
    footer = content.styles.get("footer") or content.styles.get("number")
    if footer:
        roles["footer"] = as_set(roles["footer"], footer, (max(FOOTER_LEAST, min(footer.size, 1600)),), colors)
    for places in openings.values():
        roles |= places.roles(roles, colors)
    return roles


def as_set(role: TypeRole, style: PlaceStyle, sizes: tuple[int, ...], colors: Coloring) -> TypeRole:
    """The role as a place of the template sets its text; key words in the main colour where the text stands on the page's own ground."""
    color = Color(f"#{style.rgb}") if style.rgb else INK
    on_ground = not style.rgb or contrast(style.rgb, colors.palette["lt2"]) >= 3
    strong = MAIN if on_ground and colors.palette["accent1"] != style.rgb else color
    text = structs.replace(role.style, size=sizes[0], color=color, face=style.face, bold=style.bold, spacing=style.tracking)
    return structs.replace(role, sizes=sizes, style=text, strong=strong, tracking=style.tracking * 1000 // max(1, sizes[0]), leading=125)


def falling(size: int, floor: int = FLOOR) -> tuple[int, ...]:
    """From the size of the place down to the floor."""
    return tuple(range(size, min(size, floor) - 1, -TITLE_STEP)) if size > floor else (size,)


def on_page(role: TypeRole) -> TypeRole:
    """The role of a text on a dark ground of ours, on the ground of the page instead."""
    turned = {"lt1": INK, "accent4": MUTED}
    style = role.style.with_color(turned.get(role.style.color.slot, role.style.color))
    return structs.replace(role, style=style, strong=MAIN)


def surfaces_of(base: Theme) -> dict[str, Surface]:
    divider = {
        "divider-line": Surface(fill=Color("accent1", 0, 35)),
        "divider-bar": Surface(fill=Color("accent1", 0, 25)),
        "divider-bar-current": Surface(fill=MAIN),
    }
    return base.surfaces | divider
