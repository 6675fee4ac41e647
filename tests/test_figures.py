"""Numbers are exact, rounded half up, grouped, and scaled after rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.amounts import parsed_value
from deckgen.diagnostics import NOWHERE
from deckgen.figures import Change, Figure, format_value, rounded
from tests.examples import examples

numbers = st.decimals(-(10**18) + 1, 10**18 - 1, allow_nan=False, places=9)
quick = examples(25, 100)


def figure(value: str | None, **fields: object) -> Figure:
    amount = parsed_value(value)[0] if value is not None else None
    return Figure(name="a", label="甲", value=amount, source=NOWHERE, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "fields", "shown"),
    [
        (None, {"unit": "亿元"}, "X亿元"),
        ("412.6", {"unit": "亿元"}, "412.6亿元"),
        ("1234567", {"unit": "人"}, "1,234,567人"),
        ("-3.5", {"unit": "%"}, "−3.5%"),
        ("260", {"unit": "篇", "suffix": "余"}, "260余篇"),
        (None, {"unit": "篇", "suffix": "余"}, "X余篇"),
        ("100", {"unit": "亿元", "suffix": "以上"}, "100亿元以上"),
        ("第1", {"unit": "位"}, "第1位"),
        ("2.675", {"decimals": 2}, "2.68"),
        ("-2.675", {"decimals": 2}, "−2.68"),
        ("5", {"decimals": 1}, "5.0"),
        ("123456789", {"scale": "亿", "decimals": 2, "unit": "元"}, "1.23亿元"),
        ("99999999", {"scale": "亿", "decimals": 0, "unit": "元"}, "1亿元"),
        ("99999999", {"scale": "auto", "decimals": 0, "unit": "元"}, "1亿元"),
        ("9999", {"scale": "auto", "decimals": 0, "unit": "元"}, "1万元"),
        ("9994", {"scale": "auto", "decimals": 3, "unit": "元"}, "9,994.000元"),
        ("第1", {"scale": "亿"}, "第1"),
        (None, {"scale": "亿", "unit": "元"}, "X元"),
    ],
)
def test_a_figure_as_it_is_shown(value: str | None, fields: dict[str, object], shown: str) -> None:
    assert figure(value, **fields).text == shown


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (Change("同比", Decimal("7.8"), "%", signed=True), "同比 +7.8%"),
        (Change("同比", Decimal("-7.8"), "%", signed=True), "同比 −7.8%"),
        (Change("同比", None, "%", signed=True), "同比 +X%"),
        (Change("占比", Decimal("57.4"), "%", signed=False), "占比57.4%"),
        (Change("提高", None, "个百分点", signed=False), "提高X个百分点"),
    ],
)
def test_a_change_as_it_is_shown(change: Change, shown: str) -> None:
    assert change.text == shown


@pytest.mark.parametrize(
    ("text", "value", "percent"),
    [
        ("1,234.5", Decimal("1234.5"), False),
        ("−5", Decimal(-5), False),
        ("+5", Decimal(5), False),
        ("１２．５％", Decimal("12.5"), True),
        ("50%", Decimal(50), True),
        ("X", None, False),
        ("x", None, False),
        ("X%", None, True),
        ("待填", None, False),
        ("第1", "第1", False),
        ("约5", "约5", False),
    ],
)
def test_values_as_people_write_them(text: str, value: Decimal | str | None, percent: bool) -> None:
    assert parsed_value(text) == (value, percent)


@quick
@given(value=numbers)
def test_a_number_survives_being_written_and_read(value: Decimal) -> None:
    assert parsed_value(format_value(value))[0] == value


@quick
@given(value=numbers, decimals=st.integers(0, 6))
def test_rounding_goes_half_up_and_no_further_than_half_a_step(value: Decimal, decimals: int) -> None:
    near = rounded(value, decimals)
    half = Decimal(5).scaleb(-decimals - 1)
    assert abs(near - value) <= half
    assert rounded(half, decimals) == 2 * half
    assert format_value(value, decimals).partition(".")[2].isdigit() == (decimals > 0)


@quick
@given(value=numbers, decimals=st.integers(0, 6))
def test_groups_are_of_three(value: Decimal, decimals: int) -> None:
    whole = format_value(value, decimals).partition(".")[0].lstrip("−").split(",")
    assert 1 <= len(whole[0]) <= 3
    assert all(len(group) == 3 for group in whole[1:])


@quick
@given(value=numbers, decimals=st.integers(0, 4))
def test_a_scaled_number_is_never_below_one_and_never_ten_thousand(value: Decimal, decimals: int) -> None:
    shown = figure(str(value), scale="auto", decimals=decimals)
    amount = abs(Decimal(shown.number.replace(",", "").replace("−", "-")))
    if shown.shown_unit:
        assert amount >= 1
    if shown.shown_unit != "亿":
        assert amount < 10_000
