"""Pairs such as 稳/进: two discs hold the two sides, the field and its detail beside or below."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.blocks.page import Page, joined_boxes
from deckgen.blocks.passage import Passage, one_line, words
from deckgen.blocks.stack import SetStack, Stack, stacked
from deckgen.blocks.surface import rule, text_box
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.pairs import Pairs
from deckgen.outline import Pair
from deckgen.scene import Align, Group

DISC = px(92)
TEXT_GAP = 2100  # between lead and detail of a column, around the short rule; hundredths of a point
COLUMN_HEAD = px(222)  # what the discs take of a column
LEAD_WIDTH = px(200)  # of a row


def compose(page: Page, slide: Pairs) -> str:
    columns = page.options["arrangement"] == "columns" and len(slide.pairs) > 2
    noun = slide.claim.noun if slide.claim else ""
    if slide.pairs:
        (place_columns if columns else place_rows)(page, slide.pairs, noun)
    return "columns" if columns else "rows"


def side_step(page: Page, pairs: Sequence[Pair], disc: Emu, covered: Emu = 0) -> int:
    """The largest type at which every side stands in its disc, clear of what the second disc covers."""
    longest = max((side for pair in pairs for side in (pair.first, pair.second)), key=len)
    room = disc - px(20) - max(0, covered)
    step = page.typesetter.largest("pair-first", lambda setting: setting.width(longest) <= room)
    if page.setting("pair-first", step).width(longest) > disc:
        page.deck.findings.error(pairs[0].source, "layout/overflow", what="pair", over=1, fits=len(longest) - 1, length=len(longest))
    return step


def place_discs(page: Page, pair: Pair, first: Box, second: Box, step: int) -> None:
    """The two sides, the second over the first but never over its characters."""
    sides = (("pair-first", first, pair.first), ("pair-second", second, pair.second))
    name = page.language.paired(pair.first, pair.second)
    discs = tuple(
        text_box(
            side, box, (one_line(side, page.setting(role, step), "ctr"),), page.surface(role), anchor="ctr", wraps=False, source=pair.source
        )
        for role, box, side in sides
    )
    page.add(Group(name=name, box=joined_boxes(first, second), items=discs, alt=name, source=pair.source))


def head(pair: Pair, noun: str, align: Align) -> tuple[Passage, Passage]:
    """What the claim counts, and the field."""
    return words(noun, "pair-kicker", align=align, step=0), Passage(text=pair.lead, role="pair-lead", align=align, level=1, what="lead")


def place_columns(page: Page, pairs: Sequence[Pair], noun: str) -> None:
    """Upright cards: the discs as a head, the texts centred beneath."""
    cells = page.content.columns(len(pairs), px(18))
    width, room = cells[0].width - 2 * px(22), cells[0].height - COLUMN_HEAD - px(24)
    fitted = page.fit([column_stack(pair, noun) for pair in pairs], [width] * len(pairs), room)
    disc = min(DISC, (cells[0].width - px(24)) * 5 // 9)
    offset = disc * 68 // 92
    step = side_step(page, pairs, disc)
    for index, (pair, cell, texts) in enumerate(zip(pairs, cells, fitted.stacks, strict=True)):
        page.panel(page.language.numbered(page.names.card, index + 1), cell, "pair")
        first = Box(cell.x + (cell.width - disc - offset) // 2, cell.y + px(34), disc, disc)
        place_discs(page, pair, first, first.moved(offset, disc * 64 // 92), step)
        place_column_text(page, index, pair, Box(cell.x + px(22), cell.y + COLUMN_HEAD, width, room), texts)


def column_stack(pair: Pair, noun: str) -> Stack:
    return stacked(
        *head(pair, noun, "ctr"),
        Passage(text=pair.text, role="pair-text", breaks="running", align="ctr", level=2, space_before=TEXT_GAP),
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
        page.language.numbered(page.names.pair, index + 1, pair.lead.plain),
        box,
        texts,
        anchor="t" if texts.centred else "ctr",
        placeholder=page.placeholders[f"item{index + 1}"],
        source=pair.source,
    )


def place_rows(page: Page, pairs: Sequence[Pair], noun: str) -> None:
    """Two discs side by side at the left of each row, the texts at their right."""
    rows = page.content.at_most(px(150) * len(pairs)).rows(len(pairs), px(14))
    disc = min(DISC, rows[0].height - px(20))
    # Sides of one character may overlap; longer ones need all of their discs.
    overlap = px(14) if all(len(pair.first + pair.second) == 2 for pair in pairs) else -px(6)
    step = side_step(page, pairs, disc, overlap)
    left = px(28) + disc * 2 - overlap + px(36)
    width = rows[0].width - left - LEAD_WIDTH - px(60)
    heads = [stacked(*head(pair, noun, "l")) for pair in pairs]
    details = [stacked(Passage(text=pair.text, role="pair-text", breaks="running")) for pair in pairs]
    widths = [LEAD_WIDTH] * len(pairs) + [width] * len(pairs)
    fitted = page.fit([*heads, *details], widths, rows[0].height - px(12), limit=rows[0].height).stacks
    for index, (pair, row) in enumerate(zip(pairs, rows, strict=True)):
        page.panel(page.language.numbered(page.names.row, index + 1), row, "pair")
        first = Box(row.x + px(28), row.y + (row.height - disc) // 2, disc, disc)
        place_discs(page, pair, first, first.moved(disc - overlap), step)
        place_text(page, index, pair, Box(row.x + left, row.y, LEAD_WIDTH, row.height), fitted[index])
        if pair.text:
            place_detail(page, index, Box(row.x + left + LEAD_WIDTH + px(20), row.y, width, row.height), fitted[len(pairs) + index])


def place_detail(page: Page, index: int, box: Box, text: SetStack) -> None:
    name = page.language.numbered(page.names.detail, index + 1)
    page.stack(name, box, text, anchor="ctr", source=text.parts[0].passage.text.source)
