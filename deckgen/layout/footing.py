"""The foot of a report: the places that its footers and notes need, on every layout that has a footer."""

from __future__ import annotations

from msgspec import structs

from deckgen.blocks.page import SLACK
from deckgen.blocks.setting import Typesetter
from deckgen.geometry import Box, Emu, px
from deckgen.language import Language
from deckgen.outline import Outline, Text
from deckgen.theme import LayoutSpec, Place, Theme

GAP = px(24)
LEAST = px(220)  # of a footer beside a date: where there is less, a slide goes without the date
LONGEST = 999  # slides that a number has room for
TRUE = ("true", "yes", "on")


def footed(theme: Theme, report: Outline, language: Language) -> Theme:
    """The theme with a place for the date, room for 第3页 共20页, and one for the line at the foot, as far as the report has them."""
    typesetter = Typesetter(theme, report.keep, language.chinese)
    notes = any(slide.note or slide.cited for part in report.parts for slide in part.slides)
    layouts = {name: with_foot(spec, report, typesetter, language) for name, spec in theme.layouts.items()}
    if notes:
        layouts = {name: with_note(spec, typesetter) if is_slide(spec) else spec for name, spec in layouts.items()}
    return structs.replace(theme, layouts=layouts)


def is_slide(spec: LayoutSpec) -> bool:
    """Whether it is the layout of a kind of slide: those alone have notes at their foot."""
    return "footer" in spec.places and spec.name not in ("master", "agenda")


def date_of(report: Outline) -> Text:
    """The date that footers show; nothing where the author wants none."""
    footer = report.footer
    if footer is None or not footer.date:
        return Text()
    return report.date if footer.date.plain.lower() in TRUE else footer.date


def with_foot(spec: LayoutSpec, report: Outline, typesetter: Typesetter, language: Language) -> LayoutSpec:
    """Number as wide as it may be, the date beside it, and the footer as wide as both leave it."""
    if "footer" not in spec.places or "number" not in spec.places:
        return spec
    places = dict(spec.places)
    if report.footer and report.footer.pages == "total":
        before, behind = language.numbered_page(LONGEST)
        places["number"] = widened(places["number"], width_of(f"{before}{LONGEST}{behind}", places["number"], typesetter))
    date = date_of(report)
    number = places["number"]
    width = width_of(date.plain, number, typesetter) if date else 0
    if date and "date" not in places and number.box.x - 2 * GAP - width - places["footer"].box.x >= LEAST:
        places["date"] = structs.replace(number, box=Box(number.box.x - GAP - width, number.box.y, width, number.box.height), align="r")
    first = min(place.box.x for name, place in places.items() if name in ("date", "number"))
    footer = places["footer"]
    if footer.box.x < first < footer.box.right + GAP:
        places["footer"] = structs.replace(footer, box=Box(footer.box.x, footer.box.y, first - GAP - footer.box.x, footer.box.height))
    return structs.replace(spec, places=places)


def width_of(text: str, place: Place, typesetter: Typesetter) -> Emu:
    return typesetter.setting(place.role).width(text) + px(8)


def widened(place: Place, width: Emu) -> Place:
    """The place at least so wide, its text at the same edge."""
    box = place.box
    more = max(0, width - box.width)
    return structs.replace(place, box=Box(box.x - (more if place.align == "r" else 0), box.y, box.width + more, box.height))


def with_note(spec: LayoutSpec, typesetter: Typesetter) -> LayoutSpec:
    """The line at the foot of the content."""
    height = typesetter.setting("foot-note").line_height + SLACK
    box = Box(spec.content.x, spec.content.bottom - height, spec.content.width, height)
    return structs.replace(spec, places={**spec.places, "note": Place(box, "foot-note")})
