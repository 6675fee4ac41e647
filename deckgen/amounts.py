"""Amounts as they are written: 412.6, 1,234, 12.3%, 6—6.5, X, 同比 +7.8%. The one grammar of the ledger and of the form."""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.figures import Change
from deckgen.numerals import FULL_WIDTH
from deckgen.outline import Text
from deckgen.patterns import one_of
from deckgen.vague import BEHIND
from deckgen.values import UNKNOWN, Range, Value

MINUS = "−"  # a hyphen to the patterns below
# 18 and 9 digits are below the 28 that decimal reckons with exactly. 007 is no number of a report.
NUMBER = r"[+\-]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}|0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?"
BLANK = r"[X×]{1,4}(?:\.[X×]{1,2})?|\*{2,4}|_{2,8}"
BLANKS = "X×*_"
BEGINNINGS = frozenset("X×*_第前")  # of what is blanked out
DASH = rf"(?:—{{1,2}}|{one_of('–－～~〜∼-至到')}| to )"
# Blanked-out numbers, ranges and ranks, shown as they are written.
PLACEHOLDER = rf"(?:{BLANK})(?:%?{DASH}(?:{BLANK}))?|{one_of('第前')}[X×]{{1,2}}"
RANGE = rf"(?P<low>{NUMBER})\s*(?P<dash>%?{DASH})\s*(?P<high>{NUMBER})"
CURRENCY_SIGN = one_of("£$€¥")
CURRENCY = rf"(?:[A-Z]{{1,3}})?{CURRENCY_SIGN}"
# Roman ten, Cyrillic and Greek letters, and signs that are taken for an X.
MEANT_AS_X = str.maketrans("ⅩⅹХхΧχ✕✖╳⨯", "XXXXXX××××")
PLAIN = MEANT_AS_X | FULL_WIDTH
UNKNOWNS = frozenset(
    {
        *("X", "?", "？", "??", "？？", "…", "……", "...", "—", "——", "UNKNOWN", "PENDING"),
        *("TBD", "TBC", "TBA", "T.B.D.", "N/A", "NA", "N.A.", "#N/A", "NOT KNOWN", "TO COME", "TO BE CONFIRMED"),
        *("未知", "待填", "待定", "待核", "待核实", "待报", "待补", "待补充", "待统计", "待确认", "暂缺", "暂无", "暂无数据", "不详", "缺", "空缺", "未统计", "尚未掌握"),
    }
)  # fmt: skip
BLANK_AMOUNT = r"[▲▼+\-−\s]*X{1,4}(?:\.X{1,2})?[%％‰个天家件项次人万亿元名户所处条亩吨台座套期位]*"  # with its unit
NOTHING_THERE = frozenset({"—", "——", "–", "-", "/", "x"})
LONGEST_UNKNOWN = 20  # characters
YEARS = r"(?:19|20)[0-9]{2}年"
# 同比 +X%, 占比57.4%, 比2025年提高6个百分点, up 4.1% from 58.2%: wording, sign, amount, unit and what it compares with.
CHANGE_TEXT = (
    rf"(?P<wording>(?:[^0-9X×*_+\-]|{YEARS})*?)(?<!\s)\s*+(?P<sign>[+\-]?)\s*+(?P<currency>(?:\b[A-Z]{{1,3}})?{CURRENCY_SIGN}|)(?<![.,])"
    rf"(?P<value>[0-9][0-9.,]*+(?:%?{DASH}[0-9][0-9.,]*+)?|{BLANK})\s{{0,9}}(?P<unit>(?:[^0-9]*+|[^0-9\s]*+ [A-Za-z][^\n]{{0,200}}))"
)
# Where a comparison is named but no verb, the sign must say which way it went.
COMPARISONS = ("同比", "环比", "较上年", "比上年", "较去年", "比去年", "年均")
# What moved so has no number.
STANDSTILLS = frozenset({"unchanged", "no change", "flat", "level", "stable", "doubled", "halved", "tripled"})
# These say which way a figure went and want a number; 持平 stands alone.
UNFINISHED = frozenset({*COMPARISONS, "占比", "增长", "下降", "提高", "降低", "增加", "减少", "上升", "提升"})
LONGEST_CHANGE = 200  # characters
SIGNS_AND_DIGITS = "+-0123456789"  # with one of these a number begins; what does not is held against no pattern
YEAR_LIKE = range(1900, 2101)


def currency_apart(prefix: str, unit: str) -> tuple[str, str, str]:
    """(currency, prefix, unit) of a figure: £ stands with its number, whether the ledger has it before the value or in the unit (£m)."""
    if not any(sign in prefix + unit for sign in "£$€¥"):
        return "", prefix, unit
    if re.fullmatch(CURRENCY, prefix):
        return prefix, "", unit
    match = re.match(CURRENCY, unit)
    return (match[0], prefix, unit[match.end() :].strip()) if match else ("", prefix, unit)


