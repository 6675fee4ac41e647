"""How things look, in theme slots only: a deck recolours when its colour scheme is changed in PowerPoint."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct, structs

from deckgen.geometry import Emu

# The twelve slots of a theme's colour scheme (CT_ColorScheme, ECMA-376 Part 1, 20.1.6.2), in schema order.
SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip

Face = Literal["heading", "body"]


class Color(Struct, frozen=True, gc=False, cache_hash=True):
    """A theme slot, lighter or darker by `shade` and see-through by `alpha`, both in percent."""

    slot: str  # on an organisation's template also #RRGGBB, which no slot has, and "": what surrounds a text says its colour
    shade: int = 0  # -20: a fifth darker; 40: two fifths of the way to white
    alpha: int = 100


class Gradient(Struct, frozen=True, gc=False, cache_hash=True):
    """Colours along a line; `angle` in degrees clockwise from left-to-right."""

    stops: tuple[tuple[int, Color], ...]  # percent of the way, colour
    angle: int


Fill = Color | Gradient


class Stroke(Struct, frozen=True, gc=False, cache_hash=True):
    color: Color
    width: Emu
    dash: str = ""  # "" is solid; else a ST_PresetLineDashVal such as `dash`
    rounded: bool = False  # round ends and corners, as of a pen


class TextStyle(Struct, frozen=True, gc=False, cache_hash=True):
    """How a run is set. Sizes as OOXML counts them: hundredths of a point (ST_TextFontSize)."""

    size: int
    color: Color
    face: Face = "body"
    bold: bool = False
    spacing: int = 0  # letter-spacing, hundredths of a point
    quotes: str = ""  # the face of “ ” ‘ ’, where it is not that of the other marks
    raised: int = 0  # percent of the size above the line, below it when negative; set smaller by the clients

    def with_color(self, color: Color) -> TextStyle:
        return structs.replace(self, color=color)

    def lifted(self, raised: int) -> TextStyle:
        return _lifted(self, raised)


@cache
def _lifted(style: TextStyle, raised: int) -> TextStyle:
    """One object for all runs alike, which writers put together again."""
    return structs.replace(style, raised=raised)


def luminance(rgb: str) -> float:
    """Relative luminance of `RRGGBB`, 0 to 1 (WCAG 2.1)."""

    def linear(channel: str) -> float:
        c = int(channel, 16) / 255
        return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(rgb[0:2]) + 0.7152 * linear(rgb[2:4]) + 0.0722 * linear(rgb[4:6])


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `RRGGBB` colours, 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shaded(rgb: str, shade: int) -> str:
    """`rgb` as PowerPoint and LibreOffice show it after `Color.shade`: its lightness in HSL moves towards black below 0,
    towards white above; hue and saturation stay (`lumMod`, `lumOff`)."""
    channels = [int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    middle = (max(channels) + min(channels)) / 2
    lightness = middle * (100 - abs(shade)) / 100 + max(shade, 0) / 100
    reach = min(middle, 1 - middle)  # how far channels can lie from the middle at full saturation
    scale = min(lightness, 1 - lightness) / reach if reach else 0
    return "".join(f"{round(255 * (lightness + (c - middle) * scale)):02X}" for c in channels)
