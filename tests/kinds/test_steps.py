"""Steps: arrows side by side with cards below, numbers where there are none, a closed loop."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from deckgen.diagnostics import OutlineError
from deckgen.load.theme import theme_names
from deckgen.scene import Group, Item, PlacedSlide, ShapeBox, TextBox
from tests.hall.bar import measured
from tests.some import some
from tests.support import box_text, compile_slides, compile_text, sizes, text_boxes, theme_of, walk

TOLD = ["任务分解：逐项明确责任单位", "周督查：每周到现场看进度", "月分析：每月研究问题", "季推进：每季召开推进会"]
SHORT = ["任务分解", "周督查", "月分析", "季推进"]


def placed(folder: Path, steps: list[str], **fields: object) -> PlacedSlide:
    return compile_slides([{"kind": "steps", "title": "工作闭环", "steps": steps, **fields}], folder, "zhengwu-red").scene.slides[1]


def named(slide: PlacedSlide) -> dict[str, Item]:
    return {item.name: item for item in slide.items}


def group(slide: PlacedSlide, name: str) -> Group:
    found = named(slide)[name]
    assert isinstance(found, Group)
    return found


def test_arrows_stand_in_each_other_and_fill_the_width(tmp_path: Path) -> None:
    slide = placed(tmp_path, TOLD)
    arrows = group(slide, "流程").items
    title = named(slide)["标题"].box
    assert (arrows[0].box.x, arrows[-1].box.right) == pytest.approx((title.x, title.right), abs=4)
    for before, after in some(itertools.pairwise(arrows)):
        assert before.box.x < after.box.x < before.box.right
        assert after.box.width == before.box.width
    assert group(slide, "流程").alt == "流程：任务分解 → 周督查 → 月分析 → 季推进"


@pytest.mark.parametrize("theme", theme_names())
def test_arrows_are_seen_in_every_theme(theme: str, tmp_path: Path) -> None:
    slide = compile_slides([{"kind": "steps", "title": "工作闭环", "steps": TOLD}], tmp_path, theme).scene.slides[1]
    assert all(isinstance(arrow, ShapeBox) and (arrow.fill or arrow.stroke) for arrow in some(group(slide, "流程").items))


def test_what_each_does_stands_on_a_card_below(tmp_path: Path) -> None:
    items = named(placed(tmp_path, TOLD))
    lead, text = items["步骤2 周督查"], items["步骤说明2"]
    assert isinstance(lead, TextBox) and isinstance(text, TextBox)
    assert (box_text(lead), box_text(text)) == ("周督查", "每周到现场看进度")
    assert lead.box.bottom < text.box.y and "步骤序号1" not in items


def test_steps_of_few_words_have_numbers_and_no_empty_cards(tmp_path: Path) -> None:
    items = named(placed(tmp_path, SHORT))
    number = items["步骤序号3"]
    assert isinstance(number, TextBox) and box_text(number) == "3" and number.decorative
    assert not [name for name in items if name.startswith("卡片")]


def test_a_loop_goes_round_clockwise_and_back_to_the_first(tmp_path: Path) -> None:
    slide = placed(tmp_path, SHORT, cycle=True)
    assert slide.arrangement == "loop"
    inside = {item.name: item for item in group(slide, "闭环").items}
    first, second, third, fourth = (inside[f"卡片{number}"].box for number in (1, 2, 3, 4))
    assert first.y == second.y < third.y == fourth.y
    assert first.x == fourth.x < second.x == third.x
    right, down, left, up = (inside[f"箭头{number}"] for number in (1, 2, 3, 4))
    assert first.right < right.box.x < right.box.right < second.x
    assert fourth.right < left.box.x < left.box.right < third.x
    for arrow, column in ((down, second), (up, first)):
        assert column.x < arrow.box.x < arrow.box.right < column.right
        assert first.bottom < arrow.box.y < arrow.box.bottom < third.y
    assert group(slide, "闭环").alt == "闭环：任务分解 → 周督查 → 月分析 → 季推进 → 任务分解"


@pytest.mark.parametrize(("count", "arrangement"), [(1, "row"), (2, "row"), (3, "loop"), (5, "loop"), (6, "loop")])
def test_two_steps_make_no_loop(tmp_path: Path, count: int, arrangement: str) -> None:
    steps = [f"步骤{number}：说明文字" for number in range(1, count + 1)]
    assert placed(tmp_path, steps, cycle=True).arrangement == arrangement


@pytest.mark.parametrize("page", ["16:9", "4:3"])
@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
@pytest.mark.parametrize("cycle", ["yes", "no"])
@pytest.mark.parametrize("count", [1, 3, 6])
def test_any_number_is_readable_from_the_last_row(tmp_path: Path, page: str, theme: str, cycle: str, count: int) -> None:
    steps = "\n".join(f"    - 任务分解：逐项明确责任单位和时限{number}" for number in range(count))
    text = f"title: 题\npage: '{page}'\nparts:\n- title: 部\n  slides:\n  - kind: steps\n    title: 工作\n    cycle: {cycle}\n    steps:\n{steps}\n"
    slide = compile_text(text, tmp_path, theme=theme).scene.slides[1]
    words = [item for item in walk(slide.items) if isinstance(item, TextBox) and item.name.startswith("步骤")]
    assert min(run.style.size for item in words for p in item.paragraphs for line in p.lines for run in line) >= 1800
    assert all(item.ink_height <= item.box.height for item in some(words))


def test_words_that_no_card_holds_are_refused_at_their_place(tmp_path: Path) -> None:
    for cycle in (True, False):
        with pytest.raises(OutlineError) as raised:
            placed(tmp_path, [*TOLD[:3], f"季推进：{'每季召开推进会，' * 40}"], cycle=cycle)
        errors = [(finding.rule, finding.facts["what"]) for finding in raised.value.findings if finding.severity == "error"]
        assert errors == [("layout/overflow", "text")]


@pytest.mark.parametrize(("count", "told"), [(2, ["layout/cycle-short"]), (3, [])])
def test_a_loop_of_two_steps_is_a_row_and_says_so(count: int, told: list[str], tmp_path: Path) -> None:
    built = compile_slides([{"kind": "steps", "title": "工作闭环", "steps": SHORT[:count], "cycle": True}], tmp_path, "zhengwu-red")
    assert [finding.rule for finding in built.findings] == told
    assert built.scene.slides[1].arrangement == ("row" if told else "loop")


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("steps", [TOLD[:3], TOLD, SHORT], ids=["three", "four", "short"])
def test_steps_are_set_large_and_leave_little_more_than_a_third_empty(steps: list[str], theme: str, tmp_path: Path) -> None:
    slide = compile_slides([{"kind": "steps", "title": "工作方法", "steps": steps}], tmp_path, theme).scene.slides[1]
    assert min(size for box in text_boxes(slide) if box.name.startswith("步骤") for found in sizes(box).values() for size in found) >= 2000
    assert measured(slide, theme_of(theme), "待填").empty <= 0.38