def half_width(text: str) -> str:
    """Digits and signs as ASCII has them, and what only looks like an X as an X."""
    return text if text.isascii() else text.translate(PLAIN)


def parsed_value(text: str) -> tuple[Value, bool]:
    """(None for X, an exact number, a range, or the text as it is; whether it ended with %)."""
    if text == UNKNOWN:  # most figures of a report that is being written
        return None, False
    plain = half_width(text)
    percent = plain.endswith("%")
    number = plain.rstrip("%").strip()
    if is_unknown(plain):
        return None, percent
    if is_number(number):
        return exact(number), percent
    between = parsed_range(text)
    return (text, False) if between is None else (between, percent)


def is_unknown(text: str) -> bool:
    """Whether the text says that nobody knows: nothing, X, XX.X, 待定, TBD, 暂无."""
    plain = half_width(text).rstrip("%").strip()
    bare = plain.lstrip("+-−") or plain
    blank = bare[:1].upper() in BEGINNINGS and any(sign in bare.upper() for sign in BLANKS)
    return not plain or bare.upper() in UNKNOWNS or (blank and re.fullmatch(PLACEHOLDER, bare.upper()) is not None)


def unknown_cell(cell: Text) -> bool:
    """Whether a cell is an X: X, X%, ▲ +X.X%, 待定, TBD, or what a figure prints that nobody knows yet. A dash says that there is nothing."""
    words = cell.plain
    if "X" in words and (any(run.figure and "X" in run.text for run in cell.runs) or re.fullmatch(BLANK_AMOUNT, words)):
        return True
    return 0 < len(words) <= LONGEST_UNKNOWN and words not in NOTHING_THERE and is_unknown(words)


def parsed_range(text: str) -> Range | None:
    """6—6.5, 0.3～0.8, 5－6%, 6%—6.5%; None for anything else, two years (2019-2020) and what does not rise (2020-01) among it."""
    plain = half_width(text).replace(MINUS, "-")
    match = re.fullmatch(RANGE, plain.rstrip("%").strip()) if plain.strip()[:1] in SIGNS_AND_DIGITS else None
    if match is None:
        return None
    low, high = exact(match["low"]), exact(match["high"])
    if low >= high or (low in YEAR_LIKE and high in YEAR_LIKE and match["dash"] == "-"):
        return None
    return Range(low, high, text[match.start("dash") : match.end("dash")])


def is_number(text: str) -> bool:
    """1,345  -0.3  +12: a number as reports write it."""
    return re.fullmatch(NUMBER, text.replace(MINUS, "-")) is not None


def exact(number: str) -> Decimal:
    return Decimal(number.replace(",", "").replace(MINUS, "-"))


def split_change(text: str) -> re.Match[str] | None:
    """`text` as wording, sign, value and unit; None when it is no such thing."""
    if len(text) > LONGEST_CHANGE:
        return None
    return re.fullmatch(CHANGE_TEXT, text.replace(MINUS, "-"))


def placeholder(text: str) -> str:
    """How an unknown number is shown: as the ledger writes it where it is blanked out (XX, X.X, ××, X—X, 第X), else X."""
    if text == UNKNOWN:
        return UNKNOWN
    plain = half_width(text).rstrip("%").strip().upper().lstrip("+-−")
    return plain if plain != UNKNOWN and re.fullmatch(PLACEHOLDER, plain) else UNKNOWN


def parsed_change(text: str, grouped: bool = True) -> Change | None:
    """同比 +7.8%, 占比57.4%, 持平 as a change; None when it cannot be understood."""
    plain = half_width(text)
    match = split_change(plain)
    if match is None:
        return Change(plain, "", "", signed=False) if stands_still(plain) else None
    number, _ = parsed_value(match["sign"] + text.replace(MINUS, "-")[match.start("value") : match.end("value")])
    if isinstance(number, str):
        return None
    signed = bool(match["sign"]) or match["wording"] in COMPARISONS
    falling = number is None and match["sign"] == "-"
    return Change(match["wording"], number, match["unit"], signed, placeholder(match["value"]), grouped, match["currency"], falling)


def stands_still(text: str) -> bool:
    """Whether words alone say how it went: 持平, 由负转正, unchanged."""
    return text.lower() in STANDSTILLS or (
        len(text) <= LONGEST_CHANGE and text not in UNFINISHED and not is_unknown(text) and not any(char.isascii() for char in text)
    )


def vague_apart(text: str) -> tuple[str, str]:
    """7%左右 as 7% and 左右."""
    match = re.search(rf"(?:{BEHIND})$", text)
    return (text[: match.start()].strip(), match[0]) if match and match.start() else (text, "")
