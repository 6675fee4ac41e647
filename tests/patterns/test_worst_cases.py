"""No regular expression takes more than its share: each is given its worst case at n and at 4n."""

from __future__ import annotations

import math
import re
import signal
import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from tests.patterns.attacks import Attack, attacks_on
from tests.patterns.found import MADE, Used, patterns

LENGTH = 8_000
SMALL = 0.004  # seconds under which nothing is compared: 500 ns a character
GROWTH = 8  # times as long for four times as much; what is linear takes 4, a square 16
PATIENCE = 2.0  # seconds of the processor after which an answer is not waited for
LONG, LONGEST = 0.4, 1_000_000  # seconds that are enough to compare, and characters

pytestmark = [
    pytest.mark.clock,
    pytest.mark.skipif(
        not hasattr(signal, "setitimer"), reason="outside the repository: a search is ended by a signal, which Windows has not"
    ),
]


class TooLongError(Exception):
    """The search has had its time."""


@cache
def all_of_them() -> tuple[list[Used], list[str]]:
    return patterns()


def test_every_expression_is_found() -> None:
    """One that a call makes as it runs is told in `MADE`, so that nothing escapes."""
    found, lost = all_of_them()
    assert lost == []
    assert len(found) > 300
    told = {place for used in found for place in used.places} | {place for place, made in MADE.items() if not made}
    assert set(MADE) <= told, "what is told of is no longer there"


@pytest.mark.parametrize("pattern", ["([a-z]+)+$", r"\s*x?\s*$", "[0-9]*[0-9,]*;", "“[^”]*”", ".*<.*>", "(a|b|ab)*c"])
def test_the_attacks_find_repetition_that_overlaps(pattern: str) -> None:
    assert slow(Used(re.compile(pattern), frozenset({"search", "fullmatch"}), ("here",)))


@pytest.mark.parametrize("pattern", ["[a-z]{1,40}$", r"(?<!\s)\s*+x?+$", "(?<![0-9])[0-9]++;", "“[^”“]{0,80}”", "甲|乙"])
def test_the_attacks_let_others_pass(pattern: str) -> None:
    assert not slow(Used(re.compile(pattern), frozenset({"search"}), ("here",)))


@pytest.mark.parametrize("folder", sorted({used.places[0].partition(".")[0] for used in all_of_them()[0]}))
def test_no_expression_takes_more_than_its_share(folder: str) -> None:
    used = [used for used in all_of_them()[0] if used.places[0].partition(".")[0] == folder]
    assert used
    assert [found for each in used if (found := slow(each))] == []


def slow(used: Used) -> str:
    """The first attack whose cost grows faster than its length, and what it cost; "" for none."""
    with Watch() as watch:
        for attack in attacks_on(used.pattern):
            for use, ask in asked(used):
                whole = watch.cost(ask, encoded(used.pattern, attack, LENGTH))
                if whole >= PATIENCE:
                    return f"{used.name} {use} {attack}: over {PATIENCE} s for {LENGTH} characters"
                if whole < SMALL or whole < GROWTH * watch.cost(ask, encoded(used.pattern, attack, LENGTH // 4)):
                    continue
                if found := grown(watch, ask, used.pattern, attack):
                    return f"{used.name} {use} {attack}: {found}"
    return ""


def grown(watch: Watch, ask: Callable[[Any], object], pattern: re.Pattern[Any], attack: Attack) -> str:
    """What it costs at length n and at 4n, as long as the processor's clock, which is coarse, tells them apart; "" for no more than its share."""
    length = LENGTH
    while (whole := watch.cost(ask, encoded(pattern, attack, length), time.process_time)) < LONG:
        if length > LONGEST:
            return ""
        length *= 2
    part = watch.cost(ask, encoded(pattern, attack, length // 4), time.process_time)
    return f"{part:.2f} s for {length // 4} characters, {whole:.2f} s for {length}" if whole > GROWTH * part else ""


def encoded(pattern: re.Pattern[Any], attack: Attack, length: int) -> str | bytes:
    text = attack.text(length)
    return text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text


def asked(used: Used) -> Iterator[tuple[str, Callable[[Any], object]]]:
    """The ways in which the expression is asked; whatever looks for it in a text goes through the whole text once."""
    pattern = used.pattern
    for use in ("match", "fullmatch"):
        if use in used.uses:
            yield use, getattr(pattern, use)
    if used.uses - {"match", "fullmatch"} or not used.uses:
        yield "search", lambda text: [None for _ in pattern.finditer(text)]


class Watch:
    """Measures searches and ends those that take longer than `PATIENCE`; its timer is set once, since setting costs more than a search."""

    def __init__(self) -> None:
        self.since = math.inf  # when the search began that is under way, by the processor's clock

    def __enter__(self) -> Watch:
        self.before = signal.signal(signal.SIGALRM, self.look)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE / 4, PATIENCE / 4)
        return self

    def __exit__(self, *error: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.before)

    def look(self, number: int, frame: object) -> None:
        if time.process_time() - self.since > PATIENCE:
            self.since = math.inf
            raise TooLongError

    def cost(self, ask: Callable[[Any], object], text: str | bytes, clock: Callable[[], float] = time.perf_counter) -> float:
        """Seconds."""
        self.since = time.process_time()
        start = clock()
        try:
            ask(text)
            return clock() - start
        except TooLongError:
            return PATIENCE
        finally:
            self.since = math.inf
