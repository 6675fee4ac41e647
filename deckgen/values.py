"""What a figure amounts to, and how that is written: an exact number, a range, words, or X for what nobody knows."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

UNKNOWN = "X"
SCALES = {"万": 4, "亿": 8}


class Range(Struct, frozen=True, gc=False):
    """From one number to a greater one: 6—6.5, 0.3～0.8."""

    low: Decimal
    high: Decimal
    dash: str  # what stands between them, as it is written: —, ～, %—


Value = Decimal | Range | str | None  # a text such as 第1, or None for X


class Amount(Struct, frozen=True, gc=False):
    """What else is known of a figure in its unit: its target, what it was in another year, what others have."""

    value: Value
    unknown: str = UNKNOWN  # how it is shown while nobody knows it
    suffix: str = ""  # 左右, 以上


def format_value(value: Value, decimals: int | None = None, grouped: bool = True) -> str:
    """X for an unknown value, a text as it is, a number rounded half up and grouped by thousands where that is wanted."""
    if value is None:
        return UNKNOWN
    if isinstance(value, str):
        return value
    if isinstance(value, Range):
        low, high = (format_value(number, decimals, grouped) for number in (value.low, value.high))
        return f"{low}{value.dash}{high}"
    if decimals is not None:
        value = rounded(value, decimals)
    return (f"{value:,f}" if grouped else f"{value:f}").replace("-", "−")


def scaled(value: Value, scale: str, decimals: int | None) -> tuple[Value, str]:
    """The value as it is counted in 万 or 亿, and in which; `auto` chooses after rounding, so 99 999 999 is 1亿, not 10,000万."""
    if not scale or not isinstance(value, Decimal | Range):
        return value, ""
    largest = value.high if isinstance(value, Range) else value
    automatic = scale == "auto"
    chosen = next((one for one in ("亿", "万") if abs(in_scale(largest, one, decimals, True)) >= 1), "") if automatic else scale
    if not chosen:
        return value, ""
    if isinstance(value, Range):
        low, high = (in_scale(number, chosen, decimals, automatic) for number in (value.low, value.high))
        return Range(low, high, value.dash), chosen
    return in_scale(value, chosen, decimals, automatic), chosen


def in_scale(number: Decimal, scale: str, decimals: int | None, automatic: bool) -> Decimal:
    """The number counted in 万 or 亿; to two decimals where nobody has said how many and which scale was chosen."""
    counted = number.scaleb(-SCALES[scale])
    if decimals is not None:
        return rounded(counted, decimals)
    return rounded(counted, 2) if automatic else counted.normalize()


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Half up, as a statistical office rounds (`round(2.675, 2)` of a float gives 2.67)."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
