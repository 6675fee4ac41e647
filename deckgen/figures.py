"""The ledger: each key figure once, exact, and X for as long as nobody knows it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.vague import INNER_SUFFIXES

UNKNOWN = "X"
Value = Decimal | str | None  # a number, a text such as 第1, or None for X

SCALES = {"万": 4, "亿": 8}


class Change(Struct, frozen=True, gc=False):
    """How a figure moved or what share it is: 同比 +7.8%, 占比 57.4%, 提高0.5个百分点."""

    wording: str
    value: Value
    unit: str
    signed: bool  # a rise is written with its plus sign
    unknown: str = UNKNOWN
    grouped: bool = True

    @property
    def text(self) -> str:
        gap = " " if self.wording and self.signed else ""
        return f"{self.wording}{gap}{self.amount}"

    @property
    def amount(self) -> str:
        number = self.unknown if self.value is None else format_value(self.value, grouped=self.grouped)
        rising = self.value is None or (isinstance(self.value, Decimal) and self.value > 0)
        return f"{'+' if self.signed and rising else ''}{number}{self.unit}"


class Figure(Struct, frozen=True, gc=False, kw_only=True):
    name: str
    label: str
    value: Value = None
    unit: str = ""
    prefix: str = ""
    suffix: str = ""
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
        """The value as it is shown, without unit: grouped, rounded half up, X while unknown."""
        return scaled_value(self)[0]

    @property
    def shown_unit(self) -> str:
        """The unit as it is shown, 亿 or 万 before it where the figure is scaled."""
        return scaled_value(self)[1]

    @property
    def text(self) -> str:
        """Value and unit as one phrase: X亿元, X余件, 8.2%, 100亿元以上."""
        number, unit = scaled_value(self)
        if self.suffix in INNER_SUFFIXES:
            return f"{number}{self.suffix}{unit}"
        return f"{number}{unit}{self.suffix}"

    def part(self, name: str) -> str | None:
        """What `{figure.name}` gives; None when a figure has no such part."""
        match name:
            case "value":
                return self.number
            case "unit":
                return self.shown_unit
            case "label":
                return self.label
            case "prefix":
                return self.prefix
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
