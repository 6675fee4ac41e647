"""A build of the report costs no more than it did, counted in instructions, which no busy machine changes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tools import instructions

# Two percent over what was counted last (890 M, Python 3.11; 324 M of it are the imports of click, msgspec, PyYAML and zipfile): room
# for other versions of Python, not for ten patterns with classes of hanzi (2 M each to compile: `patterns.one_of`), a dear import (10 M)
# or a second reading of the theme (40 M).
MOST = 908_000_000


@pytest.mark.slow
@pytest.mark.skipif(not instructions.has_valgrind(), reason="needs valgrind (apt install valgrind)")
def test_a_build_of_the_report_costs_no_more_than_it_did() -> None:
    assert 100_000_000 < instructions.counted_build() <= MOST


def test_without_valgrind_the_count_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(instructions.shutil, "which", lambda name: None)
    instructions.main()
    assert "valgrind is not installed" in capsys.readouterr().out


def test_importing_the_command_brings_nothing_that_a_build_does_not_need() -> None:
    """What costs ten million instructions or more to import, and is for other commands."""
    code = "import sys; from deckgen.cli.building import build_deck; print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split())
    assert {"deckgen.pipeline", "yaml", "msgspec"} <= loaded
    assert not {"pptx", "PIL", "openpyxl", "xlsxwriter", "docx", "xml.etree.ElementTree", "asyncio", "http"} & loaded
