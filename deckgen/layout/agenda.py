"""The overview of a part: an upright banner or a row for each of its slides, each a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.frame import head, progress
from deckgen.blocks.page import DeckSetup, Page, Position
from deckgen.blocks.passage import Passage, SetPassage, joined, one_line, spans_of
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import rule
from deckgen.geometry import Box, Emu, px
from deckgen.kinds import registry
from deckgen.outline import Part, Run, Slide, Text

TITLE, MOTTO, ROW_MOTTO = "agenda-title", "agenda-motto", "agenda-row-motto"
MOST_ENTRIES = 12
BANNERS_LEAST, BANNERS_MOST = 4, 8  # fewer would be wide and empty, more too narrow
BANNER_HEAD, BANNER_FOOT, BANNER_MARGIN = px(92), px(26), px(14)
ROWS_ONE_COLUMN = 4  # more stand in two
NUMERAL_WIDTH = px(72)
ROW_LEFT, ROW_RIGHT = px(84), px(12)

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
        page.deck.findings.error(page.source, "layout/crowded", count=len(entries))
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
            full_title=slide.title.plain,
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
    """All entries at the step at which they fit in the fewest lines, then at the largest: a line saved reads better than a size gained.

    At the floor where they fit at none.
    """
    steps = page.typesetter.steps(TITLE, MOTTO)
    fewest = sum(len(spans_of(entry.title.plain, "running", settings(steps[-1])[0], length)) for entry in entries)
    best: list[EntryText] = []
    for step in steps:
        texts = [measured(page, entry, settings(step), length, room) for entry in entries]
        if fits(texts, room) and (not best or line_count(texts) < line_count(best)):
            best = texts
            if line_count(best) <= fewest:
                break
    return best or texts


def fits(texts: Sequence[EntryText], room: Emu) -> bool:
    return all(text.extent <= room for text in texts)


def line_count(texts: Sequence[EntryText]) -> int:
    return sum(text.title.line_count for text in texts)


def place_banners(page: Page, entries: Sequence[AgendaEntry]) -> bool:
    """Upright banners; False when a title needs more columns of text than a banner holds."""
    cells = page.content.columns(len(entries), page.gap(16))
    room = cells[0].width - 2 * BANNER_MARGIN
    length = page.content.height - BANNER_HEAD - px(40)
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
    """Rows in one column or two: numeral, title, motto beneath."""
    columns = 1 if len(entries) <= ROWS_ONE_COLUMN else 2
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
    named = page.language.numbered
    placeholder = page.placeholders[entry.place]
    page.panel(named(page.names.entry, entry.numeral), box, "banner")
    box = clear_of_edge(page, box)
    page.text(
        named(page.names.numeral, entry.numeral),
        Box(box.x + px(8), box.y, NUMERAL_WIDTH, box.height),
        (one_line(entry.numeral, numeral, "ctr"),),
        anchor="ctr",
        link=entry.target,
        link_tip=entry.full_title,
        wraps=False,
    )
    page.text(
        named(page.names.entry_text, entry.numeral),
        Box(box.x + ROW_LEFT, box.y, box.width - ROW_LEFT - ROW_RIGHT, box.height),
        text.paragraphs,
        anchor="ctr",
        placeholder=None if placeholder.vertical else placeholder,
        link=entry.target,
        link_tip=entry.full_title,
        source=entry.title.source,
    )
