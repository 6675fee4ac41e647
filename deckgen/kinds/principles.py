"""Principles: a grid of cards, each with its numeral; the first may be inverted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.blocks.cells import GRIDS, settled
from deckgen.blocks.icons import icon_items, square
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.stack import SetStack, Stack, stacked
from deckgen.blocks.surface import surface_items
from deckgen.drawing import FAINT, HAIRLINE, INK, MAIN, PALE, WHITE, Drawing
from deckgen.fields import Field, ListOf
from deckgen.geometry import Box, Emu, grid, px
from deckgen.kinds.entries import ITEM
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import Point, Slide
from deckgen.style import Color
from deckgen.theme import Surface, type_role

PRINCIPLE = Name("原则", "Principle")
BADGE = Name("数字", "Badge")
LEAD_GAP, TEXT_GAP = 700, 400  # above the principle and above its detail, hundredths of a point
MARGIN = px(22)
ICON_SIDE = px(48)
PADDING = px(16)  # least room above and below a card's text
NUMERAL_ROOM = {"pale": px(64), "badge": px(56)}  # what the key word leaves free for the numeral
FILL, BLOCK = 70, 84  # percent: of a card that its text fills, of the content that the cards fill


class Principles(Slide, frozen=True, gc=False, kw_only=True):
    items: tuple[Point, ...] = ()


class CardLook(Struct, frozen=True):
    """What all cards share."""

    top: Emu  # of the text, below that of the card
    middle: Emu  # of the line of the key word
    numeral: Setting


def compose(page: Page, slide: Principles) -> str:
    items = slide.items
    if not items:
        return "cards"
    cells = grid_of(page, len(items))
    inverse = [page.before + index == 0 and page.options["first"] == "inverse" for index in range(len(items))]
    left = MARGIN + page.surface("principle").left_edge
    widths = [cell.width - left - MARGIN for cell in cells]
    clear = numeral_room(page, items, widths)
    stacks = [stack(page, item, inverted, clear) for item, inverted in zip(items, inverse, strict=True)]
    fitted = page.fit(stacks, widths, cells[0].height - 2 * PADDING)
    cells = settled_grid(page, len(items), fitted.height)
    top = (cells[0].height - fitted.height) // 2
    look = CardLook(
        top=top,
        middle=top + page.setting("principle-key", fitted.step).line_height // 2,
        numeral=page.setting("principle-numeral"),
    )
    for index, (cell, words) in enumerate(zip(cells, fitted.stacks, strict=True)):
        page.entry(index)
        place_card(page, (index, items[index], inverse[index]), cell, words, look)
    return "cards"


def grid_of(page: Page, count: int) -> list[Box]:
    return grid(page.content, GRIDS[count], *gaps(page, count))


def gaps(page: Page, count: int) -> tuple[Emu, Emu]:
    """Between the cards of a row, and between rows."""
    return page.gap(24 if max(GRIDS[count]) < 4 else 16), page.gap(18)


def settled_grid(page: Page, count: int, text: Emu) -> list[Box]:
    """The same cells no higher than their text needs."""
    rows, (across, down) = GRIDS[count], gaps(page, count)
    return grid(settled(page.content, len(rows), down, text, PADDING, FILL, BLOCK), rows, across, down)


def numeral_room(page: Page, items: Sequence[Point], widths: Sequence[Emu]) -> Emu:
    """What key words leave free for the numeral: nothing beside a pale one where a word would be cut for it."""
    option = page.options["numeral"]
    floor = page.setting("principle-key", page.typesetter.floor("principle-key"))
    room = NUMERAL_ROOM[option]
    longest = max((floor.width(word) for item in items for word in item.key.plain.split()), default=0)
    return 0 if option == "pale" and longest > min(widths) - room else room


def stack(page: Page, item: Point, inverse: bool, clear: Emu) -> Stack:
    """Key word, the exact principle, its detail; the key keeps clear of the numeral."""
    return stacked(
        Passage(
            text=item.key, role="principle-key", what="key", clear=clear,
            color=inverted(page, "principle-key", inverse),
        ),
        Passage(
            text=item.lead, role="principle-lead", what="lead", level=1, space_before=LEAD_GAP,
            color=inverted(page, "principle-lead", inverse),
        ),
        Passage(
            text=item.text, role="principle-text", breaks="running", level=2, space_before=TEXT_GAP,
            color=inverted(page, "principle-text", inverse),
        ),
    )  # fmt: skip


def inverted(page: Page, role: str, inverse: bool) -> Color | None:
    """On an inverted card a role's `strong` colour is the colour of its text."""
    return page.deck.theme.roles[role].strong if inverse else None


