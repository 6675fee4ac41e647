"""The noise of the tests of the form: a figure, a cell, a report in a folder, a form as rows."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import openpyxl

from deckgen.amounts import parsed_change, parsed_value
from deckgen.diagnostics import NOWHERE, Findings
from deckgen.figures import Figure, Ledger
from deckgen.files import Folder
from deckgen.form.cells import Cell, CellFault, text_cell
from deckgen.form.filled import Amendment, filled
from deckgen.form.read import read_tables
from deckgen.load.figures import read_ledger
from deckgen.messages import place, rendered

HEADER = ("名称", "指标", "数值", "单位", "变化")


def figure(value: str = "X", unit: str = "", change: str = "", **fields: object) -> Figure:
    amount = parsed_value(value)[0]
    move = parsed_change(change) if change else None
    return Figure(name="a", label="甲", value=amount, unit=unit, change=move, source=NOWHERE, **fields)  # type: ignore[arg-type]


def cell(written: str | int | float) -> Cell:
    """A text as a CSV has it; a number as a spreadsheet has it."""
    if isinstance(written, str):
        return text_cell(written)
    number = Decimal(str(written))
    return Cell(f"{number:f}", number=number)


def rule_of(found: object) -> str:
    assert isinstance(found, CellFault), found
    return found.rule.removeprefix("form/")


def ledger_of_text(text: str, folder: Path) -> Ledger:
    (folder / "figures.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    ledger = read_ledger(str(folder / "figures.yaml"), Folder(), findings)
    assert not findings.all, findings.all
    return ledger


def as_csv(rows: list[tuple[object, ...]], header: tuple[str, ...] = HEADER) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([header, *rows])
    return buffer.getvalue()


def fill(path: Path, ledger: Ledger) -> tuple[tuple[Amendment, ...], list[str]]:
    """What the form in `path` changes, and its faults as `cell rule`."""
    findings = Findings()
    amendments = filled(read_tables(str(path), findings), ledger, findings)
    for finding in findings.all:
        assert all(rendered(finding, lang) for lang in ("zh", "en"))
    places = [place(finding.span, "zh").removeprefix(str(path)).lstrip(":") for finding in findings.all]
    return amendments, [
        f"{where} {finding.rule.removeprefix('form/')}".strip() for where, finding in zip(places, findings.all, strict=True)
    ]


def as_xlsx(path: Path, rows: list[tuple[object, ...]], header: tuple[str, ...] = HEADER, formats: dict[str, str] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [header, *rows]:
        sheet.append(row)
    for name, code in (formats or {}).items():
        sheet[name].number_format = code
    book.save(path)
    return path
