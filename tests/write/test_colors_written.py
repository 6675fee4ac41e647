"""Colours, gradients and lines from a theme's words to both writers: slot, shade, how see-through, in which order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from deckgen.diagnostics import Findings
from deckgen.files import Folder
from deckgen.geometry import px
from deckgen.load.theme import load_theme
from deckgen.scene import Scene, ShapeBox
from deckgen.style import Color, Fill, Gradient, Stroke
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.faces import families
from deckgen.write.svg.slide import slide_svg
from tests.support import Deck
from tests.write.parts import find, slides

COLORS = [
    ("accent4", Color("accent4")),
    ("accent4 -20", Color("accent4", -20)),
    ("accent4 40", Color("accent4", 40)),
    ("accent4 +40", Color("accent4", 40)),
    ("accent4 35%", Color("accent4", 0, 35)),
    ("dk2 -12 75%", Color("dk2", -12, 75)),
    ("{gradient: [dk2, accent1 40%], angle: 90}", Gradient(((0, Color("dk2")), (100, Color("accent1", 0, 40))), 90)),
    ("{gradient: [dk2, lt2, accent1]}", Gradient(((0, Color("dk2")), (50, Color("lt2")), (100, Color("accent1"))), 0)),
]


@pytest.mark.parametrize(("words", "fill"), COLORS, ids=[words for words, _ in COLORS])
def test_a_fill_is_read_as_it_is_written(words: str, fill: Fill, tmp_path: Path) -> None:
    text = f"name: own\nextends: zhengwu-red\nlayouts: {{closing: {{background: {words}}}}}\n"
    (tmp_path / "theme.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    theme = load_theme(str(tmp_path / "theme.yaml"), Folder(), findings)
    assert findings.all == [] and theme is not None
    assert theme.layouts["closing"].background == fill


STROKE = Stroke(Color("accent2", 20, 60), px(3), "sysDash")
SHADED = Color("accent2", -20, 35)
RISING = Gradient(((0, Color("dk2", 0, 50)), (30, Color("accent1")), (100, Color("lt2", 40))), 90)


def with_shape(scene: Scene, fill: Fill | None, stroke: Stroke | None) -> Scene:
    """The deck's first slide with one shape more."""
    shape = ShapeBox(name="试样", box=scene.slides[0].items[0].box, fill=fill, stroke=stroke, alt="试样")
    first = structs.replace(scene.slides[0], items=(*scene.slides[0].items, shape))
    return structs.replace(scene, slides=(first, *scene.slides[1:]))


def written(deck: Deck, fill: Fill | None, folder: Path, stroke: Stroke | None = STROKE) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The slide as SVG, and every element of the shape's properties with its attributes."""
    scene = with_shape(deck.scene, fill, stroke)
    path = folder / "colors.pptx"
    with path.open("wb") as file:
        write_pptx(scene, file)
    _, root = slides(path)[0]
    (properties,) = find(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='试样']/p:spPr")
    tags = [(str(element.tag).rpartition("}")[2], dict(element.attrib)) for element in properties.iter()]
    return slide_svg(scene.slides[0], scene.design), tags


def colour(slot: str, **changes: int) -> list[tuple[str, dict[str, str]]]:
    return [("schemeClr", {"val": slot}), *((name, {"val": str(value)}) for name, value in changes.items())]


LINE = [
    ("ln", {"w": "28575"}),
    ("solidFill", {}),
    *colour("accent2", lumMod=80000, lumOff=20000, alpha=60000),
    ("prstDash", {"val": "sysDash"}),
]


def test_shade_and_alpha_reach_the_package(x_deck: Deck, tmp_path: Path) -> None:
    _, tags = written(x_deck, SHADED, tmp_path)
    start = tags.index(("solidFill", {}))
    assert tags[start:] == [("solidFill", {}), *colour("accent2", lumMod=80000, alpha=35000), *LINE]


def test_a_gradient_keeps_its_order_and_its_angle_in_the_package(x_deck: Deck, tmp_path: Path) -> None:
    _, tags = written(x_deck, RISING, tmp_path)
    start = tags.index(("gradFill", {"rotWithShape": "1"}))
    stops = [
        ("gs", {"pos": "0"}), *colour("tx2", alpha=50000), ("gs", {"pos": "30000"}), *colour("accent1"),
        ("gs", {"pos": "100000"}), *colour("bg2", lumMod=60000, lumOff=40000),
    ]  # fmt: skip
    expected = [("gradFill", {"rotWithShape": "1"}), ("gsLst", {}), *stops, ("lin", {"ang": "5400000", "scaled": "0"}), *LINE]
    assert tags[start:] == expected


