"""The handout: every line of every note, on pages of two halves."""

from __future__ import annotations

from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.render.drawing import HALF_HEIGHT, PAGE_WIDTH, content
from deckgen.render.handout import LEADING_PT, PT_PER_MM, Half, Noted, Wording, halves, order, text_drawing, widen
from tests.examples import examples
from tests.support import squeezed

WORDING = Wording("报告", 15, "（续）")
PARAGRAPH = "各位同志：2019年，GDP同比增长5.2%，总量达到1,268.45亿元，成绩来之不易。"


def made(*notes: str) -> list[Half]:
    return halves([Noted(number, text) for number, text in enumerate(notes, 1)], WORDING)


def test_short_notes_are_half_a_page_below_their_slide() -> None:
    found = made("一句话。", "")
    assert [(half.slide, half.lines, half.caption) for half in found] == [(1, ("一句话。",), "报告　1 / 15"), (2, (), "报告　2 / 15")]


def test_long_notes_go_on_on_whole_pages() -> None:
    found = made("\n".join([PARAGRAPH] * 60), "完")
    assert [half.slide for half in found].count(1) == 1
    assert [half.caption for half in found if half.caption] == [
        "报告　1 / 15",
        *["报告　1 / 15（续）"] * ((len(found) - 2) // 2),
        "报告　2 / 15",
    ]
    assert len(found) % 2 == 0  # so that the next slide begins a page


@examples(15, 60)
@given(st.lists(st.text("各位同志，。 GDP5.2%\n", max_size=900), min_size=1, max_size=3))
def test_no_character_is_lost_and_no_line_leaves_its_half(notes: list[str]) -> None:
    found = made(*notes)
    assert squeezed("".join("".join(half.lines) for half in found)) == squeezed("".join(notes))
    assert all(half.top + len(half.lines) * LEADING_PT / PT_PER_MM <= HALF_HEIGHT + 0.1 for half in found)
    assert [half.slide for half in found if half.slide] == list(range(1, len(notes) + 1))


@examples(12, 40)
@given(st.lists(st.integers(0, 150), min_size=1, max_size=5))
def test_slides_stand_above_their_notes_at_the_head_of_a_page(lengths: list[int]) -> None:
    found = made(*("\n".join(["行"] * length) for length in lengths))
    pages = order(found)
    slides = len(lengths)
    assert sorted(pages) == list(range(slides + len(found)))
    heads = [pages.index(number) for number in range(slides)]
    assert all(head % 2 == 0 for head in heads)
    for number, head in enumerate(heads, 1):
        assert found[pages[head + 1] - slides].slide == number


def test_the_drawing_is_sound_xml_with_every_line() -> None:
    found = made(f'{PARAGRAPH} <b> & "q"\x0b\n  两格', "")
    root = ElementTree.fromstring(text_drawing(found))
    name = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
    assert len(list(root.iter(f"{name}page"))) == 2
    assert '<b> & "q"' in "".join(root.itertext())


@pytest.mark.parametrize(
    ("line", "xml"),
    [
        ("a  b", 'a<text:s text:c="2"/>b'),
        (" a", '<text:s text:c="1"/>a'),
        ("a b", "a b"),
        ("a\x00\x07b", "ab"),
        ("a\tb", 'a<text:s text:c="4"/>b'),
    ],
)
def test_blanks_stay_and_controls_go(line: str, xml: str) -> None:
    assert content(line) == xml


@pytest.mark.parametrize(("width", "height"), [(960, 540), (720, 540), (1920, 540), (405, 540)], ids=["16:9", "4:3", "32:9", "3:4"])
def test_a_slide_of_any_page_fits_the_upper_half(width: int, height: int) -> None:
    with pypdfium2.PdfDocument.new() as pdf:
        page = pdf.new_page(width, height)
        widen(page)
        left, bottom, right, top = page.get_mediabox()
    assert (right - left) / (top - bottom) == pytest.approx(PAGE_WIDTH / HALF_HEIGHT, rel=1e-5)
    assert left < 0 and bottom <= 0 and right > width and top >= height
    assert -left == pytest.approx(right - width, abs=0.01)
