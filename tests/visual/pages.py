"""A rendered page as characters with their places, and the lines they form inside the boxes of the scene."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from deckgen.geometry import EMU_PER_PT
from deckgen.scene import Group, Item, PlacedSlide, TableBox, TextBox

SLIDE_HEIGHT_PT = 540.0
SLIDE_WIDTH_PT = 960.0


@dataclass(frozen=True)
class Character:
    """One printed character; the origin of x and y is the top left corner of the slide, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line_top: float  # of the face, not of the ink: marks at the top and at the foot of a line share it
    line_bottom: float
    origin: float  # where the pen stood, whatever the ink
    baseline: float

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Lines:
    """The lines of one text box, as the scene promised them and as they were printed."""

    box: TextBox
    promised: list[str]
    printed: list[list[Character]]

    @property
    def characters(self) -> list[Character]:
        return [char for line in self.printed for char in line]

    @property
    def printed_texts(self) -> list[str]:
        return ["".join(char.text for char in line) for line in self.printed]


def plain(text: str) -> str:
    """Without spaces and in the forms that a PDF keeps."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if not char.isspace())


def pages(pdf: Path) -> Iterator[list[Character]]:
    """The characters of each page, in the order they were printed."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text_page = page.get_textpage()
            yield [char for index in range(text_page.count_chars()) if (char := character(text_page, index)) is not None]


def character(text_page: pypdfium2.PdfTextPage, index: int) -> Character | None:
    text = plain(text_page.get_text_range(index, 1))
    if not text or text in "\r\n￾":
        return None
    left, bottom, right, top = text_page.get_charbox(index)
    pen, foot, _, head = text_page.get_charbox(index, loose=True)
    high = SLIDE_HEIGHT_PT
    return Character(text, left, high - top, right, high - bottom, high - head, high - foot, pen, high - baseline(text_page, index))


def baseline(text_page: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return y.value


def text_boxes(items: tuple[Item, ...]) -> Iterator[TextBox]:
    """Every text box in the order of drawing, the cells of tables among them."""
    for item in items:
        if isinstance(item, Group):
            yield from text_boxes(item.items)
        elif isinstance(item, TableBox):
            yield from item.boxes
        elif isinstance(item, TextBox):
            yield item


def scene_text(slide: PlacedSlide) -> Counter[str]:
    """Every visible character of the slide, charts aside."""
    return Counter(char for box in text_boxes(slide.items) for line in promised_lines(box) for char in line)


def promised_lines(box: TextBox) -> list[str]:
    lines = (plain("".join(run.text for run in line)) for paragraph in box.paragraphs for line in paragraph.lines)
    return [line for line in lines if line]


def lines_of(slide: PlacedSlide, characters: list[Character]) -> list[Lines]:
    """Each text box with the lines that were printed in it; decorative numerals are set aside first."""
    left = list(characters)
    boxes = sorted(text_boxes(slide.items), key=lambda box: (not box.decorative, box.box.width * box.box.height))
    found = []
    for box in boxes:
        wanted = Counter("".join(promised_lines(box)))
        inside: list[Character] = []
        for char in left:
            if wanted[char.text] > 0 and holds(box, char):
                wanted[char.text] -= 1
                inside.append(char)
        left = [char for char in left if not any(char is one for one in inside)]
        found.append(Lines(box, promised_lines(box), printed_lines(inside, box.vertical)))
    return found


def holds(box: TextBox, char: Character, tolerance: float = 6.0) -> bool:
    left, top = box.box.x / EMU_PER_PT - tolerance, box.box.y / EMU_PER_PT - tolerance
    right, bottom = box.box.right / EMU_PER_PT + tolerance, box.box.bottom / EMU_PER_PT + tolerance
    return left <= char.x <= right and top <= char.y <= bottom


def printed_lines(characters: list[Character], vertical: bool) -> list[list[Character]]:
    """Characters in printed order; a line ends where the next one goes back (upright: where the column changes)."""
    lines: list[list[Character]] = []
    for char in characters:
        if lines and continues(lines[-1][-1], char, vertical):
            lines[-1].append(char)
        else:
            lines.append([char])
    return lines


def continues(last: Character, char: Character, vertical: bool) -> bool:
    if vertical:
        return char.y > last.y - 1 and abs(char.x - last.x) < 12
    middle, last_middle = (char.line_top + char.line_bottom) / 2, (last.line_top + last.line_bottom) / 2
    return char.x > last.x - 1 and (last.line_top < middle < last.line_bottom or char.line_top < last_middle < char.line_bottom)
