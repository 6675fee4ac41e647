"""The handout: every line of every note, beside or below its slide, on A4 and 16K, one, two or six slides a page."""

from __future__ import annotations

import itertools
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.render.bound import bound, matrix
from deckgen.render.drawing import content, drawing
from deckgen.render.handout import Noted, Page, Placed, Wording, pages_of
from deckgen.render.paper import PAPERS, PT_PER_MM, Sheet, sheet_of
from tests.examples import examples
from tests.some import some
from tests.support import squeezed

WORDING = Wording("报告", 15, "（续）")
PARAGRAPH = "各位同志：2019年，GDP同比增长5.2%，总量达到1,268.45亿元，成绩来之不易。"
SHEETS = [sheet_of(paper, slides) for paper in PAPERS for slides in (1, 2, 6)]
WIDE = 16 / 9
sheets = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.paper.width:g}-{sheet.slides}")


def made(sheet: Sheet, *notes: str, shape: float = WIDE) -> list[Page]:
    return pages_of([Noted(number, text) for number, text in enumerate(notes, 1)], sheet, WORDING, shape)


def test_short_notes_stand_below_their_slide() -> None:
    found = made(SHEETS[0], "一句话。", "")
    assert [([placed.slide for placed in page.slides], page.lines, page.captions) for page in found] == [
        ([1], ("一句话。",), ("报告　1 / 15",)),
        ([2], (), ("报告　2 / 15",)),
    ]


def test_long_notes_go_on_on_whole_pages() -> None:
    found = made(SHEETS[0], "\n".join([PARAGRAPH] * 99), "完")
    captions = [caption for page in found for caption in page.captions]
    assert len(found) > 3
    assert captions == ["报告　1 / 15", *["报告　1 / 15（续）"] * (len(found) - 2), "报告　2 / 15"]


