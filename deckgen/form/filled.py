"""A form that was sent back, held against the ledger: what each figure should become, or what is wrong with its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct, structs

from deckgen.diagnostics import Findings, Span
from deckgen.figures import Change, Figure, Ledger, near_figure
from deckgen.form.cells import BLANK, Cell, CellFault, Sheet, TableLine
from deckgen.form.columns import MOST_ABOVE, REQUIRED, columns_of, find_header, note_no_header, plain, repeats_header
from deckgen.form.further import read_further
from deckgen.form.moves import read_change
from deckgen.form.quantity import Quantity, read_value
from deckgen.form.words import FURTHER

T = TypeVar("T", Quantity, Change | None)
NEW_UNIT = re.compile(r"[^\W\d_]{1,8}|[%‰]")


class Amendment(Struct, frozen=True):
    """A figure as the ledger has it, and as it should be."""

    figure: Figure
    wanted: Figure


class Entry(Struct, frozen=True):
    """One row of the form and where its cells stand."""

    sheet: Sheet
    line: TableLine
    columns: dict[str, int]

    def cell(self, key: str) -> Cell:
        return self.line.at(self.columns.get(key))

    def written(self, key: str, old: str) -> Cell:
        """The cell if somebody wrote in it, a blank one while it holds what was exported: of two forms that were sent round and
        come back one after the other, the second must not undo the first."""
        cell = self.cell(key)
        return BLANK if old in self.columns and cell == self.cell(old) else cell

    def place(self, key: str) -> Span:
        return self.sheet.place(self.line.number, self.columns.get(key))


def filled(sheets: Sequence[Sheet], ledger: Ledger, findings: Findings) -> tuple[Amendment, ...]:
    """What changes, in the order of the ledger. Every faulty row is noted; then what is returned is not to be written."""
    wanted: dict[str, Figure] = {}
    first: dict[str, Span] = {}
    for entry in entries(sheets, findings):
        figure = figure_of(entry, ledger, findings)
        if figure is None:
            continue
        place = entry.place("name")
        if figure.name in first:
            findings.error(place, "form/twice", name=figure.name, first=first[figure.name].cell)
            continue
        first[figure.name] = place
        wanted[figure.name] = amended(entry, figure, findings)
    changed = (Amendment(figure, wanted[name]) for name, figure in ledger.figures.items() if name in wanted)
    return tuple(one for one in changed if one.wanted != one.figure)


def has_header(sheet: Sheet) -> bool:
    """Whether a form of ours stands in the sheet: columns of names and of values."""
    return find_header(sheet, Findings()) is not None or any(
        all(key in columns_of(line) for key in REQUIRED) for line in sheet.lines if line.number <= MOST_ABOVE
    )


def entries(sheets: Sequence[Sheet], findings: Findings) -> Iterator[Entry]:
    """The rows below the header of every table that has one."""
    headers = [(sheet, find_header(sheet, findings)) for sheet in sheets]
    if sheets and not findings.failed and not any(header for _, header in headers):
        note_no_header(sheets, findings)
    for sheet, header in headers:
        if header:
            below = (line for line in sheet.lines if line.number > header.line and not repeats_header(line, header.columns))
            yield from (Entry(sheet, line, header.columns) for line in below)


def figure_of(entry: Entry, ledger: Ledger, findings: Findings) -> Figure | None:
    """The figure that the row is about; None for a row that says nothing (a blank one, a remark below the table) or names none."""
    name = entry.cell("name")
    if name.blank:
        value = next((cell for cell in (entry.cell("value"), entry.cell("change")) if not cell.blank), None)
        if value:
            findings.error(entry.place("name"), "form/no-name", value=value.text)
        return None
    figure = ledger.figures.get(name.text) or ledger.figures.get(plain(name.text)) or cased(name.text, ledger)
    if figure is None:
        findings.error(entry.place("name"), "form/unknown-name", name=name.text, near=near_figure(name.text, ledger.figures))
    return figure


def cased(name: str, ledger: Ledger) -> Figure | None:
    """The figure whose name this is but for case and width: 人均gdp for 人均GDP; None where two are."""
    alike = [figure for other, figure in ledger.figures.items() if not other.isascii() and plain(other) == plain(name)]
    return alike[0] if len(alike) == 1 else None


def amended(entry: Entry, figure: Figure, findings: Findings) -> Figure:
    """The figure with what the row says; as it was where the row is faulty."""
    if not belongs(entry, figure, findings):
        return figure
    known = with_unit(entry, figure)
    value, change = entry.written("value", "old_value"), entry.written("change", "old_change")
    quantity = Quantity(figure.value, known.unit) if value.blank else noted(read_value(value, known), entry, "value", findings)
    move = figure.change if change.blank else noted(read_change(change, figure), entry, "change", findings)
    further = further_of(entry, known, findings)
    if isinstance(quantity, CellFault) or isinstance(move, CellFault) or further is None:
        return figure
    return structs.replace(figure, value=quantity.value, unit=quantity.unit, change=move, **further)


def further_of(entry: Entry, figure: Figure, findings: Findings) -> dict[str, Any] | None:
    """What the row says of target, base, rank, others and earlier years; None where any of it is faulty."""
    cells = {name: entry.written(name, f"old_{name}") for name in FURTHER if name in entry.columns}
    found = {name: read_further(name, cell, figure) for name, cell in cells.items() if not cell.blank}
    faults = [(name, read) for name, read in found.items() if isinstance(read, CellFault)]
    for name, fault in faults:
        findings.error(entry.place(name), fault.rule, **fault.facts)
    return None if faults else found


def with_unit(entry: Entry, figure: Figure) -> Figure:
    """The figure with the unit of the form, where the ledger has none yet."""
    unit = entry.cell("unit")
    return figure if figure.unit or unit.blank else structs.replace(figure, unit=unit.text)


def belongs(entry: Entry, figure: Figure, findings: Findings) -> bool:
    """Whether label and unit of the row, where it has them, are the figure's own: a column sorted by itself gives numbers to strangers."""
    label, unit = entry.cell("label").text, entry.cell("unit").text
    fits = True
    if label and plain(label) != plain(figure.label):
        findings.error(entry.place("label"), "form/other-label", name=figure.name, got=label, label=figure.label)
        fits = False
    if unit and figure.unit and plain(unit) != plain(figure.unit):
        findings.error(entry.place("unit"), "form/other-unit", name=figure.name, got=unit, unit=figure.unit)
        fits = False
    elif unit and not figure.unit and not NEW_UNIT.fullmatch(unit):
        findings.error(entry.place("unit"), "form/no-unit", name=figure.name, got=unit)
        fits = False
    return fits


def noted(read: T | CellFault, entry: Entry, key: str, findings: Findings) -> T | CellFault:
    if isinstance(read, CellFault):
        findings.error(entry.place(key), read.rule, **read.facts)
    return read
