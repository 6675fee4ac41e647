"""What goes where: the contract between layout and the writers.

Everything here is placed in EMU, its text broken into lines, its colour a theme slot. A writer decides nothing.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.geometry import EMU_PER_PT, Box, Emu
from deckgen.snapshot import Origin
from deckgen.style import Color, Face, Fill, Stroke, TextStyle

Align = Literal["l", "ctr", "r"]
Anchor = Literal["t", "ctr", "b"]
Preset = Literal["rect", "ellipse", "roundRect", "line"]
Transition = Literal["", "fade", "push"]
ChartKind = Literal["bar", "column", "stacked", "stacked100", "line", "pie", "doughnut"]


class StyledRun(Struct, frozen=True, gc=False):
    text: str
    style: TextStyle
    field: str = ""  # "slidenum": the number is kept true by PowerPoint
    link: str = ""  # an address, or # and the number of a slide
    source: Span = NOWHERE  # the text of the outline, or the entry of the ledger, that these words stand in
    figure: str = ""  # what of the ledger they print: gdp, gdp.change
    strong: bool = False  # marked so in the outline


class Paragraph(Struct, frozen=True, gc=False):
    """Lines as they fall; `hard` ones are promised by an explicit break, the others by measurement."""

    lines: tuple[tuple[StyledRun, ...], ...]
    leading: int  # distance of baselines, hundredths of a point, exact
    align: Align = "l"
    space_before: int = 0  # hundredths of a point
    level: int = 0  # of the placeholder it stands in
    hard: bool = False
    linked: bool = False  # whether a run is a link


class Placeholder(Struct, frozen=True, gc=False, cache_hash=True):
    """A place in a layout that a slide fills: `type` and `idx` as in `p:ph`; one style and leading a level."""

    role: str  # the name layouts and slides share: title, motto, point3
    type: str
    idx: int
    box: Box
    styles: tuple[TextStyle, ...]
    leadings: tuple[int, ...]
    label: str  # the name in the selection pane
    prompt: str = ""
    align: Align = "l"
    anchor: Anchor = "t"
    vertical: bool = False
    inherits: bool = True  # whether every client takes its text style from the layout
    indented: bool = False  # whether its layout sets it in or gives it a bullet, which our paragraphs take off


class Path(Struct, frozen=True, gc=False):
    """A freeform: SVG-like commands M L C Z in a grid of `width` x `height`."""

    width: int
    height: int
    commands: tuple[tuple[str, tuple[int, ...]], ...]


class TextBox(Struct, frozen=True, gc=False, kw_only=True):
    """Text already broken into lines; a writer never wraps it again. May carry its own fill and border."""

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    margins: tuple[Emu, Emu, Emu, Emu] = (0, 0, 0, 0)  # left, top, right, bottom
    anchor: Anchor = "t"
    vertical: bool = False  # upright columns from right to left
    shape: Preset = "rect"
    fill: Fill | None = None
    stroke: Stroke | None = None
    placeholder: Placeholder | None = None
    link: int = 0  # number of the slide a click leads to; 0 is none
    link_tip: str = ""
    decorative: bool = False
    wraps: bool = True
    source: Span = NOWHERE
    step: int = 0  # the click with which it appears; 0: it stands from the start

    @property
    def ink_height(self) -> Emu:
        """What the lines need; more than the room between the margins is an overflow."""
        return sum(paragraph_height(p) for p in self.paragraphs)


class ShapeBox(Struct, frozen=True, gc=False, kw_only=True):
    """A shape without text. `alt` says what it means; an empty one is decoration."""

    name: str
    box: Box
    shape: Preset = "rect"
    path: Path | None = None
    fill: Fill | None = None
    stroke: Stroke | None = None
    alt: str = ""
    source: Span = NOWHERE
    step: int = 0


class Series(Struct, frozen=True, gc=False, kw_only=True):
    """One row of numbers of a chart, and how each of its points looks."""

    name: str
    values: tuple[str, ...]  # exact decimals; "" where nobody knows
    labels: tuple[str, ...]  # as they are shown; "" where none is
    formats: tuple[str, ...]  # the number format that writes a label from its value
    fills: tuple[Color, ...]
    styles: tuple[TextStyle, ...]  # of the labels
    line: bool = False  # a line with dots, in the band above the columns where there are some


class Scale(Struct, frozen=True, gc=False):
    """The ends of an axis, exact decimals: what a client would choose by itself leaves no room for labels."""

    low: str
    high: str


class ChartBox(Struct, frozen=True, gc=False, kw_only=True):
    """A native chart, its numbers kept in a workbook of its own."""

    name: str
    box: Box
    alt: str
    kind: ChartKind
    plot: Box  # what the bars fill, labels at their ends included; a square for a pie
    categories: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...] = ()  # of the categories, where they are shown
    series: tuple[Series, ...]
    scale: Scale
    line_scale: Scale = Scale("0", "1")
    gap: int = 70  # between groups of bars, percent of a bar
    axis_style: TextStyle
    axis: Stroke | None = None  # on which columns stand
    source: Span = NOWHERE
    step: int = 0


class TableCell(Struct, frozen=True, gc=False, kw_only=True):
    """What one cell holds; `margins` as those of a text box, so that numbers of a column stand on their decimal marks."""

    paragraphs: tuple[Paragraph, ...]
    margins: tuple[Emu, Emu, Emu, Emu]
    stroke: Stroke | None = None  # around what nobody knows yet
    source: Span = NOWHERE


class TableBox(Struct, frozen=True, gc=False, kw_only=True):
    """A native table. Its ground and rules are those of the design's `TableLook`; the first row is its head."""

    name: str
    box: Box
    alt: str
    columns: tuple[Emu, ...]  # widths; they fill the box
    rows: tuple[Emu, ...]  # heights, the head first
    cells: tuple[tuple[TableCell, ...], ...]  # row by row
    total: bool = False  # whether the last row sums up
    source: Span = NOWHERE
    step: int = 0

    @property
    def boxes(self) -> tuple[TextBox, ...]:
        """Every cell as the text box that it amounts to, row by row: what rules and drawings look at."""
        found = []
        y = self.box.y
        for number, (height, row) in enumerate(zip(self.rows, self.cells, strict=True), 1):
            x = self.box.x
            for letter, (width, cell) in enumerate(zip(self.columns, row, strict=True)):
                found.append(
                    TextBox(
                        name=f"{self.name} {chr(65 + letter)}{number}", box=Box(x, y, width, height), paragraphs=cell.paragraphs,
                        margins=cell.margins, anchor="ctr", stroke=cell.stroke, source=cell.source,
                    )
                )  # fmt: skip
                x += width
            y += height
        return tuple(found)


