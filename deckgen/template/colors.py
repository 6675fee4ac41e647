"""What the slots of our themes are on an organisation's page: our drawing asks for ink, cards, a main colour; its palette answers.

The base theme knows what each slot is for (`drawing.py`). Here every one of them gets a colour of the template's own scheme, written
with its slot, so that a deck recolours with its template; the main colour is the first accent that can be read on its ground, or the
first one darker, once for the whole theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from deckgen.inspect.resolve.colors import Colors, Rgba, over
from deckgen.inspect.resolve.fills import Fill
from deckgen.style import SLOTS, Color, contrast, luminance, shaded

READABLE = 4.5  # WCAG 2.1, 1.4.3
SEEN = 1.3  # what parts a card from its ground
ACCENTS = SLOTS[4:10]
PANELS = SLOTS[:10]
MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}  # slots as slides call them
STEPS = range(5, 100, 5)


class Coloring(Struct, frozen=True):
    """`palette` says what our slots look like, `slots` with which slot of the template that is written."""

    palette: Mapping[str, str]
    slots: Mapping[str, Color]
    scheme: Mapping[str, str]  # the twelve slots of the template as its slides show them
    accent: str  # the accent that the main colour comes from
    dark: bool  # whether the ground is

    def written(self, color: Color) -> Color:
        """A colour of our drawing in the slots of the template."""
        if color.slot not in self.slots:
            return self.exact(color)
        base = self.slots[color.slot]
        if not color.shade:
            return Color(base.slot, base.shade, base.alpha * color.alpha // 100)
        wanted = shaded(self.palette[color.slot], color.shade)
        if base.slot[0] == "#":
            return Color(f"#{wanted}", 0, color.alpha)
        return Color(base.slot, nearest_shade(self.scheme[base.slot], wanted), color.alpha)

    def exact(self, color: Color) -> Color:
        """A colour of the template's own, by the slot that shows it where there is one."""
        rgb = color.slot.removeprefix("#")
        slot = next((name for name in SLOTS[:10] if self.scheme[name] == rgb), "")
        return Color(slot, color.shade, color.alpha) if slot and color.slot[:1] == "#" else color

    def shown(self, color: Color) -> str:
        """`RRGGBB` of a colour of our drawing or of the template's own."""
        rgb = color.slot.removeprefix("#") if color.slot[:1] == "#" else self.palette[color.slot]
        return shaded(rgb, color.shade) if color.shade else rgb


def coloring(colors: Colors, ground: str, ink: str, strong: str = "", panel: str = "") -> Coloring:
    """The answers for a page of this `ground` with text of this `ink`; `strong` and `panel` name the slots that the mapping file asks for."""
    scheme = {slot: colors.slot(MAPPED.get(slot, slot)) or "808080" for slot in SLOTS}
    dark = luminance(ground) < luminance(ink)
    accent = strong or first_readable(scheme, ground)
    main = readable(accent, scheme, ground, dark)
    fine = next(
        (Color(slot) for slot in ACCENTS if slot != accent and contrast(scheme[slot], ground) >= READABLE and colorful(scheme[slot])), main
    )
    ground_slot = own_slot(scheme, ground)
    slots = {
        "dk1": own_slot(scheme, ink),
        "lt1": card(scheme, ground, dark),
        "dk2": Color(main.slot, clamp(main.shade + (25 if dark else -25))),
        "lt2": ground_slot,
        "accent1": main,
        "accent2": Color(main.slot, clamp(main.shade + (-30 if dark else 45))),
        "accent3": fine,
        "accent4": Color(main.slot, -75 if dark else 80),
        "accent5": Color(panel) if panel else ground_of_panels(main, ground_slot, scheme, dark),
        "accent6": muted(own_slot(scheme, ink), scheme, ground, dark),
        "hlink": main,
        "folHlink": main,
    }

    def look(color: Color) -> str:
        rgb = color.slot[1:] if color.slot[0] == "#" else scheme[color.slot]
        return shaded(rgb, color.shade) if color.shade else rgb

    return Coloring({slot: look(color) for slot, color in slots.items()}, slots, scheme, accent, dark)


