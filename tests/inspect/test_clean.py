"""Decks that are as they should be have no findings; python-pptx's own template has those that it deserves."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation

from tests.inspect.decks import check, edited, found, members, ours, packed, saved, swap
from tests.layout.test_any_outline import built_stress
from tests.support import Deck, write


def test_the_report_is_clean(deck: Deck) -> None:
    assert check(deck.path.read_bytes()) == []


@pytest.mark.parametrize("known", [pytest.param(False, marks=pytest.mark.slow, id="x"), pytest.param(True, id="known")])
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


KINDS = (
    "vnd.openxmlformats-officedocument.presentationml.slideshow.main",
    "vnd.openxmlformats-officedocument.presentationml.template.main",
    "vnd.ms-powerpoint.presentation.macroEnabled.main",
)


@pytest.mark.parametrize("kind", KINDS)
def test_shows_templates_and_decks_with_macros_are_decks(kind: str) -> None:
    usual = "vnd.openxmlformats-officedocument.presentationml.presentation.main"
    assert found(edited(ours(), {"[Content_Types].xml": swap(usual, kind)})) == []


STRICT = {
    "schemas.openxmlformats.org/drawingml/2006/main": "purl.oclc.org/ooxml/drawingml/main",
    "schemas.openxmlformats.org/drawingml/2006/chart": "purl.oclc.org/ooxml/drawingml/chart",
    "schemas.openxmlformats.org/presentationml/2006/main": "purl.oclc.org/ooxml/presentationml/main",
    "schemas.openxmlformats.org/officeDocument/2006/relationships": "purl.oclc.org/ooxml/officeDocument/relationships",
}


def test_a_strict_package_is_read_like_a_transitional_one() -> None:
    def strict(content: bytes) -> bytes:
        for transitional, name in STRICT.items():
            content = content.replace(transitional.encode(), name.encode())
        return content

    parts = {name: content if name == "[Content_Types].xml" else strict(content) for name, content in members(ours()).items()}
    assert b"purl.oclc.org" in parts["ppt/presentation.xml"]
    assert found(packed(parts)) == []
    parts["ppt/slides/slide3.xml"] = swap('<p:ph type="title"/>', "")(parts["ppt/slides/slide3.xml"])
    assert ("a11y/slide-title", 3, "") in found(packed(parts))


def test_a_workbook_is_no_deck_and_otherwise_sound() -> None:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    assert found(stream.getvalue()) == [("package/not-a-deck", 0, "")]
