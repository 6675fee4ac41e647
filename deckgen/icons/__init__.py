"""Icons by their names: those of lucide (ISC licence, kept beside), as outlines to be drawn with a round pen of a twelfth of their size.

`paths.txt` has a line an icon: name, what it stands for in Chinese, outline. It is read when a deck has an icon, and not before;
`python -m tools.make_icons` writes it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from msgspec import Struct

from deckgen.scene import Path

GRID = 2400  # the side of the square that an outline is drawn in
PEN = 12  # how many times the width of the pen the side is
COMMAND = re.compile(r"([MLCZ])([-0-9 ]*)")


class Icon(Struct, frozen=True):
    """One icon: what it stands for in Chinese, and its outline as it is kept."""

    words: str
    outline: str


@cache
def icons() -> dict[str, Icon]:
    """Every icon by its name."""
    text = files("deckgen.icons").joinpath("paths.txt").read_text(encoding="utf-8")
    return {name: Icon(words, outline) for name, words, outline in (line.split("\t") for line in text.splitlines())}


@cache
def icon_path(name: str) -> Path:
    """The outline of the icon of that name, which there must be."""
    found = COMMAND.findall(icons()[name].outline)
    return Path(GRID, GRID, tuple((letter, tuple(map(int, numbers.split()))) for letter, numbers in found))


def icon_meant(words: str) -> str:
    """The name of the icon that stands for these Chinese words; "" where none does."""
    return next((name for name, icon in icons().items() if icon.words == words.strip()), "")
