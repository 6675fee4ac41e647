"""Where the words of cover and closing stand on a layout of the template: title, kicker, subtitle, and who reports when."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, structs

from deckgen.drawing import INK
from deckgen.geometry import EMU_PER_PT, Box, Emu, px
from deckgen.style import Color
from deckgen.template.colors import Coloring
from deckgen.template.facts import Facts, LayoutFact, PlaceFact
from deckgen.template.places import PlaceStyle, place_style
from deckgen.theme import Place, TypeRole

KICKER, FOOT, GAP = px(40), px(36), px(8)
LEADING = 125  # percent of the size, as the roles of covers have it
LEAST_BODY = px(24)  # lower, and a place holds no line
LEAST_TITLE = px(120)  # from here on a title leaves its kicker a strip
NONE = "none"
BASES = {"closing-foot": "cover-foot"}  # type that the base has under one name for both
SMALL = (2000, 1800, 1600, 1400)


class OpeningPlaces(Struct, frozen=True):
    """Places by name, as the theme has them; `styles` of those that are placeholders of the layout."""

    places: Mapping[str, Place]
    styles: Mapping[str, PlaceStyle]

    def roles(self, base: Mapping[str, TypeRole], colors: Coloring) -> dict[str, TypeRole]:
        """The type of these texts: as large as the template sets its own, in its colours."""
        title = self.styles.get("title")
        text = self.styles.get("subtitle") or self.styles.get("text") or title
        found = {}
        for name, place in self.places.items():
            style = title if name == "title" else text
            role = base[BASES.get(place.role, place.role)]
            if style is None:
                continue
            color = Color(f"#{style.rgb}") if style.rgb else INK
            sizes = (
                steps(style.size)
                if name == "title"
                else below(min(style.size, 2400) if name in ("subtitle", "text") else min(style.size, 2000))
            )
            set_in = structs.replace(role.style, size=sizes[0], color=color, face=style.face, bold=style.bold, spacing=0)
            found[place.role] = structs.replace(role, sizes=sizes, style=set_in, strong=color, tracking=0, leading=125)
        return found


def steps(size: int) -> tuple[int, ...]:
    """Titles of covers: from the size of the place to half of it, 24 points at the least."""
    floor = min(size, max(2400, size // 2))
    return tuple(range(size, floor - 1, -200))


def below(size: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys([size, *(each for each in SMALL if each < size)]))


def opening_places(facts: Facts, layout: LayoutFact, role: str, given: Mapping[str, str] | None = None) -> OpeningPlaces:
    """The places of a `cover` or a `closing`, whose text stands where the cover has its subtitle."""
    title = layout.title
    assert title is not None
    second = "subtitle" if role == "cover" else "text"
    styles = {"title": place_style(facts, layout, title)}
    head = styles["title"]
    places = {"title": Place(head.inner, f"{role}-title", head.align, head.anchor)}
    given = given or {}
    kicker = next((place for place in layout.bodies if place.meant(given.get("kicker", ""))), None)
    if role == "cover" and kicker:
        styles["kicker"] = own = place_style(facts, layout, kicker)
        places["kicker"] = Place(high_enough(own.inner, min(own.size, 2000)), "cover-kicker", own.align, own.anchor)
    elif role == "cover" and given.get("kicker") != NONE:
        places["kicker"] = Place(kicker_box(head.inner), "cover-kicker", head.align, "ctr")
    below, foot = second_places(facts, layout, head, styles, second, given)
    places[second] = Place(below, f"{role}-{second}", styles.get(second, head).align, styles[second].anchor if second in styles else "t")
    places["foot"] = Place(
        foot, f"{role}-foot", styles.get("foot", styles.get(second, head)).align, styles["foot"].anchor if "foot" in styles else "ctr"
    )
    return OpeningPlaces(places, styles)


def second_places(
    facts: Facts, layout: LayoutFact, head: PlaceStyle, styles: dict[str, PlaceStyle], second: str, given: Mapping[str, str]
) -> tuple[Box, Box]:
    """(subtitle, who reports and when): in places of the layout, which are noted in `styles`; in one of them both; else below the title."""
    bodies = sorted(
        (place for place in layout.bodies if usable(place) and not place.meant(given.get("kicker", ""))),
        key=lambda place: (place.type != "subTitle", -size(place)),
    )
    chosen = [next((place for place in layout.bodies if place.meant(given.get(name, ""))), None) for name in ("subtitle", "foot")]
    if chosen[0] or chosen[1]:
        rest = [place for place in bodies if place not in chosen]
        first = chosen[0] or (rest.pop(0) if rest else None)
        bodies = [place for place in (first, chosen[1], *rest) if place]
    if not bodies:
        return strip_below(head.box, facts.page)
    styles[second] = place_style(facts, layout, bodies[0])
    upper = high_enough(styles[second].inner, min(styles[second].size, 2400))
    if len(bodies) > 1:
        styles["foot"] = place_style(facts, layout, bodies[1])
        return upper, high_enough(styles["foot"].inner, min(styles["foot"].size, 2000))
    below = Box(upper.x, upper.bottom + GAP, upper.width, FOOT)
    if upper.height < line(2400) + FOOT + GAP and below.bottom <= facts.page.height - 2 * GAP:
        return upper, below
    return halves(upper)


def high_enough(room: Box, size: int) -> Box:
    """The room of a place, at least as high as one line of its text."""
    return Box(room.x, room.y, room.width, max(room.height, line(size)))


def line(size: int) -> Emu:
    """How high a line is, in type of so many hundredths of a point."""
    return size * EMU_PER_PT // 100 * LEADING // 100 + px(2)


def usable(place: PlaceFact) -> bool:
    return bool(place.box and place.box.height >= LEAST_BODY and not place.vertical)


def size(place: PlaceFact) -> int:
    return place.box.width * place.box.height if place.box else 0


def kicker_box(room: Box) -> Box:
    """The kicker takes a strip off the top of a title that is high enough, else it stands above it."""
    y = room.y if room.height >= LEAST_TITLE else max(0, room.y - KICKER)
    return Box(room.x, y, room.width, KICKER)


def halves(room: Box) -> tuple[Box, Box]:
    """Subtitle, and below it who reports."""
    foot = min(FOOT, room.height * 2 // 5)
    upper, lower = room.cut_top(room.height - foot - GAP, GAP)
    return upper, lower


def strip_below(title: Box, page: Box) -> tuple[Box, Box]:
    first = Box(title.x, min(title.bottom + GAP, page.height - px(140)), title.width, px(60))
    return first, Box(title.x, first.bottom + GAP, title.width, FOOT)
