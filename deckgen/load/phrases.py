"""Phrases of which something is made: counted claims, pairs, dates, and a point written in one line.

Taken apart by what strings can do: compiling a class of Chinese characters costs a million instructions, and a build is 600.
"""

from __future__ import annotations

import re

from deckgen.diagnostics import Span
from deckgen.language import Language
from deckgen.load.language import is_latin
from deckgen.numerals import to_number
from deckgen.outline import Claim

ARTICLES = ("our", "the")
DIGITS = "0123456789０１２３４５６７８９.．,，"
NUMERALS = "零〇一二两三四五六七八九十百千万亿"
OPENING, CLOSING = '“"「『', '”"」』'
MEASURE_WORDS = ("个方面", "方面", "个", "项", "条", "大", "种", "点", "者", "组")

BETWEEN_SIDES = "/／与和、"
LONGEST_SIDE, LONGEST_NAME = 4, 20  # of 稳, and of Stability
NAME_MARKS = "’' -"

YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
LEAD_BREAK = re.compile(r"[：:](?!//)")


def parsed_claim(text: str, span: Span) -> Claim | None:
    """七个坚持 as seven of 坚持, Our five priorities as five of priorities; None when no number stands in front."""
    first, _, others = text.partition(" ")
    counted = within_quote(others.lstrip() if first.lower() in ARTICLES else text)
    word = number_in_front(counted)
    count = to_number(word) if word else None
    rest = counted[len(word) :]
    rest = (rest[1:] if rest[:1] and rest[0] in CLOSING else rest).strip()
    if count is None or not rest:
        return None
    measure = next((word for word in MEASURE_WORDS if rest.startswith(word)), "")
    return Claim(text, count, rest[len(measure) :].strip('“”"「」『』 '), span)


def within_quote(text: str) -> str:
    """The text behind the quotation mark that it begins with."""
    return (text[1:] if text[:1] and text[0] in OPENING else text).lstrip()


def number_in_front(text: str) -> str:
    """The digits, the numeral or the English word that the text begins with; a word ends at a space or a quotation mark."""
    for signs in (DIGITS, NUMERALS):
        number = text[: len(text) - len(text.lstrip(signs))]
        if number:
            return number
    word = next(iter(text.replace("”", " ").replace('"', " ").split(" ")))
    return word if word != text and word.isascii() and word.isalpha() else ""


def parsed_pair(text: str) -> tuple[str, str] | None:
    """稳/进, 稳与进, Growth/Stability or Growth and Stability as its sides; None when these are not two short words."""
    words = within_quote(text.strip())
    words = words[:-1] if words[-1:] and words[-1] in CLOSING else words
    marks = [sign for sign in words if sign in BETWEEN_SIDES]
    first, between, second = words.rpartition(marks[0] if marks else " and ")
    first, second = first.strip(), second.strip()
    return (first, second) if len(marks) <= 1 and between and is_side(first) and is_side(second) else None


def is_side(word: str) -> bool:
    if 0 < len(word) <= LONGEST_SIDE and not any(sign.isspace() or sign in '“”"' for sign in word):
        return True
    letters = "".join(sign for sign in word if sign not in NAME_MARKS)
    return len(word) <= LONGEST_NAME and letters.isascii() and letters.isalpha() and word[0] not in NAME_MARKS


def dated(text: str, language: Language) -> str:
    """2020-01 as 2020年1月 or January 2020; anything else as it is written."""
    match = YEAR_MONTH.fullmatch(text)
    if match and 1 <= int(match[2]) <= 12:
        return language.date(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    return text


def split_lead(text: str) -> tuple[str, str]:
    """(lead, text) of a plain string: split at an early colon; a short phrase is a lead, a long one a text."""
    letters = 2 if is_latin(text) else 1  # as wide as a hanzi
    match = LEAD_BREAK.search(text)
    if match and 0 < match.start() <= 16 * letters:
        return text[: match.start()].strip(), text[match.end() :].strip()
    return (text, "") if len(text) <= 14 * letters else ("", text)


def is_phrase(text: str) -> bool:
    """Whether a key is words of the author's and no name of a field: it has a capital or several words."""
    return text != text.lower() or " " in text.strip()
