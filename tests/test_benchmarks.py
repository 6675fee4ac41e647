"""The decks that speed is measured with still build: a benchmark that nobody runs every day breaks unseen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.pipeline import Request, compile_deck

GENERATE = Path(__file__).parent.parent / "benchmarks" / "generate.py"


@pytest.mark.parametrize("arguments", [("100",), ("12", "--points", "6", "--figures", "6")])
def test_a_generated_outline_builds_and_has_as_many_slides_as_were_asked_for(arguments: tuple[str, ...], tmp_path: Path) -> None:
    slides, *more = arguments
    subprocess.run([sys.executable, str(GENERATE), slides, str(tmp_path), *more], check=True, timeout=60, capture_output=True)
    scene = compile_deck(Request(str(tmp_path / "outline.yaml"))).scene
    assert len(scene.slides) == int(slides)
