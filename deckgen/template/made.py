"""`deckgen theme new --colors …`: a theme from two colours and a logo, its contrast solved once, on the drawing of a shipped theme."""

from __future__ import annotations

import struct
from collections.abc import Callable

from deckgen.style import contrast, shaded
from deckgen.template.new import quoted
from deckgen.template.words import SLOT

READABLE = 4.6  # WCAG asks for 4.5; a little more, as clients round
PAPER_TINT, PANEL_TINT = 97, 91  # how far the paper and the panels are from the main colour to white
LOGO_HEIGHT, FOOT_HEIGHT, MOST_WIDTH = 56, 26, 240  # design pixels
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
Say = Callable[..., str]


def palette(main: str, second: str) -> dict[str, str]:
    """The twelve slots: the two colours where they can be read, what is lighter or darker of them elsewhere."""
    paper = shaded(main, PAPER_TINT)
    accent = readable(main, paper, -1)
    deep = shaded(accent, -35)
    ink = "22262B"
    return {
        "dk1": ink,
        "lt1": "FFFFFF",
        "dk2": deep,
        "lt2": paper,
        "accent1": accent,
        "accent2": second,
        "accent3": readable(second, paper, -1),
        "accent4": readable(second, accent, 1),
        "accent5": shaded(main, PANEL_TINT),
        "accent6": readable("6B6F75", paper, -1),
        "hlink": readable(second, paper, -1),
        "folHlink": readable("6B6F75", paper, -1),
    }


def readable(rgb: str, ground: str, way: int) -> str:
    """The colour, as much darker (`way` -1) or lighter (1) as it must be to be read on the ground."""
    return next(
        (found for step in range(0, 97, 3) if contrast(found := shaded(rgb, way * step), ground) >= READABLE),
        "FFFFFF" if way > 0 else "000000",
    )


def theme_yaml(name: str, colors: tuple[str, str], base: str, logo: tuple[str, int, int] | None, say: Say) -> str:
    """The theme of these colours; `logo` is its file with width and height."""
    main, second = colors
    slots = palette(main, second)
    words = {slot: say(word) for slot, word in SLOT.items()}
    lines = [f"# {say('theme/made-head', main=main, second=second)}", f"name: {quoted(name)}", f"extends: {base}", "", "palette:"]
    for slot, rgb in slots.items():
        changed = {"accent1": main, "accent3": second, "accent4": second}.get(slot, rgb)
        solved = say("theme/made-solved", rgb=changed) if changed != rgb else ""
        note = "  # " + say("word/comma").join(filter(None, (words.get(slot, ""), solved))) if words.get(slot) or solved else ""
        lines.append(f'  {slot}: "{rgb}"{note}')
    if logo:
        file, width, height = logo
        large, small = fitted(width, height, LOGO_HEIGHT), fitted(width, height, FOOT_HEIGHT)
        lines += [
            "", f"logo:  # {say('theme/made-logo')}", f"  picture: {quoted(file)}", f"  cover: [{1216 - large[0]}, 40, {large[0]}, {large[1]}]",
            f"  footer: [{1080 - small[0]}, 677, {small[0]}, {small[1]}]",
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def fitted(width: int, height: int, wanted: int) -> tuple[int, int]:
    """Width and height in design pixels of a logo so high, or lower where it is very wide."""
    scale = min(wanted / height, MOST_WIDTH / width)
    return max(1, round(width * scale)), max(1, round(height * scale))


def size_of_picture(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or a JPEG; None for anything else."""
    if data.startswith(PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return (width, height) if width and height else None
    if not data.startswith(JPEG):
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):  # a start of frame (ITU-T T.81, B.1.1.3)
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
