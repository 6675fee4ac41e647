"""Random edits through python-pptx and through LibreOffice: two hundred of each, nothing lost, nothing invented."""

from __future__ import annotations

import os
import subprocess
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pptx
import pytest

import deckgen
from deckgen.keep.deck import keep
from deckgen.keep.shape import Rules
from deckgen.pipeline import Request, compile_deck
from deckgen.pull.base import origin_of_bytes
from deckgen.pull.changes import changes
from deckgen.pull.pulling import pull
from deckgen.pull.theirs import TheirSlide, read_theirs
from tests.keep.support import Case
from tests.pull import randomly
from tests.pull.support import FIGURES, OFFICE, OUTLINE
from tests.pull.test_pull import carried_whole

EACH = 8  # edits of one deck


@cache
def uno_python() -> str | None:
    """A Python that speaks with LibreOffice: the one it brings, else one of the system with python3-uno; none without either."""
    if OFFICE is None:
        return None
    program = Path(OFFICE).resolve().parent
    own = [program / "python", program / "python.exe", program.parent / "Resources" / "python"]
    system = [Path(folder) / "python3" for folder in os.get_exec_path()] + [Path("/usr/bin/python3")]
    for python in [path for path in own + system if path.exists()]:
        if subprocess.run([str(python), "-c", "import uno"], capture_output=True).returncode == 0:
            return str(python)
    return None


def edited_by_pptx(base: bytes, seed: int) -> bytes:
    deck = pptx.Presentation(BytesIO(base))
    randomly.edit_randomly(deck, seed, EACH)
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def edited_by_office(base: Path, folder: Path, seeds: range) -> None:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [str(uno_python()), str(Path(__file__).parent.parent / "pull" / "office_edits.py"), str(OFFICE), profile, str(base), str(folder), str(EACH)]
            + [str(seed) for seed in seeds],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip


def words(slide: TheirSlide) -> list[str]:
    """What a slide says, shape by shape; footers and numbers are ours."""
    lines = [
        "".join(run.text for paragraph in text.paragraphs for run in paragraph)
        for shape in slide.shapes
        if not shape.is_footer
        for text in ([shape.text] if shape.table is None else [cell.text for cell in shape.table.cells])
        if text is not None
    ]
    return sorted("".join(line.replace("\v", "").split()) for line in lines if line.strip())


def holds_all(outline: Path, data: bytes) -> None:
    """The deck built anew says on every slide what the edited one says, and once more the same; pull accounts for every edit."""
    scene = compile_deck(Request(str(outline))).scene
    kept = keep(scene, data, Rules())
    assert keep(scene, kept.data, Rules()).data == kept.data
    theirs, ours = read_theirs(data), read_theirs(kept.data)
    assert [words(slide) for slide in ours.slides] == [words(slide) for slide in theirs.slides]
    assert [slide.notes for slide in ours.slides] == [slide.notes for slide in theirs.slides]
    assert not kept.given_up
    origin = origin_of_bytes(data)
    assert origin.snapshot is not None
    told = {outcome.change for outcome in pull(data, Request(str(outline)), FIGURES).outcomes}
    assert [change for change in changes(origin.snapshot, theirs) if change not in told] == []


SEEDS = range(2000, 2025)


@pytest.mark.slow
def test_two_hundred_edits_through_python_pptx(tmp_path: Path) -> None:
    assert len(SEEDS) * EACH == 200
    case = Case(tmp_path)
    for seed in SEEDS:
        data = edited_by_pptx(case.built, seed)
        holds_all(case.outline, data)
        carried_whole(data, case.outline)


@pytest.mark.slow
def test_edits_of_the_report(tmp_path: Path) -> None:
    base = deckgen.build(OUTLINE).data
    assert base is not None
    for seed in range(106, 109):
        holds_all(OUTLINE, edited_by_pptx(base, seed))


@pytest.mark.slow
@pytest.mark.skipif(uno_python() is None, reason="needs LibreOffice and python3-uno")
def test_two_hundred_edits_through_libreoffice(tmp_path: Path) -> None:
    case = Case(tmp_path)
    folder = tmp_path / "edited"
    folder.mkdir()
    edited_by_office(case.deck, folder, SEEDS)
    decks = sorted(folder.glob("*.pptx"))
    assert len(decks) == len(SEEDS)
    for deck in decks:
        holds_all(case.outline, deck.read_bytes())
        carried_whole(deck.read_bytes(), case.outline)
