"""Which row and which column of a table is which figure: what is certain, what somebody must say, and why."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from deckgen.diagnostics import Fact, Span
from deckgen.figures import Change, Figure, Ledger
from deckgen.form.cells import Cell, CellFault
from deckgen.form.each import by_power, is_missing
from deckgen.form.moves import read_change
from deckgen.form.official.layout import YEAR, Head, Line, Official
from deckgen.form.official.names import close, name_of, same_indicator, squeezed, standard
from deckgen.form.quantity import read_value
from deckgen.form.units import power
from deckgen.values import Amount

RATE_WORDS = ("增速", "增长", "同比", "增幅", "增长率")
BETWEEN = "｜"  # of the parts of what a ledger remembers: 规上工业｜本年累计｜亿元
GOAL = re.compile("目标|计划|预期|任务数|target|plan", re.I)
OF_THE_NUMBERS = ("form/match-ratio", "form/match-stale", "form/match-value-stays")
MOST_CANDIDATES = 4
RATE = re.compile("[%％速幅率]|同比")  # of an amount nobody says 增速
TIMES = re.compile("[0-9一二三四五六七八九十—~-]+|至")


class Doubt(Struct, frozen=True):
    """Why somebody must say whether a match is right."""

    rule: str
    facts: dict[str, Fact] = {}


class Source(Struct, frozen=True):
    """Where a number comes from: a row, a column, its unit there, and by how many powers of ten it is counted otherwise."""

    table: Official
    line: Line
    head: Head
    unit: str
    scale: int = 0
    only_change: bool = False  # whether the row has no more than how the figure moved

    @property
    def cell(self) -> Cell:
        return self.line.line.at(self.head.at)

    @property
    def place(self) -> Span:
        return self.table.sheet.place(self.line.line.number, self.head.at)


class Match(Struct, frozen=True):
    """A figure, where its number stands, and the figure as it would be."""

    figure: Figure
    source: Source
    wanted: Figure
    doubts: tuple[Doubt, ...] = ()
    left: tuple[Doubt, ...] = ()  # what of the row was not taken, and why

    @property
    def remembered(self) -> str:
        """What the ledger keeps of it, so that it is not asked again."""
        return BETWEEN.join((self.source.line.path, self.source.head.words, self.source.unit))


class Refusal(Struct, frozen=True):
    """A figure that cannot be taken from the tables as they are."""

    figure: Figure
    span: Span
    why: Doubt


class Matching(Struct, frozen=True):
    matches: tuple[Match, ...]
    refusals: tuple[Refusal, ...]
    missing: tuple[tuple[Figure, Span], ...]  # a row is there, its number is not
    unmatched: tuple[str, ...]  # names of rows that are no figure's


class Found(Struct, frozen=True):
    """A row that may be a figure's."""

    table: Official
    line: Line
    rate: bool = False  # whether the figure is how the row grew: 地区生产总值增速
    doubts: tuple[Doubt, ...] = ()


def matched(tables: Sequence[Official], ledger: Ledger, goals: Container[str] = ()) -> Matching:
    """Every figure of the ledger held against every row; `goals` are names of targets, which no table of results fills unasked."""
    matches: list[Match] = []
    refusals: list[Refusal] = []
    missing: list[tuple[Figure, Span]] = []
    every = {figure.name: rows_for(figure, tables) for figure in ledger.figures.values()}
    taken = {id(one.line) for found in every.values() for one in found if not one.doubts}
    for figure in ledger.figures.values():
        # A row that is another figure's for certain is not asked about.
        found = [one for one in every[figure.name] if not one.doubts or id(one.line) not in taken]
        made = chosen(figure, found)
        if isinstance(made, Match):
            taken.add(id(made.source.line))
            matches.append(made)
        elif isinstance(made, Refusal):
            refusals.append(made)
        elif made is not None:
            missing.append((figure, made))
    rest = [line.name.plain for table in tables for line in table.lines if id(line) not in taken and holds_numbers(table, line)]
    return Matching(goals_asked(shared_rows(matches), goals), tuple(refusals), tuple(missing), tuple(dict.fromkeys(rest)))


def holds_numbers(table: Official, line: Line) -> bool:
    return any(line.line.at(head.at).number is not None for head in table.heads)


