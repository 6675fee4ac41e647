"""Decks that are as they should be have no findings; python-pptx's own template has those that it deserves."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from tests.check_deck.decks import check, found, saved
from tests.layout.test_any_outline import built_stress
from tests.support import Deck, write


def test_the_report_is_clean(deck: Deck) -> None:
    assert check(deck.path.read_bytes()) == []


@pytest.mark.parametrize("known", [False, True], ids=["x", "known"])
def test_the_stress_corpus_is_clean_but_for_an_agenda_without_notes(theme_name: str, known: bool, tmp_path: Path) -> None:
    path = write(built_stress(theme_name, known, tmp_path).scene, tmp_path / "stress.pptx")
    assert found(path.read_bytes()) == [("deck/no-notes", 2, "")]


def test_the_template_of_python_pptx_lacks_a_title_and_nothing_else() -> None:
    assert found(saved(Presentation())) == [("a11y/document-title", 0, "")]


def test_a_slide_of_every_layout_left_empty() -> None:
    """Eleven slides: seven of them with places for titles, nearly all with places for more."""
    deck = Presentation()
    for layout in deck.slide_layouts:
        deck.slides.add_slide(layout)
    seen = found(saved(deck))
    assert {rule for rule, _, _ in seen} == {"a11y/document-title", "a11y/slide-title", "deck/empty-placeholder"}
    assert [slide for rule, slide, _ in seen if rule == "a11y/slide-title"] == list(range(1, 12))


def test_equal_bytes_have_equal_findings(deck: Deck) -> None:
    data = deck.path.read_bytes()[:-2000]
    assert check(data) == check(bytes(data))
