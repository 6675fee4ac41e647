"""Charts that know the size of their labels: scales whose ends leave room for them, plots beside their categories."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from deckgen.blocks.page import Page
from deckgen.blocks.setting import Setting
from deckgen.diagnostics import Span
from deckgen.formats import format_of
from deckgen.geometry import Box, Emu
from deckgen.plot import CATEGORY_GAP, LABEL_GAP
from deckgen.scene import ChartBox, Scale, Series
from deckgen.style import Color

AXIS_SHARE = 36  # percent of a chart of bars that its categories may take
SLACK = 115  # percent: clients that lack the face set digits wider
DIGITS = Decimal("0.000001")


def label_format(label: str, number: str) -> str:
    """The number format that writes a label; "" for none."""
    return format_of(label, number) if label else ""


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


def bar_chart(
    page: Page, name: str, box: Box, alt: str, title: str, bars: Sequence[tuple[str, Decimal, str, str]], roles: tuple[str, str], fills: Sequence[Color], source: Span
) -> ChartBox:  # fmt: skip
    """Horizontal bars, the first on top: category, value, label and the number in it; `roles` are those of categories and labels."""
    categories = tuple(category for category, *_ in bars)
    axis = page.setting(roles[0], axis_step(page, roles[0], categories, box.width * AXIS_SHARE // 100))
    setting = page.setting(roles[1])
    left = max(slackened(axis.width(category)) for category in categories) + CATEGORY_GAP
    plot = Box(box.x + left, box.y, box.width - left, box.height)
    values = [value for _, value, _, _ in bars]
    behind = max((label_room(setting, label) for _, value, label, _ in bars if value >= 0), default=0)
    before = max((label_room(setting, label) for _, value, label, _ in bars if value < 0), default=0)
    return ChartBox(
        name=name, box=box, alt=alt, kind="bar", plot=plot, categories=categories, lines=tuple((category,) for category in categories),
        series=(
            Series(
                name=title, values=tuple(format(value, "f") for value in values), labels=tuple(label for _, _, label, _ in bars),
                formats=tuple(label_format(label, number) for _, _, label, number in bars), fills=tuple(fills),
                styles=(setting.style,) * len(bars),
            ),
        ),
        scale=scale_for(values, plot.width, before, behind), axis_style=axis.style, source=source,
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
                formats=tuple("" if value is None else label_format(label, number) for _, value, label, number in columns),
                fills=tuple(fills), styles=(setting.style,) * len(columns),
            ),
        ),
        scale=scale_for(known or [Decimal(1)], plot.height, room, room), axis_style=axis.style, axis=page.surface("plot-axis").stroke,
        gap=55, source=source,
    )  # fmt: skip
