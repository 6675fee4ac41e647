"""Targets of a year: the panel, and the chart that shows each beside the year before."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from deckgen import plot
from deckgen.scene import ChartBox, PlacedSlide, ShapeBox
from tests.kinds.figures import lines, slide
from tests.some import some
from tests.support import compile_slides

GROWTH: dict[str, Any] = {"label": "工业增加值", "prefix": "增长", "value": 6, "unit": "%"}
SAVING: dict[str, Any] = {"label": "单位产值能耗", "prefix": "下降", "value": 2.5, "unit": "%"}


def objectives(folder: Path, theme: str, book: dict[str, Any], names: str = "", **fields: Any) -> PlacedSlide:
    return slide(folder, theme, book, kind="objectives", figures=list(names or book), **fields)


def chart_of(made: PlacedSlide) -> ChartBox:
    (chart,) = [item for item in made.items if isinstance(item, ChartBox)]
    return chart


def test_a_falling_target_is_a_bar_among_those_that_grow(theme_name: str, tmp_path: Path) -> None:
    chart = chart_of(objectives(tmp_path, theme_name, {"a": GROWTH, "b": SAVING}, year=2031))
    assert chart.categories == ("工业增加值·增长", "单位产值能耗·下降")
    assert [series.labels for series in chart.series] == [("6%", "2.5%")]
    assert chart.alt == "预期目标（%）：工业增加值·增长6%，单位产值能耗·下降2.5%"


def test_what_neither_grows_nor_falls_stands_on_the_panel(tmp_path: Path) -> None:
    share = {"label": "达标率", "prefix": "达到", "value": 98, "unit": "%"}
    made = objectives(tmp_path, "zhengwu-red", {"a": GROWTH, "b": SAVING, "c": share}, year=2031)
    assert len(chart_of(made).categories) == 2
    assert "达标率达到" in lines(made)


def test_labels_are_the_words_of_the_ledger(tmp_path: Path) -> None:
    book = {
        "a": GROWTH | {"value": 7.46, "decimals": 1, "suffix": "左右"},
        "b": GROWTH | {"label": "进出口", "value": 10, "suffix": "以上"},
    }
    assert chart_of(objectives(tmp_path, "zhengwu-red", book)).series[0].labels == ("7.5%左右", "10%以上")


def test_last_year_stands_tinted_above_each_target(theme_name: str, tmp_path: Path) -> None:
    book = {"a": GROWTH | {"base": 7.2}, "b": SAVING | {"base": 3.1}}
    made = objectives(tmp_path, theme_name, book, year=2031)
    last, aim = chart_of(made).series
    assert (last.name, aim.name) == ("2030年", "2031年目标")
    assert (last.labels, aim.labels) == (("7.2%", "3.1%"), ("6%", "2.5%"))
    assert last.fills[0].slot == aim.fills[0].slot and last.fills[0].alpha < aim.fills[0].alpha == 100
    assert {"2030年", "2031年目标"} <= set(lines(made))
    assert "6%（2030年7.2%）" in chart_of(made).alt


def test_last_year_is_the_figure_that_says_the_same(tmp_path: Path) -> None:
    book = {"a": GROWTH, "b": SAVING, "done": GROWTH | {"value": 5.8, "suffix": "左右"}}
    built = compile_slides(
        [{"kind": "objectives", "title": "目标", "figures": ["a", "b"], "year": "2031年"}], tmp_path, "zhengwu-red", book
    )
    last, _ = chart_of(built.scene.slides[1]).series
    assert last.labels == ("5.8%左右", "") and last.values == ("5.8", "")
    assert "content/unused-figure" not in {finding.rule for finding in built.findings}


@pytest.mark.parametrize(
    "others",
    [
        {"x": GROWTH | {"value": 5}, "y": GROWTH | {"value": 4}},  # which of them, nobody can know
        {"x": GROWTH | {"value": 5, "period": "2032年"}},
        {"x": GROWTH | {"value": 5, "unit": "万吨"}},
        {"x": GROWTH | {"value": 5, "prefix": "下降"}},
    ],
)
def test_nothing_else_is_taken_for_last_year(tmp_path: Path, others: dict[str, Any]) -> None:
    book = {"a": GROWTH | {"period": "2031年"}, "b": SAVING, **others}
    assert len(chart_of(objectives(tmp_path, "zhengwu-red", book, "ab")).series) == 1


def test_a_last_year_that_is_x_has_its_place(tmp_path: Path) -> None:
    book = {"a": GROWTH | {"base": "X"}, "b": SAVING | {"base": 3}, "c": GROWTH | {"label": "进出口"}}
    made = objectives(tmp_path, "zhengwu-red", book)
    assert [item.alt for item in made.items if isinstance(item, ShapeBox) and item.alt] == ["上年 工业增加值·增长：待填"]
    assert lines(made).count("待填") == 1


@pytest.mark.parametrize("count", [2, 5, 8])
def test_labels_of_two_bars_do_not_touch_and_stay_in_the_chart(count: int, theme_name: str, tmp_path: Path) -> None:
    book = {f"f{n}": GROWTH | {"label": f"目标{n}", "value": 4 + n, "base": 3 + n, "suffix": "以上"} for n in range(count)}
    made = slide(tmp_path, theme_name, book, kind="objectives", figures=list(book), year=2031)
    boxes = [label.box.box for label in plot.bar_labels(chart_of(made))]
    boxes.sort(key=lambda box: box.y)
    assert len(boxes) == 2 * count
    assert all(one.bottom <= other.y + 1000 for one, other in some(itertools.pairwise(boxes)))


def test_a_negative_bar_keeps_clear_of_its_category(theme_name: str, tmp_path: Path) -> None:
    chart = chart_of(objectives(tmp_path, theme_name, {"a": GROWTH | {"value": -3}, "b": GROWTH | {"label": "进出口", "value": 7.5}}))
    negative, _ = plot.bars(chart)
    from_plot = negative.box.x - chart.plot.x
    assert chart.series[0].labels[0] == "−3%"
    assert from_plot > plot.LABEL_GAP + 2 * chart.series[0].styles[0].size * 127  # room for the label between category and bar


def test_the_sentence_takes_the_room_that_targets_leave_on_the_panel(tmp_path: Path) -> None:
    words = "Ambitious and yet within reach, whatever the wider economy may bring"
    book = {
        "a": GROWTH | {"label": "Output", "prefix": "up"},
        "b": GROWTH | {"label": "Jobs", "prefix": "up"},
        "c": {"label": "Capital", "prefix": "£", "value": 900, "unit": "m"},
    }
    made = objectives(tmp_path, "zhengwu-blue", book, text=words)
    assert " ".join(lines(made)).count("Ambitious") == 1
