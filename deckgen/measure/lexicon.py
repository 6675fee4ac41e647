"""Cut a text into words: the likeliest path through a small dictionary of common words.

rjieba cuts a little better, but loading it takes 130 ms and 25 MB; this takes 1 to 7 ms and 1 MB, and only when a break needs it.
The terms that matter most in reports are in `glossary.py` anyway.
"""

import os
from functools import cache, lru_cache
from itertools import accumulate, pairwise

LONGEST = 4
# Characters that are words by themselves.
LONERS = frozenset(
    "的了和与及在把对为向从将被是由让使不也都就又很最更比以各每全再并但而或于等着过地得之其此该本这那有要能会可上下中里内外前后年月日元个项次"
)
NUMERALS = frozenset("一二三四五六七八九十百千万两")
UNKNOWN_CHARACTER = 180  # tenths of -ln(share): what a character costs that the dictionary does not have


@cache
def dictionary() -> dict[str, str]:
    """The lines of the file by the character that their words begin with; words are looked up in their line, not read."""
    with open(os.path.join(os.path.dirname(__file__), "lexicon.txt"), encoding="utf-8") as file:
        return {line[0]: line for line in file}


@cache
def cost(word: str) -> int | None:
    """-ln of the word's share of the corpus in tenths; None for a word that the dictionary does not have."""
    line = dictionary().get(word[0], "")
    at = line.find(f" {word[1:]}:")
    if at < 0:
        return UNKNOWN_CHARACTER if len(word) == 1 else None
    start = at + len(word) + 1
    return int(line[start : line.index(" ", start)])


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


def likeliest(text: str) -> list[str]:
    """The words whose costs add up to the least; from the end, so that each start knows its best rest."""
    best: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        ends = range(start + 1, min(start + LONGEST, len(text)) + 1)
        best[start] = min((price + best[end][0], end) for end in ends if (price := cost(text[start:end])) is not None)
    words = []
    at = 0
    while at < len(text):
        words.append(text[at : best[at][1]])
        at = best[at][1]
    return words


def is_hanzi(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
