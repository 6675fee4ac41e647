"""Every deck that any test built is valid: the last tests of a run look into the folders of all others.

`make test` runs most tests side by side and these after them; DECKGEN_LEFT names the folder in which all worked.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from deckgen.pull.base import origin_of
from tests.support import Deck
from tests.write.test_validators import sdk_errors, strict

__all__ = ["strict"]  # a fixture
BROKEN = "broken"  # in the name of a deck that a test damaged on purpose, or of the test


def decks_below(folder: Path) -> Iterator[Path]:
    """Every deck of ours, one of each content."""
    seen = set()
    for path in sorted(path for path in folder.rglob("*.pptx") if path.is_file()):
        data = path.read_bytes()
        digest = hashlib.sha256(data).digest()
        if is_ours(data) and BROKEN not in str(path.relative_to(folder)) and digest not in seen and is_as_written(path):
            seen.add(digest)
            yield path


def is_ours(data: bytes) -> bool:
    """Whether this program wrote it: tests make other files of that name, whole and damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"<Application>deckgen</Application>" in package.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError):
        return False


def is_as_written(path: Path) -> bool:
    """Whether no test changed it since it was built: what a person does to a deck is not ours to answer for."""
    with path.open("rb") as file:
        return origin_of(file, whole=False).kind in ("written", "plain")


@pytest.fixture(scope="module")
def built_decks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    assert "PYTEST_XDIST_WORKER" not in os.environ, "side by side there is no last test: make test"
    found = list(decks_below(Path(os.environ.get("DECKGEN_LEFT") or tmp_path_factory.getbasetemp())))
    assert len(found) >= 20, "this module looks at what a whole run leaves behind"
    return found


@pytest.mark.last
@pytest.mark.slow
def test_the_sdk_accepts_every_deck(built_decks: list[Path]) -> None:
    assert {path.name: found for path in built_decks if (found := sdk_errors(path))} == {}


@pytest.mark.last
@pytest.mark.slow
def test_the_schemas_accept_every_deck(built_decks: list[Path], strict: ModuleType) -> None:
    assert {path.name: found for path in built_decks if (found := list(strict.check(str(path))))} == {}


def test_only_decks_of_ours_are_looked_at(x_deck: Deck, tmp_path: Path) -> None:
    ours = x_deck.path.read_bytes()
    files = {"a.pptx": ours, "again.pptx": ours, "cut.pptx": ours[:-100], "old.pptx": b"an older deck", "broken.pptx": ours}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.pptx").mkdir()
    assert [path.name for path in decks_below(tmp_path)] == ["a.pptx"]
