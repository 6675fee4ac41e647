"""The printed notes page: what is said of a slide, in type as large as holds it, under a picture as small as that takes."""

from __future__ import annotations

from deckgen.geometry import EMU_PER_PT, Box, Emu
from deckgen.scene import NOTES_ROOM, NotesPage

INSETS = (91440, 45720)  # that a text box has of its own (EMU)
LATIN = 0.55  # em of an ASCII character, hanzi and full-width marks being 1
SPACING = 1.32  # of a line, in its size: the widest single spacing of a common Chinese face (微软雅黑)
MASTER_SPACING = 1.2  # what the notes master asks for on top
BETWEEN = 600  # before a paragraph of the master's, hundredths of a point
TIGHT = 200  # before one of a long page
SMALL_IMAGE = Box(685800, 457200, 5486400, 1645920)
LONG_ROOM = Box(685800, 2194560, 5486400, 6400800)
# A page of its own for long notes: size and line spacing, hundredths of a point.
SIZES = ((1200, 1680), (1100, 1540), (1000, 1400), (900, 1260))
SHORT = 240  # characters that any page holds


def notes_page(notes: str) -> NotesPage:
    """How the notes are set; `cut` says how many characters no page holds."""
    if len(notes) <= SHORT and notes.count("\n") < 8:
        return NotesPage()
    lines = [ems(line) for line in map(str.strip, notes.split("\n")) if line]
    spacing = round(1200 * SPACING * MASTER_SPACING)
    if height(lines, 1200, spacing, NOTES_ROOM, BETWEEN) <= room_of(NOTES_ROOM):
        return NotesPage()
    for size, spacing in SIZES:
        if height(lines, size, spacing, LONG_ROOM, TIGHT) <= room_of(LONG_ROOM):
            return NotesPage(size, spacing, TIGHT, SMALL_IMAGE, LONG_ROOM)
    size, spacing = SIZES[-1]
    over = height(lines, size, spacing, LONG_ROOM, TIGHT) / room_of(LONG_ROOM)
    return NotesPage(size, spacing, TIGHT, SMALL_IMAGE, LONG_ROOM, cut=round(len(notes) * (1 - 1 / over)) or 1)


def ems(line: str) -> float:
    """How wide the line is, in its size."""
    latin = len(line.encode("ascii", "ignore"))
    return len(line) - latin + latin * LATIN


def height(lines: list[float], size: int, spacing: int, room: Box, before: int) -> int:
    """Of the paragraphs in hundredths of a point; a line keeps an em free for what may not begin the next one."""
    width = (room.width - 2 * INSETS[0]) / (size * EMU_PER_PT / 100) - 1
    return sum(before + spacing * max(1, -int(-line // width)) for line in lines)


def room_of(room: Box) -> Emu:
    return (room.height - 2 * INSETS[1]) * 100 // EMU_PER_PT