def rows_for(figure: Figure, tables: Sequence[Official]) -> list[Found]:
    """The rows that may be the figure's: those that are remembered, else those of its name, else those that come close."""
    if figure.match:
        path = figure.match.split(BETWEEN)[0]
        known = [Found(table, line) for table in tables for line in table.lines if path in (line.path, line.name.plain)]
        exact = [one for one in known if one.line.path == path]
        if exact or known:
            return exact or known
    names = dict.fromkeys((name_of(figure.label).plain, name_of(figure.name).plain))
    every = [(table, line) for table in tables for line in table.lines]
    sure = [Found(table, line) for table, line in every if any(means(line, name) for name in names)]
    if sure:
        return sure
    if figure.unit in ("%", "个百分点"):
        stems = [stem for name in names for word in RATE_WORDS if (stem := name.removesuffix(word)) != name and stem]
        rates = [Found(table, line, rate=True) for table, line in every if any(means(line, stem) for stem in stems)]
        if rates:
            return rates
    return [
        Found(table, line, doubts=(Doubt("form/match-name", {"row": line.name.plain, "label": figure.label}),))
        for table, line in every
        if holds_numbers(table, line) and any(close(line.name.plain, name) for name in names)
    ]


def means(line: Line, name: str) -> bool:
    """Whether the row is called so, by itself or behind what it is a part of."""
    return same_indicator(line.name.plain, name) or (bool(line.parent) and same_indicator(line.parent + line.name.plain, name))


def chosen(figure: Figure, found: Sequence[Found]) -> Match | Refusal | Span | None:
    """The one source of the figure; a refusal where there are several or none can be read; the place where a number is missing."""
    tried = [(one, source_of(figure, one)) for one in found]
    sources = [(one, source) for one, source in tried if isinstance(source, Source)]
    filled = [(one, source) for one, source in sources if not is_blank(source.cell)]
    if not filled:
        if sources:
            return sources[0][1].place
        refused = next((source for _, source in tried if isinstance(source, Refusal)), None)
        return refused if refused and not found[0].doubts else None
    if len(filled) > 1 and (len({standard(one.line.path) for one, _ in filled}) > 1 or len({numbers(source) for _, source in filled}) > 1):
        if found[0].doubts:  # several that only come close
            return None
        return Refusal(figure, filled[0][1].place, Doubt("form/match-several", {"rows": rows_text(filled)}))
    return taken(figure, *filled[0])


def numbers(source: Source) -> tuple[Decimal | None, str, str]:
    return source.cell.number, source.cell.text, source.unit


def rows_text(found: Sequence[tuple[Found, Source]]) -> str:
    return "；".join(f"{source.place.cell} {one.line.path}" for one, source in found[:MOST_CANDIDATES])


def is_blank(cell: Cell) -> bool:
    return cell.blank or (cell.number is None and cell.fault is None and is_missing(cell.text))


def source_of(figure: Figure, found: Found) -> Source | Refusal | None:
    """The column of a row that has the figure's number, or that of its change where there is no other; None where the table has neither."""
    table, line = found.table, found.line
    changes, values = table.of_role("change"), table.of_role("value")
    if found.rate or (figure.unit == "%" and unit_of_row(table, line, values[0] if values else None, figure)[0] not in ("%", "")):
        head = preferred(figure, changes) if changes else None
        return Source(table, line, head, head.unit or "%") if head else None
    if not values:
        return Source(table, line, preferred(figure, changes), "", only_change=True) if changes else None
    head = preferred(figure, values)
    unit = unit_of_row(table, line, head, figure)[0]
    scale = power(unit, figure.unit) if unit and figure.unit else 0
    if scale is None:
        return Refusal(figure, table.sheet.place(line.line.number, head.at), Doubt("form/match-unit", {"got": unit, "unit": figure.unit}))
    source = Source(table, line, head, unit, scale)
    growth = beside(source, "change")
    if growth is not None and is_blank(source.cell) and not is_blank(line.line.at(growth.at)):
        return Source(table, line, growth, "", only_change=True)
    return source


def preferred(figure: Figure, heads: Sequence[Head]) -> Head:
    """The remembered column, the one that names the figure's period, else what was summed up this year, else the first."""
    known = remembered_head(figure, heads)
    if known:
        return known
    period = squeezed(figure.period)
    named = [head for head in heads if period and period in head.words]
    if len(named) == 1:
        return named[0]
    years = {head.at: max(found) for head in heads if (found := YEAR.findall(head.words))}
    if years:  # of 2024年 and 2025年 the later
        return max((head for head in heads if head.at in years), key=lambda head: years[head.at])
    return next((head for head in heads if "累计" in head.words), heads[0])


def remembered_head(figure: Figure, heads: Sequence[Head]) -> Head | None:
    """The column that somebody confirmed: 1-11月累计 is 1-12月累计 a month later; None where that may be several."""
    words = figure.match.split(BETWEEN)[1:2]
    same = [head for head in heads if [head.words] == words]
    alike = [head for head in heads if words and timeless(head.words) == timeless(words[0])]
    return same[0] if same else alike[0] if len(alike) == 1 else None


def timeless(words: str) -> str:
    """A heading without its numbers: those of months and years change from table to table."""
    return TIMES.sub("", words)


