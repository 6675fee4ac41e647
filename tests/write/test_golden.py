"""The report's scene as text: what changed on which slide is read in the diff (`pytest tests/write --accept` rewrites)."""

from __future__ import annotations

import pytest

from tests.some import some
from tests.support import ROOT, Deck, dump

GOLDEN = ROOT / "tests" / "golden"


def test_the_scene_is_the_accepted_one(x_deck: Deck, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / f"{x_deck.theme.name}.txt"
    found = dump(x_deck.scene)
    if request.config.getoption("--accept"):
        path.write_text(found, encoding="utf-8")
    assert path.is_file(), "no golden yet: pytest tests/write --accept"
    assert found == path.read_text(encoding="utf-8"), "read the diff, then accept it: pytest tests/write --accept"


def test_a_golden_stays_small() -> None:
    paths = list(GOLDEN.glob("*.txt"))
    assert len(paths) >= 2
    assert all(path.stat().st_size < 110_000 for path in some(paths))
