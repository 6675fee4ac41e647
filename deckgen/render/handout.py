"""A handout for the speaker: slides with their notes on A4 or 16K, one, two or six on a page; long notes go on below and over the page.

Every line is set here, in the tables of `measure`; LibreOffice makes a PDF of the text alone, page for page, and PDFium lays the
slides on it (`bound.py`). So fonts are kept once and slides are drawn, not photographed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from deckgen.measure import METRICS, fill, lines_of
from deckgen.render.drawing import Edge, TextFrame
from deckgen.render.paper import Sheet

PICTURE_TOP = 30.0  # of a slide that has half a page
MOST_OF_HALF = 136 / 148.5  # of the height of that half a slide takes
CAPTION_TOP, NOTES_TOP = 4.0, 14.0  # below the half
CONTINUED_CAPTION, CONTINUED_TOP = 18.0, 28.5  # on a page without a slide
CAPTION = 5.5  # of the height of a caption and what stands below it
COLUMNS, GAP = 5.0, 4.5  # between slide and text; below what belongs to a slide


class Noted(Struct, frozen=True):
    """A slide and what is to be said to it."""

    number: int
    notes: str


class Placed(Struct, frozen=True):
    """Where a slide stands, in millimetres from the upper left corner of the page."""

    slide: int
    x: float
    y: float
    width: float
    height: float


class Page(Struct, frozen=True):
    texts: tuple[TextFrame, ...] = ()
    slides: tuple[Placed, ...] = ()

    @property
    def drawn(self) -> tuple[TextFrame | Edge, ...]:
        """What LibreOffice draws of the page: everything but the slides."""
        return (*self.texts, *(Edge(slide.x, slide.y, slide.width, slide.height) for slide in self.slides))

    @property
    def lines(self) -> tuple[str, ...]:
        """Of the notes, in their order."""
        return tuple(line for text in self.texts if text.style == "notes" for line in text.lines)

    @property
    def captions(self) -> tuple[str, ...]:
        return tuple(line for text in self.texts if text.style == "caption" for line in text.lines)


class Wording(Struct, frozen=True):
    """The words of ours on a page."""

    title: str
    count: int
    continued: str
    takes: Mapping[int, str] = {}  # by the number of a slide: how long it takes to say

    def caption(self, number: int, first: bool) -> str:
        return f"{self.title}　{number} / {self.count}{self.takes.get(number, '') if first else self.continued}"


def pages_of(slides: Sequence[Noted], sheet: Sheet, wording: Wording, shape: float) -> list[Page]:
    """The pages in order; every line of every note stands on exactly one of them. `shape` is the width of a slide by its height."""
    if sheet.slides == 1:
        return [page for slide in slides for page in pages_of_one(slide, sheet, wording, shape)]
    flow = Flow(sheet, wording, shape)
    for slide in slides:
        flow.add(slide)
    return flow.pages


def pages_of_one(slide: Noted, sheet: Sheet, wording: Wording, shape: float) -> Iterator[Page]:
    """The page with the slide above its first notes, then as many pages of text as it takes."""
    half = sheet.paper.height / 2
    width = min(sheet.width, half * MOST_OF_HALF * shape)
    top = min(PICTURE_TOP, max(0.0, half - width / shape))
    placed = Placed(slide.number, (sheet.paper.width - width) / 2, top, width, width / shape)
    lines = set_lines(slide.notes, sheet.room(sheet.width))
    yield page(sheet, wording.caption(slide.number, True), half + CAPTION_TOP, half + NOTES_TOP, lines, (placed,))
    while lines := without_leading_blanks(lines[line_count(sheet, half + NOTES_TOP) :]):
        yield page(sheet, wording.caption(slide.number, False), CONTINUED_CAPTION, CONTINUED_TOP, lines)
        half = CONTINUED_TOP - NOTES_TOP


def page(sheet: Sheet, caption: str, caption_top: float, top: float, lines: Sequence[str], slides: tuple[Placed, ...] = ()) -> Page:
    """A page with as many of the lines as it holds from `top` on."""
    taken = tuple(lines[: line_count(sheet, top)])
    return Page(
        (
            TextFrame("caption", sheet.margin, caption_top, sheet.width, (caption,)),
            TextFrame("notes", sheet.margin, top, sheet.width, taken),
        ),
        slides,
    )


def line_count(sheet: Sheet, top: float) -> int:
    return max(1, int((sheet.limit - top) / sheet.leading))


def set_lines(notes: str, room: int) -> list[str]:
    notes = notes.strip("\n")
    return list(lines_of(notes, fill(notes, room, METRICS["sans"]))) if notes.strip() else []


def without_leading_blanks(lines: list[str]) -> list[str]:
    while lines and not lines[0].strip():
        lines = lines[1:]
    return lines


class Block(Struct, frozen=True):
    """A slide with its notes: the lines beside it, and those that go on below it in the full width."""

    slide: Noted
    picture: tuple[float, float]
    beside: tuple[str, ...]
    below: tuple[str, ...]
    head: float  # the height down to where the lines below begin
    height: float


class Flow:
    """Pages that slides flow onto, each in a slot of its own or as much more as its notes take."""

    def __init__(self, sheet: Sheet, wording: Wording, shape: float) -> None:
        self.sheet = sheet
        self.wording = wording
        self.shape = shape
        self.pages: list[Page] = []
        self.y = sheet.limit

    def add(self, slide: Noted) -> None:
        sheet, made = self.sheet, block(slide, self.sheet, self.shape)
        left = sheet.limit - self.y
        full = not self.pages or len(self.pages[-1].slides) == sheet.slides
        # One that has no slot left, and does not fit what is left, begins a page; a longer one begins in its slot and goes on.
        if full or (made.height > left and left < sheet.slot - GAP):
            self.turn()
        self.put(made)

    def turn(self) -> None:
        self.pages.append(Page())
        self.y = self.sheet.top

    def put(self, made: Block) -> None:
        sheet, number, top = self.sheet, made.slide.number, self.y
        width, height = made.picture
        self.write("caption", sheet.margin, top, width, (self.wording.caption(number, True),))
        self.write("notes", sheet.margin + width + COLUMNS, top, sheet.width - width - COLUMNS, made.beside)
        placed = Placed(number, sheet.margin, top + CAPTION, width, height)
        self.pages[-1] = Page(self.pages[-1].texts, (*self.pages[-1].slides, placed))
        self.y = top + (made.head if made.below else made.height)
        lines = list(made.below)
        while lines:
            room = int((sheet.limit - self.y) / sheet.leading + 1e-6)
            self.write("notes", sheet.margin, self.y, sheet.width, tuple(lines[:room]))
            self.y += len(lines[:room]) * sheet.leading
            lines = without_leading_blanks(lines[room:])
            if lines:
                self.turn()
                self.write("caption", sheet.margin, self.y, sheet.width, (self.wording.caption(number, False),))
                self.y += CAPTION
        self.y = max(top + sheet.slot, self.y + GAP) if self.pages[-1].slides else self.y + GAP

    def write(self, style: str, x: float, y: float, width: float, lines: tuple[str, ...]) -> None:
        if lines:
            self.pages[-1] = Page((*self.pages[-1].texts, TextFrame(style, x, y, width, lines)), self.pages[-1].slides)


def block(slide: Noted, sheet: Sheet, shape: float) -> Block:
    """The slide as wide as the sheet wants, lower where its slot is; its notes around it."""
    height = min(sheet.picture / shape, sheet.slot - CAPTION - GAP)
    width = height * shape
    notes = slide.notes.strip("\n") if slide.notes.strip() else ""
    beside = fill(notes, sheet.room(sheet.width - width - COLUMNS), METRICS["sans"]) if notes else ()
    rows = int((CAPTION + height) / sheet.leading + 1e-6)
    head = max(CAPTION + height + 1.5, rows * sheet.leading + 0.5)
    below: list[str] = []
    if len(beside) > rows:
        below = without_leading_blanks(set_lines(notes[beside[rows][0] :], sheet.room(sheet.width)))
    tall = head + len(below) * sheet.leading if below else CAPTION + height
    return Block(slide, (width, height), lines_of(notes, beside[:rows]), tuple(below), head, tall)
