"""Seconds of the processor that something takes, fair on a busy machine: a bound that is kept once is kept."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 4


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
