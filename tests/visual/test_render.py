"""`deckgen render` with the real LibreOffice: pages, ranges, handouts, and equal bytes."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from deckgen.cli.main import run
from deckgen.measure.kinsoku import SPACES
from deckgen.render.failure import RenderError
from deckgen.render.office import find_office
from deckgen.render.pages import page_count
from tests.some import some
from tests.support import OUTLINE, Deck
from tests.visual.pages import plain

pytestmark = pytest.mark.visual

PARAGRAPH = "各位同志：2019年，GDP同比增长5.2%，总量达到1,268.45亿元；统筹推进“五位一体”总体布局，成绩来之不易。"


@pytest.fixture(scope="module", autouse=True)
def needs_office() -> None:
    try:
        find_office()
    except RenderError:
        pytest.skip("LibreOffice is missing: apt-get install libreoffice-impress fonts-noto-cjk")


def render(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["deckgen", "render", *arguments])
    return run(["render", *arguments])


def texts(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [plain(page.get_textpage().get_text_bounded()) for page in document]


def test_outline_and_deck_give_the_same_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, decks: dict[tuple[str, str], Deck]) -> None:
    assert render(monkeypatch, str(OUTLINE), "-o", str(tmp_path / "a.pdf")) == 0
    assert render(monkeypatch, str(decks["zhengwu-red", "x"].path), "-o", str(tmp_path / "b.pdf")) == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert page_count(tmp_path / "a.pdf") == 16


def test_a_range_holds_the_slides_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, x_deck: Deck) -> None:
    assert render(monkeypatch, str(x_deck.path), "--slides", "3-4,11", "-o", str(tmp_path / "a.pdf")) == 0
    titles = [plain(x_deck.scene.slides[number - 1].title) for number in (3, 4, 11)]
    assert [title in text for title, text in zip(titles, texts(tmp_path / "a.pdf"), strict=True)] == [True] * 3


def test_pictures_are_of_the_width(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, x_deck: Deck) -> None:
    assert render(monkeypatch, str(x_deck.path), "--slides", "2", "-o", str(tmp_path / "a.png"), "--width", "1000") == 0
    with Image.open(tmp_path / "a.png") as image:
        assert image.size[0] == 1000
        assert image.size[1] in (562, 563)


def test_a_handout_says_every_word_of_the_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, x_deck: Deck) -> None:
    assert render(monkeypatch, str(x_deck.path), "--notes", "-o", str(tmp_path / "a.pdf")) == 0
    printed = texts(tmp_path / "a.pdf")
    assert len(printed) == 16
    for slide, text in some(zip(x_deck.scene.slides, printed, strict=True)):
        assert plain(slide.title) in text
        assert not Counter(plain(slide.notes)) - Counter(text), slide.title


def test_long_notes_are_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every paragraph of a speech of 3 000 characters, on as many pages as it takes, each inside its margins."""
    notes = "\\n".join(f"第{number}段。{PARAGRAPH}" for number in range(1, 51))
    outline = f'title: 报告\nparts: [{{title: 一, slides: [{{kind: points, title: 甲, points: [乙], notes: "{notes}"}}]}}]\n'
    (tmp_path / "outline.yaml").write_text(outline, encoding="utf-8")
    assert render(monkeypatch, str(tmp_path / "outline.yaml"), "--notes", "-o", str(tmp_path / "a.pdf")) == 0
    whole = "".join(texts(tmp_path / "a.pdf"))
    assert [int(number) for number in re.findall(r"第(\d+)段", whole)] == list(range(1, 51))
    assert page_count(tmp_path / "a.pdf") == 4
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        for page in some(document):
            text = page.get_textpage()
            boxes = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1) not in SPACES + "\r\n"]
            assert min(box[0] for box in boxes) > 40
            assert max(box[2] for box in boxes) < 595.28 - 40
            assert min(box[1] for box in boxes) > 35


def test_a_contact_sheet_shows_every_slide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, x_deck: Deck) -> None:
    assert render(monkeypatch, str(x_deck.path), "--sheet", "-o", str(tmp_path / "a.png")) == 0
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (3 * 652 + 12, 6 * 372 + 12)


def test_a_broken_part_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A zip that looks like a deck and is none."""
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as package:
        package.writestr("ppt/presentation.xml", "<p:sldId />")
    assert render(monkeypatch, str(tmp_path / "a.pptx"), "-o", str(tmp_path / "a.pdf")) == 2
    assert "render/" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()
