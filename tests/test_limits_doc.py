"""The limits that are told are those of the code, and hold: time and memory of commands at a size and at four times that size."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clock import TRIES, seconds
from tools.limits import DOCUMENT, rows, with_table

PART = "parts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n"
SECONDS, MEGABYTES, REFUSED = 5.0, 500, 0.5  # of the processor; a refusal counts the start of the program as well
GROWTH = 5.5  # times as long for four times as much: an exponent of 1.1 and some noise
LEAST = 0.25  # seconds under which nothing is compared


def notes(sign: str, head: str = "") -> Callable[[int], dict[str, str]]:
    return lambda n: {
        "outline.yaml": f"title: 报告\n{head}parts:\n- title: 一\n  slides:\n  - kind: points\n    title: 甲\n    points: [乙]\n    notes: |\n      {sign * (n // len(sign))}\n",
        "figures.yaml": "figures:\n  x: 1\n",
    }


def head(line: Callable[[int], str], times: int = 1) -> Callable[[int], dict[str, str]]:
    return lambda n: {"outline.yaml": "title: 报告\n" + "".join(line(k) for k in range(n)) + PART}


def field(text: Callable[[int], str]) -> Callable[[int], dict[str, str]]:
    return lambda n: {"outline.yaml": f"title: 报告\nkicker: {text(n)}\n{PART}"}


def ledger(n: int) -> dict[str, str]:
    entries = "".join(f"  f{k}: {{label: 指标{k}, value: {k}}}\n" for k in range(n))
    return {"outline.yaml": f"title: 报告\nfigures: figures.yaml\n{PART}", "figures.yaml": f"figures:\n{entries}"}


# name → (files of a size, that size at the limit)
INPUTS: dict[str, tuple[Callable[[int], dict[str, str]], int]] = {
    "quotes in notes": (notes("“甲"), 199_000),
    "straight quotes in notes": (notes('甲"'), 199_000),
    "doubled marks in notes": (notes("甲，，"), 199_000),
    "years in notes": (notes("1987年", "date: 2020-01\n"), 199_000),
    "open brackets in notes": (notes("《"), 199_000),
    "braces in notes": (notes("{"), 199_000),
    "figures in notes": (notes("{x}", "figures: figures.yaml\n"), 199_000),
    "unknown figures in notes": (notes("{y}", "figures: figures.yaml\n"), 199_000),
    "hanzi in a field": (field(lambda n: "长" * n), 19_900),
    "words in a field": (field(lambda n: "ab " * (n // 3)), 19_900),
    "marks in a field": (field(lambda n: "，、" * (n // 2)), 19_900),
    "spaces in a field": (field(lambda n: f"甲{' ' * n}乙"), 19_900),
    "comment signs in a field": (field(lambda n: "甲" + " #" * (n // 2)), 199_000),
    "comments that touch": (head(lambda k: "kicker: 甲 #乙\n"), 60_000),
    "unknown fields": (head(lambda k: f"k{k}: 1\n"), 100_000),
    "slips": (head(lambda k: "title：甲\n"), 20_000),
    "aliases": (lambda n: {"outline.yaml": f"title: &a 报告\nkeep: [{', '.join(['*a'] * n)}]\n{PART}"}, 49_000),
    "rules": (lambda n: {"outline.yaml": f"title: 报告\nchecks: {{{', '.join(f'r{k}: off' for k in range(n))}}}\n{PART}"}, 50_000),
    "a ledger": (ledger, 40_000),
}
OVER: dict[str, dict[str, str]] = {
    "lines": {"outline.yaml": "k: 1\n" * 1_000_000},
    "entries": {"outline.yaml": f"title: 甲\nkeep: [{'a,' * 2_100_000}]\n"},
    "characters": {"outline.yaml": f"title: {'长' * 1_000_000}\n{PART}"},
    "depth": {"outline.yaml": "[" * 1_000_000},
    "bytes": {"outline.yaml": "#" * (33 << 20)},
    "aliases": {"outline.yaml": f"title: &a {'长' * 20_000}\nkeep: [{', '.join(['*a'] * 10_000)}]\n{PART}"},
    "sizes": {
        "outline.yaml": f"title: 甲\ntheme: ./t\n{PART}",
        "t/theme.yaml": f"name: t\ntype: {{title: {{sizes: [{', '.join(['9'] * 20_000)}]}}}}\n",
    },
}


def cost(folder: Path, files: dict[str, str]) -> tuple[float, int, str]:
    """(seconds of the processor, megabytes, what was said) of `check` on these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen([sys.executable, "-m", "deckgen", "check", "outline.yaml"], cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    text = (folder / "said").read_text(encoding="utf-8")
    assert "Traceback" not in text and process.returncode in (0, 1, 2)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, text


def test_the_limits_that_are_told_are_those_of_the_code() -> None:
    assert len(rows()) > 15
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text == with_table(text), "python -m tools.limits writes the table anew"


@pytest.mark.clock
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="outside the repository: costs are asked of POSIX")
@pytest.mark.parametrize("name", INPUTS)
def test_an_input_at_its_limit_ends_soon_and_small(name: str, tmp_path: Path) -> None:
    made, limit = INPUTS[name]
    for _ in range(TRIES):
        quarter, _, _ = cost(tmp_path, made(limit // 4))
        whole, memory, _ = cost(tmp_path, made(limit))
        assert memory < MEGABYTES
        if whole < seconds(SECONDS) and (whole < LEAST or whole < GROWTH * quarter):
            break
    assert whole < seconds(SECONDS)
    assert whole < LEAST or whole < GROWTH * quarter


@pytest.mark.clock
@pytest.mark.skipif(sys.platform == "win32", reason="outside the repository: costs are asked of POSIX")
@pytest.mark.parametrize("name", OVER)
def test_an_input_over_its_limit_is_refused_at_once(name: str, tmp_path: Path) -> None:
    taken, memory, said = cost(tmp_path, OVER[name])
    assert "error[" in said or "错误[" in said
    assert taken < seconds(REFUSED)
    assert memory < MEGABYTES
