"""Files as offices send them: encodings, separators, number formats, formulas; and files that are no forms."""

from __future__ import annotations

import datetime
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from msgspec import structs
from openpyxl.worksheet.formula import ArrayFormula

from deckgen.archive import DOCUMENT
from deckgen.diagnostics import Findings
from deckgen.form import read_xlsx
from deckgen.form.cells import MOST_ROWS, Cell, Sheet, letters
from deckgen.form.read import UNREADABLE, read_tables
from tests.form.helpers import as_xlsx

TABLE = "名称,数值\r\ngdp,412.6\r\n"


def sheets_of(path: Path) -> tuple[Sheet, ...]:
    findings = Findings()
    sheets = read_tables(str(path), findings)
    assert not findings.all, findings.all
    return sheets


def fault_of(path: Path) -> str:
    """The one reason why a file cannot be read."""
    findings = Findings()
    assert not any(sheet.lines for sheet in read_tables(str(path), findings))
    (finding,) = findings.all
    assert finding.rule in UNREADABLE
    return finding.rule.removeprefix("form/")


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in sheet.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_every_encoding_and_with_every_separator(encoding: str, separator: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f'序号,名称,数值\r\n1,gdp,"1{separator}234"\n\n2,"""a""\nb",X\n'.replace(",", separator).encode(encoding))
    (sheet,) = sheets_of(path)
    assert texts(sheet) == [["序号", "名称", "数值"], ["1", "gdp", f"1{separator}234"], ["2", '"a"\nb', "X"]]
    assert [line.number for line in sheet.lines] == [1, 2, 4]


def test_what_excel_says_of_its_separator_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\n名称;数值,万\ngdp;1,2,3\n", encoding="utf-8")
    assert texts(sheets_of(path)[0])[1:] == [["名称", "数值,万"], ["gdp", "1,2,3"]]


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    as_xlsx(tmp_path / "a.csv", [("gdp", "", 412.6)])
    (tmp_path / "b.xlsx").write_text(TABLE, encoding="utf-8")
    assert sheets_of(tmp_path / "a.csv")[0].lines[1].at(2).number == Decimal("412.6")
    assert texts(sheets_of(tmp_path / "b.xlsx")[0])[1] == ["gdp", "412.6"]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b",,,\r\n,,\r\n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "old-excel"),
        (b"%PDF-1.7", "not-a-table"),
        (b"\x89PNG\r\n", "not-a-table"),
        (b"PK\x03\x04 half a zip", "damaged"),
        (b"\xff\xff\xff", "encoding"),
        (b"a\0b,c\n", "encoding"),
        (('名称,数值\ngdp,"' + "长" * 200_000).encode(), "open-quote"),
        ("名称,数值\n".encode() + b"a,1\n" * (MOST_ROWS + 1), "too-many-rows"),
    ],
)  # fmt: skip
def test_files_that_are_no_forms(data: bytes, rule: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    assert fault_of(tmp_path / "a.csv") == rule


def test_paths_that_are_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault_of(tmp_path / "nope.xlsx") == "missing-file"
    assert fault_of(tmp_path) == "is-a-folder"
    assert fault_of(Path("a\0b")) == "cannot-read"
    monkeypatch.setattr("deckgen.form.read.MOST_BYTES", 3)
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    assert fault_of(tmp_path / "a.csv") == "too-large"


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("members", "rule"),
    [
        ({"word__document_xml": b""}, "not-a-table"),
        ({"ppt__presentation_xml": b""}, "not-a-table"),
        ({"content_xml": b""}, "not-a-table"),
        ({"a": b""}, "not-a-table"),
        ({"xl__workbook_xml": b"<workbook/>"}, "damaged"),
        ({"xl__workbook_xml": b'<!DOCTYPE a [<!ENTITY b "b">]><workbook/>'}, "damaged"),
    ],
)
def test_zips_that_are_no_workbooks(members: dict[str, bytes], rule: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(zipped(**members))
    assert fault_of(tmp_path / "a.xlsx") == rule


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_xlsx, "DOCUMENT", structs.replace(DOCUMENT, total=10_000))
    bomb = bytes(5_001)
    (tmp_path / "a.xlsx").write_bytes(zipped(xl__workbook_xml=b"", a_xml=bomb, b_xml=bomb))
    assert fault_of(tmp_path / "a.xlsx") == "too-large"


