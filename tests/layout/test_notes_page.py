"""Notes pages hold what is said: places for the longest notes, type as large as holds each, or a finding says how much is cut."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from deckgen.blocks.notes_page import SMALL, SMALLEST, notes_pages
from deckgen.render.office import Office, to_pdf
from deckgen.scene import NOTES_PAGE, NOTES_SIZE
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.save import save
from tests.pull.support import OFFICE, needs_office
from tests.some import some
from tests.support import compile_text, squeezed

NOTES_ONLY = (
    ':impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"},"ExportOnlyNotesPages":{"type":"boolean","value":"true"}}'
)

LINE = "各位代表，过去一年我们坚持稳中求进工作总基调，全面完成各项目标任务。"
POWERPOINT = (6_858_000, 9_144_000)


def notes(lines: int) -> str:
    return "\n".join([LINE] * lines)


@pytest.mark.parametrize(
    ("lines", "size"), [(0, 0), (1, 0), (6, 0), (15, 0), (17, 1200), (32, 1200), (34, 1100), (40, 1050), (41, 1000), (46, 950), (48, 900)]
)  # fmt: skip
def test_the_more_is_said_the_smaller_the_master_is_set(lines: int, size: int) -> None:
    master, slides = notes_pages([LINE, notes(lines)])
    assert master.size == size and master.cut == 0
    assert [page.cut for page in slides] == [0] * len(slides)


def test_2350_characters_are_printed_whole() -> None:
    speech = "\n".join([LINE * 4] * 18)[:2350]
    master, (page,) = notes_pages([speech])
    assert (len(speech), master.cut, page.cut) == (2350, 0, 0) and page.size >= 900


def test_less_is_said_in_larger_type_in_the_same_places() -> None:
    master, slides = notes_pages([notes(48), LINE, notes(40), ""])
    assert [page.size for page in slides] == [900, 1200, 1050, 1200] and master.size == 900
    assert {(page.image, page.text) for page in (master, *slides)} == {SMALLEST}


def test_what_no_page_holds_is_counted() -> None:
    few, many = (notes_pages([notes(lines)])[1][0] for lines in (60, 120))
    assert 0 < few.cut < many.cut < 120 * len(LINE)
    assert abs(many.cut - few.cut - 60 * (len(LINE) + 1)) < 300  # each line more is a line more that is cut


def test_one_long_paragraph_counts_as_the_lines_it_takes() -> None:
    assert notes_pages([LINE * 10]) == (NOTES_PAGE, [])
    assert notes_pages([LINE * 25])[0].size == 1200
    assert notes_pages(["word " * 60]) == (NOTES_PAGE, [])  # Latin is half as wide


def test_places_lie_one_below_the_other_on_their_page() -> None:
    for size in (NOTES_SIZE, POWERPOINT):
        for lines in (0, 20, 48):
            page = notes_pages([notes(lines)], size)[0]
            assert page.image.y + page.image.height <= page.text.y
            assert page.text.y + page.text.height <= page.number.y < page.number.y + page.number.height <= size[1]
            assert max(box.x + box.width for box in (page.image, page.text, page.number)) < size[0]


def deck(folder: Path, *lines: int) -> BytesIO:
    slides = "".join(
        f"  - kind: points\n    title: 第{number}页\n    points: [好]\n    notes: |\n" + "".join(f"        {LINE}\n" for _ in range(count))
        for number, count in enumerate(lines)
    )
    buffer = BytesIO()
    write_pptx(compile_text(f"title: 报告\nparts:\n- title: 一\n  slides:\n{slides}", folder).scene, buffer)
    return buffer


def test_the_master_of_the_deck_has_the_places_and_the_size(tmp_path: Path) -> None:
    made = Presentation(deck(tmp_path, 36, 2))
    master = made.notes_master
    image, body = (next(shape for shape in master.placeholders if shape.placeholder_format.type == kind) for kind in (101, 2))
    assert (body.left, body.top, body.width, body.height) == (SMALL[1].x, SMALL[1].y, SMALL[1].width, SMALL[1].height)
    assert SMALL[0].y <= image.top and image.top + image.height <= SMALL[0].y + SMALL[0].height
    assert re.search(r'<p:notesStyle><a:lvl1pPr.*?sz="1050"', master.part.blob.decode(), re.S)
    long, short = (made.slides[number].notes_slide for number in (1, 2))
    assert [shape.top for shape in long.placeholders] == [image.top, body.top]  # inherited
    assert [slide.part.blob.decode().count("<p:spPr/>") for slide in (long, short)] == [2, 2]
    # LibreOffice passes over the type of the master, so that each slide says its own.
    assert 'sz="1050"' in long.part.blob.decode() and 'sz="1200"' in short.part.blob.decode()


def test_a_deck_of_short_notes_keeps_the_roomy_page(tmp_path: Path) -> None:
    made = Presentation(deck(tmp_path, 3, 0))
    assert all('sz="1200"' in slide.notes_slide.part.blob.decode() for slide in some(made.slides))
    body = next(shape for shape in made.notes_master.placeholders if shape.placeholder_format.type == 2)
    assert (body.top, body.height) == (NOTES_PAGE.text.y, NOTES_PAGE.text.height)


@needs_office
def test_libreoffice_prints_2350_characters_on_one_page(tmp_path: Path) -> None:
    speech = "\n".join([LINE * 4] * 18)[:2350]
    slide = "  - kind: points\n    title: 第一页\n    points: [好]\n    notes: |\n" + "".join(
        f"        {line}\n" for line in speech.split("\n")
    )
    save(compile_text(f"title: 报告\nparts:\n- title: 一\n  slides:\n{slide}", tmp_path).scene, str(tmp_path / "a.pptx"))
    pdf = to_pdf(tmp_path / "a.pptx", tmp_path, Office(str(OFFICE), 180), NOTES_ONLY)
    with pypdfium2.PdfDocument(pdf) as printed:
        page = printed[1]
        text = page.get_textpage().get_text_bounded(0, 30, page.get_width(), page.get_height() * 0.88)
    assert squeezed(speech) in squeezed(text)
