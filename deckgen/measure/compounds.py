"""Whether a break between two words would cut a longer one that they make: 文明城市, 市场运作, 抓早抓小.

The dictionary of jieba has 129 000 of those, too many to read for a few breaks a slide; all that is asked is whether a stretch
is among them. `compounds.bin` is a Bloom filter of them, 256 kB: it never says no to one of them, and yes by mistake to one
other stretch in 400, which costs a break that would have been good.
"""

import os
from functools import cache, lru_cache
from zlib import crc32

SHORTEST, LONGEST = 3, 8
BITS = 21  # the filter has 2 to the power of so many bits
PROBES = 4
MASK = (1 << BITS) - 1


@cache
def bitmap() -> bytes:
    with open(os.path.join(os.path.dirname(__file__), "compounds.bin"), "rb") as file:
        return file.read()


def probes(hashed: int) -> list[int]:
    """The bits that stand for a word, by its CRC-32."""
    step = hashed >> 32 - BITS | 1
    return [hashed + number * step & MASK for number in range(PROBES)]


@lru_cache(maxsize=1024)
def cuts_compound(stretch: str, at: int) -> bool:
    """Whether a break before `stretch[at]`, all hanzi, is inside a compound."""
    bits, raw, last = bitmap(), stretch.encode(), len(stretch)
    for begin in range(max(0, at - LONGEST + 1), at):
        first = max(at + 1, begin + SHORTEST)
        hashed = crc32(raw[3 * begin : 3 * first - 3])  # a hanzi is three bytes
        for end in range(first, min(last, begin + LONGEST) + 1):
            hashed = crc32(raw[3 * end - 3 : 3 * end], hashed)
            if bits[(hashed & MASK) >> 3] >> (hashed & 7) & 1 and all(bits[bit >> 3] >> (bit & 7) & 1 for bit in probes(hashed)):
                return True
    return False
