"""Where the marks of a chart stand: bars, dots and labels as the clients place them in the plot that the scene names.

The native chart says the same to PowerPoint by its layout, its scales and the positions of its labels; drawings and rules ask here.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from deckgen.geometry import EMU_PER_PT, Box, Emu, pt, shares
from deckgen.scene import Align, Anchor, ChartBox, Paragraph, Scale, Series, StyledRun, TextBox
from deckgen.style import Color, TextStyle

LABEL_GAP = pt(2.8)  # between the end of a bar and its value
CATEGORY_GAP = pt(7)  # between the plot and the categories
DOT = pt(9)  # of a line
LEADING = 120  # of labels, percent of their size
FULL = Fraction(1)


class Bar(Struct, frozen=True):
    """One bar, or one piece of a stack."""

    box: Box
    fill: Color
    series: int
    point: int


class Slice(Struct, frozen=True):
    """A piece of a pie: from and to, in turns clockwise from the top."""

    begin: Fraction
    end: Fraction
    fill: Color


def share_of(value: Fraction, scale: Scale) -> Fraction:
    """How far along its axis a value stands."""
    low, high = Fraction(scale.low), Fraction(scale.high)
    return (value - low) / (high - low) if high != low else Fraction(0)


def column_series(chart: ChartBox) -> list[tuple[int, Series]]:
    return [(number, series) for number, series in enumerate(chart.series) if not series.line]


def bars(chart: ChartBox) -> list[Bar]:
    """Every bar, series by series."""
    if chart.kind in ("line", "pie", "doughnut"):
        return []
    return stacks(chart) if chart.kind in ("stacked", "stacked100") else clusters(chart)


def clusters(chart: ChartBox) -> list[Bar]:
    found = []
    members = column_series(chart)
    for order, (number, series) in enumerate(members):
        for point, value in enumerate(series.values):
            if value:
                place = thickness(chart, point, order, len(members))
                found.append(Bar(spanned(chart, place, Fraction(0), Fraction(value)), series.fills[point], number, point))
    return found


def stacks(chart: ChartBox) -> list[Bar]:
    found = []
    for point in range(len(chart.categories)):
        values = [(number, Fraction(series.values[point] or 0)) for number, series in column_series(chart)]
        total = sum((value for _, value in values), Fraction(0)) or FULL
        at = Fraction(0)
        for number, value in values:
            size = value * 100 / total if chart.kind == "stacked100" else value
            if value:
                box = spanned(chart, thickness(chart, point, 0, 1), at, at + size)
                found.append(Bar(box, chart.series[number].fills[point], number, point))
            at += size
    return found


def thickness(chart: ChartBox, point: int, order: int, count: int) -> tuple[Emu, Emu]:
    """(start, size) across the axis of one of `count` bars of a category."""
    across = chart.plot.height if chart.kind == "bar" else chart.plot.width
    start, pitch = shares(across, [1] * len(chart.categories), 0)[point]
    size = Fraction(pitch * 100, 100 * count + chart.gap)
    origin = chart.plot.y if chart.kind == "bar" else chart.plot.x
    return round(origin + start + (pitch - size * count) / 2 + size * order), round(size)


def spanned(chart: ChartBox, place: tuple[Emu, Emu], begin: Fraction, end: Fraction) -> Box:
    """The box between two values of the scale, as thick as `place` says."""
    one, other = sorted((share_of(begin, chart.scale), share_of(end, chart.scale)))
    start, size = place
    plot = chart.plot
    if chart.kind == "bar":
        left = plot.x + round(plot.width * one)
        return Box(left, start, plot.x + round(plot.width * other) - left, size)
    top = plot.bottom - round(plot.height * other)
    return Box(start, top, size, plot.bottom - round(plot.height * one) - top)


def zero(chart: ChartBox) -> Emu:
    """How high the axis lies on which columns stand."""
    share = min(max(share_of(Fraction(0), chart.scale), Fraction(0)), FULL)
    return chart.plot.bottom - round(chart.plot.height * share)


def dots(chart: ChartBox) -> list[list[tuple[int, Emu, Emu]]]:
    """For each line its points that are known: number, x, y."""
    scale = chart.scale if chart.kind == "line" else chart.line_scale
    lines = [series for series in chart.series if series.line or chart.kind == "line"]
    return [[(n, *dot(chart, n, Fraction(value), scale)) for n, value in enumerate(series.values) if value] for series in lines]


def dot(chart: ChartBox, point: int, value: Fraction, scale: Scale) -> tuple[Emu, Emu]:
    start, size = shares(chart.plot.width, [1] * len(chart.categories), 0)[point]
    return chart.plot.x + start + size // 2, chart.plot.bottom - round(chart.plot.height * share_of(value, scale))


def slices(chart: ChartBox) -> list[Slice]:
    """The pieces of a pie or a ring in their order; what nobody knows is left out."""
    (series,) = chart.series
    total = sum((Fraction(value) for value in series.values if value), Fraction(0)) or FULL
    at, found = Fraction(0), []
    for value, fill in zip(series.values, series.fills, strict=True):
        if value:
            found.append(Slice(at, at + Fraction(value) / total, fill))
            at += Fraction(value) / total
    return found


# ---- labels


def label_boxes(chart: ChartBox) -> tuple[TextBox, ...]:
    """Every category and every value as the text box that it amounts to."""
    if chart.kind in ("pie", "doughnut"):
        return ()
    return (*category_boxes(chart), *(label.box for label in value_labels(chart)))


class Label(Struct, frozen=True):
    """What is written at a value."""

    series: int
    point: int
    box: TextBox


def value_labels(chart: ChartBox) -> list[Label]:
    """Every value that is written, bars before lines."""
    return [*bar_labels(chart), *line_labels(chart)]


def category_boxes(chart: ChartBox) -> list[TextBox]:
    found = []
    across = shares(chart.plot.height if chart.kind == "bar" else chart.plot.width, [1] * len(chart.categories), 0)
    for lines, (start, size) in zip(chart.lines, across, strict=False):
        height = len(lines) * line_height(chart.axis_style)
        if chart.kind == "bar":
            box = Box(chart.box.x, chart.plot.y + start, chart.plot.x - CATEGORY_GAP - chart.box.x, size)
            found.append(text(chart, lines, chart.axis_style, box, "r", "ctr", ""))
        else:
            box = Box(chart.plot.x + start, chart.plot.bottom + CATEGORY_GAP, size, height)
            found.append(text(chart, lines, chart.axis_style, box, "ctr", "t", ""))
    return found


def bar_labels(chart: ChartBox) -> list[Label]:
    """At the ends of bars, above columns, in the middle of the pieces of a stack."""
    found = []
    for bar in bars(chart):
        series = chart.series[bar.series]
        if label := series.labels[bar.point]:
            style = series.styles[bar.point]
            box, align = beside(chart, bar.box, line_height(style), series.values[bar.point].startswith("-"))
            found.append(Label(bar.series, bar.point, text(chart, (label,), style, box, align, "ctr")))
    return found


def beside(chart: ChartBox, bar: Box, high: Emu, negative: bool) -> tuple[Box, Align]:
    if chart.kind in ("stacked", "stacked100"):
        return Box(bar.x, bar.y + (bar.height - high) // 2, bar.width, high), "ctr"
    if chart.kind == "bar":
        y = bar.y + (bar.height - high) // 2
        if negative:
            return Box(chart.plot.x, y, bar.x - LABEL_GAP - chart.plot.x, high), "r"
        return Box(bar.right + LABEL_GAP, y, chart.box.right - bar.right - LABEL_GAP, high), "l"
    pitch = chart.plot.width // len(chart.categories)  # columns side by side have it too: their labels stand over lower neighbours
    x = bar.x + (bar.width - pitch) // 2
    return Box(x, bar.bottom + LABEL_GAP if negative else bar.y - LABEL_GAP - high, pitch, high), "ctr"


def line_labels(chart: ChartBox) -> list[Label]:
    found = []
    lines = [(number, series) for number, series in enumerate(chart.series) if series.line or chart.kind == "line"]
    pitch = chart.plot.width // len(chart.categories)
    for (number, series), points in zip(lines, dots(chart), strict=True):
        for point, x, y in points:
            if label := series.labels[point]:
                high = line_height(series.styles[point])
                box = Box(x - pitch // 2, y - DOT // 2 - LABEL_GAP - high, pitch, high)
                found.append(Label(number, point, text(chart, (label,), series.styles[point], box, "ctr", "ctr")))
    return found


def line_height(style: TextStyle) -> Emu:
    return style.size * LEADING * EMU_PER_PT // 10_000


def text(chart: ChartBox, lines: tuple[str, ...], style: TextStyle, box: Box, align: Align, anchor: Anchor, mark: str = ":") -> TextBox:
    """A label; the colon behind the chart's name tells values from categories."""
    paragraph = Paragraph(tuple((StyledRun(line, style),) for line in lines), style.size * LEADING // 100, align, hard=True)
    return TextBox(
        name=f"{chart.name.replace(' ', '')}{mark} {''.join(lines)}",
        box=box,
        paragraphs=(paragraph,),
        anchor=anchor,
        wraps=False,
        source=chart.source,
    )
