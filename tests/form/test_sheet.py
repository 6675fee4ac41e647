"""The form as a workbook: what Excel is told, equal bytes, and the way back."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from msgspec import structs
from openpyxl.worksheet.worksheet import Worksheet

from deckgen.figures import Figure
from deckgen.form.plain import FORM_COLUMNS, as_csv
from deckgen.form.rows import Row, rows_of
from deckgen.form.sheet import COLUMNS, HEADER_ROW, Form, is_exact_in_excel, workbook
from tests.form.helpers import fill
from tests.some import some
from tests.support import LEDGERS, OUTLINE, report_of

MOMENT = "2020-01-01T00:00:00Z"
ROOT = Path(__file__).parents[2]


def rows(ledger: str = "x") -> tuple[Row, ...]:
    report = report_of(OUTLINE, LEDGERS[ledger])
    return rows_of(report.ledger, report.used, report.outline)


def sheet_of(path: Path, found: tuple[Row, ...], lang: str = "zh") -> Worksheet:
    path.write_bytes(workbook(Form("填报表", found, lang, MOMENT)))
    sheet = openpyxl.load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_the_sheet_is_made_to_be_filled_sorted_and_printed(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", rows())
    assert sheet["A1"].value == "填报表"
    assert [cell.value for cell in sheet[HEADER_ROW + 1]][:3] == ["序号", "指标", "数值"]
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:L120"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert not sheet.protection.sheet
    assert {cell.font.name for line in sheet["A5:I120"] for cell in line} == {"微软雅黑"}
    assert [sheet.column_dimensions[letter].hidden for letter in "JKL"] == [False, True, True]
    assert not any(merged.min_row > HEADER_ROW for merged in sheet.merged_cells.ranges)  # merged cells cannot be sorted


def test_excel_refuses_words_for_numbers_and_other_names(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", rows())
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["C5:C120"].startswith("OR(ISNUMBER(C5)")
    assert rules["J5:J120"] == "FALSE"
    assert all(rule.showErrorMessage for rule in some(sheet.data_validations.dataValidation))


def test_an_x_is_marked_by_colour_and_by_a_word(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", rows())
    assert {str(area.sqref) for area in sheet.conditional_formatting} == {"C5:C120", "E5:E120", "F5:F120"}
    shown = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).active
    assert isinstance(shown, Worksheet)
    states = [shown.cell(5 + index, COLUMNS.index("state") + 1).value for index in range(116)]
    assert (states.count("待填"), states.count("已填")) == (110, 6)
    assert shown["A3"].value == "还有 110 项待填"


def test_numbers_are_numbers_and_what_excel_would_round_is_text(tmp_path: Path) -> None:
    by_name = {row.figure.name: row for row in rows("sample")}
    long = structs.replace(by_name["gdp"], figure=structs.replace(by_name["gdp"].figure, value=Decimal("1234567890123456.5")))
    sheet = sheet_of(tmp_path / "a.xlsx", (by_name["revenue"], long, by_name["patent_rank"]))
    assert [sheet.cell(row, 3).value for row in (5, 6, 7)] == [31.2, "1234567890123456.5", "第1"]
    assert [sheet.cell(row, 5).number_format for row in (5, 6, 7)] == ["@"] * 3


@pytest.mark.parametrize(("value", "exact"), [("412.6", True), ("123456789012345", True), ("1234567890123456", False), ("0.000000001", True), ("100000000000000000", False), ("0", True)])  # fmt: skip
def test_which_numbers_a_double_keeps(value: str, exact: bool) -> None:
    assert is_exact_in_excel(Decimal(value)) == exact


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ledger", ["x", "sample"])
@pytest.mark.parametrize("baseline", [True, False])
def test_a_form_that_nobody_filled_changes_nothing(lang: str, ledger: str, baseline: bool, tmp_path: Path) -> None:
    """With the columns that hold what was exported, and without them."""
    book = report_of(OUTLINE, LEDGERS[ledger]).ledger
    sheet = sheet_of(tmp_path / "a.xlsx", rows(ledger), lang)
    text = as_csv(rows(ledger), lang, FORM_COLUMNS if baseline else FORM_COLUMNS[:-2])
    if not baseline:
        sheet.delete_cols(11, 2)
        assert sheet.parent is not None
        sheet.parent.save(tmp_path / "a.xlsx")
    (tmp_path / "a.csv").write_bytes(text.encode("utf-8-sig"))
    assert fill(tmp_path / "a.xlsx", book) == ((), [])
    assert fill(tmp_path / "a.csv", book) == ((), [])


def test_a_form_filled_with_the_sample_gives_the_sample(tmp_path: Path) -> None:
    """Every figure of the report goes out as X and comes back as a number."""
    wanted = {row.figure.name: row.figure for row in rows("sample")}
    sheet = sheet_of(tmp_path / "a.xlsx", rows())
    for line in range(5, 121):
        figure = wanted[str(sheet.cell(line, 10).value)]
        sheet.cell(line, 3).value = float(figure.value) if isinstance(figure.value, Decimal) else figure.value
        sheet.cell(line, 5).value = figure.change.text if figure.change else None
        sheet.cell(line, 4).value = figure.unit
    assert sheet.parent is not None
    sheet.parent.save(tmp_path / "a.xlsx")
    amendments, faults = fill(tmp_path / "a.xlsx", report_of(OUTLINE).ledger)
    assert faults == []
    assert len(amendments) == 110
    for one in some(amendments):
        assert same(one.wanted, wanted[one.figure.name]), one.wanted


def same(one: Figure, other: Figure) -> bool:
    return (one.value, one.unit, one.change) == (other.value, other.unit, other.change)


SCRIPT = """
import hashlib, sys
from tests.form.test_sheet import Form, MOMENT, rows, workbook
print(hashlib.sha256(workbook(Form("填报表", rows(), "zh", MOMENT))).hexdigest())
"""


def test_equal_forms_have_equal_bytes_whatever_the_clock_and_the_process() -> None:
    here = hashlib.sha256(workbook(Form("填报表", rows(), "zh", MOMENT))).hexdigest()
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"}
    ended = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == here
