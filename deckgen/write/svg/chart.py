"""A native chart as shapes and labels, where `plot` says that the clients place them."""

from __future__ import annotations

import math

from deckgen.geometry import Box
from deckgen.geometry import px as design_px
from deckgen.plot import DOT, bars, dots, label_boxes, slices, zero
from deckgen.scene import ChartBox
from deckgen.style import Color
from deckgen.write.svg.look import SlideLook, px
from deckgen.write.svg.text import text_lines

HOLE = 0.6  # of a ring, as the chart part asks for
LINE_WIDTH = design_px(3)


def chart_parts(chart: ChartBox, look: SlideLook) -> str:
    """Bars, axis, lines with their dots, and every label."""
    drawn = [rectangle(bar.box, bar.fill, look) for bar in bars(chart)]
    if chart.kind in ("pie", "doughnut"):
        drawn += [piece(chart, float(part.begin), float(part.end), part.fill, look) for part in slices(chart)]
    if chart.axis is not None and chart.kind not in ("bar", "pie", "doughnut"):
        y = px(zero(chart))
        drawn.append(f'<line x1="{px(chart.plot.x)}" y1="{y}" x2="{px(chart.plot.right)}" y2="{y}"{look.stroke(chart.axis)}/>')
    drawn += lines(chart, look)
    return "".join(drawn) + "".join(text_lines(box, look) for box in label_boxes(chart))


def rectangle(box: Box, fill: Color, look: SlideLook) -> str:
    return f'<rect x="{px(box.x)}" y="{px(box.y)}" width="{px(box.width)}" height="{px(box.height)}"{look.color("fill", fill)}/>'


def lines(chart: ChartBox, look: SlideLook) -> list[str]:
    drawn = []
    series = [each for each in chart.series if each.line or chart.kind == "line"]
    for each, points in zip(series, dots(chart), strict=True):
        stroke = f'{look.color("stroke", each.fills[0])} stroke-width="{px(LINE_WIDTH)}"'
        for run in unbroken(points):
            path = " ".join(f"{px(x)},{px(y)}" for _, x, y in run)
            drawn.append(f'<polyline points="{path}" fill="none"{stroke}/>')
        drawn += [f'<circle cx="{px(x)}" cy="{px(y)}" r="{px(DOT / 2)}"{look.color("fill", Color("lt1"))}{stroke}/>' for _, x, y in points]
    return drawn


def unbroken(points: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """A line goes on only between neighbours: what nobody knows is a gap."""
    runs: list[list[tuple[int, int, int]]] = []
    for point in points:
        if runs and runs[-1][-1][0] == point[0] - 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def piece(chart: ChartBox, begin: float, end: float, fill: Color, look: SlideLook) -> str:
    """A piece of a pie, of a ring between two circles."""
    radius = min(chart.plot.width, chart.plot.height) / 2
    inner = radius * HOLE if chart.kind == "doughnut" else 0
    end = min(end, begin + 0.99999)  # an arc that ends where it begins is none

    def at(turn: float, length: float) -> str:
        angle = 2 * math.pi * turn
        x, y = chart.plot.x + chart.plot.width / 2, chart.plot.y + chart.plot.height / 2
        return f"{px(x + length * math.sin(angle))} {px(y - length * math.cos(angle))}"

    large = int(end - begin > 0.5)
    outer, hole = px(radius), px(inner)
    path = f"M{at(begin, radius)}A{outer} {outer} 0 {large} 1 {at(end, radius)}L{at(end, inner)}"
    path += f"A{hole} {hole} 0 {large} 0 {at(begin, inner)}Z" if inner else "Z"
    return f'<path d="{path}"{look.color("fill", fill)}{look.color("stroke", Color("lt2"))} stroke-width="2"/>'
