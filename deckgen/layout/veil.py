"""The picture behind the cover: a veil from top to bottom where the words are, and the picture beside it.

A cover has few words, large and apart. A pale patch for each, as `backdrop` has it for slides, would be seen as a box; so every column
of the page is as pale as the palest text that crosses it needs, and the veil ends slowly.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from deckgen.geometry import EMU_PER_PT, Box, Emu, px
from deckgen.layout.backdrop import CENTER, MOST, SOFT, Cells, Standing, mixed, standing
from deckgen.scene import Item, Picture, PlacedSlide, ShapeBox, StyledRun, TextBox
from deckgen.theme import LayoutSpec, Theme

THIN = px(12)  # what is no thicker is a line
FADE = 14  # cells to either side over which the veil ends
FULL_WIDTH = "\u2e80"  # from this character on they are an em wide
LATIN = 0.75  # em of any other: more than bold capitals take in the mean


def veiled(slide: PlacedSlide, data: bytes, focus: tuple[float, float] | None, spec: LayoutSpec, theme: Theme) -> Picture:
    """The picture cropped around what the author wants kept, and mixed with the paper of the cover."""
    short = structs.replace(slide, items=tuple(narrowed(item) if isinstance(item, TextBox) else item for item in slide.items))
    texts: list[Standing] = list(standing(short, spec, theme))
    return mixed(data, focus or CENTER, texts, spec, theme, columns_veiled)


def beside_picture(ornaments: Sequence[Item], slide: PlacedSlide) -> tuple[Item, ...]:
    """The ornaments that stay over a picture: lines, and the ground of a text. Hills, towers and rays would be drawn over it."""
    texts = [item.box for item in slide.items if isinstance(item, TextBox)]
    return tuple(
        item
        for item in ornaments
        if min(item.box.width, item.box.height) <= THIN
        or (isinstance(item, ShapeBox) and not item.path and item.shape == "rect" and under(item, texts))
    )


def under(ornament: ShapeBox, texts: Sequence[Box]) -> bool:
    """Whether a text stands on it with its whole height."""
    box = ornament.box
    return any(box.y <= text.y and text.bottom <= box.bottom and box.x <= text.x < box.right for text in texts)


def narrowed(text: TextBox) -> TextBox:
    """The box no wider than its longest line may be: places of a cover go across the page, their words seldom do."""
    left, _, right, _ = text.margins
    lines = [(line, p.align) for p in text.paragraphs for line in p.lines]
    width = min(text.box.width, left + right + max((line_at_most(line) for line, _ in lines), default=0))
    before = {"l": 0, "ctr": 1, "r": 2}.get(lines[0][1], 0) if lines else 0
    x = text.box.x + (text.box.width - width) * before // 2
    return structs.replace(text, box=Box(x, text.box.y, width, text.box.height))


def line_at_most(line: Sequence[StyledRun]) -> Emu:
    """More than any client takes for the line."""
    return sum(round((width_em(char) * run.style.size + run.style.spacing) * EMU_PER_PT / 100) for run in line for char in run.text)


def width_em(char: str) -> float:
    return 1 if char >= FULL_WIDTH else LATIN


def columns_veiled(allowed: Sequence[tuple[float, Cells]], columns: int, rows: int) -> Any:
    """A mask of equal rows. Each column is the mean of its neighbours within `FADE`, all of which allow for the text over it."""
    from PIL import Image

    reach = FADE + 2 * SOFT
    shares = [MOST] * columns
    for share, (left, _, right, _) in allowed:
        for column in range(max(0, left - reach), min(columns, right + reach)):
            shares[column] = min(shares[column], share)
    faded = [mean(shares[max(0, column - FADE) : column + FADE + 1]) for column in range(columns)]
    return Image.frombytes("L", (columns, 1), bytes(int(255 * share) for share in faded)).resize((columns, rows))


def mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares)
