"""How a slide of figures is set: the panel of the one that leads, and the cards of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import scene
from deckgen.blocks.cells import cells_of
from deckgen.blocks.figures import BAR_HEIGHT, fit_figures
from deckgen.blocks.icons import icon_items, square
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.progress import progress_items, target_words
from deckgen.blocks.surface import surface_items, text_box
from deckgen.blocks.values import CARD, SECOND, described, mark_width, number_width, pending_mark, printed, worded_value
from deckgen.drawing import INK, MUTED, PALE, PANEL
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.headline import place_headline
from deckgen.marks import marked
from deckgen.names import Name
from deckgen.outline import Run, Text
from deckgen.scene import Group, Item, Paragraph
from deckgen.style import Color

if TYPE_CHECKING:
    from deckgen.kinds.figures import Figures

HERO, HERO_TEXT, HERO_SENTENCE = Name("首要指标", "Headline"), Name("首要数据", "Headline figure"), Name("首要说明", "Headline text")
PROGRESS = Name("完成目标", "Progress")
LED = (3, 5, 7)
LARGE_MOST = 4  # cards; so few bear the type of a headline
HERO_SHARE, GAP = 35, 12  # percent of the content; design pixels
MARGIN, BAR, PART_GAP = px(30), px(16), px(14)
HERO_ICON = px(64)
FOOT = px(12) + BAR_HEIGHT  # of a card, for its bar
ROWS = {1: (1,), 2: (1, 1), 3: (2, 1), 4: (2, 2), 5: (2, 2, 1), 6: (2, 2, 2), 7: (2, 2, 2, 1), 8: (3, 3, 2)}  # beside the panel
ALONE = {2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3), 7: (4, 3), 8: (4, 4), 9: (3, 3, 3)}  # without one


def place_dashboard(page: Page, slide: Figures) -> str:
    """One figure alone is a large number; an odd number has a panel for the first; an even one is a grid, unless one is to lead."""
    names = list(dict.fromkeys([*([slide.hero.name] if slide.hero else []), *(use.name for use in slide.figures)]))
    figures = [page.deck.ledger.figures[name] for name in names]
    if len(figures) == 1:
        return place_headline(page, figures[0], slide.text)
    led = bool(slide.hero) or len(figures) in LED
    if page.layout == "hero" or (led and page.layout != "grid"):
        left, right = page.content.cut_left(page.content.width * HERO_SHARE // 100, page.gap(GAP))
        place_hero(page, figures[0], slide.text, left)
        place_cards(page, figures[1:], right, ROWS[len(figures) - 1])
        return "hero"
    if not slide.text:
        place_cards(page, figures, page.content, ALONE[len(figures)])
        return "grid"
    sentence = Passage(text=slide.text, role="number-text", breaks="clauses").at(page.typesetter, 0, page.content.width)
    grid, _ = page.content.cut_top(page.content.height - sentence.height - px(20))
    if sentence.line_count > 2:
        page.overflow(sentence, 2)
    place_cards(page, figures, grid, ALONE[len(figures)])
    place_sentence(page, slide.text, sentence, grid)
    return "grid"


def place_sentence(page: Page, text: Text, sentence: SetPassage, above: Box) -> None:
    """At the foot of the content, read after the cards that stand above it."""
    box = Box(above.x, above.bottom + px(16), above.width, sentence.height + px(3))
    page.text(page.name(HERO_SENTENCE), box, (sentence.paragraph(),), source=text.source)


def place_cards(page: Page, figures: list[Figure], box: Box, rows: tuple[int, ...]) -> None:
    foot = FOOT if any(figure.target for figure in figures) else 0
    cells = cells_of(box, rows, page.gap(GAP))
    fit_figures(page, figures, cells, SECOND if len(figures) <= LARGE_MOST else CARD, foot=foot).place(page)


# ---- the panel


def place_hero(page: Page, figure: Figure, sentence: Text, box: Box) -> None:
    """Label, value, unit with rank, change with comparison, the way to the target, a sentence: from the top, spread over the panel."""
    inner = box.inset(MARGIN, px(26))
    dark = figure.known
    ink, soft = (None, None) if dark else (INK, MUTED)
    value = hero_value(page, figure, inner.width)
    label = hero_label(page, figure, inner.width - (HERO_ICON + px(8) if figure.icon else 0), soft)
    facts = [
        one_line(words, page.setting("hero-fact", fact_step(page, words, inner.width)), color=ink)
        for words in fact_lines(page, figure, inner.width)
    ]
    paragraphs = (label.paragraph(), value, *facts)
    words = target_words(page, figure)
    closing = hero_sentence(page, sentence, inner.width, ink)
    head = sum(scene.paragraph_height(paragraph) for paragraph in paragraphs)
    bar = page.setting("hero-fact").line_height + px(8) + BAR if words else 0
    tail = closing.height if closing else 0
    spare = inner.height - head - bar - tail
    if spare < 0:
        page.overflow(closing or label, 0)
    gaps = max(1, bool(words) + bool(closing) + 1)
    pause = max(0, min(px(40), spare // gaps))
    top = inner.y + max(0, spare - pause * (bool(words) + bool(closing))) * 2 // 5
    surface = page.surface("hero" if dark else "hero-pending")
    text = text_box(page.name(HERO_TEXT), Box(inner.x, top, inner.width, head), paragraphs, wraps=False, source=figure.source)
    items: list[Item] = [*surface_items(f"{page.names.ground} {figure.label}", box, surface, page.language), text]
    if figure.icon:
        color = None if not dark else PALE
        items += icon_items(page, figure.icon, square(inner.right - HERO_ICON, top + label.setting.line_height // 2, HERO_ICON), color)
    if not dark:
        middle = top + label.height + scene.paragraph_height(value) // 2
        items.append(pending_mark(page, box, middle))
    top += head + pause
    if words:
        items += hero_progress(page, figure, Box(inner.x, top, inner.width, bar), words, soft)
        top += bar + pause
    alt = page.language.furniture.comma.join(filter(None, (described(figure, page.language), *fact_words(page, figure), words)))
    page.add(Group(name=f"{page.name(HERO)} {figure.label}", box=box, items=tuple(items), alt=alt, source=figure.source))
    if closing:
        page.text(
            page.name(HERO_SENTENCE), Box(inner.x, top, inner.width, closing.height + px(3)), (closing.paragraph(),), source=sentence.source
        )


def hero_value(page: Page, figure: Figure, width: Emu) -> Paragraph:
    mark = 0 if figure.known else mark_width(page)
    step = page.typesetter.largest(
        "hero-value", lambda one: number_width(figure, one) <= width and one.width(figure.number) + mark <= width
    )
    setting = page.setting("hero-value", step)
    if number_width(figure, setting) > width:
        if words := worded_value(page, figure, page.setting("hero-value"), width):
            return words.paragraph()
        page.deck.findings.error(figure.source, "layout/figure-too-wide", name=figure.name, text=figure.text)
    style = setting.style if figure.known else setting.style.with_color(setting.role.strong)
    return Paragraph(((printed(figure, figure.number, "value", style),),), setting.leading)


def hero_label(page: Page, figure: Figure, width: Emu, color: Color | None) -> SetPassage:
    aside = page.language.aside(figure.prefix) if figure.prefix else ""
    text = Text((Run(figure.label + aside, figure=figure.name, part="label"),), figure.source)
    passage = Passage(text=text, role="hero-label", what="label", color=color)
    made = [passage.at(page.typesetter, step, width) for step in page.typesetter.steps("hero-label")]
    best = next((one for one in made if one.line_count == 1), made[-1])
    if best.line_count > 2:
        page.overflow(best, 2)
    return best


def hero_sentence(page: Page, sentence: Text, width: Emu, color: Color | None) -> SetPassage | None:
    if not sentence:
        return None
    passage = Passage(text=sentence, role="hero-text", breaks="clauses", color=color)
    made = [passage.at(page.typesetter, step, width) for step in page.typesetter.steps("hero-text")]
    best = next((one for one in made if one.line_count <= 2), made[-1])
    if best.line_count > 3:
        page.overflow(best, 3)
    return best


def fact_words(page: Page, figure: Figure) -> list[str]:
    rank = page.language.ranked(figure.rank) if figure.rank else ""
    others = [page.language.phrase(f"{name} ", figure.worded(amount)) for name, amount in figure.compare.items()]
    return [word for word in (rank, *others) if word]


def fact_lines(page: Page, figure: Figure, width: Emu) -> list[str]:
    """The unit with the rank, the change with what others have; a line each where two are too wide for one."""
    rank = [page.language.ranked(figure.rank)] if figure.rank else []
    others = [page.language.phrase(f"{name} ", figure.worded(amount)) for name, amount in figure.compare.items()]
    change = [marked(figure.change)] if figure.change else []
    floor = page.setting("hero-fact", page.typesetter.floor("hero-fact"))
    lines: list[str] = []
    for phrases in ([figure.tail.strip(), *rank], [*change, *others]):
        said = [phrase for phrase in phrases if phrase]
        whole = page.language.apart(said)
        lines += [whole] if floor.width(whole) <= width else said
    return [line for line in lines if line]


def fact_step(page: Page, words: str, width: Emu) -> int:
    step = page.typesetter.largest("hero-fact", lambda one: one.width(words) <= width)
    if page.setting("hero-fact", step).width(words) > width:
        text = Text((Run(words),), page.source)
        page.overflow(Passage(text=text, role="hero-fact", what="change").set_in(page.setting("hero-fact", step), width), 1)
    return step


def hero_progress(page: Page, figure: Figure, box: Box, words: str, color: Color | None) -> list[Item]:
    """How much of the target, over its bar."""
    setting = page.setting("hero-fact", fact_step(page, words, box.width))
    line = Box(box.x, box.y, box.width, setting.line_height)
    bar = Box(box.x, box.bottom - BAR, box.width, BAR)
    paragraph = one_line(words, setting, color=color or PALE)
    name = f"{page.name(PROGRESS)} {figure.label}"
    track = Color("lt1", alpha=25) if color is None else PANEL
    return [
        text_box(name, line, (paragraph,), wraps=False, source=figure.source),
        *progress_items(page, figure, bar, track, PALE if color is None else None),
    ]
