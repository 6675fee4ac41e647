"""DrawingML colours as PowerPoint shows them: theme slots through the colour map, then their changes in order."""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from deckgen.inspect.package.xml import A, Element, children, local, number

WHOLE = 100_000  # ST_Percentage: thousandths of a percent
DEGREES = 21_600_000  # a full turn (ST_PositiveFixedAngle)
SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
# What a master's colour map usually says, and what holds where it says nothing.
USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
# The Office theme, for decks whose theme part is missing.
OFFICE = dict(
    zip(
        SLOTS,
        ["000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"],
        strict=True,
    )
)
SYSTEM = {
    "windowText": "000000",
    "window": "FFFFFF",
    "btnFace": "F0F0F0",
    "highlight": "0078D7",
    "highlightText": "FFFFFF",
    "grayText": "6D6D6D",
}
# The sixteen names of HTML and those that the pickers of Office offer; a name beyond them is unknown, not black.
PRESETS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00", "lime": "00FF00",
    "cyan": "00FFFF", "aqua": "00FFFF", "magenta": "FF00FF", "fuchsia": "FF00FF", "gray": "808080", "grey": "808080", "silver": "C0C0C0",
    "maroon": "800000", "olive": "808000", "navy": "000080", "teal": "008080", "purple": "800080", "orange": "FFA500", "gold": "FFD700",
    "darkRed": "8B0000", "dkRed": "8B0000", "darkBlue": "00008B", "dkBlue": "00008B", "darkGreen": "006400", "dkGreen": "006400",
    "lightGray": "D3D3D3", "ltGray": "D3D3D3", "darkGray": "A9A9A9", "dkGray": "A9A9A9", "lightBlue": "ADD8E6", "ltBlue": "ADD8E6",
    "lightYellow": "FFFFE0", "ltYellow": "FFFFE0", "pink": "FFC0CB", "brown": "A52A2A", "crimson": "DC143C", "royalBlue": "4169E1",
    "steelBlue": "4682B4", "tomato": "FF6347", "skyBlue": "87CEEB", "dimGray": "696969", "whiteSmoke": "F5F5F5",
}  # fmt: skip

Channels = tuple[float, float, float]  # red, green, blue from 0 to 1


class Rgba(Struct, frozen=True, gc=False):
    rgb: str  # RRGGBB
    alpha: float = 1.0


class Colors(Struct, frozen=True):
    """What the slots of a slide mean: its theme's scheme, seen through its colour map."""

    scheme: dict[str, str]
    mapped: dict[str, str]

    def slot(self, name: str) -> str:
        """`RRGGBB` of a scheme colour, "" for one that no scheme has (phClr without a style)."""
        return self.scheme.get(self.mapped.get(name, name), "")


def read_scheme(theme: Element | None) -> dict[str, str]:
    """The twelve slots of a theme; those of Office for what it lacks."""
    scheme = dict(OFFICE)
    for slot in children(theme, A + "themeElements", A + "clrScheme"):
        color = next(iter(slot), None)
        resolved = None if color is None else resolve(color, Colors({}, {}))
        if resolved and local(slot) in scheme:
            scheme[local(slot)] = resolved.rgb
    return scheme


def resolve(color: Element, colors: Colors, placeholder: Rgba | None = None) -> Rgba | None:
    """One of the colour elements; `placeholder` stands for phClr. None where the colour cannot be known."""
    base = base_color(color, colors, placeholder)
    if base is None or not len(color):
        return base
    return changed(base, tuple((local(change), number(change.get("val"), WHOLE)) for change in color))


def base_color(color: Element, colors: Colors, placeholder: Rgba | None) -> Rgba | None:
    value = color.get("val", "")
    match local(color):
        case "schemeClr":
            if value == "phClr":
                return placeholder
            return known(colors.slot(value))
        case "srgbClr":
            return known(value)
        case "sysClr":
            return known(color.get("lastClr", "") or SYSTEM.get(value, ""))
        case "prstClr":
            return known(PRESETS.get(value, ""))
        case "scrgbClr":
            return Rgba(packed(tuple(gamma(clamped(number(color.get(c)) / WHOLE)) for c in "rgb")))  # type: ignore[arg-type]
        case "hslClr":
            hue, sat, lum = (number(color.get(name)) for name in ("hue", "sat", "lum"))
            return Rgba(packed(colorsys.hls_to_rgb(hue / DEGREES % 1, clamped(lum / WHOLE), clamped(sat / WHOLE))))
    return None


