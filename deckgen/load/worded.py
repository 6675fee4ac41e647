"""What may not stand where an amount belongs: true, 无, 2020-01-15, 007, 约X, and words under a quantity's unit."""

from __future__ import annotations

import re

from deckgen.amounts import half_width
from deckgen.patterns import one_of

BOOLEANS = frozenset({"true", "false", "yes", "no", "on", "off", "是", "否", "对", "错"})
NONE = frozenset({"无", "没有", "none", "nil", "nothing", "/", "-", "−", "\\", "--"})
DATE = (
    r"(?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12][0-9]|3[01]))?(?:[T ][0-9:.Z+\-]*)?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}"
)
# Meant as a number, but not one that stands in a report: 1e5, .inf, 0x1F, 1_000, 1,00, 007, 20 digits.
NEARLY_NUMBER = r"(?i)[+-]?(?:(?=[.,_]*[0-9])[0-9.,_]+(?:e[+\-]?[0-9]+)?|0x[0-9a-f]+|0[bo][0-9]+|\.?inf|\.?nan)"
# An X that stands for a number: not one of a word (Xbox, PX) or between two numbers (3×5).
LONE_X = r"(?<![A-Za-z0-9])[Xx×]+(?:\.[Xx×]+)?(?![A-Za-z0-9])"
HANZI_NUMBER = r"[第前约近]?[零〇一二两三四五六七八九十百千万亿半几数]{1,12}[余多来]?"
RANK = rf"(?i){one_of('第前')}\s*[0-9]{{1,4}}(?:\s*{one_of('—～~－-/')}\s*[0-9]{{1,4}})?|[0-9]{{1,4}}(?:st|nd|rd|th)|(?:top|no\.?|#)\s*[0-9]{{1,4}}|[0-9]{{1,4}}\s*/\s*[0-9]{{1,4}}"
LONGEST = 200  # characters of what is looked at; a value is a few


def fault_of(text: str, unit: str) -> str:
    """The rule that the text breaks as an amount in this unit; "" where it is words as they may stand there."""
    plain = half_width(text).strip().replace("−", "-")
    if plain.lower() in BOOLEANS:
        return "load/boolean-value"
    if plain.lower() in NONE or not any(char.isalnum() for char in plain):
        return "load/none-value"
    dated = plain.isascii() and re.fullmatch(DATE, plain) is not None
    if plain.isascii() and re.fullmatch(NEARLY_NUMBER, plain.rstrip("%").strip()):
        return "load/date-value" if dated else "load/number"
    if len(plain) > LONGEST:
        return "load/text-value" if unit else ""
    if dated:
        return "load/date-value"
    if any(sign in plain for sign in "Xx×") and re.search(LONE_X, plain):
        return "load/unknown-in-value"
    if not unit or re.fullmatch(RANK, plain) or re.fullmatch(HANZI_NUMBER, plain):
        return ""
    return "load/unit-in-value" if re.match(r"[+-]?[0-9][0-9,.]*\s*[^0-9,.%\s]", plain) else "load/text-value"
