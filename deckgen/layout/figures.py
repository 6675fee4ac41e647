"""Figure cards: label, value with its unit, change; a figure still X looks unknown."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from deckgen import scene
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.layout.page import Page, surface_items, text_box
from deckgen.layout.typeset import Fall, Setting, one_line, sense_count, sense_lines
from deckgen.outline import Run, Text
from deckgen.scene import Group, Item, Paragraph
from deckgen.style import TextStyle
from deckgen.vague import INNER_SUFFIXES

GAP = px(10)
MARGIN = px(18)
PADDING = px(10)  # above and below the text of a card, which shrinks first
TIGHT_PADDING = px(1)
MARK_WIDTH = px(42)
MARK_TEXT = "待填"
STRIP_MOST = 6  # cards in one row across the slide
ROLES = ("figure-label", "figure-value", "figure-unit", "figure-change")


class Measure(Struct, frozen=True):
    """What all cards of one slide share: the step of each role, and how many lines their labels have."""

    label_step: int
    value_step: int
    label_lines: int
    has_change: bool


def unit_of(figure: Figure) -> str:
    """What stands small behind the value: 余 and the unit, or the unit and 以上."""
    if figure.suffix in INNER_SUFFIXES:
        return figure.suffix + figure.shown_unit
    return figure.shown_unit + figure.suffix


def label_of(figure: Figure) -> str:
    """The label and what stands before the value, for those who hear it: 地区生产总值（预计）."""
    return f"{figure.label}（{figure.prefix}）" if figure.prefix else figure.label


def place_figures(page: Page, figures: Sequence[Figure], cells: Sequence[Box]) -> None:
    """One card a cell, all of one size of type; what does not fit is reported at the ledger's entry."""
    measure = measured(page, figures, cells)
    changing = {cell.y for figure, cell in zip(figures, cells, strict=True) if figure.change}
    for figure, cell in zip(figures, cells, strict=True):
        page.add(card(page, figure, cell, structs.replace(measure, has_change=cell.y in changing)))


def measured(page: Page, figures: Sequence[Figure], cells: Sequence[Box]) -> Measure:
    width = cells[0].width - 2 * MARGIN
    height = cells[0].height - 2 * PADDING
    has_change = any(figure.change for figure in figures)
    value_step = page.deck.typesetter.largest(
        ("figure-value",), lambda step: all(value_width(page, f, step) <= value_room(f, width) for f in figures)
    )
    for figure in figures:
        if value_width(page, figure, value_step) > value_room(figure, width):
            page.deck.findings.error(figure.source, "layout/figure-too-wide", name=figure.name, text=figure.text)
    best = Measure(0, value_step, 1, has_change)
    for label_step in page.deck.typesetter.steps("figure-label"):
        lines = max(sense_count(f.label, page.setting("figure-label", label_step), width) for f in figures)
        best = Measure(label_step, value_step, lines, has_change)
        too_wide = [f for f in figures if f.change and page.setting("figure-change", label_step).width(f.change.text) > width]
        if lines == 1 and not too_wide:
            break
    for figure in too_wide:
        setting = page.setting("figure-change", best.label_step)
        text = Text((Run(figure.change.text if figure.change else ""),), figure.source)
        page.overflow(text, "change", setting, width, 1)
    while card_height(page, best) > height and best.value_step < page.deck.typesetter.steps("figure-value")[-1]:
        best = Measure(best.label_step, best.value_step + 1, best.label_lines, has_change)
    if best.label_lines > 2 or card_height(page, best) > cells[0].height - 2 * TIGHT_PADDING:
        longest = max(figures, key=lambda f: len(f.label))
        fits = width // max(1, page.setting("figure-label", best.label_step).width("字")) * 2
        over = max(1, len(longest.label) - fits)
        page.deck.findings.error(longest.source, "layout/overflow", what="label", over=over, fits=fits, length=len(longest.label))
    return best


def value_room(figure: Figure, width: Emu) -> Emu:
    """What a value may take of a card's width: the 待填 mark stands at its right."""
    return width if figure.known else width - MARK_WIDTH


def value_width(page: Page, figure: Figure, step: int) -> Emu:
    value, small = page.setting("figure-value", step), page.setting("figure-unit")
    around = sum(small.width(f"{words} ") + value.script_gap for words in (figure.prefix, unit_of(figure)) if words)
    return value.width(figure.number) + around


def card_height(page: Page, measure: Measure) -> Emu:
    change = page.setting("figure-change", measure.label_step).line_height if measure.has_change else 0
    return label_height(page, measure) + page.setting("figure-value", measure.value_step).line_height + change


def label_height(page: Page, measure: Measure) -> Emu:
    return page.setting("figure-label", measure.label_step).line_height * measure.label_lines


