"""What every slide may have: a line at the foot, and to be left out of the show."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.diagnostics import OutlineError
from deckgen.kinds.examples import EXAMPLES
from deckgen.pipeline import Built
from deckgen.scene import PlacedSlide, ShapeBox, TextBox
from tests.check.helpers import findings_of
from tests.support import box_text, compile_text, walk, write

POINTS = ["发展：推动各项工作落实", "改革：围绕中心服务大局"]
SOURCE = "数据来源：区统计局"


def deck(*slides: dict[str, Any], **part: Any) -> str:
    made = [{"kind": "section", "title": f"坚持第{n}条", "points": POINTS, **slide} for n, slide in enumerate(slides, 1)]
    return yaml.safe_dump(
        {"title": "报告", "parts": [{"title": "部分", "slides": made, **part}], "closing": "谢谢"}, allow_unicode=True, sort_keys=False
    )


def built(folder: Path, *slides: dict[str, Any], **part: Any) -> Built:
    return compile_text(deck(*slides, **part), folder)


def progress(slide: PlacedSlide) -> int:
    return next(item.box.width for item in slide.items if isinstance(item, ShapeBox) and item.name == "进度")


def names(slide: PlacedSlide, stem: str) -> list[str]:
    return [item.name for item in slide.items if item.name.startswith(stem)]


# ---- left out of the show


def test_a_hidden_slide_is_in_the_deck_and_not_in_the_show(tmp_path: Path) -> None:
    scene = built(tmp_path, {}, {"hidden": True}, {}).scene
    assert [slide.hidden for slide in scene.slides] == [False, False, True, False, False]
    with zipfile.ZipFile(write(scene, tmp_path / "deck.pptx")) as package:
        parts = [package.read(f"ppt/slides/slide{number}.xml").decode() for number in range(1, 6)]
    assert [' show="0"' in part for part in parts] == [False, False, True, False, False]


def test_navigation_and_overview_pass_over_it_and_others_keep_their_numerals(tmp_path: Path) -> None:
    scene = built(tmp_path, {}, {"hidden": True}, {}, agenda=True, claim="两个坚持").scene
    _, overview, first, second, third, _ = scene.slides
    assert names(first, "导航") == names(third, "导航") == ["导航 一", "导航 二"]
    assert {item.link for item in walk(overview.items) if isinstance(item, TextBox) and item.link} == {first.number, third.number}
    numerals = [
        [box_text(item) for item in slide.items if isinstance(item, TextBox) and item.name == "序号"] for slide in (first, second, third)
    ]
    assert numerals == [["一"], [], ["二"]]


def test_progress_stands_still_on_it_and_ends_with_the_last_one_shown(tmp_path: Path) -> None:
    with_backup = built(tmp_path, {}, {"hidden": True}, {}).scene.slides
    without = built(tmp_path, {}, {}).scene.slides
    assert progress(with_backup[1]) == progress(with_backup[2]) == progress(without[1])
    assert progress(with_backup[3]) == progress(without[2])


def test_a_claim_counts_what_is_shown_and_check_names_what_is_not() -> None:
    text = deck({}, {"hidden": True}, {}, claim="两个坚持")
    rules = [
        (finding.rule, finding.facts.get("title"))
        for finding in findings_of(text)
        if finding.rule.startswith("content/") and "notes" not in finding.rule
    ]
    assert rules == [("content/hidden-slide", "坚持第2条")]


# ---- the line at the foot


@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
@pytest.mark.parametrize("kind", [name for name in EXAMPLES if name not in ("table", "chart")])
def test_a_note_stands_below_everything_else(kind: str, theme: str, tmp_path: Path) -> None:
    (slide,) = yaml.safe_load(EXAMPLES[kind].zh)
    ledger = {name: {"label": f"指标{name}", "value": 12.5, "unit": "亿元", "base": 10} for name in ledger_names(slide)}
    (tmp_path / "figures.yaml").write_text(
        yaml.safe_dump({"figures": ledger or {"a": {"label": "甲", "value": 1}}}, allow_unicode=True), encoding="utf-8"
    )
    head = {"title": "报告", "figures": "figures.yaml", "parts": [{"title": "部分", "slides": [slide | {"note": SOURCE}]}]}
    scene = compile_text(yaml.safe_dump(head, allow_unicode=True, sort_keys=False), tmp_path, theme=theme).scene
    placed = scene.slides[1]
    (note,) = [item for item in placed.items if item.name == "页注"]
    assert isinstance(note, TextBox) and box_text(note) == SOURCE
    assert {run.style.size for p in note.paragraphs for line in p.lines for run in line} == {1600}
    content = next(layout for layout in scene.design.layouts if layout.name == kind)
    footer = next(p.box for p in content.placeholders if p.role == "number")
    assert note.box.bottom <= footer.y
    below = [item.name for item in placed.items if item.box.bottom > note.box.y and item.box.right > note.box.x and item.box.y < footer.y]
    assert set(below) <= {"页注", "进度"}


def ledger_names(slide: dict[str, Any]) -> list[str]:
    return [*slide.get("figures", []), *filter(None, [slide.get("figure")])]


def test_a_note_takes_its_room_from_the_content_and_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        built(tmp_path, {"note": SOURCE * 12})
    errors = [(finding.rule, finding.facts["what"]) for finding in raised.value.findings if finding.severity == "error"]
    assert errors == [("layout/overflow", "note")]
