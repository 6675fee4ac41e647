"""Objectives: a panel with the year; cards while any target is X, a native chart once all are known."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from deckgen import scene
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.objectives import Objectives
from deckgen.layout.figures import MARK_TEXT, MARK_WIDTH, described, label_of, pending_mark, shade, unit_of
from deckgen.layout.frame import claim_words, titled_page
from deckgen.layout.page import Deck, Page, Place, surface_items, text_box
from deckgen.layout.typeset import Fall, Setting, one_line, paragraph, sense_count, sense_lines
from deckgen.outline import Run, Text
from deckgen.scene import ChartBox, Group, Item, Paragraph
from deckgen.style import Color, TextStyle

CHART_LEAST = 2  # one bar is no chart
PANEL_MOST = 2  # more targets beside the chart than these do not fit the panel
CARD_MARGIN = px(24)
LOW_CARD = px(110)  # lower inside, and the mark in the corner would touch the value


def objectives(slide: Objectives, deck: Deck, place: Place) -> scene.Slide:
    page = titled_page("objectives", slide, deck, place, title_lines=2)
    if slide.year:
        page.put("year", Text((Run(slide.year),), slide.source), max_lines=1)
    page.put("heading", slide.heading, max_lines=2)
    figures = [page.figure(use) for use in slide.figures]
    growth = [figure for figure in figures if figure.unit == "%" and isinstance(figure.value, Decimal)]
    if len({figure.prefix for figure in growth}) > 1:
        growth = []  # 增长5% and 达到98% are no bars of one chart
    others = [figure for figure in figures if figure not in growth]
    if all(figure.known for figure in figures) and len(growth) >= CHART_LEAST and len(others) <= PANEL_MOST:
        place_panel(page, slide, others)
        place_chart(page, growth)
        arrangement = "chart"
    else:
        page.put("text", slide.text)
        place_cards(page, figures)
        arrangement = "cards"
    return page.finish(slide.title, arrangement, slide.notes, claim_words(slide))


def place_panel(page: Page, slide: Objectives, figures: Sequence[Figure]) -> None:
    """Targets that are no growth rates stand on the panel; without any, the panel keeps its sentence."""
    if not figures:
        page.put("text", slide.text)
        return
    box = page.spec.places["text"].box
    align = page.spec.places["text"].align
    top = box.y
    for figure in figures:
        step = page.deck.typesetter.largest(("panel-value",), lambda s, f=figure: panel_width(page, f, s) <= box.width)  # type: ignore[misc]
        label, value = page.setting("panel-label"), page.setting("panel-value", step)
        runs = [scene.Run(figure.number, value.style)]
        if unit_of(figure):
            runs.append(scene.Run(" " + unit_of(figure), page.setting("panel-unit").style))
        paragraphs = (one_line(f"{figure.label}{figure.prefix}", label, Fall(align)), Paragraph((tuple(runs),), value.leading, align))
        height = sum(scene.paragraph_height(p) for p in paragraphs)
        page.text(f"目标 {figure.label}", Box(box.x, top, box.width, height), paragraphs, source=figure.source)
        top += height + px(20)
    if top > box.bottom:
        page.deck.findings.error(page.source, "layout/crowded", count=len(figures))
    page.put("text", slide.text, below=top)


def panel_width(page: Page, figure: Figure, step: int) -> Emu:
    value = page.setting("panel-value", step)
    return value.width(figure.number) + page.setting("panel-unit").width(" " + unit_of(figure)) + value.script_gap


def place_chart(page: Page, figures: Sequence[Figure]) -> None:
    prefixes = {figure.prefix for figure in figures}
    title = f"预期{prefixes.pop()}（%）" if len(prefixes) == 1 and "" not in prefixes else "预期目标（%）"
    setting = page.setting("chart-title")
    content = page.content
    page.text("图表标题", Box(content.x, content.y, content.width, setting.line_height), (one_line(title, setting),))
    decimals = max(max(0, -int(value.as_tuple().exponent)) for figure in figures if isinstance(value := figure.value, Decimal))
    places = max([decimals, *(figure.decimals or 0 for figure in figures)])
    fill = page.surface("chart").fill
    if fill is None:
        fill = Color("accent1")
    top = setting.line_height + px(12)
    page.add(
        ChartBox(
            name="图表 主要预期目标",
            box=Box(content.x, content.y + top, content.width, content.height - top),
            alt=f"{title}：" + "，".join(f"{figure.label}{figure.text}" for figure in figures),
            series=title,
            categories=tuple(figure.label for figure in figures),
            values=tuple(str(figure.value) for figure in figures),
            number_format=("0." + "0" * places if places else "0") + '"%"',
            fill=fill,
            label_style=page.setting("chart-value").style,
            axis_style=chart_axis_style(page, figures),
            source=page.source,
        )
    )


def chart_axis_style(page: Page, figures: Sequence[Figure]) -> TextStyle:
    """Labels may take a third of the chart."""
    room = page.content.width * 36 // 100
    step = page.deck.typesetter.largest(
        ("chart-label",), lambda s: all(page.setting("chart-label", s).width(figure.label) <= room for figure in figures)
    )
    return page.setting("chart-label", step).style


def place_cards(page: Page, figures: Sequence[Figure]) -> None:
    if not figures:
        return
    columns = 1 if len(figures) <= 3 else 2
    rows = -(-len(figures) // columns)
    counts = [min(columns, len(figures) - columns * row) for row in range(rows)]
    cells = [
        cell
        for row, count in zip(page.content.at_most(px(180) * rows).rows(rows, px(16)), counts, strict=True)
        for cell in row.columns(count, px(16))
    ]
    side = page.options["cards"] == "side"
    prefixed = any(figure.prefix for figure in figures)
    value_step, label_step = steps(page, figures, cells, side)
    for figure, cell in zip(figures, cells, strict=True):
        page.add(card(page, figure, cell, (label_step, value_step), side, prefixed))


def steps(page: Page, figures: Sequence[Figure], cells: Sequence[Box], side: bool) -> tuple[int, int]:
    """Steps of value and label at which every card holds both, beside one another or stacked."""
    width = cells[0].width - 2 * CARD_MARGIN
    height = cells[0].height - px(16)
    typesetter = page.deck.typesetter

    def fits(step: int) -> bool:
        value, label, prefix = (
            page.setting("objective-value", step),
            page.setting("objective-label", step),
            page.setting("objective-prefix", step),
        )
        if side:
            return all(
                label_fits(f, label, width - taken(page, f, step, height) - px(16), height - (prefix.line_height if f.prefix else 0))
                and prefix.width(f.prefix) <= width // 3
                for f in figures
            )
        stacked = value.line_height + label.line_height + prefix.line_height
        widths = (max(value_width(page, f, step), label.width(f.label), prefix.width(f.prefix)) for f in figures)
        return stacked <= height and max(widths) <= width

    step = typesetter.largest(("objective-value", "objective-label"), fits)
    if not fits(step):
        longest = max(figures, key=lambda f: len(f.label) + len(f.text))
        label = page.setting("objective-label", step)
        value = value_width(page, longest, step) if side else 0
        room = max(1, (width - value - px(16)) // label.width("字"))
        page.deck.findings.error(
            longest.source, "layout/overflow", what="label", over=max(1, len(longest.label) - room), fits=room, length=len(longest.label)
        )
    return step, step


def value_runs(page: Page, figure: Figure, step: int) -> list[scene.Run]:
    """The number with its percent sign at full size, any other unit small behind it."""
    value, small = page.setting("objective-value", step), page.setting("figure-unit")
    unit = unit_of(figure)
    if unit in ("", "%"):
        return [scene.Run(figure.number + unit, shade(value, figure))]
    return [scene.Run(figure.number, shade(value, figure)), scene.Run(f" {unit}", shade(small, figure))]


def value_width(page: Page, figure: Figure, step: int) -> Emu:
    value, small = page.setting("objective-value", step), page.setting("figure-unit")
    unit = unit_of(figure)
    if unit in ("", "%"):
        return value.width(figure.number + unit)
    return value.width(figure.number) + small.width(f" {unit}") + value.script_gap


def taken(page: Page, figure: Figure, step: int, height: Emu) -> Emu:
    """What the value takes of a card's width; on a low card the 待填 mark stands at its left."""
    beside = 0 if figure.known or height >= LOW_CARD else MARK_WIDTH + px(8)
    return value_width(page, figure, step) + beside


