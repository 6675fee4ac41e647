"""What a finished deck holds: slides in order, shapes where they stand, text as it is set; all of it frozen."""

from __future__ import annotations

from msgspec import Struct

from deckgen.geometry import Box
from deckgen.inspect.resolve.fills import NOTHING, Fill

TITLES = ("title", "ctrTitle")
OBJECTS = ("picture", "media", "chart", "table", "diagram", "object")  # kinds of shape that are neither text nor drawn form
FOOTERS = ("ftr", "dt", "sldNum")  # footer, date and number: what every slide repeats


class PlaceholderKey(Struct, frozen=True, gc=False):
    """Which placeholder of its layout a shape fills."""

    type: str
    idx: str


class Link(Struct, frozen=True, gc=False):
    target: str
    internal: bool  # to a slide, or an action of the show


class FinishedRun(Struct, frozen=True, gc=False):
    """Text of one style, everything resolved but what `fill` leaves unknown."""

    text: str
    size: int  # hundredths of a point, as autofit shows it
    bold: bool
    fill: Fill
    latin: str
    ea: str
    lang: str
    alt_lang: str
    tracking: int = 0
    raised: bool = False  # superscript or subscript, shown at two thirds of its size
    link: Link | None = None

    @property
    def large(self) -> bool:
        """Large text in the sense of WCAG 2.1, 1.4.3."""
        return self.size >= 1800 or (self.bold and self.size >= 1400)


class FinishedLine(Struct, frozen=True, gc=False):
    """A line as PowerPoint should break it: the ink on the slide, and the runs it is made of."""

    box: Box
    runs: tuple[FinishedRun, ...]


class FinishedText(Struct, frozen=True):
    paragraphs: tuple[tuple[FinishedRun, ...], ...]
    lines: tuple[FinishedLine, ...]
    needed: int  # EMU across the lines that the ink takes
    room: int  # EMU across the lines between the edges of the shape
    pitch: int  # EMU of its highest line
    autofit: str = ""  # norm: shrinks, shape: the shape grows, diagram: PowerPoint sets SmartArt anew whenever it changes
    upright: bool = False  # its lines run down the shape
    warped: bool = False  # WordArt: its letters are stretched, sizes say nothing

    @property
    def plain(self) -> str:
        return "\n".join("".join(run.text for run in paragraph) for paragraph in self.paragraphs).strip()

    @property
    def runs(self) -> list[FinishedRun]:
        return [run for paragraph in self.paragraphs for run in paragraph if run.text.strip()]


class TableCell(Struct, frozen=True):
    name: str  # as a spreadsheet names it: B3
    text: FinishedText | None
    fill: Fill


class Table(Struct, frozen=True):
    cells: tuple[TableCell, ...]
    header: bool  # its first row is marked as one
    merged: tuple[str, ...]  # names of cells that span others
    height: int  # EMU that the rows take with their text


class Shape(Struct, frozen=True, kw_only=True):
    kind: str  # text, picture, media, chart, table, diagram, object, group, connector
    name: str
    box: Box | None
    parent: int = -1  # index of the group it stands in among the shapes of its slide
    placeholder: PlaceholderKey | None = None
    alt: str = ""
    decorative: bool = False
    hidden: bool = False
    beside: bool = False  # wholly off the slide: no part of the show
    fill: Fill = NOTHING
    edged: bool = False  # a line is drawn around it
    line: Fill = NOTHING  # of which colour, where the shape says it itself
    outline: str = ""  # ellipse, free; "" is its box
    text: FinishedText | None = None
    table: Table | None = None
    link: Link | None = None
    part: str = ""  # of a chart

    @property
    def plain(self) -> str:
        return self.text.plain if self.text else ""

    @property
    def unseen(self) -> bool:
        """Whether nobody sees it in the show."""
        return self.hidden or self.beside

    @property
    def is_footer(self) -> bool:
        return self.placeholder is not None and self.placeholder.type in FOOTERS

    @property
    def is_title(self) -> bool:
        return self.placeholder is not None and self.placeholder.type in TITLES


class FinishedSlide(Struct, frozen=True, kw_only=True):
    number: int
    part: str
    shapes: tuple[Shape, ...] = ()  # from the bottom up, groups before what they hold
    below: tuple[Shape, ...] = ()  # what master and layout paint under them
    background: Fill = NOTHING
    hidden: bool = False
    notes: str = ""
    opening: bool = False  # of a layout for covers
    moves: bool = False  # it has a transition or an animation
    readable: bool = True

    @property
    def title(self) -> str:
        return next((shape.plain for shape in self.shapes if shape.is_title and shape.plain), "")


class ListedSection(Struct, frozen=True):
    name: str
    guid: str
    slide_ids: tuple[str, ...]


class Presentation(Struct, frozen=True, kw_only=True):
    """What presentation.xml lists."""

    part: str
    width: int
    height: int
    slide_ids: tuple[tuple[str, str], ...]  # (id, relationship), in the order of the show
    master_ids: tuple[tuple[str, str], ...]
    notes_masters: int
    sections: tuple[ListedSection, ...]
    embedded: frozenset[str]  # faces that travel with the deck
