"""Problems: a row (or an upright card) an item: key word, what, detail."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen import scene
from deckgen.geometry import Box, px
from deckgen.kinds.problems import Problems
from deckgen.layout.frame import claim_words, titled_page
from deckgen.layout.page import Deck, Page, Place, surface_items
from deckgen.layout.typeset import Fall, body, line_count, orphan_margin, orphaned, sense, sense_height, text_height, tidiest
from deckgen.outline import Point

ROLES = ("problem-key", "problem-lead", "problem-text")
KEY_WIDTH, KEY_MOST = px(132), px(220)
KEY_PADDING = px(4)
LEAD_GAP = px(36)


def problems(slide: Problems, deck: Deck, place: Place) -> scene.Slide:
    page = titled_page("problems", slide, deck, place)
    columns = page.options["arrangement"] == "columns" and 1 < len(slide.items) <= 5
    if slide.items:
        (place_columns if columns else place_rows)(page, slide.items)
    return page.finish(slide.title, "columns" if columns else "rows", slide.notes, claim_words(slide))


def place_rows(page: Page, items: Sequence[Point]) -> None:
    rows = page.content.inset(0, px(8)).at_most(px(140) * len(items)).rows(len(items), px(16))
    longest = max(page.setting("problem-lead").width(item.lead.plain) for item in items)
    lead_width = max(px(160), min(longest + px(10), px(380)))
    keys = max(page.setting("problem-key").width(item.key.plain) for item in items) + px(40)
    key_width = min(max(KEY_WIDTH, keys), KEY_MOST)
    text_width = rows[0].width - key_width - px(32) - lead_width - LEAD_GAP - px(40)

    def fits(step: int) -> bool:
        lead, text = page.setting("problem-lead", step), page.setting("problem-text", step)
        return all(
            max(sense_height(i.lead, lead, lead_width), text_height(i.text, text, text_width)) <= rows[0].height - px(12) for i in items
        )

    step = page.deck.typesetter.largest(ROLES[1:], fits)
    size = key_step(page, items, Box(0, 0, key_width, rows[0].height))
    for index, (item, row) in enumerate(zip(items, rows, strict=True)):
        page.add(*surface_items(f"行{index + 1}", row, page.surface("problem")))
        place_key(page, index + 1, item, Box(row.x, row.y, key_width, row.height), size)
        place_row(page, index, item, row, (key_width, lead_width, text_width), step)


def place_row(page: Page, index: int, item: Point, row: Box, widths: tuple[int, int, int], step: int) -> None:
    key_width, lead_width, text_width = widths
    text = page.setting("problem-text", step)
    lead = page.setting("problem-lead", step)
    if text_height(item.text, text, text_width) > row.height:
        page.overflow(item.text, "text", text, text_width, row.height // text.line_height)
    if sense_height(item.lead, lead, lead_width) > row.height:
        page.overflow(item.lead, "lead", lead, lead_width, row.height // lead.line_height)
    number = index + 1
    lead_box = Box(row.x + key_width + px(32), row.y, lead_width, row.height)
    page.text(
        f"问题{number} {item.lead.plain}",
        lead_box,
        (sense(item.lead, page.setting("problem-lead", step), lead_width),),
        anchor="ctr",
        placeholder=page.placeholders[f"item{number}"],
        source=item.source,
    )
    if item.text:
        margin = orphan_margin(item.text.plain, text, text_width)
        page.text(
            f"说明{number}",
            Box(lead_box.right + LEAD_GAP, row.y, text_width, row.height),
            (body(item.text, text, text_width - margin),),
            anchor="ctr",
            placeholder=page.placeholders[f"detail{number}"],
            margins=(0, 0, margin, 0),
            source=item.text.source,
        )


def place_key(page: Page, number: int, item: Point, box: Box, step: int) -> None:
    if not item.key:
        return
    setting = page.setting("problem-key", step)
    width = box.width - 2 * KEY_PADDING
    if sense_height(item.key, setting, width) > box.height:
        page.overflow(item.key, "key", setting, width, box.height // setting.line_height)
    page.text(
        f"关键词{number} {item.key.plain}",
        box,
        (sense(item.key, setting, width, Fall("ctr")),),
        anchor="ctr",
        placeholder=page.placeholders[f"key{number}"],
        surface=page.surface("problem-key"),
        margins=(KEY_PADDING, 0, KEY_PADDING, 0),
        source=item.key.source,
    )


def key_step(page: Page, items: Sequence[Point], box: Box) -> int:
    """The largest size at which every key word stands on one line; all share it."""
    room = box.width - 2 * KEY_PADDING
    return page.deck.typesetter.largest(
        ("problem-key",), lambda s: all(page.setting("problem-key", s).width(item.key.plain) <= room for item in items)
    )


def place_columns(page: Page, items: Sequence[Point]) -> None:
    """Upright cards: the key word as a head, lead and text beneath."""
    cells = page.content.inset(0, px(8)).columns(len(items), px(20))
    head = px(84)
    margin = px(24)
    width = cells[0].width - 2 * margin
    room = cells[0].height - head - 2 * px(28)

    def block(item: Point, step: int) -> int:
        lead, text = page.setting("problem-lead", step), page.setting("problem-text", step)
        return sense_height(item.lead, lead, width) + text_height(item.text, text, width) + px(12)

    step = page.deck.typesetter.largest(ROLES[1:], lambda s: all(block(item, s) <= room for item in items))
    step = tidiest(
        step,
        page.deck.typesetter.steps(*ROLES[1:]),
        lambda s: not any(orphaned(item.text.plain, page.setting("problem-text", s), width) for item in items),
    )
    size = key_step(page, items, Box(0, 0, cells[0].width, head))
    for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
        number = index + 1
        if block(item, step) > room:
            setting = page.setting("problem-text", step)
            page.overflow(item.text, "text", setting, width, max(0, (room - px(60)) // setting.line_height))
        page.add(*surface_items(f"卡片{number}", cell, page.surface("problem")))
        place_key(page, number, item, Box(cell.x, cell.y, cell.width, head), size)
        narrow = orphan_margin(item.text.plain, page.setting("problem-text", step), width)
        if narrow and line_count(item.lead.plain, page.setting("problem-lead", step), width - narrow) > 1:
            narrow = 0
        texts = [sense(item.lead, page.setting("problem-lead", step), width - narrow)] if item.lead else []
        if item.text:
            texts.append(body(item.text, page.setting("problem-text", step), width - narrow, Fall(space_before=900, level=1)))
        page.text(
            f"问题{number} {item.lead.plain}",
            Box(cell.x + margin, cell.y + head + px(28), width, room),
            tuple(texts),
            placeholder=page.placeholders[f"item{number}"],
            margins=(0, 0, narrow, 0),
            source=item.source,
        )