def label_fits(figure: Figure, label: Setting, room: Emu, height: Emu) -> bool:
    """A label may take two lines beside its value."""
    if room <= label.width("字" * 4):
        return False
    lines = sense_count(figure.label, label, room)
    return lines <= 2 and lines * label.line_height <= height


def card(page: Page, figure: Figure, cell: Box, step: tuple[int, int], side: bool, prefixed: bool) -> Group:
    surface = page.surface("objective" if figure.known else "objective-pending")
    label, prefix = page.setting("objective-label", step[0]), page.setting("objective-prefix", step[0])
    value = page.setting("objective-value", step[1])
    items: list[Item] = [*surface_items(f"底 {figure.label}", cell, surface)]
    words = Paragraph((tuple(value_runs(page, figure, step[1])),), value.leading, "r" if side else "l")
    inner = cell.inset(CARD_MARGIN, px(8))
    if side:
        right_width = value_width(page, figure, step[1]) + px(4)
        left = Box(inner.x, inner.y, inner.width - taken(page, figure, step[1], inner.height) - px(16), inner.height)
        items.append(
            text_box(f"名称 {figure.label}", left, label_paragraphs(page, figure, left.width, label.role.name, step[0]), anchor="ctr")
        )
        right = Box(inner.right - right_width, inner.y, right_width, inner.height)
        items.append(text_box(f"数值 {figure.label}", right, (words,), anchor="ctr", wraps=False))
    else:
        name = one_line(figure.label, label)
        under = (one_line(figure.prefix, prefix),) if prefixed else ()
        items.append(text_box(f"数据 {figure.label}", inner, (name, words, *under), anchor="ctr"))
    if not figure.known:
        low = side and inner.height < LOW_CARD
        place = Box(cell.x, cell.y, cell.width - value_width(page, figure, step[1]) - px(24), cell.height) if low else cell
        middle = cell.y + cell.height // 2 if low else cell.y + px(22) if side else cell.bottom - px(22)
        items.append(pending_mark(page, place, middle))
    alt = described(figure) if side else f"{label_of(figure)} {figure.text}" + ("" if figure.known else f"（{MARK_TEXT}）")
    return Group(name=f"目标卡 {figure.label}", box=cell, items=tuple(items), alt=alt, source=figure.source)


def label_paragraphs(page: Page, figure: Figure, width: Emu, role: str, step: int) -> tuple[Paragraph, ...]:
    label = page.setting(role, step)
    text = Text((Run(figure.label),), figure.source)
    found = [paragraph(text, sense_lines(figure.label, label, width), label, hard=True)]
    if figure.prefix:
        found.append(one_line(figure.prefix, page.setting("objective-prefix", step)))
    return tuple(found)
