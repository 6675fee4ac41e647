"""A form against its ledger: what changes, and every row that a clerk can get wrong, at its cell."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from deckgen.form.rows import change_text, value_text
from tests.form.helpers import HEADER, as_csv, as_xlsx, fill, ledger_of_text

LEDGER = """\
figures:
  gdp: {label: 地区生产总值, value: X, unit: 亿元, change: 同比 +X%}
  firms: {label: 企业, value: 12, unit: 家}
  rank: {label: 位次, value: 第1, unit: 位}
  target: {label: 目标, value: X}
"""
GDP = ("gdp", "地区生产总值", "412.6", "亿元", "同比 +7.8%")
FIRMS = ("firms", "企业", "13", "家", "")


def fills(rows: list[tuple[object, ...]], folder: Path, header: tuple[str, ...] = HEADER) -> tuple[dict[str, str], list[str]]:
    """What each figure becomes, and the faults."""
    (folder / "a.csv").write_text(as_csv(rows, header), encoding="utf-8")
    amendments, faults = fill(folder / "a.csv", ledger_of_text(LEDGER, folder))
    wanted = [one.wanted for one in amendments]
    return {one.name: f"{value_text(one.value)}{one.unit} {change_text(one.change)}".strip() for one in wanted}, faults


def test_what_is_filled_changes(tmp_path: Path) -> None:
    assert fills([GDP, FIRMS], tmp_path) == ({"gdp": "412.6亿元 同比 +7.8%", "firms": "13家"}, [])


def test_blank_cells_and_the_same_values_change_nothing(tmp_path: Path) -> None:
    rows = [("gdp", "", "", "", ""), ("firms", "企业", "12.0", "家", ""), ("rank", "", "第1位"), ("target", "", "X")]
    assert fills(rows, tmp_path) == ({}, [])  # type: ignore[arg-type]


def test_an_x_makes_a_figure_unknown(tmp_path: Path) -> None:
    assert fills([("firms", "", "X", "", "")], tmp_path)[0] == {"firms": "X家"}


def test_what_was_exported_and_not_touched_changes_nothing(tmp_path: Path) -> None:
    """Two forms are sent round while all is X; the one that comes back second says X of what the first has filled."""
    header = (*HEADER, "导出时的数值", "导出时的变化")
    stale = ("firms", "企业", "X", "家", "", "X", "")
    assert fills([stale], tmp_path, header) == ({}, [])
    assert fills([("firms", "企业", "14", "家", "", "X", "")], tmp_path, header) == ({"firms": "14家"}, [])
    assert fills([("firms", "企业", "X", "家", "", "12", "")], tmp_path, header) == ({"firms": "X家"}, [])


def test_a_unit_may_be_added_where_the_ledger_has_none(tmp_path: Path) -> None:
    assert fills([("target", "目标", "445.6", "亿元", "")], tmp_path) == ({"target": "445.6亿元"}, [])
    assert fills([("target", "目标", "445.6亿元", "亿元", "")], tmp_path) == ({"target": "445.6亿元"}, [])
    assert fills([("target", "目标", "8%", "", "")], tmp_path) == ({"target": "8%"}, [])
    assert fills([("target", "目标", "8", "12", "")], tmp_path)[1] == ["D2 no-unit"]


def test_columns_and_rows_stand_in_any_order_among_others(tmp_path: Path) -> None:
    rows = [("备注", "13 ", "", "firms"), ("", "", "", ""), ("", "412.6", "7.8%", "GDP")]
    header = ("经办人", "数值（亿元等）", "Change", "Name (do not change)")
    assert fills(rows, tmp_path, header) == ({"gdp": "412.6亿元 同比 +7.8%", "firms": "13家"}, [])  # type: ignore[arg-type]


def test_the_ledger_gives_the_order(tmp_path: Path) -> None:
    assert list(fills([FIRMS, GDP], tmp_path)[0]) == ["gdp", "firms"]


def test_titles_above_and_signatures_below_are_passed_over(tmp_path: Path) -> None:
    text = f"填报表,,,,\n请于周五前交回,,,,\n{as_csv([GDP])},填表人：张三,,,\n{as_csv([FIRMS])}"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    amendments, faults = fill(tmp_path / "a.csv", ledger_of_text(LEDGER, tmp_path))
    assert ([one.figure.name for one in amendments], faults) == (["gdp", "firms"], [])


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([("gpd", "", "1")], ["A2 unknown-name"]),
        ([GDP, FIRMS, GDP], ["A4 twice"]),
        ([("", "企业", "13")], ["A2 no-name"]),
        ([("", "", "", "", "同比 +1%")], ["A2 no-name"]),
        ([("gdp", "企业", "13", "家")], ["B2 other-label", "D2 other-unit"]),
        ([("gdp", "地区生产总值", "412.6", "万元")], ["D2 other-unit"]),
        ([("gdp", "", "约400")], ["C2 number"]),
        ([("gdp", "", "#REF!", "", "#DIV/0!")], ["C2 formula-error", "E2 formula-error"]),
        ([("rank", "", "2")], ["C2 rank"]),
        ([("firms", "", "", "", "5%")], ["E2 change-wording"]),
        ([("gdp", "", "四百"), ("nope", "", "1"), ("firms", "", "一", "个")], ["C2 number", "A3 unknown-name", "D4 other-unit"]),
    ],
)
def test_all_faults_are_told_at_their_cells(rows: list[tuple[object, ...]], faults: list[str], tmp_path: Path) -> None:
    assert fills(rows, tmp_path)[1] == faults


@pytest.mark.parametrize(
    ("header", "faults"),
    [
        (("指标", "数值", "单位"), ["1 no-column"]),
        (("名称", "指标", "单位"), ["1 no-column"]),
        (("a", "b", "c"), ["no-header"]),
        (("名称", "数值", "数值"), ["C1 column-twice"]),
    ],
)
def test_headers_that_do_not_serve(header: tuple[str, ...], faults: list[str], tmp_path: Path) -> None:
    assert fills([("gdp", "1", "2")], tmp_path, header)[1] == faults


def test_every_sheet_with_a_header_is_read(tmp_path: Path) -> None:
    as_xlsx(tmp_path / "a.xlsx", [GDP])
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    for title, row in (("二", FIRMS), ("三", GDP)):
        sheet = book.create_sheet(title)
        sheet.append(HEADER)
        sheet.append(row)
    book.create_sheet("说明").append(["指标", "单位", "怎样填"])
    book.save(tmp_path / "a.xlsx")
    amendments, faults = fill(tmp_path / "a.xlsx", ledger_of_text(LEDGER, tmp_path))
    assert faults == ["三!A2 twice"]
    assert [one.figure.name for one in amendments] == ["gdp", "firms"]


def test_the_order_of_rows_means_nothing(tmp_path: Path) -> None:
    text = "figures:\n" + "".join(f"  n{i}: {{label: 甲{i}, value: X, unit: 个}}\n" for i in range(40))
    ledger = ledger_of_text(text, tmp_path)
    rows: list[tuple[object, ...]] = [(f"n{i}", f"甲{i}", i, "个", "") for i in range(40)]
    random.Random(1).shuffle(rows)
    amendments, faults = fill(as_xlsx(tmp_path / "a.xlsx", rows), ledger)
    assert faults == []
    assert [one.wanted.value for one in amendments] == [Decimal(i) for i in range(40)]


def test_a_column_sorted_by_itself_is_noticed(tmp_path: Path) -> None:
    """Sorting labels and values without the names gives every number to another figure."""
    rows = [("gdp", "企业", "13", "家", ""), ("firms", "地区生产总值", "412.6", "亿元", "")]
    assert fills(rows, tmp_path)[1] == ["B2 other-label", "D2 other-unit", "B3 other-label", "D3 other-unit"]
