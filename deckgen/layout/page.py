"""One slide in the making: its layout's places are filled, items are added, and a scene slide comes out."""

from __future__ import annotations

from msgspec import Struct

from deckgen import outline, scene
from deckgen.diagnostics import NOWHERE, Findings, Span
from deckgen.figures import Figure, Ledger
from deckgen.geometry import Box, Emu, px
from deckgen.layout.masters import PlaceholderSet
from deckgen.layout.typeset import Fall, Setting, Typesetter, characters_that_fit, paragraph, sense_lines
from deckgen.outline import NO_TEXT, Run, Text
from deckgen.scene import Anchor, Item, Paragraph, Placeholder, Preset, ShapeBox, TextBox
from deckgen.theme import LayoutSpec, Surface, Theme

RULE_HEIGHT = px(2)
SAMPLE_MARK = "　·　示例数据"


class Stop(Struct, frozen=True):
    """One stop of a section navigation: its numeral, its title and the slide it leads to."""

    numeral: str
    title: str
    slide: int


class Place(Struct, frozen=True):
    """Where a slide stands in the deck."""

    number: int
    total: int
    kicker: Text = NO_TEXT
    numeral: str = ""
    stops: tuple[Stop, ...] = ()
    link_targets: tuple[int, ...] = ()


class Deck(Struct, frozen=True):
    """What every slide of one deck shares while it is laid out."""

    theme: Theme
    ledger: Ledger
    typesetter: Typesetter
    findings: Findings
    placeholders: dict[str, PlaceholderSet]
    title: str
    has_samples: bool


