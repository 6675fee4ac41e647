"""Charts that know the size of their labels: scales whose ends leave room for them, plots beside their categories."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from deckgen.blocks.page import Page
from deckgen.blocks.setting import Setting
from deckgen.diagnostics import Span
from deckgen.formats import format_of
from deckgen.geometry import Box, Emu, px
from deckgen.plot import CATEGORY_GAP, LABEL_GAP, line_height
from deckgen.scene import ChartBox, Scale, Series
from deckgen.style import Color

AXIS_SHARE = 36  # percent of a chart of bars that its categories may take
SLACK = 115  # percent: clients that lack the face set digits wider
GAPS = (70, 50, 35, 20)  # between categories, percent of a bar: less where two bars a category need the room
WIDEST_GAP = 300
THICKEST = px(72)  # a bar thicker than that is a block
DIGITS = Decimal("0.000001")


def label_format(label: str, number: str, value: Decimal | None) -> str:
    """The number format that writes the label of a value; "" for none."""
    return format_of(label, number, value) if label else ""


def scale_text(value: Decimal) -> str:
    return format(value.quantize(DIGITS).normalize(), "f")


def scale_for(values: Sequence[Decimal], room: Emu, before: Emu, behind: Emu) -> Scale:
    """From 0, or from the least value below it, to the greatest; `before` and `behind` of the room stay free for labels at the ends."""
    high, low = max(Decimal(0), *values), min(Decimal(0), *values)
    if low == 0:
        before = 0
    if high == 0 and low < 0:
        behind = 0
    whole = (high - low) or Decimal(1)
    unit = whole / max(1, room - before - behind)
    return Scale(scale_text(low - before * unit), scale_text((high or (whole if low == 0 else high)) + behind * unit))


def slackened(width: Emu) -> Emu:
    return width * SLACK // 100


def axis_step(page: Page, role: str, categories: Sequence[str], room: Emu) -> int:
    """The largest step at which every category stands in the room on one line."""
    return page.typesetter.largest(role, lambda setting: all(slackened(setting.width(name)) <= room for name in categories))


class BarRow(Struct, frozen=True):
    """One bar a category: its value (None for none), its label and the number in it; `role` is that of the labels."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]
    numbers: tuple[str, ...]
    fill: Color
    role: str


def bar_chart(
    page: Page, name: str, box: Box, alt: str, categories: Sequence[str], rows: Sequence[BarRow], role: str, source: Span
) -> ChartBox:  # fmt: skip
    """Horizontal bars, the first category on top, in each the first row; `role` is that of the categories."""
    axis = page.setting(role, axis_step(page, role, categories, box.width * AXIS_SHARE // 100))
    step, gap = thick_enough(page, [row.role for row in rows], box.height // len(categories))
    settings = [page.setting(row.role, step) for row in rows]
    left = max(slackened(axis.width(category)) for category in categories) + CATEGORY_GAP
    plot = Box(box.x + left, box.y, box.width - left, box.height)
    rooms = [
        (value, label_room(setting, label)) for row, setting in zip(rows, settings, strict=True)
        for value, label in zip(row.values, row.labels, strict=True) if value is not None
    ]  # fmt: skip
    behind = max((room for value, room in rooms if value >= 0), default=0)
    before = max((room for value, room in rooms if value < 0), default=0)
    series = tuple(bar_series(row, setting) for row, setting in zip(rows, settings, strict=True))
    return ChartBox(
        name=name, box=box, alt=alt, kind="bar", plot=plot, categories=tuple(categories), lines=tuple((category,) for category in categories),
        series=series, scale=scale_for([value for value, _ in rooms], plot.width, before, behind), gap=gap, axis_style=axis.style,
        source=source,
    )  # fmt: skip


def thick_enough(page: Page, roles: Sequence[str], pitch: Emu) -> tuple[int, int]:
    """The step of the labels and the gap between categories at which bars are as thick as their labels, and no blocks.

    `roles` are those of the labels, one for each bar of a category; `pitch` is the height of a category.
    """
    count = len(roles)
    for step in page.typesetter.steps(*roles):
        high = max(line_height(page.setting(role, step).style) for role in roles)
        for gap in GAPS:
            if count == 1 or pitch * 100 // (100 * count + gap) >= high:
                return step, max(gap, min(WIDEST_GAP, pitch * 100 // THICKEST - 100 * count))
    return step, GAPS[-1]


def bar_series(row: BarRow, setting: Setting) -> Series:
    return Series(
        name=row.name, values=tuple("" if value is None else format(value, "f") for value in row.values), labels=row.labels,
        formats=tuple(map(label_format, row.labels, row.numbers, row.values)),
        fills=(row.fill,) * len(row.values), styles=(setting.style,) * len(row.values),
    )  # fmt: skip


def label_room(setting: Setting, label: str) -> Emu:
    return slackened(setting.width(label)) + 2 * LABEL_GAP if label else 0


def column_chart(
    page: Page, name: str, box: Box, alt: str, title: str, columns: Sequence[tuple[str, Decimal | None, str, str]], roles: tuple[str, str], fills: Sequence[Color], source: Span
) -> ChartBox:  # fmt: skip
    """Columns from left to right, the last in the last of `fills`: category, value (None for X), label and the number in it."""
    pitch = box.width // len(columns)
    categories = tuple(category for category, *_ in columns)
    axis = page.setting(roles[0], axis_step(page, roles[0], categories, pitch))
    fits = [label for _, _, label, _ in columns]
    setting = page.setting(
        roles[1], page.typesetter.largest(roles[1], lambda setting: all(slackened(setting.width(label)) <= pitch for label in fits))
    )
    plot = Box(box.x, box.y, box.width, box.height - axis.line_height - CATEGORY_GAP)
    known = [value for _, value, _, _ in columns if value is not None]
    room = setting.line_height + 2 * LABEL_GAP
    return ChartBox(
        name=name, box=box, alt=alt, kind="column", plot=plot, categories=categories, lines=tuple((category,) for category in categories),
        series=(
            Series(
                name=title, values=tuple("" if value is None else format(value, "f") for _, value, _, _ in columns),
                labels=tuple("" if value is None else label for _, value, label, _ in columns),
                formats=tuple("" if value is None else label_format(label, number, value) for _, value, label, number in columns),
                fills=tuple(fills), styles=(setting.style,) * len(columns),
            ),
        ),
        scale=scale_for(known or [Decimal(1)], plot.height, room, room), axis_style=axis.style, axis=page.surface("plot-axis").stroke,
        gap=55, source=source,
    )  # fmt: skip
