"""The chart of objectives: every target beside what was reached the year before, as far as the ledger knows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.blocks.charts import BarRow, bar_chart, slackened
from deckgen.blocks.page import Page
from deckgen.blocks.passage import one_line
from deckgen.blocks.values import label_text
from deckgen.drawing import MAIN
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.chart_plot import Plotted
from deckgen.kinds.chart_set import ENTRY_GAP, SWATCH, SWATCH_GAP, place_ghosts
from deckgen.kinds.reached import before, year_names
from deckgen.names import Name
from deckgen.scene import ShapeBox
from deckgen.style import Color
from deckgen.values import Amount

if TYPE_CHECKING:
    from deckgen.kinds.objectives import Objectives

CHART_TITLE = Name("图表标题", "Chart title")
CHART = Name("图表 主要预期目标", "Chart of targets")
LEGEND, DOT = Name("图表图例", "Chart legend"), Name("图表图例点", "Chart legend dot")


class Pair(Struct, frozen=True):
    """A target, and what was reached the year before: a number, X, or nothing that the ledger has."""

    aim: Figure
    last: Amount | None  # in the unit of the target
    teller: Figure  # in whose digits it is written: the figure whose value it is, else the target

    @property
    def last_value(self) -> Decimal | None:
        value = self.last.value if self.last else None
        return value if isinstance(value, Decimal) else None

    @property
    def last_text(self) -> str:
        return self.teller.worded(self.last) if self.last else ""


def place_chart(page: Page, slide: Objectives, figures: Sequence[Figure]) -> None:
    """A bar a target in the author's order; where the ledger knows the year before of one, that of all in a tint above it."""
    aims = {use.name for use in slide.figures}
    pairs = [pair_of(figure, page.deck.ledger.figures, aims) for figure in figures]
    common = len({figure.prefix for figure in figures}) == 1
    title = page.language.chart_title(figures[0].prefix if common else "")
    categories = [figure.label if common else label_text(figure, page.language).plain for figure in figures]
    names = year_names(page, slide.year)
    rows = [aim_row(page, names[1], figures)]
    if any(pair.last for pair in pairs):
        rows.insert(0, last_row(page, names[0], pairs))
    rest = place_head(page, title, rows)
    alt = page.language.listed(title, [alt_entry(page, category, pair, names[0]) for category, pair in zip(categories, pairs, strict=True)])
    if len(rows) == 1:
        rows = [BarRow(title, rows[0].values, rows[0].labels, rows[0].numbers, rows[0].fill, rows[0].role)]
    chart = bar_chart(page, page.name(CHART), rest, alt, categories, rows, "chart-label", page.source)
    page.add(chart)
    unknown = {(0, n) for n, pair in enumerate(pairs) if pair.last and pair.last_value is None}
    if unknown:
        place_ghosts(page, slide, Plotted(chart, 0), unknown)


def pair_of(aim: Figure, ledger: Mapping[str, Figure], aims: Collection[str]) -> Pair:
    """The target with what the ledger says of an earlier time, in the unit of the target."""
    reached = before(aim, ledger, aims)
    if reached is None:
        return Pair(aim, None, aim)
    own = reached.figure.unit == aim.unit and reached.figure.value == reached.amount.value
    return Pair(aim, reached.amount, reached.figure if own else aim)


def aim_row(page: Page, name: str, figures: Sequence[Figure]) -> BarRow:
    values = tuple(figure.value if isinstance(figure.value, Decimal) else None for figure in figures)
    texts, numbers = tuple(figure.text for figure in figures), tuple(figure.bare_number for figure in figures)
    return BarRow(name, values, texts, numbers, fill_of(page, "chart"), "chart-value")


def last_row(page: Page, name: str, pairs: Sequence[Pair]) -> BarRow:
    known = [pair.last if pair.last_value is not None else None for pair in pairs]
    texts = tuple(pair.last_text if last else "" for pair, last in zip(pairs, known, strict=True))
    numbers = tuple(pair.teller.shown(last)[0] if last else "" for pair, last in zip(pairs, known, strict=True))
    return BarRow(name, tuple(pair.last_value for pair in pairs), texts, numbers, fill_of(page, "chart-last"), "chart-last")


def fill_of(page: Page, surface: str) -> Color:
    fill = page.surface(surface).fill
    return fill if isinstance(fill, Color) else MAIN


def alt_entry(page: Page, category: str, pair: Pair, last: str) -> str:
    said = page.language.phrase(category, pair.aim.text)
    return page.language.bracketed(said, page.language.phrase(last, pair.last_text)) if pair.last else said


# ---- title and legend


def place_head(page: Page, title: str, rows: Sequence[BarRow]) -> Box:
    """The title, and at the right of it (below it where both are too long) what the two bars are; gives the room below."""
    setting = page.setting("chart-title")
    head, rest = page.content.cut_top(setting.line_height, px(12))
    page.text(page.name(CHART_TITLE), head, (one_line(title, setting),))
    if len(rows) == 1:
        return rest
    widths = [slackened(setting.width(row.name)) for row in rows]
    whole = sum(widths) + len(rows) * (SWATCH + SWATCH_GAP) + ENTRY_GAP * (len(rows) - 1)
    x = head.right - whole
    if setting.width(title) + ENTRY_GAP + whole > head.width:
        head, rest = rest.cut_top(setting.line_height, px(12))
        x = head.x
    for number, (row, width) in enumerate(zip(rows, widths, strict=True), 1):
        x = place_entry(page, number, row, Box(x, head.y, width, head.height)) + ENTRY_GAP
    return rest


def place_entry(page: Page, number: int, row: BarRow, box: Box) -> Emu:
    """A swatch in the colour of the bars and their name behind it; gives where it ends."""
    dot = Box(box.x, box.y + (box.height - SWATCH) // 2, SWATCH, SWATCH)
    page.add(ShapeBox(name=page.name(DOT, number), box=dot, fill=row.fill))
    place = Box(dot.right + SWATCH_GAP, box.y, box.width, box.height)
    page.text(page.name(LEGEND, number), place, (one_line(row.name, page.setting("chart-title")),), anchor="ctr", wraps=False)
    return place.right
