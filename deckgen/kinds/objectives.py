"""Objectives: a panel with the year; a native chart once all targets are known; before, a table of them beside the year before, or cards."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.figures import fit_figures
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.surface import surface_items, text_box
from deckgen.blocks.values import ValueRoles, described, mark_width, pending_mark, printed, tail_words, value_line, value_width
from deckgen.diagnostics import Findings
from deckgen.drawing import DASHED, DEEP, FINE, HAIRLINE, INK, MAIN, MUTED, NUMBER, PALE, WHITE, Drawing, colored, drawn
from deckgen.fields import Field, Plain, figure_names, text
from deckgen.figures import Figure, Ledger
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.kind import Kind
from deckgen.kinds.reached import before, year_names
from deckgen.names import Name
from deckgen.outline import NO_TEXT, FigureUse, Run, Slide, Text
from deckgen.scene import Group, Item, Paragraph
from deckgen.style import Color, Gradient
from deckgen.theme import Place, Surface, type_role
from deckgen.trends import direction_of

TARGET = Name("目标", "Target")
TARGET_CARD = Name("目标卡", "Target card")
CHART_LEAST = 2  # one bar is no chart
COMPARED_LEAST = 2  # so many targets with a year before make a table; few targets are larger on cards
PANEL_MOST = 2  # more targets beside the chart than these do not fit the panel
PANEL_GAP = px(20)
MANY_LINES = 99
CLOSER = "panel-close"  # the type of a sentence that needs the whole panel
CARD_MARGIN, CARD_PADDING = px(24), px(8)
CARD_GAP, CARD_HEIGHT = 16, px(180)
ONE_COLUMN = 3  # so many cards stand below one another
LOW_CARD = px(110)  # lower inside, and the mark in the corner would touch the value
ROLES = ValueRoles("objective-label", "objective-value", "figure-unit", "", "objective", "objective-pending")
LABEL_GAP = px(16)  # between label and value beside one another
LABEL_LINES = 2


class Objectives(Slide, frozen=True, gc=False, kw_only=True):
    year: str = ""
    heading: Text = NO_TEXT
    text: Text = NO_TEXT
    figures: tuple[FigureUse, ...] = ()
    reached: tuple[FigureUse, ...] = ()  # what chart and table show beside them, without the outline naming it


def settle(slide: Objectives, ledger: Ledger, findings: Findings) -> Objectives:
    """The slide with the figures of the year before that stand beside its targets: they are used here."""
    aims = {use.name: use for use in slide.figures}
    bars = [(use, ledger.figures[name]) for name, use in aims.items() if name in ledger.figures]
    found = [(use, before(figure, ledger.figures, aims)) for use, figure in bars]
    reached = [FigureUse(one.figure.name, use.source) for use, one in found if one and one.figure.name not in aims]
    return structs.replace(slide, reached=tuple(reached))


def compose(page: Page, slide: Objectives) -> str:
    if slide.year:
        page.put("year", Text((Run(slide.year),), slide.source), max_lines=1)
    page.put("heading", slide.heading, max_lines=2)
    figures = [page.figure(use) for use in slide.figures]
    growth = growth_rates(figures)
    others = [figure for figure in figures if figure not in growth]
    charted = all(figure.known for figure in figures) and len(growth) >= CHART_LEAST and len(others) <= PANEL_MOST
    if page.layout == "chart" and not charted:
        page.unfit("table", "cards")
    if charted and page.layout in ("", "chart"):
        place_panel(page, slide, others)
        # Most decks have no chart: what it is made with is read for one only.
        from deckgen.kinds.objectives_chart import place_chart

        place_chart(page, slide, growth)
        return "chart"
    page.put("text", slide.text, closer=CLOSER)
    compared = len(slide.reached) + sum(figure.base is not None for figure in figures)
    if page.layout == "table" or (not page.layout and len(figures) > ONE_COLUMN and compared >= COMPARED_LEAST):
        from deckgen.kinds.objectives_table import place_targets

        if placed := place_targets(page, slide, figures):
            return placed
    if figures:
        place_cards(page, figures)
    return "cards"


def growth_rates(figures: Sequence[Figure]) -> list[Figure]:
    """The percentages that may be bars of one chart: 增长5% and 下降2.5%, or all of one wording; 增长5% and 达到98% may not."""
    rates = [figure for figure in figures if is_rate(figure)]
    if len({figure.prefix for figure in rates}) == 1:
        return rates
    return [figure for figure in rates if direction_of(figure.prefix)]


def is_rate(figure: Figure) -> bool:
    """A percentage, written as the number that it is."""
    return figure.unit == "%" and isinstance(figure.value, Decimal) and not (figure.currency or figure.scale)


def place_panel(page: Page, slide: Objectives, figures: Sequence[Figure]) -> None:
    """Targets that are no growth rates stand on the panel, as large as its sentence leaves room for; without any, the sentence has all of it."""
    place = page.spec.places["text"]
    passage = Passage(text=slide.text, role=CLOSER, align=place.align)
    for step in page.typesetter.steps("panel-value"):
        texts = [panel_paragraphs(page, figure, place, step, last_words(page, slide, figure)) for figure in figures]
        heights = [sum(scene.paragraph_height(paragraph) for paragraph in paragraphs) for paragraphs in texts]
        top = place.box.y + sum(heights) + PANEL_GAP * len(figures)
        rest = Box(place.box.x, top, place.box.width, place.box.bottom - top)
        if not slide.text or (rest.height > 0 and page.fitted(passage, rest, MANY_LINES)):
            break
    if rest.height < 0:
        ends = accumulate(height + PANEL_GAP for height in heights)
        fits = sum(end < place.box.height for end in ends)
        page.deck.findings.error(page.source, "layout/crowded", count=len(figures), fits=fits)
        return
    y = place.box.y
    for figure, paragraphs, height in zip(figures, texts, heights, strict=True):
        box = Box(place.box.x, y, place.box.width, height)
        page.text(f"{page.name(TARGET)} {figure.label}", box, paragraphs, source=figure.source)
        y += height + PANEL_GAP
    page.put("text", slide.text, box=rest, closer=CLOSER)


def last_words(page: Page, slide: Objectives, figure: Figure) -> str:
    """2019年预计412.6亿元: what the ledger says of the year before; "" where it says nothing."""
    reached = before(figure, page.deck.ledger.figures, {use.name for use in slide.figures})
    return page.language.phrase(year_names(page, slide.year)[0], reached.text) if reached else ""


def panel_paragraphs(page: Page, figure: Figure, place: Place, step: int, last: str) -> tuple[Paragraph, ...]:
    """The label, the value at a step of its type, or smaller where the panel is too narrow for it, and the year before."""
    width, align = place.box.width, place.align
    unit = tail_words(figure)
    small = page.setting("panel-unit")
    wide = page.typesetter.largest("panel-value", lambda value: value.width(figure.number) + small.width(unit) + value.script_gap <= width)
    value = page.setting("panel-value", max(step, wide))
    runs = [printed(figure, figure.number, "value", value.style)] + ([printed(figure, unit, "unit", small.style)] if unit else [])
    label = one_line(page.language.phrase(figure.label, figure.prefix), page.setting("panel-label", step), align)
    behind = page.setting("panel-label", step)
    said = (one_line(last, behind, align),) if last and behind.width(last) <= width else ()
    return label, Paragraph((tuple(runs),), value.leading, align), *said


def place_cards(page: Page, figures: Sequence[Figure]) -> None:
    """A card a target: label and value beside one another, or where they do not all fit so, below one another as any figure's."""
    cells = cells_for(page, len(figures))
    cards = side_cards(page, figures, cells) if page.options["cards"] == "side" else None
    if cards is None:
        below = fit_figures(page, figures, cells, ROLES, (page.name(TARGET_CARD), page.names.figure_text))
        # On a narrow page cards below one another may hold what two columns of them do not.
        cards = side_cards(page, figures, cells_for(page, len(figures), 1)) if below.faults.all else None
        if cards is None:
            below.place(page)
    for card in cards or ():
        page.add(card.group(page))


