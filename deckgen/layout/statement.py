"""One sentence set large, its key words in the accent colour, the rest as tags."""

from __future__ import annotations

from deckgen import scene
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.statement import Statement
from deckgen.layout.frame import claim_words, titled_page
from deckgen.layout.page import Deck, Page, Place, rule
from deckgen.layout.typeset import Fall, clause_lines, one_line, paragraph
from deckgen.outline import Text
from deckgen.scene import Paragraph

TAG_GAP = px(14)
TAG_PADDING = px(18)


def statement(slide: Statement, deck: Deck, place: Place) -> scene.Slide:
    page = titled_page("statement", slide, deck, place)
    arrangement = page.options["arrangement"]
    left = px(40) if arrangement == "bar" else px(96)
    place_sentence(page, slide, left, arrangement == "centered")
    return page.finish(slide.title, arrangement, slide.notes, claim_words(slide))


def place_sentence(page: Page, slide: Statement, left: Emu, centered: bool) -> None:
    content = page.content
    width = content.width - 2 * left if centered else content.width - left - px(40)
    rows, tag_height = tag_rows(page, slide.tags, width)
    tags_need = len(rows) * tag_height + max(0, len(rows) - 1) * TAG_GAP
    room = content.height - px(16) - (tags_need + px(48) if rows else 0)
    text, height = sized(page, slide.text, width, room, "ctr" if centered else "l")
    # The block stands a little above the middle of its room, bar and sentence of one height.
    bar = max(height, px(120))
    free = content.height - bar - (tags_need + px(48) if rows else 0)
    top = content.y + min(px(8) + free // 3, px(72))
    if centered:
        y = top - px(6)
        page.add(rule("句前线", content.x + (content.width - px(72)) // 2, y, px(72), page.surface("statement-bar"), px(4)))
    else:
        page.add(rule("句首色条", content.x, top, px(8), page.surface("statement-bar"), bar))
    box = Box(content.x + left, top + (px(24) if centered else 0), width, bar)
    page.text("论断", box, (text,), anchor="ctr", placeholder=page.placeholders["item1"], source=slide.text.source)
    place_tags(page, rows, Box(box.x, box.bottom + px(48), width, tag_height), centered)


def sized(page: Page, text: Text, width: Emu, room: Emu, align: scene.Align) -> tuple[Paragraph, Emu]:
    """The sentence at the largest size that fits the room; an overflow at the floor is noted."""
    for step in page.deck.typesetter.steps("statement"):
        setting = page.setting("statement", step)
        found = paragraph(text, clause_lines(text.plain, setting, width), setting, Fall(align), hard=True)
        height = scene.paragraph_height(found)
        if height <= room:
            return found, height
    page.overflow(text, "text", setting, width, max(1, room // setting.line_height))
    return found, height


def tag_rows(page: Page, tags: tuple[Text, ...], width: Emu) -> tuple[list[list[tuple[Text, Emu]]], Emu]:
    """Tags row by row with their widths, as many in a row as fit, no row with one tag alone if that can be helped."""
    setting = page.setting("tag")
    sized_tags = [(tag, setting.width(tag.plain) + 2 * TAG_PADDING + px(8)) for tag in tags]
    for tag, needed in sized_tags:
        if needed > width:
            page.overflow(tag, "tags", setting, width - 2 * TAG_PADDING, 1)
    total = sum(needed + TAG_GAP for _, needed in sized_tags)
    count = max(1, -(-total // width))
    rows: list[list[tuple[Text, Emu]]] = []
    limit = min(width, total // count + max((needed for _, needed in sized_tags), default=0) // 2)
    for entry in sized_tags:
        used = sum(needed + TAG_GAP for _, needed in rows[-1]) if rows else 0
        if not rows or used + entry[1] > (limit if len(rows) < count else width):
            rows.append([])
        rows[-1].append(entry)
    return rows, px(46)


def place_tags(page: Page, rows: list[list[tuple[Text, Emu]]], first: Box, centered: bool) -> None:
    number = 0
    for index, row in enumerate(rows):
        total = sum(needed for _, needed in row) + TAG_GAP * (len(row) - 1)
        x = first.x + ((first.width - total) // 2 if centered else 0)
        y = first.y + index * (first.height + TAG_GAP)
        for tag, needed in row:
            number += 1
            page.text(
                f"标签{number} {tag.plain[:10]}",
                Box(x, y, needed, first.height),
                (one_line(tag.plain, page.setting("tag"), Fall("ctr")),),
                anchor="ctr",
                surface=page.surface("tag"),
                source=tag.source,
                wraps=False,
            )
            x += needed + TAG_GAP
