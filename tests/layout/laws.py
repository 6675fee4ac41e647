"""What holds for every slide of every deck; each law gives back what breaks it, one line a fault."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from msgspec import structs

from deckgen import outline
from deckgen.fields import Cells, Columns, Entry, Field, ListOf, PairSides, Plain, Text
from deckgen.figures import Figure, Ledger
from deckgen.geometry import EMU_PER_PX
from deckgen.kinds.facts import split_fact
from deckgen.kinds.picture_set import fact_of
from deckgen.kinds.registry import kind_of
from deckgen.kinds.section import Section
from deckgen.marks import marked
from deckgen.numerals import to_chinese
from deckgen.scene import ChartBox, Group, PlacedSlide, TextBox
from deckgen.theme import Theme
from tests.support import (
    MARK,
    box_text,
    contains,
    figures_of,
    ink,
    joined,
    line_text,
    line_widths,
    overlaps,
    paragraphs,
    px_of,
    room,
    squeezed,
    walk,
)  # fmt: skip
from tests.support import printed_boxes as text_boxes

# Under 14 pt only what nobody has to read across the room: footer, number, navigation and the mark of the unknown.
SMALL_FROM, SMALLEST = 1400, 1050
SMALL_NAMES = re.compile(r"页脚|页码|日期|导航|" + MARK)
STEM = re.compile(r"(?P<stem>\D+?)(?:\d+(?: .*)?| ?[一二三四五六七八九十]+| .*)")  # 要点1 压实责任, 导航 一, 数据 地区生产总值
PAIR = re.compile(r"\S{1,4}与\S{1,4}")
CARD = "指标卡"
# What layouts add of their own: ordinals, numerals, the mark of the unknown.
FRAME = re.compile(rf"\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|{MARK}")


def text_is_no_higher_than_its_box(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    for box in text_boxes(slide):
        inner = room(box)
        across = inner.width if box.vertical else inner.height
        if box.ink_height > across:
            yield f"{slide.number} {box.name}: {(box.ink_height - across) / EMU_PER_PX:.1f} px too high"


def every_text_box_has_a_paragraph(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    """A text body without one is not valid (CT_TextBody)."""
    yield from (f"{slide.number} {box.name}: no paragraph" for box in text_boxes(slide) if not box.paragraphs)


def lines_are_no_wider_than_their_box(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    for box in text_boxes(slide):
        inner = room(box)
        along = inner.height if box.vertical else inner.width
        for p in box.paragraphs:
            for line, width in zip(p.lines, line_widths(p, theme), strict=True):
                if width > along:
                    yield f"{slide.number} {box.name}: {line_text(line)} is {(width - along) / EMU_PER_PX:.1f} px too wide"


def items_are_inside_the_slide(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    for item in walk(slide.items):
        if not contains(theme.sheet.box, item.box):
            yield f"{slide.number} {item.name}: {px_of(item.box)} leaves the slide"
        if isinstance(item, Group):
            yield from (
                f"{slide.number} {item.name}: {inner.name} leaves the group" for inner in item.items if not contains(item.box, inner.box)
            )


def no_text_is_printed_over_another(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    """Ink, not boxes; a pale numeral is decoration and may be written over."""
    inked = [(box, found) for box in text_boxes(slide) if not box.decorative for found in ink(box, theme)]
    for (one, a), (other, b) in combinations(inked, 2):
        if one is not other and overlaps(a, b):
            yield f"{slide.number} {one.name} over {other.name}: {px_of(a)} and {px_of(b)}"


def no_two_text_boxes_overlap(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    """But by design: marks and badges stand in a corner of the text's card, and two discs are a pair."""
    grouped = {id(item): group.name for group in walk(slide.items) if isinstance(group, Group) for item in group.items}
    for one, other in combinations(text_boxes(slide), 2):
        in_one_group = id(one) in grouped and grouped.get(id(one)) == grouped.get(id(other))
        is_mark = any(box.decorative or not box.wraps for box in (one, other))
        if overlaps(one.box, other.box) and not in_one_group and not is_mark:
            yield f"{slide.number} {one.name} {px_of(one.box)} and {other.name} {px_of(other.box)}"