class Picture(Struct, frozen=True, gc=False):
    """A picture as it goes into the file: cropped, scaled, without what its camera noted; equal ones are one part."""

    data: bytes
    format: Literal["jpeg", "png"]
    digest: str  # of the data


class PictureBox(Struct, frozen=True, gc=False, kw_only=True):
    """A picture that fills its box. `alt` says what it shows; an empty one is decoration."""

    name: str
    box: Box
    picture: Picture
    alt: str = ""
    source: Span = NOWHERE
    step: int = 0


class Group(Struct, frozen=True, gc=False, kw_only=True):
    name: str
    box: Box
    items: tuple[Item, ...]
    alt: str
    source: Span = NOWHERE
    step: int = 0


Item = TextBox | ShapeBox | ChartBox | TableBox | PictureBox | Group


class Layout(Struct, frozen=True, gc=False, kw_only=True):
    """A named slide layout: background, ornaments and the places to fill."""

    name: str
    label: str
    background: Fill
    ornaments: tuple[Item, ...]
    placeholders: tuple[Placeholder, ...]
    hides_master: bool = False


# A notes page is A4 upright (EMU): what is printed is as large as it says. (PowerPoint's own is 7.5 x 10 in, which no paper is.)
NOTES_SIZE = (7_560_000, 10_692_000)


class NotesPage(Struct, frozen=True, gc=False):
    """How notes are printed: the room for the picture of the slide, the box of the text, its size and line spacing.

    With size 0 the text is as large as the notes master has it by itself, or, on a slide, as the master of its deck.
    """

    size: int = 0  # hundredths of a point
    leading: int = 0
    before: int = 0  # a paragraph
    image: Box = Box(720_000, 908_820, 6_120_000, 3_421_440)
    text: Box = Box(720_000, 4_651_020, 6_120_000, 5_239_080)
    number: Box = Box(3_780_000, 10_080_000, 3_060_000, 360_000)  # of the page
    cut: int = 0  # characters that the page does not hold


