"""The layout of a picture slide for a picture that does not stand at the left: the same places, elsewhere."""

from __future__ import annotations

from msgspec import structs

from deckgen.geometry import Box, Emu, px
from deckgen.theme import LayoutSpec, Place, Sheet

BAND = 42  # percent of the height of the page
FOOT_GAP = px(24)


def mirrored(spec: LayoutSpec, sheet: Sheet) -> LayoutSpec:
    """For a picture at the right: everything moved to the left margin."""
    by = sheet.left - spec.places["title"].box.x
    places = {name: structs.replace(place, box=place.box.moved(by)) for name, place in spec.places.items()}
    return structs.replace(spec, places=places, content=spec.content.moved(by))


def band_height(sheet: Sheet) -> Emu:
    return sheet.height * BAND // 100


def under_band(spec: LayoutSpec, sheet: Sheet) -> LayoutSpec:
    """For a band at the top: title and content below it, over the whole width."""
    top, inner = band_height(sheet), sheet.inner
    number = moved(spec.places["number"], inner.right - spec.places["number"].box.width, spec.places["number"].box.width)
    boxes = {
        "kicker": Box(inner.x, top + px(10), inner.width, px(28)),
        "title": Box(inner.x, top + px(40), inner.width, px(52)),
    }
    places = {
        **{name: structs.replace(spec.places[name], box=box) for name, box in boxes.items() if name in spec.places},
        "footer": moved(spec.places["footer"], inner.x, number.box.x - FOOT_GAP - inner.x),
        "number": number,
    }
    y = top + px(112)
    return structs.replace(spec, places=places, content=Box(inner.x, y, inner.width, spec.content.bottom - y))


def moved(place: Place, x: Emu, width: Emu) -> Place:
    return structs.replace(place, box=Box(x, place.box.y, width, place.box.height))
