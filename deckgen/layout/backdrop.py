"""A picture behind a slide, as pale as what stands on it needs: every text keeps the contrast that it has on paper, or 4.5 : 1.

The picture is mixed with the paper of its layout. How much of it may be seen is solved for each text that stands on it by itself, from
the darkest and the lightest places under the text; between texts more of it is seen, and the change is soft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from deckgen.geometry import Box, Emu, px
from deckgen.pictures import fitted, packed, seen
from deckgen.plot import label_boxes
from deckgen.scene import ChartBox, Group, Item, Picture, PlacedSlide, ShapeBox, TableBox, TextBox
from deckgen.style import Color, Fill, Gradient, contrast, luminance, shaded
from deckgen.theme import LayoutSpec, Theme

ENOUGH = 5.0  # more than the 4.5 that WCAG asks: JPEG rings at hard edges
MOST = 0.55  # of the picture, where nothing stands on it: more would be louder than what is said
COVERED = 0.98  # of a text, by what is painted under it
CENTER = (0.5, 0.5)  # what a crop keeps where nobody says it
CELL = px(10)  # of the mask that says how much is seen where
SOFT = 4  # cells over which it changes
STEPS = 24  # of the solution
EXTREMES = 40  # pixels at either end of the light that decide


Cells = tuple[int, int, int, int]  # left, top, right, bottom
Pixel = tuple[int, int, int]
MaskMaker = Callable[[Sequence[tuple[float, Cells]], int, int], Any]  # (what each text allows, columns, rows) → a mask of these cells


class Standing(Struct, frozen=True):
    """A text on the bare ground, and the colours of its runs."""

    box: Box
    colors: frozenset[str]


def backdrop(slide: PlacedSlide, data: bytes, spec: LayoutSpec, theme: Theme) -> Picture:
    """The picture cropped to the page and mixed with its paper."""
    return mixed(data, CENTER, list(standing(slide, spec, theme)), spec, theme, patches)


def mixed(
    data: bytes, focus: tuple[float, float], texts: Sequence[Standing], spec: LayoutSpec, theme: Theme, mask_of: MaskMaker
) -> Picture:
    """The picture cropped to the page around its focus; `mask_of` says how much of it is seen where, from what each text allows."""
    from PIL import Image, ImageFilter

    page = theme.sheet.box
    image = seen(fitted(data, page, focus).data).image.convert("RGB")
    paper = paper_of(spec.background, theme.palette)
    columns, rows = page.width // CELL, page.height // CELL
    small = image.resize((columns, rows), Image.Resampling.BOX)
    allowed = []
    for text in texts:
        cells = cells_under(text.box, columns, rows)
        allowed.append((share_under(small, cells, grain_under(image, cells, columns), text, paper), cells))
    shares = mask_of(allowed, columns, rows)
    mask = shares.filter(ImageFilter.GaussianBlur(SOFT / 2)).resize(image.size, Image.Resampling.BILINEAR)
    return packed(Image.composite(image, Image.new("RGB", image.size, rgb(paper)), mask), "JPEG")


def patches(allowed: Sequence[tuple[float, Cells]], columns: int, rows: int) -> Any:
    """Each text by itself; between texts more is seen."""
    from PIL import Image

    shares = Image.new("L", (columns, rows), round(255 * MOST))
    for share, (left, top, right, bottom) in sorted(allowed, key=lambda one: -one[0]):  # the palest is painted last
        shares.paste(round(255 * share), (left - 2 * SOFT, top - 2 * SOFT, right + 2 * SOFT, bottom + 2 * SOFT))
    return shares


def paper_of(ground: Fill, palette: dict[str, str]) -> str:
    """The colour of the ground; of a gradient the one in its middle."""
    color = ground.stops[len(ground.stops) // 2][1] if isinstance(ground, Gradient) else ground
    return shaded(palette[color.slot], color.shade)


def rgb(color: str) -> Pixel:
    return int(color[0:2], 16), int(color[2:4], 16), int(color[4:6], 16)


def cells_under(box: Box, columns: int, rows: int) -> Cells:
    """The cells of the mask that a box touches, within the page."""
    left, top = max(0, min(columns - 1, box.x // CELL)), max(0, min(rows - 1, box.y // CELL))
    return left, top, max(left + 1, min(columns, -(-box.right // CELL))), max(top + 1, min(rows, -(-box.bottom // CELL)))


# ---- what stands on the bare ground


def standing(slide: PlacedSlide, spec: LayoutSpec, theme: Theme) -> Iterator[Standing]:
    """Every text that nothing is painted under; decoration may be as pale as it likes."""
    painted: list[Box] = [item.box for item in flat(spec.ornaments) if covers(item)]
    for item in flat(slide.items):
        for text in texts_of(item):
            if not text.decorative and text.fill is None and not under(text.box, painted):
                styles = {run.style.color for p in text.paragraphs for line in p.lines for run in line if run.text.strip()}
                colors = frozenset(shaded(theme.palette[color.slot], color.shade) for color in styles)
                if colors:
                    yield Standing(inked(text), colors)
        if covers(item):
            painted.append(item.box)


def flat(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


def texts_of(item: Item) -> tuple[TextBox, ...]:
    """The texts of an item that stand on what lies under it; the cells of a table have grounds of their own."""
    return (item,) if isinstance(item, TextBox) else label_boxes(item) if isinstance(item, ChartBox) else ()


def covers(item: Item) -> bool:
    """Whether nothing is seen through an item."""
    if isinstance(item, TableBox):
        return True
    fill = item.fill if isinstance(item, ShapeBox | TextBox) and getattr(item, "path", None) is None else None
    return fill is not None and all(color.alpha == 100 for color in colors_of(fill))


def colors_of(fill: Fill) -> list[Color]:
    return [color for _, color in fill.stops] if isinstance(fill, Gradient) else [fill]


def under(text: Box, painted: Sequence[Box]) -> bool:
    """Whether something painted lies under nearly all of a text."""
    return any(common(text, box) >= COVERED * text.width * text.height for box in painted)


def common(one: Box, other: Box) -> Emu:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0, width) * max(0, height)


def inked(text: TextBox) -> Box:
    """Where the lines of a text may stand in its box: all of its width, and as much of its height as they take."""
    left, top, right, bottom = text.margins
    room = text.box.inset(left, top, right, bottom)
    height = min(room.height, text.ink_height)
    share = {"t": 0, "ctr": 1, "b": 2}[text.anchor]
    return Box(room.x, room.y + (room.height - height) * share // 2, max(1, room.width), max(1, height))


# ---- how much of the picture may be seen


def share_under(small: Any, cells: Cells, grain: list[Pixel], text: Standing, paper: str) -> float:
    """The largest share of the picture with which every colour of the text keeps its contrast at the darkest and the lightest places."""
    under = small.crop(cells)
    # A table as large as there are pixels: one for all colours takes a third of a second.
    found = under.getcolors(under.width * under.height)
    pixels = sorted((pixel for _, pixel in found), key=lambda pixel: (luminance(hexed(pixel)), pixel))
    ends = pixels[:EXTREMES] + pixels[-EXTREMES:] + grain
    low, high = 0, STEPS
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if legible(ends, text, paper, MOST * middle / STEPS) else (low, middle - 1)
    return MOST * low / STEPS


def grain_under(image: Any, cells: Cells, columns: int) -> list[Pixel]:
    """The greys that the darkest and the lightest hundredth of the pixels reach: what a mean of cells does not tell of a fine pattern."""
    scale = image.width / columns
    counts = image.convert("L").crop(tuple(round(edge * scale) for edge in cells)).histogram()
    rest, found = sum(counts) // 100, []
    for order in (range(256), range(255, -1, -1)):
        seen_so_far = 0
        for grey in order:
            seen_so_far += counts[grey]
            if seen_so_far > rest:
                found.append((grey, grey, grey))
                break
    return found


def legible(pixels: Sequence[Pixel], text: Standing, paper: str, share: float) -> bool:
    ground = rgb(paper)
    for pixel in pixels:
        mixed = hexed(tuple(round(p + (q - p) * share) for p, q in zip(ground, pixel, strict=True)))
        if any(contrast(color, mixed) < min(ENOUGH, contrast(color, paper) * 0.97) for color in text.colors):
            return False
    return True


def hexed(pixel: Sequence[int]) -> str:
    return "".join(f"{channel:02X}" for channel in pixel[:3])
