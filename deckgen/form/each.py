"""A table with a row a deck: which of its columns are figures of the ledger, which are words, and what each row makes of the ledger."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct, structs

from deckgen.diagnostics import Findings, Span, listed, near, nearest
from deckgen.figures import Figure, Ledger
from deckgen.form.cells import Cell, CellFault, Sheet, TableLine
from deckgen.form.columns import MOST_ABOVE, plain
from deckgen.form.further import read_further
from deckgen.form.moves import read_change
from deckgen.form.quantity import Quantity, read_value
from deckgen.form.units import power
from deckgen.values import UNKNOWN, Amount, Range, Value

# What of a figure a column may give, by the words behind its name: 地区生产总值.change, 地区生产总值同比.
PARTS = {
    "change": ("change", "同比", "同比增长", "增速", "变化"),
    "base": ("base", "上年", "上年数", "上年同期"),
    "target": ("target", "目标"),
    "rank": ("rank", "位次"),
    "value": ("value", "数值"),
}
IN_UNIT = ("value", "base", "target")  # parts that are counted in the unit of the figure
BRACKETED = re.compile(r"(?P<name>.+)[（(\[](?P<unit>[^（()）\[\]]{1,12})[)）\]]$")
REMARKS = ("注：", "注:", "备注：", "备注:", "说明：", "说明:", "资料来源", "数据来源", "Note:", "Source:")
# What people put where there is no number.
MISSING = frozenset({"-", "－", "–", "—", "——", "…", "……", "...", "/", "／", "无", "･･･", "..", "—…"})
MOST_NAMED = 5
NUMBERED = frozenset({"序号", "编号", "no.", "no", "number", "#"})  # headings of a column that counts the rows


class Column(Struct, frozen=True):
    """One column: a part of a figure, counted in `unit`, or ("" for both) words."""

    at: int
    heading: str
    figure: str = ""
    part: str = ""
    unit: str = ""


class DeckRow(Struct, frozen=True):
    """What one row makes: the words of its cells by heading, and the figures that it replaces."""

    line: int
    words: dict[str, str]
    figures: dict[str, Figure]
    failed: bool = False  # some cell of it is faulty, which is noted


class DeckTable(Struct, frozen=True):
    columns: tuple[Column, ...]
    rows: tuple[DeckRow, ...]
    path: str
    converted: tuple[Column, ...] = ()  # those whose unit is not that of the ledger


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no number: -, …, 无."""
    return text.strip() in MISSING


def read_rows(sheets: Sequence[Sheet], ledger: Ledger, used: Collection[str], findings: Findings) -> DeckTable | None:
    """The rows of the first sheet, `used` being the words that texts and file names ask for; every faulty cell is noted.

    None where no row of the sheet can be its header, or where its columns leave doubt.
    """
    if not sheets:
        return None
    sheet = sheets[0]
    if len(sheets) > 1:
        findings.warn(Span(sheet.path), "form/each-one-sheet", title=sheet.title, others=listed(one.title for one in sheets[1:]))
    names = names_of(ledger)
    header = max((line for line in sheet.lines if line.number <= MOST_ABOVE), key=lambda line: known(line, names, used), default=None)
    if header is None or not known(header, names, used):
        findings.error(Span(sheet.path), "form/each-no-header")
        return None
    columns = columns_of(sheet, header, ledger, names, findings)
    hold_columns(sheet, header, columns, ledger, used, findings)
    if findings.failed:
        return None
    note_left(sheet, header, columns, ledger, findings)
    rows = tuple(rows_of(sheet, header, columns, ledger, used, findings))
    if not rows:
        findings.error(sheet.place(header.number), "form/each-no-rows")
        return None
    converted = tuple(one for one in columns if one.unit and one.part in IN_UNIT and one.unit != ledger.figures[one.figure].unit)
    return DeckTable(columns, rows, sheet.path, converted)


