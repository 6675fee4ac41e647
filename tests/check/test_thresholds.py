"""Rules with a number in them, tried on both sides of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from deckgen.check import crowded_slide, density, orphan, small_text
from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.figures import Ledger
from deckgen.outline import Outline, Text
from deckgen.scene import Paragraph, Placeholder, Scene, StyledRun, TextBox
from deckgen.style import Color, TextStyle
from tests.support import compile_slides, compile_text, walk


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return compile_slides([{"kind": "points", "title": "标题", "points": ["第一个要点", "第二个要点"]}], tmp_path, "zhengwu-red").scene


def holding(scene: Scene, *lines: str, size: int = 1800) -> Subject:
    """The deck with one slide that shows these lines alone, in its first item's place."""
    slide = scene.slides[1]
    box = next(item for item in walk(slide.items) if isinstance(item, TextBox) and item.placeholder and item.placeholder.role == "item1")
    assert isinstance(box.placeholder, Placeholder)
    style = TextStyle(size=size, color=Color("dk1"))
    paragraph = Paragraph(tuple((StyledRun(line, style),) for line in lines), 2700)
    shown = structs.replace(slide, items=(structs.replace(box, paragraphs=(paragraph,)),))
    subject = Subject(Outline(path="", title=Text()), Ledger("", {}), (), "")
    subject.scene = structs.replace(scene, slides=(scene.slides[0], shown))
    return subject


def facts(found: Found) -> list[dict[str, object]]:
    return [dict(facts) for _, facts in found if facts.get("number", 2) == 2]


@pytest.mark.parametrize(("count", "found"), [(200, []), (201, [(201, 200)])])
def test_two_hundred_characters_are_not_too_many(count: int, found: list[object], scene: Scene) -> None:
    assert [(told["count"], told["most"]) for told in facts(density.check(holding(scene, "字" * count)))] == found


@pytest.mark.parametrize(("last", "found"), [("说", True), ("说明", True), ("说明会", False), ("", False), ("  ", False)])
def test_a_last_line_of_two_characters_is_lonely(last: str, found: bool, scene: Scene) -> None:
    told = facts(orphan.check(holding(scene, "围绕中心服务大局推动各项工作", last)))
    assert told == ([{"number": 2, "last": last, "text": f"围绕中心服务大局推动各项工作{last}"}] if found else [])


def test_one_line_is_not_lonely(scene: Scene) -> None:
    assert facts(orphan.check(holding(scene, "说明"))) == []


@pytest.mark.parametrize(("size", "found"), [(1800, []), (1799, ["17.99"])])
def test_text_under_eighteen_points_is_crowded(size: int, found: list[str], scene: Scene) -> None:
    assert [told["size"] for told in facts(crowded_slide.check(holding(scene, "围绕中心服务大局", size=size)))] == found


@pytest.mark.parametrize(("size", "found"), [(1400, 0), (1399, 1)])
def test_text_under_fourteen_points_is_small(size: int, found: int, scene: Scene) -> None:
    assert len(facts(small_text.check(holding(scene, "围绕中心服务大局", size=size)))) == found


@pytest.mark.parametrize(("title", "found"), [("坚持稳中求进 \\\\ 再出发", []), ("坚持稳中求进 \\\\ 出发", []), ("坚持稳中求进出发", [])])
def test_a_short_line_that_the_author_wrote_is_no_orphan(title: str, found: list[str], tmp_path: Path) -> None:
    built = compile_text(
        f"title: 报告\nparts: [{{title: 部分, slides: [{{kind: points, title: '{title}', points: [一条内容], notes: 备注}}]}}]", tmp_path
    )
    assert [finding.facts["last"] for finding in built.findings if finding.rule == "layout/orphan"] == found
    lines = [
        len(p.lines)
        for item in walk(built.scene.slides[1].items)
        if isinstance(item, TextBox) and item.name == "标题"
        for p in item.paragraphs
    ]
    assert lines == [2 if "\\" in title else 1]
