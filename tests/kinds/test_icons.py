"""Icons: native shapes in the colours of the theme, their names checked, their outlines read for decks that have some."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckgen.diagnostics import OutlineError
from deckgen.icons import GRID, icon_path, icons
from deckgen.inspect.rules.run import check_deck
from deckgen.load.theme import theme_names
from deckgen.messages import rendered
from deckgen.pipeline import Built
from deckgen.scene import ShapeBox
from deckgen.style import Color, contrast, shaded
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.slide import slide_svg
from tests.layout.laws import LAWS
from tests.some import some
from tests.support import ROOT, compile_slides, theme_of, walk

LEDGER = {f"f{n}": {"label": f"指标名称{n}", "value": n + 10, "unit": "亿元", "change": "同比 +7.8%", "icon": "banknote"} for n in range(4)}
LEDGER["f1"] = {"label": "指标名称", "value": "X", "unit": "亿元", "change": "同比 +X%", "icon": "users"}
POINT = {"lead": "先进制造", "text": "抓项目、扩投资", "icon": "factory"}
ITEM = {"key": "系统", "lead": "全局谋划", "text": "一盘棋", "icon": "layers"}
PAIR = {"pair": "稳/进", "lead": "经济增长", "text": "稳中求进", "icon": "trending-up"}
SLIDES: dict[str, dict[str, Any]] = {
    "cards": {"kind": "points", "layout": "cards", "points": [POINT] * 3},
    "list": {"kind": "points", "layout": "list", "points": [POINT] * 3, "figures": [*LEDGER]},
    "rows": {"kind": "section", "layout": "rows", "points": [POINT] * 3},
    "principles": {"kind": "principles", "items": [ITEM] * 3},
    "problems": {"kind": "problems", "items": [ITEM] * 2},
    "problems-columns": {"kind": "problems", "items": [ITEM] * 3, "layout": "columns"},
    "measures": {"kind": "measures", "items": [ITEM | {"answer": "设立科创基金"}] * 2},
    "pairs": {"kind": "pairs", "pairs": [PAIR] * 3},
    "figures": {"kind": "figures", "figures": [*LEDGER][:3]},
}


def built(folder: Path, name: str, theme: str = "zhengwu-red", **fields: Any) -> Built:
    return compile_slides([{"title": "标题", **SLIDES[name], **fields}], folder, theme, LEDGER)


def glyphs(made: Built) -> list[ShapeBox]:
    return [
        item for slide in made.scene.slides for item in walk(slide.items) if isinstance(item, ShapeBox) and item.name.startswith("图标 ")
    ]


def test_every_icon_is_an_outline_within_its_square_and_has_chinese_words_of_its_own() -> None:
    assert len(icons()) > 200 and (ROOT / "deckgen" / "icons" / "LICENSE").read_text(encoding="utf-8").startswith("ISC License")
    assert len({icon.words for icon in icons().values()}) == len(icons())
    for name in some(icons()):
        path = icon_path(name)
        assert path.commands[0][0] == "M"
        assert all(0 <= value <= GRID for _, values in path.commands for value in values), name
        assert all(len(values) == {"M": 2, "L": 2, "C": 6, "Z": 0}[letter] for letter, values in path.commands), name


@pytest.mark.parametrize("name", SLIDES)
@pytest.mark.parametrize("theme", theme_names())
def test_icons_are_native_shapes_that_are_seen_and_touch_nothing(theme: str, name: str, tmp_path: Path) -> None:
    made = built(tmp_path, name, theme)
    found, look = glyphs(made), theme_of(theme)
    assert len(found) >= 2
    assert [fault for slide in made.scene.slides for law in LAWS for fault in law(slide, look)] == []
    for glyph in some(found):
        assert glyph.path and glyph.stroke and glyph.stroke.rounded and glyph.fill is None and not glyph.alt
    disc = look.surfaces["icon"]
    assert disc.stroke and isinstance(disc.fill, Color)
    pen, ground = (shaded(look.palette[color.slot], color.shade) for color in (disc.stroke.color, disc.fill))
    assert contrast(pen, ground) >= 3, "what a graphic needs (WCAG 1.4.11)"


def test_the_file_holds_freeforms_in_slots_of_the_theme(tmp_path: Path) -> None:
    made = built(tmp_path, "cards")
    buffer = io.BytesIO()
    write_pptx(made.scene, buffer)
    assert [finding for finding in check_deck(buffer.getvalue(), "") if finding.severity == "error"] == []
    shapes = [shape for shape in Presentation(buffer).slides[1].shapes if shape.name == "图标 factory"]
    assert len(shapes) == 3
    for shape in some(shapes):
        xml = shape._element.xml
        assert "custGeom" in xml and 'cap="rnd"' in xml and "schemeClr" in xml and "srgbClr" not in xml
    assert slide_svg(made.scene.slides[1], made.scene.design).count('stroke-linecap="round"') == 3


@pytest.mark.parametrize(("written", "told"), [("factry", "factory"), ("工厂", "factory"), ("群众", "users")])
def test_an_unknown_icon_is_told_the_near_one_with_its_place(written: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        built(tmp_path, "cards", points=[POINT | {"icon": written}])
    (finding,) = [finding for finding in raised.value.findings if finding.severity == "error"]
    assert finding.rule == "load/unknown-icon" and finding.span.line > 1 and finding.span.column > 1
    assert f"是不是 `{told}`" in rendered(finding, "zh")


def test_a_name_that_is_near_to_none_is_told_where_all_are(tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        built(tmp_path, "cards", points=[POINT | {"icon": "qqqqqq"}])
    assert "deckgen kinds --icons" in rendered(raised.value.findings[0], "zh")


def test_pairs_with_icons_stand_in_rows(tmp_path: Path) -> None:
    assert built(tmp_path, "pairs").scene.slides[1].arrangement == "rows"
    with pytest.raises(OutlineError) as raised:
        built(tmp_path, "pairs", layout="columns")
    assert "layout/unfit" in {finding.rule for finding in raised.value.findings}


def test_a_deck_without_icons_reads_none() -> None:
    code = (
        "import sys, io; from deckgen.pipeline import Request, compile_deck; "
        f"compile_deck(Request({str(ROOT / 'content' / 'report-2019' / 'outline.yaml')!r})); print(*sys.modules)"
    )
    loaded = set(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split())
    assert "deckgen.blocks.icons" in loaded
    assert not {"deckgen.icons", "deckgen.load.icons", "PIL", "deckgen.layout.footing", "deckgen.layout.backdrop"} & loaded
