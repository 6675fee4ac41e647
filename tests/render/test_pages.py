"""Pages, pictures and contact sheets of a PDF; a PDF of equal bytes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from deckgen.render.decks import look_into, notes_of
from deckgen.render.failure import RenderError
from deckgen.render.pages import only, page_count, pictures, settled
from deckgen.render.sheet import GAP, contact_sheet
from tests.render.fake import small_deck
from tests.some import some
from tests.support import Deck

MOMENT = "20200101000000"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Five pages, each of its own red."""
    images = [Image.new("RGB", (192, 108), (50 * number, 0, 0)) for number in range(1, 6)]
    images[0].save(tmp_path / "a.pdf", save_all=True, append_images=images[1:])
    return tmp_path / "a.pdf"


def reds(path: Path) -> list[int]:
    return [round(image.getpixel((100, 50))[0] / 50) for image in pictures(path, range(1, page_count(path) + 1), 192)]  # type: ignore[index]


def test_pages_become_pictures_of_the_width(pdf: Path) -> None:
    assert [image.size for image in pictures(pdf, [2, 4], 960)] == [(960, 540), (960, 540)]
    assert reds(pdf) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("numbers", [[1], [2, 4], [1, 2, 3, 4, 5]])
def test_some_pages_are_a_pdf_again(pdf: Path, tmp_path: Path, numbers: list[int]) -> None:
    (tmp_path / "b.pdf").write_bytes(only(pdf, numbers, MOMENT))
    assert reds(tmp_path / "b.pdf") == numbers


def test_clock_and_chance_are_taken_out_and_nothing_moves() -> None:
    data = b"1 0 obj</CreationDate(D:20261124082822Z')>> /ID [ <7DF548D2172F32D9993C1331ACF891EC>\n<7DF548D2172F32D9993C1331ACF891EC> ]\n/DocChecksum /67063449113A1EF559E7BAB56B49A252"
    clean = settled(data, MOMENT)
    assert len(clean) == len(data)
    assert b"(D:20200101000000Z')" in clean
    assert b"7DF5" not in clean and b"6706" not in clean


def test_the_same_pages_are_the_same_bytes(pdf: Path) -> None:
    assert only(pdf, [1, 3], MOMENT) == only(pdf, [1, 3], MOMENT)
    assert b"D:2020" in only(pdf, [1, 2, 3, 4, 5], MOMENT)


@pytest.mark.parametrize(("count", "columns", "rows"), [(1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 3, 2), (15, 3, 5)])
def test_a_contact_sheet_has_a_place_for_every_slide(count: int, columns: int, rows: int) -> None:
    sheet = contact_sheet([Image.new("RGB", (160, 90), (number, 9, 9)) for number in range(1, count + 1)], width=64)
    assert sheet.size == (columns * (64 + GAP) + GAP, rows * (36 + GAP) + GAP)
    for number in some(range(1, count + 1)):
        at = (GAP + (number - 1) % 3 * (64 + GAP) + 30, GAP + (number - 1) // 3 * (36 + GAP) + 18)
        assert sheet.getpixel(at) == (number, 9, 9)


def test_a_deck_tells_its_slides_and_when_it_was_saved(x_deck: Deck) -> None:
    found = look_into(x_deck.path)
    assert (found.count, found.hides, found.moment) == (16, False, MOMENT)


@pytest.mark.parametrize("hidden", [True, False])
def test_hidden_slides_are_noticed(tmp_path: Path, hidden: bool) -> None:
    assert look_into(small_deck(tmp_path / "a.pptx", hidden=hidden)).hides == hidden


def test_a_deck_without_slides_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="render/no-slides"):
        look_into(small_deck(tmp_path / "a.pptx", slides=0))


def test_the_notes_of_a_deck_are_read(x_deck: Deck) -> None:
    assert notes_of(x_deck.path) == [slide.notes for slide in x_deck.scene.slides]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "broken-deck"),
        (b"hello", "broken-deck"),
        (b"PK\x03\x04 and no more", "broken-deck"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old or an encrypted file", "encrypted"),
    ],
)
def test_what_is_no_deck_is_refused_before_libreoffice_sees_it(tmp_path: Path, data: bytes, rule: str) -> None:
    (tmp_path / "a.pptx").write_bytes(data)
    with pytest.raises(RenderError, match=f"render/{rule}"):
        look_into(tmp_path / "a.pptx")


def test_a_deck_cut_short_is_refused(tmp_path: Path, x_deck: Deck) -> None:
    data = x_deck.path.read_bytes()
    (tmp_path / "a.pptx").write_bytes(data[: len(data) // 2])
    with pytest.raises(RenderError, match="render/broken-deck"):
        look_into(tmp_path / "a.pptx")


def test_pages_are_closed(pdf: Path) -> None:
    list(pictures(pdf, [1, 2], 100))
    pdf.rename(pdf.with_name("moved.pdf"))  # an open file cannot be renamed on Windows
    with pypdfium2.PdfDocument(pdf.with_name("moved.pdf")) as document:
        assert len(document) == 5
