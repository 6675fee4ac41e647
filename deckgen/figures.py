"""The ledger: each key figure once, exact, and X for as long as nobody knows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field, structs

from deckgen.diagnostics import Near, Span
from deckgen.language import has_hanzi
from deckgen.trends import Direction, direction_of
from deckgen.vague import INNER_SUFFIXES
from deckgen.values import UNKNOWN, Amount, Range, Value, format_value, scaled

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
    falling: bool = False  # still X, but known to be a fall: 同比 -X%

    @property
    def text(self) -> str:
        return self.worded(self.unknown if self.value is None else format_value(self.value, grouped=self.grouped))

    @property
    def measure(self) -> str:
        """The unit alone: the % of `% year on year` and of `% from 58.2%`."""
        return self.unit.split(" ")[0]

    @property
    def direction(self) -> Direction:
        """Which way the figure went, by wording or sign; "" for a share, for 持平, and while neither says it."""
        said = direction_of(f"{self.wording} {self.unit}") if self.wording or self.unit else ""
        lowest = self.value.low if isinstance(self.value, Range) else self.value
        falls = self.falling or (isinstance(lowest, Decimal) and lowest < 0)
        if said:
            return said if not falls else ("up" if said == "down" else "down")
        if falls:
            return "down"
        return "up" if self.signed and (lowest is None or (isinstance(lowest, Decimal) and lowest > 0)) else ""

    def worded(self, number: str) -> str:
        """The change with its number written so: 同比 +X%, 同比 -X%, 占比X%, up X%, +£4m."""
        sign = self.sign
        latin = not has_hanzi(self.wording + self.unit)
        gap = " " if self.wording and number and (self.signed or (latin and self.wording[-1:].isalpha())) else ""
        return f"{self.wording}{gap}{with_currency(sign + number, self.currency)}{gap_before(self.unit, latin, self.currency)}{self.unit}"

    @property
    def sign(self) -> str:
        """The sign that the number does not bring along: + of a rise, − of a fall that is still X."""
        if self.value is None:
            return "−" if self.falling else "+" if self.signed else ""
        lowest = self.value.low if isinstance(self.value, Range) else self.value
        return "+" if self.signed and isinstance(lowest, Decimal) and lowest > 0 else ""


def top_of(value: Decimal | Range) -> Decimal:
    return value.high if isinstance(value, Range) else value


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
    base: Amount | None = None  # the value that the change compares with
    target: Amount | None = None  # what was to be reached
    compare: Mapping[str, Amount] = field(default_factory=dict)  # what others have: 全市 → 6.9
    history: Mapping[str, Amount] = field(default_factory=dict)  # what it was: 2018 → 382.1, in the author's order
    rank: str = ""  # its place among others: 全市第2
    icon: str = ""  # drawn on its card
    good: str = ""  # whether more is better: up, down, none; "" where nobody says
    parts_of: str = ""  # the figure whose sum this one is a part of
    match: str = ""  # the row, column and unit of a table that `figures fill` takes it from, once somebody has said so
    grouped: bool = True  # 1,234 rather than 1234
    worded_value: bool = False  # whether a value in words under a unit is meant so: 全部 in 个
    unknown: str = UNKNOWN  # how the ledger writes what nobody knows yet: X, XX, X.X
    source: Span

    @property
    def known(self) -> bool:
        """Whether value and change are both known."""
        return self.value is not None and (self.change is None or self.change.value is not None)

    @property
    def number(self) -> str:
        """The value as it is shown, with its currency and without unit: grouped, rounded half up, X while unknown."""
        return with_currency(self.bare_number, self.currency)

    @property
    def bare_number(self) -> str:
        """The same without its currency."""
        return self.shown(Amount(self.value, self.unknown))[0]

    @property
    def shown_unit(self) -> str:
        """The unit as it is shown, 亿 or 万 before it where the figure is scaled."""
        return self.shown(Amount(self.value, self.unknown))[1]

    def shown(self, amount: Amount) -> tuple[str, str]:
        """Number (without currency) and unit of any amount of this figure, as they are shown."""
        if amount.value is None:
            return amount.unknown, self.unit
        value, scale = scaled(amount.value, self.scale, self.decimals)
        return format_value(value, self.decimals, self.grouped), scale + self.unit

    def in_one_scale(self, *amounts: Amount | None) -> Figure:
        """The figure as it is shown beside `amounts` of its own without their units: what `auto` chooses for the value (for the largest
        of them while it is X) counts them all. In a chart 9 800万 and 1.02亿 would be 9 800 beside 1.02."""
        if self.scale != "auto":
            return self
        known = [amount.value for amount in amounts if amount is not None and isinstance(amount.value, Decimal | Range)]
        own = self.value if isinstance(self.value, Decimal | Range) else max(known, key=top_of, default=None)
        scale = scaled(own, self.scale, self.decimals)[1]
        return structs.replace(self, scale=scale, decimals=2 if scale and self.decimals is None else self.decimals)

    @property
    def counted_in(self) -> str:
        """The unit with the scale that is said for all amounts, also while the value is X."""
        return self.shown_unit if self.value is not None or self.scale == "auto" else self.scale + self.unit

    def worded(self, amount: Amount) -> str:
        """Any amount of this figure as one phrase: 420亿元, X亿元, 7%左右, £12m."""
        number, unit = self.shown(amount)
        return quantity_text(with_currency(number, self.currency), unit, amount.suffix, self.label, self.currency)

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

    @property
    def completion(self) -> Decimal | None:
        """Value in percent of the target; None where either is no number, or the target is no greater than 0."""
        target = self.target.value if self.target else None
        if not isinstance(self.value, Decimal) or not isinstance(target, Decimal) or target <= 0:
            return None
        return self.value / target * 100

    def amounts(self) -> dict[str, Amount]:
        """Every other amount by the words that a text asks for it with: base, target, history.2018, compare.全市."""
        single = {name: amount for name, amount in (("base", self.base), ("target", self.target)) if amount}
        history = {f"history.{name}": amount for name, amount in self.history.items()}
        return single | history | {f"compare.{name}": amount for name, amount in self.compare.items()}

    def part(self, name: str) -> str | None:
        """What `{figure.name}` gives; None when a figure has no such part."""
        match name:
            case "value":
                return self.bare_number
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
            case "rank":
                return self.rank
            case "change":
                return self.change.text if self.change else None
        return self.amount_part(name)

    def amount_part(self, name: str) -> str | None:
        """What `{figure.target}` and `{figure.history.2018}` give; with `.value` behind it the number alone."""
        amounts = self.amounts()
        if name in amounts:
            return self.worded(amounts[name])
        amount = amounts.get(name.removesuffix(".value"))
        return None if amount is None else self.shown(amount)[0]


PARTS = ("value", "unit", "change", "label", "prefix", "suffix", "period", "base", "target", "rank", "history", "compare")
KEYED = ("history", "compare")  # of these a text names one: {gdp.history.2018}
PARTED = (*KEYED, "base", "target")  # and of these the number alone: {gdp.target.value}


ASCII_NAME = r"[a-z][a-z0-9_]*"
# As JSON Schema has it.
NAME_PATTERN = rf"^(?:{ASCII_NAME}|(?=.*[\u3007\u3400-\u9fff])[A-Za-z0-9\u3007\u3400-\u9fff][A-Za-z0-9_\u3007\u3400-\u9fff]*)$"


def is_figure_name(name: str) -> bool:
    """Whether a ledger may call a figure so: gdp_2020, or hanzi with letters and digits: 地区生产总值, 人均GDP, 5G基站数.

    Without a pattern: a class of hanzi costs a build more to compile than its ledger takes to read.
    """
    if name.isascii():
        return re.fullmatch(ASCII_NAME, name) is not None
    letters = (char.isalnum() if char.isascii() else is_hanzi(char) for char in name.replace("_", ""))
    return name[0] != "_" and all(letters)


def is_hanzi(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇"


class Labels:
    """Names of figures by their labels, of the ledger that was asked about last."""

    def __init__(self) -> None:
        self.figures: Mapping[str, Figure] = {}
        self.names: dict[str, str] = {}

    def name(self, label: str, figures: Mapping[str, Figure]) -> str:
        """The figure that alone has this label; "" for none or several."""
        if figures is not self.figures:
            self.figures, self.names = figures, {}
            for figure in figures.values():
                self.names[figure.label] = "" if figure.label in self.names else figure.name
        return self.names.get(label, "")


LABELS = Labels()


def near_figure(name: str, figures: Mapping[str, Figure]) -> Near:
    """Which figure of the ledger was meant: the one of this label, or one whose name is close."""
    labelled = LABELS.name(name, figures)
    return Near(labelled, (labelled,)) if labelled else Near(name, figures)


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
