"""Number formats as spreadsheets write them: 0.0, #,##0, 0.0%, 0.0"%"; the few that a briefing needs."""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.amounts import MINUS, NUMBER
from deckgen.values import rounded

# What stands before, grouping, decimals, a percent sign, what stands behind.
FORMAT = re.compile(
    r'(?P<before>(?:"[^"]*"|[^0#"%])*)(?P<grouped>#,##)?0(?P<decimals>\.0{1,6})?(?P<percent>%)?(?P<behind>(?:"[^"]*"|[^0#"%;])*)'
)


def is_format(pattern: str) -> bool:
    """Whether the pattern is one that `formatted` knows."""
    return FORMAT.fullmatch(pattern) is not None


def formatted(value: Decimal, pattern: str) -> str:
    """The number in the pattern, rounded half up; with % a hundredfold, as in a spreadsheet."""
    match = FORMAT.fullmatch(pattern)
    if match is None:
        raise ValueError(pattern)
    number = rounded(value * 100 if match["percent"] else value, len(match["decimals"] or ".") - 1)
    digits = f"{abs(number):,f}" if match["grouped"] else f"{abs(number):f}"
    sign = "−" if number < 0 else ""
    return f"{sign}{bare(match['before'])}{digits}{match['percent'] or ''}{bare(match['behind'])}"


def number_of(words: str) -> Decimal | None:
    """The number that stands in the words, as it is written: 412.6, 1,234亿元, −3%; None where there is none, or more."""
    plain = words.replace(MINUS, "-")
    numbers = re.findall(NUMBER, plain)
    rest = re.sub(NUMBER, "", plain)
    return Decimal(numbers[0].replace(",", "")) if len(numbers) == 1 and not re.search("[0-9]", rest) else None


def bare(words: str) -> str:
    return words.replace('"', "")


def format_of(label: str, number: str, value: Decimal | None = None) -> str:
    """The pattern that writes just `label`, in which `number` (digits, commas, a point) stands: 400亿元以上 → 0"亿元以上".

    A minus sign is written as the deck writes it. Where the label counts `value` in another unit (9950 as 1.00万), which no pattern
    can do, it is the label as it is.
    """
    number = number.lstrip("-−")
    if value is not None and not writes(number, value):
        return f"{quoted(label)};{quoted(label)}"
    before, _, behind = label.partition(number)
    before = before.removesuffix("−").removesuffix("-").removeprefix("−")
    digits = ("#,##0" if "," in number else "0") + ("." + "0" * len(number.partition(".")[2]) if "." in number else "")
    pattern = f"{quoted(before)}{digits}{quoted(behind)}"
    return f'{pattern};"−"{pattern}'


def writes(number: str, value: Decimal) -> bool:
    """Whether the number is the value, rounded to the decimals that it has."""
    plain = number.replace(",", "")
    return f"{rounded(abs(value), len(plain.partition('.')[2])):f}" == plain


def quoted(words: str) -> str:
    return f'"{words}"' if words else ""
