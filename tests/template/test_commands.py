"""`deckgen theme …` from the command line: what is told, what is written, what is refused and how."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from deckgen.cli.theme_list import templates
from deckgen.diagnostics import Findings
from deckgen.files import Folder
from deckgen.load.theme import load_theme
from deckgen.style import contrast
from deckgen.template.made import palette, size_of_picture
from tests.cli.conftest import Deckgen as Called
from tests.cli.conftest import Ended, deckgen
from tests.template.potx import CONTENT, COVER, USUAL, Art, L, M, Ph, png, potx
from tests.write.test_validators import strict

__all__ = ["deckgen", "strict"]  # fixtures
Deckgen = Callable[..., Ended]


@pytest.fixture
def run(deckgen: Called) -> Deckgen:
    """The command line, paths as they are."""
    return lambda *arguments: deckgen(*map(str, arguments))


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "单位 模板.potx"
    path.write_bytes(potx(M(USUAL, (Art((0, 656, 1280, 4)),))))
    return path


def test_inspect_tells_roles_with_their_evidence_and_runner_up(run: Deckgen, template: Path) -> None:
    told = run("--lang", "zh", "theme", "inspect", template)
    assert told.code == 0
    assert "封面：版式“标题幻灯片”，确定" in told.out
    assert "类型 +30、名称 +25" in told.out
    assert "其次：“" in told.out
    assert "内容区：左 64，上 134" in told.out


def test_inspect_as_json_has_every_layout_with_its_places(run: Deckgen, template: Path) -> None:
    found = json.loads(run("theme", "inspect", template, "--format", "json").out)
    assert found["roles"]["content"] == {
        "band": "sure", "layout": "仅标题", "points": 95,
        "evidence": {"type": 30, "name": 25, "title-on-top": 20, "title-alone": 20}, "runner_up": found["roles"]["content"]["runner_up"],
    }  # fmt: skip
    assert [layout["name"] for layout in found["layouts"]] == [layout.name for layout in USUAL]
    assert found["layouts"][0]["places"][0] == {"type": "ctrTitle", "idx": "0", "name": "Place 4", "box": [120, 150, 1040, 200]}


def test_inspect_draws_every_layout_on_one_page(run: Deckgen, template: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("theme", "inspect", template, "--format", "html", "-o", page).code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<svg") == len(USUAL)
    assert "http://www.w3.org/2000/svg" in text
    assert "src=" not in text, "nothing is loaded from anywhere"


def test_a_folder_made_of_a_template_builds_and_may_be_changed(run: Deckgen, template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    assert run("theme", "new", template, "-o", folder).code == 0
    assert {"theme.yaml", "template.potx", "cover.svg", "content.svg"} <= {path.name for path in folder.iterdir()}
    again = run("theme", "new", template, "-o", folder)
    assert again.code == 2, "nothing that is there is written over"
    settings = folder / "theme.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('closing: "封底"', 'closing: "封第"'), encoding="utf-8")
    outline = tmp_path / "o.yaml"
    outline.write_text(
        f"title: 报告\ntheme: {folder}\nparts:\n- title: 部分\n  slides:\n  - kind: points\n    title: 一页\n    points: [甲：乙, 丙：丁]\n",
        encoding="utf-8",
    )
    told = run("--lang", "zh", "build", outline, "-o", tmp_path / "x.pptx")
    assert told.code == 1
    assert "theme.yaml:9:" in told.err
    assert "没有叫“封第”的版式" in told.err
    assert not (tmp_path / "x.pptx").exists()
    settings.write_text(settings.read_text(encoding="utf-8").replace("封第", "封底"), encoding="utf-8")
    assert run("build", outline, "-o", tmp_path / "x.pptx").code == 0


def test_slides_that_carry_the_design_become_layouts(run: Deckgen, tmp_path: Path, strict: ModuleType) -> None:
    deck = tmp_path / "旧.pptx"
    deck.write_bytes(potx(M((L("空白", "blank"),)), kind="pptx", slides=[(0, cover_slide()), *[(0, content_slide(n)) for n in range(4)]]))
    told = run("--lang", "zh", "theme", "inspect", deck)
    assert "theme/design-on-slides" in told.out
    assert "--slide 1=cover" in told.out
    folder = tmp_path / "own"
    assert run("theme", "new", deck, "--slide", "1=cover", "--slide", "3=content", "-o", folder).code == 0
    outline = tmp_path / "o.yaml"
    outline.write_text(
        f"title: 报告\ntheme: {folder}\nparts:\n- title: 部分\n  slides:\n  - kind: points\n    title: 一页\n    points: [甲：乙, 丙：丁]\n",
        encoding="utf-8",
    )
    built = tmp_path / "x.pptx"
    assert run("build", outline, "-o", built).code == 0
    assert list(strict.check(str(built))) == []
    import pptx

    cover, *_, content = pptx.Presentation(str(built)).slides
    assert (cover.slide_layout.name, content.slide_layout.name) == ("封面（第1页）", "内容（第3页）")
    art = [shape for shape in content.slide_layout.shapes if not shape.is_placeholder]
    assert len(art) == 1, "the band that repeats stays, the content of the sample goes"
    assert "示例" not in content.slide_layout._element.xml
    title = content.shapes.title
    assert title is not None and title.text_frame.text == "一页"


def shape(number: int, box: tuple[int, int, int, int], text: str = "", fill: str = "", size: int = 1800) -> str:
    x, y, width, height = (value * 9525 for value in box)
    paint = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    words = f'<a:r><a:rPr lang="zh-CN" sz="{size}"/><a:t>{text}</a:t></a:r>' if text else '<a:endParaRPr lang="zh-CN"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}<a:ln><a:noFill/></a:ln></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def cover_slide() -> str:
    bars = "".join(shape(2 + n, (0, 80 * n, 40, 60), fill="8C1D23") for n in range(6))
    return bars + shape(20, (200, 240, 800, 100), "示例封面标题", size=5400) + shape(21, (200, 400, 800, 50), "示例副标题", size=2400)


def content_slide(number: int) -> str:
    cards = "".join(shape(10 + n, (80 + 250 * n, 200 + 30 * number, 200, 300), f"示例正文{n}", "EEEEEE") for n in range(4))
    return shape(2, (0, 30, 1280, 6), fill="8C1D23") + shape(3, (80, 40, 600, 60), "示例小标题", size=3200) + cards


# ---- a theme from colours


def test_colours_of_a_made_theme_can_be_read(tmp_path: Path) -> None:
    for main, second in (("A8161B", "B88A44"), ("FFD400", "00E5FF"), ("101010", "202020"), ("FFFFFF", "FFFFFF")):
        slots = palette(main, second)
        for slot in ("dk1", "accent1", "accent3", "accent6"):
            assert contrast(slots[slot], slots["lt2"]) >= 4.5, (main, slot)
            assert contrast(slots[slot], slots["lt1"]) >= 4.5, (main, slot)
        assert contrast(slots["accent4"], slots["accent1"]) >= 4.5, main


def test_a_theme_of_colours_and_a_logo_builds(run: Deckgen, tmp_path: Path, strict: ModuleType) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(240, 80))
    folder = tmp_path / "own"
    assert run("theme", "new", "--colors", "0B5C3B,C9A227", "--name", "本局", "--logo", logo, "-o", folder).code == 0
    outline = tmp_path / "o.yaml"
    outline.write_text(
        f"title: 报告\ntheme: {folder}\nparts:\n- title: 部分\n  slides:\n  - kind: points\n    title: 一页\n    points: [甲：乙, 丙：丁]\n",
        encoding="utf-8",
    )
    built = tmp_path / "x.pptx"
    assert run("build", outline, "-o", built).code == 0
    assert list(strict.check(str(built))) == []
    import pptx

    deck = pptx.Presentation(str(built))
    covers = [picture for picture in deck.slides[0].slide_layout.shapes if picture.shape_type == 13]
    assert len(covers) == len([shape for shape in deck.slide_master.shapes if shape.shape_type == 13]) == 1


@pytest.mark.parametrize(
    ("logo", "rule"),
    [("logo: {picture: none.png, cover: [0, 0, 9, 9]}", "theme/no-logo"), ("logo: {picture: theme.yaml}", "theme/logo-format")],
)
def test_a_logo_that_is_none_is_told(tmp_path: Path, logo: str, rule: str) -> None:
    path = tmp_path / "theme.yaml"
    path.write_text(f"name: own\n{logo}\n", encoding="utf-8")
    findings = Findings()
    assert load_theme(str(path), Folder(), findings) is None
    assert [finding.rule for finding in findings.all] == [rule]


def test_sizes_of_pictures_are_read_without_a_library() -> None:
    assert size_of_picture(png(240, 80)) == (240, 80)
    assert size_of_picture(b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x50\x00\xf0\x01\x00\x00") == (240, 80)
    assert size_of_picture(b"GIF89a") is None


# ---- check, diff, wrong usage


def test_check_tries_every_kind(run: Deckgen, template: Path, tmp_path: Path, strict: ModuleType) -> None:
    folder, deck = tmp_path / "own", tmp_path / "specimen.pptx"
    run("theme", "new", template, "-o", folder)
    told = run("--lang", "zh", "theme", "check", folder, "-o", deck)
    assert told.code == 0, told.out
    assert told.out.count("都放得下") >= 19
    assert list(strict.check(str(deck))) == []


def test_diff_tells_what_moved(run: Deckgen, template: Path, tmp_path: Path) -> None:
    newer = tmp_path / "new.potx"
    moved = L(CONTENT.name, CONTENT.type, (Ph("title", "0", (64, 60, 980, 80), 32), *CONTENT.places[1:]), CONTENT.art)
    newer.write_bytes(potx(M((COVER, moved, L("新版式")), (Art((0, 656, 1280, 4)),), latin="Georgia")))
    told = run("--lang", "zh", "theme", "diff", template, newer)
    assert told.code == 1
    assert "版式“标题和内容”：title#0 从 [64, 40, 980, 80] 移到 [64, 60, 980, 80]" in told.out
    assert "新版式“新版式”" in told.out
    assert "版式“封底”没有了" in told.out
    assert "字体 +mj-lt：Arial → Georgia" in told.out
    assert run("theme", "diff", template, template).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new"], "二者选一"),
        (["new", "x.docx"], "不是模板"),
        (["new", "x.potx"], "x.potx"),
        (["new", "--colors", "red"], "看不懂颜色“red”"),
        (["new", "--colors", "A8161B", "--from", "zhengwu-rot"], "zhengwu-rot"),
        (["inspect", "none.potx"], "none.potx"),
        (["inspect", "company.potm"], "宏"),
        (["diff", "a.potx", "b.potx"], "a.potx"),
        (["check", "nirgends"], "nirgends"),
    ],
)
def test_wrong_usage_is_told(run: Deckgen, arguments: list[str], said: str) -> None:
    told = run("--lang", "zh", "theme", *arguments)
    assert told.code == 2
    assert said in told.err
    assert "Traceback" not in told.err


def test_templates_beside_an_outline_are_found(tmp_path: Path) -> None:
    for name in ("单位.potx", "~$单位.potx", "旧文件.pptx"):
        (tmp_path / name).write_bytes(b"")
    assert [(one.name, one.label, one.path) for one in templates(str(tmp_path))] == [("单位.potx", "单位", str(tmp_path / "单位.potx"))]
    assert list(templates(str(tmp_path / "none"))) == []
