"""A theme says what differs: everything else is what its base has, down to single fields."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

import deckgen
from deckgen.base import BASE, LAYOUTS, OPTIONS
from deckgen.geometry import Box, px
from deckgen.kinds.registry import KINDS
from deckgen.pipeline import Request, look
from deckgen.scene import FontPair, ShapeBox
from deckgen.style import Color, Gradient, Stroke
from tests.some import some
from tests.support import compile_slides, theme_of
from tests.themes.helpers import FIFTEEN_LINES, theme_from, write_theme


def drawn(x: int, y: int, width: int, height: int) -> Box:
    return Box(px(x), px(y), px(width), px(height))


def test_the_base_has_everything_that_exists() -> None:
    assert list(BASE.layouts) == list(LAYOUTS)
    assert {name: tuple(spec.places) for name, spec in BASE.layouts.items()} == LAYOUTS
    assert {name: {option: (value,) for option, value in spec.options.items()} for name, spec in BASE.layouts.items() if spec.options} == {
        name: {option: (BASE.layouts[name].options[option],) for option in options} for name, options in OPTIONS.items()
    }
    assert all(value in OPTIONS[name][option] for name, spec in some(BASE.layouts.items()) for option, value in spec.options.items())
    assert {place.role for spec in BASE.layouts.values() for place in spec.places.values()} <= set(BASE.roles)
    assert {role for kind in KINDS.values() for bodies in kind.bodies for role in bodies.roles} <= set(BASE.roles)


def test_every_role_and_surface_of_the_base_is_used_by_what_is_composed() -> None:
    """What the code asks for by name exists, and nothing exists that it does not ask for."""
    folders = [Path(deckgen.__file__).parent / name for name in ("blocks", "kinds", "layout")]
    code = "\n".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.py"))
    asked = set(re.findall(r'surface\(\s*"([a-z-]+)"', code)) | set(re.findall(r'panel\([^\n]*, "([a-z-]+)"\)', code))
    placed = {place.role for spec in BASE.layouts.values() for place in spec.places.values()}
    assert len(asked) > 10
    assert asked <= set(BASE.surfaces)
    assert [name for name in BASE.roles if name not in placed and f'"{name}"' not in without_declarations(code)] == []
    assert [name for name in BASE.surfaces if f'"{name}"' not in without_declarations(code)] == []


def without_declarations(code: str) -> str:
    """The code without what declares a role or a surface."""
    return re.sub(r'type_role\("[a-z-]+"|"[a-z-]+": Surface', "", code)


def test_a_theme_that_says_nothing_is_the_base(tmp_path: Path) -> None:
    theme = theme_from(tmp_path, "name: t\n")
    assert (theme.name, theme.label) == ("t", "t")
    assert theme.roles == BASE.roles
    assert theme.surfaces == BASE.surfaces
    assert theme.layouts == BASE.layouts
    assert (theme.palette, theme.fonts, theme.metrics, theme.sheet) == (BASE.palette, BASE.fonts, BASE.metrics, BASE.sheet)


def test_empty_fields_say_nothing(tmp_path: Path) -> None:
    text = "name: t\npalette:\ntype: {title: , kicker: {sizes: }}\nlayouts: {points: {ornaments: , places: {title: }, content: }}\npage:\n"
    assert theme_from(tmp_path, text).layouts == BASE.layouts


def test_single_fields_of_a_place(tmp_path: Path) -> None:
    text = "name: t\nlayouts: {points: {places: {title: {role: motto}, footer: {align: right, anchor: top}}}}\n"
    places, base = theme_from(tmp_path, text).layouts["points"].places, BASE.layouts["points"].places
    assert places["title"] == structs.replace(base["title"], role="motto")
    assert places["footer"] == structs.replace(base["footer"], align="r", anchor="t")


def test_single_fields_of_a_role(tmp_path: Path) -> None:
    role = theme_from(tmp_path, "name: t\ntype: {figure-value: {color: accent2}, motto: {tracking: 0}}\n").roles["figure-value"]
    base = BASE.roles["figure-value"]
    assert (role.style.color, role.sizes, role.strong, role.style.bold, role.leading) == (
        Color("accent2"), base.sizes, base.strong, base.style.bold, base.leading,
    )  # fmt: skip


def test_the_spacing_of_a_role_follows_its_size_and_tracking(tmp_path: Path) -> None:
    roles = theme_from(tmp_path, "name: t\ntype: {cover-title: {sizes: [40, 30]}, motto: {tracking: 0}, title: {sizes: 30}}\n").roles
    assert roles["cover-title"].style.spacing == 4000 * BASE.roles["cover-title"].tracking // 1000 > 0
    assert (roles["cover-title"].style.size, roles["cover-title"].sizes) == (4000, (4000, 3000))
    assert roles["motto"].style.spacing == 0
    assert roles["title"].sizes == (3000,)


def test_single_fields_of_a_surface(tmp_path: Path) -> None:
    text = (
        "surfaces: {card: {fill: accent1 -20 50%}, pending: {stroke: {width: 3}}, banner: {edge: none}, tag: {stroke: none, fill: none}}\n"
    )
    surfaces = theme_from(tmp_path, "name: t\n" + text).surfaces
    card, base = surfaces["card"], BASE.surfaces["card"]
    assert (card.fill, card.stroke, card.edge, card.edge_fill, card.edge_width) == (
        Color("accent1", -20, 50), base.stroke, "left", base.edge_fill, base.edge_width,
    )  # fmt: skip
    assert surfaces["pending"].stroke == Stroke(Color("accent2"), px(3), "dash")
    assert (surfaces["banner"].edge, surfaces["banner"].edge_fill, surfaces["banner"].edge_width) == ("", None, 0)
    assert (surfaces["tag"].stroke, surfaces["tag"].fill) == (None, None)


def test_a_line_of_one_colour_replaces_a_dashed_one(tmp_path: Path) -> None:
    text = "name: t\nsurfaces: {pending: {stroke: dk1}, objective-pending: {stroke: {dash: solid}}, progress: {stroke: {color: dk1}}}\n"
    surfaces = theme_from(tmp_path, text).surfaces
    assert surfaces["pending"].stroke == Stroke(Color("dk1"), px(1))
    assert surfaces["objective-pending"].stroke == Stroke(Color("accent2"), px(1.25))
    assert surfaces["progress"].stroke == Stroke(Color("dk1"), px(1))


def test_gradients_go_from_the_first_colour_to_the_last(tmp_path: Path) -> None:
    fill = theme_from(tmp_path, "name: t\nsurfaces: {card: {fill: {gradient: [dk1, lt1, accent1 20], angle: 45}}}\n").surfaces["card"].fill
    assert fill == Gradient(((0, Color("dk1")), (50, Color("lt1")), (100, Color("accent1", 20))), 45)


def test_single_fields_of_a_layout(tmp_path: Path) -> None:
    text = "layouts: {section: {places: {title: {anchor: middle}, motto: {box: [10, 20, 300, 40]}}, options: {rules: 'no'}, label: 节}}\n"
    spec, base = theme_from(tmp_path, "name: t\n" + text).layouts["section"], BASE.layouts["section"]
    assert (spec.label, spec.ornaments, spec.background, spec.content) == ("节", base.ornaments, base.background, base.content)
    assert (spec.places["title"].anchor, spec.places["title"].box, spec.places["title"].role) == (
        "ctr",
        base.places["title"].box,
        "section-title",
    )
    assert (spec.places["motto"].box, spec.places["motto"].anchor) == (drawn(10, 20, 300, 40), "ctr")
    assert list(spec.places) == list(base.places)
    assert spec.options == base.options | {"rules": "no"}


def test_ornaments_are_replaced_as_a_whole(tmp_path: Path) -> None:
    text = "layouts: {section: {ornaments: []}, cover: {ornaments: [{box: [0, 0, 20, 10], path: M 0 0 L 20 10 Z, fill: dk1}]}}\n"
    layouts = theme_from(tmp_path, "name: t\n" + text).layouts
    assert layouts["section"].ornaments == ()
    (ornament,) = layouts["cover"].ornaments
    assert isinstance(ornament, ShapeBox)
    assert ornament.path is not None
    assert ornament.path.commands == (("M", (0, 0)), ("L", (200, 100)), ("Z", ()))
    assert layouts["closing"].ornaments == BASE.layouts["closing"].ornaments != ()


def test_single_fields_of_faces_and_slots(tmp_path: Path) -> None:
    theme = theme_from(tmp_path, "name: t\npalette: {accent1: '#a8161b'}\nfaces: {heading: {ea: 华文中宋, metrics: song}}\n")
    assert theme.palette == BASE.palette | {"accent1": "A8161B"}
    assert theme.fonts == {"heading": FontPair("微软雅黑", "华文中宋"), "body": FontPair("微软雅黑", "微软雅黑")}
    assert theme.metrics == {"heading": "song", "body": "sans"}


@pytest.mark.parametrize("base", ["zhengwu-red", "zhengwu-blue"])
def test_a_shipped_theme_is_extended_by_its_name(base: str, tmp_path: Path) -> None:
    theme = theme_from(tmp_path, f"name: t\nextends: {base}\ntype: {{title: {{bold: false}}}}\n")
    shipped = theme_of(base)
    assert not theme.roles["title"].style.bold
    assert theme.layouts == shipped.layouts
    assert theme.palette == shipped.palette
    assert (theme.label, theme.name) == ("t", "t")


def test_themes_extend_themes_beside_them(tmp_path: Path) -> None:
    write_theme(tmp_path, "a", "name: a\npalette: {dk1: '111111', lt1: '222222'}\nmargins: {left: 80}\n")
    write_theme(tmp_path, "b", "name: b\nextends: ../a\npalette: {lt1: '333333'}\n")
    theme = theme_from(tmp_path, "name: c\nextends: ../b/theme.yaml\npalette: {dk2: '444444'}\n")
    assert (theme.palette["dk1"], theme.palette["lt1"], theme.palette["dk2"]) == ("111111", "333333", "444444")
    assert theme.sheet.left == px(80)
    assert theme.sheet.progress.x == px(80)


def test_whoever_watches_a_report_hears_of_the_base_of_its_theme(tmp_path: Path) -> None:
    base = write_theme(tmp_path, "base", "name: b\n")
    own = write_theme(tmp_path, "own", "name: a\nextends: ../base\n")
    outline = tmp_path / "outline.yaml"
    outline.write_text("title: 甲\ntheme: own\nparts: [{title: 乙, slides: [{kind: points, title: 丙, points: [丁]}]}]\n", encoding="utf-8")
    seen = {Path(path).resolve() for path in look(Request(str(outline))).files}
    assert {Path(base), Path(own)} <= seen
    Path(base).unlink()
    assert Path(base) in {Path(path).resolve() for path in look(Request(str(outline))).files}


def test_fifteen_lines_are_fifteen() -> None:
    assert len(FIFTEEN_LINES.strip().splitlines()) == 15


@pytest.mark.parametrize("gutter", [12, 24, 48])
def test_the_gutter_of_a_theme_parts_its_cards(gutter: int, tmp_path: Path) -> None:
    theme = str(Path(write_theme(tmp_path, "wide", f"name: wide\ngutter: {gutter}\n")).parent)
    items = [{"key": "实干", "lead": "题目", "text": "一句说明"}] * 3
    slide = compile_slides([{"kind": "principles", "title": "原则", "items": items}], tmp_path, theme).scene.slides[1]
    first, second, third = [item.box for item in slide.items if item.name in ("卡片1", "卡片2", "卡片3")]
    assert second.x - first.right == third.x - second.right == px(gutter)
