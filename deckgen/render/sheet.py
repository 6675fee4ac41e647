"""One contact sheet: all slides on a picture, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

GAP = 12  # pixels
AROUND = "#8a8a8a"


def contact_sheet(images: Sequence[Image.Image], columns: int = 3, width: int = 640) -> Image.Image:
    """The pictures `width` pixels wide each, `columns` in a row."""
    columns = min(columns, len(images))
    height = max(width * image.height // image.width for image in images)
    rows = -(-len(images) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), AROUND)
    for index, image in enumerate(images):
        place = (GAP + index % columns * (width + GAP), GAP + index // columns * (height + GAP))
        sheet.paste(image.resize((width, width * image.height // image.width), Image.Resampling.LANCZOS), place)
    return sheet
