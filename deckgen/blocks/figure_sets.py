"""Figures on a panel beside a text, or in a strip above it; a headline figure leads its set in a larger card."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.blocks.cells import cells_of, two_rows
from deckgen.blocks.figures import FigureCards, card_height, fit_figures, readable
from deckgen.blocks.page import Page
from deckgen.blocks.values import CARD, HEADLINE, ValueRoles
from deckgen.diagnostics import Findings
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px

GAP = 10
PANEL_PADDING = px(16)
STRIP_MOST = 6  # cards in one row across the slide

# How many cards stand in each row of a panel beside a list.
PANEL_ROWS = {1: (1,), 2: (1, 1), 3: (1, 1, 1), 4: (2, 2), 5: (2, 2, 1), 6: (2, 2, 2), 7: (2, 2, 2, 1), 8: (2, 2, 2, 2)}
LARGE_MOST = 3  # so many have a row each, and the type of a headline
LED = (3, 5, 7)  # so many come out even behind a headline
LEAD_WEIGHT, ROW_WEIGHT = 14, 10  # a headline's row to the others, a headline's cell in a strip to the others
ALONE_HEIGHT, FEW_HEIGHT = px(260), px(190)  # the most for a card that is alone, for one of two or three
MONEY = ("元", "€", "$", "£", "¥", "yuan")


class FigureSet(Struct, frozen=True):
    """Cards that are fitted but not yet placed, and what they stand on."""

    cards: tuple[FigureCards, ...]  # the headline's first
    panel: Box | None = None

    @property
    def faults(self) -> Findings:
        found = Findings()
        found.all = [fault for cards in self.cards for fault in cards.faults.all]
        return found

    @property
    def step(self) -> int:
        """How far down their scale the values of the many stand."""
        return self.cards[-1].step

    def place(self, page: Page) -> None:
        for cards in self.cards:
            cards.place(page)


def fit_panel(page: Page, figures: Sequence[Figure], box: Box) -> FigureSet:
    """The cards on a panel that is no higher than they are worth: one or two do not fill it."""
    lead, others = led(page, figures)
    count = len(figures)
    heights = {1: ALONE_HEIGHT, 2: FEW_HEIGHT * 2, 3: FEW_HEIGHT * 3}
    panel = box.at_most(heights.get(count, box.height))
    inner = panel.inset(PANEL_PADDING, PANEL_PADDING)
    if lead is None:
        cells = cells_of(inner, PANEL_ROWS[count], page.gap(GAP))
        large = count == 1 or (count <= LARGE_MOST and any(map(is_headline, figures)))
        return FigureSet((fit_figures(page, figures, cells, HEADLINE if large else CARD),), panel)
    head, rest = led_rows(page, inner, PANEL_ROWS[len(others)] if len(others) != 2 else (2,))
    return FigureSet((fit_headline(page, lead, head), fit_figures(page, others, rest)), panel)


def fit_headline(page: Page, figure: Figure, cell: Box) -> FigureCards:
    return fit_figures(page, [figure], [cell], HEADLINE, (page.names.figure_card, page.names.headline_figure))


def led_rows(page: Page, box: Box, rows: Sequence[int]) -> tuple[Box, list[Box]]:
    """A row for the headline, higher than those of the others below it."""
    gap = page.gap(GAP)
    room = box.height - gap
    total = LEAD_WEIGHT + ROW_WEIGHT * len(rows)
    head, rest = box.cut_top(room * LEAD_WEIGHT // total, gap)
    return head, cells_of(rest, rows, gap)


class Group(Struct, frozen=True):
    """Figures whose cards are of one size, the cells that these stand in, and their roles."""

    figures: Sequence[Figure]
    cells: Sequence[Box]
    roles: ValueRoles = CARD


def fit_strip(page: Page, figures: Sequence[Figure], strip: Box, gap: Emu) -> FigureSet:
    """The cards across the slide in one row or two."""
    groups = strip_groups(page, figures, strip, gap)
    if len(groups) == 1:
        return FigureSet((fit_figures(page, figures, groups[0].cells),))
    head, rest = groups
    return FigureSet((fit_headline(page, head.figures[0], head.cells[0]), fit_figures(page, rest.figures, rest.cells)))


def strip_height(page: Page, figures: Sequence[Figure], width: Emu, gap: Emu, roomy: bool) -> Emu:
    """How high a strip is whose cards hold their type as large as their width allows (`roomy`), or at its least."""
    rows = len(strip_rows(page, figures, width))
    groups = strip_groups(page, figures, Box(0, 0, width, page.sheet.height), gap)
    row = max(card_height(page, group.figures, group.cells[0].width, group.roles, roomy) for group in groups)
    return row * rows + gap * (rows - 1)


def strip_groups(page: Page, figures: Sequence[Figure], strip: Box, gap: Emu) -> list[Group]:
    """The headline's card and those of the others; one group where no figure leads, or two rows are needed."""
    rows = strip_rows(page, figures, strip.width)
    lead, others = led(page, figures)
    if lead is None or len(rows) > 1 or len(figures) < LED[0]:
        return [Group(figures, cells_of(strip, rows, gap))]
    head, rest = strip.cut_left((strip.width - gap * len(others)) * LEAD_WEIGHT // (LEAD_WEIGHT + ROW_WEIGHT * len(others)), gap)
    return [Group([lead], [head], HEADLINE), Group(others, rest.columns(len(others), gap))]


def strip_rows(page: Page, figures: Sequence[Figure], width: Emu) -> tuple[int, ...]:
    """How many cards stand in each row of a strip `width` wide: one row where all values and labels fit it, else two."""
    count = len(figures)
    if count <= STRIP_MOST and readable(page, figures, (width - page.gap(GAP) * (count - 1)) // count):
        return (count,)
    return two_rows(count)


def led(page: Page, figures: Sequence[Figure]) -> tuple[Figure | None, list[Figure]]:
    """The headline and the others: the one that the slide names, else the first where it is one and the others come out even."""
    named = next((figure for figure in figures if figure.name == page.hero), None)
    lead = named or (figures[0] if len(figures) in LED and is_headline(figures[0]) else None)
    if lead is None or len(figures) == 1:
        return None, list(figures)
    return lead, [figure for figure in figures if figure is not lead]


def is_headline(figure: Figure) -> bool:
    """Whether a figure leads its set unasked: an amount of money that moves, such as the year's product."""
    unit = figure.currency + figure.shown_unit
    return figure.change is not None and any(word in unit for word in MONEY)
