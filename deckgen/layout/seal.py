"""The seal or logo of an organisation on the cover: whole, in a place of its own that no text enters."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.drawing import DASHED
from deckgen.geometry import Box, px
from deckgen.names import Name
from deckgen.outline import ImageFile
from deckgen.scene import PictureBox, ShapeBox

SEAL, PLACE = Name("徽标", "Seal"), Name("徽标位", "Place of the seal")
SIDE, SMALL_SIDE = px(100), px(76)  # in a corner; above a centred title
GAP = px(24)
MIDDLE = (0.5, 0.5)


def place_seal(page: Page, seal: ImageFile, kicker: Box) -> Box:
    """The picture, or while its file is missing a dashed circle that keeps its place; returns that place."""
    box = seal_box(page, kicker)
    if not seal.data:
        page.add(ShapeBox(name=page.name(PLACE), box=box, shape="ellipse", stroke=DASHED, alt=page.name(PLACE), source=seal.source))
        return box
    # Pillow is imported for a picture only.
    from deckgen.pictures import fitted, whole_box

    place = whole_box(seal.data, box)
    picture = fitted(seal.data, Box(0, 0, place.width, place.height), MIDDLE)
    page.add(PictureBox(name=page.name(SEAL), box=place, picture=picture, alt=page.name(SEAL), source=seal.source))
    return box


def seal_box(page: Page, kicker: Box) -> Box:
    """Above the middle where the title is centred and leaves room above the kicker, else in the corner at the right."""
    sheet = page.sheet
    above = Box((sheet.width - SMALL_SIDE) // 2, sheet.top // 2, SMALL_SIDE, SMALL_SIDE)
    if page.spec.places["title"].align == "ctr" and above.bottom <= kicker.y:
        return above
    return Box(sheet.width - sheet.right - SIDE, sheet.top, SIDE, SIDE)


def clear_of(seal: Box, box: Box) -> Box:
    """A place of the cover without the part beside the seal."""
    if box.y >= seal.bottom or box.bottom <= seal.y or box.right <= seal.x - GAP or box.x >= seal.right:
        return box
    return Box(box.x, box.y, seal.x - GAP - box.x, box.height)