def known(rgb: str) -> Rgba | None:
    return Rgba(rgb.upper()) if len(rgb) == 6 and all(c in "0123456789abcdefABCDEF" for c in rgb) else None


@cache
def changed(base: Rgba, changes: tuple[tuple[str, int], ...]) -> Rgba:
    """The colour after its changes in order; the rare ones (gamma, channels one by one) are left out."""
    channels, alpha = unpacked(base.rgb), base.alpha
    for name, value in changes:
        if name in ("alpha", "alphaMod"):
            alpha = clamped(value / WHOLE * (alpha if name == "alphaMod" else 1))
        elif name in CHANGES:
            channels = CHANGES[name](channels, value / WHOLE)
    return Rgba(packed(channels), alpha)


def hls(change: Callable[[float, float, float, float], Channels]) -> Callable[[Channels, float], Channels]:
    """A change of hue, luminance and saturation as one of the channels."""

    def apply(channels: Channels, value: float) -> Channels:
        hue, lum, sat = change(*colorsys.rgb_to_hls(*channels), value)
        return colorsys.hls_to_rgb(hue % 1, clamped(lum), clamped(sat))

    return apply


def mixed(target: float) -> Callable[[Channels, float], Channels]:
    """Tint and shade: so much of the colour in linear light, the rest white or black."""

    def apply(channels: Channels, value: float) -> Channels:
        return tuple(gamma(linear(c) * clamped(value) + target * (1 - clamped(value))) for c in channels)  # type: ignore[return-value]

    return apply


def gray(channels: Channels, value: float) -> Channels:
    level = 0.3 * channels[0] + 0.59 * channels[1] + 0.11 * channels[2]
    return level, level, level


CHANGES: dict[str, Callable[[Channels, float], Channels]] = {
    "lumMod": hls(lambda h, lum, s, v: (h, lum * v, s)),
    "lumOff": hls(lambda h, lum, s, v: (h, lum + v, s)),
    "lum": hls(lambda h, lum, s, v: (h, v, s)),
    "satMod": hls(lambda h, lum, s, v: (h, lum, s * v)),
    "satOff": hls(lambda h, lum, s, v: (h, lum, s + v)),
    "hueOff": hls(lambda h, lum, s, v: (h + v * WHOLE / DEGREES, lum, s)),
    "hueMod": hls(lambda h, lum, s, v: (h * v, lum, s)),
    "comp": hls(lambda h, lum, s, v: (h + 0.5, lum, s)),
    "tint": mixed(1.0),
    "shade": mixed(0.0),
    "gray": gray,
    "inv": lambda channels, value: (1 - channels[0], 1 - channels[1], 1 - channels[2]),
}


def over(top: Rgba, ground: str) -> str:
    """`RRGGBB` of a colour as it is seen over another."""
    if top.alpha >= 1:
        return top.rgb
    pairs = zip(unpacked(top.rgb), unpacked(ground), strict=True)
    return packed(tuple(b + (a - b) * top.alpha for a, b in pairs))  # type: ignore[arg-type]


def unpacked(rgb: str) -> Channels:
    return int(rgb[0:2], 16) / 255, int(rgb[2:4], 16) / 255, int(rgb[4:6], 16) / 255


def packed(channels: Channels) -> str:
    return "".join(f"{round(clamped(c) * 255):02X}" for c in channels)


def clamped(value: float) -> float:
    return min(1.0, max(0.0, value))


def linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)


def gamma(c: float) -> float:
    return c * 12.92 if c <= 0.0031308 else float(1.055 * c ** (1 / 2.4) - 0.055)
