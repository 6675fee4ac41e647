"""A deck in greys before it is drawn: every colour as light as it was, so that contrast stays; pictures as well.

It is done in the package, not in the PDF: what LibreOffice draws of it is text and lines all the same.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, UnidentifiedImageError

COLOR = re.compile(rb'(\bsrgbClr val="|\blastClr=")([0-9A-Fa-f]{6})(?=")')
NAMED = re.compile(rb'\bprstClr val="(\w+)"')
SHARES = re.compile(rb'\bscrgbClr\s+r="([\d.]+)%?"\s+g="([\d.]+)%?"\s+b="([\d.]+)%?"')
SATURATION = re.compile(rb'(<(?:\w+:)?hslClr\b[^<>]*?\bsat=")[^"]*+')
# What gives a grey a hue again, or asks for one.
HUED = re.compile(rb"<(?:\w+:)?(?:hue|sat|red|green|blue)(?:Mod|Off)?\b[^<>]*/>")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")


def grey_deck(path: Path) -> None:
    """Rewrite the deck at `path` (a copy, which nobody else has) without colours."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, grey_member(info.filename, old.read(info)))
    path.write_bytes(buffer.getvalue())


def grey_member(name: str, data: bytes) -> bytes:
    if name.startswith("ppt/") and name.endswith(".xml"):
        return grey_xml(data)
    return grey_picture(data) if name.startswith("ppt/media/") and name.lower().endswith(PICTURES) else data


def grey_xml(data: bytes) -> bytes:
    """A part with greys for colours, however it names them; those of the theme are colours of its part."""
    data = COLOR.sub(lambda match: match[1] + grey_of(match[2].decode()).encode(), data)
    data = NAMED.sub(lambda match: b'prstClr val="%s"' % grey_of(named(match[1].decode())).encode(), data).replace(b"prstClr", b"srgbClr")
    data = SHARES.sub(in_shares, data)
    return HUED.sub(b"", SATURATION.sub(rb"\g<1>0", data))


@cache
def grey_of(color: str) -> str:
    """The grey (RRGGBB) of the same relative luminance (WCAG 2.2), so that contrasts stay what they were."""
    red, green, blue = (linear(int(color[at : at + 2], 16) / 255) for at in (0, 2, 4))
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    level = round(255 * (light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
    return f"{level:02X}" * 3


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def named(name: str) -> str:
    """RRGGBB of a colour by its name in DrawingML, which shortens those of CSS: dkRed, ltBlue, medPurple."""
    for short, whole in (("dk", "dark"), ("lt", "light"), ("med", "medium")):
        if name.startswith(short) and name[len(short) : len(short) + 1].isupper():
            name = whole + name[len(short) :]
    try:
        red, green, blue = ImageColor.getrgb(name.lower())[:3]
    except ValueError:
        return "808080"
    return f"{red:02X}{green:02X}{blue:02X}"


def in_shares(match: re.Match[bytes]) -> bytes:
    """A colour in thousandths of a percent of linear light."""
    red, green, blue = (float(share) for share in match.groups())
    light = b"%d" % round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return b'scrgbClr r="%s" g="%s" b="%s"' % (light, light, light)


def grey_picture(data: bytes) -> bytes:
    """The picture in greys, its transparency kept; as it is where it cannot be read."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            kind = image.format or "PNG"
            if kind == "JPEG":
                made = image.convert("L")
            else:
                made = image.convert("RGBA").convert("LA")
                kind = "PNG" if kind not in ("PNG", "TIFF") else kind
            buffer = io.BytesIO()
            made.save(buffer, kind)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return data
    return buffer.getvalue()
