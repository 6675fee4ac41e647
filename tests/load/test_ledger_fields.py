"""Targets, bases, years before and places elsewhere; ranges; every spelling of what nobody knows, and what only looks like a value."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.amounts import parsed_change, parsed_value
from deckgen.diagnostics import Findings
from deckgen.figures import Figure
from deckgen.files import Folder
from deckgen.load.figures import read_ledger
from deckgen.values import Amount, Range, format_value
from tests.load.helpers import deck, read

GDP = {
    "label": "地区生产总值", "value": 412.6, "unit": "亿元", "base": 382.1, "target": "420左右", "rank": "全市第2", "good": "up",
    "compare": {"全市": 6200, "邻区": "X"}, "history": {2015: 298.4, "2016年": "1,321.0", 2017: "XX"},
}  # fmt: skip


def figure(folder: Path, **entry: Any) -> Figure:
    found, findings = figures(folder, **entry)
    assert findings.all == []
    return found


def figures(folder: Path, **entry: Any) -> tuple[Figure, Findings]:
    path = folder / "figures.yaml"
    path.write_text(
        yaml.safe_dump({"figures": {"a": {"label": "甲", "value": 3, **entry}}}, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    findings = Findings()
    return read_ledger(str(path), Folder(), findings).figures["a"], findings


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("base", "382.1亿元"), ("target", "420亿元左右"), ("target.value", "420"), ("rank", "全市第2"), ("compare.全市", "6,200亿元"),
        ("compare.邻区", "X亿元"), ("history.2015", "298.4亿元"), ("history.2015.value", "298.4"), ("history.2016年", "1,321.0亿元"),
        ("history.2017", "XX亿元"), ("history.2019", None), ("history", None), ("target.unit", None),
    ],
)  # fmt: skip
def test_what_else_a_text_may_ask_of_a_figure(part: str, shown: str | None, tmp_path: Path) -> None:
    assert figure(tmp_path, **GDP).part(part) == shown


def test_everything_is_typed_and_in_the_order_of_the_author(tmp_path: Path) -> None:
    found = figure(tmp_path, **GDP)
    assert found.target == Amount(Decimal(420), suffix="左右")
    assert [*found.history] == ["2015", "2016年", "2017"]
    assert (found.compare["邻区"].value, found.good, found.completion) == (None, "up", Decimal("412.6") / 420 * 100)


def test_texts_of_the_deck_print_them(tmp_path: Path) -> None:
    book = yaml.safe_dump({"figures": {"gdp": GDP}}, allow_unicode=True)
    text = "points: ['目标{gdp.target}，2015年{gdp.history.2015}，全市{gdp.compare.全市}，{gdp.rank}']"
    report, found = read(deck(text, head="figures: figures.yaml\n"), book)
    assert not found
    assert report is not None
    (point,) = report.outline.parts[0].slides[0].points  # type: ignore[attr-defined]
    assert point.text.plain == "目标420亿元左右，2015年298.4亿元，全市6,200亿元，全市第2"


@pytest.mark.parametrize(
    ("reference", "expected"),  # no year is a slip for another one: all are named
    [
        ("gdp.history.2014", "load/unknown-figure-part history.2015"),
        ("gdp.history", "load/unknown-figure-part history.2015"),
        ("gdp.target.unit", "load/figure-has-no-part"),
        ("gdp.tarket", "load/unknown-figure-part target"),
        ("jobs.target", "load/figure-has-no-part"),
        ("jobs.history.2015", "load/figure-has-no-part"),
    ],
)
def test_what_a_figure_has_not(reference: str, expected: str) -> None:
    book = yaml.safe_dump({"figures": {"gdp": GDP, "jobs": {"label": "就业", "value": 3}}}, allow_unicode=True)
    _, found = read(deck(f"points: ['数{{{reference}}}']", head="figures: figures.yaml\n"), book)
    rule, _, near = expected.partition(" ")
    assert [finding.rule for finding in found] == [rule]
    assert near in found[0].told("zh")


@pytest.mark.parametrize(
    ("written", "unit", "shown"),
    [
        ("6—6.5", "%", "6—6.5%"), ("0.3～0.8", "mg/L", "0.3～0.8mg/L"), ("5－6", "%", "5－6%"), ("6%—6.5%", "", "6%—6.5%"), ("6-6.5%", "", "6-6.5%"),
        ("5–6", "亿元", "5–6亿元"), ("1,000至1,200", "人", "1,000至1,200人"), ("-3—-1", "℃", "−3—−1℃"), ("６～７", "％", "6～7％"), ("6—6.5%", "%", "6—6.5%"),
        ("3－5天", "天", "3－5天"),
    ],
)  # fmt: skip
def test_a_range_is_a_value_shown_as_it_is_written(written: str, unit: str, shown: str, tmp_path: Path) -> None:
    found = figure(tmp_path, value=written, **({"unit": unit} if unit else {}))
    assert isinstance(found.value, Range)
    assert found.text == shown


@pytest.mark.parametrize("written", ["2020-01", "2019-2020", "6—", "—6", "6—6", "7—6", "6—7—8"])
def test_what_does_not_rise_is_no_range(written: str) -> None:
    assert not isinstance(parsed_value(written)[0], Range)


def test_a_range_is_rounded_grouped_and_scaled_like_any_number(tmp_path: Path) -> None:
    assert figure(tmp_path, value="120000000—1500000000", unit="元", scale="auto").text == "1.20—15.00亿元"
    assert figure(tmp_path, value="1.25～1.34", decimals=1).text == "1.3～1.3"
    assert format_value(Range(Decimal(1000), Decimal(2000), "—"), grouped=False) == "1000—2000"


@pytest.mark.parametrize(
    ("written", "wording", "unit", "shown"),
    [
        ("比2025年提高6个百分点", "比2025年提高", "个百分点", "比2025年提高6个百分点"),
        ("较2025年下降1.3个百分点", "较2025年下降", "个百分点", "较2025年下降1.3个百分点"),
        ("增长6—6.5%", "增长", "%", "增长6—6.5%"),
        ("up 4.1% from 58.2%", "up", "% from 58.2%", "up 4.1% from 58.2%"),
        ("+3.2% on 2018", "", "% on 2018", "+3.2% on 2018"),
        ("同比 -X%", "同比", "%", "同比 −X%"),
        ("-X%", "", "%", "−X%"),
        ("-2.1%", "", "%", "−2.1%"),
        ("同比 +Ⅹ%", "同比", "%", "同比 +X%"),
    ],
)
def test_changes_against_a_year_in_ranges_and_still_unknown(written: str, wording: str, unit: str, shown: str) -> None:
    found = parsed_change(written)
    assert found is not None
    assert (found.wording, found.unit, found.text) == (wording, unit, shown)


@pytest.mark.parametrize(
    ("written", "direction"),
    [
        ("同比 +7.8%", "up"), ("同比 -7.8%", "down"), ("同比 +X%", "up"), ("同比 -X%", "down"), ("下降3%", "down"), ("增长X%", "up"), ("降幅X%", "down"),
        ("占比57.4%", ""), ("持平", ""), ("同比 0%", ""), ("比2025年提高6个百分点", "up"), ("up 4.1%", "up"), ("-7.5% year on year", "down"),
        ("3 points lower", "down"), ("unchanged", ""), ("下降-3%", "up"),
    ],
)  # fmt: skip
def test_which_way_a_figure_went(written: str, direction: str) -> None:
    found = parsed_change(written)
    assert found is not None
    assert found.direction == direction


@pytest.mark.parametrize(
    "written",
    [
        "X", "XX", "XX.X", "××", "×", "Ⅹ", "ⅹ", "Х", "✕", "TBD", "tbc", "N/A", "n/a", "待定", "待统计", "暂无", "暂无数据", "未知", "不详", "X%", "-X", "X—X", "",
        "尚未掌握", "X亿元", "XX亿元", "待补充", "？", "第X",
    ],
)  # fmt: skip
def test_every_spelling_of_what_nobody_knows_is_an_x(written: str, tmp_path: Path) -> None:
    found, findings = figures(tmp_path, value=written, unit="亿元")
    assert found.value is None
    assert not found.known
    assert [finding.rule for finding in findings.all] == ([] if written else ["load/empty-value"])


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("约X", "unknown-in-value"), ("近X万", "unknown-in-value"), ("X左右", "unknown-in-value"), ("X万元", "unknown-in-value"), ("超X亿", "unknown-in-value"),
        ("true", "boolean-value"), ("No", "boolean-value"), ("是", "boolean-value"), ("无", "none-value"), ("-", "none-value"), ("/", "none-value"),
        ("2020-01-15", "date-value"), ("2020-01", "date-value"), ("2020/1/5", "date-value"), ("007", "number"), ("1e5", "number"), ("0x1F", "number"),
        ("约5", "text-value"), ("良好", "text-value"), ("Requires improvement", "text-value"), ("412.6万", "unit-in-value"), ("10余", "unit-in-value"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", ["value", "target", "history"])
def test_what_only_looks_like_a_value_is_refused_and_named(written: str, rule: str, field: str, tmp_path: Path) -> None:
    if field != "value" and written == "X左右":
        return  # a target may have 左右 behind it
    _, findings = figures(tmp_path, **{"unit": "亿元", field: {"2018": written} if field == "history" else written})
    assert [finding.rule for finding in findings.all] == [f"load/{rule}"]


@pytest.mark.parametrize("written", ["约X", "true", "2020-01-15", "X亿元", "无"])
def test_neither_is_it_without_a_unit(written: str, tmp_path: Path) -> None:
    _, findings = figures(tmp_path, value=written)
    assert len(findings.all) == 1


@pytest.mark.parametrize(("written", "unit"), [("约X", "亿元"), ("全部", "个"), ("2020-01-15", ""), ("true", "")])
def test_what_is_said_to_be_text_is_text(written: str, unit: str, tmp_path: Path) -> None:
    assert figure(tmp_path, value=written, unit=unit, text=True).value == written


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("第1", "位"),
        ("前三", "位"),
        ("3rd", "of 152"),
        ("2/15", "位"),
        ("十二", "个"),
        ("数百", "家"),
        ("三分之二", ""),
        ("Requires improvement", ""),
        ("5G", ""),
    ],
)
def test_ranks_numerals_and_words_without_a_unit_stay_words(written: str, unit: str, tmp_path: Path) -> None:
    assert figure(tmp_path, value=written, unit=unit).value == written


@pytest.mark.parametrize("written", ["PX项目", "Xbox展区", "3×5米", "前X名", "Ⅹ"])
@pytest.mark.parametrize("unit", ["", "亿元"])
def test_an_x_within_a_word_or_between_numbers_stands_for_nothing(written: str, unit: str, tmp_path: Path) -> None:
    """Words where there is no unit; with one they are refused as words, not as an X; 前X名 and Ⅹ are an X."""
    _, findings = figures(tmp_path, value=written, **({"unit": unit} if unit else {}))
    rules = [finding.rule for finding in findings.all]
    if written in ("前X名", "Ⅹ"):
        assert rules == [] or rules == ["load/unknown-in-value"]
    else:
        assert "load/unknown-in-value" not in rules and bool(rules) == bool(unit)
