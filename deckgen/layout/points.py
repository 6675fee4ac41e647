"""Points of a section: a numbered list, full-width rows, or a grid of cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from deckgen.geometry import Box, Emu, px, shares
from deckgen.layout.page import Page, rule, surface_items
from deckgen.layout.typeset import Fall, Setting, body, line_count, one_line, orphan_margin, orphaned, sense, sense_count, tidiest
from deckgen.outline import Point
from deckgen.scene import Paragraph

ORDINAL_WIDTH = px(62)
COLUMN_GAP = px(40)
LEAD_GAP = px(4)
SLACK = px(3)  # a box as high as its text is shrunk by LibreOffice
ROW_PADDING = px(7)
DENSE_ROW_PADDING = px(2)
CARD_MARGIN = px(26)
WIDE_CARD = px(176)

# How many cards stand in each row of the grid.
GRIDS = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3), 7: (4, 3), 8: (4, 4)}


class Block(Struct, frozen=True):
    """What a point needs at one step, before anything is placed."""

    lead: int  # lines
    text: int
    height: Emu


def measured(page: Page, point: Point, step: int, width: Emu, gap: Emu) -> Block:
    lead_setting, text_setting = page.setting("lead", step), page.setting("detail", step)
    lead = sense_count(point.lead.plain, lead_setting, width)
    text = line_count(point.text.plain, text_setting, width)
    height = lead * lead_setting.line_height + text * text_setting.line_height
    return Block(lead, text, height + (gap if lead and text else 0))


def paragraphs(page: Page, point: Point, step: int, width: Emu, gap: Emu) -> tuple[Paragraph, ...]:
    lead = sense(point.lead, page.setting("lead", step), width) if point.lead else None
    before = gap * 100 // 12_700 if lead else 0
    text = body(point.text, page.setting("detail", step), width, Fall(space_before=before, level=1)) if point.text else None
    return tuple(p for p in (lead, text) if p is not None)


def fitting_step(
    page: Page, points: Sequence[Point], fits: Callable[[list[Block]], bool], width: Callable[[int], Emu], gap: Emu
) -> int | None:
    """The largest step at which all blocks fit together; None when not even the floor does."""
    for step in page.deck.typesetter.steps("lead", "detail"):
        if fits([measured(page, point, step, width(i), gap) for i, point in enumerate(points)]):
            return tidiest(step, page.deck.typesetter.steps("lead", "detail"), lambda at: tidy(page, points, at, width))
    return None


def tidy(page: Page, points: Sequence[Point], step: int, width: Callable[[int], Emu]) -> bool:
    setting = page.setting("detail", step)
    return not any(orphaned(point.text.plain, setting, width(i)) for i, point in enumerate(points))


def report_crowded(page: Page, points: Sequence[Point], box: Box) -> None:
    """Tell each point by how much it is too long for two columns at the floor; or that there are too many of them."""
    columns = 2 if len(points) > 2 else 1
    rows = -(-len(points) // columns)
    width = box.columns(columns, COLUMN_GAP)[0].width - ORDINAL_WIDTH - px(8)
    room = box.height // rows - 2 * DENSE_ROW_PADDING
    floor = page.deck.typesetter.steps("lead", "detail")[-1]
    setting, lead = page.setting("detail", floor), page.setting("lead", floor)
    before = len(page.deck.findings.all)
    for point in points:
        block = measured(page, point, floor, width, LEAD_GAP)
        lines = (room - block.lead * lead.line_height - LEAD_GAP) // setting.line_height
        if block.height > room and lines > 0:
            page.overflow(point.text or point.lead, "text" if point.text else "lead", setting, width, lines)
    if len(page.deck.findings.all) == before:
        page.deck.findings.error(page.source, "layout/crowded", count=len(points))


def place_list(page: Page, points: Sequence[Point], box: Box, columns: int = 1) -> int | None:
    """Numbered points below one another with rules between, in one column or two; returns the step, None if too long."""
    column_boxes = box.columns(columns, COLUMN_GAP)
    per_column = -(-len(points) // columns)
    groups = [points[i : i + per_column] for i in range(0, len(points), per_column)]
    width = column_boxes[0].width - ORDINAL_WIDTH - px(8)

    def fits(blocks: list[Block], padding: Emu) -> bool:
        columns_of = [blocks[i : i + per_column] for i in range(0, len(blocks), per_column)]
        return all(sum(b.height for b in group) + 2 * padding * len(group) <= box.height for group in columns_of)

    for padding in (ROW_PADDING, DENSE_ROW_PADDING):
        step = fitting_step(page, points, lambda blocks, p=padding: fits(blocks, p), lambda _: width, LEAD_GAP)  # type: ignore[misc]
        if step is not None:
            break
    else:
        return None
    first = 0
    blocks_of = [[measured(page, point, step, width, LEAD_GAP) for point in group] for group in groups]
    # Neighbours in two columns share the height of their row where that fits.
    shared = [max(blocks[n].height for blocks in blocks_of if n < len(blocks)) for n in range(per_column)]
    level = sum(shared) + 2 * padding * per_column <= box.height
    for column_box, group, blocks in zip(column_boxes, groups, blocks_of, strict=False):
        needs = shared if level else [block.height for block in blocks]
        for n, (row, point) in enumerate(zip(row_boxes(column_box, needs, padding), group, strict=False)):
            place_row(page, first + n, point, row, step, width, last=n == len(group) - 1)
        first += len(group)
    return step


def row_boxes(box: Box, heights: Sequence[Emu], padding: Emu) -> list[Box]:
    """Equal rows where every text fits one, else rows as high as they need plus an equal share of the slack."""
    equal = box.rows(len(heights), 0)
    if all(height + 2 * padding <= row.height for height, row in zip(heights, equal, strict=True)):
        return equal
    needs = [height + 2 * padding for height in heights]
    slack = shares(max(0, box.height - sum(needs)), [1] * len(heights), 0)
    y = box.y
    rows = []
    for need, (_, extra) in zip(needs, slack, strict=True):
        rows.append(Box(box.x, y, box.width, need + extra))
        y += need + extra
    return rows


def place_row(page: Page, index: int, point: Point, row: Box, step: int, width: Emu, last: bool) -> None:
    """One numbered point; its ordinal stands on the line of the lead."""
    ordinal = page.setting("ordinal", step)
    lead = page.setting("lead", step)
    block = measured(page, point, step, width, LEAD_GAP)
    top = row.y + (row.height - block.height) // 2
    ordinal_y = top + (lead.line_height - ordinal.line_height) // 2
    page.text(
        f"序号{index + 1}",
        Box(row.x, ordinal_y, ORDINAL_WIDTH - px(6), ordinal.line_height),
        (one_line(f"{page.before + index + 1:02d}", ordinal),),
        anchor="ctr",
        decorative=True,
        wraps=False,
    )
    place_point(page, index, point, Box(row.x + ORDINAL_WIDTH, top, width, block.height), step, LEAD_GAP)
    if page.options.get("rules") == "yes" and not last:
        page.add(rule(f"分隔线{index + 1}", row.x, row.bottom - px(1), row.width, page.surface("point-rule"), px(1)))


def place_point(page: Page, index: int, point: Point, box: Box, step: int, gap: Emu) -> None:
    """The point's text in its placeholder, narrowed where that spares it a 孤字."""
    margin = orphan_margin(point.text.plain, page.setting("detail", step), box.width) if point.text else 0
    if margin and line_count(point.lead.plain, page.setting("lead", step), box.width - margin) > 1:
        margin = 0
    width = box.width - margin
    page.text(
        f"要点{index + 1} {point.lead.plain or point.text.plain[:12]}",
        Box(box.x, box.y, box.width, box.height + SLACK),
        paragraphs(page, point, step, width, gap),
        placeholder=page.placeholders[f"item{index + 1}"],
        margins=(0, 0, margin, 0),
        source=point.source,
    )


