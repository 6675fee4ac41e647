"""The beginning of a part: its number, title and claim on a full-bleed ground, beside them its slides, each a link."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen import scene
from deckgen.blocks.cells import split_evenly
from deckgen.blocks.page import DeckSetup, Page, Position, cut_to, joined_boxes
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import rule
from deckgen.geometry import Box, Emu, px
from deckgen.layout.agenda import AgendaEntry, entries_of
from deckgen.names import Name
from deckgen.outline import Part, Run, Text

MARK = Name("部分大数字", "Part number")
BAR, ENTRY, PAGE, LINE = Name("部分条", "Part bar"), Name("条目", "Entry"), Name("页次", "Page"), Name("条目线", "Rule of entry")
SLACK = 92  # percent of its place that a title may fill
TITLE_LINES = 3
CLAIM_GAP = px(18)  # between title and claim
PITCH = px(118)  # of the entries, where there are few
MOST_ENTRIES = 24
LEAST_PITCH = px(20)  # lower, and no entry can be read
ONE_COLUMN = 12  # so many entries stand below one another
COLUMN_GAP = px(24)
NUMERAL, NUMBER = px(70), px(56)  # at the left and at the right of an entry
MARK_WIDTH = px(200)
MARK_INK = 85  # percent of its line, from the foot up, that a numeral takes
BAR_HEIGHT, BAR_WIDTH, BAR_GAP = px(6), px(96), px(8)
LINES = 2  # of a title, where the pitch has room for them


class Order(Struct, frozen=True):
    """Which part of how many it is, the first is 1."""

    number: int
    count: int


def divider(part: Part, order: Order, deck: DeckSetup, position: Position) -> scene.PlacedSlide:
    page = Page(deck, "divider", position, part.source)
    foot = place_head(page, part, order)
    marked = page.options["head"] == "flowing"
    if marked:
        place_mark(page, order, foot)
    place_entries(page, entries_of(page, part))
    if marked:
        place_bars(page, order)
    return page.finish(part.title, "divider", part.notes)


def place_head(page: Page, part: Part, order: Order) -> Box:
    """The title, with slack for faces that are wider than ours, above it which part it is, below it the claim, else the motto; returns
    the room that title and claim take."""
    words = Text((Run(page.language.quoted(part.claim.text)),), part.claim.source) if part.claim else part.motto
    kicker = Text((Run(page.language.part(order.number)),), part.source)
    place = page.spec.places["title"]
    if page.options["head"] == "places":
        page.put("title", part.title, max_lines=TITLE_LINES)
        page.put("kicker", kicker, max_lines=1)
        page.put("motto", words, max_lines=2)
        return place.box
    passage = Passage(text=part.title, role=place.role, what="title")
    inner = Box(place.box.x, place.box.y, place.box.width * SLACK // 100, place.box.height)
    title = largest(page, passage, inner) or page.overflowing(passage, inner, TITLE_LINES)
    page.text(
        page.placeholders["title"].label, Box(place.box.x, place.box.y, place.box.width, title.height), (title.paragraph(),),
        placeholder=page.placeholders["title"], source=part.title.source,
    )  # fmt: skip
    page.put("kicker", kicker, max_lines=1)
    below = page.spec.places["motto"].box
    box = Box(below.x, place.box.y + title.height + CLAIM_GAP, below.width, below.height)
    page.put("motto", words, max_lines=2, box=box)
    claim = page.fitted(Passage(text=words, role=page.spec.places["motto"].role), box, 2) if words else None
    head = Box(place.box.x, place.box.y, inner.width - title.slack, title.height)
    return joined_boxes(head, Box(box.x, box.y, box.width - claim.slack, claim.height)) if claim else head


def place_mark(page: Page, order: Order, words: Box) -> None:
    """The number of the part, large and pale at the foot: decoration, which stands under no words."""
    setting = page.setting("divider-mark")
    foot = page.spec.places["title"].box
    box = Box(foot.right - MARK_WIDTH, page.content.bottom - setting.line_height, MARK_WIDTH, setting.line_height)
    left, top = foot.right - setting.width(str(order.number)), box.y + setting.line_height * (100 - MARK_INK) // 100
    if words.right > left and words.bottom > top:
        return
    page.text(page.name(MARK), box, (one_line(str(order.number), setting, "r"),), decorative=True, wraps=False)


def largest(page: Page, passage: Passage, box: Box) -> SetPassage | None:
    """The title at the largest step at which it takes two lines at the most, or three at the floor."""
    steps = page.typesetter.steps(passage.role)
    for step in steps:
        title = passage.at(page.typesetter, step, box.width)
        if title.line_count <= (TITLE_LINES if step == steps[-1] else TITLE_LINES - 1) and title.height <= box.height:
            return title
    return None


def place_entries(page: Page, entries: Sequence[AgendaEntry]) -> None:
    """The slides of the part: numeral, title and page, at the largest type at which every title stands in its row; a list too long to
    be read is left out."""
    if not 1 <= len(entries) <= MOST_ENTRIES or page.content.height < LEAST_PITCH * len(entries):
        return
    columns = split_evenly(len(entries), 1 if len(entries) <= ONE_COLUMN else 2)
    pitch = min(PITCH, page.content.height // len(columns[0]))
    width = page.content.columns(len(columns), COLUMN_GAP)[0].width
    room = width - NUMERAL - NUMBER
    titles = fitted_titles(page, entries, room, pitch)
    numeral = fitted_numeral(page, [entry.numeral for entry in entries], titles[0].setting.style.size)
    top = page.content.y + (page.content.height - pitch * len(columns[0])) * 2 // 5
    for column, box in zip(columns, page.content.columns(len(columns), COLUMN_GAP), strict=True):
        for row, index in enumerate(column):
            place_entry(page, entries[index], titles[index], numeral, Box(box.x, top + row * pitch, width, pitch))


def fitted_numeral(page: Page, numerals: Sequence[str], size: int) -> Setting:
    """How all numerals are set: no larger than the titles, and none wider than its column (十二)."""
    return page.setting(
        "divider-numeral",
        page.typesetter.largest(
            "divider-numeral",
            lambda setting: setting.style.size <= size and all(setting.width(numeral) <= NUMERAL for numeral in numerals),
        ),
    )


def fitted_titles(page: Page, entries: Sequence[AgendaEntry], room: Emu, pitch: Emu) -> list[SetPassage]:
    """The titles at the largest step at which all stand in rows of such a pitch; at the floor those that are too long are cut."""
    role = "divider-entry"
    for step in page.typesetter.steps(role):
        setting = page.setting(role, step)
        titles = [Passage(text=entry.title, role=role, what="title").set_in(setting, room, LINES) for entry in entries]
        most = min(LINES, pitch // setting.line_height)
        if all(title.line_count <= most for title in titles):
            return titles
    return [title if title.line_count <= most else shortened(title, setting, room) for title in titles]


def shortened(title: SetPassage, setting: Setting, room: Emu) -> SetPassage:
    """The title cut to one line with an ellipsis: its slide has it whole."""
    text = title.passage.text
    return Passage(text=Text((Run(cut_to(text.plain, setting, room)),), text.source), role="divider-entry", breaks="none").set_in(
        setting, room
    )


def place_entry(page: Page, entry: AgendaEntry, title: SetPassage, numeral: Setting, row: Box) -> None:
    numbered = page.language.numbered
    name = numbered(page.name(ENTRY), entry.numeral, entry.full_title)
    page.text(
        numbered(page.names.numeral, entry.numeral), Box(row.x, row.y, NUMERAL, row.height), (one_line(entry.numeral, numeral),),
        anchor="ctr", wraps=False,
    )  # fmt: skip
    page.text(
        name, Box(row.x + NUMERAL, row.y, row.width - NUMERAL - NUMBER, row.height), (title.paragraph(),), anchor="ctr",
        link=entry.target, link_tip=entry.full_title, source=entry.title.source,
    )  # fmt: skip
    page.text(
        numbered(page.name(PAGE), entry.numeral), Box(row.right - NUMBER, row.y, NUMBER, row.height),
        (one_line(str(entry.target), page.setting("divider-page"), "r"),), anchor="ctr", wraps=False,
    )  # fmt: skip
    line = page.surface("divider-line")
    page.add(rule(numbered(page.name(LINE), entry.numeral), row.x, row.bottom - px(1), row.width, line, px(1)))


def place_bars(page: Page, order: Order) -> None:
    """A bar a part at the foot, this one filled."""
    box = page.spec.places["title"].box
    width = min(BAR_WIDTH, (box.width - BAR_GAP * (order.count - 1)) // order.count)
    y = page.content.bottom + px(24)
    for number in range(1, order.count + 1):
        surface = page.surface("divider-bar-current" if number == order.number else "divider-bar")
        x = box.x + (number - 1) * (width + BAR_GAP)
        page.add(rule(page.name(BAR, number), x, y, width, surface, BAR_HEIGHT))
