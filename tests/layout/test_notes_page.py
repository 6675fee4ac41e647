"""The printed notes page holds what is said, in smaller type under a smaller picture where it must, or a finding says how much it cuts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.blocks.notes_page import LONG_ROOM, notes_page
from deckgen.scene import NOTES_ROOM
from deckgen.write.pptx.presentation import write_pptx
from tests.support import compile_text

LINE = "各位代表，过去一年我们坚持稳中求进工作总基调，全面完成各项目标任务。"
PAGE_BOTTOM = 9144000


@pytest.mark.parametrize(
    ("lines", "size"), [(0, 0), (1, 0), (6, 0), (7, 1200), (13, 1200), (14, 1100), (29, 1000), (32, 900), (34, 900)]
)  # fmt: skip
def test_the_more_is_said_the_smaller_it_is_set(lines: int, size: int) -> None:
    page = notes_page("\n".join([LINE] * lines))
    assert (page.size, page.cut) == (size, 0)


def test_what_no_page_holds_is_counted() -> None:
    few, many = (notes_page("\n".join([LINE] * lines)) for lines in (35, 120))
    assert 0 < few.cut < many.cut < 120 * len(LINE)
    assert abs(many.cut - few.cut - 85 * (len(LINE) + 1)) < 300  # each line more is a line more that is cut


def test_one_long_paragraph_counts_as_the_lines_it_takes() -> None:
    assert notes_page(LINE * 10).size == 0
    assert notes_page(LINE * 25).size == 1200
    assert notes_page("word " * 60).size == 0  # Latin is half as wide


def test_the_deck_has_the_places_and_the_size(tmp_path: Path) -> None:
    notes = "\n".join(f"        {LINE}" for _ in range(25))
    text = f"title: 报告\nparts:\n- title: 一\n  slides:\n  - kind: points\n    title: 甲\n    points: [好]\n    notes: |\n{notes}\n"
    buffer = BytesIO()
    write_pptx(compile_text(text, tmp_path).scene, buffer)
    slide = Presentation(buffer).slides[1].notes_slide
    image, body = (next(shape for shape in slide.placeholders if shape.placeholder_format.idx == idx) for idx in (0, 1))
    assert image.top + image.height <= body.top
    assert (body.top, body.height) == (LONG_ROOM.y, LONG_ROOM.height)
    assert body.top + body.height < PAGE_BOTTOM
    assert body.text_frame._txBody.xpath("a:lstStyle/a:lvl1pPr/a:defRPr/@sz") == ["1100"]
    assert NOTES_ROOM.y > LONG_ROOM.y
