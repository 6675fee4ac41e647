"""Figure cards: label, value with its unit, change; a figure still X looks unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.icons import icon_items, square
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage
from deckgen.blocks.progress import progress_items, target_words
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import surface_items, text_box
from deckgen.blocks.values import (
    CARD,
    MARK_EDGE,
    MARK_HEIGHT,
    SPARE,
    ValueRoles,
    ValueWords,
    change_passage,
    change_stand_in,
    described,
    label_text,
    mark_width,
    number_line,
    parted,
    pending_mark,
    unit_line,
    value_line,
    value_width,
    worded_lines,
    worded_value,
    words_of,
)
from deckgen.diagnostics import Finding, Findings
from deckgen.drawing import PANEL
from deckgen.figures import Figure
from deckgen.geometry import EMU_PER_PT, Box, Emu, px
from deckgen.scene import Group, Item, Paragraph, TextBox

MARGIN = px(12)
PADDINGS = (px(10), px(2))  # above and below the text of a card; the second where the first is too much
BAR_HEIGHT = px(10)
ICON_SIDE = px(44)
LABEL_LINES = CHANGE_LINES = 2
BASELINE = 5  # a baseline stands a fifth of its type's size above the foot of its line


# Where the change stands: below its value; at the right of it; behind the unit, both below the number, which has its line alone;
# below the unit, each having a line.
Form = Literal["below", "level", "under", "apart"]
UNIT_BELOW = ("under", "apart")
Changes = tuple[SetPassage | None, ...]


class CardTexts(Struct, frozen=True):
    """The texts of all cards of a set in one size: labels and changes with their lines, and the settings of the values."""

    labels: tuple[SetPassage, ...]
    changes: Changes
    value: Setting
    unit: Setting
    form: Form
    label_lines: int  # of the label that takes the most
    change_height: Emu  # of what stands below the values

    @property
    def label_height(self) -> Emu:
        return self.labels[0].setting.line_height * self.label_lines

    @property
    def height(self) -> Emu:
        return self.label_height + self.value.line_height + self.change_height


class FigureCards(Struct, frozen=True):
    """One card a cell, all of one size of type; `faults` are what does not fit, at the ledger's entries."""

    figures: Sequence[Figure]
    cells: Sequence[Box]
    texts: CardTexts
    step: int  # of the values, down their scale
    faults: Findings
    roles: ValueRoles
    name: str  # of a card in the selection pane
    text_name: str
    foot_room: Emu = 0  # below the text of every card, for the bars of those that have a target

    def place(self, page: Page) -> None:
        page.deck.findings.all.extend(self.faults.all)
        for index in range(len(self.figures)):
            page.add(self.card(page, index))

    def card(self, page: Page, index: int) -> Group:
        """A named group: the card with its text, and the mark of the unknown while the figure is X."""
        figure, cell, names = self.figures[index], self.cells[index], page.names
        surface = page.surface(self.roles.known if figure.known else self.roles.pending)
        items: list[Item] = [*surface_items(f"{names.ground} {figure.label}", cell, surface, page.language), self.words(page, index)]
        if self.texts.form == "level" and self.texts.changes[index]:
            items.append(self.change_box(page, index))
        if not figure.known:
            beside = self.texts.form == "level" and figure.icon  # the mark stands in the corner as well
            room = Box(cell.x, cell.y, cell.width - (ICON_SIDE + MARGIN if beside else 0), cell.height)
            items.append(pending_mark(page, room, self.mark_middle(page, index)))
        if figure.icon:
            middle = max(cell.y + ICON_SIDE // 2 + px(6), self.top(index) + self.texts.labels[index].setting.line_height // 2)
            items += icon_items(page, figure.icon, square(cell.right - px(8) - ICON_SIDE, middle, ICON_SIDE))
        if self.foot_room:
            bar = Box(cell.x + MARGIN, cell.bottom - self.foot_room, cell.width - 2 * MARGIN, BAR_HEIGHT)
            items += progress_items(page, figure, bar, PANEL)
        alt = page.language.furniture.comma.join(filter(None, (described(figure, page.language), target_words(page, figure))))
        return Group(name=f"{self.name} {figure.label}", box=cell, items=tuple(items), alt=alt, source=figure.source)

    def row(self, index: int) -> list[int]:
        """The cards that stand beside one another in the row of this one."""
        return [other for other, cell in enumerate(self.cells) if cell.y == self.cells[index].y]

    def label_height(self, index: int) -> Emu:
        """Of the labels in the row of a card: a shorter one keeps an empty line above it, so that the values stand on one line."""
        return max(self.texts.labels[other].height for other in self.row(index))

    def top(self, index: int) -> Emu:
        """Where the text of a card begins; a card without a change keeps its place free where its neighbours have one."""
        beside = any(self.texts.changes[other] for other in self.row(index)) or self.texts.form in UNIT_BELOW
        height = self.label_height(index) + self.texts.value.line_height + (self.texts.change_height if beside else 0)
        return self.cells[index].y + (self.cells[index].height - self.foot_room - height) // 2

    def foot(self, index: int) -> Emu:
        """Where the line of its value ends."""
        return self.top(index) + self.label_height(index) + self.texts.value.line_height

    def words(self, page: Page, index: int) -> TextBox:
        """Label and value, and the change below; nothing here wraps by itself, whatever faces the client has."""
        figure, cell, texts = self.figures[index], self.cells[index], self.texts
        label, value = self.label(index), value_line(page, figure, texts.value, texts.unit)
        if (room := cell.width - 2 * MARGIN) < value_width(figure, texts.value, texts.unit):
            words = worded_value(page, figure, texts.value, room)
            value = worded_lines(words, texts.value) if words else value
        change = texts.changes[index]
        paragraphs: tuple[Paragraph, ...] = (label, value)
        if texts.form in UNIT_BELOW and (parted(figure)[1] or (change and texts.form == "under")):
            paragraphs = (label, number_line(figure, texts.value), *self.below(figure, change))
        elif texts.form != "level" and change:
            paragraphs = (label, value, change.paragraph())
        name, margins = f"{self.text_name} {figure.label}", (MARGIN, self.top(index) - cell.y, MARGIN, 0)
        return text_box(name, cell, paragraphs, margins=margins, wraps=False, source=figure.source)

    def below(self, figure: Figure, change: SetPassage | None) -> tuple[Paragraph, ...]:
        """The unit and the change, in one line or in two."""
        if self.texts.form == "apart" and change:
            return unit_line(figure, self.texts.unit, None), change.paragraph()
        return (unit_line(figure, self.texts.unit, change),)

    def label(self, index: int) -> Paragraph:
        label = self.texts.labels[index]
        lines = label.paragraph()
        missing = (self.label_height(index) - label.height) // label.setting.line_height
        padding = ((scene.StyledRun("", label.setting.style),),) * missing
        return structs.replace(lines, lines=padding + lines.lines)

    def change_box(self, page: Page, index: int) -> TextBox:
        """The change at the right edge, on the baseline of its value."""
        change = self.texts.changes[index]
        assert change is not None
        cell, foot = self.cells[index], self.foot(index)
        lift = (self.texts.value.style.size - change.setting.style.size) * EMU_PER_PT // 100 // BASELINE
        width = change.setting.width(change.passage.text.plain) + px(4)
        box = Box(cell.right - MARGIN - width, foot - lift - change.height, width, change.height)
        name = f"{page.names.figure_change} {self.figures[index].label}"
        return text_box(name, box, (change.paragraph(),), wraps=False, source=self.figures[index].source)

    def mark_middle(self, page: Page, index: int) -> Emu:
        """Where 待填 stands: on the line of a change that leaves it room, else on that of the value, above a change at the right."""
        texts, foot = self.texts, self.foot(index)
        change = texts.changes[index]
        if texts.form == "level" and change:
            return foot - texts.value.line_height - MARK_HEIGHT // 2
        if texts.form == "below" and change and change.line_count == 1 and fits_beside_mark(page, change, self.cells[index].width):
            return foot + change.height // 2
        return foot - texts.value.line_height // 2


def fits_beside_mark(page: Page, change: SetPassage, cell: Emu) -> bool:
    """Whether a card so wide has room for the mark of the unknown at the right of the change."""
    return change.setting.width(change.passage.text.plain) + MARGIN + mark_width(page) + MARK_EDGE + px(8) <= cell


def fit_figures(
    page: Page,
    figures: Sequence[Figure],
    cells: Sequence[Box],
    roles: ValueRoles = CARD,
    names: tuple[str, str] | None = None,
    foot: Emu = 0,
) -> FigureCards:
    """The cards at the largest type that all of them bear; what does not fit even at the floor is among the faults.

    `names` are those of a card and of its text in the selection pane, where it is no figure's card; `foot` stays free below the text.
    """
    card, text = names or (page.names.figure_card, page.names.figure_text)
    rooms = [Box(cell.x, cell.y, cell.width, cell.height - foot) for cell in cells]
    trial = Trial(page, figures, rooms, roles)
    for padding, (step, texts) in product(PADDINGS, trial.ways):
        if trial.fits(texts, padding):
            return FigureCards(figures, cells, texts, step, Findings(), roles, card, text, foot)
    faults = Findings()
    faults.all.extend(trial.faults(texts, PADDINGS[-1]))
    return FigureCards(figures, cells, texts, step, faults, roles, card, text, foot)


def sizes(page: Page, figures: Sequence[Figure], width: Emu, roles: ValueRoles) -> Iterator[tuple[int, CardTexts]]:
    """Every way of setting the cards with its step, from the largest values to the smallest; the changes below the values first."""
    typesetter = page.typesetter
    unit = typesetter.setting(roles.unit)
    labels = sorted(
        (tuple(label_at(page, figure, typesetter.setting(roles.label, step), width) for figure in figures) for step in typesetter.steps(roles.label)),
        key=lambda labels: sum(label.line_count for label in labels),
    )  # fmt: skip
    lined = [(set_so, max(label.line_count for label in set_so)) for set_so in labels]
    changes = [change_passage(page, figure, roles.change) if roles.change else None for figure in figures]
    below, beside = changes_at(page, changes, width), changes_at(page, changes, None)
    forms: list[tuple[Form, Changes]] = [("below", below), ("under", beside)]
    if any(below):
        forms = [("below", below), ("level", beside), ("under", beside), ("apart", below)]
    heights = [height_below(form, shown, unit) for form, shown in forms]
    for step, (one, lines), ((form, shown), height) in product(typesetter.steps(roles.value), lined, zip(forms, heights, strict=True)):
        yield step, CardTexts(one, shown, typesetter.setting(roles.value, step), unit, form, lines, height)


def height_below(form: Form, changes: Changes, unit: Setting) -> Emu:
    """How high what stands below the values is."""
    height = max((change.height for change in changes if change), default=0)
    return {"below": height, "level": 0, "under": max(unit.line_height, height), "apart": unit.line_height + height}[form]


def label_at(page: Page, figure: Figure, setting: Setting, width: Emu) -> SetPassage:
    """The label broken at sense; what stands behind it is not left alone on a line."""
    if figure.prefix:
        tail = figure.label[-2:] + page.language.aside(figure.prefix)
        setting = structs.replace(setting, keep=(*setting.keep, tail))
    return Passage(
        text=label_text(figure, page.language), role=setting.role.name, what="label", clear=ICON_SIDE if figure.icon else 0
    ).set_in(setting, width)


def changes_at(page: Page, changes: Sequence[Passage | None], width: Emu | None) -> Changes:
    """The changes at the largest step at which each is one line, else at the floor; without a width each is one line at any."""
    roles = {change.role for change in changes if change}
    for step in page.typesetter.steps(*roles) if roles else range(1):
        made = tuple(change_at(page, change, step, width) for change in changes)
        if all(change is None or change.line_count == 1 for change in made):
            break
    return made


def change_at(page: Page, change: Passage | None, step: int, width: Emu | None) -> SetPassage | None:
    if change is None or not change.text:
        return None
    if width is None:
        change = structs.replace(change, breaks="none", align="r")
    return change.at(page.typesetter, step, width or page.sheet.width)


class Tried(Struct, frozen=True):
    """What is known of cards of a width, however high they are: every way of setting them, and whether a value stands in its line."""

    figures: tuple[Figure, ...]
    ways: list[tuple[int, CardTexts]]
    words: list[ValueWords]
    holding: dict[tuple[int, Form, int], bool]


def tried(page: Page, figures: Sequence[Figure], width: Emu, roles: ValueRoles) -> Tried:
    """Worked out once: the height of a strip, its cards and those of a panel ask for the same."""

    def known() -> Tried:
        return Tried(tuple(figures), list(sizes(page, figures, width, roles)), [words_of(figure) for figure in figures], {})

    return page.once(("cards", width, roles, *map(id, figures)), known)


class Trial:
    """Cards of a set tried in many sizes: whether a value stands in its line is found once, for all labels, paddings and heights."""

    def __init__(self, page: Page, figures: Sequence[Figure], cells: Sequence[Box], roles: ValueRoles) -> None:
        self.page = page
        self.figures = figures
        self.width = cells[0].width - 2 * MARGIN
        self.height = min(cell.height for cell in cells)
        found = tried(page, figures, self.width, roles)
        self.ways, self.words, self.holding = found.ways, found.words, found.holding

    def fits(self, texts: CardTexts, padding: Emu) -> bool:
        """Whether every card holds its texts when set so."""
        return texts.label_lines <= self.label_lines(texts, padding) and next(self.faults(texts, padding), None) is None

    def faults(self, texts: CardTexts, padding: Emu) -> Iterator[Finding]:
        """What does not fit its card when set so."""
        for index, (figure, label, change) in enumerate(zip(self.figures, texts.labels, texts.changes, strict=True)):
            if not self.holds(texts, index):
                yield Finding(figure.source, "layout/figure-too-wide", {"name": figure.name, "text": figure.text})
            if change and texts.form in ("below", "apart") and change.line_count > CHANGE_LINES:
                yield change.overflow(CHANGE_LINES)
            if label.splits_word:
                yield label.overflow(texts.label_lines)
        lines = self.label_lines(texts, padding)
        if texts.label_lines > lines:
            # Where not even a line is left in this form, a label of one line leads to a form that has it.
            yield max(texts.labels, key=lambda label: label.line_count).overflow(max(1, lines))

    def label_lines(self, texts: CardTexts, padding: Emu) -> int:
        """How many lines the labels may take above the rest."""
        rest = texts.height - texts.label_height + 2 * padding
        return min(LABEL_LINES, max(0, self.height - rest) // texts.labels[0].setting.line_height)

    def holds(self, texts: CardTexts, index: int) -> bool:
        """Whether a value stands in its line, which does not depend on the labels."""
        key = texts.value.style.size, texts.form, index
        if key not in self.holding:
            page, figure, change = self.page, self.figures[index], texts.changes[index]
            self.holding[key] = value_fits(page, figure, self.words[index], texts, change, self.width) or words_fit(
                page, figure, texts, change, self.width
            )
        return self.holding[key]


def value_fits(page: Page, figure: Figure, words: ValueWords, texts: CardTexts, change: SetPassage | None, width: Emu) -> bool:
    """Whether a value stands in its line, with what shares it: the mark of the unknown, a change at the right; and the line below."""
    value, unit = texts.value, texts.unit
    mark = 0 if figure.known else mark_width(page) + px(8)
    if texts.form == "apart":
        return max(words.number_width(value), value.width(words.large) + mark, unit.width(words.tail)) <= width
    if texts.form == "under":
        below = unit.width(words.tail) + beside_width(figure, change) + unit.script_gap * 2
        return max(words.number_width(value), value.width(words.large) + mark, below) <= width
    if change and texts.form == "level":
        return (words.width(value, unit) + beside_width(figure, change)) * SPARE // 100 + px(8) <= width
    marked_below = change is not None and change.line_count == 1 and fits_beside_mark(page, change, width + 2 * MARGIN)
    shown = value.width(words.large) + unit.width(words.small) + (0 if marked_below else mark)
    return max(words.width(value, unit), shown) <= width


def beside_width(figure: Figure, change: SetPassage | None) -> Emu:
    """How wide a change on one line is, or may come to be."""
    return max(change.setting.width(words) for words in (change.passage.text.plain, change_stand_in(figure))) if change else 0


def words_fit(page: Page, figure: Figure, texts: CardTexts, change: SetPassage | None, width: Emu) -> bool:
    """Whether a value in words does so in several lines; nothing else stands in or behind them."""
    return (not change or texts.form in ("below", "apart")) and worded_value(page, figure, texts.value, width) is not None


def card_height(page: Page, figures: Sequence[Figure], width: Emu, roles: ValueRoles, roomy: bool) -> Emu:
    """How high cards so wide are: for the largest type that their width bears, or where there is little room for the least."""
    cells = [Box(0, 0, width, page.sheet.height)] * len(figures)
    trial = Trial(page, figures, cells, roles)
    ways = [texts for _, texts in trial.ways]
    tried = ways if roomy else sorted(ways, key=lambda texts: texts.height)
    found = next((texts for texts in tried if trial.fits(texts, PADDINGS[0])), None)
    if found is None:
        return ways[-1].height + 2 * PADDINGS[1]
    return found.height + 2 * (PADDINGS[0] if roomy else PADDINGS[1])


def readable(page: Page, figures: Sequence[Figure], width: Emu) -> bool:
    """Whether cards so wide hold every value above the floor of its type, and every label on one line."""
    typesetter = page.typesetter
    label = typesetter.setting(CARD.label, typesetter.floor(CARD.label))
    value, unit = typesetter.setting(CARD.value, typesetter.floor(CARD.value) - 1), typesetter.setting(CARD.unit)
    room = width - 2 * MARGIN
    return all(
        label.width(label_text(figure, page.language).plain) <= room and value_width(figure, value, unit) <= room for figure in figures
    )
