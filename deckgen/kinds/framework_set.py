"""How a framework is set: a bar, then rows of a name and its members."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage
from deckgen.blocks.setting import Setting
from deckgen.blocks.stack import SetStack, stacked
from deckgen.blocks.surface import edge_items
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.framework import MEMBER, MEMBERS_MOST, TIER, TOP, Framework, Tier
from deckgen.outline import NO_TEXT, Run, Text
from deckgen.scene import Paragraph, StyledRun

TOP_HEIGHT, TOP_GAP, TOP_MARGIN = px(86), px(18), px(24)
TIER_MOST, TALL_TIER, TIER_GAP = px(132), px(172), px(16)
NAME_SHARE, NAME_LEAST = 200, px(176)  # of the width, in thousandths
NAME_MARGIN, NUMERAL_GAP = px(8), px(6)
MEMBER_GAP, NARROW_GAP = 16, 10
MEMBER_MARGIN, NARROW_MARGIN = px(10), px(3)
NARROW = px(150)


def place_framework(page: Page, slide: Framework) -> str:
    top, tiers = headed(page, slide)
    area = page.content
    bar = TOP_HEIGHT + (TOP_GAP if tiers else 0) if top else 0
    height = min(TIER_MOST if len(tiers) > 2 else TALL_TIER, (area.height - bar - TIER_GAP * (len(tiers) - 1)) // max(1, len(tiers)))
    block = bar + (height + TIER_GAP) * len(tiers) - (TIER_GAP if tiers else 0)
    y = area.y + max(0, area.height - block) * 2 // 5
    if top:
        place_top(page, top, Box(area.x, y, area.width, TOP_HEIGHT))
    rows = [Box(area.x, y + bar + n * (height + TIER_GAP), area.width, height) for n in range(len(tiers))]
    if rows:
        place_tiers(page, tiers, rows)
    return "framework"


def headed(page: Page, slide: Framework) -> tuple[Text, tuple[Tier, ...]]:
    """The words of the bar, and the tiers under it: a first tier of one member becomes the bar where there is none."""
    tiers = slide.tiers
    if slide.top or not tiers or len(tiers[0].items) != 1 or len(tiers) == 1:
        return slide.top, tiers
    first = tiers[0]
    numeral = first.numeral
    runs = first.name.runs
    if numeral and runs[0].text.startswith(numeral) and not runs[0].figure:
        runs = (Run(numeral, strong=True), structs.replace(runs[0], text=runs[0].text[len(numeral) :]), *runs[1:])
    return Text((*runs, Run(page.language.furniture.colon), *first.items[0].runs), first.name.source), tiers[1:]


def place_top(page: Page, top: Text, box: Box) -> None:
    passage = Passage(text=top, role="framework-top", align="ctr", what="top")
    words = page.fit([stacked(passage)], [box.width - 2 * TOP_MARGIN], box.height - px(8)).stacks[0]
    page.text(
        page.name(TOP), box, words.paragraphs, page.surface("framework-top"), anchor="ctr", margins=(TOP_MARGIN, 0, TOP_MARGIN, 0),
        placeholder=page.placeholders["top1"], source=top.source,
    )  # fmt: skip


def place_tiers(page: Page, tiers: Sequence[Tier], rows: Sequence[Box]) -> None:
    width = max(rows[0].width * NAME_SHARE // 1000, NAME_LEAST)
    names, numeral = fitted_names(page, tiers, width, rows[0].height)
    most = max(len(tier.items) for tier in tiers)
    gap = page.gap(MEMBER_GAP if (rows[0].width - width) // most >= NARROW else NARROW_GAP)
    cells = [row.cut_left(width, px(MEMBER_GAP))[1].columns(len(tier.items), gap) for tier, row in zip(tiers, rows, strict=True)]
    members = fitted_members(page, tiers, cells)
    for index, (tier, row) in enumerate(zip(tiers, rows, strict=True)):
        page.entry(index)
        box = Box(row.x, row.y, width, row.height)
        page.text(
            page.name(TIER, index + 1, tier.name.plain), box, (numbered(tier, names[index], numeral),), page.surface("framework-name"),
            anchor="ctr", margins=(NAME_MARGIN, 0, NAME_MARGIN, 0), placeholder=page.placeholders[f"tier{index + 1}"], source=tier.source,
        )  # fmt: skip
        for number, (cell, item) in enumerate(zip(cells[index], tier.items, strict=True)):
            place_member(page, index * MEMBERS_MOST + number + 1, item, cell, members.pop(0))


def fitted_names(page: Page, tiers: Sequence[Tier], width: Emu, height: Emu) -> tuple[list[SetPassage], Setting]:
    """The names without their numerals, and how these are set: large beside names of one line, else smaller."""
    for step in page.typesetter.steps("framework-numeral"):
        numeral = page.setting("framework-numeral", step)
        passages = [Passage(text=counted(tier), role="framework-name", align="ctr", what="name") for tier in tiers]
        clear = [width - 2 * NAME_MARGIN - numeral_width(tier, numeral) for tier in tiers]
        for size in page.typesetter.steps("framework-name"):
            setting = page.setting("framework-name", size)
            names = [passage.set_in(setting, room) for passage, room in zip(passages, clear, strict=True)]
            lines = min(2 if step else 1, height // numeral.line_height)
            if all(name.line_count <= lines and not name.splits_word for name in names):
                return names, numeral
    for name in names:
        if name.line_count > lines or name.splits_word:
            page.overflow(name, lines)
    return names, numeral


def numeral_width(tier: Tier, numeral: Setting) -> Emu:
    return numeral.width(tier.numeral) + numeral.script_gap + NUMERAL_GAP if tier.numeral else 0


def counted(tier: Tier) -> Text:
    """What stands behind the numeral: 大主导产业."""
    left = len(tier.numeral)
    runs = []
    for run in tier.name.runs:
        runs.append(structs.replace(run, text=run.text[left:]))
        left = max(0, left - len(run.text))
    kept = tuple(run for run in runs if run.text)
    return Text(kept, tier.name.source) if kept else NO_TEXT


def numbered(tier: Tier, name: SetPassage, numeral: Setting) -> Paragraph:
    """The name with its numeral in front, larger and on the same baseline."""
    paragraph = name.paragraph()
    if not tier.numeral:
        return paragraph
    first, *others = paragraph.lines
    return structs.replace(paragraph, lines=((StyledRun(tier.numeral, numeral.style), *first), *others), leading=numeral.leading)


def fitted_members(page: Page, tiers: Sequence[Tier], cells: Sequence[Sequence[Box]]) -> list[SetStack]:
    members = [stacked(Passage(text=item, role="framework-item", align="ctr", what="items")) for tier in tiers for item in tier.items]
    widths = [cell.width - 2 * member_margin(cell) for row in cells for cell in row]
    return list(page.fit(members, widths, cells[0][0].height - px(10)).stacks)


def member_margin(cell: Box) -> Emu:
    return MEMBER_MARGIN if cell.width >= NARROW else NARROW_MARGIN


def place_member(page: Page, number: int, item: Text, cell: Box, words: SetStack) -> None:
    surface = page.surface("framework-item")
    name, margin = page.name(MEMBER, number, item.plain), member_margin(cell)
    page.text(
        name, cell, words.paragraphs, surface, anchor="ctr", margins=(margin, 0, margin, 0),
        placeholder=page.placeholders[f"item{number}"], source=item.source,
    )  # fmt: skip
    page.add(*edge_items(name, cell, surface, page.language))
