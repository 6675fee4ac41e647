"""SVG to picture: what is changed for a renderer that knows less than a browser, and a system without Chinese faces."""

from __future__ import annotations

import re

import pytest

from deckgen.messages import rendered
from deckgen.render import raster
from deckgen.render.failure import RenderError
from deckgen.render.raster import for_resvg, picture, require_chinese
from deckgen.write.svg.slide import slide_svg
from tests.support import Deck

MIXED = (
    '<text x="100" y="50"{anchor}><tspan font-size="20" font-family="\'Times New Roman\', serif">20</tspan>'
    '<tspan font-size="20" font-family="\'宋体\', serif">年&amp;</tspan></text>'
)


@pytest.mark.parametrize(("anchor", "x"), [("", 100.0), (' text-anchor="middle"', 72.2), (' text-anchor="end"', 44.4)])
def test_a_line_of_two_faces_becomes_two_texts_side_by_side(anchor: str, x: float) -> None:
    found = re.findall(r'<text x="([\d.]+)" y="50"[^>]*>([^<]*)</text>', for_resvg(MIXED.format(anchor=anchor)))
    assert [text for _, text in found] == ["20", "年&amp;"]
    assert float(found[0][0]) == pytest.approx(x, abs=0.5)
    assert float(found[1][0]) - float(found[0][0]) == pytest.approx(20, abs=0.1)


def test_a_line_of_one_face_stays_as_it_is() -> None:
    plain = '<text x="1" y="2"><tspan font-size="20">20</tspan><tspan font-size="15">年</tspan></text>'
    assert for_resvg(plain) == plain


def test_a_centred_line_with_letter_spacing_is_centred_by_resvg_too() -> None:
    line = '<text x="11" y="2" text-anchor="middle" font-size="20" letter-spacing="2">年</text>'
    assert for_resvg(line) == line.replace('x="11"', 'x="10.00"')
    assert for_resvg(line.replace(' text-anchor="middle"', "")) == line.replace(' text-anchor="middle"', "")


def test_marks_of_upright_lines_are_upright() -> None:
    column = '<text x="1" y="20" writing-mode="tb" font-size="10">率先，崛起</text>'
    assert for_resvg(column) == '<text x="1" y="19.00" writing-mode="tb" font-size="10">率先︐崛起</text>'


def test_a_slide_becomes_a_picture(x_deck: Deck) -> None:
    image = picture(slide_svg(x_deck.scene.slides[0], x_deck.scene.design), 320)
    assert image.size == (320, 180)
    assert len(image.getcolors(99_999) or []) > 20


def test_a_system_without_chinese_faces_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "resvg_ink", lambda svg: False)
    require_chinese(["<svg><text>GDP</text></svg>"])
    with pytest.raises(RenderError) as failed:
        require_chinese(["<svg><text>GDP</text></svg>", "<svg><text>年</text></svg>"])
    assert "fonts-noto-cjk" in rendered(failed.value.finding("outline.yaml"), "zh")
