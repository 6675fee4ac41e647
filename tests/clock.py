"""Seconds of the processor that something takes, fair on a busy machine and on a slow one: a bound that is kept once is kept."""

from __future__ import annotations

import io
import re
import time
import zlib
from collections.abc import Callable
from functools import cache

from lxml import etree

TRIES = 4
YARDSTICK = 0.03  # seconds that `exercise` takes on the machine on which the bounds were written down


def seconds_of(do: Callable[[], object], enough: float) -> float:
    """The least that `do` took in up to four tries, the first included; no further try once one took less than `enough`.

    A shared processor and what is made once and kept (tables, themes) can only add to what something costs.
    """
    least = float("inf")
    for _ in range(TRIES):
        started = time.process_time()
        do()
        least = min(least, time.process_time() - started)
        if least < enough:
            break
    return least


def seconds(number: float) -> float:
    """`number` seconds of the machine on which the bounds were written down, in seconds of this one; never fewer than they say."""
    return number * slowness()


@cache
def slowness() -> float:
    """How many times as long as there this machine takes for work of our sort; at least 1."""
    return max(1.0, min(seconds_of(exercise, 0) for _ in range(2)) / YARDSTICK)


def exercise() -> int:
    """Some of what a command does all day: a loop, a dictionary, an expression, XML read and written, and a zip's compression."""
    words = [f"第{n}项工作" for n in range(20_000)]
    counts: dict[int, int] = {}
    for word in words:
        counts[len(word)] = counts.get(len(word), 0) + 1
    found = len(re.findall(r"第[0-9]+项", "".join(words)))
    text = "<a>" + "".join(f"<b n='{n}'>{word}</b>" for n, word in enumerate(words[:6_000])) + "</a>"
    tree = etree.parse(io.BytesIO(text.encode()))
    total = sum(int(child.get("n")) for child in tree.getroot())
    return found + total + len(counts) + len(zlib.compress(etree.tostring(tree), 6))
