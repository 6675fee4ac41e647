"""Cut a text into words: the likeliest path through a small dictionary of common words.

rjieba cuts a little better, but loading it takes 130 ms and 25 MB; this takes 1 to 7 ms and 1 MB, and only when a break needs it.
The terms that matter most in reports are in `glossary.py` anyway.
"""

import os
from functools import cache

LONGEST = 4
UNKNOWN_CHARACTER = 180  # tenths of -ln(share): what a character costs that the dictionary does not have


@cache
def dictionary() -> str:
    """The whole file; its lines are looked up as they are needed, which is ten times faster than reading all words."""
    with open(os.path.join(os.path.dirname(__file__), "lexicon.txt"), encoding="utf-8") as file:
        return "\n" + file.read()


@cache
def words_from(first: str) -> str:
    """The line of the words that begin with a character; "" when there is none. Lines are in code point order."""
    text = dictionary()
    low, high = 0, len(text) - 1
    while low < high:
        line = text.rindex("\n", 0, (low + high) // 2 + 1)
        here = text[line + 1]
        if here == first:
            return text[line + 2 : text.index("\n", line + 1)]
        if here < first:
            low = text.index("\n", line + 1)
        else:
            high = line
    return ""


@cache
def cost(word: str) -> int | None:
    """-ln of the word's share of the corpus in tenths; None for a word that the dictionary does not have."""
    line = words_from(word[0])
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
