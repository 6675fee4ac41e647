"""The overview of a part: an upright banner or a row for each of its slides, each a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.cells import in_lanes, settled
from deckgen.blocks.frame import head, progress
from deckgen.blocks.page import DeckSetup, Page, Position
from deckgen.blocks.passage import Passage, SetPassage, joined, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import rule
from deckgen.geometry import Box, Emu, px
from deckgen.kinds import registry
from deckgen.outline import Part, Run, Slide, Text

TITLE, MOTTO, ROW_MOTTO = "agenda-title", "agenda-motto", "agenda-row-motto"
MOST_ENTRIES = 12
BANNERS_LEAST, BANNERS_MOST = 4, 8  # fewer would be wide and empty, more too narrow
BANNER_HEAD, BANNER_FOOT, BANNER_MARGIN = px(92), px(20), px(8)
TITLE_LINES = 2
# Entries of one line: so many at the most, in type of so many hundredths of a point at the least; what they fill of the content.
LINES_MOST, LINES_LEAST, LINES_BLOCK = 8, 2400, 92
MOTTO_GAP = px(40)
ROWS_ONE_COLUMN = 4  # more stand in two
NUMERAL_WIDTH = px(72)
ROW_LEFT, ROW_RIGHT = px(84), px(12)
LINE_TITLE = "agenda-line"

SettingsAt = Callable[[int], tuple[Setting, Setting]]  # of title and motto at a step


class AgendaEntry(Struct, frozen=True):
    """One line of the overview."""

    title: Text  # without the word that the claim counts
    motto: Text
    full_title: str
    numeral: str
    target: int  # the slide it leads to
    place: str  # the placeholder that it fills


class EntryText(Struct, frozen=True):
    """Title and motto of one entry, measured along lines of one length."""

    title: SetPassage
    motto: SetPassage | None

    @property
    def extent(self) -> Emu:
        """What the lines need across: the height of rows, the width of upright columns."""
        return self.title.height + (self.motto.height if self.motto else 0)

    @property
    def paragraphs(self) -> tuple[scene.Paragraph, ...]:
        return tuple(part.paragraph() for part in (self.title, self.motto) if part)


def agenda(part: Part, deck: DeckSetup, position: Position) -> scene.PlacedSlide:
    page = Page(deck, "agenda", position, part.source)
    title = agenda_title(page, part)
    head(page, title, part.motto)
    progress(page)
    return page.finish(title, place_entries(page, entries_of(page, part)), part.notes)


def place_entries(page: Page, entries: Sequence[AgendaEntry]) -> str:
    """Banners where the theme likes them and they hold the titles, else rows; returns which."""
    if len(entries) > MOST_ENTRIES:
        page.deck.findings.error(page.source, "layout/crowded", count=len(entries), fits=MOST_ENTRIES)
        return "overflow"
    wanted = page.options["arrangement"] == "banners" and page.language.upright
    if wanted and BANNERS_LEAST <= len(entries) <= BANNERS_MOST and place_banners(page, entries):
        return "banners"
    place_rows(page, entries)
    return "rows"


def listed(part: Part) -> Sequence[Slide]:
    """The sections of the part, or all its slides where it has no sections; what is continued counts once."""
    return registry.listed(slide for slide in part.slides if not slide.continued)


def agenda_title(page: Page, part: Part) -> Text:
    """2019年工作回顾：“七个坚持”, the claim in the accent colour and in quotes."""
    if part.claim is None:
        return part.title
    language = page.language
    claim = (Run(language.furniture.colon), Run(language.quoted(part.claim.text), strong=True))
    return joined(part.title, Text(claim, part.claim.source))


def entries_of(page: Page, part: Part) -> list[AgendaEntry]:
    slides = listed(part)
    titles = shortened([slide.title for slide in slides], part.claim.noun if part.claim else "")
    return [
        AgendaEntry(
            title=title,
            motto=slide.motto,
            full_title=page.language.titled(slide.title.plain, slide.claim.text) if slide.claim else slide.title.plain,
            numeral=page.language.numeral(number),
            target=page.position.link_targets[number - 1],
            place=f"item{number}",
        )
        for number, (slide, title) in enumerate(zip(slides, titles, strict=True), 1)
    ]


def shortened(titles: Sequence[Text], noun: str) -> list[Text]:
    """The titles without the word that the claim counts and all of them begin with (坚持)."""
    plain = [title.plain for title in titles]
    cut = len(noun) if noun and all(title.startswith(noun) and len(title) > len(noun) for title in plain) else 0
    return [Text((Run(title.plain[cut:].lstrip()),), title.source) for title in titles]


def measured(page: Page, entry: AgendaEntry, settings: tuple[Setting, Setting], length: Emu, room: Emu) -> EntryText:
    """Title and motto in lines of `length`, as many as stand in a `room` across."""
    most = room // settings[0].line_height
    title = Passage(text=entry.title, role=TITLE, what="title").set_in(settings[0], length, most)
    motto = Passage(text=entry.motto, role=settings[1].role.name, level=1).set_in(settings[1], length) if entry.motto else None
    return EntryText(title, motto)


def fitted(page: Page, entries: Sequence[AgendaEntry], settings: SettingsAt, length: Emu, room: Emu) -> list[EntryText]:
    """All entries at the largest step at which all fit, titles in two lines at the most; at the floor where they fit at none.

    So one long title breaks in two lines before it makes the others smaller.
    """
    steps = page.typesetter.steps(TITLE, MOTTO)
    longest_first = sorted(entries, key=lambda entry: -len(entry.title.plain))

    def within(step: int) -> bool:
        texts = (measured(page, entry, settings(step), length, room) for entry in longest_first)
        return all(text.extent <= room and text.title.line_count <= TITLE_LINES for text in texts)

    step = next(filter(within, steps), steps[-1])
    return [measured(page, entry, settings(step), length, room) for entry in entries]


def fits(texts: Sequence[EntryText], room: Emu) -> bool:
    return all(text.extent <= room for text in texts)


def place_banners(page: Page, entries: Sequence[AgendaEntry]) -> bool:
    """Upright banners; False when a title needs more columns of text than a banner holds."""
    cells = page.content.columns(len(entries), page.gap(12))
    room = cells[0].width - 2 * BANNER_MARGIN
    length = page.content.height - BANNER_HEAD - px(30)
    texts = fitted(page, entries, lambda step: (page.setting(TITLE, step), page.setting(MOTTO, step)), length, room)
    if not fits(texts, room):
        return False
    for entry, cell, text in zip(entries, cells, texts, strict=True):
        place_banner(page, entry, cell, text, length)
    return True


def place_banner(page: Page, entry: AgendaEntry, cell: Box, text: EntryText, length: Emu) -> None:
    named = page.language.numbered
    page.panel(named(page.names.banner, entry.numeral), cell, "banner")
    page.text(
        named(page.names.numeral, entry.numeral),
        Box(cell.x, cell.y + px(20), cell.width, px(56)),
        (one_line(entry.numeral, page.setting("agenda-numeral"), "ctr"),),
        anchor="ctr",
        link=entry.target,
        link_tip=entry.full_title,
        wraps=False,
    )
    middle = cell.x + (cell.width - px(36)) // 2
    page.add(rule(named(page.names.short_rule, entry.numeral), middle, cell.y + px(84), px(36), page.surface("banner-rule")))
    # Upright text starts at the right edge of its box, so a box as wide as its columns stands in the middle of the banner.
    page.text(
        named(page.names.banner_text, entry.numeral),
        Box(cell.x + (cell.width - text.extent) // 2, cell.bottom - BANNER_FOOT - length, text.extent, length),
        text.paragraphs,
        placeholder=page.placeholders[entry.place],
        vertical=True,
        link=entry.target,
        link_tip=entry.full_title,
        source=entry.title.source,
    )


def place_rows(page: Page, entries: Sequence[AgendaEntry]) -> None:
    """Rows in one column, mottoes beside the titles, where these fit one line in large type; else numeral, title, motto beneath."""
    if len(entries) <= LINES_MOST and place_lines(page, entries):
        return
    place_blocks(page, entries)


def place_lines(page: Page, entries: Sequence[AgendaEntry]) -> bool:
    """A line an entry across the slide; False when a title and the mottoes do not fit beside one another in large type."""
    lanes, gap, across = page.lanes(len(entries)), page.gap(10), page.gap(24)
    rows = in_lanes(page.content, len(entries), lanes, gap, across)
    block = settled(page.content, -(-len(entries) // lanes), gap, rows[0].height // 2, 0, 50, LINES_BLOCK)
    rows = in_lanes(block, len(entries), lanes, gap, across)
    step = line_step(page, entries, rows[0])
    if step is None:
        return False
    title, motto = page.setting(LINE_TITLE, step), page.setting(ROW_MOTTO)
    left = max(title.width(entry.title.plain) for entry in entries) + MOTTO_GAP
    numeral = page.setting("agenda-numeral", numeral_step(page, len(entries)))
    for entry, box in zip(entries, rows, strict=True):
        place_line(page, entry, box, left, (title, motto, numeral))
    return True


def line_step(page: Page, entries: Sequence[AgendaEntry], row: Box) -> int | None:
    """The largest step at which every title stands on one line beside the mottoes; None below the type that is worth it."""
    motto = max(page.setting(ROW_MOTTO).width(entry.motto.plain) for entry in entries)
    room = row.width - ROW_LEFT - ROW_RIGHT - (motto + MOTTO_GAP if motto else 0)
    for step in page.typesetter.steps(LINE_TITLE):
        setting = page.setting(LINE_TITLE, step)
        widest = max(setting.width(entry.title.plain) for entry in entries)
        if setting.style.size >= LINES_LEAST and widest <= room and setting.line_height <= clear_of_edge(page, row).height:
            return step
    return None


def place_line(page: Page, entry: AgendaEntry, box: Box, left: Emu, settings: tuple[Setting, Setting, Setting]) -> None:
    title, motto, numeral = settings
    numbered = page.language.numbered
    page.panel(numbered(page.names.entry, entry.numeral), box, "banner")
    box = clear_of_edge(page, box)
    place_numeral(page, entry, box, numeral)
    words = Passage(text=entry.title, role=LINE_TITLE, breaks="none").set_in(title, left)
    name = numbered(page.names.entry_text, entry.numeral)
    width = left - MOTTO_GAP // 2
    place_entry_text(page, entry, name, Box(box.x + ROW_LEFT, box.y, width, box.height), (words.paragraph(),))
    if entry.motto:
        x = box.x + ROW_LEFT + left
        beside = Passage(text=entry.motto, role=ROW_MOTTO, breaks="none").set_in(motto, box.right - x)
        page.text(
            numbered(page.names.motto, entry.numeral), Box(x, box.y, box.right - ROW_RIGHT - x, box.height), (beside.paragraph(),),
            anchor="ctr", wraps=False, source=entry.motto.source,
        )  # fmt: skip


def place_blocks(page: Page, entries: Sequence[AgendaEntry]) -> None:
    """Rows in one column or two: numeral, title, motto beneath."""
    columns = page.lanes(len(entries)) if len(entries) <= ROWS_ONE_COLUMN else 2
    per_column = -(-len(entries) // columns)
    boxes = [row for column in page.content.columns(columns, page.gap(24)) for row in column.rows(per_column, page.gap(10))]
    width, room = boxes[0].width - ROW_LEFT - ROW_RIGHT, clear_of_edge(page, boxes[0]).height - px(4)
    texts = fitted(page, entries, lambda step: (row_setting(page, step), page.setting(ROW_MOTTO, step)), width, room)
    numeral = page.setting("agenda-numeral", numeral_step(page, len(entries)))
    for entry, box, text in zip(entries, boxes, texts, strict=False):
        if text.extent > room:
            page.overflow(text.title, max(1, room // text.title.setting.line_height - 1))
        place_row(page, entry, box, text, numeral)


def clear_of_edge(page: Page, box: Box) -> Box:
    """What a strip along the top or the foot of a row leaves free."""
    surface = page.surface("banner")
    taken = surface.edge_width if surface.edge in ("top", "bottom") else 0
    return Box(box.x, box.y + (taken if surface.edge == "top" else 0), box.width, box.height - taken)


def numeral_step(page: Page, count: int) -> int:
    """One size for all numerals of the rows: that of the widest, 十一, where there are so many."""
    numerals = [page.language.numeral(number) for number in range(1, count + 1)]
    return page.typesetter.largest("agenda-numeral", lambda setting: all(setting.width(text) <= NUMERAL_WIDTH for text in numerals))


def row_setting(page: Page, step: int) -> Setting:
    """The titles of rows stand as close as other titles; their role's leading is made for upright columns."""
    setting = page.setting(TITLE, step)
    return structs.replace(setting, leading=setting.style.size * page.deck.theme.roles["title"].leading // 100 // 50 * 50)


def place_row(page: Page, entry: AgendaEntry, box: Box, text: EntryText, numeral: Setting) -> None:
    numbered = page.language.numbered
    page.panel(numbered(page.names.entry, entry.numeral), box, "banner")
    box = clear_of_edge(page, box)
    place_numeral(page, entry, box, numeral)
    inner = Box(box.x + ROW_LEFT, box.y, box.width - ROW_LEFT - ROW_RIGHT, box.height)
    place_entry_text(page, entry, numbered(page.names.entry_text, entry.numeral), inner, text.paragraphs)


def place_numeral(page: Page, entry: AgendaEntry, box: Box, numeral: Setting) -> None:
    page.text(
        page.language.numbered(page.names.numeral, entry.numeral),
        Box(box.x + px(8), box.y, NUMERAL_WIDTH, box.height),
        (one_line(entry.numeral, numeral, "ctr"),),
        anchor="ctr",
        link=entry.target,
        link_tip=entry.full_title,
        wraps=False,
    )


def place_entry_text(page: Page, entry: AgendaEntry, name: str, box: Box, paragraphs: tuple[scene.Paragraph, ...]) -> None:
    placeholder = page.placeholders[entry.place]
    page.text(
        name,
        box,
        paragraphs,
        anchor="ctr",
        placeholder=None if placeholder.vertical else placeholder,
        link=entry.target,
        link_tip=entry.full_title,
        source=entry.title.source,
    )
