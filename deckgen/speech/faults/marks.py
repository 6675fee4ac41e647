"""Marks: of half width, doubled, without their partner, straight where they should be curved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.speech.faults.fault import HANZI, SpeechFault, around, fault

HALF_MARK = re.compile(
    rf"(?<=[{HANZI}”》）%％])[,;:?!](?=[{HANZI}“《（0-9XＸ]|$)|(?<=[0-9XＸ])[;](?=[{HANZI}“《])|(?<=[{HANZI}])\.(?=[{HANZI}“]|$)"
)
DOUBLED = re.compile(r"([，。；：、])\1+|[，；：、][。！？]|[。！？][，；：、]|，、|、，|；，|，；|：，")
STRAIGHT = re.compile(r"''|``|“\"|\"”")
BEFORE_BRACKET = re.compile(r"[，、；](?=[（(][^）)]{1,8}[）)][》，。])")
NUMBER_BEFORE = re.compile(r"(?:^|[，。；：、\s])[\d一二三四五六七八九十]{1,2}$")
MOST_HALVES = 3  # of one paragraph that are shown: who types so does it everywhere
OPENING, CLOSING = "“‘《（〈「『【〔", "”’》）〉」』】〕"


def half_marks(text: str) -> Iterator[SpeechFault]:
    """Marks of half width between hanzi: the first ones of a paragraph, each with how many there are."""
    halves = list(HALF_MARK.finditer(text)) if not text.isascii() else []
    for half in halves[:MOST_HALVES]:
        yield fault(half.start(), "speech/half-width", text=around(text, half), count=len(halves))


def doubled_marks(text: str) -> Iterator[SpeechFault]:
    for pattern in (DOUBLED, BEFORE_BRACKET):
        for match in pattern.finditer(text):
            yield fault(match.start(), "speech/doubled-mark", text=around(text, match))


def unpaired(text: str) -> Iterator[SpeechFault]:
    """Quotes and brackets without their partner; the straight pairs that stand for one."""
    for match in STRAIGHT.finditer(text):
        yield fault(match.start(), "speech/straight-quote", text=around(text, match))
    stack: list[tuple[int, str]] = []
    for at, char in enumerate(text):
        if char in OPENING:
            if char in "“‘" and stack and stack[-1][1] == char:  # opened again before it was closed
                yield left_open(text, *stack.pop())
            stack.append((at, char))
        elif char in CLOSING:
            yield from closed(text, at, stack)
    for start, mark in stack:
        yield left_open(text, start, mark)


def closed(text: str, at: int, stack: list[tuple[int, str]]) -> Iterator[SpeechFault]:
    """Take the partner of the closing mark at `at` off the stack; what stood open above it, or that there is none, is a fault."""
    partner = OPENING[CLOSING.index(text[at])]
    if any(mark == partner for _, mark in stack):
        while stack[-1][1] != partner:
            yield left_open(text, *stack.pop())
        stack.pop()
    elif not needs_no_partner(text, at):
        yield fault(at, "speech/unpaired", mark=text[at], text=text[max(0, at - 8) : at + 1])


def left_open(text: str, start: int, mark: str) -> SpeechFault:
    return fault(start, "speech/unpaired", mark=mark, text=text[start : start + 10])


def needs_no_partner(text: str, at: int) -> bool:
    """1）and 一）number things, and ’ is an apostrophe behind a letter."""
    if text[at] == "）":
        return bool(NUMBER_BEFORE.search(text, max(0, at - 3), at))
    return text[at] == "’" and text[at - 1 : at].isascii()