def place_card(page: Page, entry: tuple[int, Point, bool], cell: Box, words: SetStack, look: CardLook) -> None:
    index, item, inverse = entry
    surface = page.surface("principle-inverse" if inverse else "principle")
    page.add(*surface_items(page.language.numbered(page.names.card, index + 1), cell, surface, page.language))
    if item.icon:
        color = inverted(page, "principle-text", inverse)
        page.add(*icon_items(page, item.icon, square(cell.right - px(16) - ICON_SIDE, cell.y + look.middle, ICON_SIDE), color))
    else:
        place_numeral(page, index, cell, inverse, look)
    left = MARGIN + surface.left_edge
    page.stack(
        page.name(PRINCIPLE, index + 1, item.key.plain or item.lead.plain[:10]),
        Box(cell.x + left, cell.y + look.top, cell.width - left - MARGIN, cell.height - 2 * look.top),
        words,
        placeholder=page.placeholders[f"item{index + 1}"],
        source=item.source,
    )


def place_numeral(page: Page, index: int, cell: Box, inverse: bool, look: CardLook) -> None:
    """The numeral pale in the corner, or on a badge level with the key word."""
    name = page.name(BADGE, index + 1)
    number, setting = str(page.before + index + 1), look.numeral
    if page.options["numeral"] == "pale":
        color = setting.strong.color if inverse else None
        box = Box(cell.right - px(84), cell.y + look.middle - setting.line_height // 2, px(70), setting.line_height)
        page.text(name, box, (one_line(number, setting, "r", color),), decorative=True, wraps=False)
        return
    size = px(40)
    box = Box(cell.right - size - px(20), cell.y + look.middle - size // 2, size, size)
    page.text(name, box, (one_line(number, setting, "ctr"),), page.surface("principle-badge"), anchor="ctr", wraps=False)


DRAWING = Drawing(
    label="原则",
    options={"numeral": ("pale", "badge"), "first": ("inverse", "plain")},
    roles=(
        type_role("principle-numeral", (4400,), FAINT, Color("lt1", 0, 45), "heading", bold=True, leading=110),
        type_role("principle-key", (3200, 2800, 2800, 2400, 2400, 2400), MAIN, WHITE, "heading", bold=True, leading=125),
        type_role("principle-lead", (2800, 2400, 2200, 2200, 2000, 1800), INK, WHITE, bold=True, leading=125),
        type_role("principle-text", (2400, 2200, 2000, 2000, 1800, 1800), INK, PALE, leading=130),
    ),
    surfaces={
        "principle": Surface(fill=WHITE, stroke=HAIRLINE),
        "principle-inverse": Surface(fill=MAIN),
        "principle-badge": Surface(fill=MAIN, shape="ellipse"),
    },
)

KIND = Kind(
    name="principles",
    value=Principles,
    doc_zh="原则",
    doc_en="principles, each with a key word",
    fields={"items": Field(ListOf(ITEM, 8), "原则", "the principles", required=True)},
    counts="items",
    divides=("items",),
    drawing=DRAWING,
    bodies=(Bodies(name=PRINCIPLE, count=8, roles=("principle-key", "principle-lead", "principle-text")),),
    compose=compose,
)
