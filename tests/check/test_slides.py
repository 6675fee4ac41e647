"""Checks of the slides as they are laid out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec import structs

from deckgen.check import text_overflow
from deckgen.check.subject import Subject
from deckgen.diagnostics import Span
from deckgen.figures import Ledger
from deckgen.outline import Outline, Text
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import Scene, TextBox
from tests.check.helpers import check_finds, findings_of, outline
from tests.support import OUTLINE, ROOT

LONG = "围绕中心服务大局推动各项工作落实见效，"


def entries(count: int, length: int) -> str:
    text = (LONG * 10)[:length]
    return "points: [" + ", ".join(f"{{lead: 第{'一二三四五六七八'[n]}个要点, text: {text}}}" for n in range(count)) + "]"


def test_many_characters_on_a_slide() -> None:
    check_finds("layout/density", outline(entries(8, 52)), "6:5 第 2 页")
    check_finds("layout/density", outline(entries(8, 30)))


def test_a_crowded_slide() -> None:
    check_finds("layout/crowded-slide", outline(entries(8, 60), kind="section"), "6:5 磅")
    check_finds("layout/crowded-slide", outline(entries(4, 30)))


def test_a_lonely_slide() -> None:
    check_finds("layout/lonely-slide", outline("points: [一个要点]"), "6:5 只有一条")
    check_finds("layout/lonely-slide", outline("points: [一个要点, 两个要点]"))


def test_a_lonely_character() -> None:
    found = [f for length in range(20, 70) for f in findings_of(outline(entries(1, length))) if f.rule == "layout/orphan"]
    assert all(len(str(f.facts["last"])) <= 2 for f in found)
    assert not [f for f in findings_of(outline(entries(2, 12))) if f.rule == "layout/orphan"]


def scene_of() -> Scene:
    return compile_deck(Request(str(OUTLINE))).scene


def subject(found: Scene) -> Subject:
    made = Subject(Outline(path="", title=Text()), Ledger("", {}), (), "")
    made.scene = found
    return made


def changed(found: Scene, **fields: object) -> tuple[Scene, TextBox]:
    """The scene with its first motto changed."""
    slide = found.slides[2]
    box = next(item for item in slide.items if isinstance(item, TextBox) and item.placeholder and item.placeholder.role == "motto")
    other = structs.replace(box, **fields)
    items = tuple(other if item is box else item for item in slide.items)
    slides = tuple(structs.replace(s, items=items) if s is slide else s for s in found.slides)
    return structs.replace(found, slides=slides), box


def test_a_box_that_overflows() -> None:
    found = scene_of()
    assert list(text_overflow.check(subject(found))) == []
    box = next(i for i in found.slides[2].items if isinstance(i, TextBox) and i.placeholder and i.placeholder.role == "motto")
    broken, box = changed(found, paragraphs=box.paragraphs * 4)
    ((span, facts),) = text_overflow.check(subject(broken))
    assert (span, facts["number"], facts["name"]) == (box.source, 3, box.name)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    shutil.copytree(ROOT / "themes" / "zhengwu-red", folder)
    return folder


def edit(theme: Path, before: str, after: str) -> None:
    path = theme / "theme.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_small_text_of_a_theme(theme: Path) -> None:
    edit(theme, "\nlayouts:", "\ntype: {detail: {sizes: [12, 11]}}\n\nlayouts:")
    found = [f for f in findings_of(outline(entries(3, 30)), theme=str(theme)) if f.rule == "layout/small-text"]
    assert found
    assert found[0].facts["size"] == "12"
    assert not [f for f in findings_of(outline(entries(3, 30))) if f.rule == "layout/small-text"]


def test_a_face_that_other_machines_lack(theme: Path) -> None:
    assert not [f for f in findings_of(outline(), theme=str(theme)) if f.rule == "portability/stock-faces"]
    edit(theme, "华文中宋", "方正小标宋简体")
    found = [f for f in findings_of(outline(), theme=str(theme)) if f.rule == "portability/stock-faces"]
    assert [f.facts["face"] for f in found] == ["方正小标宋简体"]
    assert isinstance(found[0].span, Span)
