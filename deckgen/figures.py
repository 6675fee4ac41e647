"""The ledger: each key figure once, exact, and X for as long as nobody knows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.language import has_hanzi
from deckgen.vague import INNER_SUFFIXES

UNKNOWN = "X"
Value = Decimal | str | None  # a number, a text such as 第1, or None for X

SCALES = {"万": 4, "亿": 8}
# 3rd, 2x, 20p; the m and bn of £12.4m, 3bn yuan (12 m alone are metres).
TOUCHING = r"(?:(?P<always>%|(?:st|nd|rd|th|x|p)(?!\w))|(?:k|m|mn|bn|tn|K|M|B|T)(?:$|(?P<more> \w)))"


class Change(Struct, frozen=True, gc=False):
    """How a figure moved or what share it is: 同比 +7.8%, 占比 57.4%, 提高0.5个百分点."""

    wording: str
    value: Value
    unit: str
    signed: bool  # a rise is written with its plus sign
    unknown: str = UNKNOWN
    grouped: bool = True
    currency: str = ""

    @property
    def text(self) -> str:
        return self.worded(self.unknown if self.value is None else format_value(self.value, grouped=self.grouped))

    def worded(self, number: str) -> str:
        """The change with its number written so: 同比 +X%, 占比X%, up X%, +£4m."""
        rising = self.value is None or (isinstance(self.value, Decimal) and self.value > 0)
        sign = "+" if self.signed and rising else ""
        latin = not has_hanzi(self.wording + self.unit)
        gap = " " if self.wording and number and (self.signed or (latin and self.wording[-1:].isalpha())) else ""
        return f"{self.wording}{gap}{with_currency(sign + number, self.currency)}{gap_before(self.unit, latin, self.currency)}{self.unit}"


class Figure(Struct, frozen=True, gc=False, kw_only=True):
    name: str
    label: str
    value: Value = None
    unit: str = ""
    prefix: str = ""
    suffix: str = ""
    currency: str = ""  # £, which stands with the number and not apart from it
    change: Change | None = None
    decimals: int | None = None
    scale: str = ""
    period: str = ""
    department: str = ""
    sample: bool = False
    base: Decimal | None = None  # the value that the change compares with
    parts_of: str = ""  # the figure whose sum this one is a part of
    grouped: bool = True  # 1,234 rather than 1234
    unknown: str = UNKNOWN  # how the ledger writes what nobody knows yet: X, XX, X.X
    source: Span

    @property
    def known(self) -> bool:
        """Whether value and change are both known."""
        return self.value is not None and (self.change is None or self.change.value is not None)

    @property
    def number(self) -> str:
        """The value as it is shown, with its currency and without unit: grouped, rounded half up, X while unknown."""
        return with_currency(scaled_value(self)[0], self.currency)

    @property
    def shown_unit(self) -> str:
        """The unit as it is shown, 亿 or 万 before it where the figure is scaled."""
        return scaled_value(self)[1]

    @property
    def tail(self) -> str:
        """What stands behind the number, often smaller: 亿元以上, 余件, % or more; "" for nothing."""
        return tail_of(self.shown_unit, self.suffix)

    @property
    def touches(self) -> bool:
        """Whether the tail belongs to the number like one word, in whatever size it is set: £12.4m, 3rd."""
        return not has_hanzi(self.label) and touches(self.tail, self.currency)

    @property
    def text(self) -> str:
        """Value and unit as one phrase: X亿元, X余件, 8.2%, 100亿元以上, £12.4m, 12 million."""
        return quantity_text(self.number, self.shown_unit, self.suffix, self.label, self.currency)

    @property
    def phrase(self) -> str:
        """The same with what stands before it: 预计X亿元, up 3%."""
        gap = " " if self.prefix.isascii() and self.prefix[-1:].isalpha() else ""
        return f"{self.prefix}{gap}{self.text}"

    def part(self, name: str) -> str | None:
        """What `{figure.name}` gives; None when a figure has no such part."""
        match name:
            case "value":
                return scaled_value(self)[0]
            case "unit":
                return self.shown_unit
            case "label":
                return self.label
            case "prefix":
                return self.prefix or self.currency
            case "suffix":
                return self.suffix
            case "period":
                return self.period
            case "change":
                return self.change.text if self.change else None
        return None


PARTS = ("value", "unit", "change", "label", "prefix", "suffix", "period")


class Ledger(Struct, frozen=True):
    path: str
    figures: Mapping[str, Figure]
    whole: bool = True  # False: it could not be read as a whole, a name missing here may stand there
    grouped: bool = True  # how its numbers are written


def quantity_text(number: str, unit: str, suffix: str, label: str, currency: str = "") -> str:
    """A quantity as one phrase; whether a space parts number and unit, the language of its label says."""
    tail = tail_of(unit, suffix)
    return f"{number}{gap_before(tail, not has_hanzi(label), currency)}{tail}"


def tail_of(unit: str, suffix: str) -> str:
    if suffix in INNER_SUFFIXES:
        return suffix + unit
    return f"{unit} {suffix}" if unit and suffix[:1].isascii() and suffix[:1].isalpha() else unit + suffix


def gap_before(tail: str, latin: bool, currency: str = "") -> str:
    """The space between a number and the Latin word behind it (12 million, 4 tonnes), none before 亿元, % and the m of £12.4m."""
    word = tail[:1].isascii() and tail[:1].isalpha()
    return " " if latin and word and not touches(tail, currency) else ""


def touches(tail: str, currency: str) -> bool:
    match = re.match(TOUCHING, tail)
    return match is not None and bool(match["always"] or currency or match["more"])


def with_currency(number: str, currency: str) -> str:
    """£4.2, −£4.2."""
    sign = number[:1] if number[:1] in ("+", "-", "−") else ""
    return f"{sign}{currency}{number[len(sign) :]}"


def scaled_value(figure: Figure) -> tuple[str, str]:
    """Number and unit as shown; the scale is chosen after rounding, so 99 999 999 is 1亿, not 10,000万."""
    value = figure.value
    if value is None:
        return figure.unknown, figure.unit
    if not isinstance(value, Decimal) or not figure.scale:
        return format_value(value, figure.decimals, figure.grouped), figure.unit
    if figure.scale != "auto":
        scaled = value.scaleb(-SCALES[figure.scale])
        number = format_value(scaled if figure.decimals is not None else scaled.normalize(), figure.decimals, figure.grouped)
        return number, figure.scale + figure.unit
    for scale in ("亿", "万"):
        scaled = rounded(value.scaleb(-SCALES[scale]), 2 if figure.decimals is None else figure.decimals)
        if abs(scaled) >= 1:
            return format_value(scaled, figure.decimals, figure.grouped), scale + figure.unit
    return format_value(value, figure.decimals, figure.grouped), figure.unit


def format_value(value: Value, decimals: int | None = None, grouped: bool = True) -> str:
    """X for an unknown value, a text as it is, a number rounded half up and grouped by thousands where that is wanted."""
    if value is None:
        return UNKNOWN
    if isinstance(value, str):
        return value
    if decimals is not None:
        value = rounded(value, decimals)
    return (f"{value:,f}" if grouped else f"{value:f}").replace("-", "−")


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Half up, as a statistical office rounds (`round(2.675, 2)` of a float gives 2.67)."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
