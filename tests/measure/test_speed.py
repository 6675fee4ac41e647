"""Speed: a deck of a thousand slides is measured in a blink, and the import costs nothing."""

import subprocess
import sys
import time

import pytest

from deckgen.measure import METRICS, balance, fill
from tests.clock import seconds

from .corpus import SENTENCES

SANS = METRICS["sans"]


@pytest.mark.clock
def test_a_thousand_slides_are_wrapped_at_once() -> None:
    strings = [f"{n}{SENTENCES[n % 40]}" for n in range(25_000)]
    rooms = [(14_000, 24_000, 60_000)[n % 3] for n in range(25_000)]
    begin = time.process_time()
    lines = sum(len(fill(text, room, SANS)) for text, room in zip(strings, rooms, strict=True))
    spent = time.process_time() - begin
    assert lines > 40_000
    assert spent < seconds(1.5)  # 0.2 to 0.3 s of paragraphs; the bound is for a busy machine


@pytest.mark.clock
def test_a_thousand_titles_are_balanced_in_a_second() -> None:
    begin = time.process_time()
    assert all(balance(f"{n}{SENTENCES[n % 40]}", 16_000, SANS) for n in range(1000))
    assert time.process_time() - begin < seconds(3)


def test_the_import_brings_no_heavy_module() -> None:
    code = """
import msgspec, re, sys
before = set(sys.modules)
import deckgen.measure
print(*sys.modules.keys() - before)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "deckgen.measure.wrap" in loaded
    assert {name for name in loaded if "deckgen" not in name} <= {"bisect", "_bisect", "zlib"}
