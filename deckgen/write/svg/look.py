"""Colours, gradients, lines and type of a design as SVG attributes."""

from __future__ import annotations

import math
from functools import cache

from deckgen.geometry import EMU_PER_PX, Box
from deckgen.scene import Design, FontPair
from deckgen.style import Color, Face, Fill, Gradient, Stroke, TextStyle, shaded
from deckgen.write.svg.faces import families

# ST_PresetLineDashVal in line widths, dashes and gaps in turn (ECMA-376 Part 1, 20.1.10.48).
DASHES = {
    "dot": (1, 3), "dash": (4, 3), "lgDash": (8, 3), "dashDot": (4, 3, 1, 3), "lgDashDot": (8, 3, 1, 3), "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDash": (3, 1), "sysDot": (1, 1), "sysDashDot": (3, 1, 1, 1), "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}  # fmt: skip


SMALLER = 58  # percent of the size that LibreOffice sets what is raised or lowered in; PowerPoint two thirds


def px(emu: float) -> str:
    """A length in design pixels, to the hundredth."""
    return f"{round(emu / EMU_PER_PX, 2):g}"


class SlideLook:
    """What a design says about colours and faces; remembers what it has said."""

    __slots__ = ("fonts", "palette", "styles")

    def __init__(self, palette: dict[str, str], fonts: dict[Face, FontPair]) -> None:
        self.palette = palette
        self.fonts = fonts
        self.styles: dict[TextStyle, str] = {}

    def rgb(self, color: Color) -> str:
        return f"#{shaded(self.palette[color.slot], color.shade)}" if color.shade else f"#{self.palette[color.slot]}"

    def color(self, attribute: str, color: Color) -> str:
        """` fill="#A8161B" fill-opacity="0.4"`; `attribute` is fill, stroke or stop."""
        name = "stop-color" if attribute == "stop" else attribute
        opacity = "" if color.alpha == 100 else f' {attribute}-opacity="{color.alpha / 100:g}"'
        return f' {name}="{self.rgb(color)}"{opacity}'

    def stroke(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return ""
        dashes = ""
        if stroke.dash:
            lengths = " ".join(px(part * stroke.width) for part in DASHES[stroke.dash])
            dashes = f' stroke-dasharray="{lengths}"'
        pen = ' stroke-linecap="round" stroke-linejoin="round"' if stroke.rounded else ""
        return f'{self.color("stroke", stroke.color)} stroke-width="{px(stroke.width)}"{dashes}{pen}'

    def type(self, style: TextStyle) -> str:
        """Everything about a run but its face."""
        attributes = self.styles.get(style)
        if attributes is None:
            weight = ' font-weight="bold"' if style.bold else ""
            spacing = f' letter-spacing="{style.spacing / 75:g}"' if style.spacing else ""
            attributes = self.styles[style] = (
                f' font-size="{round(style.size * (SMALLER if style.raised else 100) / 7500, 3):g}"{weight}{spacing}{self.color("fill", style.color)}'
            )
        return attributes


@cache
def look(palette: tuple[tuple[str, str], ...], fonts: tuple[tuple[Face, FontPair], ...]) -> SlideLook:
    return SlideLook(dict(palette), dict(fonts))


def look_of(design: Design) -> SlideLook:
    """The look of a design; the same palette and faces give the same object again."""
    return look(tuple(design.palette.items()), tuple(design.fonts.items()))


def body_family(look: SlideLook) -> str:
    body = look.fonts["body"]
    return families(body.ea, body.fallback)


class Gradients:
    """The gradients one slide uses; ids start with the slide's number, so that slides can share a page."""

    __slots__ = ("known", "look", "prefix")

    def __init__(self, look: SlideLook, prefix: str) -> None:
        self.look = look
        self.prefix = prefix
        self.known: dict[tuple[Gradient, Box], str] = {}

    def fill(self, paint: Fill | None, box: Box) -> str:
        """The `fill` of a shape in `box`."""
        if paint is None:
            return ' fill="none"'
        if isinstance(paint, Color):
            return self.look.color("fill", paint)
        key = (paint, box)
        if key not in self.known:
            self.known[key] = f"{self.prefix}g{len(self.known) + 1}"
        return f' fill="url(#{self.known[key]})"'

    def definitions(self) -> str:
        if not self.known:
            return ""
        return f"<defs>{''.join(self.definition(name, *key) for key, name in self.known.items())}</defs>"

    def definition(self, name: str, gradient: Gradient, box: Box) -> str:
        """Along a line through the middle whose ends are the shadows of the corners (`scaled="0"` in DrawingML)."""
        angle = math.radians(gradient.angle)
        along_x, along_y = math.cos(angle), math.sin(angle)
        half = (abs(box.width * along_x) + abs(box.height * along_y)) / 2
        x, y = box.x + box.width / 2, box.y + box.height / 2
        ends = f'x1="{px(x - half * along_x)}" y1="{px(y - half * along_y)}" x2="{px(x + half * along_x)}" y2="{px(y + half * along_y)}"'
        stops = "".join(f'<stop offset="{at / 100:g}"{self.look.color("stop", color)}/>' for at, color in gradient.stops)
        return f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {ends}>{stops}</linearGradient>'
