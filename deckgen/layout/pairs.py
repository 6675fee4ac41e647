"""Pairs such as 稳/进: two discs hold the two sides, the field and its detail beside or below."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen import scene
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.pairs import Pairs
from deckgen.layout.frame import claim_words, titled_page
from deckgen.layout.page import Deck, Page, Place, rule, surface_items, text_box
from deckgen.layout.typeset import Fall, body, line_count, one_line, orphan_margin, orphaned, sense, sense_height, text_height, tidiest
from deckgen.outline import Pair
from deckgen.scene import Group, Item, Paragraph

ROLES = ("pair-lead", "pair-text")
DISC = px(92)


def pairs(slide: Pairs, deck: Deck, place: Place) -> scene.Slide:
    page = titled_page("pairs", slide, deck, place)
    noun = slide.claim.noun if slide.claim else ""
    columns = page.options["arrangement"] == "columns" and len(slide.pairs) > 2
    if slide.pairs:
        (place_columns if columns else place_rows)(page, slide.pairs, noun)
    return page.finish(slide.title, "columns" if columns else "rows", slide.notes, claim_words(slide))


def disc_step(page: Page, found: Sequence[Pair], disc: Emu, covered: Emu = 0) -> int:
    """The largest type at which every side stands in its disc, clear of what the second disc covers."""
    longest = max((side for pair in found for side in (pair.first, pair.second)), key=len)
    room = disc - px(20) - max(0, covered)
    step = page.deck.typesetter.largest(("pair-first",), lambda s: page.setting("pair-first", s).width(longest) <= room)
    if page.setting("pair-first", step).width(longest) > disc:
        page.deck.findings.error(found[0].source, "layout/overflow", what="pair", over=1, fits=len(longest) - 1, length=len(longest))
    return step


def discs(page: Page, pair: Pair, first: Box, second: Box, step: int) -> Group:
    """The two sides, the second over the first but never over its characters."""
    items: list[Item] = []
    for role, box, words in (("pair-first", first, pair.first), ("pair-second", second, pair.second)):
        setting = page.setting(role, step)
        items.append(
            text_box(
                words,
                box,
                (one_line(words, setting, Fall("ctr")),),
                anchor="ctr",
                surface=page.surface(role),
                wraps=False,
                source=pair.source,
            )
        )
    left, top = min(first.x, second.x), min(first.y, second.y)
    box = Box(left, top, max(first.right, second.right) - left, max(first.bottom, second.bottom) - top)
    return Group(name=f"{pair.first}与{pair.second}", box=box, items=tuple(items), alt=f"{pair.first}与{pair.second}", source=pair.source)


def kicker_of(page: Page, noun: str, align: scene.Align) -> list[Paragraph]:
    if not noun:
        return []
    return [one_line(noun, page.setting("pair-kicker"), Fall(align))]


def texts(page: Page, pair: Pair, noun: str, width: Emu, step: int, align: scene.Align, gap: int) -> tuple[Paragraph, ...]:
    found = kicker_of(page, noun, align)
    if pair.lead:
        found.append(sense(pair.lead, page.setting("pair-lead", step), width, Fall(align, level=1)))
    if pair.text:
        found.append(body(pair.text, page.setting("pair-text", step), width, Fall(align, space_before=gap if found else 0, level=2)))
    return tuple(found)


def height(page: Page, pair: Pair, noun: str, width: Emu, step: int, gap: int) -> Emu:
    lead, text = (page.setting(role, step) for role in ROLES)
    kicker = page.setting("pair-kicker").line_height if noun else 0
    lines = sense_height(pair.lead, lead, width) + text_height(pair.text, text, width)
    return kicker + lines + gap * 127


def place_columns(page: Page, found: Sequence[Pair], noun: str) -> None:
    cells = page.content.columns(len(found), px(18))
    width = cells[0].width - 2 * px(22)
    head = px(222)
    room = cells[0].height - head - px(24)
    gap = 2100
    step = fitted(page, found, noun, width, room, gap)
    disc = min(DISC, (cells[0].width - px(24)) * 5 // 9)
    offset = disc * 68 // 92
    sides = disc_step(page, found, disc)
    for index, (pair, cell) in enumerate(zip(found, cells, strict=True)):
        page.add(*surface_items(f"卡片{index + 1}", cell, page.surface("pair")))
        left = cell.x + (cell.width - disc - offset) // 2
        first = Box(left, cell.y + px(34), disc, disc)
        page.add(discs(page, pair, first, first.moved(offset, disc * 64 // 92), sides))
        place_text(page, index, pair, noun, Box(cell.x + px(22), cell.y + head, width, room), (step, gap), "ctr")


def fitted(page: Page, found: Sequence[Pair], noun: str, width: Emu, room: Emu, gap: int) -> int:
    """The largest step at which all fit; those that do not at the floor are noted."""
    step = page.deck.typesetter.largest(ROLES, lambda s: all(height(page, p, noun, width, s, gap) <= room for p in found))
    step = tidiest(
        step,
        page.deck.typesetter.steps(*ROLES),
        lambda s: not any(orphaned(p.text.plain, page.setting("pair-text", s), width) for p in found),
    )
    for pair in found:
        over = height(page, pair, noun, width, step, gap) - room
        if over > 0:
            setting = page.setting("pair-text", step)
            lines = line_count(pair.text.plain, setting, width) - -(-over // setting.line_height)
            page.overflow(pair.text or pair.lead, "text", setting, width, max(0, lines))
    return step


def place_text(page: Page, index: int, pair: Pair, noun: str, box: Box, step_gap: tuple[int, int], align: scene.Align) -> None:
    step, gap = step_gap
    # Centred text is narrowed on both sides, so that it stays centred.
    margin = orphan_margin(pair.text.plain, page.setting("pair-text", step), box.width)
    if margin and line_count(pair.lead.plain, page.setting("pair-lead", step), box.width - margin) > 1:
        margin = 0
    left = margin // 2 if align == "ctr" else 0
    paragraphs = texts(page, pair, noun, box.width - margin, step, align, gap)
    page.text(
        f"统筹{index + 1} {pair.lead.plain}",
        box,
        paragraphs,
        anchor="t" if align == "ctr" else "ctr",
        placeholder=page.placeholders[f"item{index + 1}"],
        margins=(left, 0, margin - left, 0),
        source=pair.source,
    )
    if align == "ctr" and pair.text and pair.lead:
        above = sum(scene.paragraph_height(p) for p in paragraphs[:-1])
        page.add(
            rule(
                f"短线{index + 1}",
                box.x + (box.width - px(28)) // 2,
                box.y + above + gap * 127 // 2 - px(1),
                px(28),
                page.surface("pair-rule"),
            )
        )


def place_rows(page: Page, found: Sequence[Pair], noun: str) -> None:
    """Two discs side by side at the left of each row, the texts at their right."""
    rows = page.content.at_most(px(150) * len(found)).rows(len(found), px(14))
    disc = min(DISC, rows[0].height - px(20))
    # Sides of one character may overlap; longer ones need all of their discs.
    overlap = px(14) if all(len(pair.first + pair.second) == 2 for pair in found) else -px(6)
    sides = disc_step(page, found, disc, overlap)
    left = px(28) + disc * 2 - overlap + px(36)
    lead_width = px(200)
    width = rows[0].width - left - lead_width - px(60)
    step = page.deck.typesetter.largest(
        ROLES, lambda s: all(row_fits(page, pair, noun, rows[0].height - px(12), (lead_width, width), s) for pair in found)
    )
    for index, (pair, row) in enumerate(zip(found, rows, strict=True)):
        page.add(*surface_items(f"行{index + 1}", row, page.surface("pair")))
        first = Box(row.x + px(28), row.y + (row.height - disc) // 2, disc, disc)
        page.add(discs(page, pair, first, first.moved(disc - overlap), sides))
        text = page.setting("pair-text", step)
        if not row_fits(page, pair, noun, row.height, (lead_width, width), step):
            page.overflow(pair.text, "text", text, width, max(1, (row.height - px(12)) // text.line_height))
        head = Pair(pair.pair, lead=pair.lead, source=pair.source)
        place_text(page, index, head, noun, Box(row.x + left, row.y, lead_width, row.height), (step, 0), "l")
        if pair.text:
            margin = orphan_margin(pair.text.plain, text, width)
            box = Box(row.x + left + lead_width + px(20), row.y, width, row.height)
            page.text(
                f"说明{index + 1}",
                box,
                (body(pair.text, text, width - margin),),
                anchor="ctr",
                margins=(0, 0, margin, 0),
                source=pair.text.source,
            )


def row_fits(page: Page, pair: Pair, noun: str, room: Emu, widths: tuple[Emu, Emu], step: int) -> bool:
    lead, text = (page.setting(role, step) for role in ROLES)
    kicker = page.setting("pair-kicker").line_height if noun else 0
    head = kicker + sense_height(pair.lead, lead, widths[0])
    return max(head, text_height(pair.text, text, widths[1])) <= room
