"""Columns, bars, stacks and lines: the type of their labels, the ends of their scales, the colours of their points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.blocks.charts import AXIS_SHARE, axis_step, label_room, scale_for, scale_text, slackened
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage
from deckgen.blocks.setting import Setting
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.chart_labels import (
    GAPS,
    is_line,
    labels_of,
    most_width,
    pattern_of,
    series_role,
    spacing,
    without_collisions,
    without_thin_labels,
)
from deckgen.kinds.charted import TIME
from deckgen.names import Name
from deckgen.plot import CATEGORY_GAP, DOT, LABEL_GAP, line_height
from deckgen.scene import ChartBox, ChartKind, Scale, Series
from deckgen.style import Color, TextStyle

if TYPE_CHECKING:
    from deckgen.kinds.chart import Chart

CHART = Name("图表", "Chart")
KINDS: dict[str, ChartKind] = {"combo": "column"}
TINT = 38  # percent: how much of their colour columns have beside the one that stands out
BAND = 28  # percent of the plot that a line above columns has
CATEGORY_LINES = 2
GHOST_SHARE = 6  # of the plot: a piece of a stack that nobody knows
HIGHEST_BAR = px(64)  # bars thicker than that look like blocks


class Plotted(Struct, frozen=True):
    """A chart, and how much of its plot the lines above the columns have."""

    chart: ChartBox
    band: Emu


class Axis(Struct, frozen=True):
    """The categories as they are set, and the plot that they leave."""

    plot: Box
    style: TextStyle
    lines: tuple[tuple[str, ...], ...]


def plotted(page: Page, slide: Chart, box: Box) -> Plotted | None:
    """The chart in its box; None where its categories do not fit (which is noted)."""
    kind = KINDS.get(slide.type, slide.type)
    axis = lying_axis(page, slide, box) if kind == "bar" else standing_axis(page, slide, box)
    if axis is None:
        return None
    band = axis.plot.height * BAND // 100 if slide.type == "combo" else 0
    gap, step = spacing(page, slide, kind, axis.plot)
    series = tuple(made_series(page, slide, number, most_width(slide, axis.plot, gap), step) for number in range(len(slide.series)))
    chart = ChartBox(
        name=page.name(CHART), box=box, alt=alt_of(page, slide), kind=kind, plot=axis.plot,  # type: ignore[arg-type]
        categories=tuple(category.plain for category in slide.categories), lines=axis.lines, series=series,
        scale=main_scale(page, kind, series, axis.plot, band), line_scale=band_scale(series, axis.plot, band), gap=gap,
        axis_style=axis.style, axis=None if kind == "bar" else page.surface("plot-axis").stroke, source=slide.source,
    )  # fmt: skip
    chart = without_collisions(page, without_thin_labels(chart))
    report_hidden(page, slide, chart)
    return Plotted(chart, band)


def report_hidden(page: Page, slide: Chart, chart: ChartBox) -> None:
    """How many values were to be written for which there is no room."""
    wanted = sum(bool(label) for number in range(len(slide.series)) for label in labels_of(slide, number))
    written = sum(bool(label) for series in chart.series for label in series.labels)
    if written < wanted:
        page.deck.findings.warn(slide.source, "layout/labels-hidden", count=wanted - written)


def alt_of(page: Page, slide: Chart) -> str:
    """Every category with its values, for those who hear the chart."""
    entries = []
    for point, category in enumerate(slide.categories):
        values = [series.values[point].text.plain for series in slide.series]
        entries.append(f"{category.plain} {' / '.join(values)}")
    return page.language.listed(slide.title.plain, entries)


# ---- the categories


def lying_axis(page: Page, slide: Chart, box: Box) -> Axis | None:
    names = [category.plain for category in slide.categories]
    room = box.width * AXIS_SHARE // 100
    setting = page.setting("plot-label", axis_step(page, "plot-label", names, room))
    widest = max(slackened(setting.width(name)) for name in names)
    if widest > room:
        report(page, slide, setting, room, 1)
        return None
    left = widest + CATEGORY_GAP
    most = len(names) * HIGHEST_BAR * len(slide.series) * (100 + GAPS["bar"]) // 100
    plot = Box(box.x + left, box.y, box.width - left, min(box.height, most))
    return Axis(plot, setting.style, tuple((name,) for name in names))


def standing_axis(page: Page, slide: Chart, box: Box) -> Axis | None:
    pitch = box.width // len(slide.categories)
    room = pitch * 94 // 100
    for step in page.typesetter.steps("plot-label"):
        setting = page.setting("plot-label", step)
        passages = [
            Passage(text=category, role="plot-label", breaks="sense", what="categories").set_in(setting, room, CATEGORY_LINES)
            for category in slide.categories
        ]
        if all(passage.line_count <= CATEGORY_LINES and not passage.splits_word and narrow(passage, setting, room) for passage in passages):
            height = max(passage.line_count for passage in passages) * line_height(setting.style) + CATEGORY_GAP
            plot = Box(box.x, box.y, box.width, box.height - height)
            return Axis(plot, setting.style, tuple(lines_of(passage) for passage in passages))
    report(page, slide, setting, room, CATEGORY_LINES)
    return None


def narrow(passage: SetPassage, setting: Setting, room: Emu) -> bool:
    return all(slackened(setting.width(line)) <= room * 108 // 100 for line in lines_of(passage))


def lines_of(passage: SetPassage) -> tuple[str, ...]:
    words = passage.passage.text.plain
    return tuple(words[begin:end] for begin, end in passage.spans)


def report(page: Page, slide: Chart, setting: Setting, room: Emu, lines: int) -> None:
    longest = max(slide.categories, key=lambda category: setting.width(category.plain))
    page.overflow(Passage(text=longest, role="plot-label", breaks="running", what="categories").set_in(setting, room), lines)


# ---- the series


def made_series(page: Page, slide: Chart, number: int, room: Emu, step: int) -> Series:
    """One series with its labels where they fit in `room`, its points in their colours."""
    written = slide.series[number]
    inside = slide.type in ("stacked", "stacked100")
    setting = page.setting(series_role(slide, number), step)
    kept = [label if setting.width(label) <= room else "" for label in labels_of(slide, number)]
    values = tuple("" if each.value is None else format(each.value, "f") for each in written.values)
    formats = tuple(pattern_of(label, each.value) for label, each in zip(kept, written.values, strict=True))
    fills = colors(slide, number, is_line(slide, number))
    styles = tuple(inside_style(setting, fill) if inside else label_style(slide, setting, point) for point, fill in enumerate(fills))
    return Series(
        name=written.name.plain, values=values, labels=tuple(kept), formats=formats, fills=fills, styles=styles,
        line=is_line(slide, number) and slide.type == "combo",
    )  # fmt: skip


def colors(slide: Chart, number: int, line: bool) -> tuple[Color, ...]:
    """A single series is lighter but for what stands out: the category that the author names, else the last of a run of years."""
    from deckgen.kinds.chart_set import series_color

    color = series_color(slide, number)
    columns = [n for n in range(len(slide.series)) if getattr(slide.series[n], "as") != "line"]
    if line or slide.type in ("line", "stacked", "stacked100") or (len(columns) > 1 and slide.type != "combo"):
        return (color,) * len(slide.categories)
    chosen = standing_out(slide)
    return tuple(
        Color(color.slot, alpha=TINT) if chosen is not None and point != chosen else color for point in range(len(slide.categories))
    )


def standing_out(slide: Chart) -> int | None:
    names = [category.plain for category in slide.categories]
    if slide.highlight in names:
        return names.index(slide.highlight)
    return len(names) - 1 if len(names) > 1 and all(map(TIME.fullmatch, names)) else None


def label_style(slide: Chart, setting: Setting, point: int) -> TextStyle:
    """What stands out has its label in the accent as well."""
    return (
        setting.strong
        if slide.type in ("column", "bar", "combo") and point == standing_out(slide) and len(slide.series) <= 2
        else setting.style
    )


def inside_style(setting: Setting, fill: Color) -> TextStyle:
    """White in dark pieces, dark in light ones."""
    return setting.style if fill.slot in ("accent1", "accent6") else setting.style.with_color(Color("dk1"))


# ---- scales


def numbers(series: Sequence[Series]) -> list[Decimal]:
    return [Decimal(value) for each in series for value in each.values if value] or [Decimal(1)]


def main_scale(page: Page, kind: str, series: Sequence[Series], plot: Box, band: Emu) -> Scale:
    """Bars stand on 0; lines may start above it. Room for the labels is left at the ends."""
    if kind == "stacked100":
        return Scale("0", "100")
    own = [each for each in series if not each.line]
    if kind == "stacked":
        totals = [sum((Decimal(each.values[point] or 0) for each in own), Decimal(0)) for point in range(len(own[0].values))]
        unknown = any(not value for each in own for value in each.values)
        return scale_for(totals, plot.height, 0, plot.height // GHOST_SHARE + px(24) if unknown else px(4))
    values = numbers(own)
    if kind == "bar":
        settings = {each.styles[0] for each in own}
        behind = max(
            (room_of(page, each, n) for each in own for n in range(len(each.values)) if not each.values[n].startswith("-")), default=0
        )
        before = max((room_of(page, each, n) for each in own for n in range(len(each.values)) if each.values[n].startswith("-")), default=0)
        return scale_for(values, plot.width, before, behind) if settings else Scale("0", "1")
    label = max((line_height(style) for each in own for style in each.styles), default=0) + LABEL_GAP * 2
    if kind == "line":
        return line_scale(values, plot.height, label + DOT)
    return scale_for(values, plot.height, label, label + band)


def room_of(page: Page, series: Series, point: int) -> Emu:
    setting = next(
        (
            setting
            for step in page.typesetter.steps("plot-value")
            if (setting := page.setting("plot-value", step)).style.size == series.styles[point].size
        ),
        page.setting("plot-value"),
    )
    return label_room(setting, series.labels[point])


def line_scale(values: Sequence[Decimal], room: Emu, label: Emu) -> Scale:
    """From 0 where the least is not far from it, else from somewhat under the least, so that a line shows how it runs."""
    low, high = min(values), max(values)
    spread = (high - low) or abs(high) or Decimal(1)
    start = Decimal(0) if 0 <= low <= spread else low - spread / 4
    unit = (high - start) / max(1, room - label)
    return Scale(scale_text(start), scale_text(high + label * unit))


def band_scale(series: Sequence[Series], plot: Box, band: Emu) -> Scale:
    """The scale that puts the lines of a combo into the band at the top of the plot, their labels above them."""
    lines = [each for each in series if each.line]
    if not lines or not band:
        return Scale("0", "1")
    values = numbers(lines)
    label = max(line_height(style) for each in lines for style in each.styles) + LABEL_GAP * 2 + DOT // 2
    low, high = min(values), max(values)
    spread = (high - low) or abs(high) or Decimal(1)
    unit = spread / max(1, band - label - DOT)
    top = high + label * unit
    return Scale(scale_text(top - plot.height * unit), scale_text(top))
