"""Pictures from their files to what a deck holds (Pillow is imported for one only): turned, cropped, scaled, without metadata."""

from __future__ import annotations

import io
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from msgspec import Struct

from deckgen.geometry import EMU_PER_PX, Box
from deckgen.scene import Picture

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
MOST_PIXELS = 40_000_000
FINE = 2  # pixels for each of the box at 96 dpi: what a 4K wall shows
QUALITY = 88
NAME_BYTES = 12
LOSSLESS = ("PNG", "GIF", "BMP")  # drawings and screens: JPEG would blur their edges
FEW_COLORS = 4096  # of a drawing; a photo that was saved as PNG has more


class PictureError(Exception):
    """Why a picture cannot be used; `rule` is what is told of it."""

    def __init__(self, rule: str, **facts: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.facts = facts


class Seen(Struct, frozen=True):
    """A decoded picture, upright, its colours RGB (with transparency RGBA)."""

    image: Any
    format: str


@lru_cache(maxsize=8)  # the live page and `overflow: continue` lay a slide out several times
def seen(data: bytes) -> Seen:
    """The picture, or `PictureError`. Nothing is decoded that has too many pixels."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<svg") or (head.startswith(b"<?xml") and b"<svg" in head):
        raise PictureError("load/picture-svg")
    most, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None  # ours is asked below, before anything is decoded
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise PictureError("load/picture-pixels", size=f"{width} × {height}", most=f"{MOST_PIXELS // 1_000_000}")
            opened.load()
            return Seen(in_rgb(ImageOps.exif_transpose(opened)), opened.format or "")
    except UnidentifiedImageError:
        raise PictureError("load/picture-format") from None
    except PictureError:
        raise
    except Exception:  # a damaged file fails in whatever decoder meets the damage
        raise PictureError("load/picture-damaged") from None
    finally:
        Image.MAX_IMAGE_PIXELS = most


def in_rgb(image: Any) -> Any:
    """RGB, or RGBA where something is seen through; sixteen bits a channel become eight."""
    if image.mode.startswith(("I", "F")):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB")


@lru_cache(maxsize=64)
def fitted(data: bytes, box: Box, focus: tuple[float, float]) -> Picture:
    """The picture cropped to the shape of the box around its focus, no finer than a wall shows it."""
    from PIL import Image

    found = seen(data)
    image = found.image.crop(crop(found.image.size, box, focus))
    width = min(image.width, box.width * FINE // EMU_PER_PX)
    if width < image.width:
        image = image.resize((max(1, width), max(1, width * box.height // box.width)), Image.Resampling.LANCZOS)
    return packed(image, found.format)


def crop(size: tuple[int, int], box: Box, focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """The largest part of the shape of the box that is nearest to having the focus in its middle."""
    width, height = size
    part_width = min(width, max(1, round(height * box.width / box.height)))
    part_height = min(height, max(1, round(width * box.height / box.width)))
    left = min(max(round(width * focus[0] - part_width / 2), 0), width - part_width)
    top = min(max(round(height * focus[1] - part_height / 2), 0), height - part_height)
    return left, top, left + part_width, top + part_height


def whole_box(data: bytes, box: Box) -> Box:
    """The largest box in the middle of another that has the shape of the whole picture."""
    width, height = seen(data).image.size
    wide = min(box.width, box.height * width // height)
    high = min(box.height, wide * height // width)
    return Box(box.x + (box.width - wide) // 2, box.y + (box.height - high) // 2, max(1, wide), max(1, high))


def packed(image: Any, written: str) -> Picture:
    """As PNG what has few colours or is seen through, else as JPEG; equal input gives equal bytes."""
    buffer = io.BytesIO()
    bare = image.copy()
    bare.info = {}
    if image.mode == "RGBA" or (written in LOSSLESS and bare.getcolors(FEW_COLORS) is not None):
        bare.save(buffer, "PNG", optimize=False)
        return named(buffer.getvalue(), "png")
    bare.save(buffer, "JPEG", quality=QUALITY)
    return named(buffer.getvalue(), "jpeg")


def named(data: bytes, format: Any) -> Picture:
    return Picture(data, format, blake2b(data, digest_size=NAME_BYTES).hexdigest())
