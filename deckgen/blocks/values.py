"""The line of a value: its number large, its unit small behind it, 待填 while it is X; and the change with its mark."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import text_box
from deckgen.drawing import DASHED, FINE, HAIRLINE, INK, LINE, MAIN, MUTED, WHITE
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.language import Language
from deckgen.marks import is_loss, marked, told, tone
from deckgen.outline import NO_TEXT, Run, Text
from deckgen.scene import Align, Item, Paragraph
from deckgen.style import Color, Stroke, TextStyle
from deckgen.theme import Surface, type_role

MARK_HEIGHT, MARK_PADDING, MARK_EDGE = px(24), px(6), px(12)
# How wide a number is taken to be that nobody knows yet, so that filling it in makes nothing smaller.
STAND_IN, STAND_IN_DECIMALS, STAND_IN_PERCENT = "0,000", "000.0", "00.0"
CHANGE_STAND_IN = Decimal("10.5")
WORDS, WORDS_LINES = "figure-words", 3
SPARE = 120  # percent: what a client's stand-in for a face that it lacks may take of a line that shares its row

ROLES = (
    type_role("figure-label", (1800, 1600), MUTED, FINE, leading=125),
    type_role("figure-value", (4400, 4000, 3600, 3200), MAIN, FINE, bold=True, leading=115),
    type_role("figure-words", (2800, 2600, 2400, 2200, 2000, 1800), MAIN, FINE, bold=True, leading=110),
    type_role("figure-unit", (1800,), MAIN, FINE, leading=115),
    type_role("figure-change", (1800,), INK, MAIN, bold=True, leading=125),
    type_role("headline-label", (2000, 1800), MUTED, FINE, leading=125),
    type_role("headline-value", (8000, 7200, 6600, 6000, 5400, 4800, 4400, 4000, 3600, 3200), MAIN, FINE, bold=True, leading=115),
    type_role("second-value", (6000, 5400, 4800, 4400, 4000, 3600, 3200), MAIN, FINE, bold=True, leading=115),
    type_role("headline-unit", (2000,), MAIN, FINE, leading=115),
    type_role("headline-change", (2000, 1800), INK, MAIN, bold=True, leading=125),
    type_role("pending", (1200,), FINE, MAIN, leading=120),
)
SURFACES = {
    "figure": Surface(fill=WHITE, stroke=HAIRLINE),
    "pending": Surface(fill=WHITE, stroke=DASHED),
    "pending-mark": Surface(stroke=Stroke(LINE, px(0.75))),
    # What went well and what did not: marks of change, bars of progress.
    "change-good": Surface(fill=MAIN),
    "change-bad": Surface(fill=FINE),
}


class ValueRoles(Struct, frozen=True):
    """The roles of one rank of cards, and their surfaces: of what is known and of what is not."""

    label: str
    value: str
    unit: str
    change: str  # "" for cards that do not tell it
    known: str = "figure"
    pending: str = "pending"


CARD = ValueRoles("figure-label", "figure-value", "figure-unit", "figure-change")
HEADLINE = ValueRoles("headline-label", "headline-value", "headline-unit", "headline-change")
# Few cards beside a headline: larger than cards of many, smaller than it.
SECOND = ValueRoles("headline-label", "second-value", "headline-unit", "headline-change")


# ---- words


def tail_words(figure: Figure) -> str:
    """What stands small behind the value, with the gap before it: 余 and the unit, the unit and 以上, the m of £12.4m."""
    tail = figure.tail
    return tail if not tail or figure.touches else f" {tail}"


def label_text(figure: Figure, language: Language) -> Text:
    """The label with what stands before the value behind it: 地区生产总值·预计."""
    label = Run(figure.label, figure=figure.name, part="label")
    aside = Run(language.aside(figure.prefix), strong=True, figure=figure.name, part="prefix")
    return Text((label, aside) if figure.prefix else (label,), figure.source)


def label_of(figure: Figure, language: Language) -> str:
    """The same for those who hear it: 地区生产总值（预计）."""
    return language.bracketed(figure.label, figure.prefix) if figure.prefix else figure.label


def described(figure: Figure, language: Language) -> str:
    """The card as a sentence, for those who hear it."""
    change = told(figure.change) if figure.change else ""
    return language.described(label_of(figure, language), figure.text, change, figure.known)


# ---- the value


def value_line(page: Page, figure: Figure, value: Setting, unit: Setting, align: Align = "l", color: Color | None = None) -> Paragraph:
    """Number and unit in one line that nothing breaks; a percent sign stands with its number in full size."""
    shade = color or value_color(value, figure)
    number, tail = parted(figure)
    runs = [printed(figure, number, "value", value.style.with_color(shade))]
    if tail:
        runs.append(printed(figure, tail, "unit", unit.style.with_color(shade)))
    return Paragraph((tuple(runs),), value.leading, align)


def printed(figure: Figure, text: str, part: str, style: TextStyle) -> scene.StyledRun:
    """What of a figure stands on its card."""
    return scene.StyledRun(text, style, source=figure.source, figure=f"{figure.name}.{part}")


def worded_value(page: Page, figure: Figure, value: Setting, width: Emu) -> SetPassage | None:
    """A value in words that is wider than its card, in two or three lines as high together as its line; None where it is none, or will not go."""
    if not isinstance(figure.value, str) or parted(figure)[1] or not figure.known:
        return None
    passage = Passage(
        text=Text((Run(figure.number, figure=figure.name, part="value"),), figure.source), role=WORDS, color=value_color(value, figure)
    )
    for step in page.typesetter.steps(WORDS):
        made = passage.at(page.typesetter, step, width)
        whole = not made.splits_word and made.widest <= width
        if whole and made.line_count <= WORDS_LINES and made.setting.leading * made.line_count <= value.leading:
            return made
    return None


def worded_lines(words: SetPassage, value: Setting) -> Paragraph:
    """Its lines, spread over the height of the line that they stand in place of."""
    return structs.replace(words.paragraph(), leading=value.leading // words.line_count)


def number_line(figure: Figure, value: Setting) -> Paragraph:
    """The number alone in its line; its unit stands below it."""
    return Paragraph(((printed(figure, parted(figure)[0], "value", value.style.with_color(value_color(value, figure))),),), value.leading)


def unit_line(figure: Figure, unit: Setting, change: SetPassage | None) -> Paragraph:
    """The unit, where it does not stand with its number, and the change behind it."""
    words = parted(figure)[1].strip()
    runs = [printed(figure, words, "unit", unit.style.with_color(value_color(unit, figure)))] if words else []
    if change:
        style = change.setting.style
        color = change.passage.color or style.color
        runs.append(printed(figure, f"{'  ' if words else ''}{change.passage.text.plain}", "change", style.with_color(color)))
    return Paragraph((tuple(runs),), max(unit.leading, change.setting.leading if change else 0))


def parted(figure: Figure) -> tuple[str, str]:
    """What stands large and what stands small behind it: (412.6, 亿元), (7.6%, "")."""
    words = words_of(figure)
    return words.large, words.small


class ValueWords(Struct, frozen=True, gc=False):
    """What the line of a value says, written once however often it is measured."""

    number: str
    large: str  # the number with what stands behind it in its own size: a percent sign
    small: str  # behind both, with the gap before it
    tail: str  # all that stands behind the number
    later: str  # what may stand large once it is known; "" where it is

    def number_width(self, value: Setting) -> Emu:
        """How wide what stands large is; of an X, how wide it will be once it is known, as far as one can know."""
        wide = value.width(self.large)
        return max(wide, value.width(self.later)) if self.later else wide

    def width(self, value: Setting, unit: Setting) -> Emu:
        """The same of the whole line."""
        return self.number_width(value) + (unit.width(self.small) + value.script_gap if self.small else 0)


def words_of(figure: Figure) -> ValueWords:
    number, tail = figure.number, figure.tail
    large = tail.strip() in ("%", "‰")
    behind = tail.strip() if large else ""
    small = "" if large else tail_words(figure)
    return ValueWords(number, number + behind, small, tail, stand_in(figure) + behind if figure.value is None else "")


def value_width(figure: Figure, value: Setting, unit: Setting) -> Emu:
    """How wide the line is; of an X, how wide it will be once it is known, as far as one can know."""
    return words_of(figure).width(value, unit)


def number_width(figure: Figure, value: Setting) -> Emu:
    """The same of the number alone."""
    wide = value.width(figure.number)
    return max(wide, value.width(stand_in(figure))) if figure.value is None else wide


def stand_in(figure: Figure) -> str:
    """A number such as may stand where nobody knows it yet."""
    if figure.unit == "%":
        return STAND_IN_PERCENT
    return STAND_IN_DECIMALS if figure.decimals or "亿" in figure.unit else STAND_IN


def value_color(setting: Setting, figure: Figure) -> Color:
    """The accent for what is known, gold for what is not; ink for a loss, which is no feat."""
    if figure.value is None:
        return setting.role.strong
    return INK if is_loss(figure) else setting.style.color


# ---- its change


def change_passage(page: Page, figure: Figure, role: str, align: Align = "l") -> Passage:
    """同比 ▲7.8%, in the colour of what it means; empty for a figure without a change."""
    words = marked(figure.change) if figure.change else ""
    text = Text((Run(words, figure=figure.name, part="change"),), figure.source) if words else NO_TEXT
    return Passage(text=text, role=role, what="change", align=align, color=change_color(page, figure))


def change_stand_in(figure: Figure) -> str:
    """What a change that is X may come to be: 同比 ▲00.0%; "" for one that is known."""
    change = figure.change
    return marked(structs.replace(change, value=CHANGE_STAND_IN)) if change and change.value is None else ""


def change_color(page: Page, figure: Figure) -> Color | None:
    """The colour of a figure that went well, or did not; None where that is no question, and for a surface that is no plain colour."""
    meant = {"good": "change-good", "bad": "change-bad", "plain": ""}[tone(figure)]
    color = page.surface(meant).fill if meant else None
    return color if isinstance(color, Color) else None


# ---- 待填


def mark_width(page: Page) -> Emu:
    """How wide the mark of the unknown is: 待填, To come."""
    return page.setting("pending").width(page.language.furniture.pending) + 2 * MARK_PADDING + px(4)


def pending_mark(page: Page, cell: Box, middle: Emu) -> Item:
    """待填 at the right of a card, level with its value, so that nobody presents an X by mistake."""
    mark = page.language.furniture.pending
    width = mark_width(page)
    box = Box(cell.right - width - MARK_EDGE, middle - MARK_HEIGHT // 2, width, MARK_HEIGHT)
    words = one_line(mark, page.setting("pending"), "ctr")
    return text_box(mark, box, (words,), page.surface("pending-mark"), anchor="ctr", wraps=False)