@sheets
def test_as_many_slides_as_the_sheet_says_share_a_page_where_little_is_said(sheet: Sheet) -> None:
    found = made(sheet, *["一句话。"] * 13)
    assert [len(page.slides) for page in found][:-1] == [sheet.slides] * ((13 - 1) // sheet.slides)
    assert sheet.size_pt >= 10


@examples(12, 40)
@given(
    st.sampled_from(SHEETS),
    st.lists(st.text("各位同志，。 GDP5.2%\n", max_size=900), min_size=1, max_size=4),
    st.sampled_from([WIDE, 4 / 3, 32 / 9]),
)
def test_no_character_is_lost_and_nothing_leaves_its_page_or_lies_on_another(sheet: Sheet, notes: list[str], shape: float) -> None:
    found = made(sheet, *notes, shape=shape)
    assert squeezed("".join("".join(page.lines) for page in found)) == squeezed("".join(notes))
    assert [placed.slide for page in found for placed in page.slides] == list(range(1, len(notes) + 1))
    for page in found:
        boxes = [(text.x, text.y, text.x + text.width, text.y + height(text.lines, sheet)) for text in page.texts if text.style == "notes"]
        boxes += [(placed.x, placed.y, placed.x + placed.width, placed.y + placed.height) for placed in page.slides]
        assert all(x > 0 and y > 0 and right < sheet.paper.width and bottom <= sheet.limit + 0.01 for x, y, right, bottom in boxes)
        assert all(placed.width / placed.height == pytest.approx(shape) for placed in page.slides)
        for one, other in itertools.combinations(boxes, 2):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 0.01 or other[3] <= one[1] + 0.01


def height(lines: tuple[str, ...], sheet: Sheet) -> float:
    return len(lines) * sheet.leading_pt / PT_PER_MM


@sheets
def test_text_is_no_wider_than_its_column(sheet: Sheet) -> None:
    for page in some(made(sheet, PARAGRAPH * 12, "\n".join([PARAGRAPH] * 40))):
        for text in page.texts:
            widest = max(len(line.encode("gb18030")) / 2 for line in text.lines)  # Latin is half as wide
            assert widest * sheet.size_pt / PT_PER_MM <= text.width * 1.06


def test_the_drawing_is_sound_xml_with_every_line_and_an_edge_a_slide() -> None:
    sheet = SHEETS[1]
    found = made(sheet, f'{PARAGRAPH} <b> & "q"\x0b\n  两格', "", "三")
    root = ElementTree.fromstring(drawing([page.drawn for page in found], sheet))
    name = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
    assert len(list(root.iter(f"{name}page"))) == 2
    assert len(list(root.iter(f"{name}rect"))) == 3
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
@sheets
def test_a_slide_of_any_page_keeps_its_shape_within_its_margins(sheet: Sheet, width: int, height: int) -> None:
    (page,) = made(sheet, "", shape=width / height)
    (placed,) = page.slides
    assert placed.width / placed.height == pytest.approx(width / height)
    assert placed.x >= sheet.margin - 0.01 and placed.x + placed.width <= sheet.paper.width - sheet.margin + 0.01
    scale, _, _, same, x, y = matrix(placed, sheet.paper, (width, height)).get()
    assert scale == pytest.approx(same)
    assert (x + width * scale, y + height * same) == pytest.approx(
        ((placed.x + placed.width) * PT_PER_MM, (sheet.paper.height - placed.y) * PT_PER_MM)
    )


def plain_pdf(path: Path, size: tuple[float, float], count: int) -> Path:
    """Pages with a filled square each, as much of it as their number."""
    with pypdfium2.PdfDocument.new() as pdf:
        for number in range(1, count + 1):
            page = pdf.new_page(*size)
            square = pypdfium2.raw.FPDFPageObj_CreateNewRect(0, 0, size[0] * number / count, size[1])
            pypdfium2.raw.FPDFPageObj_SetFillColor(square, 200, 0, 0, 255)
            pypdfium2.raw.FPDFPath_SetDrawMode(square, pypdfium2.raw.FPDF_FILLMODE_ALTERNATE, False)
            pypdfium2.raw.FPDFPage_InsertObject(page.raw, square)
            page.gen_content()
        pdf.save(path)
    return path


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_each_slide_lies_where_its_page_wants_it(count: int, tmp_path: Path) -> None:
    paper = PAPERS["16k"]
    slides = plain_pdf(tmp_path / "slides.pdf", (960, 540), count)
    with pypdfium2.PdfDocument.new() as empty:
        for _ in range(count):
            empty.new_page(paper.width * PT_PER_MM, paper.height * PT_PER_MM)
        empty.save(tmp_path / "text.pdf")
    pages = [Page((), (Placed(count - number, 20, 30, 96, 54),)) for number in range(count)]  # the last slide first
    data = bound(tmp_path / "text.pdf", slides, pages, paper, "20200101000000")
    assert data == bound(tmp_path / "text.pdf", slides, pages, paper, "20200101000000")
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == count
        for number, page in enumerate(some(pdf)):
            assert page.get_size() == pytest.approx((paper.width * PT_PER_MM, paper.height * PT_PER_MM), abs=0.1)
            image = page.render(scale=1).to_pil().convert("RGB")
            reached = (20 + 96 * (count - number) / count) * PT_PER_MM
            for x, red in ((20 * PT_PER_MM + 3, True), (reached - 3, True), (reached + 3, False)):
                assert (image.getpixel((round(x), round(57 * PT_PER_MM)))[1] == 0) == red


def test_the_caption_of_a_slide_tells_how_long_it_takes() -> None:
    wording = Wording("报告", 15, "（续）", {1: "　约 1:33"})
    found = pages_of([Noted(1, PARAGRAPH * 200), Noted(2, "")], SHEETS[0], wording, WIDE)
    captions = [caption for page in found for caption in page.captions]
    assert captions[:2] == ["报告　1 / 15　约 1:33", "报告　1 / 15（续）"] and captions[-1] == "报告　2 / 15"
