"""Value cells: every way of writing a number that is taken, and every one that is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.form.cells import Cell, exact
from deckgen.form.quantity import Quantity, read_value
from deckgen.form.units import power
from tests.examples import examples
from tests.form.helpers import cell, figure, rule_of

quick = examples(30, 150)
FULL_WIDTH = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("412.6", "亿元", "412.6"),
        (412.6, "亿元", "412.6"),
        (24, "次", "24"),
        ("1,234.5", "亿元", "1234.5"),
        ("１，２３４．５", "亿元", "1234.5"),
        ("４１２．６亿元", "亿元", "412.6"),
        ("  412.6 亿元 ", "亿元", "412.6"),
        ("\u3000412.6\u00a0", "亿元", "412.6"),
        ("+7.8", "%", "7.8"),
        ("-3.5", "%", "-3.5"),
        ("−3.5", "%", "-3.5"),
        ("－3.5", "%", "-3.5"),
        ("12.3%", "%", "12.3"),
        ("１２．３％", "%", "12.3"),
        ("12.3 %", "%", "12.3"),
        ("1.2万", "元", "12000"),
        ("1.2万", "万元", "1.2"),
        ("1.2万", "万人", "1.2"),
        ("1.2万", "人", "12000"),
        ("1.2万人", "人", "12000"),
        ("12000人", "万人", "1.2"),
        ("12000元", "万元", "1.2"),
        ("5000万", "亿元", "0.5"),
        ("5000万元", "亿元", "0.5"),
        ("0.5亿元", "万元", "5000"),
        ("3千", "元", "3000"),
        ("2千万元", "亿元", "0.2"),
        ("1.5万亿元", "亿元", "15000"),
        ("5万千瓦", "千瓦", "50000"),
        ("5000米", "千米", "5"),
        ("3万余人次", "万余人次", "3"),
        ("3万", "万余人次", "3"),
        ("963000人次", "万余人次", "96.3"),
        ("42.5万", "万", "42.5"),
        ("6.8个百分点", "个百分点", "6.8"),
        ("1.2万", "", "12000"),
        ("0", "件", "0"),
        ("123456789012345678", "元", "123456789012345678"),
        ("8.0", "%", "8.0"),
    ],
)
def test_numbers_that_are_taken(written: str | float, unit: str, value: str) -> None:
    found = read_value(cell(written), figure(unit=unit))
    assert found == Quantity(Decimal(value), unit)
    assert isinstance(found, Quantity)
    assert isinstance(found.value, Decimal)


@pytest.mark.parametrize("written", ["X", "x", "Ｘ", "ｘ", "XX", "待填", "未知", "?", "？", "—", "X%", "X亿元", "x亿元", " X "])
def test_unknown(written: str) -> None:
    unit = "%" if "%" in written else "亿元"
    assert read_value(cell(written), figure("412.6", unit)) == Quantity(None, unit)


@pytest.mark.parametrize(
    ("written", "fields", "value"),
    [
        ("260余篇", {"unit": "篇", "suffix": "余"}, "260"),
        ("260余", {"unit": "篇", "suffix": "余"}, "260"),
        ("1180余万元", {"unit": "万元", "suffix": "余"}, "1180"),
        ("1.2万余人", {"unit": "人", "suffix": "余"}, "12000"),
        ("100亿元以上", {"unit": "亿元", "suffix": "以上"}, "100"),
        ("预计412.6亿元", {"unit": "亿元", "prefix": "预计"}, "412.6"),
        ("X余篇", {"unit": "篇", "suffix": "余"}, None),
    ],
)
def test_what_slides_write_around_a_number_may_be_written(written: str, fields: dict[str, str], value: str | None) -> None:
    found = read_value(cell(written), figure(**fields))  # type: ignore[arg-type]
    assert found == Quantity(None if value is None else Decimal(value), fields["unit"])


@pytest.mark.parametrize(
    ("written", "fields", "rule"),
    [
        ("约300", {"unit": "家"}, "number"),
        ("300左右", {"unit": "家"}, "number"),
        ("300余", {"unit": "家"}, "number"),
        ("300+", {"unit": "家"}, "number"),
        ("三百", {"unit": "家"}, "number"),
        ("1,23", {"unit": "家"}, "number"),
        ("8,9", {"unit": "%"}, "number"),
        ("1.234,5", {"unit": "元"}, "number"),
        ("1 234", {"unit": "元"}, "number"),
        ("1.2.3", {"unit": "元"}, "number"),
        (".5", {"unit": "元"}, "number"),
        ("1e5", {"unit": "元"}, "number"),
        ("0x1F", {"unit": "元"}, "number"),
        ("--5", {"unit": "元"}, "number"),
        ("(1,234)", {"unit": "元"}, "number"),
        ("¥100", {"unit": "元"}, "number"),
        ("无", {"unit": "元"}, "number"),
        ("-", {"unit": "元"}, "number"),
        ("nan", {"unit": "元"}, "number"),
        ("12345678901234567890", {"unit": "元"}, "number"),
        ("0.1234567891", {"unit": "元"}, "number"),
        ("9999999999999万亿", {"unit": "元"}, "digits"),
        ("0.123456789元", {"unit": "亿元"}, "digits"),
        ("412.6万吨", {"unit": "亿元"}, "unit-behind"),
        ("12人", {"unit": "人次"}, "unit-behind"),
        ("12%", {"unit": "个百分点"}, "unit-behind"),
        ("12个百分点", {"unit": "%"}, "unit-behind"),
        ("1.2万", {"unit": "%"}, "unit-behind"),
        ("42.5万人", {"unit": "万"}, "unit-behind"),
        ("445.6亿元", {}, "unit-unknown"),
        ("007", {"unit": "件"}, "number"),
        ("true", {"unit": "件"}, "number"),
        ("无", {"unit": "件"}, "number"),
        ("约X", {"unit": "件"}, "number"),
        ("2019-01-02", {"unit": "元"}, "date"),
        ("2019/1/2", {"unit": "元"}, "date"),
        ("2019年1月2日", {"unit": "元"}, "date"),
        ("1月2日", {"unit": "元"}, "date"),
        ("1-2", {"unit": "元"}, "date"),
        ("2", {"value": "第1", "unit": "位"}, "rank"),
        (2, {"value": "第1", "unit": "位"}, "rank"),
        ("第1", {"unit": "亿元"}, "number"),
        ("第1", {"value": "412.6", "unit": "位"}, "number"),
    ],
)
def test_what_is_refused(written: str | int, fields: dict[str, str], rule: str) -> None:
    assert rule_of(read_value(cell(written), figure(**fields))) == rule  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "now", "unit", "value"),
    [
        ("第2", "第1", "位", "第2"),
        ("第２位", "第1", "位", "第2"),
        ("第 2 名", "第1", "", "第2名"),
        ("前三", "第1", "位", "前三"),
        ("第一", "X", "位", "第一"),
        ("优秀", "优秀", "", "优秀"),
    ],
)
def test_ranks(written: str, now: str, unit: str, value: str) -> None:
    found = read_value(cell(written), figure(now, unit))
    if value == "第2名":
        assert rule_of(found) == "number"  # 名 is no unit of this figure and would be shown with it
    else:
        assert found == Quantity(value, unit)


def percent(shown: str) -> Cell:
    return Cell(shown, number=Decimal(shown), percent=True)


def test_a_cell_formatted_as_a_percentage() -> None:
    assert read_value(percent("12.3"), figure(unit="%")) == Quantity(Decimal("12.3"), "%")
    assert read_value(percent("12.3"), figure()) == Quantity(Decimal("12.3"), "%")
    assert rule_of(read_value(percent("12.3"), figure(unit="亿元"))) == "percent"


def test_a_percent_sign_gives_a_figure_without_unit_its_unit() -> None:
    assert read_value(cell("12.3%"), figure()) == Quantity(Decimal("12.3"), "%")


@pytest.mark.parametrize(
    ("stored", "meant"),
    [(7.799999999999999, "7.8"), (0.1 + 0.2, "0.3"), (41234567.1 + 0.2, "41234567.3"), (412.6, "412.6"), (24.0, "24"), (1 / 3, "0.333333333"), (-0.0, "0"), (1e15, "1000000000000000"), (123456789.123, "123456789.123"), (3, "3")],
)  # fmt: skip
def test_what_a_spreadsheet_keeps_is_what_was_typed(stored: float, meant: str) -> None:
    assert exact(stored) == Decimal(meant)
    assert f"{exact(stored):f}".lstrip("-") == meant


numbers = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=4)


@quick
@given(
    number=numbers,
    grouped=st.booleans(),
    wide=st.booleans(),
    unit=st.sampled_from(["", "亿元", "%", "人次", "个百分点"]),
    said=st.booleans(),
)
def test_any_number_is_read_as_itself(number: Decimal, grouped: bool, wide: bool, unit: str, said: bool) -> None:
    written = f"{number:,f}" if grouped else f"{number:f}"
    written = (written.translate(FULL_WIDTH) if wide else written) + (unit if said else "")
    assert read_value(cell(written), figure(unit=unit)) == Quantity(number, unit)


@quick
@given(number=st.decimals(min_value=0, max_value=10**6, places=3), written=st.sampled_from(["", "十", "百", "千", "万", "百万", "亿"]), unit=st.sampled_from(["", "千", "万", "亿"]))  # fmt: skip
def test_a_scale_changes_the_number_and_not_the_amount(number: Decimal, written: str, unit: str) -> None:
    powers = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "百万": 6, "亿": 8}
    found = read_value(cell(f"{number:f}{written}元"), figure(unit=f"{unit}元"))
    amount = number.scaleb(powers[written])
    if isinstance(found, Quantity):
        assert isinstance(found.value, Decimal)
        assert found.value.scaleb(powers[unit]) == amount
    else:
        assert rule_of(found) == "digits"
        assert amount.scaleb(-powers[unit]).normalize().as_tuple().exponent < -9  # type: ignore[operator]


@quick
@given(text=st.text(max_size=12), unit=st.sampled_from(["", "亿元", "%"]))
def test_no_text_breaks_the_reading(text: str, unit: str) -> None:
    written = cell(text)
    if not written.blank:
        read_value(written, figure(unit=unit))


def test_units_of_other_kinds_do_not_convert() -> None:
    assert power("吨", "亿元") is None
    assert power("万", "个百分点") is None
    assert power("元", "元") == 0
