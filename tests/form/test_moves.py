"""Change cells: the grammar of the ledger, or a number alone in the ledger's wording."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.amounts import parsed_change
from deckgen.figures import Change
from deckgen.form.cells import Cell
from deckgen.form.moves import read_change
from deckgen.form.rows import change_text
from tests.examples import examples
from tests.form.helpers import cell, figure, rule_of


@pytest.mark.parametrize(
    ("written", "now", "text"),
    [
        ("同比 +7.8%", "同比 +X%", "同比 +7.8%"),
        ("同比+7.8％", "同比 +X%", "同比 +7.8%"),
        ("同比：+７．８％", "同比 +X%", "同比 +7.8%"),
        ("同比 7.8%", "同比 +X%", "同比 +7.8%"),
        ("同比 -3%", "同比 +X%", "同比 -3%"),
        ("同比 −3%", "同比 +X%", "同比 -3%"),
        ("同比 +7.8", "同比 +X%", "同比 +7.8%"),
        ("7.8%", "同比 +X%", "同比 +7.8%"),
        ("+7.8%", "同比 +X%", "同比 +7.8%"),
        ("-3%", "同比 +X%", "同比 -3%"),
        ("7.8", "同比 +X%", "同比 +7.8%"),
        (7.8, "同比 +X%", "同比 +7.8%"),
        ("57.4", "占比 X%", "占比57.4%"),
        ("0.5", "提高X个百分点", "提高0.5个百分点"),
        ("0.5个百分点", "提高X个百分点", "提高0.5个百分点"),
        ("占比 57.4%", "同比 +X%", "占比57.4%"),
        ("下降3%", "增长X%", "下降3%"),
        ("同比增长7.8%", "", "同比增长7.8%"),
        ("持平", "同比 +X%", "持平"),
        ("与上年持平", "同比 +X%", "与上年持平"),
        ("由负转正", "", "由负转正"),
        ("X", "同比 +7.8%", "同比 +X%"),
        ("同比 +X%", "同比 +7.8%", "同比 +X%"),
        ("+x%", "同比 +7.8%", "同比 +X%"),
        ("待填", "占比 57.4%", "占比X%"),
        ("增加12家", "", "增加12家"),
        ("同比 +1,234.5%", "同比 +X%", "同比 +1234.5%"),
    ],
)
def test_changes_that_are_taken(written: str | float, now: str, text: str) -> None:
    found = read_change(cell(written), figure(unit="家", change=now))
    assert isinstance(found, Change)
    assert change_text(found) == text


@pytest.mark.parametrize("written", ["-", "—", "/", "无", "X"])
def test_nothing_may_be_said_of_a_figure_that_has_no_change(written: str) -> None:
    assert read_change(cell(written), figure()) is None


@pytest.mark.parametrize(
    ("written", "now", "rule"),
    [
        ("增长很多", "同比 +X%", "change"),
        ("同比", "同比 +X%", "change"),
        ("不知道", "同比 +X%", "change"),
        ("同比 +7.8.9%", "同比 +X%", "change"),
        ("同比 +7.8%左右", "同比 +X%", "change"),
        ("同比 +7.8万", "同比 +X%", "change"),
        ("增长-3%", "同比 +X%", "change"),
        ("同比 +7.8", "", "change"),
        ("7.8%", "", "change-wording"),
        ("7.8%", "持平", "change-wording"),
        ("7.8%", "提高X个百分点", "change-unit"),
        ("同比 +7.8个百分点", "同比 +X%", "change-unit"),
        ("-3", "增长X%", "change-sign"),
        ("X", "持平", "change"),
        ("\x1b0", "同比 +X%", "change"),
        (1e18, "同比 +X%", "digits"),
        (10**18, "同比 +X%", "digits"),
    ],
)
def test_changes_that_are_refused(written: str | float, now: str, rule: str) -> None:
    assert rule_of(read_change(cell(written), figure(unit="家", change=now))) == rule


def test_a_percentage_cell_is_a_percentage() -> None:
    shown = Cell("0.078", number=Decimal("7.8"), percent=True)
    found = read_change(shown, figure(change="同比 +X%"))
    assert isinstance(found, Change)
    assert change_text(found) == "同比 +7.8%"
    assert rule_of(read_change(shown, figure(change="提高X个百分点"))) == "change-unit"


@examples(30, 150)
@given(
    wording=st.sampled_from(["同比", "占比", "增长", "比上年"]),
    number=st.decimals(-(10**6), 10**6, places=2),
    unit=st.sampled_from(["%", "个百分点"]),
)
def test_what_is_written_into_a_ledger_is_read_as_what_it_was(wording: str, number: Decimal, unit: str) -> None:
    signed = wording in ("同比", "比上年") or number < 0
    change = Change(wording, number, unit, signed)
    assert parsed_change(change_text(change)) == change
