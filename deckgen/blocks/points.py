"""Points of a section: a numbered list, full-width rows, or a grid of cards; each fits itself and is placed as it was fitted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from deckgen.blocks.cells import GRIDS, rows_for, settled, split_evenly
from deckgen.blocks.icons import icon_items, square
from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.stack import Fitted, Fitting, SetStack, Stack, all_within, fitting, set_at, stacked, steps_of
from deckgen.blocks.surface import rule
from deckgen.drawing import FINE, HAIRLINE, INK, LINE, MAIN, PALE, PANEL, WHITE
from deckgen.geometry import Box, Emu, grid, px
from deckgen.outline import Point
from deckgen.scene import Align
from deckgen.style import Stroke
from deckgen.theme import Surface, type_role

# A list: its ordinals, what stands between columns and beside its texts, between lead and text (hundredths of a point), and above
# and below a row; the second padding where the first is too much.
ORDINAL_WIDTH, LIST_MARGIN = px(68), px(6)
COLUMN_GAP = 40
LIST_GAP = 300
ROW_PADDINGS = (px(7), px(2))

# A grid of cards: the room around a text, and between lead and text (hundredths of a point) in a high card and in a low one.
CARD_PADDING = px(16)
HIGH_CARD = px(150)
HIGH_GAP, LOW_GAP = 1950, 1350

# Full-width cards: the place of the ordinal, the gap between lead and text.
WIDE_CARD_GAP = 20
WIDE_ORDINAL, WIDE_LEFT, WIDE_RIGHT = px(110), px(120), px(40)
WIDE_GAP = 600

# The discs of icons: instead of an ordinal in a list and on a wide card, in the corner of a card.
LIST_ICON, WIDE_ICON, CARD_ICON = px(52), px(72), px(52)

# A card is no higher than its text needs to fill so many percent of it, while all of them fill so many percent of the content.
FILL, BLOCK = 68, 80


FEW = 3  # so many points may be set larger
SHORT_LEAD = 8  # characters of a lead that belong on one line
MOTTO_LINES = 4

ROLES = (
    type_role("ordinal", (2800, 2400, 2200), FINE, MAIN, "heading", bold=True, leading=120),
    type_role("lead", (2400, 2400, 2200, 2200), MAIN, MAIN, bold=True, leading=125),
    type_role("detail", (2400, 2000, 2000, 1800), INK, MAIN, leading=130),
    # One to three points fill the slide with larger type.
    type_role("motto-card", (2800, 2400, 2000), WHITE, PALE, "heading", bold=True, leading=140),
    type_role("lead-large", (3200, 2800, 2800, 2400, 2400, 2200, 2200), MAIN, MAIN, bold=True, leading=125),
    type_role("detail-large", (2800, 2800, 2400, 2400, 2000, 2000, 1800), INK, MAIN, leading=130),
)
SURFACES = {
    "card": Surface(fill=WHITE, stroke=HAIRLINE, edge="left", edge_fill=MAIN, edge_width=px(6)),
    "card-rule": Surface(fill=LINE),
    "point-rule": Surface(fill=PALE),
    "motto-card": Surface(fill=MAIN),
    "icon": Surface(fill=PANEL, stroke=Stroke(MAIN, px(2))),
}


def point_stack(point: Point, gap: int, few: bool = False, clear: Emu = 0) -> Stack:
    """Lead and text; the first line leaves `clear` free at its right, for an icon."""
    lead, detail = ("lead-large", "detail-large") if few else ("lead", "detail")
    return stacked(
        Passage(text=point.lead, role=lead, what="lead", clear=clear if point.lead else 0),
        Passage(text=point.text, role=detail, breaks="running", level=1, space_before=gap, clear=0 if point.lead else clear),
    )


def largest_size(page: Page, points: Sequence[Point]) -> int:
    """What `size` of them is at the most, however they are set; hundredths of a point."""
    stacks = [point_stack(point, 0, few(points)) for point in points]
    return min((page.setting(stack.passages[-1].role).style.size for stack in stacks if stack.passages), default=0)


def few(points: Sequence[Point]) -> bool:
    """Whether they are so few, or so short, that their type may be larger."""
    return len(points) <= FEW or not any(point.lead and point.text for point in points)


def smallest(fitted: Fitted) -> int:
    """The size of the smallest text, hundredths of a point."""
    return min((stack.parts[-1].setting.style.size for stack in fitted.stacks if stack.parts), default=0)


class Draft(Struct, frozen=True):
    """A way of setting points that holds them: how large their type is at the most, and what comes of it once it is tidied."""

    size: int
    settled: Callable[[], FittedPoints]


def draft(fitting: Fitting, made: Callable[[Fitted], FittedPoints]) -> Draft:
    return Draft(smallest(fitting.first), lambda: made(fitting.tidied()))


class Points(Struct, frozen=True):
    """What all ways of setting points have: the texts at the type that they share."""

    points: Sequence[Point]
    fitted: Fitted

    @property
    def size(self) -> int:
        """Of the smallest text, hundredths of a point."""
        return smallest(self.fitted)

    @property
    def text_height(self) -> Emu:
        """Of a text on average."""
        return sum(stack.height for stack in self.fitted.stacks) // len(self.points)

    @property
    def width(self) -> Emu:
        """How far a text reaches on average."""
        widest = (max(part.widest for part in stack.parts) for stack in self.fitted.stacks if stack.parts)
        return sum(widest) // len(self.points)

    @property
    def broken_leads(self) -> int:
        """How many short leads take two lines."""
        firsts = (stack.parts[0] for stack in self.fitted.stacks if len(stack.parts) > 1)
        return sum(part.line_count > 1 and len(part.passage.text.plain) <= SHORT_LEAD for part in firsts)

    @property
    def cut(self) -> int:
        """How many texts have a line that ends inside a word, or a 孤字."""
        return sum(stack.fault > 0 for stack in self.fitted.stacks)


class PointList(Points, frozen=True):
    """Numbered points below one another with rules between, in one column or more."""

    box: Box
    columns: int
    padding: Emu

    @property
    def breadth(self) -> float:
        """How much of the width of its row a text takes on average."""
        return self.width * self.columns / self.box.width

    @property
    def fill(self) -> float:
        """How much of the height of its row a text takes on average."""
        return self.text_height * -(-len(self.points) // self.columns) / self.box.height

    @property
    def hole(self) -> float:
        """Which part of its grid nothing stands in."""
        cells = -(-len(self.points) // self.columns) * self.columns
        return 1 - len(self.points) / cells

    def place(self, page: Page) -> None:
        last = {column[-1] for column in split_evenly(len(self.points), self.columns)}
        for row, index in self.rows(page):
            page.entry(index)
            self.place_row(page, index, row, self.text_top(row, index))
            if page.options.get("rules") == "yes" and index not in last:
                name = page.language.numbered(page.names.divider, index + 1)
                page.add(rule(name, row.x, row.bottom - px(1), row.width, page.surface("point-rule"), px(1)))

    def rows(self, page: Page) -> list[tuple[Box, int]]:
        """The row of each point; neighbours in two columns share the height of their row where that fits."""
        columns = split_evenly(len(self.points), self.columns)
        heights = [[self.fitted.stacks[index].height for index in column] for column in columns]
        shared = [max(column[n] for column in heights if n < len(column)) for n in range(len(columns[0]))]
        level = sum(shared) + 2 * self.padding * len(shared) <= self.box.height
        return [
            (row, index)
            for box, column, own in zip(self.box.columns(self.columns, page.gap(COLUMN_GAP)), columns, heights, strict=False)
            for row, index in zip(rows_for(box, shared if level else own, self.padding), column, strict=False)
        ]

    def text_top(self, row: Box, index: int) -> Emu:
        """Where the text of a row begins: neighbours in two columns begin on one line."""
        columns = split_evenly(len(self.points), self.columns)
        height = max(
            self.fitted.stacks[column[index % len(columns[0])]].height for column in columns if index % len(columns[0]) < len(column)
        )
        return row.y + (row.height - min(height, row.height)) // 2

    def place_row(self, page: Page, index: int, row: Box, top: Emu) -> None:
        """One numbered point; its ordinal stands on the line of the lead."""
        texts = self.fitted.stacks[index]
        line = texts.parts[0].setting.line_height if texts.parts else 0
        if self.points[index].icon:
            middle = max(top + line // 2, row.y + LIST_ICON // 2)
            page.add(*icon_items(page, self.points[index].icon, square(row.x, middle, LIST_ICON)))
            place_point(page, index, self.points[index], self.text_box(page, row, top, texts), texts)
            return
        ordinal = ordinal_setting(page, texts)
        place_ordinal(page, index, Box(row.x, top + (line - ordinal.line_height) // 2, ORDINAL_WIDTH - px(6), ordinal.line_height), ordinal)
        place_point(page, index, self.points[index], self.text_box(page, row, top, texts), texts)

    def text_box(self, page: Page, row: Box, top: Emu, texts: SetStack) -> Box:
        """The place of a text beside its ordinal or icon."""
        return Box(row.x + ORDINAL_WIDTH, top, list_width(page, self.box, self.columns), texts.height)


def fit_list(page: Page, points: Sequence[Point], box: Box, columns: int = 1) -> Draft | None:
    """The list at its largest type; None when not even the floor fits."""
    stacks = [point_stack(point, LIST_GAP, few(points)) for point in points]
    widths = [list_width(page, box, columns)] * len(points)
    for padding in ROW_PADDINGS:
        found = fitting(page.typesetter, stacks, widths, partial(columns_fit, box.height, columns, padding), box.height)
        if found:
            return draft(found, partial(PointList, points, box=box, columns=columns, padding=padding))
    return None


def columns_fit(height: Emu, columns: int, padding: Emu, stacks: Sequence[SetStack]) -> bool:
    """Whether every column of rows is within the height."""
    return all(sum(stacks[index].height + 2 * padding for index in column) <= height for column in split_evenly(len(stacks), columns))


def list_width(page: Page, box: Box, columns: int) -> Emu:
    """How wide the texts of a list are."""
    return box.columns(columns, page.gap(COLUMN_GAP))[0].width - ORDINAL_WIDTH - LIST_MARGIN


def ordinal_setting(page: Page, texts: SetStack) -> Setting:
    """Ordinals are as large as the leads beside them, so far as their role goes."""
    size = texts.parts[0].setting.style.size if texts.parts else 0
    step = page.typesetter.largest("ordinal", lambda setting: setting.style.size <= size)
    return page.setting("ordinal", step)


def place_ordinal(page: Page, index: int, box: Box, setting: Setting, align: Align = "l") -> None:
    page.text(
        page.language.numbered(page.names.numeral, index + 1),
        box,
        (one_line(f"{page.before + index + 1:02d}", setting, align),),
        anchor="ctr",
        decorative=True,
        wraps=False,
    )


def place_point(page: Page, index: int, point: Point, box: Box, texts: SetStack) -> None:
    """The point's text in its placeholder."""
    page.stack(
        page.language.numbered(page.names.point, index + 1, point.lead.plain or point.text.plain[:12]),
        Box(box.x, box.y, box.width, box.height + SLACK),
        texts,
        placeholder=page.placeholders[f"item{index + 1}"],
        source=point.source,
    )


