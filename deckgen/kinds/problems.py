"""Problems: a row (or an upright card) an item: key word, what, detail; and what is done about it beside it, where that is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from deckgen.blocks.cells import in_lanes, settled
from deckgen.blocks.icons import icon_items, square
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage
from deckgen.blocks.stack import Fitted, SetStack, Stack, all_within, fault_of, fit, stacked
from deckgen.drawing import FINE, HAIRLINE, INK, MAIN, MUTED, PANEL, WHITE, Drawing
from deckgen.fields import Entry, Field, ListOf, text
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.entries import ITEM
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import Point, Slide
from deckgen.scene import Path, ShapeBox
from deckgen.theme import Surface, type_role

PROBLEM = Name("问题", "Problem")
KEYWORD = Name("关键词", "Keyword")
ANSWER, ARROW = Name("举措", "Answer"), Name("箭头", "Arrow")
KEY_WIDTH, KEY_MOST = px(132), px(220)
KEY_PADDING = px(4)
COLUMNS_MOST = 5  # more columns would be too narrow to read
HEAD = px(84)  # of an upright card, with the key word
MARGIN = px(24)
ICON_SIDE, ICON_ROOM = px(48), px(60)
PADDING = px(8)  # least room above and below a row's text
TEXT_GAP = 700  # hundredths of a point
ROW_GAP, CLOSE_GAP, LANE_GAP, ROW_TEXT_GAP = 16, 10, 40, 200
LOOSE_ROWS = 5  # more rows stand closer
FILL, BLOCK = 70, 84  # percent: of a row that its text fills, of the content that the rows fill
# A problem and its answer: percent of a row that the problem takes, the room of the arrow between them, and the arrow itself.
PROBLEM_SHARE, ARROW_ROOM = 47, px(48)
ARROW_SIZE = (px(20), px(28))
ARROW_PATH = Path(20, 28, (("M", (0, 0)), ("L", (20, 14)), ("L", (0, 28)), ("Z", ())))


class Problems(Slide, frozen=True, gc=False, kw_only=True):
    items: tuple[Point, ...] = ()


def compose(page: Page, slide: Problems) -> str:
    """Rows, with the answers beside the problems where there are any, or upright cards where the theme likes them."""
    items = slide.items
    if not items:
        return "rows"
    if any(item.answer for item in items):
        place_rows(page, items, answered=True)
        if page.layout == "columns":
            page.unfit("rows")
        return "answered"
    wanted = page.option("arrangement") == "columns" and 1 < len(items) <= COLUMNS_MOST
    columns = fitted_columns(page, items) if wanted else None
    if columns:
        place_columns(page, items, columns)
    else:
        place_rows(page, items)
    if page.layout == "columns" and not columns:
        page.unfit("rows")
    return "columns" if columns else "rows"


def item_stack(item: Point, gap: int, clear: Emu = 0) -> Stack:
    return stacked(
        Passage(text=item.lead, role="problem-lead", what="lead", clear=clear),
        Passage(text=item.text, role="problem-text", breaks="running", level=1, space_before=gap),
    )


def place_rows(page: Page, items: Sequence[Point], answered: bool = False) -> None:
    """Key word, and beside it what and detail below one another; then the arrow and the answer."""
    content, gap = page.content, page.gap(ROW_GAP if len(items) <= LOOSE_ROWS else CLOSE_GAP)
    key_width = key_room(page, items)
    lanes, across = page.lanes(len(items)), page.gap(LANE_GAP)
    row = in_lanes(content, len(items), lanes, gap, across)[0]
    problem_width = row.width * PROBLEM_SHARE // 100 if answered else row.width
    text_width = problem_width - key_width - 2 * MARGIN - (ICON_ROOM if any(item.icon for item in items) else 0)
    answer_width = row.width - problem_width - ARROW_ROOM - 2 * MARGIN
    stacks = [item_stack(item, ROW_TEXT_GAP) for item in items]
    answers = [stacked(Passage(text=item.answer, role="problem-answer", breaks="running", what="answer")) for item in items]
    widths = [text_width] * len(items) + ([answer_width] * len(items) if answered else [])
    room = row.height - 2 * PADDING
    fitted = page.fit([*stacks, *(answers if answered else [])], widths, room, limit=row.height)
    block = settled(content, -(-len(items) // lanes), gap, fitted.height, PADDING, FILL, BLOCK)
    rows = in_lanes(block, len(items), lanes, gap, across)
    keys = fit_keys(page, items, Box(0, 0, key_width, rows[0].height))
    for index, (item, whole) in enumerate(zip(items, rows, strict=True)):
        page.entry(index)
        row = Box(whole.x, whole.y, problem_width, whole.height)
        page.panel(page.language.numbered(page.names.row, index + 1), row, "problem")
        place_key(page, index, item, Box(row.x, row.y, key_width, row.height), keys[index])
        place_text(page, index, item, Box(row.x + key_width + MARGIN, row.y, text_width, row.height), fitted.stacks[index])
        if item.icon:
            page.add(*icon_items(page, item.icon, square(row.right - MARGIN - ICON_SIDE, row.y + row.height // 2, ICON_SIDE)))
        if item.answer:
            place_answer(page, index, Box(row.right, row.y, whole.right - row.right, row.height), fitted.stacks[len(items) + index])


def key_room(page: Page, items: Sequence[Point]) -> Emu:
    """How wide the places of the key words are: as the longest needs at the largest type; nothing where there is none."""
    widest = max(page.setting("problem-key").width(item.key.plain) for item in items)
    return min(max(widest + px(40), KEY_WIDTH), KEY_MOST) if widest else 0


def place_text(page: Page, index: int, item: Point, box: Box, texts: SetStack) -> None:
    page.stack(
        page.name(PROBLEM, index + 1, item.lead.plain),
        box,
        texts,
        anchor="ctr",
        placeholder=page.placeholders[f"item{index + 1}"],
        source=item.source,
    )


def place_answer(page: Page, index: int, box: Box, texts: SetStack) -> None:
    """The arrow, and the answer on its panel."""
    width, height = ARROW_SIZE
    arrow = Box(box.x + (ARROW_ROOM - width) // 2, box.y + (box.height - height) // 2, width, height)
    page.add(ShapeBox(name=page.name(ARROW, index + 1), box=arrow, path=ARROW_PATH, fill=page.surface("problem-arrow").fill))
    panel = Box(box.x + ARROW_ROOM, box.y, box.width - ARROW_ROOM, box.height)
    page.panel(page.language.numbered(page.names.card, index + 1), panel, "problem-answer")
    inner = Box(panel.x + MARGIN, panel.y, panel.width - 2 * MARGIN, panel.height)
    source = texts.parts[0].passage.text.source
    page.stack(page.name(ANSWER, index + 1), inner, texts, anchor="ctr", placeholder=page.placeholders[f"answer{index + 1}"], source=source)


def fit_keys(page: Page, items: Sequence[Point], box: Box) -> list[SetStack]:
    """The key words at the largest size at which every one stands on one line; at the floor they may take more."""
    width = box.width - 2 * KEY_PADDING
    step = page.typesetter.largest("problem-key", lambda setting: all(setting.width(item.key.plain) <= width for item in items))
    keys = [stacked(Passage(text=item.key, role="problem-key", what="key", align="ctr", at_step=step)) for item in items]
    return list(page.fit(keys, [width] * len(items), box.height).stacks)


def place_key(page: Page, index: int, item: Point, box: Box, key: SetStack) -> None:
    if not item.key:
        return
    page.text(
        page.name(KEYWORD, index + 1, item.key.plain),
        box,
        key.paragraphs,
        page.surface("problem-key"),
        anchor="ctr",
        placeholder=page.placeholders[f"key{index + 1}"],
        margins=(KEY_PADDING, 0, KEY_PADDING, 0),
        source=item.key.source,
    )


def column_cells(page: Page, items: Sequence[Point]) -> list[Box]:
    return page.content.columns(len(items), page.gap(20))


def fitted_columns(page: Page, items: Sequence[Point]) -> Fitted | None:
    """The texts of upright cards; None where these are so narrow that texts do not fit them, or lines end inside words, unless they are asked for."""
    cell = column_cells(page, items)[0]
    stacks, room = [item_stack(item, TEXT_GAP, ICON_ROOM if item.icon else 0) for item in items], cell.height - HEAD - 2 * px(20)
    fitted = fit(page.typesetter, stacks, [cell.width - 2 * MARGIN] * len(items), partial(all_within, room), room)
    return fitted if fitted and (page.layout == "columns" or not fault_of(fitted)) else None


def place_columns(page: Page, items: Sequence[Point], fitted: Fitted) -> None:
    """Upright cards: the key word as a head, lead and text beneath."""
    cells = column_cells(page, items)
    width = cells[0].width - 2 * MARGIN
    below = Box(0, 0, 0, page.content.height - HEAD)
    height = HEAD + settled(below, 1, 0, fitted.height, px(20), FILL, BLOCK).height
    top = page.content.y + (page.content.height - height) * 2 // 5
    cells = [Box(cell.x, top, cell.width, height) for cell in cells]
    keys = fit_keys(page, items, Box(0, 0, cells[0].width, HEAD))
    for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
        page.entry(index)
        page.panel(page.language.numbered(page.names.card, index + 1), cell, "problem")
        place_key(page, index, item, Box(cell.x, cell.y, cell.width, HEAD), keys[index])
        page.stack(
            page.name(PROBLEM, index + 1, item.lead.plain),
            Box(cell.x + MARGIN, cell.y + HEAD + (height - HEAD - fitted.height) // 2, width, fitted.height),
            fitted.stacks[index],
            placeholder=page.placeholders[f"item{index + 1}"],
            source=item.source,
        )
        if item.icon:
            page.add(
                *icon_items(
                    page, item.icon, square(cell.right - MARGIN // 2 - ICON_SIDE, cell.y + HEAD + ICON_SIDE // 2 + px(10), ICON_SIDE)
                )
            )


def key_boxes(content: Box, count: int) -> list[Box]:
    """Of empty key words on a slide that somebody inserts by hand."""
    return content.cut_left(content.width // 5, px(16))[0].rows(count, px(12))


def text_boxes(content: Box, count: int) -> list[Box]:
    return content.cut_left(content.width // 5, px(16))[1].cut_left(content.width * 2 // 5, px(16))[0].rows(count, px(12))


def answer_boxes(content: Box, count: int) -> list[Box]:
    rest = content.cut_left(content.width // 5, px(16))[1]
    return rest.cut_left(rest.width // 2, px(16))[1].rows(count, px(12))


DRAWING = Drawing(
    label="问题",
    options={"arrangement": ("rows", "columns")},
    roles=(
        type_role("problem-key", (4400, 4000, 3600, 3200, 2800, 2400), WHITE, WHITE, "heading", bold=True, leading=120),
        type_role("problem-lead", (3200, 2800, 2400, 2400, 2200), INK, MAIN, bold=True, leading=125),
        type_role("problem-text", (2800, 2400, 2200, 2000, 1800), INK, MAIN, leading=130),
        type_role("problem-answer", (2800, 2400, 2200, 2000, 1800), INK, MAIN, leading=130),
    ),
    # Problems have a colour of their own, that of no success; answers that of the theme.
    surfaces={
        "problem": Surface(fill=WHITE, stroke=HAIRLINE),
        "problem-key": Surface(fill=MUTED),
        "problem-arrow": Surface(fill=FINE),
        "problem-answer": Surface(fill=PANEL, edge="left", edge_fill=MAIN, edge_width=px(6)),
    },
)
ANSWERED = Field(text(2, 40), "对应的举措，写在右边", "what is done about it, shown at the right")
BODIES = (
    Bodies(name=KEYWORD, stem="key", first=41, count=6, roles=("problem-key",), boxes=key_boxes),
    Bodies(name=PROBLEM, count=6, roles=("problem-lead", "problem-text"), boxes=text_boxes),
    Bodies(name=ANSWER, stem="answer", first=51, count=6, roles=("problem-answer",), boxes=answer_boxes),
)

KIND = Kind(
    name="problems",
    value=Problems,
    doc_zh="问题；`answer` 写上举措就成问题与举措的对照",
    doc_en="problems, each with a key word, and with its `answer` beside it where there is one",
    fields={
        "items": Field(ListOf(Entry(Point, ITEM.fields | {"answer": ANSWERED}, short=ITEM.short), 6), "问题", "the problems", required=True)
    },
    counts="items",
    divides=("items",),
    drawing=DRAWING,
    bodies=BODIES,
    layouts=DRAWING.options["arrangement"],
    compose=compose,
)
