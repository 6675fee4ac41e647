"""What a figure may be called: hanzi as well as small Latin letters, wherever names are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.diagnostics import Findings
from deckgen.figures import NAME_PATTERN, is_figure_name
from deckgen.form.filled import filled
from deckgen.form.read import read_tables
from deckgen.messages import rendered
from deckgen.pipeline import Request, compile_deck
from tests.load.helpers import check_ledger_finds, deck, findings_of, read

TAKEN = ["gdp", "gdp_2020", "地区生产总值", "人均GDP", "5G基站数", "PM2_5浓度", "q1_产值", "〇〇号", "十四五_投资", "㐀甲"]
REFUSED = ["", "GDP", "2020", "_甲", "_a", "甲 乙", "甲.乙", "其中：甲", "甲（亿元）", "甲，乙", "ａ甲", "①甲", "甲é", "Ωa", "甲²"]
LEDGER = """figures:
  地区生产总值: {label: 生产总值, value: 412.6, unit: 亿元, change: 同比 +X%, history: {2018: 382.1}}
  第一产业: {label: 一产, value: X, unit: 亿元, parts_of: 地区生产总值}
"""


@pytest.mark.parametrize("name", TAKEN)
def test_names_that_are_taken(name: str) -> None:
    assert is_figure_name(name)
    assert re.search(NAME_PATTERN, name)


@pytest.mark.parametrize("name", REFUSED)
def test_names_that_are_refused_by_the_reader_and_by_editors(name: str) -> None:
    assert not is_figure_name(name)
    assert not re.search(NAME_PATTERN, name)


def test_a_refused_name_is_told_how_to_write_it() -> None:
    check_ledger_finds("figures:\n  甲（亿元）: {label: 甲, value: 1}\n", "2:3 load/figure-name 用汉字")


def test_texts_parts_and_lists_know_them() -> None:
    outline = deck(
        "points: ['甲{地区生产总值}，{地区生产总值.change}，{地区生产总值.history.2018}']\nfigures: [第一产业]",
        head="figures: figures.yaml\n",
    )
    report, found = read(outline, LEDGER)
    assert found == []
    assert report is not None
    assert report.used == ("地区生产总值", "第一产业")
    assert report.outline.parts[0].slides[0].points[0].text.plain == "甲412.6亿元，同比 +X%，382.1亿元"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("written", "meant"), [("地区生产总植", "地区生产总值"), ("生产总值", "地区生产总值"), ("一产", "第一产业")])
def test_a_misspelt_name_and_a_label_lead_to_the_name(written: str, meant: str) -> None:
    for text in (f"points: ['甲{{{written}}}']", f"points: [甲]\nfigures: [{written}]"):
        found = findings_of(deck(text, head="figures: figures.yaml\n"), LEDGER)
        assert [finding.rule for finding in found] == ["load/unknown-figure"]
        assert f"是不是 `{meant}`？" in rendered(found[0], "zh")


def test_a_form_knows_them_in_any_case_and_width(tmp_path: Path) -> None:
    (tmp_path / "figures.yaml").write_text("figures:\n  人均GDP: {label: 甲, value: X, unit: 元}\n", encoding="utf-8")
    (tmp_path / "表.csv").write_text("名称,数值\n人均ｇｄｐ,1\n", encoding="utf-8")
    from deckgen.files import Folder
    from deckgen.load.figures import read_ledger

    findings = Findings()
    ledger = read_ledger(str(tmp_path / "figures.yaml"), Folder(), findings)
    changed = filled(read_tables(str(tmp_path / "表.csv"), findings), ledger, findings)
    assert findings.all == []
    assert [(one.figure.name, str(one.wanted.value)) for one in changed] == [("人均GDP", "1")]


def test_a_deck_is_built_of_them(tmp_path: Path) -> None:
    (tmp_path / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "o.yaml").write_text(
        "title: 甲乙丙丁\nfigures: figures.yaml\nparts: [{title: 甲乙丙丁, slides: [{kind: points, title: 戊己庚辛, points: ['{地区生产总值}'], figures: [第一产业]}]}]\n",
        encoding="utf-8",
    )
    assert compile_deck(Request(str(tmp_path / "o.yaml"))).unknown == ("地区生产总值", "第一产业")
