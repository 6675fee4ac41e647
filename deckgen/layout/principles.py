"""Principles: a grid of cards, each with its numeral; the first may be inverted."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen import scene
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.principles import Principles
from deckgen.layout.frame import claim_words, titled_page
from deckgen.layout.page import Deck, Page, Place, surface_items
from deckgen.layout.points import GRIDS
from deckgen.layout.typeset import (
    Fall,
    Setting,
    body,
    one_line,
    orphan_margin,
    orphaned,
    sense,
    sense_count,
    sense_height,
    text_height,
    tidiest,
)
from deckgen.outline import Point
from deckgen.scene import Paragraph
from deckgen.style import Color

ROLES = ("principle-key", "principle-lead", "principle-text")
GAP_PT = 1000  # between the three texts of a card, hundredths of a point
MARGIN = px(27)


def principles(slide: Principles, deck: Deck, place: Place) -> scene.Slide:
    page = titled_page("principles", slide, deck, place)
    place_principles(page, slide.items)
    return page.finish(slide.title, "cards", slide.notes, claim_words(slide))


def place_principles(page: Page, items: Sequence[Point]) -> None:
    if not items:
        return
    rows = GRIDS[len(items)]
    gap = px(24) if max(rows) < 4 else px(16)
    room_for_cards = page.content.at_most(px(300) if len(rows) == 1 else page.content.height)
    cells = [cell for row, count in zip(room_for_cards.rows(len(rows), px(20)), rows, strict=True) for cell in row.columns(count, gap)]
    surface = page.surface("principle")
    widths = [cell.width - 2 * MARGIN - surface.left_edge for cell in cells]
    room = cells[0].height - 2 * px(22)
    step = page.deck.typesetter.largest(
        ROLES, lambda at: all(height(page, item, w, at) <= room for item, w in zip(items, widths, strict=True))
    )
    step = tidiest(step, page.deck.typesetter.steps(*ROLES), lambda at: tidy(page, items, widths, at))
    needed = 0
    for item, width in zip(items, widths, strict=True):
        own = height(page, item, width, step)
        needed = max(needed, own)
        if own > room:
            setting = page.setting("principle-text", step)
            spare = room - (own - text_height(item.text, setting, width))
            page.overflow(item.text or item.lead, "text", setting, width, max(0, spare // setting.line_height))
    top = min((cells[0].height - needed) // 2, px(34))
    # On a narrow card the numeral is small enough to end above the line of the principle; siblings share its size.
    narrow = min(cell.width for cell in cells) <= px(300)
    numeral = page.setting("principle-numeral", page.deck.typesetter.steps("principle-numeral")[-1] if narrow else 0)
    for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
        place_card(page, index, item, cell, (widths[index], top, step), numeral)


def tidy(page: Page, items: Sequence[Point], widths: Sequence[Emu], step: int) -> bool:
    """No detail ends in a 孤字, also where its card cannot be narrowed for the sake of the lead above it."""
    text = page.setting("principle-text", step)
    for item, width in zip(items, widths, strict=True):
        margin = orphan_margin(item.text.plain, text, width)
        if orphaned(item.text.plain, text, width) or (margin and not bears(page, item, width, margin, step)):
            return False
    return True


def bears(page: Page, item: Point, width: Emu, margin: Emu, step: int) -> bool:
    """Whether a card can be narrowed without another line in its key word or its lead."""
    key, lead = page.setting("principle-key", step), page.setting("principle-lead", step)
    room = width - numeral_room(page)
    return sense_count(item.key.plain, key, room - margin) <= sense_count(item.key.plain, key, room) and (
        sense_count(item.lead.plain, lead, width - margin) <= sense_count(item.lead.plain, lead, width)
    )


def texts(page: Page, item: Point, width: Emu, step: int, inverse: bool = False) -> tuple[Paragraph, ...]:
    """Key word, the exact principle, its detail; the key keeps clear of the numeral."""
    key, lead, text = (page.setting(role, step) for role in ROLES)
    found: list[Paragraph] = []
    if item.key:
        found.append(sense(item.key, key, width - numeral_room(page), Fall(color=inverted(key, inverse))))
    before = GAP_PT if found else 0
    if item.lead:
        found.append(sense(item.lead, lead, width, Fall(space_before=before, level=1, color=inverted(lead, inverse))))
    if item.text:
        found.append(body(item.text, text, width, Fall(space_before=GAP_PT // 2 if found else 0, level=2, color=inverted(text, inverse))))
    return tuple(found)


def inverted(setting: Setting, inverse: bool) -> Color | None:
    """On an inverted card a role's `strong` colour is the colour of its text."""
    return setting.role.strong if inverse else None


def numeral_room(page: Page) -> Emu:
    return px(70) if page.options["numeral"] == "pale" else px(56)


def height(page: Page, item: Point, width: Emu, step: int) -> Emu:
    key, lead, text = (page.setting(role, step) for role in ROLES)
    gaps = (GAP_PT + GAP_PT // 2) * 127
    return (
        sense_height(item.key, key, width - numeral_room(page))
        + sense_height(item.lead, lead, width)
        + text_height(item.text, text, width)
        + gaps
    )


def place_card(page: Page, index: int, item: Point, cell: Box, measures: tuple[Emu, Emu, int], numeral: Setting) -> None:
    width, top, step = measures
    inverse = page.before + index == 0 and page.options["first"] == "inverse"
    surface = page.surface("principle-inverse" if inverse else "principle")
    page.add(*surface_items(f"卡片{index + 1}", cell, surface))
    place_numeral(page, index, cell, (inverse, numeral), top + page.setting("principle-key", step).line_height // 2)
    left = MARGIN + surface.left_edge
    margin = orphan_margin(item.text.plain, page.setting("principle-text", step), width)
    if margin and not bears(page, item, width, margin, step):
        margin = 0
    box = Box(cell.x + left, cell.y + top, width, cell.height - 2 * top)
    page.text(
        f"原则{index + 1} {item.key.plain or item.lead.plain[:10]}",
        box,
        texts(page, item, width - margin, step, inverse),
        placeholder=page.placeholders[f"item{index + 1}"],
        margins=(0, 0, margin, 0),
        source=item.source,
    )


def place_numeral(page: Page, index: int, cell: Box, look: tuple[bool, Setting], middle: Emu) -> None:
    """The numeral pale in the corner, or on a badge level with the key word (`middle` below the card's top)."""
    inverse, setting = look
    if page.options["numeral"] == "pale":
        color = setting.strong.color if inverse else None
        box = Box(cell.right - px(104), cell.y + px(12), px(84), setting.line_height)
        page.text(
            f"数字{index + 1}",
            box,
            (one_line(str(page.before + index + 1), setting, Fall("r", color=color)),),
            decorative=True,
            wraps=False,
        )
        return
    badge = page.surface("principle-badge")
    size = px(40)
    box = Box(cell.right - size - px(20), cell.y + middle - size // 2, size, size)
    page.text(
        f"数字{index + 1}", box, (one_line(str(page.before + index + 1), setting, Fall("ctr")),), anchor="ctr", surface=badge, wraps=False
    )