class Page:
    def __init__(self, deck: Deck, layout: str, place: Place, source: Span) -> None:
        self.deck = deck
        self.spec: LayoutSpec = deck.theme.layouts[layout]
        self.placeholders = deck.placeholders[layout]
        self.place = place
        self.source = source
        self.items: list[Item] = []
        self.sample = False  # whether a sample value is shown or spoken
        self.before = 0  # how many of the entries stand on the slides before this one

    @property
    def content(self) -> Box:
        return self.spec.content

    @property
    def options(self) -> dict[str, str]:
        return self.spec.options

    def setting(self, role: str, step: int = 0) -> Setting:
        return self.deck.typesetter.setting(role, step)

    def surface(self, name: str) -> Surface:
        return self.deck.theme.surfaces[name]

    def figure(self, use: outline.FigureUse) -> Figure:
        return self.deck.ledger.figures[use.name]

    def put(self, name: str, text: Text, max_lines: int = 99, beside: str = "", below: Emu = 0) -> None:
        """Fill the layout's place `name`, at the largest size that fits it.

        With `beside`, the room of that neighbour, empty on this slide, is taken as well and the text stands in its middle.
        With `below`, only what of the place lies below that line is taken.
        """
        if not text:
            return
        place = self.spec.places[name]
        box = place.box if not beside else joined_boxes(place.box, self.spec.places[beside].box)
        if below > box.y:
            box = Box(box.x, below, box.width, box.bottom - below)
        setting, lines = self.fitted(text, place.role, box, max_lines, name)
        placeholder = self.placeholders[name]
        self.text(
            placeholder.label,
            box,
            (paragraph(text, lines, setting, Fall(place.align), hard=True),),
            anchor="ctr" if beside else place.anchor,
            placeholder=placeholder,
            source=text.source,
        )

    def fitted(self, text: Text, role: str, box: Box, max_lines: int, what: str) -> tuple[Setting, tuple[str, ...]]:
        """The largest size of a role at which the text fits the box; an overflow at the floor is noted."""
        plain = text.plain
        for step in self.deck.typesetter.steps(role):
            setting = self.setting(role, step)
            lines = sense_lines(plain, setting, box.width)
            allowed = min(max_lines, box.height // setting.line_height)
            if len(lines) <= allowed and self.prefers(len(lines), step, role, max_lines):
                return setting, lines
        if len(lines) > allowed:
            self.overflow(text, what, setting, box.width, allowed)
        return setting, lines

    def prefers(self, count: int, step: int, role: str, max_lines: int) -> bool:
        """Of a place for one line or two: two only when one is out of reach two steps down."""
        return count == 1 or max_lines > 2 or step >= min(2, len(self.deck.theme.roles[role].sizes) - 1)

    def overflow(self, text: Text, what: str, setting: Setting, width: Emu, lines: int) -> None:
        plain = text.plain
        fits = characters_that_fit(plain, setting, width, lines)
        over = max(1, len(plain) - fits)
        self.deck.findings.error(text.source, "layout/overflow", what=what, over=over, fits=fits, length=len(plain))

    def add(self, *items: Item) -> None:
        self.items.extend(items)

    def text(
        self,
        name: str,
        box: Box,
        paragraphs: tuple[Paragraph, ...],
        *,
        anchor: Anchor = "t",
        placeholder: Placeholder | None = None,
        surface: Surface | None = None,
        margins: tuple[Emu, Emu, Emu, Emu] = (0, 0, 0, 0),
        vertical: bool = False,
        link: int = 0,
        link_tip: str = "",
        decorative: bool = False,
        wraps: bool = True,
        source: Span | None = None,
    ) -> TextBox:
        box_item = text_box(
            name, box, paragraphs, anchor, placeholder, surface, margins, vertical, link, link_tip, decorative, wraps, source or self.source
        )
        self.items.append(box_item)
        return box_item

    def panel(self, name: str, box: Box, surface: str) -> None:
        """A surface as decoration, its edge with it."""
        self.items.extend(surface_items(name, box, self.surface(surface)))

    def finish(self, title: Text, arrangement: str, notes: Text, claim: str = "") -> scene.Slide:
        """Footer and number stand last, as the reading order wants them."""
        if "footer" in self.spec.places:
            self.footer()
        return scene.Slide(
            number=self.place.number,
            title=title.plain + claim,
            layout=self.spec.name,
            arrangement=arrangement,
            items=tuple(self.items),
            notes=notes.plain,
            source=self.source,
        )

    def footer(self) -> None:
        """The report's title (cut where it is too long: the cover has it whole), the sample mark, and the number."""
        place = self.spec.places["footer"]
        setting = self.setting(place.role)
        mark = SAMPLE_MARK if self.sample else ""
        title = cut_to(self.deck.title, setting, place.box.width - setting.width(mark))
        self.footing("footer", scene.Run(title + mark, setting.style))
        self.footing("number", self.number_run())

    def footing(self, name: str, run: scene.Run) -> None:
        place = self.spec.places[name]
        self.text(
            self.placeholders[name].label,
            place.box,
            (Paragraph(((run,),), self.setting(place.role).leading, place.align),),
            anchor=place.anchor,
            placeholder=self.placeholders[name],
        )

    def number_run(self) -> scene.Run:
        return scene.Run(str(self.place.number), self.setting(self.spec.places["number"].role).style, "slidenum")


def cut_to(text: str, setting: Setting, width: Emu) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if setting.width(text) <= width:
        return text
    while text and setting.width(text + "…") > width:
        text = text[:-1]
    return text + "…"


def text_box(
    name: str,
    box: Box,
    paragraphs: tuple[Paragraph, ...],
    anchor: Anchor = "t",
    placeholder: Placeholder | None = None,
    surface: Surface | None = None,
    margins: tuple[Emu, Emu, Emu, Emu] = (0, 0, 0, 0),
    vertical: bool = False,
    link: int = 0,
    link_tip: str = "",
    decorative: bool = False,
    wraps: bool = True,
    source: Span = NOWHERE,
) -> TextBox:
    shape: Preset = surface.shape if surface else "rect"  # type: ignore[assignment]
    return TextBox(
        name=name, box=box, paragraphs=paragraphs, margins=margins, anchor=anchor, vertical=vertical, shape=shape,
        fill=surface.fill if surface else None, stroke=surface.stroke if surface else None, placeholder=placeholder,
        link=link, link_tip=link_tip, decorative=decorative, wraps=wraps, source=source,
    )  # fmt: skip


def surface_items(name: str, box: Box, surface: Surface) -> list[Item]:
    shape: Preset = surface.shape  # type: ignore[assignment]
    return [ShapeBox(name=name, box=box, shape=shape, fill=surface.fill, stroke=surface.stroke), *edge_items(name, box, surface)]


def edge_items(name: str, box: Box, surface: Surface) -> list[Item]:
    """The strip of colour along one side of a card."""
    if not surface.edge:
        return []
    width = surface.edge_width
    strip = {
        "left": Box(box.x, box.y, width, box.height),
        "top": Box(box.x, box.y, box.width, width),
        "bottom": Box(box.x, box.bottom - width, box.width, width),
    }[surface.edge]
    return [ShapeBox(name=f"{name} 色边", box=strip, fill=surface.edge_fill)]


def rule(name: str, x: Emu, y: Emu, width: Emu, surface: Surface, height: Emu = RULE_HEIGHT) -> ShapeBox:
    """A short line, drawn as a thin filled box so that it stays crisp at any zoom."""
    return ShapeBox(name=name, box=Box(x, y, width, height), fill=surface.fill)


def joined_boxes(one: Box, other: Box) -> Box:
    """The smallest box around both."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def joined(*texts: Text) -> Text:
    """Texts one after another, as one."""
    runs: tuple[Run, ...] = tuple(run for text in texts for run in text.runs)
    return Text(runs, next((text.source for text in texts if text), NOWHERE))
