"""Pairs such as 稳/进: two discs hold the two sides, the field and its detail beside or below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct, structs

from deckgen.blocks.cells import in_lanes
from deckgen.blocks.icons import icon_items, square
from deckgen.blocks.page import Page, joined_boxes
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.stack import SetStack, Stack, all_within, fault_of, fit, stacked
from deckgen.blocks.surface import rule, text_box
from deckgen.drawing import FINE, HAIRLINE, INK, LINE, MAIN, PALE, WHITE, Drawing
from deckgen.fields import ICON, Entry, Field, ListOf, PairSides, text
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import Pair, Run, Slide, Text
from deckgen.scene import Align, Group
from deckgen.style import Stroke
from deckgen.theme import Surface, type_role

PAIR_NAME = Name("统筹", "Pair")
DISC = px(92)
LANE_GAP = 40
SIDE_MARGIN = px(20)  # what a disc leaves free beside its word
ROUND_SHARE = 70  # of a disc, in percent, that text may fill: the square within it
WIDE_HEIGHT = px(64)
ROW_MOST = px(170)
WIDE_SHARE = 15  # of a row, in percent, that a wide disc may take
TEXT_GAP = 2100  # between lead and detail of a column, around the short rule; hundredths of a point
COLUMN_HEAD = px(204)  # what the discs take of a column
COLUMN_MARGIN = px(12)
ICON_SIDE = px(56)
LEAD_WIDTH = px(200)  # of a row
STACKED_MOST = 4  # so many rows are high enough for the detail under the field
DETAIL_LEAST = px(160)  # narrower, and the detail stands under the field


class Pairs(Slide, frozen=True, gc=False, kw_only=True):
    pairs: tuple[Pair, ...] = ()


PAIR = Entry(
    Pair,
    {
        "pair": Field(PairSides(), "成对的两个字，如 `稳/进`", "two sides, such as `Growth/Stability`", required=True),
        "lead": Field(text(2, 12), "统筹的领域", "the field in which they are balanced"),
        "text": Field(text(0, 30), "一句话说明", "a sentence about it"),
        "icon": ICON,
    },
)


def compose(page: Page, slide: Pairs) -> str:
    drawn = any(pair.icon for pair in slide.pairs)
    if drawn and page.layout == "columns":
        page.unfit("rows")  # the discs take all of the head of a column
    columns = page.layout == "columns" or (
        page.option("arrangement") == "columns" and len(slide.pairs) > 2 and not drawn and columns_hold(page, slide.pairs)
    )
    if slide.pairs:
        (place_columns if columns else place_rows)(page, slide.pairs)
    return "columns" if columns else "rows"


class Discs(Struct, frozen=True):
    """What holds the two sides of every pair of a slide: round, or wide where a side is a long word."""

    width: Emu
    height: Emu
    dx: Emu  # from the first to the second
    dy: Emu
    step: int
    round: bool = True

    def at(self, x: Emu, y: Emu) -> tuple[Box, Box]:
        first = Box(x, y, self.width, self.height)
        return first, first.moved(self.dx, self.dy)

    def surface(self, page: Page, role: str) -> Surface:
        """That of the theme, as a pill where it holds a long word."""
        surface = page.surface(role)
        return surface if self.round else structs.replace(surface, shape="roundRect")

    @property
    def extent(self) -> Emu:
        """How wide both are together."""
        return self.width + self.dx


def longest_side(pairs: Sequence[Pair]) -> str:
    return max((side for pair in pairs for side in (pair.first, pair.second)), key=len)


def step_for(page: Page, pairs: Sequence[Pair], room: Emu, height: Emu) -> int | None:
    """The largest type at which every side is no wider than `room` and no higher than `height`; None when not even the floor is."""
    longest = longest_side(pairs)
    settings = [(step, page.setting("pair-first", step)) for step in page.typesetter.steps("pair-first")]
    return next((step for step, setting in settings if setting.width(longest) <= room and setting.line_height <= height), None)


def column_discs(page: Page, pairs: Sequence[Pair], column: Emu) -> Discs:
    """The second disc over the first; long words one below the other."""
    disc = min(DISC, (column - px(24)) * 5 // 9)
    step = step_for(page, pairs, disc - SIDE_MARGIN, disc * ROUND_SHARE // 100)
    if step is not None:
        return Discs(disc, disc, disc * 68 // 92, disc * 64 // 92, step)
    most = column - px(24)
    step = wide_step(page, pairs, most)
    return Discs(wide_width(page, pairs, step, most), WIDE_HEIGHT, 0, WIDE_HEIGHT + px(10), step, round=False)


def row_discs(page: Page, pairs: Sequence[Pair], row: Box) -> Discs:
    """Side by side; those of one character overlap, long words have wide discs."""
    disc = min(DISC, row.height - px(20))
    overlap = px(14) if all(len(pair.first + pair.second) == 2 for pair in pairs) else -px(6)
    step = step_for(page, pairs, disc - SIDE_MARGIN - max(0, overlap), disc * ROUND_SHARE // 100)
    if step is not None:
        return Discs(disc, disc, disc - overlap, 0, step)
    most = row.width * WIDE_SHARE // 100
    step = wide_step(page, pairs, most, min(WIDE_HEIGHT, disc))
    wide = wide_width(page, pairs, step, most)
    return Discs(wide, min(WIDE_HEIGHT, disc), wide + px(6), 0, step, round=False)


def wide_width(page: Page, pairs: Sequence[Pair], step: int, most: Emu) -> Emu:
    """As wide as the longest word needs, so that words of a slide look alike."""
    return min(most, page.setting("pair-first", step).width(longest_side(pairs)) + 2 * SIDE_MARGIN)


def wide_step(page: Page, pairs: Sequence[Pair], width: Emu, height: Emu = WIDE_HEIGHT) -> int:
    """The type of long words; a side that is too long at the floor is noted."""
    step = step_for(page, pairs, width - 2 * SIDE_MARGIN, height)
    if step is not None:
        return step
    floor = page.typesetter.floor("pair-first")
    sides = Passage(text=Text((Run(longest_side(pairs)),), pairs[0].source), role="pair-first", breaks="none", what="pair")
    page.overflow(sides.set_in(page.setting("pair-first", floor), width - 2 * SIDE_MARGIN), 1)
    return floor


def place_discs(page: Page, pair: Pair, boxes: tuple[Box, Box], discs: Discs) -> None:
    """The two sides, the second over the first but never over its characters."""
    name = page.language.paired(pair.first, pair.second)
    items = tuple(
        text_box(
            side,
            box,
            (one_line(side, page.setting(role, discs.step), "ctr"),),
            discs.surface(page, role),
            anchor="ctr",
            wraps=False,
            source=pair.source,
        )
        for role, box, side in zip(("pair-first", "pair-second"), boxes, pair.pair, strict=True)
    )
    page.add(Group(name=name, box=joined_boxes(*boxes), items=items, alt=name, source=pair.source))


def head(pair: Pair, align: Align = "l") -> Passage:
    """The field of a pair."""
    return Passage(text=pair.lead, role="pair-lead", align=align, what="lead")


def columns_hold(page: Page, pairs: Sequence[Pair]) -> bool:
    """Whether upright cards hold the texts, no line ending inside a word, in type that is no smaller than the one before its floor."""
    cells = column_cells(page, pairs)
    width, room = cells[0].width - 2 * COLUMN_MARGIN, cells[0].height - COLUMN_HEAD - px(16)
    stacks = [column_stack(pair) for pair in pairs]
    floor = page.typesetter.floor("pair-lead", "pair-text")
    fitted = fit(page.typesetter, stacks, [width] * len(pairs), partial(all_within, room), room)
    return fitted is not None and fitted.step < floor and not fault_of(fitted)


def column_cells(page: Page, pairs: Sequence[Pair]) -> list[Box]:
    return page.content.columns(len(pairs), page.gap(14))


def place_columns(page: Page, pairs: Sequence[Pair]) -> None:
    """Upright cards: the discs as a head, the texts centred beneath."""
    cells = column_cells(page, pairs)
    width, room = cells[0].width - 2 * COLUMN_MARGIN, cells[0].height - COLUMN_HEAD - px(16)
    fitted = page.fit([column_stack(pair) for pair in pairs], [width] * len(pairs), room)
    cells = [Box(cell.x, cell.y, cell.width, cell.height - (room - fitted.height) // 2) for cell in cells]
    discs = column_discs(page, pairs, cells[0].width)
    for index, (pair, cell, texts) in enumerate(zip(pairs, cells, fitted.stacks, strict=True)):
        page.entry(index)
        page.panel(page.language.numbered(page.names.card, index + 1), cell, "pair")
        place_discs(page, pair, discs.at(cell.x + (cell.width - discs.extent) // 2, cell.y + px(28)), discs)
        place_column_text(page, index, pair, Box(cell.x + COLUMN_MARGIN, cell.y + COLUMN_HEAD, width, fitted.height), texts)


def column_stack(pair: Pair) -> Stack:
    return stacked(
        head(pair, "ctr"),
        Passage(text=pair.text, role="pair-text", breaks="running", align="ctr", level=1, space_before=TEXT_GAP),
    )


def place_column_text(page: Page, index: int, pair: Pair, box: Box, texts: SetStack) -> None:
    """Field and detail, between them a short rule."""
    place_text(page, index, pair, box, texts)
    if pair.text and pair.lead:
        above = texts.height - texts.parts[-1].height
        y = box.y + above + TEXT_GAP * 127 // 2 - px(1)
        name = page.language.numbered(page.names.short_rule, index + 1)
        page.add(rule(name, box.x + (box.width - px(28)) // 2, y, px(28), page.surface("pair-rule")))


def place_text(page: Page, index: int, pair: Pair, box: Box, texts: SetStack) -> None:
    page.stack(
        page.name(PAIR_NAME, index + 1, pair.lead.plain),
        box,
        texts,
        anchor="t" if texts.centred else "ctr",
        placeholder=page.placeholders[f"item{index + 1}"],
        source=pair.source,
    )


def place_rows(page: Page, pairs: Sequence[Pair]) -> None:
    """Two discs side by side at the left of each row, the texts at their right."""
    lanes = page.lanes(len(pairs))
    per_lane = -(-len(pairs) // lanes)
    rows = in_lanes(page.content.at_most(ROW_MOST * per_lane), len(pairs), lanes, page.gap(14), page.gap(LANE_GAP))
    discs = row_discs(page, pairs, rows[0])
    left = px(28) + discs.extent + px(36)
    width = rows[0].width - left - LEAD_WIDTH - px(60) - icon_room(pairs)
    details = [stacked(Passage(text=pair.text, role="pair-text", breaks="running")) for pair in pairs]
    if width < DETAIL_LEAST or per_lane <= STACKED_MOST:
        place_narrow_rows(page, pairs, rows, discs)
        return
    heads = [stacked(head(pair)) for pair in pairs]
    widths = [LEAD_WIDTH] * len(pairs) + [width] * len(pairs)
    fitted = page.fit([*heads, *details], widths, rows[0].height - px(12), limit=rows[0].height).stacks
    for index, (pair, row) in enumerate(zip(pairs, rows, strict=True)):
        page.entry(index)
        page.panel(page.language.numbered(page.names.row, index + 1), row, "pair")
        place_discs(page, pair, discs.at(row.x + px(28), row.y + (row.height - discs.height) // 2), discs)
        place_icon(page, pair, row)
        place_text(page, index, pair, Box(row.x + left, row.y, LEAD_WIDTH, row.height), fitted[index])
        if pair.text:
            place_detail(page, index, Box(row.x + left + LEAD_WIDTH + px(20), row.y, width, row.height), fitted[len(pairs) + index])


def place_narrow_rows(page: Page, pairs: Sequence[Pair], rows: Sequence[Box], discs: Discs) -> None:
    """The same with the detail under the field: in high rows, and on a page that has no room for a third column."""
    left = px(28) + discs.extent + px(36)
    width = rows[0].width - left - px(24) - icon_room(pairs)
    stacks = [stacked(head(pair), Passage(text=pair.text, role="pair-text", breaks="running", level=1)) for pair in pairs]
    fitted = page.fit(stacks, [width] * len(pairs), rows[0].height - px(12), limit=rows[0].height).stacks
    for index, (pair, row) in enumerate(zip(pairs, rows, strict=True)):
        page.entry(index)
        page.panel(page.language.numbered(page.names.row, index + 1), row, "pair")
        place_discs(page, pair, discs.at(row.x + px(28), row.y + (row.height - discs.height) // 2), discs)
        place_icon(page, pair, row)
        place_text(page, index, pair, Box(row.x + left, row.y, width, row.height), fitted[index])


def icon_room(pairs: Sequence[Pair]) -> Emu:
    """What icons take at the right end of the rows."""
    return ICON_SIDE + px(24) if any(pair.icon for pair in pairs) else 0


def place_icon(page: Page, pair: Pair, row: Box) -> None:
    if pair.icon:
        page.add(*icon_items(page, pair.icon, square(row.right - px(24) - ICON_SIDE, row.y + row.height // 2, ICON_SIDE)))


def place_detail(page: Page, index: int, box: Box, text: SetStack) -> None:
    name = page.language.numbered(page.names.detail, index + 1)
    page.stack(name, box, text, anchor="ctr", source=text.parts[0].passage.text.source)


DRAWING = Drawing(
    label="统筹",
    options={"arrangement": ("columns", "rows")},
    roles=(
        type_role("pair-first", (3600, 3200, 2800, 2400, 2000), WHITE, PALE, "heading", bold=True, leading=110),
        type_role("pair-second", (3600, 3200, 2800, 2400, 2000), FINE, MAIN, "heading", bold=True, leading=110),
        type_role("pair-lead", (3200, 2800, 2800, 2400, 2400), MAIN, MAIN, "heading", bold=True, leading=125),
        type_role("pair-text", (2800, 2400, 2200, 2000, 1800), INK, MAIN, leading=135),
    ),
    surfaces={
        "pair": Surface(fill=WHITE, stroke=HAIRLINE),
        "pair-first": Surface(fill=MAIN, shape="ellipse"),
        "pair-second": Surface(fill=WHITE, stroke=Stroke(FINE, px(2.5)), shape="ellipse"),
        "pair-rule": Surface(fill=LINE),
    },
)

KIND = Kind(
    name="pairs",
    value=Pairs,
    doc_zh="成对的关系",
    doc_en="pairs of aims to be balanced",
    fields={"pairs": Field(ListOf(PAIR, 6, "组"), "成对的关系", "the pairs", required=True)},
    counts="pairs",
    divides=("pairs",),
    drawing=DRAWING,
    bodies=(Bodies(name=PAIR_NAME, count=6, roles=("pair-lead", "pair-text")),),
    layouts=DRAWING.options["arrangement"],
    compose=compose,
)
