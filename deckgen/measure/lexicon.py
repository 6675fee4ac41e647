"""Cut a text into words: the likeliest path through a small dictionary of common words.

rjieba cuts a little better, but loading it takes 130 ms and 25 MB; this takes 1 to 7 ms and 1 MB, and only when a break needs it.
The terms that matter most in reports are in `glossary.py` anyway.
"""

import os
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import accumulate, pairwise

HANZI = 3  # bytes of one in the file
LONGEST = 4 * HANZI
COLON, DIGITS = ord(":"), 3  # what stands before a cost, and the most that it has
COST = slice(HANZI + 2, HANZI + 2 + DIGITS)  # of the hanzi alone, the first of its line
# Characters that are words by themselves.
LONERS = frozenset(
    "的了和与及在把对为向从将被是由让使不也都就又很最更比以各每全再并但而或于等着过地得之其此该本这那有要能会可上下中里内外前后年月日元个项次"
)
NUMERALS = frozenset("一二三四五六七八九十百千万两")
DEAREST = 1 << 30  # no words cost more
UNKNOWN_CHARACTER = 180  # tenths of -ln(share): what a character costs that the dictionary does not have


@cache
def dictionary() -> list[bytes]:
    """The lines of the file in the order of the hanzi that their words begin with; nothing in them is read until it is looked for."""
    with open(os.path.join(os.path.dirname(__file__), "lexicon.txt"), "rb") as file:
        return file.read().splitlines()


@cache
def line_of(hanzi: bytes) -> bytes:
    """The words that begin with it: itself, then for each what follows it and what it costs; nothing where there are none."""
    lines = dictionary()
    at = bisect_left(lines, hanzi)
    return lines[at] if at < len(lines) and lines[at].startswith(hanzi) else b""


@lru_cache(maxsize=1024)  # a text is cut for its breaks at sense, and again for each stretch between two marks
def words_at(raw: bytes) -> list[tuple[int, int]]:
    """The words of the dictionary with which a stretch of hanzi begins: -ln of each one's share of the corpus in tenths, and its end.

    The first hanzi alone is among them, whether the dictionary has it or not.
    """
    line = line_of(raw[:HANZI])
    words = [(int(line[COST]) if line.startswith(b" :", HANZI) else UNKNOWN_CHARACTER, HANZI)]
    for end in range(2 * HANZI, len(raw) + 1, HANZI):
        rest = b" " + raw[HANZI:end]
        at = line.find(rest)
        if at < 0:  # then no longer word begins so either
            break
        at += len(rest)
        if line[at] == COLON:  # of words that begin alike the shortest stands first
            words.append((int(line[at + 1 : at + 1 + DIGITS]), end))
    return words


def cut(text: str) -> list[str]:
    """The words of `text` one after another, nothing lost; what is not hanzi stays in one piece."""
    words: list[str] = []
    at = 0
    while at < len(text):
        end = at
        hanzi = is_hanzi(text[at])
        while end < len(text) and is_hanzi(text[end]) == hanzi:
            end += 1
        words.extend(likeliest(text[at:end]) if hanzi else [text[at:end]])
        at = end
    return words


def stretch_around(text: str, at: int) -> tuple[int, str]:
    """The stretch of hanzi that a break before `text[at]` would cut: where it begins, and its characters."""
    begin = end = at
    while begin and is_hanzi(text[begin - 1]):
        begin -= 1
    while end < len(text) and is_hanzi(text[end]):
        end += 1
    return begin, text[begin:end]


@lru_cache(maxsize=1024)
def edges_between(stretch: str) -> frozenset[int]:
    """The offsets in a stretch of hanzi at which one word surely ends: characters that stand alone side by side are likely a name
    or a word that the dictionary lacks (发力, 一是), so that nothing is said of the place between them. Both ends are among them.

    Remembered: the same stretch is asked about for every break that a search tries in it.
    """
    words = likeliest(stretch)
    edges = list(accumulate(map(len, words)))
    joined = {
        at
        for at, (word, following) in zip(edges, pairwise(words), strict=False)
        if len(word) == len(following) == 1 and (word in NUMERALS or not (word in LONERS or following in LONERS))
    }
    return frozenset((0, *edges)) - joined


def likeliest(stretch: str) -> list[str]:
    """The words of a stretch of hanzi whose costs add up to the least; from the end, so that each start knows its best rest."""
    raw = stretch.encode()
    rest = [0] * (len(raw) + 1)  # what the words from there on cost, and where the first of them ends
    ends = rest.copy()
    for start in range(len(raw) - HANZI, -1, -HANZI):
        least = DEAREST
        for cost, end in words_at(raw[start : start + LONGEST]):
            if cost + rest[start + end] < least:
                least, ends[start] = cost + rest[start + end], start + end
        rest[start] = least
    words = []
    at = 0
    while at < len(raw):
        words.append(stretch[at // HANZI : ends[at] // HANZI])
        at = ends[at]
    return words


def is_hanzi(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
