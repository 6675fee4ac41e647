"""A ledger that extends another takes over every field that it does not say anew."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import structs

from deckgen.diagnostics import NOWHERE, Findings
from deckgen.figures import Figure, Ledger
from deckgen.files import Folder
from deckgen.load.figures import read_ledger
from deckgen.values import Amount

ENTRY: dict[str, Any] = {
    "label": "生产总值", "value": 41260, "unit": "元", "prefix": "预计", "suffix": "余", "change": "同比 +7.8%", "decimals": 1,
    "scale": "万", "period": "2019年", "source": "统计局", "sample": True, "base": 38275, "parts_of": "total",
    "target": 42000, "compare": {"全省": 6}, "history": {2016: 35000}, "rank": "第3", "good": "none",
}  # fmt: skip
TOTAL = {"label": "合计", "value": 90000, "unit": "元"}
# field -> (what the extending ledger says, the attribute it becomes, its value there)
SAID = {
    "label": ("区生产总值", "label", "区生产总值"),
    "unit": ("万元", "unit", "万元"),
    "prefix": ("约", "prefix", "约"),
    "suffix": ("以上", "suffix", "以上"),
    "decimals": (2, "decimals", 2),
    "scale": ("亿", "scale", "亿"),
    "period": ("2020年", "period", "2020年"),
    "rank": ("全市第2", "rank", "全市第2"),
    "good": ("up", "good", "up"),
    "text": (True, "worded_value", True),
    "target": (45000, "target", Amount(Decimal(45000))),
    "compare": ({"全市": 6.9}, "compare", {"全省": Amount(Decimal(6)), "全市": Amount(Decimal("6.9"))}),
    "history": ({2017: 36000}, "history", {"2016": Amount(Decimal(35000)), "2017": Amount(Decimal(36000))}),
    "source": ("发改委", "department", "发改委"),
    "parts_of": ("other", "parts_of", "other"),
}


def extended(entry: dict[str, Any], folder: Path, base: dict[str, Any] = ENTRY, **head: object) -> Ledger:
    """The ledger with `entry` over `base`."""
    others = {"total": TOTAL, "other": TOTAL}
    below = {"grouping": False, "figures": {"gdp": base, **others}}
    above = {"extends": "base.yaml", **head, "figures": {"gdp": entry}}
    (folder / "base.yaml").write_text(yaml.safe_dump(below, allow_unicode=True), encoding="utf-8")
    (folder / "figures.yaml").write_text(yaml.safe_dump(above, allow_unicode=True), encoding="utf-8")
    findings = Findings()
    found = read_ledger(str(folder / "figures.yaml"), Folder(), findings)
    assert findings.all == []
    return found


def bare(figure: Figure) -> Figure:
    return structs.replace(figure, source=NOWHERE)


def test_the_entry_below_is_what_it_says(tmp_path: Path) -> None:
    figure = extended({"label": "生产总值"}, tmp_path).figures["gdp"]
    assert (figure.label, str(figure.value), figure.unit, figure.prefix, figure.suffix) == ("生产总值", "41260", "元", "预计", "余")
    assert figure.change is not None and figure.change.text == "同比 +7.8%"
    assert (figure.decimals, figure.scale, figure.period, figure.department) == (1, "万", "2019年", "统计局")
    assert (figure.sample, str(figure.base and figure.base.value), figure.parts_of, figure.grouped) == (True, "38275", "total", False)
    assert figure.text == "4.1余万元"


@pytest.mark.parametrize("field", SAID)
def test_one_field_said_anew_changes_nothing_else(field: str, tmp_path: Path) -> None:
    written, attribute, value = SAID[field]
    same = bare(extended({"label": "生产总值"}, tmp_path).figures["gdp"])
    other = bare(extended({field: written}, tmp_path).figures["gdp"])
    assert getattr(same, attribute) != value
    assert other == structs.replace(same, **{attribute: value})


@pytest.mark.parametrize(
    ("below", "above", "head", "sample"),
    [
        (True, {"value": 5}, {}, True),  # a sample stays one until its ledger says otherwise
        (True, {"label": "甲"}, {}, True),
        (False, {"value": 5}, {}, False),
        (False, {"value": 5}, {"sample": True}, True),
        (False, {"change": "同比 +1%"}, {"sample": True}, True),
        (False, {"label": "甲"}, {"sample": True}, False),  # nothing of the value was made up
        (False, {"value": 5, "sample": True}, {}, True),
    ],
)
def test_what_is_a_sample(below: bool, above: dict[str, Any], head: dict[str, Any], sample: bool, tmp_path: Path) -> None:
    assert extended(above, tmp_path, ENTRY | {"sample": below}, **head).figures["gdp"].sample is sample


def test_value_change_and_base_are_said_anew(tmp_path: Path) -> None:
    figure = extended({"value": "X", "change": "同比 -1%", "base": 40000}, tmp_path).figures["gdp"]
    assert (figure.value, figure.change and figure.change.text, str(figure.base and figure.base.value)) == (None, "同比 −1%", "40000")


@pytest.mark.parametrize(("head", "grouped"), [({}, False), ({"grouping": True}, True)])
def test_grouping_is_taken_over_unless_it_is_said(head: dict[str, Any], grouped: bool, tmp_path: Path) -> None:
    found = extended({"value": 12345, "scale": "auto"}, tmp_path, **head)
    assert (found.grouped, found.figures["gdp"].grouped) == (grouped, grouped)


@pytest.mark.parametrize(("below", "above", "shown"), [
    ({"value": "XX"}, {"label": "甲"}, "XX"), ({"value": "XX"}, {"value": "X.X"}, "X.X"), ({}, {"value": "XX"}, "XX"), ({"value": "XX"}, {"value": "X"}, "X"),
])  # fmt: skip
def test_a_blank_is_shown_as_the_last_ledger_writes_it(below: dict[str, Any], above: dict[str, Any], shown: str, tmp_path: Path) -> None:
    assert extended(above, tmp_path, ENTRY | below).figures["gdp"].number == shown


def test_figures_of_both_are_there(tmp_path: Path) -> None:
    assert set(extended({"label": "甲"}, tmp_path).figures) == {"gdp", "total", "other"}
