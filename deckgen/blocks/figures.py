"""Figure cards: label, value with its unit, change; a figure still X looks unknown."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.cells import two_rows
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import surface_items, text_box
from deckgen.diagnostics import Findings
from deckgen.drawing import DASHED, FINE, HAIRLINE, INK, LINE, MAIN, MUTED, WHITE
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.language import Language
from deckgen.outline import Run, Text
from deckgen.scene import Group, Item, Paragraph
from deckgen.style import Stroke, TextStyle
from deckgen.theme import Surface, type_role

CARD_GAP = 10
MARGIN = px(12)
PADDING = px(10)  # above and below the text of a card, which shrinks first
TIGHT_PADDING = px(1)
MARK_WIDTH, MARK_HEIGHT, MARK_PADDING = px(42), px(23), px(6)
STRIP_MOST = 6  # cards in one row across the slide
LABEL_LINES = 2

# How many cards stand in each row of a panel beside a list.
PANEL_ROWS = {1: (1,), 2: (1, 1), 3: (1, 1, 1), 4: (2, 2), 5: (2, 2, 1), 6: (2, 2, 2), 7: (2, 2, 2, 1), 8: (2, 2, 2, 2)}


ROLES = (
    type_role("figure-label", (1800, 1600), MUTED, MAIN, leading=125),
    type_role("figure-value", (4400, 4000, 3600, 3200), MAIN, FINE, bold=True, leading=115),
    type_role("figure-unit", (1800,), MAIN, FINE, leading=115),
    type_role("figure-change", (1800,), INK, MAIN, leading=125),
    type_role("pending", (1200,), FINE, MAIN, leading=120),
)
SURFACES = {
    "figure": Surface(fill=WHITE, stroke=HAIRLINE),
    "pending": Surface(fill=WHITE, stroke=DASHED),
    "pending-mark": Surface(stroke=Stroke(LINE, px(0.75))),
}


class FigureCards(Struct, frozen=True):
    """One card a cell, all of one size of type; `faults` are what does not fit, at the ledger's entries."""

    figures: Sequence[Figure]
    cells: Sequence[Box]
    labels: Sequence[SetPassage]
    label_lines: int  # of the longest
    value: Setting
    change: Setting
    faults: Findings

    def place(self, page: Page) -> None:
        page.deck.findings.all.extend(self.faults.all)
        # A card without a change keeps an empty line, so that the values of its row stand on one line.
        changing = {cell.y for figure, cell in zip(self.figures, self.cells, strict=True) if figure.change}
        for figure, cell, label in zip(self.figures, self.cells, self.labels, strict=True):
            page.add(self.card(page, figure, cell, label, cell.y in changing))

    @property
    def label_height(self) -> Emu:
        return self.labels[0].setting.line_height * self.label_lines

    def height(self, has_change: bool) -> Emu:
        """Of a card's text."""
        return self.label_height + self.value.line_height + (self.change.line_height if has_change else 0)

    def lines_for_labels(self, room: Emu, has_change: bool) -> int:
        """How many lines of label a card of such a room bears."""
        rest = room - (self.height(has_change) - self.label_height)
        return min(LABEL_LINES, max(0, rest // self.labels[0].setting.line_height))

    def card(self, page: Page, figure: Figure, cell: Box, label: SetPassage, has_change: bool) -> Group:
        """A named group: the card with its text, and the mark of the unknown while the figure is X."""
        names = page.names
        paragraphs = self.paragraphs(page, figure, label, has_change)
        words = text_box(
            f"{names.figure_text} {figure.label}", cell, paragraphs, anchor="ctr", margins=(MARGIN, 0, MARGIN, 0), source=figure.source
        )
        surface = page.surface("figure" if figure.known else "pending")
        items: list[Item] = [*surface_items(f"{names.ground} {figure.label}", cell, surface, page.language), words]
        if not figure.known:
            above = (cell.height - self.height(has_change)) // 2 + self.label_height
            items.append(pending_mark(page, cell, cell.y + above + self.value.line_height // 2))
        alt = described(figure, page.language)
        return Group(name=f"{names.figure_card} {figure.label}", box=cell, items=tuple(items), alt=alt, source=figure.source)

    def paragraphs(self, page: Page, figure: Figure, label: SetPassage, has_change: bool) -> tuple[Paragraph, ...]:
        # A shorter label keeps an empty line above it, so that the values of neighbours stand on one line.
        lines = label.paragraph()
        padding = ((scene.StyledRun("", label.setting.style),),) * (self.label_lines - label.line_count)
        rows = [structs.replace(lines, lines=padding + lines.lines), self.value_paragraph(page, figure)]
        if has_change:
            rows.append(one_line(figure.change.text if figure.change else "", self.change))
        return tuple(rows)

    def value_paragraph(self, page: Page, figure: Figure) -> Paragraph:
        unit = page.setting("figure-unit")
        runs = [scene.StyledRun(figure.number, shade(self.value, figure))]
        if figure.tail:
            runs.append(scene.StyledRun(tail_words(figure), shade(unit, figure)))
        return Paragraph((tuple(runs),), self.value.leading)


def fit_figures(page: Page, figures: Sequence[Figure], cells: Sequence[Box]) -> FigureCards:
    """The cards at the largest type that all of them bear; what does not fit even at the floor is among the faults."""
    width = cells[0].width - 2 * MARGIN
    faults = Findings()
    value_step = fit_values(page, figures, width, faults)
    labels, change = fit_labels(page, figures, width, faults)
    fitted = FigureCards(
        figures, cells, labels, max(label.line_count for label in labels), page.setting("figure-value", value_step), change, faults
    )
    has_change = any(figure.change for figure in figures)
    room, floor = cells[0].height - 2 * PADDING, page.typesetter.floor("figure-value")
    while fitted.height(has_change) > room and value_step < floor:
        value_step += 1
        fitted = structs.replace(fitted, value=page.setting("figure-value", value_step))
    lines = fitted.lines_for_labels(cells[0].height - 2 * TIGHT_PADDING, has_change)
    if fitted.label_lines > lines:
        longest = max(labels, key=lambda label: len(label.passage.text.plain))
        faults.all.append(longest.overflow(lines))
    return fitted


def fit_values(page: Page, figures: Sequence[Figure], width: Emu, faults: Findings) -> int:
    """The largest step at which every value stands in a card; one that does not at the floor is noted."""
    steps = page.typesetter.steps("figure-value")
    values = [value_words(page, figure) for figure in figures]
    step = next((at for at in steps if all(value.fits(page, at, width) for value in values)), steps[-1])
    for figure, value in zip(figures, values, strict=True):
        if not value.fits(page, step, width):
            faults.error(figure.source, "layout/figure-too-wide", name=figure.name, text=figure.text)
    return step


def fit_labels(page: Page, figures: Sequence[Figure], width: Emu, faults: Findings) -> tuple[list[SetPassage], Setting]:
    """The labels at the largest step at which each is one line and every change fits its card; else at the floor."""
    passages = [Passage(text=Text((Run(label_of(f, page.language)),), f.source), role="figure-label", what="label") for f in figures]
    for step in page.typesetter.steps("figure-label"):
        labels = [passage.at(page.typesetter, step, width) for passage in passages]
        change = page.setting("figure-change", step)
        too_wide = [figure for figure in figures if figure.change and change.width(figure.change.text) > width]
        if not too_wide and all(label.line_count == 1 for label in labels):
            break
    for figure in too_wide:
        text = Text((Run(figure.change.text if figure.change else ""),), figure.source)
        faults.all.append(Passage(text=text, role="figure-change", breaks="none", what="change").set_in(change, width).overflow(1))
    return labels, change


def tail_words(figure: Figure) -> str:
    """What stands small behind the value, with the gap before it: 余 and the unit, the unit and 以上, the m of £12.4m."""
    return figure.tail if figure.touches or not figure.tail else f" {figure.tail}"


def label_of(figure: Figure, language: Language) -> str:
    """The label and what stands before the value, for those who hear it: 地区生产总值（预计）."""
    return language.bracketed(figure.label, figure.prefix) if figure.prefix else figure.label


def described(figure: Figure, language: Language) -> str:
    """The card as a sentence, for those who hear it."""
    change = figure.change.text if figure.change else ""
    return language.described(label_of(figure, language), figure.text, change, figure.known)


def mark_width(page: Page) -> Emu:
    """How wide the mark of the unknown is: 待填, To come."""
    return max(MARK_WIDTH, page.setting("pending").width(page.language.furniture.pending) + 2 * MARK_PADDING)


class ValueWords(Struct, frozen=True):
    """What stands in the line of a value, worked out once for all the sizes that are tried."""

    number: str
    beside: tuple[str, ...]  # small words before and behind it
    beside_width: Emu
    taken: Emu  # by the mark of the unknown, at the right of the card

    def fits(self, page: Page, step: int, width: Emu) -> bool:
        """Whether the line is no wider than a card's room at a step of the value's type."""
        value = page.setting("figure-value", step)
        return value.width(self.number) + self.beside_width + value.script_gap * len(self.beside) <= width - self.taken


def value_words(page: Page, figure: Figure) -> ValueWords:
    small = page.setting("figure-unit")
    beside = tuple(words for words in (figure.tail,) if words)
    width = sum(small.width(f"{words} ") for words in beside)
    return ValueWords(figure.number, beside, width, 0 if figure.known else mark_width(page))


def shade(setting: Setting, figure: Figure) -> TextStyle:
    """Red for what is known, gold for what is not."""
    return setting.style if figure.value is not None else setting.strong


def pending_mark(page: Page, cell: Box, middle: Emu) -> Item:
    """待填 at the right of a card, level with its value, so that nobody presents an X by mistake."""
    mark = page.language.furniture.pending
    width = mark_width(page)
    box = Box(cell.right - width - px(12), middle - MARK_HEIGHT // 2, width, MARK_HEIGHT)
    words = one_line(mark, page.setting("pending"), "ctr")
    return text_box(mark, box, (words,), page.surface("pending-mark"), anchor="ctr", wraps=False)


def strip_rows(page: Page, figures: Sequence[Figure], width: Emu) -> tuple[int, ...]:
    """How many cards stand in each row of a strip `width` wide: one row where all values and labels fit it, else two."""
    count = len(figures)
    if count <= STRIP_MOST and bears(page, figures, (width - page.gap(CARD_GAP) * (count - 1)) // count - 2 * MARGIN):
        return (count,)
    return two_rows(count)


def bears(page: Page, figures: Sequence[Figure], width: Emu) -> bool:
    """Whether cards with so much room hold every value at a readable size, and every label on one line."""
    label = page.setting("figure-label", page.typesetter.floor("figure-label"))
    step = page.typesetter.floor("figure-value") - 1
    return all(label.width(f.label) <= width and value_words(page, f).fits(page, step, width) for f in figures)