class PointCards(Points, frozen=True):
    """A grid of cards, each with its lead, a short rule and its text; odd rows keep the grid, and a cell left over takes the motto."""

    cells: Sequence[Box]
    free_cell: Box | None
    margin: Emu
    gap: int

    @property
    def breadth(self) -> float:
        return self.width / self.cells[0].width

    @property
    def fill(self) -> float:
        return self.text_height / self.cells[0].height

    @property
    def hole(self) -> float:
        """Which part of its grid nothing stands in, or the motto."""
        cells = len(self.cells) + (self.free_cell is not None)
        return 1 - len(self.points) / cells

    def place(self, page: Page) -> None:
        top = (self.cells[0].height - self.fitted.height) // 2
        for index, cell in enumerate(self.cells):
            page.entry(index)
            self.place_card(page, index, cell, top)
        page.standing()
        if self.free_cell is not None:
            place_motto_card(page, self.free_cell)

    def place_card(self, page: Page, index: int, cell: Box, top: Emu) -> None:
        point, texts = self.points[index], self.fitted.stacks[index]
        page.panel(page.language.numbered(page.names.card, index + 1), cell, "card")
        left = self.margin + page.surface("card").left_edge
        box = Box(cell.x + left, cell.y + top, cell.width - left - self.margin, cell.height - 2 * top)
        place_point(page, index, point, box, texts)
        if point.icon and texts.parts:
            middle = max(box.y + texts.parts[0].setting.line_height // 2, cell.y + CARD_ICON // 2 + px(8))
            page.add(*icon_items(page, point.icon, square(cell.right - px(16) - CARD_ICON, middle, CARD_ICON)))
        if point.lead and point.text:
            y = box.y + texts.parts[0].height + self.gap * 127 // 2 - px(3)
            page.add(rule(page.language.numbered(page.names.short_rule, index + 1), box.x, y, px(28), page.surface("card-rule")))


def place_motto_card(page: Page, cell: Box) -> None:
    """The motto large in the cell that a grid leaves over, instead of under the title."""
    motto = page.take("motto")
    if motto is None:
        return
    page.panel(page.names.motto_card, cell, "motto-card")
    inner = cell.inset(px(20), px(12))
    role = "motto-card"
    passage = Passage(text=motto, role=role, breaks="clauses", align="ctr", what="motto")
    found = page.fitted(passage, inner, MOTTO_LINES) or page.overflowing(passage, inner, MOTTO_LINES)
    page.text(
        page.placeholders["motto"].label,
        inner,
        (found.paragraph(),),
        anchor="ctr",
        placeholder=page.placeholders["motto"],
        source=motto.source,
    )


def fit_cards(page: Page, points: Sequence[Point], box: Box, rows: Sequence[int] = ()) -> Draft | None:
    """The cards at their largest type, `rows` saying how many stand in each row; a shorter row keeps the width of the others."""
    rows = rows or GRIDS[len(points)]
    narrow = max(rows) > 3
    gap_x = page.gap(16 if narrow else 20)
    cells = grid(box, rows, gap_x, gap_x)
    margin = px(20) if narrow else px(24)
    left = margin + page.surface("card").left_edge
    room = cells[0].height - 2 * CARD_PADDING
    gap = HIGH_GAP if room > HIGH_CARD else LOW_GAP
    stacks = [point_stack(point, gap, few(points), CARD_ICON if point.icon else 0) for point in points]
    found = fitting(page.typesetter, stacks, [cell.width - left - margin for cell in cells], partial(all_within, room), room)

    def made(fitted: Fitted) -> PointCards:
        block = settled(box, len(rows), gap_x, fitted.height, CARD_PADDING, FILL, BLOCK)
        grown = grid(block, [max(rows)] * len(rows), gap_x, gap_x)
        free = grown[len(points)] if len(grown) == len(points) + 1 else None
        return PointCards(points, fitted, grid(block, rows, gap_x, gap_x), free, margin, gap)

    return draft(found, made) if found else None


class WideCards(Points, frozen=True):
    """One to three points as full-width rows: a large ordinal, the lead, the text beneath."""

    rows: Sequence[Box]

    @property
    def breadth(self) -> float:
        return self.width / self.rows[0].width

    @property
    def fill(self) -> float:
        return self.text_height / self.rows[0].height

    @property
    def hole(self) -> float:
        return 0

    def place(self, page: Page) -> None:
        for index, row in enumerate(self.rows):
            page.entry(index)
            self.place_card(page, index, row)

    def place_card(self, page: Page, index: int, row: Box) -> None:
        point, texts = self.points[index], self.fitted.stacks[index]
        page.panel(page.language.numbered(page.names.card, index + 1), row, "card")
        edge = page.surface("card").left_edge
        if point.icon:
            side = min(WIDE_ICON, row.height - px(16))
            page.add(*icon_items(page, point.icon, square(row.x + edge + (WIDE_ORDINAL - side) // 2, row.y + row.height // 2, side)))
        else:
            place_ordinal(page, index, Box(row.x + edge, row.y, WIDE_ORDINAL, row.height), page.setting("ordinal"), "ctr")
        top = row.y + (row.height - texts.height) // 2
        place_point(page, index, point, Box(row.x + edge + WIDE_LEFT, top, wide_width(page, row), texts.height), texts)


def fit_wide_cards(page: Page, points: Sequence[Point], box: Box) -> Draft | None:
    """The rows at their largest type; None when not even the floor fits."""
    gap = page.gap(WIDE_CARD_GAP)
    height = box.rows(len(points), gap)[0].height - 2 * px(10)
    stacks = [point_stack(point, WIDE_GAP, few(points)) for point in points]
    found = fitting(page.typesetter, stacks, [wide_width(page, box)] * len(points), partial(all_within, height), height)

    def made(fitted: Fitted) -> WideCards:
        return WideCards(points, fitted, settled(box, len(points), gap, fitted.height, px(10), FILL, BLOCK).rows(len(points), gap))

    return draft(found, made) if found else None


FittedPoints = PointList | PointCards | WideCards


def wide_width(page: Page, row: Box) -> Emu:
    return row.width - page.surface("card").left_edge - WIDE_LEFT - WIDE_RIGHT


def report_crowded(page: Page, points: Sequence[Point], box: Box, fits: int) -> None:
    """Tell each point by how much it is too long for two columns at the floor; or that there are too many of them, and how many fit."""
    columns = 2 if len(points) > 2 else 1
    room = box.height // -(-len(points) // columns) - 2 * ROW_PADDINGS[-1]
    stacks = [point_stack(point, LIST_GAP) for point in points]
    width = list_width(page, box, columns)
    at_floor = set_at(page.typesetter, stacks, [width] * len(points), room, steps_of(page.typesetter, stacks)[-1])
    long = [stack.too_long(room) for stack in at_floor.stacks if stack.height > room]
    for part, lines in long:
        if lines:
            page.overflow(part, lines)
    if not all(lines for _, lines in long) or not long:
        page.deck.findings.error(page.source, "layout/crowded", count=len(points), fits=fits)
