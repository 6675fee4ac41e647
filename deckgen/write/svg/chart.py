"""A native bar chart as bars and labels, laid out as LibreOffice does."""

from __future__ import annotations

from decimal import Decimal

from deckgen.geometry import EMU_PER_PT, Box, Emu
from deckgen.scene import ChartBox
from deckgen.style import TextStyle
from deckgen.write.pptx.xml import escape
from deckgen.write.svg.look import Look, px
from deckgen.write.svg.text import family

GAP = 0.7  # between bars, in bars: the gap width that the chart part asks for


def chart_parts(chart: ChartBox, look: Look) -> tuple[list[Box], str]:
    """The bars, and their categories at the left and values at the right as text."""
    box = chart.box
    numbers = [float(value) for value in chart.values]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    left = box.x + max(width(name, chart.axis_style) for name in chart.categories) + EMU_PER_PT * 8
    right = box.right - max(width(shown(value, chart), chart.label_style) for value in chart.values) - EMU_PER_PT * 8
    scale = (right - left) / ((high - low) or 1)
    pitch = box.height / len(numbers)
    thick = pitch / (1 + GAP)
    bars, labels = [], []
    for index, (name, value, number) in enumerate(zip(chart.categories, chart.values, numbers, strict=True)):
        middle = box.y + pitch * (index + 0.5)
        zero, end = left - low * scale, left + (number - low) * scale
        bars.append(Box(round(min(zero, end)), round(middle - thick / 2), round(abs(end - zero)), round(thick)))
        labels.append(label(name, chart.axis_style, left - EMU_PER_PT * 6, middle, ' text-anchor="end"', look))
        labels.append(label(shown(value, chart), chart.label_style, max(zero, end) + EMU_PER_PT * 4, middle, "", look))
    return bars, "".join(labels)


def label(text: str, style: TextStyle, x: float, middle: float, anchor: str, look: Look) -> str:
    y = middle + style.size * EMU_PER_PT / 100 * 0.36
    return f'<text x="{px(x)}" y="{px(y)}"{anchor}{look.type(style)}{family(look.fonts[style.face].ea, look)}>{escape(text)}</text>'


def shown(value: str, chart: ChartBox) -> str:
    """A value in the chart's number format: decimals, then a quoted unit."""
    digits, _, unit = chart.number_format.replace('"', " ").partition(" ")
    return f"{Decimal(value):.{len(digits.partition('.')[2])}f}{unit.strip()}"


def width(text: str, style: TextStyle) -> Emu:
    """About how wide a label is."""
    ems = sum(1.0 if char >= "\u2000" else 0.56 for char in text)
    return round(ems * style.size * EMU_PER_PT / 100)