def test_a_damaged_workbook_is_refused_wherever_the_damage_is(tmp_path: Path) -> None:
    whole = as_xlsx(tmp_path / "whole.xlsx", [("gdp", "", 1)]).read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    assert "xl/worksheets/sheet1.xml" in members
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"):
        (tmp_path / "a.xlsx").write_bytes(zipped(**{**members, name: members[name][: len(members[name]) // 2]}))
        assert fault_of(tmp_path / "a.xlsx") == "damaged", name


def one_cell(tmp_path: Path, value: object, code: str = "General") -> Cell:
    as_xlsx(tmp_path / "a.xlsx", [("gdp", "", value)], formats={"C2": code})
    return sheets_of(tmp_path / "a.xlsx")[0].lines[1].at(2)


@pytest.mark.parametrize(
    ("value", "code", "number"),
    [
        (412.6, "General", "412.6"),
        (24, "0", "24"),
        (7.799999999999999, "General", "7.8"),
        (0.123, "0.0%", "12.3"),
        (0.089, "0%", "8.9"),
        (1234.5, "#,##0.00", "1234.5"),
        (1234.5, '#,##0.00"亿元"', "1234.5"),
        (-1234.5, "#,##0.00_);(#,##0.00)", "-1234.5"),
        (1234.5, "_ * #,##0.00_ ", "1234.5"),
        (12, '0"%"', "12"),
    ],
)
def test_number_formats(value: float, code: str, number: str, tmp_path: Path) -> None:
    cell = one_cell(tmp_path, value, code)
    assert (cell.number, cell.fault) == (Decimal(number), None)
    assert cell.percent == (code in ("0.0%", "0%"))


@pytest.mark.parametrize(
    ("value", "code", "rule"),
    [
        (12345, "#,##0,", "scaled-format"),
        (12345, '0!.0,"万"', "scaled-format"),
        (datetime.date(2019, 1, 2), "yyyy-mm-dd", "date"),
        (datetime.time(12, 30), "hh:mm", "date"),
        (43467, 'm"月"d"日"', "date"),
        (True, "General", "number"),
        ("#REF!", "General", "formula-error"),
        ("#DIV/0!", "General", "formula-error"),
        ("#NAME?", "General", "formula-error"),
        ("#N/A", "General", "formula-error"),
        ("=A1/0", "General", "formula-empty"),
    ],
)
def test_cells_that_hold_no_number(value: object, code: str, rule: str, tmp_path: Path) -> None:
    cell = one_cell(tmp_path, value, code)
    assert cell.fault is not None
    assert cell.fault.rule == f"form/{rule}"


def test_a_formula_counts_as_what_it_came_to(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["名称", "数值"])
    for row, result in enumerate([412.6, "#DIV/0!", "X"], 1):
        sheet.write_formula(row, 1, "=A1", None, result)
    book.close()
    cells = [line.at(1) for line in sheets_of(tmp_path / "a.xlsx")[0].lines[1:]]
    assert cells[0].number == Decimal("412.6")
    assert cells[1].fault is not None
    assert cells[2].text == "X"


def test_an_array_formula_without_result_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = ArrayFormula("A1", "=SUM(B1:B3)")
    book.save(tmp_path / "a.xlsx")
    assert sheets_of(tmp_path / "a.xlsx")[0].lines[0].at(0).text == "=SUM(B1:B3)"


def test_hidden_sheets_are_left_alone_and_blank_ones_do_not_count(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "甲"
    first.append(["名称", "数值"])
    book.create_sheet("空")
    hidden = book.create_sheet("藏")
    hidden.append(["名称", "数值"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    (sheet,) = sheets_of(tmp_path / "a.xlsx")
    assert (sheet.title, sheet.place(1, 1).cell) == ("甲", "甲!B1")


def test_a_sheet_formatted_to_its_last_row_is_read_at_once(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["名称", "数值"])
    sheet["XFD2"] = "far"
    sheet["A1048576"].number_format = "0"
    book.save(tmp_path / "a.xlsx")
    assert [line.number for line in sheets_of(tmp_path / "a.xlsx")[0].lines] == [1]


def test_too_many_rows_of_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_xlsx, "MOST_ROWS", 100)
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(101):
        sheet.write_number(row, 0, row)
    book.close()
    assert fault_of(tmp_path / "a.xlsx") == "too-many-rows"


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
def test_columns_are_named_as_a_spreadsheet_names_them(column: int, name: str) -> None:
    assert letters(column) == name