def test_shade_and_alpha_reach_the_drawing(x_deck: Deck, tmp_path: Path) -> None:
    svg, _ = written(x_deck, SHADED, tmp_path)
    (shape,) = re.findall(r'aria-label="试样"[^>]*>(<rect [^>]*>)', svg)
    assert 'fill-opacity="0.35"' in shape
    assert 'stroke-opacity="0.6"' in shape
    assert 'stroke-width="3"' in shape
    assert 'stroke-dasharray="9 3"' in shape
    assert f'fill="#{x_deck.theme.palette["accent2"]}"' not in shape  # it is darker


def test_a_gradient_keeps_its_order_and_its_angle_in_the_drawing(x_deck: Deck, tmp_path: Path) -> None:
    svg, _ = written(x_deck, RISING, tmp_path)
    (name,) = re.findall(r'aria-label="试样"[^>]*><rect [^>]*fill="url\(#([^)]*)\)"', svg)
    ((ends, stops),) = re.findall(rf'<linearGradient id="{name}" [^>]*?(x1=[^>]*)>(.*?)</linearGradient>', svg)
    x1, y1, x2, y2 = (float(value) for value in re.findall(r'"([-\d.]+)"', ends))
    assert (x1, y1 < y2) == (x2, True)  # a quarter turn clockwise: from top to bottom
    palette = x_deck.theme.palette
    found = re.findall(r'offset="([\d.]+)" stop-color="#(\w+)"(?: stop-opacity="([\d.]+)")?', stops)
    assert [(offset, opacity) for offset, _, opacity in found] == [("0", "0.5"), ("0.3", ""), ("1", "")]
    assert [color for _, color, _ in found][:2] == [palette["dk2"], palette["accent1"]]


def test_nothing_is_written_as_nothing(x_deck: Deck, tmp_path: Path) -> None:
    svg, tags = written(x_deck, None, tmp_path, None)
    assert tags[tags.index(("avLst", {})) + 1 :] == [("noFill", {}), ("ln", {}), ("noFill", {})]
    (shape,) = re.findall(r'aria-label="试样"[^>]*>(<rect [^>]*>)', svg)
    assert 'fill="none"' in shape
    assert "stroke" not in shape


# ST_PresetLineDashVal (ECMA-376 Part 1, 20.1.10.48), as PowerPoint draws it: dashes and gaps in line widths.
DASHES = {
    "dot": "1 3", "dash": "4 3", "lgDash": "8 3", "dashDot": "4 3 1 3", "lgDashDot": "8 3 1 3", "lgDashDotDot": "8 3 1 3 1 3",
    "sysDash": "3 1", "sysDot": "1 1", "sysDashDot": "3 1 1 1", "sysDashDotDot": "3 1 1 1 1 1",
}  # fmt: skip


@pytest.mark.parametrize("dash", DASHES)
def test_a_dash_is_drawn_in_line_widths(dash: str, x_deck: Deck, tmp_path: Path) -> None:
    svg, tags = written(x_deck, SHADED, tmp_path, Stroke(Color("dk1"), px(1), dash))
    assert ("prstDash", {"val": dash}) in tags
    assert f'stroke-dasharray="{DASHES[dash]}"' in svg


@pytest.mark.parametrize(
    ("face", "fallback", "names"),
    [
        (
            "华文中宋",
            "",
            "'华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
        ),
        ("微软雅黑", "", "'微软雅黑', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"),
        (
            "楷体",
            "",
            "'楷体', 'KaiTi', 'Kaiti SC', 'STKaiti', '宋体', 'SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
        ),
        (
            "仿宋",
            "",
            "'仿宋', 'FangSong', 'STFangsong', '宋体', 'SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
        ),
        ("Times New Roman", "", "'Times New Roman', 'Times', 'Liberation Serif', 'Noto Serif CJK SC', serif"),
        ("Arial", "", "'Arial', 'Helvetica', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif"),
        ("Calibri", "", "'Calibri', 'Carlito', 'Arial', 'Liberation Sans', sans-serif"),
        (
            "华文楷体",
            "",
            "'华文楷体', '楷体', 'KaiTi', 'Kaiti SC', 'STKaiti', '宋体', 'SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
        ),
        (
            "华文仿宋",
            "",
            "'华文仿宋', '仿宋', 'FangSong', 'STFangsong', '宋体', 'SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
        ),
        ("华文宋体", "", "'华文宋体', 'STSong', '宋体', 'SimSun', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif"),
        (
            "等线",
            "",
            "'等线', 'DengXian', '微软雅黑', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
        ),
        (
            "黑体",
            "",
            "'黑体', 'SimHei', 'Heiti SC', '微软雅黑', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
        ),
        ("Cambria", "", "'Cambria', 'Caladea', 'Times New Roman', 'Liberation Serif', serif"),
        ("无名体", "Georgia", "'无名体', 'Georgia', 'Times New Roman', 'Liberation Serif', serif"),
        ("无名体", "", "'无名体', '微软雅黑', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"),
    ],
)
def test_what_stands_in_for_a_face(face: str, fallback: str, names: str) -> None:
    assert families(face, fallback) == names
