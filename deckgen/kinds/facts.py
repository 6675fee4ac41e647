"""Facts beside a chart or a picture: what is marked in one is set large, the rest below it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage
from deckgen.blocks.stack import Stack, stacked
from deckgen.blocks.values import mark_width, pending_mark
from deckgen.drawing import FINE
from deckgen.geometry import Box, px
from deckgen.names import Name
from deckgen.outline import Text
from deckgen.scene import ShapeBox
from deckgen.style import Color

FACT, SENTENCE, GROUND = Name("要点", "Fact"), Name("说明", "Sentence"), Name("待填底", "Ground of what is to come")
DASHED_PADDING = px(16)
RULE_GAP = px(12)
ACROSS_GAP = px(40)
PARTING = " ，,：:"


def place_facts(page: Page, facts: Sequence[Text], inner: Box, unknown: Sequence[bool] = (), across: bool = False) -> None:
    """Below one another (or `across`, beside one another), rules between them, all at the largest type that holds them; `unknown` ones are dashed and say so."""
    cells = inner.columns(len(facts), ACROSS_GAP) if across else inner.rows(len(facts), 2 * RULE_GAP)
    dashed = [*unknown, *[False] * (len(facts) - len(unknown))]
    stacks = [fact_stack(fact, FINE if x else None) for fact, x in zip(facts, dashed, strict=True)]
    clear = mark_width(page) + px(8) if any(dashed) else 0  # for the mark at the right
    fitted = page.fit(stacks, [cells[0].width - (2 * DASHED_PADDING if any(dashed) else 0) - clear] * len(facts), cells[0].height)
    figures, points = len(unknown), len(facts) - len(unknown)
    for number, (cell, x) in enumerate(zip(cells, dashed, strict=True)):
        if x:
            begin(page, number, figures, points)
            page.panel(page.name(GROUND), cell, "pending")
            page.add(pending_mark(page, cell, cell.y + cell.height // 2))
    for number, (fact, cell, stack) in enumerate(zip(facts, cells, fitted.stacks, strict=True), 1):
        begin(page, number - 1, figures, points)
        room = cell.inset(DASHED_PADDING, 0, DASHED_PADDING + clear) if any(dashed) else cell
        name = FACT if len(stack.parts) > 1 or split_fact(fact)[0] else SENTENCE
        page.stack(page.name(name, number), room, stack, anchor="t" if across and not any(dashed) else "ctr", source=fact.source)
        if number > 1:
            line = (
                Box(cell.x - ACROSS_GAP // 2, cell.y, px(1), cell.height) if across else Box(cell.x, cell.y - RULE_GAP, cell.width, px(1))
            )
            page.add(ShapeBox(name=page.names.short_rule, box=line, fill=page.surface("facts-rule").fill))


def begin(page: Page, index: int, figures: int, points: int) -> None:
    """The figures stand before the points and come with the last of them."""
    if index >= figures:
        page.entry(index - figures)
    elif points:
        page.entry(points - 1)


def fact_stack(fact: Text, color: Color | None = None) -> Stack:
    """What is marked large above the rest; without a mark all of it as text."""
    large, rest = split_fact(fact)
    return stacked(
        Passage(text=large, role="fact-value", breaks="sense", what="facts", color=color),
        Passage(text=rest, role="fact-text", breaks="running", what="facts", space_before=300),
    )


def split_fact(fact: Text) -> tuple[Text, Text]:
    """(what is marked, the rest without the marks that parted them)."""
    strong = tuple(structs.replace(run, strong=False) for run in fact.runs if run.strong)
    if not strong:
        return Text(), fact
    rest = [run for run in fact.runs if not run.strong]
    for at in range(1, len(rest)):  # what was marked stood between two spaces
        if rest[at - 1].text.endswith(" ") and rest[at].text.startswith(" "):
            rest[at] = structs.replace(rest[at], text=rest[at].text.lstrip(" "))
    if rest:
        rest[0] = structs.replace(rest[0], text=rest[0].text.lstrip(PARTING))
        rest[-1] = structs.replace(rest[-1], text=rest[-1].text.rstrip(PARTING))
    return Text(strong, fact.source), Text(tuple(run for run in rest if run.text), fact.source)