def first_readable(scheme: Mapping[str, str], ground: str) -> str:
    """The first accent that can be read on the ground and is a colour; accent1 where none can."""
    return next((slot for slot in ACCENTS if contrast(scheme[slot], ground) >= READABLE and colorful(scheme[slot])), "accent1")


def colorful(rgb: str) -> bool:
    channels = [int(rgb[i : i + 2], 16) for i in (0, 2, 4)]
    return max(channels) - min(channels) >= 24


def readable(slot: str, scheme: Mapping[str, str], ground: str, dark: bool) -> Color:
    """The slot, as much darker (on a dark ground lighter) as it must be to be read."""
    if contrast(scheme[slot], ground) >= READABLE:
        return Color(slot)
    shades = [step if dark else -step for step in STEPS]
    return next(
        (Color(slot, shade) for shade in shades if contrast(shaded(scheme[slot], shade), ground) >= READABLE), Color(slot, shades[-1])
    )


def own_slot(scheme: Mapping[str, str], rgb: str) -> Color:
    """The slot that shows exactly this colour, else the colour itself."""
    slot = next((name for name in ("dk1", "lt1", "dk2", "lt2", *ACCENTS) if scheme[name] == rgb), "")
    return Color(slot or f"#{rgb}")


def card(scheme: Mapping[str, str], ground: str, dark: bool) -> Color:
    """Cards: the light slot on a light ground, what is a little lighter than a dark one."""
    if dark:
        own = own_slot(scheme, ground)
        return Color(own.slot, 10)
    return max((Color(slot) for slot in ("lt1", "lt2", "dk1")), key=lambda color: luminance(scheme[color.slot]))


def ground_of_panels(main: Color, ground: Color, scheme: Mapping[str, str], dark: bool) -> Color:
    return Color(ground.slot, 15) if dark else Color(main.slot, 90 if luminance(scheme[main.slot]) < 0.4 else 70)


def muted(ink: Color, scheme: Mapping[str, str], ground: str, dark: bool) -> Color:
    """Words of less weight: the ink as much nearer to the ground as it can still be read."""
    rgb = ink.slot[1:] if ink.slot[0] == "#" else scheme[ink.slot]
    for step in (35, 25, 15):
        shade = -step if dark else step
        if contrast(shaded(rgb, shade), ground) >= READABLE + 0.5:
            return Color(ink.slot, shade)
    return ink


@cache  # a deck has few shades, and asks for each of them often
def nearest_shade(rgb: str, wanted: str) -> int:
    """How much lighter or darker `rgb` comes nearest to a colour."""
    return min(range(-95, 96), key=lambda shade: (distance(shaded(rgb, shade), wanted), abs(shade)))


def distance(one: str, other: str) -> int:
    return sum(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) for i in (0, 2, 4))


def clamp(shade: int) -> int:
    return max(-90, min(90, shade))


def ground_color(fill: Fill | None, colors: Colors) -> tuple[str, bool]:
    """(`RRGGBB` of a background, whether that is certain): the middle of a gradient; the light slot for a picture."""
    paper = colors.slot("bg1") or "FFFFFF"
    if fill is None or not fill.stops:
        return paper, fill is None or not fill.unknown
    stops = [over(stop, paper) for stop in fill.stops]
    return mean(stops), len(set(stops)) == 1


def mean(stops: list[str]) -> str:
    return "".join(f"{round(sum(int(stop[i : i + 2], 16) for stop in stops) / len(stops)):02X}" for i in (0, 2, 4))


def rgb_of(fill: Fill) -> str:
    """The colour of a text, "" where it cannot be known."""
    stops: tuple[Rgba, ...] = fill.stops
    return stops[0].rgb if stops and not fill.unknown else ""
