"""Sentences and clauses of a text with their offsets; nothing is broken inside quotes, brackets or a book title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

OPENING, CLOSING = "“《（(「『〔【", "”》）)」』〕】"
BRACKETS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
FULL_STOPS = "。！？!?"
LONGEST_SHORT = 6  # letters looked at for an abbreviation
LONGEST_ASIDE = 40  # characters; a quote that is longer, or never closed, does not hold a sentence together


class Stretch(Struct, frozen=True, gc=False):
    """A stretch of a text without the mark that ends it."""

    text: str
    start: int
    end: int  # behind the last character of `text`
    mark: str = ""  # 。 ； ， … or "" at the end


def sentences(text: str) -> list[Stretch]:
    """The sentences of `text`; in English a full stop needs a space and a capital behind it."""
    return parted(text, FULL_STOPS, english=True)


def segments(text: str) -> list[Stretch]:
    """What ；and full stops part."""
    return parted(text, FULL_STOPS + "；;", english=True)


def clauses(text: str) -> list[Stretch]:
    """What any mark but 、 parts."""
    return parted(text, FULL_STOPS + "；;，,：:", english=True)


def parted(text: str, marks: str, english: bool = False) -> list[Stretch]:
    """What the marks part; a text of marks alone is one stretch, so that every paragraph has one."""
    stretches = list(between_marks(text, marks, english))
    return stretches or ([stretch(text, 0, len(text), "")] if text.strip() else [])


def between_marks(text: str, marks: str, english: bool) -> Iterator[Stretch]:
    start = 0
    held = asides(text)
    for match in endings(marks, english).finditer(text):
        at, mark = match.start(), match[0]
        if at in held or at < start or between_digits(text, at) or (mark not in marks and not ends_english(text, at)):
            continue
        before = stretch(text, start, at, mark)
        if before.text:
            yield before
        start = at + 1
        while start < len(text) and text[start] in FULL_STOPS + "”’":
            start += 1  # 。” and ！！
    last = stretch(text, start, len(text), "")
    if last.text:
        yield last


@cache
def endings(marks: str, english: bool) -> re.Pattern[str]:
    """A character that may end a stretch."""
    return re.compile(f"[{re.escape(marks + '.' * english)}]")


def stretch(text: str, start: int, end: int, mark: str) -> Stretch:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Stretch(piece.strip(), start + left, start + len(piece.rstrip()), mark)


def between_digits(text: str, at: int) -> bool:
    """1,234 and 12:30 are no clauses."""
    return text[at] in ",:" and 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


def ends_english(text: str, at: int) -> bool:
    """Whether the full stop at `at` ends a sentence: not in 1.5, Mr. or No. 3."""
    if at + 1 < len(text) and text[at + 1] != " ":
        return False
    before = re.search(r"([A-Za-z]{1,9})$", text[max(0, at - LONGEST_SHORT) : at])
    if before and (len(before[1]) == 1 or before[1] in ("Mr", "Mrs", "Dr", "No", "St", "vs", "etc")):
        return False
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "%)”\"'") and text[at - 1].isascii()


def is_english(text: str) -> bool:
    return bool(text) and sum(char.isascii() for char in text) * 10 > len(text) * 8


def asides(text: str) -> set[int]:
    """The offsets inside “…”, 《…》 and （…） that are closed and short."""
    inside: set[int] = set()
    stack: list[tuple[int, str]] = []
    for match in BRACKETS.finditer(text):
        at, char = match.start(), match[0]
        if char in OPENING:
            stack.append((at, CLOSING[OPENING.index(char)]))
        else:
            start = opened_by(stack, char)
            if start is not None and at - start <= LONGEST_ASIDE:
                inside.update(range(start + 1, at))
    return inside


def opened_by(stack: list[tuple[int, str]], closing: str) -> int | None:
    """Where the partner of `closing` stands; it and what was opened behind it are taken off the stack."""
    while stack:
        start, mark = stack.pop()
        if mark == closing:
            return start
    return None
