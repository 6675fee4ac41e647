"""What the author meant: the report as parts and slides, before anything is placed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.geometry import Emu
from deckgen.language import ZH_CN, Language


class Run(Struct, frozen=True, gc=False):
    """A stretch of text of one kind. Figures are already written out; `figure` names where they came from.

    `link` is an address, or # and the `id` of a slide. BREAK in the text is the author's own line end.
    `source` is where the words stand when that is not where their text does.
    """

    text: str
    strong: bool = False
    figure: str = ""
    link: str = ""
    raised: int = 0  # 1 above the line as in m², -1 below it as in CO₂
    part: str = ""  # what of the figure it is: change, history.2018; "" for its value with its unit
    source: Span = NOWHERE

    @property
    def reference(self) -> str:
        """What is written between the braces: gdp, gdp.change."""
        return f"{self.figure}.{self.part}" if self.part else self.figure


BREAK = "\v"  # the author's own line end, behind the space that stands for it where the text runs on


class Text(Struct, frozen=True, gc=False):
    """A text of the outline, its marks read and its figures written out."""

    runs: tuple[Run, ...] = ()
    source: Span = NOWHERE

    @property
    def plain(self) -> str:
        """The words on one line."""
        words = self.written
        return words.replace(BREAK, "") if BREAK in words else words

    @property
    def written(self) -> str:
        """The words with BREAK where the author ends a line."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)

    def __bool__(self) -> bool:
        return bool(self.runs)


NO_TEXT = Text()


class Point(Struct, frozen=True, gc=False):
    lead: Text = NO_TEXT
    text: Text = NO_TEXT
    key: Text = NO_TEXT  # the key word of a principle or a problem
    answer: Text = NO_TEXT  # what is done about a problem
    icon: str = ""
    source: Span = NOWHERE


class Pair(Struct, frozen=True, gc=False):
    """Two sides to be balanced, such as 稳 and 进."""

    pair: tuple[str, str]
    lead: Text = NO_TEXT
    text: Text = NO_TEXT
    icon: str = ""
    source: Span = NOWHERE

    @property
    def first(self) -> str:
        return self.pair[0]

    @property
    def second(self) -> str:
        return self.pair[1]


class Row(Struct, frozen=True, gc=False):
    """A row of a table; cells without words hold nothing."""

    cells: tuple[Text, ...]
    source: Span = NOWHERE


class Column(Struct, frozen=True, gc=False):
    """A column of a table: its head, and how its cells stand where the author says so."""

    label: Text
    align: str = ""  # left, center, right; "" as its cells ask for
    width: int = 0  # in proportion to the others; 0 as its cells need
    emphasis: bool = False
    format: str = ""  # of its numbers: 0.0
    name: str = ""  # of the column in a file
    source: Span = NOWHERE


class Grid(Struct, frozen=True, gc=False):
    """A table in a file: the heads first; each cell knows its place there."""

    rows: tuple[tuple[Text, ...], ...]
    source: Span


class Quantity(Struct, frozen=True, gc=False):
    """One value of a chart as it is written, and its number; None where nobody knows it."""

    text: Text
    value: Decimal | None


class ImageFile(Struct, frozen=True, gc=False):
    """A picture that a slide shows, as its file holds it; without data where it is not there yet."""

    path: str
    data: bytes = b""
    source: Span = NOWHERE


class Image(Struct, frozen=True, gc=False, kw_only=True):
    """A picture with its words."""

    image: ImageFile | None = None
    alt: str = ""
    decorative: bool = False
    fit: str = ""
    focus: tuple[float, float] | None = None  # of the picture, from its top left corner: what a crop keeps
    label: Text = NO_TEXT
    source: Span = NOWHERE


class FigureUse(Struct, frozen=True, gc=False):
    """A figure of the ledger that a slide shows as a card."""

    name: str
    source: Span


class Claim(Struct, frozen=True, gc=False):
    """A counted claim such as “七个坚持”: its wording, its number and what is counted."""

    text: str
    count: int
    noun: str
    source: Span
    found: int | None = None  # how many there are; None where faults in the list make counting pointless


class CheckSetting(Struct, frozen=True, gc=False):
    """What the author says of one rule: `off`, or how grave its findings are."""

    rule: str
    level: str
    source: Span


