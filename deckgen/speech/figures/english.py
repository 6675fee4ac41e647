"""Quantities of English speeches: 1,872 business permits, $412 million, fell to 4.1 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.speech.figures.english_words import FUNCTION, SCALE, SHARE, is_plural
from deckgen.speech.figures.quantity import Quantity

NUMBER = re.compile(
    r"(?<![\w.,/#:$£€-])(?P<money>[$£€]\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d+)?|X{1,4})(?![\w/]|[.,:-]\d|st\b|nd\b|rd\b|th\b)"
)
BEHIND = re.compile(rf"(?P<gap> ?)(?P<share>{SHARE})(?!\w)|(?P<gap2> )(?P<scale>{SCALE})\b")
# What stands before a number that is a name or a date.
NAMED = re.compile(
    r"(?:\b(?:No|Nos|Route|Station|Section|Chapter|Part|Room|Highway|Interstate|Article|Grade|Level|Phase|Title|Ward|District|Unit|Line|Page|Version|Act)\.?"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?: \d{1,2},)?"
    r"|#|\bthe) $"
)
ORDINAL_THING = re.compile(r" (?:line|hotline|Act|plan|initiative|program|series|highway)\b")
YEAR = re.compile(r"(?:19|20)\d\d")
WORD = re.compile(r" (?P<word>[A-Za-z][A-Za-z'’-]*)")
LOOK_BACK = 34  # characters before a number that are looked at
MOST_WORDS = 4  # of a counted thing: low-income housing units


def english_quantities(text: str, index: int) -> Iterator[Quantity]:
    """The quantities of one paragraph, left to right."""
    for match in NUMBER.finditer(text):
        before, end = text[max(0, match.start() - LOOK_BACK) : match.start()], match.end()
        behind = BEHIND.match(text, end)
        if behind:
            unit = behind["share"] or behind["scale"]
            yield quantity(match, index, unit, behind["gap"] or behind["gap2"] or "", behind.end())
            continue
        if NAMED.search(before) or ORDINAL_THING.match(text, end):
            continue
        thing = counted_thing(text, end)
        if thing:
            yield quantity(match, index, thing, " ", end + 1 + len(thing))
        elif not YEAR.fullmatch(match["number"]) and (match["money"] or is_side(text, match.start(), end)):
            yield quantity(match, index, "", "", end)


def quantity(match: re.Match[str], index: int, unit: str, gap: str, end: int) -> Quantity:
    return Quantity(index, match.start("number"), end, match["number"], match["number"], unit, gap=gap if unit else "")


def counted_thing(text: str, at: int) -> str:
    """The words behind a number up to the first plural: business permits; "" where nothing is counted."""
    words: list[str] = []
    while len(words) < MOST_WORDS and (match := WORD.match(text, at)):
        word = match["word"]
        if word.lower() in FUNCTION or word[0].isupper():
            break
        words.append(word)
        at = match.end()
        if is_plural(word):
            return " ".join(words)
    return ""


def is_side(text: str, start: int, end: int) -> bool:
    """Whether a bare number is one side of `from 14 to 9`."""
    before = text[max(0, start - LOOK_BACK) : start]
    if re.search(
        r"\b(?:by [$£€]?\d[\d.,]{0,9}(?: [a-z]+){0,2} to|(?:ratio|index|score|rating) (?:was|is|of|stood at|fell to|rose to)) $", before
    ):
        return True  # fell by 23 per cent to 284; our mortality ratio was 96.4
    return bool(re.search(r"\bfrom $", before) and text.startswith(" to ", end) and text[end + 4 : end + 5].isdigit()) or bool(
        re.search(r"\bfrom \d[\d.,]{0,14} to $", before)
    )
