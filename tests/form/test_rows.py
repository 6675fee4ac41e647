"""The ledger as rows and tables: where figures are used, states, columns that line up."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.form.missing import missing
from deckgen.form.plain import as_csv, as_json
from deckgen.form.rows import Row, rows_of, totals_of
from deckgen.form.table import cells, cut, table
from deckgen.form.uses import Use, uses_of
from deckgen.form.words import remark_text, uses_text, where_text
from deckgen.load.outline import Report
from tests.examples import examples
from tests.some import some
from tests.support import LEDGERS, OUTLINE, compile_text, report_of, squeezed

TEXT = """\
title: 报告{a}
figures: figures.yaml
notes: 封面{b}
parts:
- title: 一
  agenda: true
  motto: 总览{c}
  notes: 总览备注{c}
  slides:
  - {kind: section, title: '标题{d}', motto: '短语{e.label}', points: [甲], figures: [f, f], notes: '说{f}又说{f}'}
- title: 二
  slides:
  - {kind: points, title: 乙, points: ['看{f}'], notes: '再说{g.unit}'}
closing: {title: '完{a}', notes: '谢{b}'}
"""
LEDGER = "figures:\n" + "".join(f"  {name}: {{label: 指标{name}, value: X, source: 甲局}}\n" for name in "abcdefgh")


def rows(report: Report) -> tuple[Row, ...]:
    return rows_of(report.ledger, report.used, report.outline)


@pytest.fixture
def small(tmp_path: Path) -> Report:
    (tmp_path / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "outline.yaml").write_text(TEXT, encoding="utf-8")
    return report_of(tmp_path / "outline.yaml")


def test_uses_are_slides_and_notes_by_their_numbers(small: Report) -> None:
    found = {name: uses_text(uses, "zh") for name, uses in uses_of(small.outline).items()}
    assert found == {
        "a": "1、6",
        "b": "1 备注、6 备注",
        "c": "2、2 备注",
        "d": "2、3",  # the overview lists the titles of its sections, and their mottoes
        "e": "2、3",
        "f": "3、3 备注、5",
    }


def test_what_is_named_but_shows_nothing_is_used_all_the_same(small: Report) -> None:
    """`{g.unit}` of a figure without unit."""
    by_name = {row.figure.name: row for row in rows(small)}
    assert (where_text(by_name["g"], "zh"), where_text(by_name["h"], "zh"), where_text(by_name["h"], "en")) == ("—", "未用到", "unused")
    assert totals_of(rows(small)).unused == 1


def test_the_numbers_are_those_of_the_deck() -> None:
    """Every figure of the report stands on the slides, and is said in the notes, that its row names; and on no others."""
    report = report_of(OUTLINE, LEDGERS["sample"])
    from deckgen.pipeline import Request, compile_deck

    scene = compile_deck(Request(str(OUTLINE), figures=LEDGERS["sample"])).scene
    checked = 0
    for row in some(rows(report)):
        figure = row.figure
        for use in row.uses:
            slide = scene.slides[use.slide - 1]
            words = slide.notes if use.notes else repr(slide)
            # A chart of targets shows how the figure of a label changed the year before, and not what it amounts to.
            changed = str(figure.change.value) if figure.change else figure.number
            assert figure.number in words or (slide.arrangement == "chart" and changed in words), (figure.name, use)
            checked += 1
    assert checked > 150


def test_divided_slides_count(tmp_path: Path) -> None:
    from deckgen.pipeline import Request, outline_as_shown

    long = "积极承接战略落地，政策试点先行先试，各项工作落实见效" * 6
    points = "".join(f"\n    - {{lead: 第{i}点, text: {long}}}" for i in range(8))
    text = f"title: 报告\nfigures: figures.yaml\noverflow: continue\nparts:\n- title: 一\n  slides:\n  - kind: points\n    title: 甲\n    points:{points}\n  - {{kind: points, title: 乙, points: ['看{{a}}']}}\n"
    compile_text(text, tmp_path, ledger=LEDGER)
    report = report_of(tmp_path / "outline.yaml")
    assert uses_of(report.outline)["a"] == (Use(3),)
    shown = outline_as_shown(Request(report.outline.path), report)
    ((use,),) = uses_of(shown).values()
    scene = compile_text(text, tmp_path, ledger=LEDGER).scene
    assert use.slide > 3
    assert scene.slides[use.slide - 1].title == "乙"


def test_states_and_totals_of_the_shipped_ledgers() -> None:
    unknown, sample = (rows(report_of(OUTLINE, LEDGERS[name])) for name in ("x", "sample"))
    assert [getattr(totals_of(unknown), name) for name in ("all", "unknown", "sample", "known", "unused")] == [116, 110, 0, 6, 0]
    assert [getattr(totals_of(sample), name) for name in ("all", "unknown", "sample", "known", "unused")] == [116, 0, 110, 6, 0]


def test_a_table_lines_up_in_columns_of_a_terminal() -> None:
    found = table(rows(report_of(OUTLINE)), "zh").split("\n")
    assert found[0].split() == ["名称", "指标", "数值", "单位", "变化", "状态", "责任单位", "用在第几页"]
    starts = {cells(line[: line.index("区统计局")]) for line in found if "区统计局" in line}
    assert len(starts) == 1
    assert found[-1] == "共 116 个指标：X 110 个，示例 0 个，已填 6 个"
    assert not any("…" in line for line in found)


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_a_table_is_cut_to_the_terminal(width: int) -> None:
    found = table(rows(report_of(OUTLINE)), "zh", width).split("\n")
    assert max(cells(line) for line in found) <= width
    assert any("…" in line for line in found) == (width <= 100)


@examples(25, 100)
@given(text=st.text(max_size=20), width=st.integers(1, 30))
def test_a_cut_text_is_as_wide_as_it_may_be(text: str, width: int) -> None:
    found = cut(text, width)
    assert cells(found) <= width
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]) and cells(found) >= width - 1)


@pytest.mark.parametrize(("text", "width"), [("甲a", 3), ("“甲”", 4), ("１", 2), ("e\u0301", 1), ("", 0), ("ｱ", 1)])
def test_how_wide_a_terminal_draws_a_text(text: str, width: int) -> None:
    assert cells(text) == width


def test_the_message_to_departments_asks_for_every_x_once(small: Report) -> None:
    report = report_of(OUTLINE)
    found = missing(rows(report), "zh")
    unknown = [row.figure for row in rows(report) if row.state == "unknown"]
    assert len(unknown) == 110
    for figure in some(unknown):
        assert found.count(f"[{figure.name}]") == 1
    assert "区统计局（6 项）\n  1. 地区生产总值：预计X亿元，同比 +X%（第 5 页及备注、第 13 页）[gdp]" in found
    departments = {figure.department for figure in unknown}
    assert found.endswith(f"共 {len(departments)} 个单位，待填 110 项")
    assert missing(rows(report_of(OUTLINE, LEDGERS["sample"])), "zh") == "没有待填的指标。"
    assert "指标h：X（未用到）[h]" in missing(rows(small), "zh")


def test_json_keeps_every_digit_and_says_what_is_unknown() -> None:
    found = json.loads(as_json(rows(report_of(OUTLINE, LEDGERS["sample"]))))
    gdp = next(entry for entry in found["figures"] if entry["name"] == "gdp")
    assert gdp == {
        "name": "gdp",
        "label": "地区生产总值",
        "value": "412.6",
        "unit": "亿元",
        "change": "同比 +7.8%",
        "state": "sample",
        "source": "区统计局",
        "slides": [5, 13],
        "notes": [5],
        "used": True,
    }
    assert next(entry for entry in found["figures"] if entry["name"] == "investment")["value"] == "295.0"
    assert found["totals"] == {"all": 116, "unknown": 0, "sample": 110, "known": 6, "unused": 0}


def test_csv_is_a_line_a_figure() -> None:
    found = list(csv.reader(io.StringIO(as_csv(rows(report_of(OUTLINE)), "en"))))
    assert len(found) == 117
    assert found[0] == ["Name (do not change)", "Figure", "Value", "Unit", "Change", "State", "Source", "Used on"]


def test_remarks_say_how_slides_write_the_figure() -> None:
    by_name = {row.figure.name: row for row in rows(report_of(OUTLINE))}
    assert remark_text(by_name["gdp"], "zh") == "写作“预计X亿元”；保留 1 位小数"
    assert remark_text(by_name["essays"], "en") == "written “X余篇”"
    assert squeezed(remark_text(by_name["center_study"], "zh")) == ""
