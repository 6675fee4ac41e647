"""Amounts as they are written: 412.6, 1,234, 12.3%, X, 同比 +7.8%. The one grammar of the ledger and of the form."""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.figures import UNKNOWN, Change, Value
from deckgen.numerals import FULL_WIDTH

MINUS = "−"  # a hyphen to the patterns below
# 18 and 9 digits are below the 28 that decimal reckons with exactly.
NUMBER = r"[+\-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,18})(?:\.[0-9]{1,9})?"
PLACEHOLDER = r"[X×]{1,4}(?:\.[X×]{1,2})?|\*{2,4}|_{2,8}"  # blanked-out numbers, shown as they are written
CURRENCY = r"(?:[A-Z]{1,3})?[£$€¥]"
UNKNOWNS = frozenset({"X", "XX", "XXX", "?", "？", "未知", "待填", "待定", "待核", "待核实", "暂缺", "—", "——"})
# 同比 +X%, 占比57.4%, 占比提高X个百分点: wording, sign, amount, unit.
CHANGE_TEXT = r"(?P<wording>[^0-9X×*_+\-]*?)\s*(?P<sign>[+\-]?)\s*(?P<currency>(?:\b[A-Z]{1,3})?[£$€¥]|)(?<![.,])(?P<value>[0-9][0-9.,]*|[X×]+(?:\.[X×]+)?|\*{2,4}|_{2,8})\s*(?P<unit>[^0-9]*)"
# Where a comparison is named but no verb, the sign must say which way it went.
COMPARISONS = ("同比", "环比", "较上年", "比上年", "年均")
# These say which way a figure went and want a number; 持平 stands alone.
# What moved so has no number.
STANDSTILLS = frozenset({"unchanged", "no change", "flat", "level", "stable", "doubled", "halved", "tripled"})
UNFINISHED = frozenset({*COMPARISONS, "占比", "增长", "下降", "提高", "降低", "增加", "减少", "上升", "提升"})


def currency_apart(prefix: str, unit: str) -> tuple[str, str, str]:
    """(currency, prefix, unit) of a figure: £ stands with its number, whether the ledger has it before the value or in the unit (£m)."""
    if not any(sign in prefix + unit for sign in "£$€¥"):
        return "", prefix, unit
    if re.fullmatch(CURRENCY, prefix):
        return prefix, "", unit
    match = re.match(CURRENCY, unit)
    return (match[0], prefix, unit[match.end() :].strip()) if match else ("", prefix, unit)


def parsed_value(text: str) -> tuple[Value, bool]:
    """(None for X, an exact number, or the text as it is; whether it ended with %)."""
    plain = text.translate(FULL_WIDTH)
    percent = plain.endswith("%")
    number = plain.rstrip("%").strip()
    bare = number.lstrip("+-−")
    if not plain or bare.upper() in UNKNOWNS or re.fullmatch(PLACEHOLDER, bare):
        return None, percent
    if is_number(number):
        return Decimal(number.replace(",", "").replace(MINUS, "-")), percent
    return text, False


def is_number(text: str) -> bool:
    """1,345  -0.3  +12: a number as reports write it."""
    return re.fullmatch(NUMBER, text.replace(MINUS, "-")) is not None


def split_change(text: str) -> re.Match[str] | None:
    """`text` as wording, sign, value and unit; None when it is no such thing."""
    return re.fullmatch(CHANGE_TEXT, text.replace(MINUS, "-"))


def placeholder(text: str) -> str:
    """How an unknown number is shown: as the ledger writes it where it is blanked out (XX, X.X, ××), else X."""
    plain = text.translate(FULL_WIDTH).rstrip("%").strip()
    return plain if re.fullmatch(PLACEHOLDER, plain) else UNKNOWN


def parsed_change(text: str, grouped: bool = True) -> Change | None:
    """同比 +7.8%, 占比57.4%, 持平 as a change; None when it cannot be understood."""
    text = text.translate(FULL_WIDTH)
    match = split_change(text)
    if match is None and (text.lower() in STANDSTILLS or (text not in UNFINISHED and not any(char.isascii() for char in text))):
        return Change(text, "", "", signed=False)  # 持平, 由负转正
    if match is None:
        return None
    number, _ = parsed_value(match["sign"] + match["value"])
    if isinstance(number, str):
        return None
    signed = bool(match["sign"]) or match["wording"] in COMPARISONS
    return Change(match["wording"], number, match["unit"], signed, placeholder(match["value"]), grouped, match["currency"])