def place_cards(page: Page, points: Sequence[Point], box: Box, rows: Sequence[int] | None = None) -> int | None:
    """A grid of cards, each with its lead, a short rule and its text; a shorter row stretches to the full width."""
    rows = rows or GRIDS[len(points)]
    gap = px(20) if max(rows) < 4 else px(16)
    cells = [cell for row, count in zip(box.rows(len(rows), gap), rows, strict=True) for cell in row.columns(count, gap)]
    margin = CARD_MARGIN if max(rows) < 4 else px(22)
    widths = [cell.width - page.surface("card").left_edge - 2 * margin for cell in cells]
    height = cells[0].height - 2 * px(20)
    rule_gap = px(26) if height > px(150) else px(18)
    step = fitting_step(page, points, lambda blocks: all(b.height <= height for b in blocks), lambda i: widths[i], rule_gap)
    if step is None:
        return None
    needed = max(measured(page, point, step, widths[i], rule_gap).height for i, point in enumerate(points))
    top = min((cells[0].height - needed) // 2, px(34))
    for index, (cell, point) in enumerate(zip(cells, points, strict=True)):
        place_card(page, index, point, cell, step, (margin, top, widths[index], rule_gap))
    return step


def place_card(page: Page, index: int, point: Point, cell: Box, step: int, measures: tuple[Emu, Emu, Emu, Emu]) -> None:
    margin, top, width, rule_gap = measures
    surface = page.surface("card")
    left = margin + surface.left_edge
    page.add(*surface_items(f"卡片{index + 1}", cell, surface))
    text = Box(cell.x + left, cell.y + top, width, cell.height - 2 * top if top > px(8) else cell.height - top)
    place_point(page, index, point, text, step, rule_gap)
    if point.lead and point.text:
        lead: Setting = page.setting("lead", step)
        lines = sense_count(point.lead.plain, lead, width)
        y = text.y + lines * lead.line_height + rule_gap // 2 - px(3)
        page.add(rule(f"短线{index + 1}", text.x, y, px(28), page.surface("card-rule")))


def place_wide_cards(page: Page, points: Sequence[Point], box: Box) -> int | None:
    """One to three points as full-width rows: a large ordinal, the lead, the text beneath."""
    # A card much higher than its text looks empty; what is left over stands mostly below.
    rows = box.at_most(WIDE_CARD * len(points) + px(20) * (len(points) - 1)).rows(len(points), px(20))
    surface = page.surface("card")
    left = surface.left_edge + px(120)
    width = box.width - left - px(40)
    height = rows[0].height - 2 * px(10)
    step = fitting_step(page, points, lambda blocks: all(b.height <= height for b in blocks), lambda _: width, px(8))
    if step is None:
        return None
    ordinal = page.setting("ordinal", 0)
    for index, (row, point) in enumerate(zip(rows, points, strict=True)):
        block = measured(page, point, step, width, px(8))
        page.add(*surface_items(f"卡片{index + 1}", row, surface))
        page.text(
            f"序号{index + 1}",
            Box(row.x + surface.left_edge, row.y, px(110), row.height),
            (one_line(f"{page.before + index + 1:02d}", ordinal, Fall("ctr")),),
            anchor="ctr",
            decorative=True,
            wraps=False,
        )
        top = row.y + (row.height - block.height) // 2
        place_point(page, index, point, Box(row.x + left, top, width, block.height), step, px(8))
    return step
