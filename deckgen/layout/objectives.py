"""Objectives: a panel with the year; cards while any target is X, a native chart once all are known."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from deckgen import scene
from deckgen.blocks.figures import MARK_WIDTH, described, pending_mark, shade, unit_of
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.surface import surface_items, text_box
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.objectives import Objectives
from deckgen.outline import Run, Text
from deckgen.scene import Align, ChartBox, Group, Item, Paragraph
from deckgen.style import Color, TextStyle

CHART_LEAST = 2  # one bar is no chart
PANEL_MOST = 2  # more targets beside the chart than these do not fit the panel
PANEL_GAP = px(20)
CARD_MARGIN, CARD_PADDING = px(24), px(8)
CARD_GAP, CARD_HEIGHT = px(16), px(180)
ONE_COLUMN = 3  # so many cards stand below one another
LOW_CARD = px(110)  # lower inside, and the mark in the corner would touch the value
LABEL_GAP = px(16)  # between label and value beside one another
LABEL_LINES = 2
AXIS_SHARE = 36  # percent of a chart that its labels may take


def compose(page: Page, slide: Objectives) -> str:
    if slide.year:
        page.put("year", Text((Run(slide.year),), slide.source), max_lines=1)
    page.put("heading", slide.heading, max_lines=2)
    figures = [page.figure(use) for use in slide.figures]
    growth = growth_rates(figures)
    others = [figure for figure in figures if figure not in growth]
    if all(figure.known for figure in figures) and len(growth) >= CHART_LEAST and len(others) <= PANEL_MOST:
        place_panel(page, slide, others)
        place_chart(page, growth)
        return "chart"
    page.put("text", slide.text)
    if figures:
        place_cards(page, figures)
    return "cards"


def growth_rates(figures: Sequence[Figure]) -> list[Figure]:
    """The percentages that may be bars of one chart: 增长5% and 达到98% may not."""
    rates = [figure for figure in figures if figure.unit == "%" and isinstance(figure.value, Decimal)]
    return rates if len({figure.prefix for figure in rates}) == 1 else []


def place_panel(page: Page, slide: Objectives, figures: Sequence[Figure]) -> None:
    """Targets that are no growth rates stand on the panel; without any, the panel keeps its sentence."""
    box, top = page.spec.places["text"].box, page.spec.places["text"].box.y
    for figure in figures:
        paragraphs = panel_paragraphs(page, figure, box.width, page.spec.places["text"].align)
        height = sum(scene.paragraph_height(paragraph) for paragraph in paragraphs)
        page.text(f"{page.names.target} {figure.label}", Box(box.x, top, box.width, height), paragraphs, source=figure.source)
        top += height + PANEL_GAP
    if top > box.bottom:
        page.deck.findings.error(page.source, "layout/crowded", count=len(figures))
    page.put("text", slide.text, below=top if figures else 0)


def panel_paragraphs(page: Page, figure: Figure, width: Emu, align: Align) -> tuple[Paragraph, ...]:
    """The label, and the value as large as the panel bears."""
    unit = " " + unit_of(figure) if unit_of(figure) else ""
    small = page.setting("panel-unit")
    step = page.typesetter.largest("panel-value", lambda value: value.width(figure.number) + small.width(unit) + value.script_gap <= width)
    value = page.setting("panel-value", step)
    runs = [scene.Run(figure.number, value.style)] + ([scene.Run(unit, small.style)] if unit else [])
    label = one_line(page.language.phrase(figure.label, figure.prefix), page.setting("panel-label"), align)
    return label, Paragraph((tuple(runs),), value.leading, align)


def place_chart(page: Page, figures: Sequence[Figure]) -> None:
    title = page.language.chart_title(figures[0].prefix)
    setting = page.setting("chart-title")
    head, rest = page.content.cut_top(setting.line_height, px(12))
    page.text(page.names.chart_title, head, (one_line(title, setting),))
    page.add(
        ChartBox(
            name=page.names.target_chart,
            box=rest,
            alt=page.language.listed(title, [figure.label + figure.text for figure in figures]),
            series=title,
            categories=tuple(figure.label for figure in figures),
            values=tuple(str(figure.value) for figure in figures),
            number_format=percent_format(figures),
            fill=page.surface("chart").fill or Color("accent1"),
            label_style=page.setting("chart-value").style,
            axis_style=axis_style(page, figures),
            source=page.source,
        )
    )


def percent_format(figures: Sequence[Figure]) -> str:
    """The number format of the labels, with as many decimals as the most exact of them."""
    exponents = [value.as_tuple().exponent for figure in figures if isinstance(value := figure.value, Decimal)]
    places = max(*(-int(exponent) for exponent in exponents), *(figure.decimals or 0 for figure in figures), 0)
    return ("0." + "0" * places if places else "0") + '"%"'


def axis_style(page: Page, figures: Sequence[Figure]) -> TextStyle:
    """Labels may take a third of the chart."""
    room = page.content.width * AXIS_SHARE // 100
    step = page.typesetter.largest("chart-label", lambda setting: all(setting.width(figure.label) <= room for figure in figures))
    return page.setting("chart-label", step).style


def place_cards(page: Page, figures: Sequence[Figure]) -> None:
    """A card a target, all at the largest step at which every one holds label and value; what does not fit is noted."""
    cells = cells_for(page, len(figures))
    prefixed = any(figure.prefix for figure in figures)
    for step in page.typesetter.steps("objective-value", "objective-label"):
        cards = [target_card(page, figure, cell, step, prefixed) for figure, cell in zip(figures, cells, strict=True)]
        if all(card.fits() for card in cards):
            break
    else:
        longest = max(cards, key=lambda card: len(card.figure.label) + len(card.figure.text))
        page.deck.findings.all.append(longest.label.overflow(LABEL_LINES if longest.side else 1))
    for card in cards:
        page.add(card.group(page))


def cells_for(page: Page, count: int) -> list[Box]:
    """Cells in one column or two; one that is alone in its row fills it."""
    columns = 1 if count <= ONE_COLUMN else 2
    rows = -(-count // columns)
    boxes = page.content.at_most(CARD_HEIGHT * rows).rows(rows, CARD_GAP)
    return [cell for n, row in enumerate(boxes) for cell in row.columns(min(columns, count - columns * n), CARD_GAP)]


class TargetCard(Struct, frozen=True):
    """One target at a step of the type scale: label and value beside one another (`side`) or stacked."""

    figure: Figure
    cell: Box
    side: bool
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
        return self.side and self.inner.height < LOW_CARD

    def fits(self) -> bool:
        height = self.label.height + (scene.paragraph_height(self.prefix) if self.prefix else 0)
        if not self.side:
            widest = max(self.value_width, self.label.setting.width(self.figure.label), self.prefix_width)
            return height + scene.paragraph_height(self.value) <= self.inner.height and widest <= self.inner.width
        readable = self.label.width > self.label.setting.width("字" * 4)
        labelled = readable and self.label.line_count <= LABEL_LINES and height <= self.inner.height
        return labelled and self.prefix_width <= self.inner.width // 3

    def group(self, page: Page) -> Group:
        figure, names = self.figure, page.names
        surface = page.surface("objective" if figure.known else "objective-pending")
        items: list[Item] = surface_items(f"{names.ground} {figure.label}", self.cell, surface, page.language)
        items += self.side_texts(page) if self.side else [self.stacked_text(page)]
        if not figure.known:
            items.append(self.mark(page))
        return Group(
            name=f"{names.target_card} {figure.label}", box=self.cell, items=tuple(items), alt=described(figure, page.language),
            source=figure.source,
        )  # fmt: skip

    def side_texts(self, page: Page) -> list[Item]:
        """The label at the left, the value at the right edge."""
        inner, width = self.inner, self.value_width + px(4)
        under = (self.prefix,) if self.prefix else ()
        left = Box(inner.x, inner.y, self.label.width, inner.height)
        right = Box(inner.right - width, inner.y, width, inner.height)
        name, value = f"{page.names.figure_name} {self.figure.label}", f"{page.names.figure_value} {self.figure.label}"
        return [
            text_box(name, left, (self.label.paragraph(), *under), anchor="ctr"),
            text_box(value, right, (self.value,), anchor="ctr", wraps=False),
        ]

    def stacked_text(self, page: Page) -> Item:
        under = (self.prefix,) if self.prefix else ()
        name = f"{page.names.figure_text} {self.figure.label}"
        return text_box(name, self.inner, (self.label.paragraph(), self.value, *under), anchor="ctr")

    def mark(self, page: Page) -> Item:
        """In the corner, or where the card is low, before the value."""
        cell = self.cell
        if self.low:
            before = Box(cell.x, cell.y, cell.width - self.value_width - px(24), cell.height)
            return pending_mark(page, before, cell.y + cell.height // 2)
        return pending_mark(page, cell, cell.y + px(22) if self.side else cell.bottom - px(22))


def target_card(page: Page, figure: Figure, cell: Box, step: int, prefixed: bool) -> TargetCard:
    side = page.options["cards"] == "side"
    prefix = page.setting("objective-prefix", step)
    inner = cell.inset(CARD_MARGIN, CARD_PADDING)
    value, width = value_line(page, figure, step, "r" if side else "l")
    beside = width + LABEL_GAP + (0 if figure.known or inner.height >= LOW_CARD else MARK_WIDTH + px(8))
    label = Passage(
        text=Text((Run(figure.label),), figure.source), role="objective-label", what="label", breaks="sense" if side else "none"
    )
    return TargetCard(
        figure=figure, cell=cell, side=side,
        label=label.at(page.typesetter, step, inner.width - beside if side else inner.width),
        prefix=one_line(figure.prefix, prefix) if (figure.prefix if side else prefixed) else None,
        prefix_width=prefix.width(figure.prefix),
        value=value, value_width=width,
    )  # fmt: skip


def value_line(page: Page, figure: Figure, step: int, align: Align) -> tuple[Paragraph, Emu]:
    """The number with its percent sign at full size, any other unit small behind it; and how wide that is."""
    value, small = page.setting("objective-value", step), page.setting("figure-unit")
    unit = unit_of(figure)
    whole = unit in ("", "%")
    runs = [scene.Run(figure.number + unit if whole else figure.number, shade(value, figure))]
    width = value.width(runs[0].text)
    if not whole:
        runs.append(scene.Run(f" {unit}", shade(small, figure)))
        width += small.width(f" {unit}") + value.script_gap
    return Paragraph((tuple(runs),), value.leading, align), width
