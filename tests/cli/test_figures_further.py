"""Targets, bases, ranks, what others have and earlier years go out with the form and come back; ranges as values; nothing exported is a formula."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from deckgen.amounts import parsed_value
from deckgen.cli import figures_export, figures_fill
from deckgen.form import read_csv, read_xlsx
from deckgen.form.amend import differing
from deckgen.form.cells import CellFault, text_cell
from deckgen.form.plain import FORM_COLUMNS, as_csv
from deckgen.form.quantity import read_value
from deckgen.form.rows import Row, rows_of
from deckgen.form.sheet import Form, workbook
from deckgen.outline import Outline, Text
from tests.cli.conftest import Deckgen
from tests.form.helpers import as_csv as table
from tests.form.helpers import figure, fill, ledger_of_text, rule_of

LEDGER = """figures:
  gdp:
    label: 地区生产总值
    value: X
    unit: 亿元
    target: X
    base: 382.1
    rank: X
    compare: {全市: 6200, 全省: X}
    history:
      2017: 350.2  # 年报
      2018: X
  rate: {label: 增速, value: 6—6.5, unit: '%'}
  jobs: {label: 就业, value: 3, unit: 人}
"""
OUTLINE = "title: 报告\nnotes: 备注\nfigures: figures.yaml\nparts:\n- title: 一\n  slides:\n  - {kind: points, title: 甲, points: ['{gdp}{rate}{jobs}', 好], notes: 备注}\n"


def rows(folder: Path, text: str = LEDGER) -> tuple[Row, ...]:
    ledger = ledger_of_text(text, folder)
    return rows_of(ledger, ledger.figures, Outline(path="", title=Text()))


def cells_of_csv(found: tuple[Row, ...]) -> dict[str, dict[str, str]]:
    lines = list(csv.DictReader(io.StringIO(as_csv(found, "zh", FORM_COLUMNS))))
    return {line["名称（勿改）"]: line for line in lines}


def test_the_form_has_the_columns_that_the_ledger_has_something_for(tmp_path: Path) -> None:
    line = cells_of_csv(rows(tmp_path))["gdp"]
    wanted = {"目标": "X", "上年数": "382.1", "位次": "X", "别处的数": "全市: 6200；全省: X", "历年": "2017: 350.2；2018: X"}
    assert {name: line[name] for name in wanted} == wanted
    plain = cells_of_csv(rows(tmp_path, "figures:\n  a: {label: 甲, value: 1, unit: 个}\n"))["a"]
    assert not plain.keys() & wanted.keys()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_comes_back_is_written_in_its_place(ending: str, deckgen: Deckgen) -> None:
    Path("outline.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    assert deckgen("figures", "export", "outline.yaml", "-o", f"a.{ending}").code == 0
    before = Path("figures.yaml").read_text("utf-8")
    assert deckgen("figures", "fill", "outline.yaml", f"a.{ending}").code == 0
    assert Path("figures.yaml").read_text("utf-8") == before
    filled = {"数值": "412.6", "目标": "420左右", "位次": "全市第2", "别处的数": "全市: 6300；全省: 9万亿", "历年": "2018: 382.1"}
    write_into(Path(f"a.{ending}"), "gdp", filled)
    ended = deckgen("figures", "fill", "outline.yaml", f"a.{ending}")
    assert ended.code == 0, ended.err
    after = Path("figures.yaml").read_text("utf-8")
    wanted = before.replace("value: X", "value: 412.6", 1).replace("target: X", "target: 420左右").replace("rank: X", "rank: 全市第2")
    assert after == wanted.replace("{全市: 6200, 全省: X}", "{全市: 6300, 全省: 90000}").replace("2018: X", "2018: 382.1")
    assert "历年 2017: 350.2；2018: X → 2017: 350.2；2018: 382.1" in ended.out


def write_into(path: Path, name: str, fields: dict[str, str]) -> None:
    """Fill the row of a figure as a person would."""
    if path.suffix == ".csv":
        lines = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        row = next(line for line in lines if name in line)
        for heading, text in fields.items():
            row[lines[0].index(heading)] = text
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(lines)
        return
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    heads = {str(cell.value): cell.column for cell in sheet[4]}
    number = next(cell.row for cells in sheet.iter_rows() for cell in cells if cell.value == name)
    for heading, text in fields.items():
        sheet.cell(number, heads[heading]).value = text
    book.save(path)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"目标": "很多"}, "number"), ({"目标": "12人"}, "unit-behind"), ({"历年": "2016: 3"}, "pairs"), ({"历年": "2018年的数"}, "pairs"),
        ({"别处的数": "全市: 约6"}, "number"), ({"位次": "第" + "九" * 50}, "further"), ({"目标": "true"}, "number"), ({"上年数": "2020-01-02"}, "date"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_a_fault_at_its_cell(fields: dict[str, str], fault: str, tmp_path: Path) -> None:
    ledger = ledger_of_text(LEDGER, tmp_path)
    (heading, text), path = next(iter(fields.items())), tmp_path / "a.csv"
    path.write_text(
        table([("gdp", "地区生产总值", "", "亿元", "", text)], ("名称", "指标", "数值", "单位", "变化", heading)), encoding="utf-8"
    )
    amendments, faults = fill(path, ledger)
    assert (faults, amendments) == ([f"F2 {fault}"], ())


def test_a_ledger_over_another_gets_what_only_the_base_has(deckgen: Deckgen) -> None:
    Path("outline.yaml").write_text(OUTLINE.replace("figures.yaml", "over.yaml"), encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    Path("over.yaml").write_text("extends: figures.yaml\nfigures:\n  gdp: {value: 412.6}\n", encoding="utf-8")
    assert deckgen("figures", "export", "outline.yaml", "-o", "a.csv").code == 0
    write_into(Path("a.csv"), "gdp", {"目标": "420", "历年": "2018: 382.1"})
    assert deckgen("figures", "fill", "outline.yaml", "a.csv").code == 0
    assert Path("over.yaml").read_text("utf-8").splitlines()[2] == "  gdp: {value: 412.6, target: 420, history: {2018: 382.1}}"


@pytest.mark.parametrize(
    ("written", "fields", "shown"),
    [
        ("6—6.5", {"unit": "%"}, "6—6.5"), ("6—6.5%", {"unit": "%"}, "6—6.5"), ("0.3～0.8mg/L", {"unit": "mg/L"}, "0.3～0.8"),
        ("5-6", {"value": "4-5", "unit": "%"}, "5-6"), ("5－6", {"unit": "天"}, "5－6"),
    ],
)  # fmt: skip
def test_a_range_is_taken(written: str, fields: dict[str, str], shown: str) -> None:
    found = read_value(text_cell(written), figure(**fields))  # type: ignore[arg-type]
    assert not isinstance(found, CellFault)
    assert found.value == parsed_value(shown)[0]


@pytest.mark.parametrize(
    ("written", "fields", "rule"),
    [("5-6", {"unit": "%"}, "date"), ("6—", {"unit": "%"}, "unit-behind"), ("6—7%", {"unit": "个"}, "number")],
)
def test_what_may_be_a_date_or_is_no_range_is_not(written: str, fields: dict[str, str], rule: str) -> None:
    assert rule_of(read_value(text_cell(written), figure(**fields))) == rule  # type: ignore[arg-type]


EVIL = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x")', "＝1+1", "-a", "−X%")


@pytest.mark.parametrize("label", EVIL)
def test_nothing_that_is_exported_is_a_formula(label: str, tmp_path: Path) -> None:
    text = f"figures:\n  a: {{label: '{label}', value: X, unit: 个, source: '{label}', change: '+3% year on year', period: '{label}'}}\n"
    found = rows(tmp_path, text)
    lines = list(csv.reader(io.StringIO(as_csv(found, "zh", FORM_COLUMNS))))
    assert not any(cell[:1] in "=+-−@＝＋－＠" for cell in lines[1] if cell), lines[1]
    (tmp_path / "a.xlsx").write_bytes(workbook(Form("=1", found, "zh", "2020-01-01T00:00:00Z")))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    formulas = {cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"}
    assert formulas == {"A3", "F5"}  # how many are left, and the state: both our own
    ledger = ledger_of_text(text, tmp_path)
    (tmp_path / "a.csv").write_text(as_csv(found, "zh", FORM_COLUMNS), encoding="utf-8-sig")
    assert fill(tmp_path / "a.csv", ledger) == ((), [])
    assert differing(ledger.figures, ledger.figures) == []


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_form_has_no_more_rows_than_can_be_read_back(ending: str, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (figures_export, read_xlsx, read_csv):
        monkeypatch.setattr(module, "MOST_ROWS", 20)
    most = 19 if ending == "csv" else 16
    Path("outline.yaml").write_text(OUTLINE.replace("{gdp}{rate}{jobs}", "好"), encoding="utf-8")
    for count, code in ((most, 0), (most + 1, 2)):
        Path("figures.yaml").write_text(
            "figures:\n" + "".join(f"  f{n}: {{label: 甲, value: X}}\n" for n in range(count)), encoding="utf-8"
        )
        ended = deckgen("figures", "export", "outline.yaml", "-o", f"a.{ending}")
        assert ended.code == code, ended.err
    assert f"最多 {most} 个" in ended.err
    assert deckgen("figures", "fill", "outline.yaml", f"a.{ending}").code == 0


def test_two_fills_at_once_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "figures.yaml").write_text(LEDGER.replace("value: 3,", "value: X,"), encoding="utf-8")
    (tmp_path / "one.csv").write_text(table([("gdp", "地区生产总值", "412.6", "亿元", "")]), encoding="utf-8")
    (tmp_path / "two.csv").write_text(table([("jobs", "就业", "5", "人", "")]), encoding="utf-8")
    command = [sys.executable, "-m", "deckgen", "figures", "fill", "outline.yaml"]
    both = [subprocess.Popen([*command, name], cwd=tmp_path, stdout=subprocess.DEVNULL) for name in ("one.csv", "two.csv")]
    assert [process.wait(60) for process in both] == [0, 0]
    text = (tmp_path / "figures.yaml").read_text("utf-8")
    assert "value: 412.6" in text
    assert "value: 5," in text


def test_a_ledger_that_somebody_else_changed_is_left_alone(deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("outline.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    Path("a.csv").write_text(table([("gdp", "地区生产总值", "412.6", "亿元", "")]), encoding="utf-8")
    made = figures_fill.new_ledger

    def meanwhile(*arguments: object) -> bytes:
        data: bytes = made(*arguments)  # type: ignore[arg-type]
        Path("figures.yaml").write_text(LEDGER + "  late: {label: 新, value: 1, unit: 个}\n", encoding="utf-8")
        return data

    monkeypatch.setattr(figures_fill, "new_ledger", meanwhile)
    ended = deckgen("figures", "fill", "outline.yaml", "a.csv")
    assert (ended.code, "刚刚被别的程序改过" in ended.err) == (2, True)
    assert "late" in Path("figures.yaml").read_text("utf-8")
