"""Principles: a grid of cards, each with its numeral; the first may be inverted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.blocks.cells import GRIDS, in_pairs, settled
from deckgen.blocks.icons import icon_items, square
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.stack import Fitted, SetStack, Stack, fault_of, fit_each, stacked
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
MARGINS = (px(22), px(14))  # at the sides of a card: as designed, and where a narrow page has no room for that
ICON_SIDE = px(48)
PADDINGS = (px(16), px(12))  # least room above and below a card's text, likewise
NUMERAL_ROOM = {"pale": px(64), "badge": px(56)}  # what the key word leaves free for the numeral
FILL, BLOCK = 70, 84  # percent: of a card that its text fills, of the content that the cards fill


class Principles(Slide, frozen=True, gc=False, kw_only=True):
    items: tuple[Point, ...] = ()


class CardLook(Struct, frozen=True):
    """What all cards share."""

    top: Emu  # of the text, below that of the card
    margin: Emu  # at the sides of the text
    middle: Emu  # of the line of the key word
    numeral: Setting


def compose(page: Page, slide: Principles) -> str:
    items = slide.items
    if not items:
        return "cards"
    inverse = [page.before + index == 0 and page.options["first"] == "inverse" for index in range(len(items))]
    rows, closeness, fitted = arranged(page, items, inverse)
    cells = settled_grid(page, rows, fitted.height, PADDINGS[closeness])
    top = (cells[0].height - fitted.height) // 2
    look = CardLook(
        top=top,
        margin=MARGINS[closeness],
        middle=top + page.setting("principle-key", fitted.step).line_height // 2,
        numeral=page.setting("principle-numeral"),
    )
    for index, (cell, words) in enumerate(zip(cells, fitted.stacks, strict=True)):
        page.entry(index)
        place_card(page, (index, items[index], inverse[index]), cell, words, look)
    return "cards"


def arranged(page: Page, items: Sequence[Point], inverse: Sequence[bool]) -> tuple[Sequence[int], int, Fitted]:
    """How many cards stand in each row, how close their margins are, and their texts as they are fitted.

    The usual grid; where it cuts words, or has no room on a narrow page, cards in pairs, then either of them with closer margins.
    """
    ways = [(rows, closeness) for closeness in range(len(MARGINS)) for rows in dict.fromkeys((GRIDS[len(items)], in_pairs(len(items))))]
    held: list[tuple[Sequence[int], int, Fitted]] = []
    for rows, closeness in ways:
        if closeness and held:
            break
        stacks, widths, room = stacks_in(page, items, inverse, rows, closeness)
        fitted = fit_each(page.typesetter, stacks, widths, room, room)
        if fitted.height <= room:
            held.append((rows, closeness, fitted))
            if not fault_of(fitted):
                break
    if held:
        return min(held, key=lambda way: fault_of(way[2]))
    rows, closeness = ways[0]
    return rows, closeness, page.fit(*stacks_in(page, items, inverse, rows, closeness))


def stacks_in(
    page: Page, items: Sequence[Point], inverse: Sequence[bool], rows: Sequence[int], closeness: int
) -> tuple[list[Stack], list[Emu], Emu]:
    """The texts of a grid of cards, and the width and height that each has."""
    cells = grid(page.content, rows, *gaps(page, rows))
    beside = 2 * MARGINS[closeness] + page.surface("principle").left_edge
    widths = [cell.width - beside for cell in cells]
    clear = numeral_room(page, items, widths)
    stacks = [stack(page, item, inverted, clear) for item, inverted in zip(items, inverse, strict=True)]
    return stacks, widths, cells[0].height - 2 * PADDINGS[closeness]


def gaps(page: Page, rows: Sequence[int]) -> tuple[Emu, Emu]:
    """Between the cards of a row, and between rows."""
    return page.gap(24 if max(rows) < 4 else 16), page.gap(18)


def settled_grid(page: Page, rows: Sequence[int], text: Emu, padding: Emu) -> list[Box]:
    """The same cells no higher than their text needs."""
    across, down = gaps(page, rows)
    return grid(settled(page.content, len(rows), down, text, padding, FILL, BLOCK), rows, across, down)


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
    left = look.margin + surface.left_edge
    page.stack(
        page.name(PRINCIPLE, index + 1, item.key.plain or item.lead.plain[:10]),
        Box(cell.x + left, cell.y + look.top, cell.width - left - look.margin, cell.height - 2 * look.top),
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
