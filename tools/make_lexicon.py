"""Write deckgen/measure/lexicon.txt: the commonest Chinese words and what each costs (a developer's tool).

Source: the dictionary of jieba 0.42.1 (MIT licence, Copyright 2013 Sun Junyi), `pip install jieba`.
Words of one to four hanzi. A line holds the words that begin with one character: the character, then for each word
what follows that character and its cost, which is -ln(share of the corpus) in tenths: `坚 :95 持:72 决:88 定不移:112 `.
"""

from __future__ import annotations

import importlib.util
import math
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "deckgen" / "measure" / "lexicon.txt"
LONG_WORDS = 30_000
SINGLE_CHARACTERS = 2_500


def counted() -> list[tuple[str, int]]:
    """Every entry of the dictionary that is hanzi only, with its count."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install jieba")
    lines = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split() for line in lines)
    return [(word, int(count)) for word, count, *_ in entries if len(word) <= 4 and all("\u4e00" <= char <= "\u9fff" for char in word)]


def lexicon() -> str:
    """The file's text, lines and words in code point order."""
    entries = counted()
    total = sum(count for _, count in entries)
    by_count = sorted(entries, key=lambda entry: (-entry[1], entry[0]))
    singles = [entry for entry in by_count if len(entry[0]) == 1][:SINGLE_CHARACTERS]
    words = [entry for entry in by_count if len(entry[0]) > 1][:LONG_WORDS]
    by_first: dict[str, list[str]] = defaultdict(list)
    for word, count in sorted(singles + words):
        by_first[word[0]].append(f"{word[1:]}:{round(-10 * math.log(max(1, count) / total))}")
    return "".join(f"{first} {' '.join(by_first[first])} \n" for first in sorted(by_first))


if __name__ == "__main__":
    TARGET.write_text(lexicon(), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")
