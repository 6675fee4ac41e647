"""`data:` of tables and charts: Excel and CSV files, their ranges and names, and every fault with its cell."""

from __future__ import annotations

import datetime
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from msgspec import structs

from deckgen.archive import TABLE, XML
from deckgen.diagnostics import OutlineError
from deckgen.files import Folder
from deckgen.kinds.tabulated import COLUMNS_MOST
from deckgen.pipeline import Built, Request, compile_deck, look
from deckgen.scene import ChartBox, TableBox
from deckgen.spreadsheets import is_of_the_table
from tests.kinds.test_table import texts
from tests.support import compile_slides

HEADS = ["项目名称", "总投资", "进度", "备注"]
ROWS = [["滨河路", 3.25, 0.5, "甲"], ["污水厂", 12, 0.755, "乙"], ["新一中", 7.5, 1, ""]]


def book(folder: Path, edit: Callable[[Any], None] = lambda sheet: None, name: str = "项目.xlsx") -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "在建"
    sheet.append(["2019年重点项目"])
    for row in [HEADS, *ROWS]:
        sheet.append(row)
    for row in sheet.iter_rows(min_row=3, min_col=2, max_col=3):
        row[0].number_format, row[1].number_format = "0.00", "0.0%"
    made.create_sheet("已建").append(["甲", 1])
    edit(sheet)
    made.save(folder / name)


def built(folder: Path, data: str, kind: str = "table", ledger: dict[str, object] | None = None, **fields: object) -> Built:
    return compile_slides([{"kind": kind, "title": "重点项目", "data": data, **fields}], folder, "zhengwu-red", ledger)


def table(folder: Path, data: str, **fields: Any) -> list[list[str]]:
    (found,) = [item for item in built(folder, data, **fields).scene.slides[1].items if isinstance(item, TableBox)]
    return texts(found)


