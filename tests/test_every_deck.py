"""Every deck that any test built is valid: the last test of a run looks into the folders of all others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.write.test_validators import sdk_errors, strict

__all__ = ["strict"]  # a fixture
BROKEN = "broken"  # in the name of a deck that a test damaged on purpose, or of the test


def decks_below(folder: Path) -> Iterator[Path]:
    """One deck of each content."""
    seen = set()
    for path in sorted(folder.rglob("*.pptx")):
        data = path.read_bytes()
        digest = hashlib.sha256(data).digest()
        if data.startswith(b"PK") and BROKEN not in str(path.relative_to(folder)) and digest not in seen:
            seen.add(digest)
            yield path


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    found = list(decks_below(tmp_path_factory.getbasetemp()))
    assert len(found) >= 20, "this module looks at what a whole run leaves behind"
    return found


@pytest.mark.last
@pytest.mark.slow
def test_the_sdk_accepts_every_deck(decks: list[Path]) -> None:
    assert {path.name: found for path in decks if (found := sdk_errors(path))} == {}


@pytest.mark.last
@pytest.mark.slow
def test_the_schemas_accept_every_deck(decks: list[Path], strict: ModuleType) -> None:
    assert {path.name: found for path in decks if (found := list(strict.check(str(path))))} == {}


def test_a_broken_deck_is_not_looked_at(tmp_path: Path) -> None:
    for name, data in (
        ("a.pptx", b"PK1"),
        ("same.pptx", b"PK1"),
        ("broken.pptx", b"PK2"),
        ("old.pptx", b"an older deck"),
        ("b.pptx", b"PK3"),
    ):
        (tmp_path / name).write_bytes(data)
    assert [path.name for path in decks_below(tmp_path)] == ["a.pptx", "b.pptx"]
