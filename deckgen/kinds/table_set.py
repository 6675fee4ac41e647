"""A table in the content of a slide: type and widths together, the largest type at which every row fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from deckgen import scene
from deckgen.amounts import unknown_cell
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage
from deckgen.drawing import INK, MUTED
from deckgen.geometry import Box, Emu, px, shares
from deckgen.marks import wanted
from deckgen.names import Name
from deckgen.outline import Column, Row, Text
from deckgen.patterns import one_of
from deckgen.scene import Align, ShapeBox, TableBox, TableCell
from deckgen.style import Color, Stroke

if TYPE_CHECKING:
    from deckgen.kinds.table import Table

TABLE, NOTE, PILL = Name("表格", "Table"), Name("表注", "Table note"), Name("结果", "Result")
PADDING = px(16)  # at the sides of a cell
ROW_PADDING = px(5)
HEAD_LEAST = px(52)
# The largest type and the highest row for so many rows at the most.
LARGEST = ((2, 2800, px(116)), (3, 2400, px(100)), (4, 2400, px(86)), (5, 2200, px(72)), (99, 2000, px(62)))
FLOOR, FLOOR_OF_MANY, MANY = 1800, 1600, 7
NAME = 16  # characters that are read at one glance
NARROWEST = 5  # characters that a column of words holds in one line at least
NOTE_GAP = px(10)
NOTE_LINES = 2
WIDER_DIGIT = 90  # mem
SHORT = 4  # characters of a mark, such as 超额: columns of these are centred

NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?|[X×]{1,4}(?:\.[X×]{1,2})?"
# A date such as 6月底前 is words.
NUMERIC = re.compile(
    rf"(?P<head>[▲▼]?\s?{one_of('+-−£$€¥<>≥≤约近超')}{{0,2}}\s?(?:{NUMBER}))(?P<tail>(?:(?!{one_of('年月日前后底')})[^0-9]){{0,6}})"
)
# Words of a column of results: how it is headed, what went well and what did not.
RESULTS = ("结果", "完成情况", "完成结果", "状态", "评价", "结论", "result", "status", "outcome")
MET = (
    *("超额", "完成", "已完成", "达标", "提前", "实现", "达到", "达成", "优秀", "良好", "合格", "办结", "正常"),
    *("met", "done", "ahead", "on track", "passed"),
)
MISSED = ("未", "滞后", "落后", "欠", "不", "逾期", "缓", "missed", "behind", "late", "failed", "not")
PILL_PADDING, PILL_TINT = px(12), 12
EMPTY = ("", "—", "——", "-", "－", "/")


class SetTable(Struct, frozen=True):
    """A table at one size of type: widths, the lines of every cell, heights."""

    widths: tuple[Emu, ...]
    rows: tuple[tuple[SetPassage, ...], ...]  # the head first
    heights: tuple[Emu, ...]


def place_table(page: Page, slide: Table) -> str:
    """Table and note in the content; what does not fit is noted."""
    from deckgen.kinds.table import ROWS_MOST

    if not slide.rows or not slide.columns:
        return "empty"
    if len(slide.rows) > ROWS_MOST:
        page.deck.findings.error(slide.rows[ROWS_MOST].source, "layout/table-rows", count=len(slide.rows), most=ROWS_MOST)
        return "overflow"
    content = page.content
    note = note_of(page, slide)
    room = content.height - (note.height + NOTE_GAP if note else 0)
    made = fitted(page, slide, content.width, room)
    if made is None:
        report(page, slide, content.width, room)
        return "overflow"
    table = table_box(page, slide, made)
    page.add(table)
    place_pills(page, slide, table, made)
    if note:
        box = Box(content.x, table.box.bottom + NOTE_GAP, content.width, note.height + px(3))
        place = None if slide.cited else page.placeholders.get("note")  # the line at the foot has it
        page.text(page.name(NOTE), box, (note.paragraph(),), placeholder=place, source=slide.note.source)
    return "table"


def holds(page: Page, slide: Table) -> bool:
    """Whether the content holds a table without a note."""
    return fitted(page, slide, page.content.width, page.content.height) is not None


def note_of(page: Page, slide: Table) -> SetPassage | None:
    """The line below, of two lines at the most; a longer one is noted."""
    if not slide.note:
        return None
    width = page.content.width
    note = Passage(text=slide.note, role="table-note", breaks="running", what="note").at(page.typesetter, 0, width)
    if note.line_count > NOTE_LINES:
        page.overflow(note, NOTE_LINES)
    return note


def fitted(page: Page, slide: Table, width: Emu, room: Emu) -> SetTable | None:
    """The table at the largest type that fits with no short cell broken, else at the largest that fits; None when not even the floor does."""
    broken = None
    for step in steps(page, len(slide.rows)):
        made = set_at(page, slide, step, width, room)
        if made is not None and not breaks_a_name(made):
            return made
        broken = broken or made
    return broken


def breaks_a_name(made: SetTable) -> bool:
    """Whether a head or a cell as short as a name runs over two lines: 一般公共预算收入（亿 / 元）."""
    return any(cell.line_count > 1 and len(cell.passage.text.plain) <= NAME for row in made.rows for cell in row)


def steps(page: Page, count: int) -> list[int]:
    """The steps of the type scale that a table of so many rows may have."""
    largest = next(size for most, size, _ in LARGEST if count <= most)
    least = FLOOR if count < MANY else FLOOR_OF_MANY
    sizes = page.typesetter.theme.roles["table-cell"].sizes
    found = [step for step, size in enumerate(sizes) if least <= size <= largest]
    return found or [len(sizes) - 1]


def passages(page: Page, slide: Table) -> list[list[Passage]]:
    """Every cell as a paragraph, the heads first."""
    numeric = numeric_columns(slide)
    aligns = [align_of(column, number, slide, numeric) for number, column in enumerate(slide.columns)]
    heads = [passage(column.label, "table-head", align, False) for column, align in zip(slide.columns, aligns, strict=True)]
    rows = [heads]
    for index, row in enumerate(slide.rows):
        total = slide.total == "last" and index == len(slide.rows) - 1
        rows.append(
            [
                passage(cell, role_of(cell, total or column.emphasis), align, is_number, change_color(page, cell, row))
                for cell, column, align, is_number in zip(row.cells, slide.columns, aligns, numeric, strict=True)
            ]
        )  # fmt: skip
    return rows


def role_of(cell: Text, strong: bool) -> str:
    if unknown_cell(cell):
        return "table-unknown"
    if moved(cell):
        return "table-change"
    return "table-strong" if strong else "table-cell"


def moved(cell: Text) -> str:
    """The mark of a change: ▲, ▼, or none."""
    return next((mark for mark in "▲▼" if mark in cell.plain), "")


def change_color(page: Page, cell: Text, row: Row) -> Color | None:
    """The colour of a change by whether it is good: as the figure of its row says, which may be one of what is to fall; None for no change."""
    mark = moved(cell)
    if not mark or unknown_cell(cell):
        return None
    names = [run.figure for each in (cell, *row.cells) for run in each.runs if run.figure]
    way = (1 if mark == "▲" else -1) * (wanted(page.deck.ledger.figures[names[0]]) if names else 1)
    fill = page.surface("change-good" if way > 0 else "change-bad").fill if way else INK
    return fill if isinstance(fill, Color) else None


def passage(text: Text, role: str, align: Align, is_number: bool, color: Color | None = None) -> Passage:
    return Passage(text=text, role=role, align=align, breaks="none" if is_number else "running", what="rows", color=color)


def numeric_columns(slide: Table) -> list[bool]:
    """Which columns hold numbers, X or nothing in every row, and a number at least once."""
    columns = zip(*(row.cells for row in slide.rows), strict=True)
    return [all(map(is_numeric, cells)) and any(cell for cell in cells) for cells in columns]


def is_numeric(cell: Text) -> bool:
    return cell.plain in EMPTY or NUMERIC.fullmatch(cell.plain) is not None or unknown_cell(cell)


def align_of(column: Column, number: int, slide: Table, numeric: Sequence[bool]) -> Align:
    if column.align:
        return {"left": "l", "center": "ctr", "right": "r"}[column.align]  # type: ignore[return-value]
    if numeric[number]:
        return "r"
    longest = max(len(row.cells[number].plain) for row in slide.rows)
    return "ctr" if number and longest <= SHORT else "l"


# ---- results


def place_pills(page: Page, slide: Table, table: TableBox, made: SetTable) -> None:
    """A tinted pill on each word of a column of results: 超额, 未完成. It lies over the cell, which keeps the word."""
    columns = [number for number, column in enumerate(slide.columns) if column.label.plain.lower() in RESULTS]
    count = len(slide.columns)
    for at, (box, cell) in enumerate(zip(table.boxes, (cell for row in made.rows for cell in row), strict=True)):
        words = cell.passage.text.plain
        if (
            at < count
            or at % count not in columns
            or cell.passage.align != "ctr"
            or cell.line_count != 1
            or unknown_cell(cell.passage.text)
        ):
            continue
        width, height = cell.setting.width(words) + 2 * PILL_PADDING, cell.setting.line_height + px(6)
        if words and width <= box.box.width and height <= box.box.height:
            middle = box.box.x + box.box.width // 2, box.box.y + box.box.height // 2
            color = result_color(page, words)
            page.add(
                ShapeBox(
                    name=page.name(PILL, at // count), box=Box(middle[0] - width // 2, middle[1] - height // 2, width, height), shape="roundRect",
                    fill=structs.replace(color, alpha=PILL_TINT), stroke=Stroke(color, px(1)),
                )
            )  # fmt: skip


def result_color(page: Page, words: str) -> Color:
    """Of what went well, of what did not, or of neither."""
    bad, good = words.lower().startswith(MISSED), words.lower().startswith(MET)
    fill = page.surface("change-bad" if bad else "change-good").fill if bad or good else MUTED
    return fill if isinstance(fill, Color) else MUTED


# ---- at one size of type


def set_at(page: Page, slide: Table, step: int, width: Emu, room: Emu) -> SetTable | None:
    """The table at a step of the type scale; None when it does not fit."""
    rows = passages(page, slide)
    widths = column_widths(page, slide, rows, step, width)
    if widths is None:
        return None
    lines = tuple(
        tuple(settled(each.at(page.typesetter, step, column - 2 * PADDING)) for each, column in zip(row, widths, strict=True))
        for row in rows
    )
    if not all(stands(cell, tail) for row in lines for cell, tail in zip(row, tail_widths(lines), strict=True)):
        return None
    heights = row_heights(lines, room)
    return SetTable(widths, lines, heights) if heights else None


def settled(cell: SetPassage) -> SetPassage:
    """The cell so narrow at its right that its lines end at words; in a line more where it must."""
    by = cell.narrowing(0, cell.width)
    if cell.narrowed(by).fault:
        by = cell.narrowing(1, cell.width)
    return cell.narrowed(by) if by else cell


def stands(cell: SetPassage, tail: Emu) -> bool:
    """Whether what may not break has its room, moved in so far that its decimal mark is on the line of its column."""
    moved = tail - tail_width(cell) if is_number(cell.passage.text) and cell.passage.align == "r" else 0
    return cell.passage.breaks != "none" or cell.setting.width(cell.passage.text.plain) + moved <= cell.width


def column_widths(page: Page, slide: Table, rows: list[list[Passage]], step: int, width: Emu) -> tuple[Emu, ...] | None:
    """As the author says, else as the cells need; words give way where all together are too wide. None when they cannot."""
    if any(column.width for column in slide.columns):
        weights = [column.width or 1 for column in slide.columns]
        return tuple(size for _, size in shares(width, weights, 0))
    columns = list(zip(*rows, strict=True))
    natural = [natural_width(page, column, step) + 2 * PADDING + px(4) for column in columns]
    spare = width - sum(natural)
    if spare >= 0:
        grown = [size + spare * size // sum(natural) for size in natural]
        return (*grown[:-1], width - sum(grown[:-1]))
    least = [min(size, least_width(page, column, step) + 2 * PADDING + px(4)) for column, size in zip(columns, natural, strict=True)]
    spare = width - sum(least)
    if spare < 0:
        return None
    wanting = [size - low for size, low in zip(natural, least, strict=True)]
    grown = [low + spare * want // max(1, sum(wanting)) for low, want in zip(least, wanting, strict=True)]
    widest = max(range(len(grown)), key=lambda index: wanting[index])
    grown[widest] += width - sum(grown)
    return tuple(grown)


def natural_width(page: Page, column: Sequence[Passage], step: int) -> Emu:
    """What the column takes on one line a cell; numbers stand on their decimal marks, so the widest parts of two may add up."""
    widest = max(one_line_width(page, each, step) for each in column)
    cells = [each.at(page.typesetter, step, 0) for each in column if each.breaks == "none" and is_number(each.text)]
    tails = [tail_width(cell) for cell in cells]
    wholes = [one_line_width(page, cell.passage, step) - tail for cell, tail in zip(cells, tails, strict=True)]
    return max(widest, max(wholes) + max(tails)) if cells else widest


def one_line_width(page: Page, each: Passage, step: int) -> Emu:
    """How wide a cell is on one line, with room for clients that lack the face: digits of others are up to a fifth wider."""
    setting = page.setting(each.role, step)
    digits = sum(char.isascii() for char in each.text.plain)
    return setting.width(each.text.plain) + setting.length(WIDER_DIGIT * digits)


def least_width(page: Page, column: Sequence[Passage], step: int) -> Emu:
    """What a column cannot do without: its numbers, its longest Latin word, a few characters."""
    needs = []
    for each in column:
        setting = page.setting(each.role, step)
        if each.breaks == "none":
            needs.append(natural_width(page, column, step))
        else:
            words = re.findall(r"[!-~]+", each.text.plain)
            needs += [setting.width(word) for word in words] + [setting.length(1000 * min(NARROWEST, len(each.text.plain)))]
    return max(needs, default=0)


def row_heights(lines: tuple[tuple[SetPassage, ...], ...], room: Emu) -> tuple[Emu, ...] | None:
    """The head and rows of one height as far as that goes; a row of more lines is as high as it needs."""
    head = max(HEAD_LEAST, needed(lines[0]))
    needs = [needed(row) for row in lines[1:]]
    left = room - head
    if sum(needs) > left:
        return None
    cap = next(height for most, _, height in LARGEST if len(needs) <= most)
    low, high = 0, cap
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if sum(max(need, middle) for need in needs) <= left else (low, middle)
    return (head, *(max(need, low) for need in needs))


def needed(row: Sequence[SetPassage]) -> Emu:
    return max((cell.setting.line_height * max(1, cell.line_count) for cell in row), default=0) + 2 * ROW_PADDING


# ---- as a table of the scene


def table_box(page: Page, slide: Table, made: SetTable) -> TableBox:
    content = page.content
    tails = tail_widths(made.rows)
    cells = tuple(tuple(cell_of(page, each, tails[number], made.widths[number]) for number, each in enumerate(row)) for row in made.rows)
    heads = [column.label.plain for column in slide.columns]
    return TableBox(
        name=page.name(TABLE),
        box=Box(content.x, content.y, sum(made.widths), sum(made.heights)),
        alt=page.language.listed(slide.title.plain, heads),
        columns=made.widths,
        rows=made.heights,
        cells=cells,
        total=slide.total == "last",
        source=slide.source,
    )


def tail_widths(rows: Sequence[Sequence[SetPassage]]) -> list[Emu]:
    """For each column the widest of what stands behind the decimal mark, the head aside."""
    return [max((tail_width(cell) for cell in column[1:]), default=0) for column in zip(*rows, strict=True)]


def tail_width(cell: SetPassage) -> Emu:
    """How much of a number stands from its decimal mark on; 0 for words."""
    words = cell.passage.text.plain
    match = NUMERIC.fullmatch(words)
    if cell.passage.align != "r" or cell.passage.breaks != "none" or match is None:
        return 0
    whole = re.split(r"\.(?=[0-9X×])", match["head"])[0]
    return cell.setting.width(words) - cell.setting.width(whole)


def cell_of(page: Page, each: SetPassage, tail: Emu, width: Emu) -> TableCell:
    """A cell whose number ends where the longest of its column lets all decimal marks stand on one line; `width` is that of the column."""
    narrower = width - 2 * PADDING - each.width
    left = PADDING + (narrower // 2 if each.passage.align == "ctr" else 0)
    right = PADDING + narrower - (left - PADDING)
    if each.passage.breaks == "none" and each.passage.align == "r" and is_number(each.passage.text):
        right += tail - tail_width(each)
    paragraph = each.paragraph()
    if not each.passage.text:
        paragraph = structs.replace(paragraph, lines=((scene.StyledRun("", each.setting.style),),))
    stroke = page.surface("pending").stroke if each.passage.role == "table-unknown" else None
    return TableCell(paragraphs=(paragraph,), margins=(left, 0, right, 0), stroke=stroke, source=each.passage.text.source)


def is_number(text: Text) -> bool:
    return NUMERIC.fullmatch(text.plain) is not None


def report(page: Page, slide: Table, width: Emu, room: Emu) -> None:
    """Tell the longest cell of words by how much it is too long; or that there are too many rows."""
    step = steps(page, len(slide.rows))[-1]
    rows = passages(page, slide)
    flat = [each for row in rows for each in row if each.text]
    longest = max(flat, key=lambda each: len(each.text.plain))
    share = width // len(slide.columns) - 2 * PADDING
    each = longest.at(page.typesetter, step, share, room)
    lines = max(1, (room // (len(rows)) - 2 * ROW_PADDING) // each.setting.line_height)
    if each.line_count > lines:
        page.overflow(each, lines)
    else:
        fits = room // (each.setting.line_height + 2 * ROW_PADDING) - (len(rows) - len(slide.rows))
        page.deck.findings.error(page.source, "layout/crowded", count=len(slide.rows), fits=max(0, min(fits, len(slide.rows) - 1)))
