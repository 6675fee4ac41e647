"""What changed between two versions, told of outlines and decks alike."""

from __future__ import annotations

import json
from pathlib import Path

import pptx
import pytest
from click.testing import Result

import deckgen
from tests.pull.support import by_office, commanded, edited, needs_office
from tests.pull.test_pull import LEDGER_TEXT, OUTLINE_TEXT, replaced


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two outlines that differ in a title and a figure, and the deck of the first."""
    monkeypatch.setattr("sys.argv", ["deckgen", "--lang", "zh"])
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(OUTLINE_TEXT, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER_TEXT, encoding="utf-8")
    new = OUTLINE_TEXT.replace("坚持项目带动", "坚持项目为王").replace("{projects}，", "36个，")
    Path("new.yaml").write_text(new, encoding="utf-8")
    deckgen.build("old.yaml", "old.pptx")
    return tmp_path


def told(*arguments: str) -> Result:
    return commanded("diff", *arguments)


@pytest.mark.parametrize("old", ["old.yaml", "old.pptx"])
def test_words_and_figures_slide_by_slide(old: str, folder: Path) -> None:
    result = told(old, "new.yaml", "--format", "json")
    changes = json.loads(result.stdout)["changes"]
    assert result.exit_code == 1 and {change["slide"] for change in changes} == {2}
    assert [change["new"] for change in changes if change["shape"] == "标题"] == ["坚持项目为王"]
    assert any("36个" in change["new"] and "X个" in change["old"] for change in changes)


def test_equal_versions(folder: Path) -> None:
    for new in ("old.yaml", "old.pptx"):
        result = told("old.pptx", new)
        assert (result.exit_code, result.stdout) == (0, f"old.pptx 和 {new} 说的一样。\n")


@needs_office
def test_a_deck_that_libreoffice_saved_says_the_same(folder: Path) -> None:
    assert told("old.yaml", str(by_office(folder / "old.pptx"))).exit_code == 0


def test_the_page_shows_both_slides_and_marks_what_changed(folder: Path) -> None:
    assert told("old.yaml", "new.yaml", "--format", "html", "-o", "a.html").exit_code == 1
    page = Path("a.html").read_text(encoding="utf-8")
    assert page.count("data:image/svg+xml") == 2
    assert "坚持项目<del>带动</del><ins>为王</ins>" in page


def test_moved_slides_and_edited_words_between_two_decks(folder: Path) -> None:
    def edit(deck: pptx.presentation.Presentation) -> None:
        slides = deck.slides._sldIdLst
        one = slides[3]
        slides.remove(one)
        slides.insert(1, one)

    Path("b.pptx").write_bytes(Path("old.pptx").read_bytes())
    edited(folder / "b.pptx", edit)
    edited(folder / "b.pptx", replaced("床位有增加", "床位增加一成"))
    kinds = [change["kind"] for change in json.loads(told("old.pptx", "b.pptx", "--format", "json").stdout)["changes"]]
    assert sorted(kinds) == ["slide-moved", "words"]


def test_files_that_cannot_be_read(folder: Path) -> None:
    Path("c.pptx").write_bytes(b"PK no deck")
    assert told("c.pptx", "old.yaml").exit_code == 2
    assert told("missing.pptx", "old.yaml").exit_code == 2
    assert told("old.yaml", "new.yaml", "-o", "old.yaml").exit_code == 2