def side_cards(page: Page, figures: Sequence[Figure], cells: Sequence[Box]) -> list[TargetCard] | None:
    """The cards at the largest step at which every one holds label and value; None where they do at none."""
    for step in page.typesetter.steps("objective-value", "objective-label"):
        cards = [target_card(page, figure, cell, step) for figure, cell in zip(figures, cells, strict=True)]
        if all(card.fits() for card in cards):
            return cards
    return None


def cells_for(page: Page, count: int, most: int = 2) -> list[Box]:
    """Cells in one column or two; one that is alone in its row fills it."""
    columns = 1 if count <= ONE_COLUMN else most
    rows = -(-count // columns)
    boxes = page.content.at_most(CARD_HEIGHT * rows).rows(rows, page.gap(CARD_GAP))
    return [cell for n, row in enumerate(boxes) for cell in row.columns(min(columns, count - columns * n), page.gap(CARD_GAP))]


class TargetCard(Struct, frozen=True):
    """One target at a step of the type scale: its label at the left, its value at the right edge."""

    figure: Figure
    cell: Box
    label: SetPassage
    prefix: Paragraph | None
    prefix_width: Emu
    value: Paragraph
    value_width: Emu

    @property
    def inner(self) -> Box:
        return self.cell.inset(CARD_MARGIN, CARD_PADDING)

    @property
    def low(self) -> bool:
        """Whether the mark of the unknown stands at the left of the value, for want of room in the corner."""
        return self.inner.height < LOW_CARD

    def fits(self) -> bool:
        height = self.label.height + (scene.paragraph_height(self.prefix) if self.prefix else 0)
        readable = self.label.width > self.label.setting.width("字" * 4)
        labelled = readable and self.label.line_count <= LABEL_LINES and height <= self.inner.height
        return labelled and self.prefix_width <= self.inner.width // 3

    def group(self, page: Page) -> Group:
        figure, names = self.figure, page.names
        surface = page.surface(ROLES.known if figure.known else ROLES.pending)
        items: list[Item] = surface_items(f"{names.ground} {figure.label}", self.cell, surface, page.language)
        items += self.texts(page)
        if not figure.known:
            items.append(self.mark(page))
        return Group(
            name=f"{page.name(TARGET_CARD)} {figure.label}", box=self.cell, items=tuple(items), alt=described(figure, page.language),
            source=figure.source,
        )  # fmt: skip

    def texts(self, page: Page) -> list[Item]:
        inner, width = self.inner, self.value_width + px(4)
        under = (self.prefix,) if self.prefix else ()
        left = Box(inner.x, inner.y, self.label.width, inner.height)
        right = Box(inner.right - width, inner.y, width, inner.height)
        name, value = f"{page.names.figure_name} {self.figure.label}", f"{page.names.figure_value} {self.figure.label}"
        return [
            text_box(name, left, (self.label.paragraph(), *under), anchor="ctr", wraps=False, source=self.figure.source),
            text_box(value, right, (self.value,), anchor="ctr", wraps=False, source=self.figure.source),
        ]

    def mark(self, page: Page) -> Item:
        """In the corner, or where the card is low, before the value."""
        cell = self.cell
        if self.low:
            before = Box(cell.x, cell.y, cell.width - self.value_width - px(24), cell.height)
            return pending_mark(page, before, cell.y + cell.height // 2)
        return pending_mark(page, cell, cell.y + px(22))


def target_card(page: Page, figure: Figure, cell: Box, step: int) -> TargetCard:
    prefix = page.setting("objective-prefix", step)
    inner = cell.inset(CARD_MARGIN, CARD_PADDING)
    setting, small = page.setting(ROLES.value, step), page.setting(ROLES.unit)
    width = value_width(figure, setting, small)
    beside = width + LABEL_GAP + (0 if figure.known or inner.height >= LOW_CARD else mark_width(page) + px(8))
    label = Passage(text=Text((Run(figure.label, figure=figure.name, part="label"),), figure.source), role=ROLES.label, what="label")
    return TargetCard(
        figure=figure, cell=cell, label=label.at(page.typesetter, step, inner.width - beside),
        prefix=one_line(figure.prefix, prefix) if figure.prefix else None, prefix_width=prefix.width(figure.prefix),
        value=value_line(page, figure, setting, small, "r"), value_width=width,
    )  # fmt: skip


DRAWING = Drawing(
    label="目标",
    ornaments=(
        colored("色块", drawn(0, 0, 400, 720), Gradient(((0, MAIN), (100, DEEP)), 90)),
        colored("细线", drawn(64, 332, 72, 3), PALE),
    ),
    places={
        "title": Place(drawn(448, 56, 768, 54), "title", anchor="ctr"),
        "kicker": Place(drawn(448, 20, 768, 28), "kicker", anchor="ctr"),
        "year": Place(drawn(64, 136, 304, 122), "panel-year", anchor="b"),
        "heading": Place(drawn(64, 262, 304, 60), "panel-heading", anchor="ctr"),
        "text": Place(drawn(64, 352, 304, 280), "panel-text"),
        "footer": Place(drawn(448, 678, 640, 24), "footer", anchor="ctr"),
        "number": NUMBER,
    },
    content=drawn(448, 144, 768, 496),
    hides_master=True,
    options={"cards": ("side", "stacked")},
    roles=(
        type_role("panel-year", (8000, 7200, 6000, 5200, 4400), WHITE, PALE, "heading", bold=True, leading=110),
        type_role("panel-heading", (3200, 2800, 2400), WHITE, PALE, "heading", bold=True),
        type_role("panel-text", (2000, 1800), PALE, WHITE, leading=170),
        type_role(CLOSER, (1800,), PALE, WHITE, leading=130),
        type_role("panel-label", (2000, 1800), PALE, WHITE, leading=140),
        type_role("panel-value", (4400, 4000, 3600, 3200), WHITE, PALE, bold=True, leading=115),
        type_role("panel-unit", (1800,), WHITE, PALE, bold=True, leading=115),
        type_role("objective-label", (2000, 1800, 1800, 1600), INK, MAIN, bold=True),
        type_role("objective-prefix", (1800,), MUTED, MAIN, leading=140),
        type_role("objective-value", (4400, 4000, 3600, 3200), MAIN, FINE, bold=True, leading=110),
        type_role("chart-title", (1800,), MUTED, MAIN),
        type_role("chart-label", (2000, 1800), INK, MAIN),
        type_role("chart-value", (2000, 1800, 1600), MAIN, MAIN, bold=True, leading=120),
        type_role("chart-last", (2000, 1800, 1600), MUTED, MUTED, leading=120),
    ),
    surfaces={
        "objective": Surface(fill=WHITE, stroke=HAIRLINE, edge="left", edge_fill=MAIN, edge_width=px(5)),
        "objective-pending": Surface(fill=WHITE, stroke=DASHED),
        "chart": Surface(fill=MAIN),
        "chart-last": Surface(fill=Color(MAIN.slot, alpha=38)),
    },
)

KIND = Kind(
    name="objectives",
    value=Objectives,
    doc_zh="年度目标",
    doc_en="targets of a year",
    fields={
        "year": Field(Plain(), "目标年份", "the year of the targets"),
        "heading": Field(text(2, 12, lines=True), "色块里的标题，如 `主要预期目标`", "the heading in the panel, such as `Main targets`"),
        "text": Field(text(0, 60), "色块里的一句话", "a sentence in the panel"),
        "figures": Field(figure_names(8), "目标在台账里的名称", "names of the targets in the ledger", required=True),
    },
    counts="figures",
    divides=("figures",),
    drawing=DRAWING,
    layouts=("cards", "table", "chart"),
    settle=settle,
    compose=compose,
)
