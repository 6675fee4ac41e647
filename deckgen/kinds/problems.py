"""Problems: a row (or an upright card) an item: key word, what, detail."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage
from deckgen.blocks.stack import SetStack, stacked
from deckgen.drawing import HAIRLINE, INK, MAIN, PANEL, WHITE, Drawing
from deckgen.fields import Field, ListOf
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.entries import ITEM
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import Point, Slide
from deckgen.theme import Surface, type_role

PROBLEM = Name("问题", "Problem")
KEYWORD = Name("关键词", "Keyword")
DETAIL = Name("说明", "Detail")
KEY_WIDTH, KEY_MOST = px(132), px(220)
KEY_PADDING = px(4)
LEAD_GAP = px(36)
LEAD_WIDTH, LEAD_MOST = px(160), px(380)
COLUMNS_MOST = 5  # more columns would be too narrow to read
HEAD = px(84)  # of an upright card, with the key word
MARGIN = px(24)
ROW_MOST = px(240)
TEXT_GAP = 900  # hundredths of a point


class Problems(Slide, frozen=True, gc=False, kw_only=True):
    items: tuple[Point, ...] = ()


def compose(page: Page, slide: Problems) -> str:
    columns = page.options["arrangement"] == "columns" and 1 < len(slide.items) <= COLUMNS_MOST
    if slide.items:
        (place_columns if columns else place_rows)(page, slide.items)
    return "columns" if columns else "rows"


def lead_of(item: Point) -> Passage:
    return Passage(text=item.lead, role="problem-lead", what="lead")


def place_rows(page: Page, items: Sequence[Point]) -> None:
    """Key word, lead and detail beside one another."""
    rows = page.content.inset(0, px(8)).at_most(ROW_MOST * len(items)).rows(len(items), page.gap(16))
    key_width = within(widest(page, "problem-key", [item.key.plain for item in items]) + px(40), KEY_WIDTH, KEY_MOST)
    lead_width = within(widest(page, "problem-lead", [item.lead.plain for item in items]) + px(10), LEAD_WIDTH, LEAD_MOST)
    text_width = rows[0].width - key_width - px(32) - lead_width - LEAD_GAP - px(40)
    leads = [stacked(lead_of(item)) for item in items]
    details = [stacked(Passage(text=item.text, role="problem-text", breaks="running")) for item in items]
    widths = [lead_width] * len(items) + [text_width] * len(items)
    fitted = page.fit([*leads, *details], widths, rows[0].height - px(12), limit=rows[0].height).stacks
    keys = fit_keys(page, items, Box(0, 0, key_width, rows[0].height))
    for index, (item, row) in enumerate(zip(items, rows, strict=True)):
        page.panel(page.language.numbered(page.names.row, index + 1), row, "problem")
        place_key(page, index, item, Box(row.x, row.y, key_width, row.height), keys[index])
        lead_box = Box(row.x + key_width + px(32), row.y, lead_width, row.height)
        place_text(page, index, item, lead_box, fitted[index])
        if item.text:
            place_detail(page, index, Box(lead_box.right + LEAD_GAP, row.y, text_width, row.height), fitted[len(items) + index])


def widest(page: Page, role: str, texts: Sequence[str]) -> Emu:
    """How wide the longest of them is on one line at the role's largest size."""
    return max(page.setting(role).width(text) for text in texts)


def within(length: Emu, least: Emu, most: Emu) -> Emu:
    return min(max(least, length), most)


def place_text(page: Page, index: int, item: Point, box: Box, texts: SetStack) -> None:
    page.stack(
        page.name(PROBLEM, index + 1, item.lead.plain),
        box,
        texts,
        anchor="ctr",
        placeholder=page.placeholders[f"item{index + 1}"],
        source=item.source,
    )


def place_detail(page: Page, index: int, box: Box, text: SetStack) -> None:
    name = page.name(DETAIL, index + 1)
    source = text.parts[0].passage.text.source
    page.stack(name, box, text, anchor="ctr", placeholder=page.placeholders[f"detail{index + 1}"], source=source)


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


def place_columns(page: Page, items: Sequence[Point]) -> None:
    """Upright cards: the key word as a head, lead and text beneath."""
    cells = page.content.inset(0, px(8)).columns(len(items), page.gap(20))
    width, room = cells[0].width - 2 * MARGIN, cells[0].height - HEAD - 2 * px(28)
    stacks = [
        stacked(lead_of(item), Passage(text=item.text, role="problem-text", breaks="running", level=1, space_before=TEXT_GAP))
        for item in items
    ]
    fitted = page.fit(stacks, [width] * len(items), room)
    keys = fit_keys(page, items, Box(0, 0, cells[0].width, HEAD))
    for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
        page.panel(page.language.numbered(page.names.card, index + 1), cell, "problem")
        place_key(page, index, item, Box(cell.x, cell.y, cell.width, HEAD), keys[index])
        page.stack(
            page.name(PROBLEM, index + 1, item.lead.plain),
            Box(cell.x + MARGIN, cell.y + HEAD + px(28), width, room),
            fitted.stacks[index],
            placeholder=page.placeholders[f"item{index + 1}"],
            source=item.source,
        )


def key_boxes(content: Box, count: int) -> list[Box]:
    """Of empty key words on a slide that somebody inserts by hand."""
    return content.cut_left(content.width // 5, px(16))[0].rows(count, px(12))


def lead_boxes(content: Box, count: int) -> list[Box]:
    return content.cut_left(content.width // 5, px(16))[1].cut_left(content.width * 2 // 5, px(16))[0].rows(count, px(12))


def detail_boxes(content: Box, count: int) -> list[Box]:
    rest = content.cut_left(content.width // 5, px(16))[1]
    return rest.cut_left(rest.width // 2, px(16))[1].rows(count, px(12))


DRAWING = Drawing(
    label="问题",
    options={"arrangement": ("rows", "columns")},
    roles=(
        type_role("problem-key", (2800, 2800, 2400), MAIN, MAIN, "heading", bold=True, leading=120),
        type_role("problem-lead", (2400, 2400, 2200), INK, MAIN, bold=True),
        type_role("problem-text", (2200, 2000, 1800), INK, MAIN, leading=140),
    ),
    surfaces={
        "problem": Surface(fill=WHITE, stroke=HAIRLINE),
        "problem-key": Surface(fill=PANEL),
    },
)

KIND = Kind(
    name="problems",
    value=Problems,
    doc_zh="问题",
    doc_en="problems, each with a key word",
    fields={"items": Field(ListOf(ITEM, 6), "问题", "the problems", required=True)},
    counts="items",
    divides=("items",),
    drawing=DRAWING,
    bodies=(
        Bodies(name=KEYWORD, stem="key", first=41, count=6, roles=("problem-key",), boxes=key_boxes),
        Bodies(name=PROBLEM, count=6, roles=("problem-lead", "problem-text"), boxes=lead_boxes),
        Bodies(name=DETAIL, stem="detail", first=51, count=6, roles=("problem-text",), boxes=detail_boxes),
    ),
    compose=compose,
)
