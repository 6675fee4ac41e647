"""The beginning of a part on a template: on its layout for sections where it has one, else on the one for content."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, structs

from deckgen.drawing import INK
from deckgen.geometry import Box, px
from deckgen.style import Color
from deckgen.template.area import area, free_area, is_ground, largest_empty
from deckgen.template.chosen import Chosen
from deckgen.template.colors import Coloring
from deckgen.template.cover import below, kicker_box, steps
from deckgen.template.facts import Facts, LayoutFact
from deckgen.template.places import PlaceStyle, place_style
from deckgen.theme import LayoutSpec, Place, TypeRole

LINE, CLAIM, GAP = px(36), px(56), px(12)
LEAST_LIST = (px(360), px(240))  # less room, and the part's slides are not listed
NO_LIST = Box(0, 0, px(1), px(1))


class DividerPlaces(Struct, frozen=True):
    part: str
    places: Mapping[str, Place]
    content: Box
    styles: Mapping[str, PlaceStyle]

    def spec(self, base: LayoutSpec) -> LayoutSpec:
        options = {"head": "places"}
        return structs.replace(base, places=dict(self.places), content=self.content, ornaments=(), hides_master=False, options=options)

    def roles(self, base: Mapping[str, TypeRole], colors: Coloring) -> dict[str, TypeRole]:
        """Its title as the template sets it; beside it words in the same colour."""
        title = self.styles.get("title")
        if title is None:
            return {}
        color = Color(f"#{title.rgb}") if title.rgb else INK
        text = structs.replace(base["divider-title"].style, color=color, face=title.face, bold=title.bold, spacing=0)
        sizes = steps(title.size)
        found = {
            "divider-title": structs.replace(base["divider-title"], sizes=sizes, style=structs.replace(text, size=sizes[0]), strong=color)
        }
        words = self.styles.get("motto", title)
        claim = below(min(words.size, 2800))
        style = structs.replace(
            base["divider-claim"].style,
            size=claim[0],
            color=Color(f"#{words.rgb}") if words.rgb else color,
            face=words.face,
            bold=words.bold,
        )
        found["divider-claim"] = structs.replace(base["divider-claim"], sizes=claim, style=style, strong=style.color)
        kicker = base["divider-kicker"]
        found["divider-kicker"] = structs.replace(
            kicker, style=structs.replace(kicker.style, color=color, spacing=0), tracking=0, strong=color
        )
        return found


def divider_of(facts: Facts, chosen: Chosen) -> DividerPlaces:
    return on_section(facts, chosen.divider) if chosen.divider else on_content(facts, chosen)


def on_section(facts: Facts, layout: LayoutFact) -> DividerPlaces:
    """Title and claim in their places; the slides of the part in the largest room beside them, where there is one."""
    assert layout.title is not None
    title = place_style(facts, layout, layout.title)
    styles = {"title": title}
    inner = title.inner
    places = {
        "title": Place(inner, "divider-title", title.align, title.anchor),
        "kicker": Place(kicker_above(inner), "divider-kicker", title.align, "ctr"),
    }
    body = next(
        (place for place in layout.bodies if place.type in ("body", "subTitle", "obj") and place.box and place.box.height >= px(24)), None
    )
    if body:
        styles["motto"] = place_style(facts, layout, body)
        places["motto"] = Place(styles["motto"].inner, "divider-claim", styles["motto"].align, styles["motto"].anchor)
    else:
        places["motto"] = Place(
            Box(inner.x, min(inner.bottom + GAP, facts.page.height - CLAIM), inner.width, CLAIM), "divider-claim", title.align, "t"
        )
    return DividerPlaces(layout.part, places, room_beside(facts, layout, [place.box for place in places.values()]), styles)


def kicker_above(title: Box) -> Box:
    return Box(title.x, max(0, title.y - LINE), title.width, LINE) if title.height < px(120) else kicker_box(title)


def room_beside(facts: Facts, layout: LayoutFact, taken: list[Box]) -> Box:
    page = facts.page
    art = [each.box for each in layout.art if not is_ground(each.box, page)]
    top = min(box.y for box in taken)  # what lies above the title is read before it
    room = largest_empty(Box(px(64), top, page.width - px(128), page.height - px(64) - top), [*taken, *art])
    if room.width < LEAST_LIST[0] or room.height < LEAST_LIST[1]:
        return NO_LIST
    return room.inset(px(8), px(8))


def on_content(facts: Facts, chosen: Chosen) -> DividerPlaces:
    """The title over the list of slides, which part it is and its claim on two lines above them."""
    layout = chosen.content
    assert layout.title is not None
    title = place_style(facts, layout, layout.title)
    free = chosen.area or free_area(layout, facts.page)
    kicker, rest = free.cut_top(LINE, px(4))
    motto, rest = rest.cut_top(CLAIM, GAP)
    places = {
        "title": Place(title.inner, "divider-title", title.align, title.anchor),
        "kicker": Place(kicker, "divider-kicker", "l", "ctr"),
        "motto": Place(motto, "divider-claim", "l", "ctr"),
    }
    return DividerPlaces(layout.part, places, rest if area(rest) else NO_LIST, {"title": title})
