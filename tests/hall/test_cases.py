"""Small slides that once went wrong in a hall, each with what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.geometry import px
from deckgen.load.theme import theme_names
from deckgen.scene import PlacedSlide, TextBox
from tests.examples import DESK_THEMES, mostly_in_ci
from tests.some import some
from tests.support import box_text, compile_slide, compile_slides, compile_text, ink, ledger, placeholders, text_boxes, theme_of, walk

THEMES = mostly_in_ci(theme_names(), DESK_THEMES)
LONG_TITLE = "城东新区关于“十四五”规划实施情况的中期评估报告暨二〇二六年度重点任务安排的情况说明"


def items(slide: PlacedSlide) -> list[TextBox]:
    return [box for n in range(1, 9) for box in placeholders(slide, f"item{n}")]


@pytest.mark.parametrize("theme", THEMES)
def test_stops_of_a_navigation_hold_their_numerals(theme: str, tmp_path: Path) -> None:
    """十一 and 十二 stand inside their marks: from ten sections on these are the segments of a bar."""
    slides = [{"kind": "section", "title": f"第{n}方面的工作", "points": ["压实责任", "从严监管"]} for n in range(12)]
    slide = compile_slides(slides, tmp_path, theme).scene.slides[1]
    stops = [box for box in text_boxes(slide) if box.name.startswith("导航")]
    assert [box_text(box) for box in stops][-2:] == ["十一", "十二"]
    for box in some(stops):
        (line,) = ink(box, theme_of(theme))
        assert box.box.x <= line.x and line.right <= box.box.right


@pytest.mark.parametrize("theme", THEMES)
def test_siblings_are_of_one_rank_whatever_their_length(theme: str, tmp_path: Path) -> None:
    points = ["老旧小区改造31.6万平方米完成验收", "口袋公园12处", "新建停车泊位", "背街小巷整治4条"]
    slide = compile_slide(tmp_path, theme, kind="points", points=points)
    styles = {run.style for box in items(slide) for p in box.paragraphs for line in p.lines for run in line}
    assert [box_text(box) for box in items(slide)] == points
    assert len({(style.size, style.color, style.bold) for style in styles}) == 1


@pytest.mark.parametrize("theme", THEMES)
def test_figures_keep_clear_of_the_motto(theme: str, tmp_path: Path) -> None:
    slide = compile_slide(
        tmp_path, theme, ledger(4), kind="points", motto="稳中求进，以进促稳", points=["甲：说明", "乙：说明", "丙：说明"]
    )
    (motto,) = placeholders(slide, "motto")
    tops = [item.box.y for item in walk(slide.items) if item.name.startswith("指标卡")]
    assert min(tops) - motto.box.bottom >= px(12)


@pytest.mark.parametrize("theme", THEMES)
def test_rows_of_two_columns_are_level(theme: str, tmp_path: Path) -> None:
    points = [
        {"lead": f"第{n}项", "text": "一句短话" if n % 2 else "这一条的说明要长出许多，长到必须排成两行才放得下，旁边的一条仍然与它平齐"}
        for n in range(8)
    ]
    slide = compile_slide(tmp_path, theme, kind="points", points=points[:7])
    tops: dict[int, list[int]] = {}
    for box in items(slide):
        tops.setdefault(box.box.x, []).append(box.box.y)
    first, *others = tops.values()
    assert all(column == first[: len(column)] for column in some(others))


def test_pairs_say_what_they_are_once(tmp_path: Path) -> None:
    pairs = [{"pair": pair, "lead": "统筹发展"} for pair in ("稳/进", "量/质", "内/外", "放/管", "短/长", "新/旧")]
    slide = compile_slide(tmp_path, "zhengwu-red", kind="pairs", claim="六对关系", pairs=pairs)
    assert not [box for box in text_boxes(slide) if box_text(box) in ("对关系", "关系")]


@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
def test_a_cover_of_more_than_forty_characters_has_three_lines(theme: str, tmp_path: Path) -> None:
    head: dict[str, Any] = {
        "title": LONG_TITLE,
        "kicker": "全体会议",
        "subtitle": "副标题",
        "parts": [{"title": "部分", "slides": [{"kind": "statement", "title": "思路", "text": "稳中求进"}]}],
    }
    cover = compile_text(yaml.safe_dump(head, allow_unicode=True), tmp_path, theme=theme).scene.slides[0]
    (title,) = placeholders(cover, "title")
    (paragraph,) = title.paragraphs
    assert len(LONG_TITLE) > 40 and len(paragraph.lines) == 3
    assert paragraph.lines[0][0].style.size >= 4800
    (kicker,) = placeholders(cover, "kicker")
    assert kicker.box.bottom <= title.box.y


@pytest.mark.parametrize("theme", THEMES)
def test_one_long_title_does_not_shrink_the_others(theme: str, tmp_path: Path) -> None:
    def sizes(titles: list[str]) -> int:
        slides = [{"kind": "section", "title": title, "points": ["压实责任", "从严监管"]} for title in titles]
        agenda = compile_slides(slides, tmp_path, theme, agenda=True).scene.slides[1]
        return max(
            run.style.size for box in items(agenda) or text_boxes(agenda)[2:] for p in box.paragraphs for line in p.lines for run in line
        )

    short = [f"坚持{word}发展" for word in ("创新", "协调", "绿色", "开放", "共享", "安全")]
    assert sizes([*short, "坚持以人民为中心的发展思想不动摇"]) >= 2400


@pytest.mark.parametrize("setting", ["auto", "off", "agenda"])
def test_parts_begin_with_dividers_unless_the_author_wants_none(setting: str, tmp_path: Path) -> None:
    slides = [{"kind": "statement", "title": f"第{n}页", "text": "稳中求进"} for n in range(4)]
    parts = [{"title": "回顾", "agenda": True, "slides": slides[:2]}, {"title": "安排", "slides": slides[2:]}]
    scene = compile_text(yaml.safe_dump({"title": "报告", "divider": setting, "parts": parts}, allow_unicode=True), tmp_path).scene
    opened = {"auto": ["agenda", "divider"], "off": ["agenda"], "agenda": ["divider", "divider"]}[setting]
    assert [slide.layout for slide in scene.slides if slide.layout in ("agenda", "divider")] == opened
    second = next(slide for slide in scene.slides if slide.layout == "statement")
    assert "回顾" in box_text(placeholders(second, "footer")[0])


def test_a_divider_leads_to_its_slides(tmp_path: Path) -> None:
    slides = [{"kind": "statement", "title": f"第{n}页", "text": "稳中求进"} for n in range(4)]
    parts = [{"title": "回顾", "slides": slides[:2]}, {"title": "安排", "slides": slides[2:]}]
    scene = compile_text(yaml.safe_dump({"title": "报告", "parts": parts}, allow_unicode=True), tmp_path).scene
    divider = scene.slides[4]
    assert (divider.layout, divider.title) == ("divider", "安排")
    assert [(box.link, box_text(box)) for box in text_boxes(divider) if box.link] == [(6, "第2页"), (7, "第3页")]
    assert [box_text(placeholders(slide, "kicker")[0]) for slide in scene.slides if slide.layout == "divider"] == ["第一部分", "第二部分"]


@pytest.mark.parametrize("theme", THEMES)
def test_answers_stand_beside_their_problems(theme: str, tmp_path: Path) -> None:
    entries = [
        {"key": "学科", "lead": "龙头不强", "text": "重点专科偏少", "answer": "实施登峰计划"},
        {"key": "信息", "lead": "数据不通", "answer": "建设数据中台"},
    ]
    for kind in ("measures", "problems"):
        slide = compile_slide(tmp_path, theme, kind=kind, items=entries)
        assert slide.arrangement == "answered"
        problems, answers = items(slide), [box for n in (1, 2) for box in placeholders(slide, f"answer{n}")]
        assert [box_text(box) for box in answers] == [entry["answer"] for entry in entries]
        assert all(one.box.right < other.box.x and one.box.y == other.box.y for one, other in zip(problems, answers, strict=True))
