"""One figure as large as a slide bears: its label, its value, its change on a badge, how it stands to others, its history."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from deckgen.blocks.charts import column_chart
from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.progress import target_words
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import surface_items, text_box
from deckgen.blocks.values import (
    MARK_EDGE,
    change_color,
    described,
    label_text,
    mark_width,
    parted,
    pending_mark,
    printed,
    value_line,
    value_width,
)
from deckgen.drawing import INK, MAIN
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.charted import year_of
from deckgen.marks import marked
from deckgen.names import Name
from deckgen.outline import NO_TEXT, Run, Text
from deckgen.scene import Group, Item, Paragraph
from deckgen.style import Color
from deckgen.values import Amount

NUMBER, LABEL, BADGE, BESIDE = Name("大数字", "Large figure"), Name("名称", "Name"), Name("变化", "Change"), Name("比较", "Comparison")
SENTENCE, HISTORY, GROUND = Name("说明", "Text"), Name("历年图", "Chart of years"), Name("历年图底", "Ground of chart")
HISTORY_TITLE = Name("图表标题", "Chart title")
HISTORY_WIDTH, HISTORY_GAP, HISTORY_PADDING = px(400), px(40), px(20)
GAP, BADGE_PADDING, BADGE_SPACE, MARK_GAP = px(14), px(16), px(18), px(24)
SENTENCE_LINES = 3
TINT = 60  # percent of the way to white: columns of the years before
HISTORY_MOST = 6  # years, the newest of them


def place_headline(page: Page, figure: Figure, sentence: Text = NO_TEXT, lead: Text = NO_TEXT) -> str:
    """The figure over the whole content, its history at the right where the ledger has one; the name of the arrangement."""
    content = page.content
    left = content
    if figure.history:
        share = content.width // 2 if page.lanes(2) > 1 else HISTORY_WIDTH
        left, right = content.cut_left(content.width - share - HISTORY_GAP, HISTORY_GAP)
        page.items.extend(history_items(page, figure, right))
    texts = sentences(page, sentence, lead, left.width)
    label = Passage(text=label_text(figure, page.language), role="number-label", what="label").at(page.typesetter, 0, left.width)
    badge = badge_height(page, figure, left.width)
    value, unit = value_settings(page, figure, left, label.height + badge + sum(text.height for text in texts) + 2 * GAP)
    height = label.height + value.line_height + badge + sum(text.height for text in texts) + GAP * (bool(badge) + bool(texts))
    if height > left.height or label.line_count > 2:
        page.overflow(label if label.line_count > 2 else (texts or [label])[-1], 0)
    top = left.y + max(0, left.height - height) * 2 // 5
    page.add(
        figure_group(
            page,
            figure,
            Box(left.x, top, left.width, label.height + value.line_height + (badge + GAP if badge else 0)),
            label,
            (value, unit),
        )
    )
    top += label.height + value.line_height + (badge + GAP if badge else 0) + GAP
    if texts:
        box = Box(left.x, top, left.width, sum(text.height for text in texts) + SLACK)
        page.text(page.name(SENTENCE), box, tuple(text.paragraph() for text in texts), source=texts[0].passage.text.source)
    return "number-and-history" if figure.history else "number"


def sentences(page: Page, sentence: Text, lead: Text, width: Emu) -> list[SetPassage]:
    """Lead and sentence at the largest type at which they are few lines; what is longer at the floor is noted."""
    passages = [
        Passage(text=text, role="number-text", breaks="clauses", what=what, color=MAIN if what == "lead" else None)
        for text, what in ((lead, "lead"), (sentence, "text"))
        if text
    ]
    for step in page.typesetter.steps("number-text"):
        made = [passage.at(page.typesetter, step, width) for passage in passages]
        if all(text.line_count <= SENTENCE_LINES and not text.splits_word for text in made):
            return made
    for text in made:
        if text.line_count > SENTENCE_LINES:
            page.overflow(text, SENTENCE_LINES)
    return made


def value_settings(page: Page, figure: Figure, box: Box, below: Emu) -> tuple[Setting, Setting]:
    """The largest type at which the value stands in one line beside what stands `below` and above it; the unit goes along."""
    room = box.height - below
    mark = 0 if figure.known else mark_width(page) + MARK_GAP
    for step in page.typesetter.steps("number-value"):
        value, unit = page.setting("number-value", step), page.setting("number-unit", step // 2)
        if value_width(figure, value, unit) + mark <= box.width and value.line_height <= room:
            return value, unit
    page.deck.findings.error(figure.source, "layout/figure-too-wide", name=figure.name, text=figure.text)
    return value, unit


def figure_group(page: Page, figure: Figure, box: Box, label: SetPassage, settings: tuple[Setting, Setting]) -> Group:
    """Label, value, badge and what stands beside it, as one group that says itself in words."""
    value, unit = settings
    head = Box(box.x, box.y, box.width, label.height)
    line = Box(box.x, head.bottom, box.width, value.line_height)
    items: list[Item] = [
        text_box(page.name(LABEL), head, (label.paragraph(),), wraps=False, source=figure.source),
        text_box(page.name(NUMBER), line, (value_line(page, figure, value, unit),), wraps=False, source=figure.source),
    ]
    if not figure.known:
        large, small = parted(figure)
        beside = value.width(large) + value.script_gap + unit.width(small) + MARK_GAP + mark_width(page) + MARK_EDGE
        items.append(pending_mark(page, Box(box.x, box.y, min(beside, box.width), box.height), line.y + line.height // 2))
    if box.bottom > line.bottom:
        foot = Box(box.x, line.bottom + GAP, box.width, box.bottom - line.bottom - GAP)
        items += badge_items(page, figure, Box(foot.x, foot.y, foot.width, badge_line(page))) + beside_items(page, figure, foot)
    words = (described(figure, page.language), *beside_words(page, figure))
    return Group(
        name=f"{page.name(NUMBER)} {figure.label}",
        box=box,
        items=tuple(items),
        alt=page.language.furniture.comma.join(words),
        source=figure.source,
    )


def badge_height(page: Page, figure: Figure, width: Emu) -> Emu:
    """Of the badge and the lines that stand beside and below it."""
    lines = len(beside_lines(page, figure, width))
    return badge_line(page) * lines if figure.change or beside_words(page, figure) else 0


def badge_items(page: Page, figure: Figure, box: Box) -> list[Item]:
    """The change in white on the colour of what it means."""
    items: list[Item] = []
    if figure.change:
        words = marked(figure.change)
        step = page.typesetter.largest("number-change", lambda setting: setting.width(words) + 2 * BADGE_PADDING <= box.width)
        setting = page.setting("number-change", step)
        width = setting.width(words) + 2 * BADGE_PADDING + px(8)
        if width > box.width:
            page.overflow(
                Passage(
                    text=Text((Run(words, figure=figure.name, part="change"),), figure.source), role="number-change", what="change"
                ).set_in(setting, box.width),
                1,
            )
        color = change_color(page, figure)
        surface = page.surface("number-badge" if color else "number-plain" if figure.change.value is not None else "number-pending")
        ground = structs.replace(surface, fill=color) if color else surface
        style = setting.style if color else setting.style.with_color(INK)
        paragraph = Paragraph(((printed(figure, words, "change", style),),), setting.leading, "ctr")
        items.append(
            text_box(
                page.name(BADGE),
                Box(box.x, box.y, min(width, box.width), box.height),
                (paragraph,),
                ground,
                anchor="ctr",
                wraps=False,
                source=figure.source,
            )
        )
    return items


def beside_items(page: Page, figure: Figure, box: Box) -> list[Item]:
    """How the figure stands to others, at the right of its badge; what is too much for that line below it."""
    setting = page.setting("number-beside", page.typesetter.floor("number-beside"))
    badge = badge_width(page, figure, box.width) + BADGE_SPACE if figure.change else 0
    items: list[Item] = []
    for number, line in enumerate(beside_lines(page, figure, box.width)):
        left = badge if number == 0 else 0
        place = Box(box.x + left, box.y + number * badge_line(page), box.width - left, badge_line(page))
        name = page.name(BESIDE, number + 1)
        if line:
            items.append(text_box(name, place, (one_line(line, setting),), anchor="ctr", wraps=False, source=figure.source))
    return items


def beside_lines(page: Page, figure: Figure, width: Emu) -> list[str]:
    """The phrases that stand beside the badge, then those of the lines below."""
    setting = page.setting("number-beside", page.typesetter.floor("number-beside"))
    lines: list[list[str]] = [[]]
    for phrase in beside_words(page, figure):
        room = width - (badge_width(page, figure, width) + BADGE_SPACE if len(lines) == 1 and figure.change else 0)
        if setting.width(page.language.apart([*lines[-1], phrase])) > room and (lines[-1] or len(lines) == 1):
            lines.append([])
        lines[-1].append(phrase)
    return [page.language.apart(line) for line in lines]


def badge_width(page: Page, figure: Figure, width: Emu) -> Emu:
    words = marked(figure.change) if figure.change else ""
    step = page.typesetter.largest("number-change", lambda setting: setting.width(words) + 2 * BADGE_PADDING <= width)
    return page.setting("number-change", step).width(words) + 2 * BADGE_PADDING + px(8)


def badge_line(page: Page) -> Emu:
    return page.setting("number-change").line_height + px(8)


def beside_words(page: Page, figure: Figure) -> list[str]:
    """居全市第3位, 全市6.9%, 完成目标103.2%."""
    others = [page.language.phrase(name, figure.worded(amount)) for name, amount in figure.compare.items()]
    rank = [page.language.ranked(figure.rank)] if figure.rank else []
    target = target_words(page, figure)
    return [*rank, *others, *([target] if target else [])]


# ---- its history


def history_items(page: Page, figure: Figure, box: Box) -> list[Item]:
    """A native chart of the years before and of this one, on a card."""
    years = dict(list(figure.history.items())[1 - HISTORY_MOST :])
    figure = figure.in_one_scale(*years.values())
    amounts = {**years, year_of(figure, list(years)): Amount(figure.value, figure.unknown)}
    columns = []
    for name, amount in amounts.items():
        shown = figure.shown(amount)[0]
        columns.append((name, amount.value if isinstance(amount.value, Decimal) else None, shown, shown))
    title = page.language.bracketed(figure.label, figure.counted_in) if figure.counted_in else figure.label
    inner = box.inset(HISTORY_PADDING, px(12))
    setting = page.setting("number-beside", page.typesetter.largest("number-beside", lambda one: one.width(title) <= inner.width))
    head, rest = inner.cut_top(setting.line_height, px(8))
    fills: list[Color] = [Color(MAIN.slot, TINT)] * (len(columns) - 1) + [MAIN]
    alt = page.language.listed(title, [page.language.phrase(f"{name} ", label) for name, _, label, _ in columns])
    items = surface_items(page.name(GROUND), box, page.surface("number-ground"), page.language)
    if setting.width(title) <= inner.width:
        items.append(text_box(page.name(HISTORY_TITLE), head, (one_line(title, setting),), wraps=False, source=figure.source))
    return [*items, column_chart(page, page.name(HISTORY), rest, alt, title, columns, ("plot-label", "plot-value"), fills, figure.source)]
