"""What is written at the values of a chart: how large, which of them, and that none is written over another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import structs

from deckgen.blocks.charts import SLACK, label_format, thick_enough
from deckgen.blocks.page import Page
from deckgen.formats import formatted
from deckgen.geometry import EMU_PER_PT, Box, Emu
from deckgen.measure import advance, with_quotes
from deckgen.outline import Quantity
from deckgen.plot import LABEL_GAP, bars, line_height, value_labels
from deckgen.scene import ChartBox, TextBox

if TYPE_CHECKING:
    from decimal import Decimal

    from deckgen.kinds.chart import Chart

GAPS = {"column": 100, "stacked": 80, "stacked100": 80, "bar": 60, "line": 70}
CLUSTER_GAPS = (100, 70, 50, 35)  # between columns side by side, less where their labels need the room
MANY = 12  # values; of more only the ends are written
NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def spacing(page: Page, slide: Chart, kind: str, plot: Box) -> tuple[int, int]:
    """The gap between categories, percent of a bar, and the step of all labels: the largest type at which each has room."""
    count = len(slide.series)
    if kind == "bar" and count > 1:
        step, gap = thick_enough(page, ["plot-value"] * count, plot.height // len(slide.categories))
        return gap, step
    gaps = CLUSTER_GAPS if kind == "column" and count > 1 else (GAPS[kind],)
    labels = [(series_role(slide, number), number, labels_of(slide, number)) for number in range(count)]
    for step in page.typesetter.steps(*(role for role, _, _ in labels)):
        for gap in gaps:
            rooms = [label_width(slide, number, plot, gap) for number in range(count)]
            if all(page.setting(role, step).width(label) <= rooms[number] for role, number, kept in labels for label in kept):
                return gap, step
    return gap, step


def is_line(slide: Chart, number: int) -> bool:
    as_line = getattr(slide.series[number], "as") == "line" or slide.type == "line"
    return as_line or (slide.type == "combo" and is_last_without_line(slide, number))


def series_role(slide: Chart, number: int) -> str:
    """The role of its labels."""
    if is_line(slide, number) and slide.type == "combo":
        return "plot-line"
    return "plot-inside" if slide.type in ("stacked", "stacked100") else "plot-value"


def labels_of(slide: Chart, number: int) -> list[str]:
    """What is to be written at its values, "" for nothing."""
    written = slide.series[number]
    return kept_labels(slide, number, [shown_label(each, written.format) for each in written.values], is_line(slide, number))


def is_last_without_line(slide: Chart, number: int) -> bool:
    """Of a combo that names no line the last series is one."""
    return number == len(slide.series) - 1 > 0 and not any(getattr(series, "as") == "line" for series in slide.series)


def shown_label(quantity: Quantity, pattern: str) -> str:
    """The value as it is written; a bare number in the format of its series."""
    words = quantity.text.plain
    if quantity.value is None:
        return ""
    if pattern and re.fullmatch(r"[+\-−]?[0-9,]+(?:\.[0-9]+)?", words):
        return formatted(quantity.value, pattern)
    return words.replace("-", "−") if words.startswith("-") else words


def pattern_of(label: str, value: Decimal | None) -> str:
    match = NUMBER.search(label)
    return label_format(label, match[0], value) if match else ""


def kept_labels(slide: Chart, number: int, shown: list[str], line: bool) -> list[str]:
    """All, the ends with what stands out, or none, as the author says or as there is room."""
    many = sum(len(series.values) for series in slide.series) > MANY
    wanted = slide.labels or ("ends" if many or (line and slide.type == "line" and len(slide.series) > 1) else "all")
    if wanted == "none":
        return [""] * len(shown)
    if wanted == "all":
        return shown
    ends = {0, len(shown) - 1} if slide.type != "line" or len(slide.series) == 1 else {len(shown) - 1}
    return [label if point in ends or slide.categories[point].plain == slide.highlight else "" for point, label in enumerate(shown)]


def label_width(slide: Chart, number: int, plot: Box, gap: int) -> Emu:
    """How wide a label may be that surely meets no neighbour, wherever that stands; a client's stand-in for a missing face is allowed for."""
    if slide.type == "bar":
        return plot.width // 2
    pitch = plot.width // len(slide.categories)
    columns = sum(not is_line(slide, each) for each in range(len(slide.series)))
    if slide.type not in ("stacked", "stacked100") and columns > 1 and not is_line(slide, number):
        return pitch * 100 // (100 * columns + gap)
    share = 100 + gap if slide.type in ("stacked", "stacked100") else 105
    return pitch * 100 // share * 100 // SLACK


def most_width(slide: Chart, plot: Box, gap: int) -> Emu:
    """How wide one may be at all: in columns side by side it stands over its neighbours where these are lower."""
    return label_width(slide, 0, plot, gap) if slide.type in ("bar", "stacked", "stacked100") else plot.width // len(slide.categories)


# ---- none over another


def label_ink(page: Page, box: TextBox) -> Box:
    """Where the words of a label stand in its box."""
    (line,) = box.paragraphs[0].lines
    style = line[0].style
    metrics = with_quotes(page.deck.theme.metrics[style.face], style.bold)
    width, height = advance(line[0].text, metrics) * style.size * EMU_PER_PT // 100_000, style.size * EMU_PER_PT // 100
    free = {"l": 0, "ctr": (box.box.width - width) // 2, "r": box.box.width - width}[box.paragraphs[0].align]
    return Box(box.box.x + free, box.box.y + (box.box.height - height) // 2, width, height)


def meet(one: Box, other: Box) -> bool:
    """Whether two labels touch, or leave less than a space between them."""
    return one.x < other.right + LABEL_GAP and other.x < one.right + LABEL_GAP and one.y < other.bottom and other.y < one.bottom


def without_thin_labels(chart: ChartBox) -> ChartBox:
    """A piece of a stack lower than its label shows none."""
    if chart.kind not in ("stacked", "stacked100"):
        return chart
    return without(
        chart, {(bar.series, bar.point) for bar in bars(chart) if bar.box.height < line_height(chart.series[bar.series].styles[bar.point])}
    )


def without_collisions(page: Page, chart: ChartBox) -> ChartBox:
    """No label is written over another: of two the one gives way that is no end of its series, or stands in a later one."""
    last = len(chart.categories) - 1
    kept: list[Box] = []
    dropped = set()
    for label in sorted(value_labels(chart), key=lambda label: (label.point not in (0, last), label.series)):
        box = label_ink(page, label.box)
        if any(meet(box, other) for other in kept):
            dropped.add((label.series, label.point))
        else:
            kept.append(box)
    return without(chart, dropped) if dropped else chart


def without(chart: ChartBox, dropped: set[tuple[int, int]]) -> ChartBox:
    """The chart without some of its labels, each named by the numbers of its series and of its point."""
    series = tuple(
        structs.replace(
            each,
            labels=tuple("" if (number, point) in dropped else label for point, label in enumerate(each.labels)),
            formats=tuple("" if (number, point) in dropped else pattern for point, pattern in enumerate(each.formats)),
        )
        for number, each in enumerate(chart.series)
    )
    return structs.replace(chart, series=series)
