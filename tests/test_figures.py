"""Numbers are exact, rounded half up, grouped, and scaled after rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from deckgen.amounts import currency_apart, parsed_change, parsed_value
from deckgen.diagnostics import NOWHERE
from deckgen.figures import Change, Figure
from deckgen.values import format_value, rounded
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
        ("200000000", {"scale": "亿", "unit": "元"}, "2亿元"),
        ("150000", {"scale": "万", "unit": "元"}, "15万元"),
        ("150000", {"scale": "万", "unit": "元", "decimals": 2}, "15.00万元"),
        ("123456789", {"scale": "auto", "unit": "元"}, "1.23亿元"),
        ("9949", {"scale": "auto", "unit": "元"}, "9,949元"),
        ("9950", {"scale": "auto", "unit": "元"}, "1.00万元"),
        ("9999.6", {"scale": "auto", "unit": "元"}, "1.00万元"),
        ("-120000000", {"scale": "auto", "decimals": 1, "unit": "元"}, "−1.2亿元"),
        ("第1", {"scale": "亿"}, "第1"),
        (None, {"scale": "亿", "unit": "元"}, "X元"),
    ],
)
def test_a_figure_as_it_is_shown(value: str | None, fields: dict[str, object], shown: str) -> None:
    assert figure(value, **fields).text == shown


@pytest.mark.parametrize(
    ("value", "fields", "shown", "tail"),
    [
        ("12.4", {"currency": "£", "unit": "m"}, "£12.4m", "m"),
        ("-12.4", {"currency": "£", "unit": "m"}, "−£12.4m", "m"),
        (None, {"currency": "US$", "unit": "billion"}, "US$X billion", "billion"),
        ("12", {"unit": "million"}, "12 million", "million"),
        ("3.1", {"unit": "bn yuan"}, "3.1bn yuan", "bn yuan"),
        ("12", {"unit": "m"}, "12 m", "m"),
        ("3", {"unit": "rd of 152"}, "3rd of 152", "rd of 152"),
        ("3rd", {"unit": "of 152"}, "3rd of 152", "of 152"),
        ("7.56", {"unit": "%", "decimals": 1, "suffix": "or more"}, "7.6% or more", "% or more"),
        ("900", {"suffix": "or more"}, "900 or more", "or more"),
        ("900", {"unit": "homes", "suffix": "+"}, "900 homes+", "homes+"),
        ("4.2", {"unit": "tonnes"}, "4.2 tonnes", "tonnes"),
        ("12", {"unit": "亿元"}, "12亿元", "亿元"),
        ("12", {"unit": "°C"}, "12°C", "°C"),
    ],
)
def test_a_figure_with_an_english_label_keeps_its_spaces_and_its_currency(
    value: str | None, fields: dict[str, object], shown: str, tail: str
) -> None:
    found = structs.replace(figure(value, **fields), label="Homes")
    assert (found.text, found.tail) == (shown, tail)


def test_a_chinese_label_means_a_unit_that_touches() -> None:
    assert figure("12", unit="kWh").text == "12kWh"


def test_what_belongs_to_the_number_in_any_size() -> None:
    shown = {unit: structs.replace(figure("3", unit=unit, currency="£"), label="Homes").touches for unit in ("m", "rd", "million", "")}
    assert shown == {"m": True, "rd": True, "million": False, "": False}


def test_parts_of_a_figure_with_a_currency_stand_alone() -> None:
    found = figure("12.4", currency="£", unit="m")
    assert [found.part(name) for name in ("value", "prefix", "unit")] == ["12.4", "£", "m"]


def test_what_stands_before_a_figure_is_its_phrase() -> None:
    assert figure("3", unit="%", prefix="up").phrase == "up 3%"
    assert figure("3", unit="%", prefix="增长").phrase == "增长3%"


@pytest.mark.parametrize(
    ("prefix", "unit", "apart"),
    [
        ("£", "m", ("£", "", "m")),
        ("US$", "", ("US$", "", "")),
        ("up", "£m", ("£", "up", "m")),
        ("", "$ million", ("$", "", "million")),
        ("约", "元", ("", "约", "元")),
        ("about £", "", ("", "about £", "")),
    ],
)
def test_a_currency_is_told_from_other_words(prefix: str, unit: str, apart: tuple[str, str, str]) -> None:
    assert currency_apart(prefix, unit) == apart


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("up 4.1%", "up 4.1%"),
        ("+3.2% year on year", "+3.2% year on year"),
        ("-7.5% year on year", "−7.5% year on year"),
        ("year on year +X%", "year on year +X%"),
        ("up 2 percentage points", "up 2 percentage points"),
        ("up £4.1m", "up £4.1m"),
        ("-£4.1m", "−£4.1m"),
        ("unchanged", "unchanged"),
        ("同比 +7.8%", "同比 +7.8%"),
        ("占比57.4%", "占比57.4%"),
        ("占GDP57%", "占GDP57%"),
    ],
)
def test_a_change_is_shown_as_the_ledger_has_it(text: str, shown: str) -> None:
    found = parsed_change(text)
    assert found is not None
    assert found.text == shown


@pytest.mark.parametrize("text", ["up", "+£", "TBC", "a lot"])
def test_no_change_is_made_of_words_that_say_none(text: str) -> None:
    assert parsed_change(text) is None


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


def test_a_value_that_nobody_knows_is_written_x() -> None:
    assert format_value(None) == "X"
    assert format_value(None, 2) == "X"
