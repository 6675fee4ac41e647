"""Write deckgen/measure/lexicon.txt: the commonest Chinese words and what each costs (a developer's tool); and compounds.bin,
the filter of longer words that the words of lexicon.txt would be cut from.

Source: the dictionary of jieba 0.42.1 (MIT licence, Copyright 2013 Sun Junyi), `pip install jieba`.
Words of one to four hanzi. A line holds the words that begin with one character: the character, then for each word
what follows that character and its cost, which is -ln(share of the corpus) in tenths: `坚 :95 持:72 决:88 定不移:112 `.
"""

from __future__ import annotations

import importlib.util
import math
from collections import defaultdict
from pathlib import Path
from zlib import crc32

TARGET = Path(__file__).parent.parent / "deckgen" / "measure" / "lexicon.txt"
LONG_WORDS = 30_000
SINGLE_CHARACTERS = 2_500


def counted(longest: int = 4) -> list[tuple[str, int]]:
    """Every entry of the dictionary that is hanzi only and not longer, with its count."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install jieba")
    lines = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split() for line in lines)
    return [
        (word, int(count)) for word, count, *_ in entries if len(word) <= longest and all("\u4e00" <= char <= "\u9fff" for char in word)
    ]


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


def compounds() -> list[str]:
    """The words of three hanzi and more inside which a line would be broken by lexicon.txt alone."""
    from deckgen.measure.compounds import LONGEST, SHORTEST
    from deckgen.measure.lexicon import edges_between

    return [word for word, _ in counted(LONGEST) if len(word) >= SHORTEST and len(edges_between(word)) > 2]


def bloom_filter(words: list[str]) -> bytes:
    from deckgen.measure.compounds import BITS, probes

    bits = bytearray(1 << BITS - 3)
    for word in words:
        for at in probes(crc32(word.encode())):
            bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


if __name__ == "__main__":
    TARGET.write_text(lexicon(), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")
    target = TARGET.with_name("compounds.bin")
    words = compounds()
    target.write_bytes(bloom_filter(words))
    print(f"{target}: {len(words)} words")