NOTES_PAGE = NotesPage()


class PlacedSlide(Struct, frozen=True, gc=False, kw_only=True):
    number: int
    title: str
    layout: str
    arrangement: str  # which way of placing was chosen, for tests and for the curious
    items: tuple[Item, ...]
    notes: str
    notes_open: tuple[tuple[int, int], ...] = ()  # the stretches of the notes that print what nobody knows yet
    notes_source: Span = NOWHERE
    notes_page: NotesPage = NOTES_PAGE
    hidden: bool = False  # left out of the show
    frozen: bool = False  # as somebody edited it in a deck, where one is named
    background: Picture | None = None  # behind the slide, instead of the ground of its layout
    bare: bool = False  # without the ornaments of layout and master
    clicks: int = 0  # how many bring what does not stand from the start: the steps of its items count from 1 to here
    transition: Transition = ""  # from the slide before
    source: Span = NOWHERE


class SectionMark(Struct, frozen=True, gc=False):
    """A section of PowerPoint's slide sorter: the slides from `first` on."""

    title: str
    first: int
    count: int


class FontPair(Struct, frozen=True, gc=False):
    latin: str
    ea: str
    fallback: str = ""  # stands in for a face that nobody knows, where a writer can name stand-ins


class TableLook(Struct, frozen=True):
    """How every table of a deck looks, one inserted by hand too: its grounds, the rules between rows and above the sum."""

    head: Fill
    head_text: Color
    row: Fill
    band: Fill  # of every other row
    text: Color
    rule: Stroke
    total: Stroke


class Part(Struct, frozen=True, gc=False):
    """A part of a package: its name without the leading slash, its content type, its bytes."""

    name: str
    type: str
    data: bytes


class Foundation(Struct, frozen=True, kw_only=True):
    """The package of an organisation that a deck is written into: its parts stay as they are, our slides stand on its layouts."""

    parts: tuple[Part, ...]  # masters, layouts, themes and all they lead to, their relations among them
    layouts: dict[str, str]  # name of a layout of ours -> the part that slides of it follow
    main: str  # the presentation part
    head: str  # its text up to the list of slides
    tail: str  # its text behind that
    extensions: str  # those of its extensions that stay
    relations: tuple[tuple[str, str, str], ...]  # of the presentation: (id, kind, part)
    notes_master: str  # "" where it has none
    notes_body: str  # `idx` of the place for notes on it
    table_style: str  # the id of the style that its tables have


class Design(Struct, frozen=True, kw_only=True):
    """What the master, the layouts and the theme part are written from; every slide is `width` x `height`."""

    name: str
    width: Emu
    height: Emu
    palette: dict[str, str]  # slot -> RRGGBB
    fonts: dict[Face, FontPair]
    table: TableLook
    master: Layout
    layouts: tuple[Layout, ...]
    foundation: Foundation | None = None  # where there is one, master and layouts are drawn only by writers that cannot write into it


class Properties(Struct, frozen=True, kw_only=True):
    """Document properties; `timestamp` is an ISO 8601 moment in UTC that the outline, not the clock, decides."""

    title: str
    author: str
    subject: str
    language: str
    timestamp: str


class Pace(Struct, frozen=True):
    """How fast it is said, and how long it may take."""

    rate: int = 0  # characters a minute, words of an English deck; 0 is the usual
    minutes: int = 0  # for the whole; 0 where the author does not say
    words: bool = False  # whether words are counted
    speech: float = 0  # seconds that the speech takes, where its file is named; 0 where the notes are all there is
    told: bool = False  # whether the author asks for it in the head


class Scene(Struct, frozen=True, kw_only=True):
    properties: Properties
    design: Design
    slides: tuple[PlacedSlide, ...]
    sections: tuple[SectionMark, ...]
    pace: Pace = Pace()
    notes_page: NotesPage = NOTES_PAGE  # of the notes master
    origin: Origin | None = None  # what the deck remembers of it; None for one that shall not say where it came from


def paragraph_height(paragraph: Paragraph) -> Emu:
    return (paragraph.leading * len(paragraph.lines) + paragraph.space_before) * EMU_PER_PT // 100
