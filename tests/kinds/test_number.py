"""One large figure."""

from __future__ import annotations

from pathlib import Path

from deckgen.scene import ChartBox, TableBox, TextBox
from tests.kinds.figures import GDP, UNKNOWN, groups, lines, size_of, slide
from tests.support import box_text, walk


def test_the_value_is_large_and_everything_the_ledger_has_is_said(tmp_path: Path, theme_name: str) -> None:
    made = slide(tmp_path, theme_name, {"gdp": GDP}, kind="number", figure="gdp", text="占全市比重提高0.4个百分点")
    assert size_of(made, "412.6") >= 11000
    said = " ".join(lines(made))
    assert all(words in said for words in ("同比 ▲7.8%", "居全市第3位", "全市平均390.5亿元", "完成目标103.2%", "占全市比重"))
    alt = groups(made)["大数字 地区生产总值"].alt
    assert alt.startswith("地区生产总值（预计）：412.6亿元，同比 +7.8%") and "完成目标103.2%" in alt


def test_the_history_is_a_native_chart_that_ends_with_the_value(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", {"gdp": GDP}, kind="number", figure="gdp")
    (chart,) = [item for item in walk(made.items) if isinstance(item, ChartBox)]
    assert chart.categories == ("2017", "2018", "2019")
    assert chart.series[0].values == ("346.9", "382.7", "412.6")
    assert chart.series[0].fills[-1] != chart.series[0].fills[0]


def test_an_x_is_marked_and_no_larger_than_what_comes_for_it(tmp_path: Path) -> None:
    unknown = slide(tmp_path, "zhengwu-red", {"gdp": UNKNOWN}, kind="number", figure="gdp")
    known = slide(tmp_path, "zhengwu-red", {"gdp": GDP}, kind="number", figure="gdp")
    assert "待填" in lines(unknown)
    assert size_of(unknown, "X") <= size_of(known, "412.6")


def test_one_figure_with_one_point_is_a_number_by_itself(tmp_path: Path, theme_name: str) -> None:
    made = slide(tmp_path, theme_name, {"gdp": GDP | {"history": {}}}, kind="points", points=["总量：突破四百亿"], figures=["gdp"])
    assert made.arrangement == "number"
    assert {"总量", "突破四百亿"} <= set(lines(made))


def test_the_mark_of_an_x_stands_beside_it(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", {"gdp": UNKNOWN}, kind="number", figure="gdp")
    value = next(item for item in walk(made.items) if isinstance(item, TextBox) and box_text(item).startswith("X"))
    mark = next(item for item in walk(made.items) if isinstance(item, TextBox) and box_text(item) == "待填")
    words = max(run.style.size for line in value.paragraphs[0].lines for run in line) * 127 * 3  # X亿元, three ems at the most
    assert value.box.x < mark.box.x < value.box.x + words


YEARS = {"label": "惠及群众", "value": 102000000, "unit": "人", "scale": "auto", "base": 98000000, "target": 99000000, "period": "2030年"}
HISTORY = {2028: 96000000, 2029: 98000000}


def test_the_years_of_a_figure_are_counted_in_one_scale(tmp_path: Path) -> None:
    """9 800万 beside 1.02亿 were 9 800 beside 1.02: columns, labels and unit are of one scale."""
    made = slide(tmp_path, "zhengwu-red", {"people": YEARS | {"history": HISTORY}}, kind="number", figure="people")
    (chart,) = [item for item in walk(made.items) if isinstance(item, ChartBox)]
    assert chart.series[0].labels == ("0.96", "0.98", "1.02")
    assert "惠及群众（亿人）" in lines(made)
    chart = next(
        item
        for item in walk(slide(tmp_path, "zhengwu-red", {"people": YEARS | {"history": HISTORY}}, kind="chart", figure="people").items)
        if isinstance(item, ChartBox)
    )
    assert chart.series[0].values == ("0.96", "0.98", "1.02") and chart.series[0].name == "惠及群众（亿人）"


def test_so_are_the_years_of_one_that_is_still_x(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", {"people": YEARS | {"value": "X", "history": HISTORY}}, kind="number", figure="people")
    (chart,) = [item for item in walk(made.items) if isinstance(item, ChartBox)]
    assert chart.series[0].labels[:2] == ("9,600.00", "9,800.00")
    assert "惠及群众（万人）" in lines(made)


def test_so_are_the_columns_of_a_table_and_the_ends_of_a_comparison(tmp_path: Path) -> None:
    people = {"people": YEARS, "more": YEARS | {"label": "惠及家庭"}}
    made = slide(tmp_path, "zhengwu-red", people, kind="table", figures=["people"], columns=["指标", "目标", "上年", "数值"])
    (table,) = [item for item in walk(made.items) if isinstance(item, TableBox)]
    assert [box_text(box) for box in table.boxes][-4:] == ["惠及群众（亿人）", "0.99", "0.98", "1.02"]
    made = slide(tmp_path, "zhengwu-red", people, kind="compare", figures=["people", "more"])
    assert {"0.98", "1.02"} <= set(lines(made))