def unit_of_row(table: Official, line: Line, head: Head | None, figure: Figure) -> tuple[str, bool]:
    """(unit, whether the table says it): of the row, of the column, of the corner where that leaves one for the figure."""
    if line.unit:
        return line.unit, True
    if head is not None and head.unit and head.role != "change":
        return head.unit, True
    if len(table.corner) == 1:
        return table.corner[0], True
    amounts = [unit for unit in table.corner if unit not in ("%", "‰", "个百分点")]
    if figure.unit == "%" and "%" in table.corner and not line.unit and is_rate(line.name.plain):
        return "%", True
    if len(amounts) == 1 and not is_rate(line.name.plain):
        return amounts[0], True
    return "", False


def is_rate(name: str) -> bool:
    return name.endswith(("率", "比重", "占比", "增速", "程度", "度")) or "指数" in name


def taken(figure: Figure, found: Found, source: Source) -> Match | Refusal:
    """The figure as the row has it, with every doubt."""
    doubts = [*found.doubts, *doubts_of(figure, found, source)]
    left: list[Doubt] = []
    if source.only_change:
        change = change_of(figure, source.cell, source.head, doubts)
        if isinstance(change, CellFault):
            return Refusal(figure, source.place, Doubt(change.rule, change.facts))
        return settled(Match(figure, source, structs.replace(figure, change=change), tuple(doubts)))
    if isinstance(figure.value, str):  # a rank, of which a table of amounts says nothing
        return Refusal(figure, source.place, Doubt("form/rank", {"got": source.cell.text, "now": figure.value}))
    read = read_value(source.cell, structs.replace(figure, unit=source.unit) if source.unit else figure)
    if isinstance(read, CellFault) or isinstance(read.value, str):
        fault = read if isinstance(read, CellFault) else CellFault("form/number", {"got": source.cell.text})
        return Refusal(figure, source.place, Doubt(fault.rule, fault.facts))
    wanted = structs.replace(figure, value=by_power(read.value, source.scale), unit=figure.unit or source.unit or read.unit)
    if source.head.role == "value":
        wanted = with_change(figure, wanted, source, doubts, left)
        wanted = with_amounts(wanted, source, left)
    return settled(Match(figure, source, wanted, tuple(doubts), tuple(left)))


def settled(match: Match) -> Match:
    """Without the doubts that somebody has put to rest; what depends on the numbers of this table is asked again."""
    if not is_remembered(match.figure, match.source):
        return match
    return structs.replace(match, doubts=tuple(doubt for doubt in match.doubts if doubt.rule in OF_THE_NUMBERS))


def is_remembered(figure: Figure, source: Source) -> bool:
    row, *_, unit = (*figure.match.split(BETWEEN), "", "")[:3]
    known = remembered_head(figure, source.table.heads)
    return bool(figure.match) and row in (source.line.path, source.line.name.plain) and known == source.head and unit == source.unit


def doubts_of(figure: Figure, found: Found, source: Source) -> Iterator[Doubt]:
    table, head = source.table, source.head
    if head.role == "value":
        rivals = [other for other in table.of_role("value") if other.at != head.at and not is_blank(found.line.line.at(other.at))]
        period = squeezed(figure.period)
        if rivals and not (period and period in head.words and not any(period in other.words for other in rivals)):
            yield Doubt("form/match-column", {"column": head.words, "others": "、".join(other.words for other in rivals)})
        if figure.unit and not unit_of_row(table, found.line, head, figure)[1]:
            yield Doubt("form/match-no-unit", {"unit": figure.unit})
        elif not figure.unit and source.unit:
            yield Doubt("form/match-new-unit", {"unit": source.unit})
    else:
        others = [other for other in table.of_role("change") if other.at != head.at]
        if others:
            yield Doubt("form/match-column", {"column": head.words, "others": "、".join(other.words for other in others)})
        if not found.rate and not source.only_change:
            yield Doubt("form/match-rate", {"column": head.words})
        if source.only_change and figure.value is not None:
            yield Doubt("form/match-value-stays", {"value": figure.text})
        if may_be_ratios(table, head):
            yield Doubt("form/match-ratio", {"column": head.words})


def may_be_ratios(table: Official, head: Head) -> bool:
    """Whether a column of changes may count 1 for 100 %: all below one, some with more places than a rate has."""
    cells = [line.line.at(head.at) for line in table.lines]
    found = [cell.number for cell in cells if cell.number is not None and not cell.percent and cell.number]
    return len(found) > 1 and all(abs(number) < 1 for number in found) and any(places(number) > 1 for number in found)


def places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def beside(source: Source, role: str) -> Head | None:
    """The column of changes or bases that belongs to the column of the value; None where that is open."""
    heads = [head for head in source.table.heads if head.role == role and head.group == source.head.at]
    return heads[0] if len(heads) == 1 else None


