"""Amounts as they are written: every word that means something of its own, and what only looks like a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckgen.amounts import currency_apart, is_number, parsed_change, parsed_value, placeholder


@pytest.mark.parametrize("word", ["X", "XX", "XXX", "?", "？", "未知", "待填", "待定", "待核", "待核实", "暂缺", "—", "——"])
def test_words_for_what_nobody_knows_yet(word: str) -> None:
    assert parsed_value(word) == (None, False)


@pytest.mark.parametrize(
    "word", ["", "x", "-X", "+XX", "−待填", "X.X", "××", "××××", "XX.XX", "+X.X", "-××", "**", "****", "__", "________"]
)
def test_blanks_for_what_nobody_knows_yet(word: str) -> None:
    assert parsed_value(word) == (None, False)


@pytest.mark.parametrize("word", ["XXXXX", "*", "*****", "_", "_________", "X.", "X.XXX", "约X", "未知数"])
def test_what_is_no_blank_is_a_text(word: str) -> None:
    assert parsed_value(word) == (word, False)


@pytest.mark.parametrize("word", ["X%", "x%", "××%", "X %", "+X.X%", "-X%", "待填%"])
def test_a_blank_may_be_percent(word: str) -> None:
    assert parsed_value(word) == (None, True)


@pytest.mark.parametrize(
    ("text", "number", "percent"),
    [
        ("412.6", "412.6", False), ("1,234", "1234", False), ("1,234,567.89", "1234567.89", False), ("12.3%", "12.3", True),
        ("12.3 %", "12.3", True), ("-3", "-3", False), ("−3.5", "-3.5", False), ("+3", "3", False), ("１２．３％", "12.3", True),
        ("9" * 18, "9" * 18, False), ("0.123456789", "0.123456789", False), ("1,000,000,000,000,000", "1000000000000000", False),
    ],
)  # fmt: skip
def test_numbers(text: str, number: str, percent: bool) -> None:
    assert parsed_value(text) == (Decimal(number), percent)
    assert is_number(number)


@pytest.mark.parametrize(
    "text", ["9" * 19, "0.1234567890", "1,23", "12,34", "1,000,000,000,000,000,000", "1.", ".5", "--3", "3-", "1e5", "第1"]
)
def test_what_only_looks_like_a_number_stays_a_text(text: str) -> None:
    assert parsed_value(text) == (text, False)
    assert not is_number(text)


@pytest.mark.parametrize(
    ("text", "shown"), [("XX", "XX"), ("X.X%", "X.X"), ("××", "××"), ("**", "**"), ("____", "____"), ("待填", "X"), ("X", "X")]
)
def test_a_blank_is_shown_as_it_is_written(text: str, shown: str) -> None:
    assert placeholder(text) == shown


@pytest.mark.parametrize("word", ["同比", "环比", "较上年", "比上年", "年均"])
def test_a_comparison_without_a_verb_is_signed(word: str) -> None:
    rise, fall = parsed_change(f"{word}7.8%"), parsed_change(f"{word} -7.8%")
    assert rise is not None and fall is not None
    assert (rise.text, rise.signed, fall.text) == (f"{word} +7.8%", True, f"{word} −7.8%")
    assert parsed_change(word) is None


@pytest.mark.parametrize("word", ["占比", "增长", "下降", "提高", "降低", "增加", "减少", "上升", "提升"])
def test_a_verb_says_the_way_and_wants_a_number(word: str) -> None:
    change = parsed_change(f"{word}7.8%")
    assert change is not None
    assert (change.wording, change.value, change.unit, change.signed, change.text) == (word, Decimal("7.8"), "%", False, f"{word}7.8%")
    assert parsed_change(word) is None


@pytest.mark.parametrize("word", ["持平", "由负转正", "unchanged", "No change", "flat", "level", "stable", "doubled", "halved", "tripled"])
def test_a_standstill_has_no_number(word: str) -> None:
    change = parsed_change(word)
    assert change is not None
    assert (change.wording, change.value, change.unit, change.signed, change.text) == (word, "", "", False, word)


@pytest.mark.parametrize("text", ["up", "同比 1,23%", "同比 a", "7.8.9%", "同比 .5%", "比 A"])
def test_what_cannot_be_understood_is_no_change(text: str) -> None:
    assert parsed_change(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("占比提高0.5个百分点", "占比提高0.5个百分点"), ("同比 +X%", "同比 +X%"), ("同比+XX.X%", "同比 +XX.X%"), ("占比××%", "占比××%"),
        ("+5家", "+5家"), ("5家", "5家"), ("同比 -3,200家", "同比 −3,200家"), ("增长 1234567 家", "增长1,234,567家"),
    ],
)  # fmt: skip
def test_changes_as_they_are_shown(text: str, shown: str) -> None:
    change = parsed_change(text)
    assert change is not None
    assert change.text == shown


def test_grouping_is_handed_on() -> None:
    grouped, plain = parsed_change("增长1234567家"), parsed_change("增长1234567家", grouped=False)
    assert grouped is not None and plain is not None
    assert (grouped.text, plain.text) == ("增长1,234,567家", "增长1234567家")


@pytest.mark.parametrize(
    ("prefix", "unit", "apart"),
    [
        ("£", "m", ("£", "", "m")), ("US$", "billion", ("US$", "", "billion")), ("", "£m", ("£", "", "m")), ("", "£ million", ("£", "", "million")),
        ("", "€", ("€", "", "")), ("", "¥", ("¥", "", "")), ("about", "£m", ("£", "about", "m")), ("约", "亿元", ("", "约", "亿元")),
        ("about £", "m", ("", "about £", "m")), ("", "m£", ("", "", "m£")), ("ABCD$", "", ("", "ABCD$", "")), ("", "", ("", "", "")),
    ],
)  # fmt: skip
def test_a_currency_stands_with_its_number(prefix: str, unit: str, apart: tuple[str, str, str]) -> None:
    assert currency_apart(prefix, unit) == apart
