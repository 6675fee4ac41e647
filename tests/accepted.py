"""Accepted outputs in `golden/`: `pytest --accept` rewrites them, and their diff is read before it is committed."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


def held_to_golden(name: str, found: str, request: pytest.FixtureRequest) -> None:
    """Assert that `found` is what was accepted under `name`, or accept it where that is asked for."""
    path = FOLDER / name
    if request.config.getoption("--accept"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    assert path.is_file(), "nothing accepted yet: pytest --accept"
    assert found == path.read_text(encoding="utf-8"), "read the diff, then accept it: pytest --accept"
