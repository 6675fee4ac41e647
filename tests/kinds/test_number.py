"""One large figure."""

from __future__ import annotations

from pathlib import Path

from deckgen.scene import ChartBox
from tests.kinds.figures import GDP, UNKNOWN, groups, lines, size_of, slide
from tests.support import walk


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