def siblings_share_one_size(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    """Boxes of one name but for their number: each level, or each paragraph of a card, in one size.

    A value in words that takes several lines stands smaller in the room of one.
    """
    found: dict[tuple[str, int, int], set[int]] = {}
    for stem, box in stems(slide):
        for index, p in enumerate(box.paragraphs):
            # The numeral of a tier stands in its name, larger.
            of_line = min if stem == "层级" else max
            size = of_line((run.style.size for line in p.lines for run in line if run.text.strip()), default=0)
            in_words = (stem, index) == ("数据", 1) and len(p.lines) > 1
            if size and not in_words:
                found.setdefault((stem, p.level, 0 if box.placeholder else index), set()).add(size)
    for (stem, level, index), sizes in found.items():
        if len(sizes) > 1:
            yield f"{slide.number} {stem} (level {level}, paragraph {index}): {sorted(sizes)}"


def stems(slide: PlacedSlide) -> Iterator[tuple[str, TextBox]]:
    in_pairs = {id(item) for group in walk(slide.items) if isinstance(group, Group) and PAIR.fullmatch(group.name) for item in group.items}
    groups = [group.items for group in walk(slide.items) if isinstance(group, Group)]
    leading = {id(item) for items in groups if any(each.name.startswith("首要指标") for each in items) for item in items}
    for box in text_boxes(slide):
        match = STEM.fullmatch(box.name)
        if id(box) in leading:
            continue
        yield ("圆" if id(box) in in_pairs else match["stem"] if match else f"only {box.name}"), box


def no_size_is_under_the_floor(slide: PlacedSlide, theme: Theme) -> Iterator[str]:
    known = {size for role in theme.roles.values() for size in role.sizes}
    for box in text_boxes(slide):
        floor = SMALLEST if SMALL_NAMES.search(box.name) else SMALL_FROM
        for size in {run.style.size for p in box.paragraphs for line in p.lines for run in line}:
            if size < floor or size not in known:
                yield f"{slide.number} {box.name}: {size}"


LAWS = (
    every_text_box_has_a_paragraph,
    text_is_no_higher_than_its_box,
    lines_are_no_wider_than_their_box,
    items_are_inside_the_slide,
    no_text_is_printed_over_another,
    no_two_text_boxes_overlap,
    siblings_share_one_size,
    no_size_is_under_the_floor,
)


# ---- nothing is lost, nothing is said twice


def lost(made_from: outline.Slide, slide: PlacedSlide, book: Ledger) -> list[str]:
    """Visible texts of the outline that the slide does not say (or says less often)."""
    return sorted((Counter(expected(made_from, slide, book)) - Counter(said(made_from, slide))).elements())


def invented(made_from: outline.Slide, slide: PlacedSlide, book: Ledger) -> list[str]:
    """What the slide says beyond the outline, its frame aside."""
    extra = Counter(said(made_from, slide)) - Counter(expected(made_from, slide, book))
    return sorted(text for text in extra.elements() if not FRAME.fullmatch(text))


def said(made_from: Any, slide: PlacedSlide) -> list[str]:
    """The paragraphs of the slide without footer and number; a chart says its categories and its values."""
    frame = [box_text(box) for box in text_boxes(slide) if box.placeholder and box.placeholder.role in ("footer", "number", "date")]
    cards = [item for item in walk(slide.items) if isinstance(item, Group) and item.name.startswith(CARD)]
    apart = [squeezed(joined(p)) for card in cards for box in card.items if isinstance(box, TextBox) for p in box.paragraphs]
    if tells_more(slide):
        return told(slide, frame)
    every = [text for box in text_boxes(slide) for p in box.paragraphs if (text := squeezed(joined(p)))]
    found = list((Counter(every) - Counter(frame) - Counter(apart)).elements())
    found += ["".join(box_text(box) for box in card.items if isinstance(box, TextBox) and box.name != MARK) for card in cards]
    if slide.layout == "timeline":  # the tag of now says its date behind the word, unless a milestone says that
        found = [text.removeprefix("现在·") for text in found if text != "现在"]
    if slide.layout == "framework":  # its bar is a name and its one member
        bars = [squeezed(box_text(box)) for box in text_boxes(slide) if box.name == "顶栏" and "：" in box_text(box)]
        name = squeezed(made_from.tiers[0].name.plain) + "：" if made_from.tiers else ""
        parted = [(name[:-1], text.removeprefix(name)) if text in bars and text.startswith(name) else (text,) for text in found]
        found = [part for parts in parted for part in parts]
    if slide.layout == "objectives":
        for chart in (item for item in walk(slide.items) if isinstance(item, ChartBox)):
            found.remove(squeezed(chart.series[0].name))
    return found


def tells_more(slide: PlacedSlide) -> bool:
    """Whether the slide tells of a figure what the ledger has beside value and change; tests of those kinds say what."""
    return slide.layout in ("number", "figures", "compare") or slide.arrangement.startswith("number") or compares(slide)


def compares(slide: PlacedSlide) -> bool:
    """Whether objectives stand beside the year before."""
    charts = [item for item in walk(slide.items) if isinstance(item, ChartBox)]
    return slide.layout == "objectives" and (slide.arrangement == "table" or any(len(chart.series) > 1 for chart in charts))


def told(slide: PlacedSlide, frame: list[str]) -> list[str]:
    """What stands outside of the groups and charts of figures; their legend is none of the outline's either."""
    inside = [box for item in slide.items if isinstance(item, Group) for box in walk(item.items)]
    free = [box for box in text_boxes(slide) if box not in inside and not box.name.startswith(("单位", "图表", "表格", "目标 "))]
    found = [text for box in free for p in box.paragraphs if (text := squeezed(joined(p)))]
    return list((Counter(found) - Counter(frame)).elements())


def expected(made_from: outline.Slide, slide: PlacedSlide, book: Ledger) -> list[str]:
    if slide.layout == "chart":
        return expected_of_chart(made_from, slide)
    if slide.layout in ("picture", "pictures"):
        return expected_of_pictures(made_from, slide, book)
    if slide.layout == "timeline" and any(event.when.plain.startswith(made_from.now.plain) for event in made_from.events):
        made_from = structs.replace(made_from, now=outline.NO_TEXT)
    figures = [] if slide.layout == "table" else figures_of(made_from, book)  # its cells say what the ledger has
    shown = (text for figure in figures for text in figure_texts(figure, slide))
    return [text for text in map(squeezed, (*visible(made_from), *shown)) if text]


def expected_of_chart(made_from: Any, slide: PlacedSlide) -> list[str]:
    """Title, categories, the names of the series, what is marked in a fact apart from the rest; labels where there is room."""
    texts = [made_from.title.plain + (f"：{made_from.claim.text}" if made_from.claim else ""), made_from.kicker.plain, made_from.note.plain]
    texts.append(foot_words(made_from, True))  # its note stands under the chart
    for fact in (made_from.text, *made_from.facts):
        large, rest = split_fact(fact)
        texts += [large.plain, rest.plain]
    if made_from.type not in ("pie", "doughnut"):
        texts += [series.name.plain for series in made_from.series]
    boxes = {squeezed(box_text(box)) for box in text_boxes(slide) if box.name.startswith(("图表:", "待填", "占比"))}
    labels = [text for text in said(made_from, slide) if text in boxes or text == MARK]
    if made_from.type not in ("pie", "doughnut"):
        texts += [category.plain for category in made_from.categories]
    return [text for text in map(squeezed, texts) if text] + labels


def expected_of_pictures(made_from: Any, slide: PlacedSlide, book: Ledger) -> list[str]:
    """Title, facts in two pieces, caption and credit in one line, words on pictures; frames of those to come are the slide's own."""
    texts = [made_from.title.plain + (f"：{made_from.claim.text}" if made_from.claim else ""), made_from.kicker.plain]
    texts += [text for text in said(made_from, slide) if text == "待配图"] + [foot_words(made_from, False)]
    if slide.layout == "pictures":
        texts += [made_from.caption.plain, *(image.label.plain for image in made_from.images)]
        return [text for text in map(squeezed, texts) if text]
    for use in made_from.figures:
        figure = book.figures[use.name]
        texts += [part.plain for part in split_fact(fact_of(figure))]
    for point in made_from.points:
        texts += [part.plain for part in split_fact(point)]
    beside = made_from.figures or made_from.points
    texts += [made_from.caption.plain + made_from.credit.plain] if beside else [made_from.caption.plain, made_from.credit.plain]
    return [text for text in map(squeezed, texts) if text]


def visible(made_from: outline.Slide) -> Iterator[str]:
    """Every text of an outline's slide that its reader expects to see, paragraph by paragraph."""
    yield made_from.title.plain + (f"：{made_from.claim.text}" if made_from.claim else "")
    yield made_from.kicker.plain
    fields = kind_of(made_from).fields
    yield from shown(made_from, fields)
    if made_from.note or made_from.cited:
        yield foot_words(made_from, "note" in fields)


def foot_words(made_from: outline.Slide, noted: bool) -> str:
    """The line at the foot: the note where it does not stand elsewhere, and who says so."""
    cited = made_from.cited.plain
    whole = cited if not cited or cited.startswith(("数据来源", "资料来源", "来源", "Source")) else f"数据来源：{cited}"
    return ("" if noted else made_from.note.plain) + whole


def shown(value: Any, declared: Mapping[str, Field]) -> Iterator[str]:
    """The texts that the declared fields of `value` hold, those of its entries included; figures are asked of the ledger."""
    for name, field in declared.items():
        held = getattr(value, name)
        match field.type:
            case Text():
                yield held.plain
            case Plain():
                yield held
            case PairSides():
                yield from held
            case ListOf(entry=Text()):
                yield from (text.plain for text in held)
            case ListOf(entry=Entry() as entry):
                yield from (text for each in held for text in shown(each, entry.fields))
            case ListOf(entry=Cells()):
                yield from (cell.plain for row in held for cell in row.cells)
            case Columns():
                yield from (column.label.plain for column in held)


def figure_texts(figure: Figure, slide: PlacedSlide) -> Iterator[str]:
    """What a card, a bar or the panel of the objectives says of a figure."""
    if tells_more(slide):
        return
    value = f"{figure.number}{figure.tail}"
    asided = f"{figure.label}·{figure.prefix}" if figure.prefix else figure.label
    if slide.layout != "objectives":
        # 预计 stands behind the label; a change has a mark for its sign; a card is one text.
        yield asided + value + (marked(figure.change) if figure.change else "")
    elif squeezed(asided) in paragraphs(slide):
        parted = squeezed(value) not in paragraphs(slide)  # a long value has its unit on a line of its own
        yield from (asided, str(figure.number), figure.tail) if parted else (asided, value)
    elif slide.arrangement != "chart":
        yield from (figure.label, figure.prefix, value)
    elif figure.unit == "%":
        yield from (figure.label, figure.text)
    else:
        yield from (figure.label + figure.prefix, value)


def default_kicker(part: outline.Part, order: int) -> str:
    """四个牢牢把握 · 二."""
    claimed = part.claim is not None and not any(isinstance(slide, Section) for slide in part.slides)
    return f"{part.claim.text} · {to_chinese(order + 1)}" if claimed and part.claim else ""
