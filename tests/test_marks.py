"""▲ and ▼, and whether they are good."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckgen.amounts import parsed_change
from deckgen.diagnostics import Span
from deckgen.figures import Change, Figure
from deckgen.marks import is_loss, marked, told, tone


def change(text: str) -> Change:
    made = parsed_change(text)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("同比 +7.8%", "同比 ▲7.8%"),
        ("同比 -12.4%", "同比 ▼12.4%"),
        ("提高0.5个百分点", "▲提高0.5个百分点"),
        ("下降3.2%", "▼下降3.2%"),
        ("占比 57.4%", "占比57.4%"),
        ("同比 +X%", "同比 +X%"),
        ("同比 -X%", "同比 ▼X%"),
        ("-X% year on year", "▼X% year on year"),
        ("持平", "持平"),
        ("up 4.1%", "▲ up 4.1%"),
    ],
)
def test_a_change_has_the_mark_of_its_way(written: str, shown: str) -> None:
    assert marked(change(written)) == shown


@pytest.mark.parametrize(("written", "heard"), [("同比 -X%", "同比 ▼X%"), ("同比 +X%", "同比 +X%"), ("同比 -2%", "同比 −2%")])
def test_a_fall_of_unknown_size_is_told_as_cards_show_it(written: str, heard: str) -> None:
    assert told(change(written)) == heard


@pytest.mark.parametrize(
    ("label", "good", "written", "meant"),
    [
        ("地区生产总值", "", "同比 +7.8%", "good"),
        ("地区生产总值", "", "同比 -2.1%", "bad"),
        ("刑事案件发案数", "", "下降12.4%", "good"),
        ("burglaries", "", "up 3%", "bad"),
        ("信访总量", "none", "同比 -5%", "plain"),
        ("企业开办", "down", "同比 -5%", "good"),
        ("地区生产总值", "", "同比 +X%", "plain"),
        ("第三产业", "", "占比 57.4%", "plain"),
    ],
)
def test_up_is_good_unless_the_ledger_or_the_label_says_otherwise(label: str, good: str, written: str, meant: str) -> None:
    figure = Figure(name="a", label=label, value=Decimal(1), good=good, change=change(written), source=Span("test"))
    assert tone(figure) == meant


@pytest.mark.parametrize(("value", "loss"), [("-3.6", True), ("0", False), ("3.6", False)])
def test_a_value_below_nothing_is_a_loss(value: str, loss: bool) -> None:
    assert is_loss(Figure(name="a", label="a", value=Decimal(value), source=Span("test"))) is loss
