"""How a figure moved, in one text or field by field, and every part that a text may ask of a figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.diagnostics import Findings
from deckgen.figures import PARTS, Figure
from deckgen.files import Folder
from deckgen.load.figures import read_ledger


def figure(folder: Path, **entry: Any) -> Figure:
    path = folder / "figures.yaml"
    path.write_text(yaml.safe_dump({"figures": {"gdp": {"label": "生产总值", "value": 3, **entry}}}, allow_unicode=True), encoding="utf-8")
    findings = Findings()
    found = read_ledger(str(path), Folder(), findings)
    assert findings.all == []
    return found.figures["gdp"]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"wording": "同比", "value": 7.8, "unit": "%"}, "同比 +7.8%"),  # a comparison is signed without being told
        ({"wording": "同比", "value": "7.8%"}, "同比 +7.8%"),
        ({"wording": "同比", "value": "7.8%", "unit": "个百分点"}, "同比 +7.8个百分点"),
        ({"wording": "同比", "value": 7.8, "unit": "%", "signed": False}, "同比7.8%"),
        ({"wording": "占比", "value": 57.4, "unit": "%"}, "占比57.4%"),
        ({"wording": "好于预期", "value": 2, "unit": "%", "signed": True}, "好于预期 +2%"),
        ({"wording": "同比", "value": -3, "unit": "%"}, "同比 −3%"),
        ({"wording": "同比", "value": 0, "unit": "%"}, "同比 0%"),
        ({"wording": "同比", "value": 0.5, "unit": "%"}, "同比 +0.5%"),
        ({"wording": "同比", "value": "X", "unit": "%"}, "同比 +X%"),
        ({"wording": "同比", "value": "-X", "unit": "%"}, "同比 −X%"),
        ({"wording": "同比", "value": "−X%"}, "同比 −X%"),
        ({"wording": "占比", "value": 1234567, "unit": "家"}, "占比1,234,567家"),
        ({"value": 5, "unit": "家"}, "5家"),
        ("同比 +7.8%", "同比 +7.8%"),
        ("占比57.4%", "占比57.4%"),
        ("持平", "持平"),
    ],
)
def test_a_change_is_told_as_it_was_meant(change: object, text: str, tmp_path: Path) -> None:
    found = figure(tmp_path, change=change).change
    assert found is not None
    assert found.text == text


def test_an_empty_change_is_none(tmp_path: Path) -> None:
    assert figure(tmp_path, change="").change is None


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("value", "1,345.6"), ("unit", "亿元"), ("change", "同比 +7.8%"), ("label", "地区生产总值"), ("prefix", "预计"), ("suffix", "以上"),
        ("period", "2019年"), ("nothing", None),
    ],
)  # fmt: skip
def test_every_part_of_a_figure(part: str, text: str | None, tmp_path: Path) -> None:
    entry = {"value": 1345.6, "unit": "亿元", "change": "同比 +7.8%", "prefix": "预计", "suffix": "以上", "period": "2019年"}
    assert figure(tmp_path, label="地区生产总值", **entry).part(part) == text
    assert (part in PARTS) == (text is not None)


def test_a_figure_without_change_has_no_such_part(tmp_path: Path) -> None:
    assert figure(tmp_path).part("change") is None
