"""A native bar chart as bars and labels, laid out as LibreOffice does."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from deckgen.geometry import EMU_PER_PT, Box, Emu, pt
from deckgen.scene import ChartBox
from deckgen.style import TextStyle
from deckgen.write.pptx.xml import escape
from deckgen.write.svg.look import SlideLook, px
from deckgen.write.svg.text import family

GAP = 0.7  # between bars, in bars: the gap width that the chart part asks for
# How LibreOffice lays out a chart that leaves it the choice, measured in its PDFs.
MARGIN = 0.02  # of the chart, around what is drawn
LABEL_GAP = pt(7)  # between a category and its bar
VALUE_GAP = pt(2.8)  # between a bar and its value
SQUEEZE = 0.945  # it sets the categories a twentieth narrower than the face
MIDDLE = 0.43  # em from the middle of a bar down to the baseline of its labels
# Advances in em; a digit's for other narrow characters.
ADVANCES = {".": 0.32, ",": 0.32, " ": 0.25, "%": 0.92, "-": 0.35, "+": 0.58}
DIGIT = 0.577


def chart_parts(chart: ChartBox, look: SlideLook) -> tuple[list[Box], str]:
    """The bars, and their categories at the left and values at their ends as text."""
    values = [shown(value, chart) for value in chart.values]
    rows = chart.box.inset(round(chart.box.width * MARGIN), round(chart.box.height * MARGIN)).rows(len(values), 0)
    left = rows[0].x + round(SQUEEZE * max(width(name, chart.axis_style) for name in chart.categories)) + LABEL_GAP
    right = chart.box.right - max(width(value, chart.label_style) for value in values) - VALUE_GAP
    bars = [bar(row, span, left, right) for row, span in zip(rows, spans(chart.values), strict=True)]
    labels = []
    for name, value, row, box in zip(chart.categories, values, rows, bars, strict=True):
        middle = row.y + row.height / 2
        labels.append(label(name, chart.axis_style, left - LABEL_GAP, middle, ' text-anchor="end"', look))
        labels.append(label(value, chart.label_style, box.right + VALUE_GAP, middle, "", look))
    return bars, "".join(labels)


def spans(values: tuple[str, ...]) -> list[tuple[Fraction, Fraction]]:
    """Where each bar begins and ends, as shares of the room between the least and the greatest; every bar stands on 0."""
    numbers = [Fraction(value) for value in values]
    zero = Fraction(0)
    low, high = min(zero, *numbers), max(zero, *numbers)
    whole = (high - low) or Fraction(1)
    return [((min(zero, number) - low) / whole, (max(zero, number) - low) / whole) for number in numbers]


def bar(row: Box, span: tuple[Fraction, Fraction], left: Emu, right: Emu) -> Box:
    thick = round(row.height / (1 + GAP))
    begin, end = (round(left + (right - left) * share) for share in span)
    return Box(begin, row.y + (row.height - thick) // 2, end - begin, thick)


def label(text: str, style: TextStyle, x: Emu, middle: float, anchor: str, look: SlideLook) -> str:
    y = middle + style.size * EMU_PER_PT * MIDDLE / 100
    return f'<text x="{px(x)}" y="{px(y)}"{anchor}{look.type(style)}{family(look.fonts[style.face].ea, style.face, look)}>{escape(text)}</text>'


def shown(value: str, chart: ChartBox) -> str:
    """A value in the chart's number format: decimals, then a quoted unit."""
    digits, _, unit = chart.number_format.replace('"', " ").partition(" ")
    return f"{Decimal(value):.{len(digits.partition('.')[2])}f}{unit.strip()}"


def width(text: str, style: TextStyle) -> Emu:
    """How wide a label is, to a twentieth."""
    ems = sum(1.0 if char >= "\u2000" else ADVANCES.get(char, DIGIT) for char in text)
    return round(ems * style.size * EMU_PER_PT / 100)
