"""Quotes sit tight: in a face of their own, as wide as they are measured, in both writers alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.measure import advance, with_quotes
from deckgen.scene import FontPair, Paragraph, StyledRun
from deckgen.style import Color, TextStyle
from deckgen.write.pptx.text import paragraph
from deckgen.write.svg.faces import pieces
from tests.support import compile_slides, line_text, text_boxes

STYLE = TextStyle(2000, Color("dk1"), quotes="Arial")


def test_quotes_stand_in_runs_of_their_own_face() -> None:
    xml = paragraph(Paragraph(((StyledRun("对照：“四个合格”，做到", STYLE),),), 2600), None, 'lang="zh-CN"')
    runs = [run.split("</a:t>")[0] for run in xml.split("<a:r>")[1:]]
    assert [run.split("<a:t>")[1] for run in runs] == ["对照：", "“", "四个合格", "”", "，做到"]
    assert ['<a:latin typeface="Arial"/><a:ea typeface="Arial"/>' in run for run in runs] == [False, True, False, True, False]


def test_text_without_quotes_stays_one_run() -> None:
    xml = paragraph(Paragraph(((StyledRun("对照《合格》，做到", STYLE),),), 2600), None, 'lang="zh-CN"')
    assert xml.count("<a:r>") == 1 and "Arial" not in xml


def test_the_drawing_has_the_same_faces() -> None:
    fonts = FontPair("微软雅黑", "微软雅黑")
    assert list(pieces("照：“四个”，做", fonts, "Arial")) == [
        ("照：", "微软雅黑"), ("“", "Arial"), ("四个", "微软雅黑"), ("”", "Arial"), ("，做", "微软雅黑"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "bold", "width"), [("sans", False, 333), ("sans", True, 500), ("song", False, 444), ("times", True, 500)]
)
def test_a_quote_is_as_wide_as_its_face_has_it(table: str, bold: bool, width: int) -> None:
    metrics = with_quotes(table, bold)
    assert metrics.advances["“"] == metrics.advances["”"] == width
    assert advance("对照：“四个”，", metrics) == 6000 + 2 * width


def test_a_deck_is_measured_with_them(tmp_path: Path, theme_name: str) -> None:
    """Forty quotes take a third of an em each: at an em each the text would stand on two lines more."""
    text = "“稳”“进”" * 9
    slide = compile_slides(
        [{"kind": "points", "title": "页", "points": [{"lead": "要点", "text": text}]}], tmp_path, theme_name
    ).scene.slides[1]
    (box,) = [box for box in text_boxes(slide) if "“稳”" in line_text(box.paragraphs[-1].lines[0])]
    assert len(box.paragraphs[-1].lines) <= 2
