"""One slide in the making: its layout's places are filled, items are added, and a scene slide comes out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypedDict, TypeVar, Unpack

from msgspec import Struct, structs

from deckgen import outline, scene
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.setting import Setting, Typesetter
from deckgen.blocks.stack import Fitted, SetStack, Stack, fit_each
from deckgen.blocks.surface import surface_items, text_box
from deckgen.diagnostics import Findings, Span, listed
from deckgen.figures import Figure, Ledger
from deckgen.geometry import Box, Emu, is_wide, px
from deckgen.language import Language
from deckgen.names import Name, Names
from deckgen.outline import NO_TEXT, Text
from deckgen.scene import Anchor, Item, Paragraph, Placeholder, TextBox, Transition
from deckgen.theme import LayoutSpec, Place, Sheet, Surface, Theme

T = TypeVar("T")
PlaceholderSet = dict[str, Placeholder]

GUTTER = px(24)
SLACK = px(3)  # a box as high as its text is shrunk by LibreOffice
FEW_LINES = 3  # more are a text, of which no number of lines is better


class Stop(Struct, frozen=True):
    """One stop of a section navigation: its numeral, its title and the slide it leads to."""

    numeral: str
    title: str
    slide: int


class Position(Struct, frozen=True):
    """Where a slide stands in the deck."""

    number: int
    total: int  # of those that are shown
    kicker: Text = NO_TEXT
    numeral: str = ""
    part: str = ""  # the title of the part it belongs to, where there are several
    stops: tuple[Stop, ...] = ()
    link_targets: tuple[int, ...] = ()
    before: tuple[str, ...] = ()  # how the last two slides are arranged
    behind: int = 0  # how many hidden ones there are up to it

    @property
    def shown(self) -> int:
        """How many slides have been shown when it is."""
        return self.number - self.behind


class Pages(Struct, frozen=True):
    """How slides are numbered where that is not the number of the slide alone."""

    style: str  # number, total or none
    count: int  # of all slides, hidden ones too
    skips_hidden: bool


class DeckSetup(Struct, frozen=True):
    """What every slide of one deck shares while it is laid out."""

    theme: Theme
    ledger: Ledger
    typesetter: Typesetter
    findings: Findings
    placeholders: dict[str, PlaceholderSet]
    language: Language
    title: str
    has_samples: bool
    date: str = ""  # of the report, for layouts that have a place for it
    pages: Pages | None = None  # how slides are numbered, where the author says it
    reveal: str = ""  # points or all-but-first: entries come click by click; "" where they stand from the start
    transition: Transition = ""  # from slide to slide


class TextOptions(TypedDict, total=False):
    """What a text box may have besides name, box, words and surface."""

    anchor: Anchor
    placeholder: Placeholder | None
    margins: tuple[Emu, Emu, Emu, Emu]
    vertical: bool
    link: int
    link_tip: str
    decorative: bool
    wraps: bool
    source: Span


class Page:
    def __init__(self, deck: DeckSetup, layout: str, position: Position, source: Span) -> None:
        self.deck = deck
        self.spec: LayoutSpec = deck.theme.layouts[layout]
        self.placeholders = deck.placeholders[layout]
        self.position = position
        self.source = source
        self.items: list[Item] = []
        self.written: dict[str, Text] = {}  # what stands in which place of the layout
        self.content: Box = self.spec.content  # what the head of the slide leaves
        self.sample = False  # whether a sample value is shown or spoken
        self.hidden = False  # whether the show leaves the slide out
        self.layout = ""  # the arrangement that the author chose; "" leaves the choice to the kind
        self.hero = ""  # the figure that leads its set, where the slide names one
        self.known: dict[Hashable, Any] = {}  # what was worked out while the slide was fitted, and may be asked for again
        self.before = 0  # how many of the entries stand on the slides before this one
        self.reveal = ""  # points or all-but-first: entries come click by click
        self.step = 0  # the click with which comes what is added

    @property
    def options(self) -> dict[str, str]:
        return self.spec.options

    @property
    def typesetter(self) -> Typesetter:
        return self.deck.typesetter

    @property
    def language(self) -> Language:
        return self.deck.language

    @property
    def names(self) -> Names:
        return self.deck.language.names

    def option(self, name: str) -> str:
        """What the author chose for this slide, else what the theme chose; "" where neither did."""
        return self.layout or self.options.get(name, "")

    def unfit(self, *others: str) -> None:
        """Note that the arrangement which the author chose does not hold the slide, and which `others` there are."""
        self.deck.findings.error(self.source, "layout/unfit", layout=self.layout, others=listed(others))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once for the slide."""
        if key not in self.known:
            self.known[key] = make()
        found: T = self.known[key]
        return found

    def name(self, name: Name, number: int | None = None, content: str | None = None) -> str:
        """What a shape of a kind is called: 句首色条; numbered 标签1, with what it holds 原则1 党的领导."""
        word = self.language.choose(name)
        return word if number is None else self.language.numbered(word, number, content)

    @property
    def sheet(self) -> Sheet:
        return self.deck.theme.sheet

    def lanes(self, count: int) -> int:
        """In how many columns so many rows stand: in two on a wide page."""
        return 2 if count > 1 and is_wide(self.sheet.width, self.sheet.height) else 1

    def gap(self, pixels: int) -> Emu:
        """What stands between siblings: so many design pixels where the theme's gutter is 24, and in proportion to it elsewhere."""
        return px(pixels) * self.sheet.gutter // GUTTER

    def setting(self, role: str, step: int = 0) -> Setting:
        return self.deck.typesetter.setting(role, step)

    def surface(self, name: str) -> Surface:
        return self.deck.theme.surfaces[name]

    def figure(self, use: outline.FigureUse) -> Figure:
        return self.deck.ledger.figures[use.name]

    def put(self, name: str, text: Text, max_lines: int = 99, beside: str = "", box: Box | None = None, closer: str = "") -> None:
        """Fill the layout's place `name`, or another `box` for it, at the largest size that fits.

        With `beside`, the room of that neighbour, empty on this slide, is taken as well and the text stands in its middle.
        A role `closer` is that of a text which does not fit in its own: the same with its lines closer together.
        """
        if not text:
            return
        self.written[name] = text
        place = self.spec.places[name]
        box = box or (joined_boxes(place.box, self.spec.places[beside].box) if beside else place.box)
        passage = Passage(text=text, role=place.role, align=place.align, what=name)
        close = Passage(text=text, role=closer or place.role, align=place.align, what=name)
        fitted = self.fitted(passage, box, max_lines) or (self.fitted(close, box, max_lines) if closer else None)
        set_passage = fitted or self.overflowing(close, box, max_lines)
        self.text(
            self.placeholders[name].label,
            box,
            (set_passage.paragraph(),),
            anchor="ctr" if beside else place.anchor,
            placeholder=self.placeholders[name],
            source=text.source,
        )

    def take(self, name: str) -> Text | None:
        """Take the text of the layout's place `name` off the slide again, to be set elsewhere; None where it has none."""
        placeholder = self.placeholders[name]
        for index, item in enumerate(self.items):
            if isinstance(item, TextBox) and item.placeholder is placeholder:
                del self.items[index]
                return self.written[name]
        return None

    def start_below(self, y: Emu, lift: Emu = 0) -> None:
        """The content begins where the layout has it, by `lift` higher, but not above `y`."""
        box = self.spec.content
        top = max(y, box.y - lift)
        self.content = Box(box.x, top, box.width, box.bottom - top)

    def fits(self, name: str, text: Text, max_lines: int) -> bool:
        """Whether the layout's place holds the text in so many lines."""
        place = self.spec.places[name]
        return self.fitted(Passage(text=text, role=place.role), place.box, max_lines) is not None

    def fitted(self, passage: Passage, box: Box, max_lines: int) -> SetPassage | None:
        """The passage at the largest size of its role at which it fits the box; None when not even the floor does."""
        cut = None
        for step in self.typesetter.steps(passage.role):
            setting = self.setting(passage.role, step)
            allowed = min(max_lines, box.height // setting.line_height)
            attempt = passage.set_in(setting, box.width, allowed)
            if attempt.line_count <= allowed and self.prefers(attempt.line_count, step, passage.role, max_lines):
                if not attempt.splits_word:
                    return attempt
                cut = cut or attempt
        return cut

    def prefers(self, count: int, step: int, role: str, max_lines: int) -> bool:
        """Of a place for few lines: two only when one is out of reach two steps down, three only when two are at the floor."""
        if count == 1 or max_lines > FEW_LINES:
            return True
        floor = self.typesetter.floor(role)
        return step >= (min(2, floor) if count == 2 else floor)

    def overflowing(self, passage: Passage, box: Box, max_lines: int) -> SetPassage:
        """The passage at the floor, noted as too long for the box."""
        setting = self.setting(passage.role, self.typesetter.floor(passage.role))
        allowed = min(max_lines, box.height // setting.line_height)
        part = passage.set_in(setting, box.width, allowed)
        self.overflow(part, allowed)
        return part

    def fit(self, stacks: Sequence[Stack], widths: Sequence[Emu], room: Emu, limit: Emu | None = None) -> Fitted:
        """Siblings at the largest size at which all fit a height of `room`.

        What is higher than `limit` (without one, than `room`) even at the floor is noted.
        """
        limit = room if limit is None else limit
        fitted = fit_each(self.typesetter, stacks, widths, room, limit)
        for stack in fitted.stacks:
            if stack.parts and stack.height > limit:
                self.overflow(*stack.too_long(limit))
        return fitted

    def overflow(self, part: SetPassage, lines: int) -> None:
        """Note that only so many lines of a passage fit."""
        self.deck.findings.all.append(part.overflow(lines))

    def entry(self, index: int) -> None:
        """What is added from now on belongs to an entry of the slide, counted from 0: it comes with its click, where entries come one by one."""
        if self.reveal:
            self.step = self.step_of(index)

    def step_of(self, index: int) -> int:
        """The click with which an entry comes; 0 where it stands from the start."""
        return index + (self.reveal == "points") if self.reveal else 0

    def standing(self) -> None:
        """What is added from now on belongs to no entry."""
        self.step = 0

    def add(self, *items: Item) -> None:
        self.items.extend(items if not self.step else [structs.replace(item, step=self.step) for item in items])

    def text(
        self, name: str, box: Box, paragraphs: tuple[Paragraph, ...], surface: Surface | None = None, **options: Unpack[TextOptions]
    ) -> TextBox:
        """Add a text box; without a source it comes from the slide as a whole."""
        options.setdefault("source", self.source)
        made = text_box(name, box, paragraphs, surface, **options)
        self.add(made)
        return made

    def stack(self, name: str, box: Box, stack: SetStack, **options: Unpack[TextOptions]) -> None:
        """Add a stack as a text box, narrowed where that keeps the words of its text whole; centred text on both sides alike.

        Nothing is added for a stack without words: a text body without a paragraph is not valid.
        """
        if not stack.parts:
            return
        stack = stack.settled()
        left = stack.margin // 2 if stack.centred else 0
        options["margins"] = (left, 0, stack.margin - left, 0)
        if options.get("anchor", "t") == "t":
            box = Box(box.x, box.y, box.width, max(box.height, stack.height + SLACK))
        self.text(name, box, stack.paragraphs, **options)

    def panel(self, name: str, box: Box, surface: str) -> None:
        """A surface as decoration, its edge with it."""
        self.add(*surface_items(name, box, self.surface(surface), self.language))

    def finish(self, title: Text, arrangement: str, notes: Text, claim: str = "") -> scene.PlacedSlide:
        """Footer and number stand last, as the reading order wants them."""
        if "footer" in self.spec.places:
            self.footer()
        return scene.PlacedSlide(
            number=self.position.number,
            title=self.language.titled(title.plain, claim) if claim else title.plain,
            layout=self.spec.name,
            arrangement=arrangement,
            items=tuple(self.items),
            notes=notes.plain,
            notes_open=self.open_stretches(notes) if self.deck.ledger.figures else (),
            notes_source=notes.source,
            transition=self.deck.transition,
            source=self.source,
        )

    def open_stretches(self, notes: Text) -> tuple[tuple[int, int], ...]:
        """Where the notes print figures that nobody knows yet; their text has no line ends of the author's."""
        found, at = [], 0
        for run in notes.runs:
            end = at + len(run.text)
            if run.figure and not self.deck.ledger.figures[run.figure].known and "X" in run.text:
                found.append((at, end))
            at = end
        return tuple(found)

    def footer(self) -> None:
        """The report's title (cut where it is too long: the cover has it whole), the part, the sample mark, and the number."""
        place = self.spec.places["footer"]
        setting = self.setting(place.role)
        part = f"{self.language.furniture.footing}{self.position.part}" if self.position.part else ""
        mark = part + (self.language.furniture.sample if self.sample else "")
        title = cut_to(self.deck.title, setting, place.box.width - setting.width(mark))
        dated = self.spec.places.get("date")
        if dated and self.deck.date:
            self.footing("date", dated, one_line(cut_to(self.deck.date, setting, dated.box.width), setting, dated.align))
        self.footing("footer", place, one_line(title + mark, setting, place.align))
        number = self.page_number(self.spec.places["number"])
        if number:
            self.footing("number", self.spec.places["number"], number)

    def footing(self, name: str, place: Place, paragraph: Paragraph) -> None:
        self.text(self.placeholders[name].label, place.box, (paragraph,), anchor=place.anchor, placeholder=self.placeholders[name])

    def page_number(self, place: Place) -> Paragraph | None:
        """The slide's number as a field that PowerPoint keeps true; None where it has none."""
        setting = self.setting(place.role)
        if self.deck.pages:
            return self.counted_page(place, setting, self.deck.pages)
        return Paragraph(((scene.StyledRun(str(self.position.number), setting.style, "slidenum"),),), setting.leading, place.align)

    def counted_page(self, place: Place, setting: Setting, pages: Pages) -> Paragraph | None:
        """The number as the author wants it; where hidden slides before it are not counted it is written out, since a field would count them."""
        if pages.style == "none" or (self.hidden and pages.skips_hidden):
            return None
        number = self.position.shown if pages.skips_hidden else self.position.number
        field = "" if number != self.position.number else "slidenum"
        total = self.position.total if pages.skips_hidden else pages.count
        before, behind = self.language.numbered_page(total) if pages.style == "total" else ("", "")
        runs = (
            scene.StyledRun(before, setting.style),
            scene.StyledRun(str(number), setting.style, field),
            scene.StyledRun(behind, setting.style),
        )
        return Paragraph((tuple(run for run in runs if run.text),), setting.leading, place.align)


def cut_to(text: str, setting: Setting, width: Emu) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if setting.width(text) <= width:
        return text
    shorter = bisect_right(range(1, len(text)), width, key=lambda length: setting.width(text[:length] + "…"))
    return text[:shorter] + "…"


def joined_boxes(one: Box, other: Box) -> Box:
    """The smallest box around both."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
