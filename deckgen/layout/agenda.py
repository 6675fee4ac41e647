"""The overview of a part: an upright banner or a row for each of its slides, each a link."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from deckgen import scene
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.points import Points
from deckgen.kinds.section import Section
from deckgen.layout.frame import progress
from deckgen.layout.page import Deck, Page, Place, joined, rule, surface_items
from deckgen.layout.typeset import Fall, Setting, one_line, paragraph, sense_count, sense_height, sense_lines
from deckgen.numerals import to_chinese
from deckgen.outline import NO_TEXT, Part, Run, Slide, Text
from deckgen.scene import Paragraph

ROLES = ("agenda-title", "agenda-motto")
BANNERS_LEAST = 4  # fewer would be wide and empty
NUMERAL_WIDTH = px(84)
BANNER_LIMIT = 8
MOST_ENTRIES = 12


def agenda(part: Part, deck: Deck, place: Place) -> scene.Slide:
    page = Page(deck, "agenda", place, part.source)
    title = agenda_title(part)
    page.put("title", title, max_lines=1)
    page.put("motto", part.motto, max_lines=1)
    progress(page)
    entries = listed(part)
    if len(entries) > MOST_ENTRIES:
        page.deck.findings.error(part.source, "layout/crowded", count=len(entries))
        return page.finish(title, "overflow", part.notes)
    titles = shortened([entry.title for entry in entries], part)
    banners = page.options["arrangement"] == "banners" and BANNERS_LEAST <= len(entries) <= BANNER_LIMIT
    arrangement = "banners" if banners and place_banners(page, entries, titles) else "rows"
    if arrangement == "rows":
        place_rows(page, entries, titles)
    return page.finish(title, arrangement, part.notes)


def listed(part: Part) -> Sequence[Slide]:
    """The sections of the part, or all its slides where it has no sections; what is continued counts once."""
    slides = [slide for slide in part.slides if not slide.continued]
    return [slide for slide in slides if isinstance(slide, Section)] or slides


def agenda_title(part: Part) -> Text:
    """2019年工作回顾：“七个坚持”, the claim in the accent colour and in quotes."""
    if part.claim is None:
        return part.title
    quoted = part.claim.text if any(mark in part.claim.text for mark in '“「『"') else f"“{part.claim.text}”"
    return joined(part.title, Text((Run("："), Run(quoted, strong=True)), part.claim.source))


def shortened(titles: list[Text], part: Part) -> list[str]:
    """The titles without the word that the claim counts and all of them begin with (坚持)."""
    plain = [title.plain for title in titles]
    noun = part.claim.noun if part.claim else ""
    if noun and all(title.startswith(noun) and len(title) > len(noun) for title in plain):
        return [title[len(noun) :] for title in plain]
    return plain


def motto_of(slide: Slide) -> Text:
    return slide.motto if isinstance(slide, Section | Points) else NO_TEXT


def place_banners(page: Page, entries: Sequence[Slide], titles: list[str]) -> bool:
    """Upright banners; False when a title needs more columns of text than a banner holds."""
    cells = page.content.columns(len(entries), px(16))
    head = px(92)
    room = Box(0, 0, cells[0].width - 2 * px(14), page.content.height - head - px(40))
    pairs = list(zip(entries, titles, strict=True))
    fitting = [step for step in page.deck.typesetter.steps(*ROLES) if all(banner_fits(page, e, t, room, step) for e, t in pairs)]
    if not fitting:
        return False
    # A column saved reads better than a size gained: the fewest columns in all, then the largest type.
    step = min(fitting, key=lambda at: (sum(sense_count(t, page.setting("agenda-title", at), room.height) for _, t in pairs), at))
    for index, (entry, title, cell) in enumerate(zip(entries, titles, cells, strict=True)):
        place_banner(page, index, entry, title, cell, room, step)
    return True


def banner_columns(page: Page, entry: Slide, title: str, height: Emu, step: int) -> list[Paragraph]:
    """Title and motto as columns of upright text, from right to left."""
    setting = page.setting("agenda-title", step)
    found = [paragraph(Text((Run(title),)), sense_lines(title, setting, height), setting, hard=True)]
    motto = motto_of(entry)
    if motto:
        small = page.setting("agenda-motto", step)
        found.append(paragraph(motto, sense_lines(motto.plain, small, height), small, Fall(level=1), hard=True))
    return found


def banner_fits(page: Page, entry: Slide, title: str, room: Box, step: int) -> bool:
    return banner_width(page, entry, title, room.height, step) <= room.width


def banner_width(page: Page, entry: Slide, title: str, height: Emu, step: int) -> Emu:
    """How wide the upright columns of title and motto are side by side."""
    setting, small = page.setting("agenda-title", step), page.setting("agenda-motto", step)
    return sense_count(title, setting, height) * setting.line_height + sense_height(motto_of(entry), small, height)


def place_banner(page: Page, index: int, entry: Slide, title: str, cell: Box, room: Box, step: int) -> None:
    target = page.place.link_targets[index]
    numeral = to_chinese(index + 1)
    page.add(*surface_items(f"横幅{numeral}", cell, page.surface("banner")))
    setting = page.setting("agenda-numeral")
    page.text(
        f"序号{numeral}",
        Box(cell.x, cell.y + px(20), cell.width, px(56)),
        (one_line(numeral, setting, Fall("ctr")),),
        anchor="ctr",
        link=target,
        link_tip=entry.title.plain,
        wraps=False,
    )
    page.add(rule(f"短线{numeral}", cell.x + (cell.width - px(36)) // 2, cell.y + px(84), px(36), page.surface("banner-rule")))
    columns = tuple(banner_columns(page, entry, title, room.height, step))
    # Upright text starts at the right edge of its box, so a box as wide as its columns stands in the middle of the banner.
    width = sum(scene.paragraph_height(p) for p in columns)
    page.text(
        f"横幅文字{numeral}",
        Box(cell.x + (cell.width - width) // 2, cell.bottom - px(26) - room.height, width, room.height),
        columns,
        placeholder=page.placeholders[f"item{index + 1}"],
        vertical=True,
        link=target,
        link_tip=entry.title.plain,
        source=entry.title.source,
    )


def place_rows(page: Page, entries: Sequence[Slide], titles: list[str]) -> None:
    """Rows in one column or two: numeral, title, motto beneath."""
    columns = 1 if len(entries) <= 4 else 2
    per_column = -(-len(entries) // columns)
    boxes = [row for column in page.content.columns(columns, px(24)) for row in column.rows(per_column, px(10))]
    width = boxes[0].width - px(96) - px(20)
    room = clear_of_edge(page, boxes[0]).height - px(4)

    def fits(step: int) -> bool:
        return all(row_height(page, e, t, width, step) <= room for e, t in zip(entries, titles, strict=True))

    fitting = [step for step in page.deck.typesetter.steps(*ROLES) if fits(step)]
    lines = {step: sum(sense_count(title, page.setting("agenda-title", step), width) for title in titles) for step in fitting}
    step = min(fitting, key=lambda at: (lines[at], at), default=page.deck.typesetter.steps(*ROLES)[-1])
    for index, (entry, title, box) in enumerate(zip(entries, titles, boxes, strict=False)):
        if row_height(page, entry, title, width, step) > room:
            setting = page.setting("agenda-title", step)
            page.overflow(entry.title, "title", setting, width, max(1, room // setting.line_height - 1))
        place_row(page, index, entry, title, box, width, step)


def clear_of_edge(page: Page, box: Box) -> Box:
    """What a strip along the top or the foot of a row leaves free."""
    surface = page.surface("banner")
    taken = surface.edge_width if surface.edge in ("top", "bottom") else 0
    return Box(box.x, box.y + (taken if surface.edge == "top" else 0), box.width, box.height - taken)


def numeral_step(page: Page) -> int:
    """One size for all numerals of the rows: that of the widest, 十一, where there are so many."""
    widest = "十一" if len(page.place.link_targets) > 10 else "十"
    return page.deck.typesetter.largest(("agenda-numeral",), lambda s: page.setting("agenda-numeral", s).width(widest) <= NUMERAL_WIDTH)


def row_setting(page: Page, step: int) -> Setting:
    """The titles of rows stand as close as other titles; their role's leading is made for upright columns."""
    setting = page.setting("agenda-title", step)
    return structs.replace(setting, leading=setting.style.size * page.deck.theme.roles["title"].leading // 100 // 50 * 50)


def row_texts(page: Page, entry: Slide, title: str, width: Emu, step: int) -> tuple[Paragraph, ...]:
    setting = row_setting(page, step)
    found = [paragraph(Text((Run(title),)), sense_lines(title, setting, width), setting, hard=True)]
    motto = motto_of(entry)
    if motto:
        small = page.setting("tag", step)
        found.append(paragraph(motto, sense_lines(motto.plain, small, width), small, Fall(level=1), hard=True))
    return tuple(found)


def row_height(page: Page, entry: Slide, title: str, width: Emu, step: int) -> Emu:
    setting = row_setting(page, step)
    small = page.setting("tag", step)
    return sense_count(title, setting, width) * setting.line_height + sense_height(motto_of(entry), small, width)


def place_row(page: Page, index: int, entry: Slide, title: str, box: Box, width: Emu, step: int) -> None:
    target = page.place.link_targets[index]
    numeral = to_chinese(index + 1)
    placeholder = page.placeholders[f"item{index + 1}"]
    page.add(*surface_items(f"条目{numeral}", box, page.surface("banner")))
    box = clear_of_edge(page, box)
    page.text(
        f"序号{numeral}",
        Box(box.x + px(8), box.y, NUMERAL_WIDTH, box.height),
        (one_line(numeral, page.setting("agenda-numeral", numeral_step(page)), Fall("ctr")),),
        anchor="ctr",
        link=target,
        link_tip=entry.title.plain,
        wraps=False,
    )
    page.text(
        f"条目文字{numeral}",
        Box(box.x + px(96), box.y, width, box.height),
        row_texts(page, entry, title, width, step),
        anchor="ctr",
        placeholder=None if placeholder.vertical else placeholder,
        link=target,
        link_tip=entry.title.plain,
        source=entry.title.source,
    )
