"""Lines that nobody writes, at one length and at four times it: reading and understanding take no more than their share."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.diagnostics import Findings
from deckgen.speech.understand import understand
from tests.examples import mostly_in_ci

SHORT, TIMES = 4_000, 4
FLOOR = 0.03  # seconds below which nothing is measured
GROWTH = 2.6  # times its share that four times the length may take on a busy machine; a square would take four

LINES: dict[str, Callable[[int], str]] = {
    **{f"only {mark}": (lambda n, mark=mark: mark * n) for mark in "（“‘《-X1年一"},
    "brackets": lambda n: "（甲）" * (n // 3),
    "clauses": lambda n: "甲乙；" * (n // 3),
    "ranges": lambda n: "3—5个" * (n // 4),
    "ends of ranges": lambda n: "3-" * (n // 2),
    "ratios": lambda n: "比" + "1:" * (n // 2),
    "growth": lambda n: "增长7.8%，" * (n // 6),
    "things": lambda n: "新增企业3家、" * (n // 7),
    "from to": lambda n: "从3个到" * (n // 5),
    "dealt": lambda n: "甲、乙分别增长3%和4%，" * (n // 14),
    "ordinals": lambda n: "一是好；二是坏；" * (n // 8),
    "paragraphs": lambda n: "甲乙丙丁\n" * (n // 5),
    "headings": lambda n: "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n" * (n // 20),
    "greetings": lambda n: "各位代表！甲乙丙丁\n（一）戊\n" * (n // 15),
    "english": lambda n: "We built 3 schools and " * (n // 23),
}
MARKDOWN: dict[str, Callable[[int], str]] = {
    "rule of a table": lambda n: "|" + "-" * n,
    "rows": lambda n: "|甲|乙|\n" * (n // 6),
    "open brackets": lambda n: "[" * n,
    "open links": lambda n: "[a](" * (n // 4),
    "stars": lambda n: "**a" * (n // 3),
    "ticks": lambda n: "`a" * (n // 2),
    "comments": lambda n: "x<!--" * (n // 5),
    "hyphens": lambda n: "- " * (n // 2),
}
ALL = [*LINES, *MARKDOWN]


def seconds(folder: Path, name: str, text: str) -> float:
    path = folder / name
    path.write_text("标题\n" + text, encoding="utf-8")
    started = time.process_time()
    understand(str(path), "auto", Findings())
    return time.process_time() - started


@pytest.mark.clock
@pytest.mark.parametrize("name", mostly_in_ci(ALL, ALL[::3]))
def test_time_grows_with_the_length(tmp_path: Path, name: str) -> None:
    made, suffix = (LINES[name], ".txt") if name in LINES else (MARKDOWN[name], ".md")
    seconds(tmp_path, f"warm{suffix}", made(200))
    once = min(seconds(tmp_path, f"short{suffix}", made(SHORT)) for _ in range(2))
    more = min(seconds(tmp_path, f"long{suffix}", made(SHORT * TIMES)) for _ in range(2))
    assert more <= max(FLOOR, once) * TIMES * GROWTH / 2
