"""The printed notes pages of a deck: places for the longest notes, and on each page type as large as holds what is said there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from deckgen.geometry import EMU_PER_PT, Box, Emu
from deckgen.scene import NOTES_PAGE, NOTES_SIZE, NotesPage

INSETS = (91440, 45720)  # that a text box has of its own (EMU)
LATIN = 0.55  # em of an ASCII character, hanzi and full-width marks being 1
SPACING = 1.32  # of a line, in its size: the widest single spacing of a common Chinese face (微软雅黑)
MASTER_SPACING = 1.2  # what the notes master asks for on top
BETWEEN = 600  # before a paragraph of the master's, hundredths of a point
TIGHT = 200  # before one of a long page
# Sizes of a long page, hundredths of a point, and the distance of its lines; the last is the floor (小五).
LEADINGS = {1200: 1680, 1100: 1540, 1050: 1470, 1000: 1400, 950: 1240, 900: 1170}
OF_OTHERS = 39  # percent of its height that the master of another gives to notes, as PowerPoint makes one
SHORT = 240  # characters that any page holds
SHORT_LINES = 8
# Below the roomy page of the master: (picture, text) with a small picture, and with the smallest that can be told apart.
SMALL, SMALLEST = (
    (Box(540_000, 450_000, 6_480_000, 1_602_000), Box(540_000, 2_250_000, 6_480_000, 7_740_000)),
    (Box(540_000, 450_000, 6_480_000, 900_000), Box(540_000, 1_460_000, 6_480_000, 8_580_000)),
)
# From the most comfortable on: which rooms, and the size of the master.
STEPS = ((SMALL, 1200), (SMALL, 1100), (SMALL, 1050), (SMALLEST, 1050), (SMALLEST, 1000), (SMALLEST, 950), (SMALLEST, 900))


def notes_pages(notes: Sequence[str], size: tuple[Emu, Emu] = NOTES_SIZE) -> tuple[NotesPage, list[NotesPage]]:
    """The page of the notes master, chosen for the longest notes, and that of each slide; [] where all slides follow the master.

    `cut` of a slide says how many of its characters no page holds. `size` is that of the page, where it is not ours.
    """
    long = [text for text in notes if len(text) > SHORT or text.count("\n") >= SHORT_LINES]
    if not long and size == NOTES_SIZE:
        return NOTES_PAGE, []
    roomy = resized(NOTES_PAGE, size)
    measured = [measures(text) for text in long]
    spacing = round(1200 * SPACING * MASTER_SPACING)
    text = roomy.text if size == NOTES_SIZE else structs.replace(roomy.text, height=size[1] * OF_OTHERS // 100)
    if all(height(lines, 1200, spacing, text, BETWEEN) <= room_of(text) for lines in measured):
        return roomy, []
    pages = [page_at(rooms, points, size) for rooms, points in STEPS]
    master = next((page for page in pages if all(holds(page, lines) for lines in measured)), pages[-1])
    return master, [of_slide(master, text) for text in notes]


def page_at(rooms: tuple[Box, Box], points: int, size: tuple[Emu, Emu]) -> NotesPage:
    return resized(NotesPage(points, LEADINGS[points], TIGHT, *rooms), size)


def resized(page: NotesPage, size: tuple[Emu, Emu]) -> NotesPage:
    """The page with its places on paper of another size."""
    if size == NOTES_SIZE:
        return page
    image, text, number = (
        Box(*(side * size[at % 2] // NOTES_SIZE[at % 2] for at, side in enumerate((box.x, box.y, box.width, box.height))))
        for box in (page.image, page.text, page.number)
    )
    return structs.replace(page, image=image, text=text, number=number)


def of_slide(master: NotesPage, notes: str) -> NotesPage:
    """The places of the master, with the largest type that holds these notes there."""
    lines = measures(notes)
    for points, leading in LEADINGS.items():
        page = structs.replace(master, size=points, leading=leading)
        if holds(page, lines):
            return page
    over = height(lines, master.size, master.leading, master.text, TIGHT) / room_of(master.text)
    return structs.replace(master, cut=round(len(notes) * (1 - 1 / over)) or 1)


def holds(page: NotesPage, lines: list[float]) -> bool:
    return height(lines, page.size, page.leading, page.text, page.before) <= room_of(page.text)


def measures(notes: str) -> list[float]:
    """How wide each paragraph is, in its size."""
    return [ems(line) for line in map(str.strip, notes.split("\n")) if line]


def ems(line: str) -> float:
    latin = len(line.encode("ascii", "ignore"))
    return len(line) - latin + latin * LATIN


def height(lines: list[float], size: int, spacing: int, room: Box, before: int) -> int:
    """Of the paragraphs in hundredths of a point; a line keeps an em free for what may not begin the next one."""
    width = (room.width - 2 * INSETS[0]) / (size * EMU_PER_PT / 100) - 1
    return sum(before + spacing * max(1, -int(-line // width)) for line in lines)


def room_of(room: Box) -> Emu:
    return (room.height - 2 * INSETS[1]) * 100 // EMU_PER_PT