def faults(folder: Path, data: str, **fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(OutlineError) as raised:
        built(folder, data, **fields)
    return [(finding.rule, finding.span.cell) for finding in raised.value.findings if finding.severity == "error"]


# ---- what is read


@pytest.mark.parametrize("place", ["在建!A2:D5", "'在建'!$A$2:$D$5", "A2:D5"])
def test_a_range_is_a_table_as_its_formats_show_it(place: str, tmp_path: Path) -> None:
    book(tmp_path)
    assert table(tmp_path, f"项目.xlsx#{place}") == [
        HEADS, ["滨河路", "3.25", "50.0%", "甲"], ["污水厂", "12.00", "75.5%", "乙"], ["新一中", "7.50", "100.0%", ""],
    ]  # fmt: skip


def test_a_name_of_the_workbook_is_a_range(tmp_path: Path) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    book(tmp_path, lambda sheet: sheet.parent.defined_names.add(DefinedName("清单", attr_text="在建!$A$2:$B$5")))
    assert table(tmp_path, "项目.xlsx#清单")[0] == HEADS[:2]


def test_columns_are_chosen_renamed_formatted_sorted_and_limited(tmp_path: Path) -> None:
    book(tmp_path)
    columns = {"项目名称": "项目", "总投资": {"label": "总投资（亿元）", "format": "0.0"}}
    found = table(tmp_path, "项目.xlsx#在建!A2:D5", columns=columns, sort="-总投资", limit=2)
    assert found == [["项目", "总投资（亿元）"], ["污水厂", "12.0"], ["新一中", "7.5"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_of_every_office_is_read(encoding: str, mark: str, tmp_path: Path) -> None:
    (tmp_path / "表.csv").write_bytes(f"单位{mark}数量\n城东街道{mark}12\n城西街道{mark}3.5\n\n".encode(encoding))
    assert table(tmp_path, "表.csv") == [["单位", "数量"], ["城东街道", "12"], ["城西街道", "3.5"]]


def test_a_chart_takes_categories_from_the_first_column_and_a_series_from_each_other(tmp_path: Path) -> None:
    (tmp_path / "结构.csv").write_text("产业,占比\n第一产业,12.3%\n第二产业,45.2%\n第三产业,42.5%\n", encoding="utf-8")
    (chart,) = [item for item in built(tmp_path, "结构.csv", "chart").scene.slides[1].items if isinstance(item, ChartBox)]
    assert (chart.kind, chart.categories, chart.series[0].values) == (
        "doughnut",
        ("第一产业", "第二产业", "第三产业"),
        ("12.3", "45.2", "42.5"),
    )


def test_hidden_rows_are_left_out_and_told(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[4].hidden = True

    book(tmp_path, hide)
    found = built(tmp_path, "项目.xlsx#在建!A2:D5")
    assert [(finding.rule, finding.span.cell, finding.severity) for finding in found.findings] == [
        ("load/data-hidden", "在建!4", "warning")
    ]


def test_the_live_page_watches_the_file(tmp_path: Path) -> None:
    book(tmp_path)
    built(tmp_path, "项目.xlsx#在建!A2:D5")
    files = look(Request(str(tmp_path / "outline.yaml"), files=Folder())).files
    assert str(tmp_path / "项目.xlsx") in files


# ---- what is wrong


def set_cell(cell: str, value: object) -> Callable[[Any], None]:
    def edit(sheet: Any) -> None:
        sheet[cell] = value

    return edit


def merge(sheet: Any) -> None:
    sheet.merge_cells("A3:A4")


@pytest.mark.parametrize(
    ("edit", "place", "fault"),
    [
        (set_cell("B4", "#DIV/0!"), "在建!A2:D5", ("load/data-formula", "在建!B4")),
        (set_cell("B4", "=B3*2"), "在建!A2:D5", ("load/data-unreckoned", "在建!B4")),
        (merge, "在建!A2:D5", ("load/data-merged", "在建!A3:A4")),
        (None, "在建!F20:G30", ("load/data-range", "")),
        (None, "在建!A2-D5", ("load/data-range", "")),
        (None, "在建!A0:D5", ("load/data-range", "")),
        (None, "在见!A2:D5", ("load/data-sheet", "")),
        (None, "无此名称", ("load/data-sheet", "")),
        (None, "在建!A2:D2", ("load/data-empty", "")),
    ],
)
def test_a_fault_is_named_with_its_cell(edit: Callable[[Any], None] | None, place: str, fault: tuple[str, str], tmp_path: Path) -> None:
    book(tmp_path, edit or (lambda sheet: None))
    assert fault in faults(tmp_path, f"项目.xlsx#{place}")


def test_a_date_where_a_number_belongs_is_named_with_its_cell(tmp_path: Path) -> None:
    book(tmp_path, set_cell("B4", datetime.date(2019, 5, 1)))
    assert faults(tmp_path, "项目.xlsx#在建!A2:B5", kind="chart") == [("load/not-a-number", "在建!B4")]


def test_files_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    assert faults(tmp_path, "坏.xlsx") == [("load/data-damaged", "")]
    assert faults(tmp_path, "没有.xlsx") == [("load/data-missing", "")]
    assert faults(tmp_path, "../外.xlsx") == [("load/outside", "")]
    (tmp_path / "大.csv").write_bytes(b"a,b\n" * 3_000_000)
    assert faults(tmp_path, "大.csv") == [("load/file-too-large", "")]
    (tmp_path / "长.csv").write_text("a,b\n" * 1_100, encoding="utf-8")
    assert faults(tmp_path, "长.csv") == [("load/data-rows", "")]
    (tmp_path / "图.csv").write_bytes(b"a,b\n1,\0\n")
    assert faults(tmp_path, "图.csv") == [("load/data-encoding", "")]


def test_a_file_that_nobody_may_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Folder.read

    def refused(self: Folder, path: str, *more: Any) -> Any:
        if path.endswith(".csv"):
            raise PermissionError(13, "Permission denied")
        return read(self, path, *more)

    monkeypatch.setattr(Folder, "read", refused)
    (tmp_path / "锁.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert faults(tmp_path, "锁.csv") == [("load/cannot-read-file", "")]


@pytest.mark.parametrize("beyond", [False, True])
def test_a_workbook_that_unpacks_to_more_than_anyone_types_is_refused_while_it_unpacks(
    beyond: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(tmp_path)
    with ZipFile(tmp_path / "项目.xlsx") as package:
        size = sum(member.file_size for member in package.infolist() if member.filename.endswith(XML) and is_of_the_table(member.filename))
    monkeypatch.setattr("deckgen.load.data.TABLE", structs.replace(TABLE, total=size - beyond))
    if beyond:
        assert faults(tmp_path, "项目.xlsx#在建!A2:D5") == [("load/data-unpacked", "")]
    else:
        assert table(tmp_path, "项目.xlsx#在建!A2:D5")[0] == HEADS


def test_a_table_of_a_file_has_no_more_columns_than_are_read_from_afar(tmp_path: Path) -> None:
    for count, rules in ((COLUMNS_MOST, []), (COLUMNS_MOST + 1, [("load/data-columns", "")])):
        line = ",".join(f"列{n}" for n in range(count))
        (tmp_path / "宽.csv").write_text(f"{line}\n{line}\n", encoding="utf-8")
        assert (faults(tmp_path, "宽.csv") if rules else table(tmp_path, "宽.csv")[2:]) == rules


def test_a_column_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    book(tmp_path)
    assert faults(tmp_path, "项目.xlsx#在建!A2:D5", columns={"总投": "投资"})[0][0] == "load/no-such-column"


@pytest.mark.parametrize(("value", "agrees"), [(412.6, True), (412.7, False)])
def test_a_cell_that_is_a_figure_of_the_ledger_agrees_with_it(value: float, agrees: bool, tmp_path: Path) -> None:
    (tmp_path / "gdp.csv").write_text(f"指标,2018年,2019年\n生产总值（亿元）,382.1,{value}\n", encoding="utf-8")
    ledger: dict[str, object] = {"gdp": {"label": "生产总值", "value": 412.6, "unit": "亿元", "period": "2019年"}}
    if agrees:
        assert table(tmp_path, "gdp.csv", ledger=ledger)[1][2] == "412.6"
    else:
        assert faults(tmp_path, "gdp.csv", ledger=ledger) == [("load/data-disagrees", "C2")]


def test_openpyxl_is_imported_for_a_workbook_only(tmp_path: Path) -> None:
    import subprocess
    import sys

    (tmp_path / "outline.yaml").write_text(
        "title: 报告\nparts: [{title: 一, slides: [{kind: table, title: 表, columns: [甲], rows: [[1]]}]}]", "utf-8"
    )
    code = f"import sys; from deckgen.pipeline import *; compile_deck(Request({str(tmp_path / 'outline.yaml')!r})); assert not {{'openpyxl', 'PIL', 'xlsxwriter'}} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert compile_deck


# ---- what nobody knows, and what is too much


def unknown(folder: Path, words: str) -> list[tuple[str, object]]:
    """(cell, words) of what `check` takes for an X in a table with one more cell."""
    (folder / "数.csv").write_text(f"区县,产值\n甲,1\n乙,{words}\n", encoding="utf-8")
    outline = "title: 报告\nparts: [{title: 一, slides: [{kind: table, title: 表, data: 数.csv}]}]\n"
    (folder / "outline.yaml").write_text(outline, encoding="utf-8")
    found = look(Request(str(folder / "outline.yaml"), files=Folder())).findings
    return [(finding.span.cell, finding.facts["text"]) for finding in found if finding.rule == "content/unknown-cell"]


@pytest.mark.parametrize("words", ["X", "XX.X", "TBD", "N/A", "待定", "暂无", "Ⅹ", "××"])
def test_a_cell_that_nobody_knows_is_an_x_in_every_spelling(words: str, tmp_path: Path) -> None:
    assert unknown(tmp_path, words) == [("B3", words)]
    (chart,) = [item for item in built(tmp_path, "数.csv", kind="chart", type="column").scene.slides[1].items if isinstance(item, ChartBox)]
    assert chart.series[0].values == ("1", "")


@pytest.mark.parametrize("words", ["—", "——", "-", "x", "", "进行中"])
def test_a_dash_says_that_there_is_nothing(words: str, tmp_path: Path) -> None:
    assert unknown(tmp_path, words) == []


def test_a_workbook_is_counted_while_it_unpacks(tmp_path: Path) -> None:
    """What its directory says of sizes is not believed."""
    book(tmp_path)
    with ZipFile(tmp_path / "项目.xlsx") as package, ZipFile(tmp_path / "大.xlsx", "w", ZIP_DEFLATED) as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name))
        copy.writestr("xl/worksheets/sheet9.xml", b" " * (64 << 20))
    tracemalloc.start()
    assert faults(tmp_path, "大.xlsx") == [("load/data-unpacked", "")]
    assert tracemalloc.get_traced_memory()[1] < 40 << 20
    tracemalloc.stop()


def test_a_workbook_with_an_entity_is_not_read(tmp_path: Path) -> None:
    book(tmp_path)
    with ZipFile(tmp_path / "项目.xlsx") as package, ZipFile(tmp_path / "坏.xlsx", "w", ZIP_DEFLATED) as copy:
        for name in package.namelist():
            content = package.read(name)
            copy.writestr(name, b'<!DOCTYPE x [<!ENTITY a "a">]>' + content if name == "xl/workbook.xml" else content)
    assert faults(tmp_path, "坏.xlsx") == [("load/data-damaged", "")]
