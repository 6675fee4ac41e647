"""How steps are set: arrows side by side, or cards around a loop."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from deckgen.blocks.leads import one_line_step
from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.stack import SetStack, stacked
from deckgen.geometry import EMU_PER_PX, Box, Emu, px
from deckgen.kinds.steps import STEP, TEXT, Steps
from deckgen.names import Name
from deckgen.outline import Point
from deckgen.scene import Group, Item, Path, ShapeBox

FLOW, LOOP, ARROW, NUMBER = Name("流程", "Process"), Name("闭环", "Loop"), Name("箭头", "Arrow"), Name("步骤序号", "Step number")
LOOP_LEAST = 3
NUMBER_GAP = px(16)  # between the numeral of an arrow and its lead
CHEVRON_HEIGHT, HIGH_CHEVRON, TALL_CHEVRON = px(104), px(200), px(264)  # with cards below, these low or high; without
BLOCK, LEAST_FILL = 80, 55  # percent: of the content that arrows and cards fill, of a card that its text takes at the least
POINT_DEPTH, CHEVRON_GAP = px(28), px(6)
INSET = px(4)  # of the words from point and notch
CARD_GAP = px(16)
PADDING_X, NARROW_PADDING, PADDING_Y = px(20), px(12), px(18)
NARROW = px(220)
CARD_LEAST = px(96)
TEXT_GAP = 400  # hundredths of a point
ARROW_LENGTH, ARROW_WIDTH = px(34), px(26)
LOOP_GAP_X, LOOP_GAP_Y = px(58), px(74)
BADGE = px(40)
LOOP_MARGIN = px(22)  # of the words from the edges of a card; as much again stands above them for the badge
LOOP_CARD_MOST, LOOP_CARD_LEAST = px(230), px(140)


class Arrow(Struct, frozen=True):
    """The arrows of a row: equally wide, each point in the notch of the next."""

    box: Box
    words: Box
    card: Box
    path: Path


def place_steps(page: Page, slide: Steps) -> str:
    if not slide.steps:
        return "row"
    if slide.cycle and len(slide.steps) >= LOOP_LEAST:
        place_loop(page, slide)
        return "loop"
    if slide.cycle:
        page.deck.findings.warn(slide.source, "layout/cycle-short", least=LOOP_LEAST, count=len(slide.steps))
    place_row(page, slide)
    return "row"


def place_row(page: Page, slide: Steps) -> None:
    """Arrows with what each is called, below them what each does; without a word of that the arrows are high and have numbers."""
    steps = slide.steps
    told = any(step.text for step in steps)
    arrows = arrows_of(page.content, len(steps), CHEVRON_HEIGHT if told else TALL_CHEVRON)
    number = page.setting("step-number", 0).line_height
    leads = fitted_leads(page, steps, arrows[-1].words, 0 if told else number + NUMBER_GAP)  # the first has no notch, and more room
    texts = fitted_texts(page, steps, arrows) if told else []
    below = CARD_GAP + max(CARD_LEAST, max(text.height for text in texts) + 2 * PADDING_Y + SLACK) if told else 0
    if told:
        height, below = grown(page.content.height, below, max(text.height for text in texts))
        arrows = arrows_of(page.content, len(steps), height)
    down = (page.content.height - arrows[0].box.height - below) // 2
    page.add(*flow(page, slide, [arrow.box.moved(dy=down) for arrow in arrows], [arrow.path for arrow in arrows]))
    for index, (step, arrow) in enumerate(zip(steps, arrows, strict=True)):
        page.entry(index)
        words = arrow.words.moved(dy=down)
        if not told or not step.lead:
            words = place_number(page, index, words, leads[index].height, number)
        page.stack(
            page.name(STEP, index + 1, step.lead.plain), words, leads[index],
            anchor="ctr" if told else "t", placeholder=page.placeholders[f"item{index + 1}"], source=step.source,
        )  # fmt: skip
        if step.text:
            place_card(page, index, step, arrow.card.moved(dy=down + arrow.box.height + CARD_GAP), below - CARD_GAP, texts[index])


def grown(room: Emu, below: Emu, text: Emu) -> tuple[Emu, Emu]:
    """How high arrows are, and the gap with the cards below them: both grow until they fill their part of the room, unless that
    leaves arrows or cards empty."""
    spare = max(0, room * BLOCK // 100 - CHEVRON_HEIGHT - below)
    more = min(HIGH_CHEVRON - CHEVRON_HEIGHT, spare // 2)
    card = max(below - CARD_GAP, min(text * 100 // LEAST_FILL, below - CARD_GAP + spare - more))
    return CHEVRON_HEIGHT + more, CARD_GAP + card


def arrows_of(area: Box, count: int, height: Emu) -> list[Arrow]:
    """At the top of the area: the last point ends at its right edge."""
    depth = POINT_DEPTH
    width = (area.width + (count - 1) * (depth - CHEVRON_GAP)) // count
    arrows = []
    for index in range(count):
        box = Box(area.x + index * (width - depth + CHEVRON_GAP), area.y, width, height)
        notch = depth if index else 0
        words = box.inset(max(notch, PADDING_X) + INSET, 0, depth + INSET, 0)
        card = Box(box.x, area.y, width - (depth + px(8) if count > 1 else 0), area.height - height - CARD_GAP)
        arrows.append(Arrow(box, words, card, chevron(box, depth, notch)))
    return arrows


def chevron(box: Box, depth: Emu, notch: Emu) -> Path:
    """An arrow that fills its box, its point so deep; `notch` is how far its left side gives way."""
    width, height, tip, cut = (length // EMU_PER_PX for length in (box.width, box.height, depth, notch))
    corners = [(0, 0), (width - tip, 0), (width, height // 2), (width - tip, height), (0, height)]
    return polygon(width, height, [*corners, (cut, height // 2)] if cut else corners)


def polygon(width: int, height: int, corners: Sequence[tuple[int, int]]) -> Path:
    return Path(width, height, (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ())))


def fitted_leads(page: Page, steps: Sequence[Point], words: Box, above: Emu) -> Sequence[SetStack]:
    """The leads on one line where that is possible; centred."""
    step = one_line_step(page, "step-lead", [one.lead.written for one in steps], words.width)
    leads = [stacked(Passage(text=one.lead, role="step-lead", align="ctr", what="lead", at_step=step)) for one in steps]
    return page.fit(leads, [words.width] * len(steps), words.height - above - px(16)).stacks


def fitted_texts(page: Page, steps: Sequence[Point], arrows: Sequence[Arrow]) -> Sequence[SetStack]:
    card = arrows[0].card
    texts = [stacked(Passage(text=step.text, role="step-text", breaks="running")) for step in steps]
    return page.fit(texts, [card.width - 2 * padding(card)] * len(steps), card.height - 2 * PADDING_Y - SLACK).stacks


def padding(card: Box) -> Emu:
    return PADDING_X if card.width >= NARROW else NARROW_PADDING


def flow(page: Page, slide: Steps, boxes: Sequence[Box], paths: Sequence[Path]) -> Sequence[Item]:
    """The arrows as one shape, spoken as what follows on what; apart where each comes with its step, since no client shows a part of a group."""
    surface = page.surface("step")
    shapes = tuple(
        ShapeBox(name=page.name(ARROW, number), box=box, path=path, fill=surface.fill, stroke=surface.stroke)
        for number, (box, path) in enumerate(zip(boxes, paths, strict=True), 1)
    )
    if page.reveal:
        return [structs.replace(shape, step=page.step_of(index)) for index, shape in enumerate(shapes)]
    first, last = boxes[0], boxes[-1]
    around = Box(first.x, first.y, last.right - first.x, first.height)
    return [Group(name=page.name(FLOW), box=around, items=shapes, alt=spoken(page, FLOW, slide.steps), source=slide.source)]


def spoken(page: Page, name: Name, steps: Sequence[Point]) -> str:
    """流程：任务分解 → 周督查 → 月分析."""
    said = [step.lead.plain or step.text.plain for step in steps]
    return page.language.titled(page.name(name), " → ".join([*said, said[0]] if name is LOOP else said))


def place_number(page: Page, index: int, words: Box, lead: Emu, number: Emu) -> Box:
    """The numeral above the lead, both on the middle of the arrow; what is left for the lead."""
    top = words.y + (words.height - number - NUMBER_GAP - lead) // 2
    setting = page.setting("step-number")
    place = Box(words.x, top, words.width, number)
    page.text(page.name(NUMBER, index + 1), place, (one_line(str(index + 1), setting, "ctr"),), decorative=True, wraps=False)
    return Box(words.x, top + number + NUMBER_GAP, words.width, lead + SLACK)


def place_card(page: Page, index: int, step: Point, card: Box, height: Emu, text: SetStack) -> None:
    card = Box(card.x, card.y, card.width, height)
    page.panel(page.language.numbered(page.names.card, index + 1), card, "step-card")
    page.stack(
        page.name(TEXT, index + 1), card.inset(padding(card), PADDING_Y), text,
        placeholder=page.placeholders[f"detail{index + 1}"], source=step.text.source,
    )  # fmt: skip


# ---- a loop


def place_loop(page: Page, slide: Steps) -> None:
    """Cards clockwise: the first half above, the others below from right to left, arrows from each to the next."""
    steps = slide.steps
    top = (len(steps) + 1) // 2
    most = (page.content.height - LOOP_GAP_Y - BADGE // 2) // 2
    gap = page.gap(LOOP_GAP_X // EMU_PER_PX)
    upper, lower = page.content.columns(top, gap), page.content.columns(len(steps) - top, gap)
    cells = [*upper, *reversed(lower)]
    words = [
        stacked(
            Passage(text=step.lead, role="loop-lead", what="lead"),
            Passage(text=step.text, role="loop-text", breaks="running", level=1, space_before=TEXT_GAP),
        )
        for step in steps
    ]
    left = LOOP_MARGIN + page.surface("loop-card").left_edge
    above = BADGE // 2 + px(6)
    texts = page.fit(words, [cell.width - left - LOOP_MARGIN for cell in cells], most - above - LOOP_MARGIN)
    height = min(max(texts.height + above + LOOP_MARGIN + SLACK, LOOP_CARD_LEAST), most)
    block = 2 * height + LOOP_GAP_Y + BADGE // 2
    y = page.content.y + BADGE // 2 + (page.content.height - block) * 2 // 5
    placed = [Box(cell.x, y if n < top else y + height + LOOP_GAP_Y, cell.width, height) for n, cell in enumerate(cells)]
    before = len(page.items)
    page.add(*arrows_around(page, placed, top))
    for index, (step, card) in enumerate(zip(steps, placed, strict=True)):
        page.entry(index)
        page.panel(page.language.numbered(page.names.card, index + 1), card, "loop-card")
        place_badge(page, index, card)
        inside = Box(card.x + left, card.y + above, card.width - left - LOOP_MARGIN, height - above - px(12))
        name = page.name(STEP, index + 1, step.lead.plain)
        page.stack(name, inside, texts.stacks[index], anchor="t" if step.text else "ctr", source=step.source)
    if not page.reveal:
        together(page, slide, before, placed)


def together(page: Page, slide: Steps, first: int, cards: Sequence[Box]) -> None:
    """The loop is one group, so that it is read in its own order, clockwise."""
    items = tuple(page.items[first:])
    del page.items[first:]
    top, right = cards[0].y - BADGE // 2, max(card.right for card in cards)
    around = Box(cards[0].x, top, right - cards[0].x, cards[-1].bottom - top)
    page.add(Group(name=page.name(LOOP), box=around, items=items, alt=spoken(page, LOOP, slide.steps), source=slide.source))


def place_badge(page: Page, index: int, card: Box) -> None:
    box = Box(card.x + LOOP_MARGIN, card.y - BADGE // 2, BADGE, BADGE)
    numeral = one_line(str(index + 1), page.setting("loop-number", 1), "ctr")
    page.text(page.name(NUMBER, index + 1), box, (numeral,), page.surface("loop-badge"), anchor="ctr", wraps=False)


def arrows_around(page: Page, cards: Sequence[Box], top: int) -> list[ShapeBox]:
    """To the right above, down, to the left below, up to the first."""
    fill = page.surface("loop-arrow").fill
    shapes = []
    for index, card in enumerate(cards):
        box, path = arrow_between(card, cards[(index + 1) % len(cards)], top_row=index < top)
        after = page.step_of(min(index + 1, len(cards) - 1))  # an arrow comes with what it points at, the last with the last card
        shapes.append(ShapeBox(name=page.name(ARROW, index + 1), box=box, path=path, fill=fill, step=after))
    return shapes


def arrow_between(card: Box, after: Box, top_row: bool) -> tuple[Box, Path]:
    long, wide = ARROW_LENGTH // EMU_PER_PX, ARROW_WIDTH // EMU_PER_PX
    head, shaft = wide // 2 + 2, wide // 3
    flat = [
        (0, shaft),
        (long - head, shaft),
        (long - head, 0),
        (long, wide // 2),
        (long - head, wide),
        (long - head, wide - shaft),
        (0, wide - shaft),
    ]
    if card.y == after.y:
        middle = card.y + card.height // 2
        between = (card.right + after.x) // 2 if top_row else (after.right + card.x) // 2
        box = Box(between - ARROW_LENGTH // 2, middle - ARROW_WIDTH // 2, ARROW_LENGTH, ARROW_WIDTH)
        return box, polygon(long, wide, flat if top_row else [(long - x, y) for x, y in flat])
    narrow = min(card, after, key=lambda one: one.width)
    middle, between = narrow.x + narrow.width // 2, (min(card.bottom, after.bottom) + max(card.y, after.y) - BADGE // 2) // 2
    box = Box(middle - ARROW_WIDTH // 2, between - ARROW_LENGTH // 2, ARROW_WIDTH, ARROW_LENGTH)
    return box, polygon(wide, long, [(y, x) for x, y in flat] if card.y < after.y else [(y, long - x) for x, y in flat])