def names_of(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """The figures that each name or label may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for figure in ledger.figures.values():
        for text in dict.fromkeys((plain(figure.name), plain(figure.label))):
            found[text] = (*found.get(text, ()), figure.name)
    for figure in ledger.figures.values():  # its name is no other's label
        found[plain(figure.name)] = (figure.name,)
    return found


def known(line: TableLine, names: Mapping[str, tuple[str, ...]], used: Collection[str]) -> int:
    """How many cells of a row are headings that mean something."""
    wanted = {plain(word) for word in used}
    return sum(bool(cell.text) and (plain(cell.text) in wanted or bool(meant(cell.text, names)[0])) for cell in line.cells)


def meant(heading: str, names: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], str, str]:
    """(figures it may mean, part, unit) of a heading."""
    text = plain(heading)
    if text in names:
        return names[text], "value", ""
    figures, part = with_part(text, names)
    if figures:
        return figures, part, ""
    match = BRACKETED.fullmatch(text)
    if match is None:
        return (), "", ""
    if match["name"] in names:
        return names[match["name"]], "value", match["unit"]
    return (*with_part(match["name"], names), match["unit"])


def with_part(text: str, names: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    """地区生产总值同比, gdp.change: the figures and which part of them."""
    for part, words in PARTS.items():
        for word in sorted(words, key=len, reverse=True):
            stem = text.removesuffix(word)
            bare = stem.rstrip(".:_-")
            if stem != text and bare in names and (bare != stem or not word.isascii()):
                return names[bare], part
    return (), ""


def columns_of(
    sheet: Sheet, header: TableLine, ledger: Ledger, names: Mapping[str, tuple[str, ...]], findings: Findings
) -> tuple[Column, ...]:
    """Every column that has a heading; what is wrong with one is noted."""
    columns: list[Column] = []
    for at, cell in enumerate(header.cells):
        if not cell.text:
            continue
        figures, part, unit = meant(cell.text, names)
        place = sheet.place(header.number, at)
        if len(figures) > 1:
            findings.error(place, "form/each-which", heading=cell.text, names=listed(figures[:MOST_NAMED]))
            continue
        column = Column(at, cell.text, figures[0] if figures else "", part if figures else "", unit if figures else "")
        twin = next((one for one in columns if same(one, column)), None)
        if twin:
            findings.error(place, "form/column-twice", name=cell.text, first=sheet.place(header.number, twin.at).cell)
        if figures and unit and part in IN_UNIT and power(unit, ledger.figures[figures[0]].unit) is None:
            findings.error(place, "form/other-unit", name=figures[0], got=unit, unit=ledger.figures[figures[0]].unit)
        columns.append(column)
    return tuple(columns)


def same(one: Column, other: Column) -> bool:
    return (one.figure, one.part) == (other.figure, other.part) if one.figure else plain(one.heading) == plain(other.heading)


def unbracketed(heading: str) -> str:
    """The heading without the unit in brackets behind it."""
    match = BRACKETED.fullmatch(heading)
    return match["name"] if match else heading


def hold_columns(
    sheet: Sheet, header: TableLine, columns: Sequence[Column], ledger: Ledger, used: Collection[str], findings: Findings
) -> None:
    """Words that are asked for must have a column; a column that nothing asks for is a slip where a figure is called nearly so."""
    headings = {plain(column.heading): column.heading for column in columns}
    for word in used:
        if plain(word) not in headings:
            findings.error(sheet.place(header.number), "form/each-no-column", name=word, near=near(word, tuple(headings.values())))
    wanted = {plain(word) for word in used}
    labels = [text for figure in ledger.figures.values() for text in (figure.label, figure.name)]
    for column in columns:
        if column.figure or plain(column.heading) in wanted or plain(column.heading) in NUMBERED:
            continue
        close = nearest(unbracketed(column.heading), labels)
        place = sheet.place(header.number, column.at)
        if close:
            findings.error(place, "form/each-unknown", heading=column.heading, near=near(close, (close,)))
        else:
            findings.warn(place, "form/each-unused", heading=column.heading)


def note_left(sheet: Sheet, header: TableLine, columns: Sequence[Column], ledger: Ledger, findings: Findings) -> None:
    """What the ledger knows of a figure that rows replace, and no column gives: X, since it is somebody else's."""
    given: dict[str, set[str]] = {}
    for column in columns:
        if column.figure:
            given.setdefault(column.figure, set()).add(column.part)
    for name, parts in given.items():
        left = [part for part in known_parts(ledger.figures[name]) if part not in parts]
        if left:
            place = sheet.place(header.number, next(one.at for one in columns if one.figure == name))
            findings.warn(place, "form/each-left", name=name, parts=listed(left), part=left[0])


def known_parts(figure: Figure) -> Iterator[str]:
    if figure.value is not None:
        yield "value"
    if figure.change is not None and figure.change.value is not None:
        yield "change"
    yield from (part for part in ("base", "target") if (amount := getattr(figure, part)) and amount.value is not None)
    if figure.rank and UNKNOWN not in figure.rank:
        yield "rank"
    if any(amount.value is not None for amount in figure.history.values()):
        yield "history"


def rows_of(
    sheet: Sheet, header: TableLine, columns: Sequence[Column], ledger: Ledger, used: Collection[str], findings: Findings
) -> Iterator[DeckRow]:
    """The rows below the header; remarks below the table are none."""
    wanted = {plain(word) for word in used}
    for line in sheet.lines:
        if line.number <= header.number or all(line.at(one.at).text == one.heading for one in columns):
            continue
        filled = [cell for cell in line.cells if not cell.blank]
        if len(filled) == 1 and len(columns) > 1 and filled[0].text.startswith(REMARKS):
            continue
        before = len(findings.all)
        for column in columns:
            if plain(column.heading) in wanted:
                hold_words(sheet, line, column, findings)
        figures = figures_of(sheet, line, columns, ledger, findings)
        words = {plain(column.heading): words_of(line.at(column.at)) for column in columns}
        yield DeckRow(line.number, words, figures, any(one.severity == "error" for one in findings.all[before:]))


def hold_words(sheet: Sheet, line: TableLine, column: Column, findings: Findings) -> None:
    cell = line.at(column.at)
    if cell.fault:
        findings.error(sheet.place(line.number, column.at), cell.fault.rule, **cell.fault.facts)
    elif cell.blank or not cell.text.isprintable():
        findings.error(sheet.place(line.number, column.at), "form/each-blank", name=column.heading)


def words_of(cell: Cell) -> str:
    return f"{cell.text}%" if cell.percent and cell.number is not None else cell.text


def figures_of(sheet: Sheet, line: TableLine, columns: Sequence[Column], ledger: Ledger, findings: Findings) -> dict[str, Figure]:
    """The figures that have columns, as this row has them; faults are noted."""
    parts: dict[str, dict[str, Any]] = {}
    for column in columns:
        if not column.figure:
            continue
        read = part_of(line.at(column.at), column, ledger.figures[column.figure])
        if isinstance(read, CellFault):
            findings.error(sheet.place(line.number, column.at), read.rule, **read.facts)
            continue
        parts.setdefault(column.figure, {})[column.part] = read
    return {name: replaced(ledger.figures[name], given) for name, given in parts.items()}


def part_of(cell: Cell, column: Column, figure: Figure) -> Any:
    """What the cell says, in the unit of the ledger; None for what it does not know."""
    if cell.fault:
        return cell.fault
    if cell.blank or (cell.number is None and is_missing(cell.text)):
        return None
    if column.part == "change":
        return read_change(cell, figure)
    if column.part == "rank":
        return read_further("rank", cell, figure)
    scale = power(column.unit, figure.unit) if column.unit else 0
    counted = structs.replace(figure, unit=column.unit) if column.unit else figure
    if column.part != "value":
        amount = read_further(column.part, cell, counted)
        return structs.replace(amount, value=by_power(amount.value, scale or 0)) if isinstance(amount, Amount) else amount
    read = read_value(cell, counted)
    return by_power(read.value, scale or 0) if isinstance(read, Quantity) else read


def by_power(value: Value, scale: int) -> Value:
    """The value in a unit that is greater or smaller by a power of ten."""
    if not scale or value is None or isinstance(value, str):
        return value
    if isinstance(value, Range):
        return structs.replace(value, low=plainly(value.low.scaleb(scale)), high=plainly(value.high.scaleb(scale)))
    return plainly(value.scaleb(scale))


def plainly(number: Decimal) -> Decimal:
    """Without zeros at its end: 4126000万元 are 412.6亿元."""
    bare = number.normalize()
    return bare.quantize(1) if bare == bare.to_integral_value() else bare


def replaced(figure: Figure, given: Mapping[str, Any]) -> Figure:
    """The figure of one row: what the row gives, X for what it does not; what others have stays."""
    change = given.get("change")
    if change is None and figure.change is not None:
        change = structs.replace(figure.change, value=None) if not isinstance(figure.change.value, str) else None
    return structs.replace(
        figure,
        value=given.get("value"),
        unknown=UNKNOWN,
        change=change,
        base=given.get("base") or (Amount(None) if figure.base else None),
        target=given.get("target") or (Amount(None) if figure.target else None),
        history={name: Amount(None) for name in figure.history},
        rank=given.get("rank") or (UNKNOWN if figure.rank else ""),
        sample=False,
    )
