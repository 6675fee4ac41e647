"""A chart on its slide: legend, plot, what nobody knows yet, and the facts beside it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.blocks.charts import slackened
from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.setting import Setting
from deckgen.drawing import LINE, MAIN, MUTED, PALE
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.chart_labels import GAPS, label_ink
from deckgen.kinds.chart_plot import Plotted, plotted
from deckgen.kinds.chart_round import place_round
from deckgen.kinds.facts import place_facts
from deckgen.kinds.facts import split_fact as split_fact
from deckgen.names import Name
from deckgen.outline import Slide, Text
from deckgen.plot import bars, share_of, thickness, value_labels, zero
from deckgen.scene import ChartBox, ShapeBox
from deckgen.style import Color

if TYPE_CHECKING:
    from deckgen.kinds.chart import Chart

LEGEND, DOT, NOTE, PANEL, FACT, GHOST = (
    Name("图例", "Legend"), Name("图例点", "Legend dot"), Name("图注", "Chart note"), Name("要点面板", "Panel of facts"), Name("要点", "Fact"), Name("待填", "To come"),
)  # fmt: skip
CHART_SHARE = 655  # of the content, in thousandths, where facts stand beside it
PANEL_GAP, PANEL_PADDING = px(44), px(28)
FACT_MOST = px(172)
LEGEND_GAP, NOTE_GAP = px(10), px(8)
STACK_SHARE = 6  # the same of a piece of a stack
GHOST_SHARE = 3  # a bar that nobody knows is drawn a third as high as the plot
TOGETHER = ("stacked", "stacked100")
SWATCH, SWATCH_GAP, ENTRY_GAP = px(16), px(8), px(28)


class Parts(Struct, frozen=True):
    """Where everything goes."""

    legend: Box
    chart: Box
    facts: Box | None
    note: Box | None


def place_chart(page: Page, slide: Chart) -> str:
    """Legend, chart, facts and note in the content; what does not fit is noted. Returns the type of the chart."""
    if not slide.series:
        return "empty"
    facts = [fact for fact in (slide.text, *slide.facts) if fact]
    note = note_of(page, slide)
    parts = parts_of(page, slide, bool(facts), note)
    if slide.type in ("pie", "doughnut"):
        place_round(page, slide, joined(parts.legend, parts.chart))
    else:
        place_legend(page, slide, parts.legend)
        made = plotted(page, slide, parts.chart)
        if made is None:
            return "overflow"
        if any(value for series in made.chart.series for value in series.values):
            page.add(made.chart)
        place_ghosts(page, slide, made)
    if parts.facts:
        place_panel(page, facts, parts.facts)
    if note and parts.note:
        place = None if slide.cited else page.placeholders.get("note")  # the line at the foot has it
        page.text(page.name(NOTE), parts.note, (note.paragraph(),), placeholder=place, source=slide.note.source)
    return slide.type


def parts_of(page: Page, slide: Chart, with_facts: bool, note: SetPassage | None) -> Parts:
    content = page.content
    note_box = None
    if note:
        height = note.height + SLACK
        note_box = Box(content.x, content.bottom - height, content.width, height)
        content = Box(content.x, content.y, content.width, content.height - height - NOTE_GAP)
    facts = None
    if with_facts:
        width = content.width * CHART_SHARE // 1000
        content, facts = content.cut_left(width, page.gap(44))
    legend, chart = content.cut_top(page.setting("plot-legend").line_height, LEGEND_GAP)
    return Parts(legend, chart, facts, note_box)


def joined(one: Box, other: Box) -> Box:
    return Box(one.x, one.y, one.width, other.bottom - one.y)


def note_of(page: Page, slide: Chart) -> SetPassage | None:
    if not slide.note:
        return None
    note = Passage(text=slide.note, role="chart-note", breaks="running", what="note").at(page.typesetter, 0, page.content.width)
    if note.line_count > 2:
        page.overflow(note, 2)
    return note


# ---- the legend


def place_legend(page: Page, slide: Chart, box: Box) -> None:
    """The names of the series in one line, each behind a dot of its colour; of a single one the name alone."""
    names = [series.name for series in slide.series if series.name]
    single = len(slide.series) == 1
    swatch = 0 if single else SWATCH + SWATCH_GAP

    def width(setting: Setting) -> Emu:
        own = sum(slackened(setting.width(name.plain)) + swatch for name in names) + ENTRY_GAP * (len(names) - 1)
        return own + (ENTRY_GAP + SWATCH + SWATCH_GAP + mark_width(page) if has_narrow_ghosts(page, slide, box.width) else 0)

    setting = page.setting("plot-legend", page.typesetter.largest("plot-legend", lambda setting: width(setting) <= box.width))
    if names and width(setting) > box.width:
        longest = max(names, key=lambda name: len(name.plain))
        room = max(px(20), box.width // len(names) - swatch - ENTRY_GAP)
        page.overflow(Passage(text=longest, role="plot-legend", breaks="none", what="name").set_in(setting, room), 1)
        return
    x = box.x
    for number, series in enumerate(slide.series):
        if not series.name:
            continue
        if not single:
            dot = Box(x, box.y + (box.height - SWATCH) // 2, SWATCH, SWATCH)
            page.add(ShapeBox(name=f"{page.name(DOT, number + 1)}", box=dot, shape="ellipse", fill=series_color(slide, number)))
        place = Box(x + swatch, box.y, slackened(setting.width(series.name.plain)), box.height)
        page.text(
            page.name(LEGEND, number + 1), place, (one_line(series.name.plain, setting),), anchor="ctr", wraps=False, source=series.source
        )
        x = place.right + ENTRY_GAP
    if has_narrow_ghosts(page, slide, box.width):
        pending, mark, small = page.surface("pending"), page.language.furniture.pending, page.setting("pending")
        dot = Box(x, box.y + (box.height - SWATCH) // 2, SWATCH, SWATCH)
        page.add(ShapeBox(name=f"{page.name(DOT)} {mark}", box=dot, fill=pending.fill, stroke=pending.stroke))
        page.text(
            mark, Box(x + SWATCH + SWATCH_GAP, box.y, mark_width(page), box.height), (one_line(mark, small),), anchor="ctr", wraps=False
        )


COLORS = (MAIN, LINE, MUTED, PALE)


def series_color(slide: Chart, number: int) -> Color:
    """The colour of a series: dark, middle and light in turn, so that neighbours differ for every eye."""
    return COLORS[number % len(COLORS)]


# ---- what nobody knows yet


def place_ghosts(page: Page, slide: Slide, made: Plotted, unknown: Container[tuple[int, int]] | None = None) -> None:
    """A dashed place with 待填 for every value that is X; one for all of a stack, or of the lines at one point.

    Where some values are not there at all, `unknown` holds those that are X, each as the number of its series and of its point.
    """
    chart, pending = made.chart, page.surface("pending")
    columns = [number for number, series in enumerate(chart.series) if not series.line and chart.kind != "line"]
    told: set[tuple[bool, int]] = set()
    marks = [label_ink(page, label.box) for label in value_labels(chart)]
    for number, series in enumerate(chart.series):
        for point in (n for n, value in enumerate(series.values) if not value and (unknown is None or (number, n) in unknown)):
            bar = number in columns
            if (chart.kind in TOGETHER or not bar) and (bar, point) in told:
                continue
            told.add((bar, point))
            box = bar_ghost(made, columns, number, point) if bar else dot_ghost(made, point)
            words = page.language.titled(f"{series.name} {chart.categories[point]}".strip(), page.language.furniture.pending)
            name = f"{page.name(GHOST)} {series.name} {chart.categories[point]}"
            page.add(
                ShapeBox(
                    name=name,
                    box=box,
                    shape="rect" if bar else "ellipse",
                    fill=pending.fill,
                    stroke=pending.stroke,
                    alt=words,
                    source=slide.source,
                )
            )
            if not bar or chart.kind == "bar" or box.width >= mark_width(page):
                place_mark(page, mark_box(page, made, box), marks)


def mark_width(page: Page) -> Emu:
    return page.setting("pending").width(page.language.furniture.pending) + px(8)


def has_narrow_ghosts(page: Page, slide: Chart, width: Emu) -> bool:
    """Whether columns that are X are too narrow to say so themselves: then the legend does."""
    if slide.type not in ("column", "combo") or not any(each.value is None for series in slide.series for each in series.values):
        return False
    return width * 100 // len(slide.categories) // (100 * len(slide.series) + GAPS["column"]) < mark_width(page)


def bar_ghost(made: Plotted, columns: Sequence[int], number: int, point: int) -> Box:
    """As thick as the bar would be; upon the known pieces of a stack, over all of one whose shares nobody can know."""
    chart, plot = made.chart, made.chart.plot
    if chart.kind in ("stacked", "stacked100"):
        start, size = thickness(chart, point, 0, 1)
        if chart.kind == "stacked100":
            return Box(start, plot.y, size, plot.height)
        top = min((bar.box.y for bar in bars(chart) if bar.point == point), default=plot.bottom)
        height = plot.height // STACK_SHARE
        return Box(start, top - height, size, height)
    start, size = thickness(chart, point, columns.index(number), len(columns))
    if chart.kind == "bar":
        return Box(zero_x(chart), start, plot.width // GHOST_SHARE, size)
    height = (plot.height - made.band) // GHOST_SHARE
    return Box(start, zero(chart) - height, size, height)


def zero_x(chart: ChartBox) -> Emu:
    """Where lying bars begin."""
    return chart.plot.x + round(chart.plot.width * max(share_of(Fraction(0), chart.scale), Fraction(0)))


def dot_ghost(made: Plotted, point: int) -> Box:
    """In the middle of the band of its line."""
    chart = made.chart
    pitch = chart.plot.width // len(chart.categories)
    side = px(20)
    height = made.band or chart.plot.height
    return Box(chart.plot.x + pitch * point + (pitch - side) // 2, chart.plot.y + (height - side) // 2, side, side)


def mark_box(page: Page, made: Plotted, ghost: Box) -> Box:
    """Where 待填 stands: behind a bar, above anything else."""
    width, height = mark_width(page), page.setting("pending").line_height + px(4)
    if made.chart.kind == "bar":
        return Box(ghost.right + px(6), ghost.y + (ghost.height - height) // 2, width, height)
    above = ghost.y - height - px(2)
    return Box(ghost.x + (ghost.width - width) // 2, above if above >= made.chart.box.y else ghost.y + px(4), width, height)


def place_mark(page: Page, box: Box, marks: list[Box]) -> None:
    """待填 beside a ghost, unless one of `marks` stands there: bars of several series may be closer together than lines of type."""
    if any(other.x < box.right and box.x < other.right and other.y < box.bottom and box.y < other.bottom for other in marks):
        return
    marks.append(box)
    setting, mark = page.setting("pending"), page.language.furniture.pending
    page.text(mark, box, (one_line(mark, setting, "ctr"),), anchor="ctr", wraps=False)


# ---- the facts


def place_panel(page: Page, facts: Sequence[Text], box: Box) -> None:
    """The facts on a panel no higher than they need."""
    height = min(box.height, FACT_MOST * len(facts))
    box = Box(box.x, box.y + (box.height - height) * 2 // 5, box.width, height)
    page.panel(page.name(PANEL), box, "facts")
    place_facts(page, facts, box.inset(PANEL_PADDING, px(20)))
