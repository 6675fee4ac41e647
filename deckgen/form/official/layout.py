"""Where a table of a statistics office has what: its header of one or more rows, the columns by what they say, the rows of indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from deckgen.form.cells import BLANK, Cell, Sheet, TableLine
from deckgen.form.official.names import Name, name_of, squeezed, unit_of

MOST_ABOVE = 30  # rows above the header
MOST_HEADER = 4  # rows of a header
Role = Literal["name", "unit", "number", "value", "change", "base", "target", "other"]
NAMES = frozenset(
    {
        "指标",
        "指标名称",
        "指标名",
        "项目",
        "项目名称",
        "名称",
        "主要指标",
        "统计指标",
        "经济指标",
        "主要经济指标",
        "主要指标名称",
        "类别",
        "INDICATOR",
        "INDICATORS",
        "ITEM",
    }
)
NUMBERS = frozenset({"序号", "编号", "代码", "行次", "NO."})
UNITS = frozenset({"单位", "计量单位", "UNIT"})
# In this order: 比上年同期±% is a change and names the year before; 完成年度目标% is neither.
OTHER = re.compile(
    r"环比|比上月|较上月|位次|排名|排位|比重|占比|完成.{0,6}(?:%|进度|率)|进度|备注|说明|贡献|拉动|增减额|增减量|增加额|增加量|增长额|增长量|净增|指数|与全[国省市]|高于|低于|来源|部门"
)
CHANGE = re.compile(r"同比|比上年|较上年|比去年|较去年|增长|增减|增速|增幅|升降|±|\+[-−]|Y/Y|YOY")
BASE = re.compile(r"上年|去年|同期|基期")
TARGET = re.compile(r"目标|计划|预期")
YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年|$)")
CORNER = re.compile(r"(?:计量)?单位[:：]?(?P<units>.+)")
REMARK = re.compile(r"^(?:注|备注|说明|资料来源|数据来源|附注)[0-9]?[:：]|^[*＊①-⑳]")


class Head(Struct, frozen=True):
    """A column: what it says from its top row to its lowest, and what it is."""

    at: int
    texts: tuple[str, ...]
    role: Role
    unit: str = ""
    points: bool = False  # whether it counts percentage points: 增减百分点
    group: int = -1  # the column of values that a change or a base belongs to

    @property
    def words(self) -> str:
        return "".join(self.texts)


class Line(Struct, frozen=True):
    """A row of an indicator."""

    line: TableLine
    written: str  # as it stands there
    name: Name
    parent: str  # the row that it is a part of, plain
    unit: str  # of its cell, or in its name

    @property
    def path(self) -> str:
        return f"{self.parent}/{self.name.plain}" if self.parent else self.name.plain


class Official(Struct, frozen=True):
    """One table as it is understood."""

    sheet: Sheet
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    corner: tuple[str, ...]  # units that the corner names: 单位：亿元、%

    def of_role(self, role: Role) -> tuple[Head, ...]:
        return tuple(head for head in self.heads if head.role == role)


def official_tables(sheets: Sequence[Sheet]) -> tuple[Official, ...]:
    """Every sheet that has a column of names and one of values."""
    return tuple(found for sheet in sheets if (found := official(sheet)) is not None)


def official(sheet: Sheet) -> Official | None:
    merged = spread(sheet)
    found = header_of(sheet, merged)
    if found is None:
        return None
    first, last, name_at = found
    heads = heads_of(merged, first, last, name_at)
    if not any(head.role in ("value", "change", "base") for head in heads):
        return None
    lines = tuple(lines_of(sheet, last, name_at, heads))
    filled = {one.at for one in heads if one.role == "value" and any(holds_number(line.line.at(one.at)) for line in lines)}
    heads = tuple(one for one in heads if one.role != "value" or not filled or one.at in filled)
    return Official(sheet, grouped(heads), lines, corner_of(sheet, last)) if lines else None


Rows = dict[int, dict[int, Cell]]


def spread(sheet: Sheet) -> Rows:
    """The cells by row and column, those of merged ranges everywhere in their range."""
    rows: Rows = {line.number: {at: cell for at, cell in enumerate(line.cells) if not cell.blank} for line in sheet.lines}
    for top, left, bottom, right in sheet.merged:
        cell = rows.get(top, {}).get(left)
        if cell is None or bottom - top > MOST_HEADER:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                rows.setdefault(row, {}).setdefault(column, cell)
    return rows


def header_of(sheet: Sheet, rows: Rows) -> tuple[int, int, int] | None:
    """(first row, last row, column of names) of the header; None where no row names a column of names."""
    for line in sheet.lines:
        if line.number > MOST_ABOVE:
            return None
        name_at = next((at for at, cell in rows[line.number].items() if squeezed(cell.text).upper() in NAMES), None)
        others = [
            cell for at, cell in rows[line.number].items() if at != name_at and cell.text != rows[line.number].get(name_at or 0, BLANK).text
        ]
        if name_at is None or not others:
            continue
        return line.number, last_of_header(sheet, rows, line.number, name_at), name_at
    return None


def last_of_header(sheet: Sheet, rows: Rows, first: int, name_at: int) -> int:
    """The last row of the header: below the first as long as the column of names is empty, or the same cell, and no number stands there."""
    heading = rows[first][name_at]
    last = first
    for row in range(first + 1, first + MOST_HEADER):
        cells = rows.get(row, {})
        name = cells.get(name_at)
        numbers = [cell for cell in cells.values() if cell.number is not None or is_number_like(cell.text)]
        if not cells or numbers or (name is not None and name is not heading and squeezed(name.text) not in ("", "甲")):
            break
        last = row
    return last


def is_number_like(text: str) -> bool:
    return re.fullmatch(r"[-+−]?[0-9][0-9,. ]*%?", squeezed(text)) is not None


def heads_of(rows: Rows, first: int, last: int, name_at: int) -> tuple[Head, ...]:
    """Every column with what stands over it; what stands over several without being merged covers those to its right."""
    width = max((at for row in range(first, last + 1) for at in rows.get(row, {})), default=0) + 1
    heads = []
    for at in range(width):
        texts: list[str] = []
        for row in range(first, last + 1):
            cell = rows.get(row, {}).get(at) or covering(rows, row, at, last, name_at)
            words = squeezed(cell.text) if cell else ""
            if words and words not in texts[-1:]:
                texts.append(words)
        if texts:
            heads.append(head(at, tuple(texts), name_at))
    return tuple(heads)


def covering(rows: Rows, row: int, at: int, last: int, name_at: int) -> Cell | None:
    """The heading to the left that covers this column too: an empty cell above one that has words."""
    if row == last or not any(rows.get(below, {}).get(at) for below in range(row + 1, last + 1)):
        return None
    for left in range(at - 1, name_at, -1):
        cell = rows.get(row, {}).get(left)
        if cell is not None:
            below = any(rows.get(under, {}).get(left) not in (None, cell) for under in range(row + 1, last + 1))
            return cell if below else None
    return None


def head(at: int, texts: tuple[str, ...], name_at: int) -> Head:
    words = "".join(texts).upper()
    unit = next((found for text in reversed(texts) if (found := unit_within(text))), "")
    return Head(at, texts, role_of(words, at == name_at), unit, "百分点" in words)


def role_of(words: str, is_name: bool) -> Role:
    if is_name:
        return "name"
    if words in NUMBERS:
        return "number"
    if words in UNITS:
        return "unit"
    for role, pattern in (("other", OTHER), ("change", CHANGE), ("base", BASE), ("target", TARGET)):
        if pattern.search(words):
            return role  # type: ignore[return-value]  # these are roles
    return "value"


def unit_within(text: str) -> str:
    """The unit that a heading names: 本年累计（亿元）, 增速(%), ±%."""
    match = re.search(r"[（(【\[](?P<unit>[^（()）]{1,14})[)）】\]]", text)
    if match and (found := unit_of(match["unit"])):
        return found
    if "百分点" in text:
        return "个百分点"
    return "%" if "%" in text or "％" in text else ""


def grouped(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """Changes and bases beside the column of values that they belong to; -1 where two are as likely."""
    values = [one for one in heads if one.role == "value"]
    made = []
    for index, one in enumerate(heads):
        group = -1
        if one.role in ("change", "base", "target") and values:
            group = group_of(one, values, heads[:index], heads)
        made.append(Head(one.at, one.texts, one.role, one.unit, one.points, group))
    return tuple(made)


def group_of(one: Head, values: Sequence[Head], before: Sequence[Head], heads: Sequence[Head]) -> int:
    under = [value for value in values if len(value.texts) > 1 and value.texts[0] == one.texts[0]]
    if len(under) == 1:
        return under[0].at
    named = [value for value in values if (word := period_word(value.words)) and word in one.words]
    if len(named) == 1:
        return named[0].at
    if len(values) == 1:
        return values[0].at
    left = next((head for head in reversed(before) if head.role in ("value", "change", "base")), None)
    if left is not None and left.role == "value":
        after = [head for head in heads if head.at > one.at]
        lonely = not after or after[0].role != one.role  # 本月 | 累计 | 同比 | 同比 says nothing
        value_before = next((head for head in reversed(before) if head is not left and head.role in ("value", "change", "base")), None)
        alone = value_before is None or value_before.role != "value"
        return left.at if lonely and alone else -1
    if left is not None and left.role != one.role:  # the change behind its base
        same = [head for head in grouped(tuple(before)) if head.at == left.at]
        return same[0].group
    return -1


def period_word(words: str) -> str:
    return next((word for word in ("累计", "本月", "当月", "本季", "全年") if word in words), "")


def holds_number(cell: Cell) -> bool:
    return cell.number is not None or is_number_like(cell.text)


def lines_of(sheet: Sheet, last: int, name_at: int, heads: Sequence[Head]) -> Iterator[Line]:
    """The rows below the header that have a name; remarks below the table end it."""
    unit_at = next((one.at for one in heads if one.role == "unit"), None)
    parents: list[tuple[int, str]] = []
    for line in sheet.lines:
        cell = line.at(name_at)
        if line.number <= last or not cell.text:
            continue
        if REMARK.match(squeezed(cell.text)) and len([one for one in line.cells if not one.blank]) == 1:
            return
        name = name_of(cell.text)
        depth = line.indents.get(name_at, 0)
        while parents and (parents[-1][0] > depth or (parents[-1][0] == depth and not name.part)):
            parents.pop()
        if parents and name.part and parents[-1][0] == depth:
            parent = parents[-1][1]
        else:
            parent = parents[-1][1] if parents else ""
            parents.append((depth, name.plain))
        unit = name.unit or (unit_of(line.at(unit_at).text) if unit_at is not None else "")
        yield Line(line, cell.text.strip(), name, parent, unit)


def corner_of(sheet: Sheet, last: int) -> tuple[str, ...]:
    """The units that stand over the table: 单位：亿元、%."""
    for line in sheet.lines:
        if line.number > last:
            break
        for cell in line.cells:
            match = CORNER.search(squeezed(cell.text).strip("()（）"))
            if match and match["units"]:
                units = [unit_of(part) for part in re.split(r"[、,，;；/]", match["units"].strip("()（）")) if part]
                if units and all(units):
                    return tuple(units)
    return ()
