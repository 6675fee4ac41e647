"""A handout for the speaker: each slide above its notes on an A4 page; long notes go on to further pages.

A page is two halves, one above the other: the slide over the first notes, then notes over notes. LibreOffice makes the
halves with text, PDFium puts two on a page; so fonts are kept once and slides are drawn, not photographed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from deckgen.measure import METRICS, fill, lines_of
from deckgen.render.drawing import HALF_HEIGHT, PAGE_WIDTH, TextFrame, drawing
from deckgen.render.pages import settled

# Millimetres.
MARGIN, WIDTH = 18.0, 174.0
PICTURE_TOP = 30.0
MOST_HEIGHT = 136.0  # of a picture
FOOT = 132.0  # of the lower half; the upper one is filled to its end
SIZE_PT, LEADING_PT = 11.0, 17.0
PT_PER_MM = 72 / 25.4
# A fiftieth less than there is: the face that stands in may be as much wider than the table.
ROOM = int(WIDTH * PT_PER_MM / SIZE_PT * 1000 * 0.98)


class Noted(Struct, frozen=True):
    """A slide and what is to be said to it."""

    number: int
    notes: str


class Half(Struct, frozen=True):
    """Half a page of text: where its first line stands, and what tells the slide above it."""

    lines: tuple[str, ...] = ()
    caption: str = ""
    caption_top: float = 0
    top: float = 0
    slide: int = 0  # the slide that stands in the half above, if one does

    @property
    def empty(self) -> bool:
        return not self.lines and not self.caption


class Wording(Struct, frozen=True):
    """The words of ours on a page."""

    title: str
    count: int
    continued: str

    def caption(self, number: int, first: bool) -> str:
        return f"{self.title}　{number} / {self.count}{'' if first else self.continued}"


def halves(slides: list[Noted], wording: Wording) -> list[Half]:
    """The halves with text, in order; every line of every note stands on exactly one of them."""
    return [half for slide in slides for half in halves_of(slide, wording)]


def halves_of(slide: Noted, wording: Wording) -> Iterator[Half]:
    """The half below the slide, then as many whole pages of two halves as it takes."""
    notes = slide.notes.strip("\n")
    lines = list(lines_of(notes, fill(notes, ROOM, METRICS["sans"]))) if slide.notes.strip() else []
    kinds = [
        Half(caption=wording.caption(slide.number, True), caption_top=4, top=14, slide=slide.number),
        Half(caption=wording.caption(slide.number, False), caption_top=18, top=28.5),
        Half(),
    ]
    for kind in (kinds[0], *kinds[1:] * len(lines)):
        if not lines and kind.caption and not kind.slide:
            return
        room = line_count((HALF_HEIGHT if kind.caption_top > 4 else FOOT) - kind.top)
        yield Half(tuple(lines[:room]), kind.caption, kind.caption_top, kind.top, kind.slide)
        lines = without_leading_blanks(lines[room:])


def line_count(millimetres: float) -> int:
    return int(millimetres * PT_PER_MM / LEADING_PT)


def without_leading_blanks(lines: list[str]) -> list[str]:
    while lines and not lines[0].strip():
        lines = lines[1:]
    return lines


def text_drawing(halves: list[Half]) -> str:
    """The halves with text, as a drawing that LibreOffice makes a PDF of."""
    return drawing(
        [
            [
                TextFrame("caption", MARGIN, half.caption_top, WIDTH, (half.caption,)),
                TextFrame("notes", MARGIN, half.top, WIDTH, half.lines),
            ]
            for half in halves
        ]
    )


def bound(text: Path, slides: Path, halves: list[Half], moment: str) -> bytes:
    """The handout as a PDF, from the PDF of its text and that of the slides."""
    with pypdfium2.PdfDocument.new() as loose, pypdfium2.PdfDocument.new() as ordered:
        numbers = [half.slide for half in halves if half.slide]
        take(loose, slides, [number - 1 for number in numbers])
        take(loose, text, list(range(len(halves))))
        for index in range(len(numbers)):
            widen(loose[index])
        ordered.import_pages(loose, order(halves))
        width, height = PAGE_WIDTH * PT_PER_MM, 2 * HALF_HEIGHT * PT_PER_MM
        buffer = io.BytesIO()
        with pypdfium2.PdfDocument(pdfium.FPDF_ImportNPagesToOne(ordered.raw, width, height, 1, 2)) as whole:
            whole.save(buffer)
    return settled(buffer.getvalue(), moment)


def take(target: pypdfium2.PdfDocument, path: Path, pages: list[int]) -> None:
    with pypdfium2.PdfDocument(path) as source:
        target.import_pages(source, pages)


def widen(page: pypdfium2.PdfPage) -> None:
    """Give a slide the margins of the upper half; one too high for its full width stands in the middle."""
    width, height = page.get_size()
    unit = max(width / WIDTH, height / MOST_HEIGHT)
    side = (PAGE_WIDTH * unit - width) / 2
    top = min(PICTURE_TOP, max(0.0, HALF_HEIGHT - height / unit)) * unit
    page.set_mediabox(-side, height + top - HALF_HEIGHT * unit, PAGE_WIDTH * unit - side, height + top)
    page.set_cropbox(*page.get_mediabox())


def order(halves: list[Half]) -> list[int]:
    """The slides come first in the loose pages, the text behind them; in the handout each slide stands before its text."""
    result: list[int] = []
    placed, slides = 0, sum(half.slide > 0 for half in halves)
    for index, half in enumerate(halves):
        if half.slide:
            result.append(placed)
            placed += 1
        result.append(slides + index)
    return result