class Slide(Struct, frozen=True, gc=False, kw_only=True):
    """What slides of every kind have; `kinds` has the rest of each."""

    id: str = ""  # what links to it say
    title: Text
    kicker: Text = NO_TEXT
    motto: Text = NO_TEXT  # a line under the title, of kinds that have one
    claim: Claim | None = None
    note: Text = NO_TEXT  # a line at the foot
    cited: Text = NO_TEXT  # the source of what it shows, behind the note
    background: ImageFile | None = None  # a picture behind the slide
    hidden: bool = False  # left out of the show
    keep: str = ""  # deck: as somebody edited it there
    layout: str = ""  # the arrangement that the author chose, by its name
    reveal: str = ""  # points, all-but-first or none; as the report says where it is empty
    transition: str = ""  # fade, push or none; as the report says where it is empty
    notes: Text = NO_TEXT
    continued: bool = False  # what did not fit on the slide before
    before: int = 0  # how many of its entries stand on the slides before
    source: Span = NOWHERE


class Part(Struct, frozen=True, gc=False, kw_only=True):
    title: Text
    claim: Claim | None = None
    agenda: bool = False
    divider: str = ""  # auto, off or agenda; as the outline says where it is empty
    motto: Text = NO_TEXT
    notes: Text = NO_TEXT
    slides: tuple[Slide, ...] = ()
    source: Span = NOWHERE


class Closing(Struct, frozen=True, gc=False, kw_only=True):
    title: Text
    text: Text = NO_TEXT
    notes: Text = NO_TEXT
    source: Span = NOWHERE


class Speech(Struct, frozen=True, gc=False, kw_only=True):
    """How long the whole may take, how fast it is said, and the file of what is said."""

    minutes: int | None = None
    rate: int | None = None
    text: str = ""  # relative to the outline
    source: Span = NOWHERE


class Footer(Struct, frozen=True, gc=False, kw_only=True):
    """What stands at the foot of every slide, where the author says it."""

    text: Text = NO_TEXT  # instead of the title of the report
    date: Text = NO_TEXT  # "true" stands for the date of the report
    pages: str = ""  # number, total or none
    hidden: str = ""  # skip: hidden slides have no number and are not counted
    source: Span = NOWHERE


class Cover(Struct, frozen=True, gc=False, kw_only=True):
    """What the author says of the look of the cover; its words are those of the report."""

    image: ImageFile | None = None  # behind its words
    seal: ImageFile | None = None  # beside them: what an organisation may show
    focus: tuple[float, float] | None = None  # of the picture, from its top left corner: what a crop keeps
    source: Span = NOWHERE


class Outline(Struct, frozen=True, kw_only=True):
    path: str
    title: Text
    kicker: Text = NO_TEXT
    subtitle: Text = NO_TEXT
    organization: Text = NO_TEXT
    presenter: Text = NO_TEXT
    date: Text = NO_TEXT
    dated: str = ""  # the same as it was written: 2020-01-15
    language: Language = ZH_CN
    theme: str = "zhengwu-red"
    theme_source: Span = NOWHERE
    page_source: Span = NOWHERE
    page_width: Emu = 0  # of a page 720 design pixels high; 0: as the theme has it
    notes: Text = NO_TEXT
    cover: Cover | None = None
    footer: Footer | None = None
    speech: Speech | None = None
    keep: tuple[str, ...] = ()  # words that no line break may cut
    divider: str = ""  # auto, off or agenda
    continues: bool = False  # whether what does not fit goes on a （续） slide
    reveal: str = ""  # points, all-but-first or none
    transition: str = ""  # fade, push or none
    checks: tuple[CheckSetting, ...] = ()
    parts: tuple[Part, ...] = ()
    closing: Closing | None = None


def opening_of(part: Part, report: Outline) -> str:
    """The slide before those of a part: `agenda`, `divider`, or none.

    Of two parts or more each begins with a divider, unless it has an overview, or its only slide says its title anyway.
    """
    wanted = part.divider or report.divider
    if part.agenda:
        return "divider" if wanted == "agenda" else "agenda"
    same = len(part.slides) == 1 and part.title.plain in part.slides[0].title.plain
    return "divider" if len(report.parts) > 1 and part.slides and not same and wanted != "off" else ""


def figures_in(value: object) -> Iterator[str]:
    """The name of every figure that a slide (or any value of it) uses, on a card, in a text or in the notes."""
    if isinstance(value, Text):
        yield from (run.figure for run in value.runs if run.figure)
    elif isinstance(value, FigureUse):
        yield value.name
    elif isinstance(value, tuple):
        for entry in value:
            yield from figures_in(entry)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from figures_in(getattr(value, name))
