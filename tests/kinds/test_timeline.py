"""A timeline: dates above the axis, cards below, filled as far as it is now."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckgen.diagnostics import OutlineError
from deckgen.kinds.timeline import Event, Timeline
from deckgen.kinds.timeline_now import moment, reached
from deckgen.outline import NO_TEXT, Run, Text
from deckgen.scene import Group, Item, PlacedSlide, TextBox
from tests.some import some
from tests.support import box_text, compile_slides, compile_text, walk

YEAR = [
    {"when": "3月底前", "lead": "方案印发", "text": "任务分解到部门", "done": True},
    {"when": "6月底前", "lead": "半年讲评", "done": True},
    {"when": "12月", "lead": "考核验收"},
]


def placed(folder: Path, theme: str = "zhengwu-red", **fields: object) -> PlacedSlide:
    return compile_slides([{"kind": "timeline", "title": "全年安排", "events": YEAR, **fields}], folder, theme).scene.slides[1]


def named(slide: PlacedSlide) -> dict[str, Item]:
    return {item.name: item for item in slide.items}


def axis_of(slide: PlacedSlide, name: str = "时间轴") -> dict[str, Item]:
    group = named(slide)[name]
    assert isinstance(group, Group)
    return {item.name: item for item in group.items}


def text_of(value: str) -> Text:
    return Text((Run(value),)) if value else NO_TEXT


def at(now: str, *whens: str, done: int = 0) -> float:
    events = tuple(Event(when=text_of(when), lead=text_of("事"), done=n < done) for n, when in enumerate(whens))
    return reached(Timeline(title=text_of("题"), events=events, now=text_of(now)))


def test_dates_stand_over_their_dots_and_cards_below_them(tmp_path: Path) -> None:
    slide = placed(tmp_path)
    items, axis = named(slide), axis_of(slide)
    for number, event in enumerate(YEAR, 1):
        when, card = items[f"时间{number} {event['when']}"], items[f"节点{number} {event['lead']}"]
        dot = axis[f"圆点{number}"].box
        assert when.box.bottom <= dot.y < dot.bottom < card.box.y
        assert abs(when.box.x + when.box.width / 2 - (dot.x + dot.width / 2)) <= 1


def test_the_axis_is_filled_up_to_the_last_one_done_and_dots_that_are_done_are_full(tmp_path: Path) -> None:
    axis = axis_of(placed(tmp_path))
    assert axis["已过"].box.right == axis["圆点2"].box.x + axis["圆点2"].box.width // 2
    assert axis["圆点1"] != axis["圆点3"] and "现在" not in axis
    nothing = [{**event, "done": False} for event in YEAR]
    assert "已过" not in axis_of(placed(tmp_path, events=nothing))


def test_now_is_told_on_a_tag_with_its_date_where_no_milestone_has_that(tmp_path: Path) -> None:
    tag = axis_of(placed(tmp_path, now="8月"))["现在"]
    assert isinstance(tag, TextBox) and box_text(tag) == "现在·8月"
    tag = axis_of(placed(tmp_path, now="6月底"))["现在"]
    assert isinstance(tag, TextBox) and box_text(tag) == "现在"


def test_who_cannot_see_the_axis_hears_it_as_a_list(tmp_path: Path) -> None:
    group = named(placed(tmp_path, now="8月"))["时间轴"]
    assert isinstance(group, Group)
    assert group.alt == "时间轴：3月底前方案印发（已完成），6月底前半年讲评（已完成），12月考核验收，现在：8月"


@pytest.mark.parametrize(
    ("now", "whens", "expected"),
    [
        ("8月", ("3月底前", "6月底前", "12月"), 2.5),
        ("6月", ("3月底前", "6月底前", "12月"), 2),
        ("1月", ("3月底前", "6月底前", "12月"), 0.5),
        ("2026年1月", ("2025年3月", "9月", "2026年6月"), 2.5),
        ("2025-10", ("2025-03", "2025-09", "2026-06"), 2.5),
        ("7月", ("10月", "12月", "次年3月"), 0.5),
        ("11月", ("10月", "12月", "3月"), 1.5),
        ("三季度", ("一季度", "半年", "三季度"), 3),
        ("8月", ("一季度", "二季度", "三季度"), 2.5),
        ("15 July 2026", ("March 2026", "June 2026", "October 2026"), 2.5),
        ("Q3", ("Q1", "Q2", "Q4"), 2.5),
        ("2027年", ("2026年", "2028年"), 1.5),
        ("6月下旬", ("6月上旬", "6月底"), 1.5),
    ],
)
def test_now_stands_at_its_milestone_or_between_two(now: str, whens: tuple[str, ...], expected: float) -> None:
    assert at(now, *whens) == expected


def test_dates_that_nobody_can_order_leave_now_behind_what_is_done() -> None:
    assert at("攻坚阶段", "启动", "推进", "收官", done=1) == 1.5
    assert at("", "启动", "推进", "收官", done=2) == 2
    assert at("", "启动", "推进") == 0
    assert moment("收官之时") is None


def test_more_than_six_stand_in_two_rows_and_a_row_that_has_passed_is_full(tmp_path: Path) -> None:
    events = [f"{month}月：工作{month}" for month in range(1, 9)]
    slide = placed(tmp_path, events=events, now="6月")
    assert slide.arrangement == "two-rows" and placed(tmp_path, events=events[:6]).arrangement == "axis"
    first, second = axis_of(slide), axis_of(slide, "时间轴2")
    assert first["已过"].box == first["轴线"].box and "现在" not in first
    assert second["已过"].box.right == second["圆点6"].box.x + second["圆点6"].box.width // 2
    assert "现在" in second


def test_a_milestone_needs_its_date_and_what_happens(tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        placed(tmp_path, events=["方案印发", {"lead": "半年讲评"}, {"when": "3月"}])
    errors = [(finding.rule, finding.facts["key"]) for finding in raised.value.findings if finding.severity == "error"]
    assert errors == [("load/missing-key", "lead"), ("load/missing-key", "when"), ("load/missing-key", "lead")]


@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
@pytest.mark.parametrize("page", ["16:9", "4:3"])
@pytest.mark.parametrize("count", [1, 2, 5, 10])
def test_any_number_fits_either_page(tmp_path: Path, theme: str, page: str, count: int) -> None:
    events = "\n".join(f"    - {{when: {month}月底前, lead: 阶段目标, text: 全面推进, done: {month < 3}}}" for month in range(1, count + 1))
    text = f"title: 题\ntheme: {theme}\npage: '{page}'\nparts:\n- title: 部\n  slides:\n  - kind: timeline\n    title: 安排\n    now: 3月\n    events:\n{events}\n"
    slide = compile_text(text, tmp_path, theme=theme).scene.slides[1]
    sizes = [
        run.style.size
        for item in slide.items
        if isinstance(item, TextBox) and item.name.startswith("节点")
        for p in item.paragraphs
        for line in p.lines
        for run in line
    ]
    assert min(sizes) >= 1800


def test_words_that_no_card_holds_are_refused_at_their_place(tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        placed(tmp_path, events=[*YEAR[:2], {"when": "12月", "lead": "考核验收", "text": "严格考核，兑现奖惩，" * 30}])
    assert {finding.rule for finding in raised.value.findings if finding.severity == "error"} == {"layout/overflow"}


def test_dates_stand_on_one_line_where_smaller_type_lets_them(tmp_path: Path) -> None:
    """2030年12月 in a column of a narrow page: smaller, not 2030 / 年12月."""
    events = [{"when": when, "lead": "开工建设", "text": "主体工程开工"} for when in ("2030年3月", "2030年9月", "2031年6月", "2031年12月")]
    made = compile_text(
        yaml.safe_dump(
            {
                "title": "区政府工作报告",
                "page": "4:3",
                "parts": [{"title": "一年", "slides": [{"kind": "timeline", "title": "第四水厂", "events": events}]}],
            },
            allow_unicode=True,
            sort_keys=False,
        ),
        tmp_path,
    ).scene.slides[1]
    dates = [item for item in walk(made.items) if isinstance(item, TextBox) and box_text(item).startswith("203")]
    assert len(dates) == 4 and all(len(paragraph.lines) == 1 for item in some(dates) for paragraph in item.paragraphs)