def card(page: Page, figure: Figure, cell: Box, measure: Measure) -> Group:
    """A named group: the card with its text, and the 待填 mark while the figure is unknown."""
    surface = page.surface("figure" if figure.known else "pending")
    width = cell.width - 2 * MARGIN
    items: list[Item] = [*surface_items(f"底 {figure.label}", cell, surface)]
    items.append(
        text_box(
            f"数据 {figure.label}",
            cell,
            card_paragraphs(page, figure, width, measure),
            anchor="ctr",
            margins=(MARGIN, 0, MARGIN, 0),
            source=figure.source,
        )
    )
    if not figure.known:
        above = (cell.height - card_height(page, measure)) // 2 + label_height(page, measure)
        items.append(pending_mark(page, cell, cell.y + above + page.setting("figure-value", measure.value_step).line_height // 2))
    return Group(name=f"指标卡 {figure.label}", box=cell, items=tuple(items), alt=described(figure), source=figure.source)


def card_paragraphs(page: Page, figure: Figure, width: Emu, measure: Measure) -> tuple[Paragraph, ...]:
    label = page.setting("figure-label", measure.label_step)
    lines = sense_lines(figure.label, label, width)
    # A shorter label keeps an empty line above it, so that the values of neighbours stand on one line.
    padded = ("",) * (measure.label_lines - len(lines)) + lines
    found = [Paragraph(tuple((scene.Run(line, label.style),) for line in padded), label.leading, hard=True)]
    found.append(value_paragraph(page, figure, measure.value_step))
    if measure.has_change:
        # A card without a change keeps an empty line, so that the values of its row stand on one line.
        found.append(one_line(figure.change.text if figure.change else "", page.setting("figure-change", measure.label_step)))
    return tuple(found)


def value_paragraph(page: Page, figure: Figure, step: int) -> Paragraph:
    value = page.setting("figure-value", step)
    unit = page.setting("figure-unit", 0)
    runs = [scene.Run(f"{figure.prefix} ", page.setting("figure-change").style)] if figure.prefix else []
    runs.append(scene.Run(figure.number, shade(value, figure)))
    if unit_of(figure):
        runs.append(scene.Run(" " + unit_of(figure), shade(unit, figure)))
    return Paragraph((tuple(runs),), value.leading)


def shade(setting: Setting, figure: Figure) -> TextStyle:
    """Red for what is known, gold for what is not."""
    return setting.style if figure.value is not None else setting.strong


def pending_mark(page: Page, cell: Box, middle: Emu) -> Item:
    """待填 at the right of a card, level with its value, so that nobody presents an X by mistake."""
    height = px(23)
    box = Box(cell.right - MARK_WIDTH - px(12), middle - height // 2, MARK_WIDTH, height)
    words = one_line(MARK_TEXT, page.setting("pending"), Fall("ctr"))
    return text_box(MARK_TEXT, box, (words,), anchor="ctr", surface=page.surface("pending-mark"), wraps=False)


def described(figure: Figure) -> str:
    """The card as a sentence, for those who hear it."""
    words = f"{label_of(figure)}：{figure.text}"
    if figure.change:
        words += f"，{figure.change.text}"
    return words if figure.known else f"{words}（{MARK_TEXT}）"


def panel_grid(count: int) -> tuple[int, ...]:
    """How many cards stand in each row of a panel beside a list."""
    return {1: (1,), 2: (1, 1), 3: (1, 1, 1), 4: (2, 2), 5: (2, 2, 1), 6: (2, 2, 2), 7: (2, 2, 2, 1), 8: (2, 2, 2, 2)}[count]


def strip_grid(page: Page, figures: Sequence[Figure], width: Emu) -> tuple[int, ...]:
    """How many cards stand in each row of a strip `width` wide: one row where all values and labels fit it, else two."""
    count = len(figures)
    if count <= STRIP_MOST and fits_cards(page, figures, (width - GAP * (count - 1)) // count - 2 * MARGIN):
        return (count,)
    return (-(-count // 2), count // 2) if count > 1 else (1,)


def fits_cards(page: Page, figures: Sequence[Figure], width: Emu) -> bool:
    """Whether cards with so much room hold every value at a readable size, and every label on one line."""
    label = page.setting("figure-label", page.deck.typesetter.steps("figure-label")[-1])
    step = page.deck.typesetter.steps("figure-value")[-1] - 1
    return all(value_width(page, f, step) <= value_room(f, width) and label.width(f.label) <= width for f in figures)


def cells_of(box: Box, rows: Sequence[int], gap: Emu = GAP) -> list[Box]:
    """Cells row by row, each row filling the width."""
    return [cell for row, count in zip(box.rows(len(rows), gap), rows, strict=True) for cell in row.columns(count, gap)]
