"""The rows of a comparison: label, dumbbell scaled to the greater of its two ends, change."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from deckgen.blocks.cells import in_lanes
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, SetPassage, one_line
from deckgen.blocks.setting import Setting
from deckgen.blocks.surface import text_box
from deckgen.blocks.values import MARK_EDGE, MARK_HEIGHT, change_color, described, label_text, mark_width, pending_mark, worded_value
from deckgen.drawing import MUTED
from deckgen.figures import Change, Figure
from deckgen.geometry import EMU_PER_PT, Box, Emu, px
from deckgen.marks import amount_of, marked
from deckgen.names import Name
from deckgen.outline import Run, Text
from deckgen.scene import Align, Group, Item, ShapeBox
from deckgen.values import Amount

if TYPE_CHECKING:
    from deckgen.kinds.compare import Compare

ROW, TRACK, WAY = Name("对比", "Comparison"), Name("轴", "Track"), Name("变化线", "Way")
OLD_DOT, NEW_DOT, OLD, NEW = Name("原来点", "Older dot"), Name("现在点", "Newer dot"), Name("原来", "Before"), Name("现在", "After")
CHANGE, LEGEND, UNIT = Name("变化", "Change"), Name("图例", "Legend"), Name("单位", "Unit")
LEGEND_DOT = Name("图例点", "Legend dot")
LABEL_SHARE, CHANGE_SHARE = 22, 22  # percent of the content
GAP, LEGEND_HEIGHT, LEGEND_GAP = px(20), px(34), px(8)
OLD_SIZE, NEW_SIZE, TRACK_HEIGHT, WAY_HEIGHT, DOT_GAP = px(28), px(32), px(3), px(8), px(8)
ROW_MOST = px(120)
LANE_GAP = 64
LABEL_LINES = 2
END_SHARE = 30  # percent of the track that a value may take at either end


class Row(Struct, frozen=True):
    """One figure, its texts in the type that all rows share, and the cell it stands in."""

    figure: Figure
    cell: Box
    label: SetPassage
    change: str


class Ends(Struct, frozen=True):
    """What stands at the ends of a dumbbell, in the settings that all rows share, and how wide the widest is."""

    before: Setting
    after: Setting
    width: Emu
    bare: bool  # without their unit
    most: Emu  # as any may be
    height: Emu  # of a row

    def old(self, figure: Figure) -> str:
        return figure.shown(figure.base or Amount(None, figure.unknown))[0] if self.bare else old_words(figure)

    def new(self, figure: Figure) -> str:
        return figure.number if self.bare else figure.text


def place_dumbbells(page: Page, slide: Compare) -> str:
    """A legend where the ends have names, then rows of one height; ends, labels and changes in one type each."""
    figures = [figure.in_one_scale(figure.base) for figure in map(page.figure, slide.figures)]
    content = page.content
    unit = common_unit(figures)
    lanes = page.lanes(len(figures))
    lane = content.columns(lanes, page.gap(LANE_GAP))[0]
    if slide.old or slide.new or unit:
        head, content = content.cut_top(LEGEND_HEIGHT, LEGEND_GAP)
        track = track_box(lane)
        place_legend(page, slide, Box(track.x, head.y, track.width, head.height), unit)
    cells = in_lanes(content.at_most(ROW_MOST * -(-len(figures) // lanes)), len(figures), lanes, 0, page.gap(LANE_GAP))
    labels = labels_of(page, figures, lane.width * LABEL_SHARE // 100, cells[0].height)
    changes = [change_words(figure) for figure in figures]
    setting = change_setting(page, figures, changes, lane.width * CHANGE_SHARE // 100)
    ends = ends_of(page, figures, track_box(lane).width, cells[0].height, bool(unit))
    for figure, cell, label, change in zip(figures, cells, labels, changes, strict=True):
        page.add(row_group(page, Row(figure, cell, label, change), ends, setting))
    return "dumbbells"


def track_box(cell: Box) -> Box:
    """The room of a dumbbell in its row: between label and change."""
    left, right = cell.width * LABEL_SHARE // 100 + GAP, cell.width * CHANGE_SHARE // 100 + GAP
    return cell.inset(left, 0, right, 0)


def common_unit(figures: list[Figure]) -> str:
    """The unit that all figures of several share, which stands in the legend then."""
    units = {figure.tail.strip() for figure in figures if not figure.currency}
    unit = units.pop() if len(units) == 1 and not any(figure.currency for figure in figures) else ""
    return unit if len(figures) > 1 and unit not in ("", "%", "‰") else ""


def place_legend(page: Page, slide: Compare, box: Box, unit: str) -> None:
    """A dot and its name for each end, and the unit where all have one."""
    setting = page.setting("compare-before")
    x = box.x
    for name, words, surface, size in ((OLD, slide.old, "compare-before", OLD_SIZE), (NEW, slide.new, "compare-after", NEW_SIZE)):
        if not words:
            continue
        dot, width = size * 5 // 8, setting.width(words.plain) + px(4)
        if x + dot + DOT_GAP + width > box.right:
            page.overflow(Passage(text=words, role="compare-before").set_in(setting, box.right - x - dot - DOT_GAP), 1)
        look = page.surface(surface)
        middle = box.y + box.height // 2
        page.add(
            ShapeBox(
                name=f"{page.name(LEGEND)} {page.name(name)}", box=Box(x, middle - dot // 2, dot, dot), shape="ellipse", fill=look.fill
            )
        )
        place = Box(x + dot + DOT_GAP, box.y, width, box.height)
        page.text(
            f"{page.name(LEGEND)} {page.name(name)}",
            place,
            (one_line(words.plain, setting),),
            anchor="ctr",
            wraps=False,
            source=words.source,
        )
        x = place.right + px(28)
    said = page.language.bracketed("", unit).strip() if unit else ""
    if said and x + setting.width(said) <= box.right:
        page.text(
            page.name(UNIT), Box(x, box.y, setting.width(said) + px(4), box.height), (one_line(said, setting),), anchor="ctr", wraps=False
        )


# ---- one type for all rows


def labels_of(page: Page, figures: list[Figure], width: Emu, height: Emu) -> list[SetPassage]:
    passages = [Passage(text=label_text(figure, page.language), role="compare-label", what="label") for figure in figures]
    for step in page.typesetter.steps("compare-label"):
        made = [passage.at(page.typesetter, step, width) for passage in passages]
        if all(one.line_count <= LABEL_LINES and one.height <= height and not one.splits_word for one in made):
            return made
    longest = max(made, key=lambda one: one.line_count)
    page.overflow(longest, min(LABEL_LINES, height // longest.setting.line_height))
    return made


def change_setting(page: Page, figures: list[Figure], changes: list[str], width: Emu) -> Setting:
    step = page.typesetter.largest("compare-change", lambda one: all(one.width(words) <= width for words in changes))
    setting = page.setting("compare-change", step)
    for figure, words in zip(figures, changes, strict=True):
        if setting.width(words) > width:
            text = Text((Run(words),), figure.source)
            page.overflow(Passage(text=text, role="compare-change", what="change").set_in(setting, width), 1)
    return setting


def ends_of(page: Page, figures: list[Figure], width: Emu, height: Emu, bare: bool) -> Ends:
    """The values at the ends: they stand outside of their dots, so that a third of the row at either side is enough for any."""
    most = width * END_SHARE // 100
    for step in page.typesetter.steps("compare-after"):
        ends = Ends(page.setting("compare-before", step), page.setting("compare-after", step), 0, bare, most, height)
        widths = [max(ends.before.width(ends.old(figure)), new_width(page, figure, ends)) for figure in figures]
        if max(widths) <= most:
            break
    for figure, wide in zip(figures, widths, strict=True):
        if wide > most:
            page.deck.findings.error(figure.source, "layout/figure-too-wide", name=figure.name, text=figure.text)
    return structs.replace(ends, width=max(widths) + NEW_SIZE // 2 + DOT_GAP + px(6))


def new_width(page: Page, figure: Figure, ends: Ends) -> Emu:
    """How wide what stands at the newer end is; a value in words that is too wide stands in several lines."""
    wide = ends.after.width(ends.new(figure))
    words = new_words(page, figure, ends) if wide > ends.most else None
    return words.widest if words else wide


def new_words(page: Page, figure: Figure, ends: Ends) -> SetPassage | None:
    """A value in words in two or three lines; None where it is none, or will not go."""
    return worded_value(page, figure, structs.replace(ends.after, leading=ends.height * 100 // EMU_PER_PT), ends.most)


# ---- one row


def row_group(page: Page, row: Row, ends: Ends, setting: Setting) -> Group:
    figure, cell = row.figure, row.cell
    label = Box(cell.x, cell.y, row.label.width, cell.height)
    items: list[Item] = [text_box(page.names.figure_name, label, (row.label.paragraph(),), anchor="ctr", source=figure.source)]
    room = track_box(cell).inset(ends.width, 0)
    items += dumbbell(page, figure, room, ends)
    width = cell.width * CHANGE_SHARE // 100
    change = Box(cell.right - width, cell.y, width, cell.height)
    if row.change:
        known = figure.known and (known_base(figure) or figure.change)
        color = (change_color(page, moved(figure)) or MUTED) if known else setting.role.strong
        paragraph = one_line(row.change, setting, "r", color)
        items.append(text_box(page.name(CHANGE), change, (paragraph,), anchor="ctr", wraps=False, source=figure.source))
    if not figure.known or not known_base(figure):
        middle = Box(room.x, cell.y, (room.width + mark_width(page)) // 2 + MARK_EDGE, cell.height)
        items.append(pending_mark(page, middle, cell.y + max(MARK_HEIGHT // 2, cell.height // 2 - MARK_HEIGHT)))
    words = (described(figure, page.language), page.language.phrase(page.name(OLD), old_words(figure)), row.change)
    alt = page.language.furniture.comma.join(word for word in words if word)
    return Group(name=f"{page.name(ROW)} {figure.label}", box=cell, items=tuple(items), alt=alt, source=figure.source)


def dumbbell(page: Page, figure: Figure, room: Box, ends: Ends) -> list[Item]:
    """The track, the way from the older dot to the newer one, the dots, their values outside of them; dashed where one is X."""
    middle = room.y + room.height // 2
    old, new = places(figure, room)
    left, right = min(old, new), max(old, new)
    track = Box(room.x, middle - TRACK_HEIGHT // 2, room.width, TRACK_HEIGHT)
    way = Box(left, middle - WAY_HEIGHT // 2, max(px(1), right - left), WAY_HEIGHT)
    whole = isinstance(figure.value, Decimal) and known_base(figure)
    items: list[Item] = [ShapeBox(name=page.name(TRACK), box=track, fill=page.surface("compare-track").fill)]
    if whole:
        items.append(ShapeBox(name=page.name(WAY), box=way, fill=page.surface("compare-way").fill))
    for name, at, size, surface, known in (
        (OLD_DOT, old, OLD_SIZE, "compare-before", known_base(figure)),
        (NEW_DOT, new, NEW_SIZE, "compare-after", isinstance(figure.value, Decimal)),
    ):
        look = page.surface(surface if known else "pending")
        box = Box(at - size // 2, middle - size // 2, size, size)
        items.append(ShapeBox(name=page.name(name), box=box, shape="ellipse", fill=look.fill, stroke=look.stroke))
    for name, words, setting, at, size, is_left in (
        (OLD, ends.old(figure), ends.before, old, OLD_SIZE, old < new or (old == new and not figure_falls(figure))),
        (NEW, ends.new(figure), ends.after, new, NEW_SIZE, new < old or (old == new and figure_falls(figure))),
    ):
        lines = new_words(page, figure, ends) if name is NEW and setting.width(words) > ends.most else None
        if words:
            items.append(end_text(page, figure, page.name(name), lines or words, setting, (at, middle, size), is_left))
    return items


def end_text(
    page: Page, figure: Figure, name: str, words: str | SetPassage, setting: Setting, dot: tuple[Emu, Emu, Emu], is_left: bool
) -> Item:
    at, middle, size = dot
    align: Align = "r" if is_left else "l"
    if isinstance(words, SetPassage):
        width, height = words.widest + px(6), words.height
        paragraph = structs.replace(words.paragraph(), align=align)
    else:
        width, height = setting.width(words) + px(6), setting.line_height
        unknown = name == page.name(NEW) and figure.value is None
        paragraph = one_line(words, setting, align, setting.role.strong if unknown else None)
    x = at - size // 2 - DOT_GAP - width if is_left else at + size // 2 + DOT_GAP
    box = Box(x, middle - height // 2, width, height)
    return text_box(name, box, (paragraph,), anchor="ctr", wraps=False, source=figure.source)


def places(figure: Figure, room: Box) -> tuple[Emu, Emu]:
    """Where the older and the newer dot stand: from 0 (or the lesser below it) to the greater of both. An X stands where a little way shows."""
    old = figure.base.value if figure.base else None
    new = figure.value
    if not isinstance(old, Decimal) or not isinstance(new, Decimal):
        falls = figure_falls(figure)
        return (room.right, room.x + room.width // 4) if falls else (room.x + room.width // 4, room.right)
    low, high = min(Decimal(0), old, new), max(Decimal(0), old, new)
    whole = (high - low) or Decimal(1)
    return room.x + int(room.width * (old - low) / whole), room.x + int(room.width * (new - low) / whole)


def figure_falls(figure: Figure) -> bool:
    old = figure.base.value if figure.base else None
    if isinstance(old, Decimal) and isinstance(figure.value, Decimal):
        return figure.value < old
    return bool(figure.change and figure.change.direction == "down")


def known_base(figure: Figure) -> bool:
    return figure.base is not None and isinstance(figure.base.value, Decimal)


def old_words(figure: Figure) -> str:
    return figure.worded(figure.base or Amount(None, figure.unknown))


def moved(figure: Figure) -> Figure:
    """The figure with the change from its base, reckoned where the ledger writes none."""
    return figure if figure.change else structs.replace(figure, change=reckoned(figure))


def reckoned(figure: Figure) -> Change | None:
    """By how many percent it moved from its base; points for a percentage. None while one of both is X, and from nothing."""
    old = figure.base.value if figure.base else None
    if not isinstance(old, Decimal) or not isinstance(figure.value, Decimal):
        return None
    if figure.unit == "%":
        return Change("", figure.value - old, "个百分点" if not figure.label.isascii() else " points", signed=True)
    if old == 0:
        return None
    share = (figure.value - old) / abs(old) * 100
    places = Decimal(1) if abs(share) >= 10 else Decimal("0.1")
    return Change("", share.quantize(places, ROUND_HALF_UP), "%", signed=True)


def change_words(figure: Figure) -> str:
    """▼96%: the change of the ledger, else what value and base say."""
    change = figure.change or reckoned(figure)
    if change is None:
        return ""
    words = marked(change)
    return (
        words
        if change.value is None or change.direction == ""
        else words[-len(amount_of(change)) - 1 :]
        if words.endswith(amount_of(change))
        else words
    )