def with_change(old: Figure, figure: Figure, source: Source, doubts: list[Doubt], left: list[Doubt]) -> Figure:
    """The change of the row; of a rate in percentage points where the column says so."""
    head = beside(source, "change")
    if head is None:
        loose = [one for one in source.table.of_role("change") if one.group != source.head.at]
        if loose and figure.change is not None:
            left.append(Doubt("form/match-loose-change", {"column": "、".join(one.words for one in loose)}))
        return kept_change(old, figure, doubts)
    cell = source.line.line.at(head.at)
    if is_blank(cell):
        return kept_change(old, figure, doubts)
    if may_be_ratios(source.table, head):
        doubts.append(Doubt("form/match-ratio", {"column": head.words}))
    change = change_of(figure, cell, head, doubts)
    if isinstance(change, CellFault):
        left.append(Doubt(change.rule, change.facts))
        return kept_change(old, figure, doubts)
    return structs.replace(figure, change=change)


def change_of(figure: Figure, cell: Cell, head: Head, doubts: list[Doubt]) -> Change | CellFault | None:
    now = figure.change
    if cell.number is not None and not cell.percent and not head.unit and not RATE.search(head.words):
        doubts.append(Doubt("form/match-change-unit", {"column": head.words}))
    if figure.unit in ("%", "‰") and not head.points and cell.number is not None and not cell.percent:
        doubts.append(Doubt("form/match-points", {"column": head.words}))
    if now is None and (cell.number is not None or cell.text):
        unit = "个百分点" if head.points or figure.unit in ("%", "‰") else "%"
        start = Change("同比", None, unit, signed=True)
        return read_change(cell, structs.replace(figure, change=start))
    return read_change(cell, figure)


def kept_change(old: Figure, figure: Figure, doubts: list[Doubt]) -> Figure:
    """The figure whose change nobody gives; where its value is another now, that change is of the value before."""
    if old.value != figure.value and figure.change is not None and figure.change.value is not None:
        doubts.append(Doubt("form/match-stale", {"change": figure.change.text}))
    return figure


def with_amounts(figure: Figure, source: Source, left: list[Doubt]) -> Figure:
    """The value of the year before, and the target, where the ledger has a place for it or it agrees with the rest."""
    for role in ("base", "target"):
        head = beside(source, role)
        cell = source.line.line.at(head.at) if head else None
        if head is None or cell is None or is_blank(cell) or (role == "target" and figure.target is None):
            continue
        unit = head.unit or source.unit
        scale = power(unit, figure.unit) if unit and figure.unit else 0
        read = read_value(cell, structs.replace(figure, unit=unit or figure.unit, value=None))
        if scale is None or isinstance(read, CellFault) or not isinstance(read.value, Decimal):
            left.append(Doubt("form/match-amount", {"column": head.words, "got": cell.text}))
            continue
        amount = Amount(by_power(read.value, scale))
        if role == "base" and figure.base is None and not agrees(figure, amount.value):
            left.append(Doubt("form/match-base", {"column": head.words, "got": cell.text}))
            continue
        figure = structs.replace(figure, **{role: amount})
    return figure


def agrees(figure: Figure, base: object) -> bool:
    """Whether the year before fits value and change; growth at constant prices does not, and a check would call it an error."""
    change = figure.change
    if change is None or not isinstance(change.value, Decimal):
        return change is None
    if not isinstance(base, Decimal) or base <= 0 or not isinstance(figure.value, Decimal) or change.unit != "%" or figure.unit == "%":
        return False
    said = -abs(change.value) if change.direction == "down" else change.value
    return abs((figure.value / base - 1) * 100 - said) <= Decimal("0.1")


def goals_asked(matches: Sequence[Match], goals: Container[str]) -> tuple[Match, ...]:
    """A target is to be confirmed, unless the table says that its column or row is one."""
    doubt = Doubt("form/match-goal", {})
    return tuple(
        structs.replace(one, doubts=(*one.doubts, doubt))
        if one.figure.name in goals
        and not GOAL.search(f"{one.source.head.words} {one.source.line.path}")
        and not is_remembered(one.figure, one.source)
        else one
        for one in matches
    )


def shared_rows(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Two figures that would take one number are both to be confirmed."""
    made = []
    for one in matches:
        rivals = [
            other.figure.name for other in matches
            if other is not one and other.source.line is one.source.line and other.source.head.at == one.source.head.at
        ]  # fmt: skip
        doubt = Doubt("form/match-shared", {"names": "、".join(rivals)})
        made.append(structs.replace(one, doubts=(*one.doubts, doubt)) if rivals and not is_remembered(one.figure, one.source) else one)
    return tuple(made)
