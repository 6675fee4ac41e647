"""How a timeline is set: one axis, or two where there are more milestones than stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct, structs

from deckgen.blocks.leads import one_line_step
from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.stack import Fitted, SetStack, all_within, fit, stacked
from deckgen.blocks.surface import text_box
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.timeline import EVENT, WHEN, Event, Timeline
from deckgen.kinds.timeline_now import reached
from deckgen.names import Name
from deckgen.scene import Group, Item, ShapeBox

AXIS, AXIS_LINE, PAST, STEM, DOT = (
    Name("时间轴", "Time axis"), Name("轴线", "Line"), Name("已过", "Passed"), Name("引线", "Stem"), Name("圆点", "Dot"),
)  # fmt: skip
NOW = Name("现在", "Now")
DONE = Name("已完成", "done")
IN_A_ROW = 6
PITCH_LEAST = px(180)  # milestones closer than this stand in two rows
CARD_MOST = px(480)
CARD_GAP, NARROW_GAP = 24, 14
ROW_GAP = px(12)
NOW_HEIGHT, NOW_PADDING, NOW_LIFT, NOW_MOST = px(30), px(14), px(18), px(360)
AXIS_HEIGHT = px(6)
PADDING_X, NARROW_PADDING = px(20), px(12)
NARROW = px(200)  # columns below that are close together
CARD_LEAST = px(110)
TEXT_GAP = 400  # hundredths of a point


class Spacing(Struct, frozen=True):
    """From a date down to its card: the stem, the dot on the axis, the room below it."""

    stem: Emu
    stem_least: Emu
    dot: Emu
    dot_gap: Emu
    when_gap: Emu
    padding: Emu  # above and below the words of a card


AIRY = Spacing(px(72), px(40), px(30), px(20), px(8), px(18))
DENSE = Spacing(px(24), px(6), px(22), px(8), px(2), px(8))
TAGGED = structs.replace(DENSE, stem_least=px(36), stem=px(36))  # with room for the tag of now


class Row(Struct, frozen=True):
    """The milestones of one axis, each with the column that it stands in."""

    first: int  # how many stand in the rows above
    events: tuple[Event, ...]
    columns: list[Box]

    @property
    def last(self) -> int:
        """How many stand in the rows above and in this one."""
        return self.first + len(self.events)


class Look(Struct, frozen=True):
    """What all rows share: heights from the top of a row."""

    spacing: Spacing
    when: Emu
    stem: Emu
    card: Emu

    @property
    def middle(self) -> Emu:
        """Of the axis."""
        return self.when + self.spacing.when_gap + self.stem + self.spacing.dot // 2

    @property
    def card_top(self) -> Emu:
        return self.middle + self.spacing.dot // 2 + self.spacing.dot_gap

    @property
    def height(self) -> Emu:
        return self.card_top + self.card


def place_timeline(page: Page, slide: Timeline) -> str:
    if not slide.events:
        return "axis"
    rows = rows_of(page, slide.events)
    room = (page.content.height - ROW_GAP * (len(rows) - 1)) // len(rows)
    dates, texts, looks = fitted(page, slide, rows, room, spacing_of(slide, rows))
    total = sum(look.height for look in looks) + ROW_GAP * (len(rows) - 1)
    top = page.content.y + max(0, page.content.height - total) * 2 // 5
    now = reached(slide)
    for row, look in zip(rows, looks, strict=True):
        for index, (event, column) in enumerate(zip(row.events, row.columns, strict=True), row.first):
            page.entry(index)
            place_date(page, index, event, dates[index], Box(column.x, top, column.width, look.when))
        page.standing()
        page.add(*axis(page, slide, row, look, top, now))
        for index, (event, column) in enumerate(zip(row.events, row.columns, strict=True), row.first):
            page.entry(index)
            place_event(page, index, event, texts[index], Box(column.x, top, column.width, look.height), look)
        top += look.height + ROW_GAP
    return "axis" if len(rows) == 1 else "two-rows"


def spacing_of(slide: Timeline, rows: Sequence[Row]) -> Spacing:
    if len(rows) == 1:
        return AIRY
    return TAGGED if slide.now else DENSE


def fitted(
    page: Page, slide: Timeline, rows: Sequence[Row], room: Emu, spacing: Spacing
) -> tuple[Sequence[SetStack], Sequence[SetStack], list[Look]]:
    """Dates and words, each at one size, and the heights of every row that follow from them."""
    column, count = rows[0].columns[0], len(slide.events)
    limit = room // (4 if spacing is AIRY else 6)
    first = one_line_step(page, "timeline-when", [event.when.written for event in slide.events], column.width)
    lower = () if first is None else range(first, page.typesetter.floor("timeline-when") + 1)
    step = next((step for step in lower if page.setting("timeline-when", step).line_height <= limit), None)
    dates = page.fit([stacked(date_of(page, event, step)) for event in slide.events], [column.width] * count, limit).stacks
    when = max(date.height for date in dates) + SLACK
    frame = Look(spacing, when, spacing.stem_least, 0).height
    width = card_box(column).width - 2 * padding_x(column)
    texts = fitted_words(page, slide.events, width, room - frame - 2 * spacing.padding - SLACK).stacks
    highest = [max(stack.height for stack in texts[row.first : row.last]) for row in rows]
    return dates, texts, [look_of(spacing, when, height, room) for height in highest]


def fitted_words(page: Page, events: Sequence[Event], width: Emu, room: Emu) -> Fitted:
    """The words of all cards; leads stand on one line where that is possible, as large as it is."""
    widths = [width] * len(events)
    step = one_line_step(page, "timeline-lead", [event.lead.written for event in events], width)
    for lead in () if step is None else range(step, page.typesetter.floor("timeline-lead") + 1):
        words = [stacked(*words_of(event, lead)) for event in events]
        found = fit(page.typesetter, words, widths, partial(all_within, room), room)
        if found:
            return found
    return page.fit([stacked(*words_of(event, None)) for event in events], widths, room)


def rows_of(page: Page, events: Sequence[Event]) -> list[Row]:
    """One row, or two of which the first has one more where the number is odd."""
    area = page.content
    single = len(events) == 1 or (len(events) <= IN_A_ROW and area.width // len(events) >= PITCH_LEAST)
    split = len(events) if single else (len(events) + 1) // 2
    gap = page.gap(CARD_GAP if area.width // split >= NARROW else NARROW_GAP)
    columns = area.columns(split, gap)
    rows = [Row(0, tuple(events[:split]), columns)]
    if split < len(events):
        rows.append(Row(split, tuple(events[split:]), columns[: len(events) - split]))
    return rows


def date_of(page: Page, event: Event, step: int | None) -> Passage:
    """The date, on one line where every one stands on one."""
    strong = page.deck.theme.roles["timeline-when"].strong
    return Passage(text=event.when, role="timeline-when", align="ctr", what="when", at_step=step, color=strong if event.done else None)


def words_of(event: Event, step: int | None) -> tuple[Passage, Passage]:
    return (
        Passage(text=event.lead, role="timeline-lead", what="lead", at_step=step),
        Passage(text=event.text, role="timeline-text", breaks="running", level=1, space_before=TEXT_GAP),
    )


def look_of(spacing: Spacing, when: Emu, words: Emu, room: Emu) -> Look:
    """Cards as high as their words; what is left of the room goes to the stems."""
    card = max(words + 2 * spacing.padding + SLACK, min(CARD_LEAST, room // 4))
    left = room - Look(spacing, when, 0, card).height
    return Look(spacing, when, max(spacing.stem_least, min(spacing.stem, left)), card)


def card_box(column: Box) -> Box:
    """Where a card stands in its column, as far as width goes."""
    width = min(column.width, CARD_MOST)
    return Box(column.x + (column.width - width) // 2, column.y, width, column.height)


def padding_x(column: Box) -> Emu:
    return PADDING_X if column.width >= NARROW else NARROW_PADDING


def axis(page: Page, slide: Timeline, row: Row, look: Look, top: Emu, now: float) -> Sequence[Item]:
    """The axis of a row with its dots, and the tag of now where it stands in this row; spoken as a list.

    Where milestones come one by one, their dots are no part of it: no client shows a part of a group.
    """
    area, middle = page.content, top + look.middle
    whole = Box(area.x, middle - AXIS_HEIGHT // 2, row.columns[-1].right - area.x, AXIS_HEIGHT)
    here = row.first < now <= row.last + (row.last == len(slide.events)) / 2  # half the way to a row below is there
    past = passed(row, whole, now) if here or now <= row.first else whole.width
    items: list[Item] = [ShapeBox(name=page.name(AXIS_LINE), box=whole, fill=page.surface("timeline-axis").fill)]
    if past:
        items.append(ShapeBox(name=page.name(PAST), box=Box(whole.x, whole.y, past, whole.height), fill=page.surface("timeline-past").fill))
    dots: list[Item] = []
    for index, (event, column) in enumerate(zip(row.events, row.columns, strict=True), row.first + 1):
        step = page.step_of(index - 1)
        made = dot(page, index, event, column.x + column.width // 2, middle, look)
        dots += [structs.replace(item, step=step) for item in made] if step else made
    tags = [tag(page, slide, whole.x + past, middle, area)] if slide.now and here else []
    if not page.reveal:
        items += dots + tags
    height = look.stem + look.spacing.dot
    box = Box(area.x, middle - look.spacing.dot // 2 - look.stem, whole.width, height)
    name = page.name(AXIS) if row.first == 0 else page.name(AXIS, 2)
    line = Group(name=name, box=box, items=tuple(items), alt=spoken(page, slide, row), source=slide.source)
    return [line, *dots, *tags] if page.reveal else [line]


def passed(row: Row, whole: Box, now: float) -> Emu:
    """How long the filled part of a row's axis is: up to a dot, or half the way to the next."""
    middles = [column.x + column.width // 2 for column in row.columns]
    stops = [whole.x, *middles, whole.right]
    at = min(max(0.0, now - row.first), len(middles) + 1.0)
    before = int(at)
    if at == before:
        return stops[before] - whole.x
    return (stops[before] + stops[before + 1]) // 2 - whole.x


def dot(page: Page, number: int, event: Event, x: Emu, middle: Emu, look: Look) -> list[Item]:
    surface = page.surface("timeline-dot-done" if event.done else "timeline-dot")
    size = look.spacing.dot
    stem = Box(x - px(1), middle - size // 2 - look.stem, px(2), look.stem)
    place = Box(x - size // 2, middle - size // 2, size, size)
    return [
        ShapeBox(name=page.name(STEM, number), box=stem, fill=page.surface("timeline-stem").fill),
        ShapeBox(name=page.name(DOT, number), box=place, shape="ellipse", fill=surface.fill, stroke=surface.stroke),
    ]


def tag(page: Page, slide: Timeline, x: Emu, middle: Emu, area: Box) -> Item:
    """现在, or with its date where no milestone has that: 现在·6月15日."""
    word, said = page.name(NOW), slide.now.plain
    dated = any(event.when.plain.startswith(said) for event in slide.events) or said == word
    words = word if dated else word + page.language.aside(said)
    setting = page.setting("timeline-now")
    width = setting.width(words) + 2 * NOW_PADDING
    if width > NOW_MOST:
        page.overflow(Passage(text=slide.now, role="timeline-now", what="now").set_in(setting, NOW_MOST - 2 * NOW_PADDING), 1)
    left = max(area.x, min(x - width // 2, area.right - width))
    box = Box(left, middle - NOW_LIFT - NOW_HEIGHT, width, NOW_HEIGHT)
    return text_box(
        word, box, (one_line(words, setting, "ctr"),), page.surface("timeline-now"), anchor="ctr", wraps=False, source=slide.now.source
    )


def spoken(page: Page, slide: Timeline, row: Row) -> str:
    """时间轴：3月底前方案印发（已完成），6月底前半年讲评；现在6月."""
    language = page.language
    entries = [language.phrase(event.when.plain, event.lead.plain) for event in row.events]
    said = [language.bracketed(words, page.name(DONE)) if event.done else words for words, event in zip(entries, row.events, strict=True)]
    if slide.now and row.first == 0:
        said.append(language.titled(page.name(NOW), slide.now.plain))
    return language.listed(page.name(AXIS), said)


def place_date(page: Page, index: int, event: Event, date: SetStack, box: Box) -> None:
    name = page.name(WHEN, index + 1, event.when.plain)
    page.stack(name, box, date, anchor="b", placeholder=page.placeholders[f"when{index + 1}"], source=event.when.source)


def place_event(page: Page, index: int, event: Event, texts: SetStack, column: Box, look: Look) -> None:
    """The card below the axis."""
    place = card_box(column)
    card = Box(place.x, column.y + look.card_top, place.width, look.card)
    page.panel(page.language.numbered(page.names.card, index + 1), card, "timeline-card-done" if event.done else "timeline-card")
    page.stack(
        page.name(EVENT, index + 1, event.lead.plain), card.inset(padding_x(column), look.spacing.padding), texts,
        anchor="t" if event.text else "ctr", placeholder=page.placeholders[f"item{index + 1}"], source=event.source,
    )  # fmt: skip
