"""One sentence set large, its key words in the accent colour, the rest as tags."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.stack import SetStack, stacked
from deckgen.blocks.surface import rule
from deckgen.drawing import FINE, INK, LINE, MAIN, WHITE, Drawing
from deckgen.fields import Field, ListOf, text
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import NO_TEXT, Slide, Text
from deckgen.style import Stroke
from deckgen.theme import Surface, type_role

STATEMENT = Name("论断", "Statement")
LINE_ABOVE = Name("句前线", "Rule above statement")
BAR_BESIDE = Name("句首色条", "Bar beside statement")
TAG = Name("标签", "Tag")
TAG_GAP, LANE_GAP = 14, 64
TAG_PADDING = px(18)
TAG_HEIGHT = px(52)
TAGS_BELOW = px(40)  # from the sentence to its tags
BAR_LEAST = px(120)
BAR_LEFT = px(40)  # what the sentence leaves free at its left
CENTERED_PART = 12  # of the width, at each side of a centred one


class Statement(Slide, frozen=True, gc=False, kw_only=True):
    text: Text = NO_TEXT
    tags: tuple[Text, ...] = ()


class Tag(Struct, frozen=True):
    text: Text
    width: Emu


def compose(page: Page, slide: Statement) -> str:
    arrangement = page.option("arrangement")
    centered = arrangement == "centered"
    content = page.content
    left = content.width // CENTERED_PART if centered else BAR_LEFT
    if page.lanes(2) > 1:
        return in_two_lanes(page, slide)
    width = content.width - left - (left if centered else px(40))
    rows, gap = tag_rows(page, slide.tags, width), page.gap(TAG_GAP)
    below = TAGS_BELOW + len(rows) * (TAG_HEIGHT + gap) - gap if rows else 0
    sentence = Passage(text=slide.text, role="statement", breaks="clauses", align="ctr" if centered else "l")
    text = page.fit([stacked(sentence)], [width], content.height - px(16) - below).stacks[0]
    # The block stands on the optical middle of its room, bar and sentence of one height.
    bar = max(text.height, BAR_LEAST)
    top = content.y + px(8) + (content.height - bar - below - px(16)) * 2 // 5
    place_line(page, top, bar, centered)
    box = Box(content.x + left, top + (px(24) if centered else 0), width, bar)
    place_sentence(page, box, text, slide)
    place_tags(page, rows, Box(box.x, box.bottom + TAGS_BELOW, width, TAG_HEIGHT), centered)
    return arrangement


def in_two_lanes(page: Page, slide: Statement) -> str:
    """On a wide page: the sentence in the left half, its tags in the right one, both on the optical middle."""
    lane, other = page.content.columns(2, page.gap(LANE_GAP))
    width = lane.width - BAR_LEFT
    sentence = Passage(text=slide.text, role="statement", breaks="clauses")
    text = page.fit([stacked(sentence)], [width], lane.height - px(16)).stacks[0]
    bar = max(text.height, BAR_LEAST)
    top = lane.y + (lane.height - bar) * 2 // 5
    place_line(page, top, bar, centered=False)
    place_sentence(page, Box(lane.x + BAR_LEFT, top, width, bar), text, slide)
    rows, gap = tag_rows(page, slide.tags, other.width), page.gap(TAG_GAP)
    height = len(rows) * (TAG_HEIGHT + gap) - gap
    place_tags(page, rows, Box(other.x, top + (bar - height) // 2, other.width, TAG_HEIGHT), centered=False)
    return "bar"


def place_line(page: Page, top: Emu, height: Emu, centered: bool) -> None:
    """A short line above a centred sentence, else a bar at its left."""
    content, surface = page.content, page.surface("statement-bar")
    if centered:
        page.add(rule(page.name(LINE_ABOVE), content.x + (content.width - px(72)) // 2, top - px(6), px(72), surface, px(4)))
    else:
        page.add(rule(page.name(BAR_BESIDE), content.x, top, px(8), surface, height))


def place_sentence(page: Page, box: Box, text: SetStack, slide: Statement) -> None:
    page.text(page.name(STATEMENT), box, text.paragraphs, anchor="ctr", placeholder=page.placeholders["item1"], source=slide.text.source)


def tag_rows(page: Page, texts: tuple[Text, ...], width: Emu) -> list[list[Tag]]:
    """Tags in the fewest rows that hold them, as many in each row as in the others, or one more in the first ones."""
    tags, gap = [sized(page, text, width) for text in texts], page.gap(TAG_GAP)
    for count in range(1, len(tags) + 1):
        starts = [-(-len(tags) * row // count) for row in range(count + 1)]
        rows = [tags[begin:end] for begin, end in pairwise(starts)]
        if all(sum(tag.width for tag in row) + gap * (len(row) - 1) <= width for row in rows):
            return rows
    return [[tag] for tag in tags]


def sized(page: Page, text: Text, width: Emu) -> Tag:
    """The tag on one line; one that is longer than the row is noted."""
    setting = page.setting("tag")
    needed = setting.width(text.plain) + 2 * TAG_PADDING + px(8)
    if needed > width:
        page.overflow(Passage(text=text, role="tag", breaks="none", what="tags").set_in(setting, width - 2 * TAG_PADDING), 1)
    return Tag(text, needed)


def place_tags(page: Page, rows: Sequence[Sequence[Tag]], first: Box, centered: bool) -> None:
    number, gap = 0, page.gap(TAG_GAP)
    for index, row in enumerate(rows):
        total = sum(tag.width for tag in row) + gap * (len(row) - 1)
        x = first.x + ((first.width - total) // 2 if centered else 0)
        y = first.y + index * (first.height + gap)
        for tag in row:
            number += 1
            place_tag(page, number, tag, Box(x, y, tag.width, first.height))
            x += tag.width + gap


def place_tag(page: Page, number: int, tag: Tag, box: Box) -> None:
    page.text(
        page.name(TAG, number, tag.text.plain[:10]),
        box,
        (one_line(tag.text.plain, page.setting("tag"), "ctr"),),
        page.surface("tag"),
        anchor="ctr",
        source=tag.text.source,
        wraps=False,
    )


DRAWING = Drawing(
    label="论断",
    options={"arrangement": ("bar", "centered")},
    roles=(
        type_role("statement", (4800, 4400, 4000, 3600, 3200, 2800, 2400), INK, MAIN, "heading", bold=True, leading=145),
        type_role("tag", (2000, 1800), FINE, MAIN),
    ),
    surfaces={
        "statement-bar": Surface(fill=MAIN),
        "tag": Surface(fill=WHITE, stroke=Stroke(LINE, px(1))),
    },
)

KIND = Kind(
    name="statement",
    value=Statement,
    doc_zh="一句话用大字",
    doc_en="one sentence, set large",
    fields={
        "text": Field(text(4, 60, lines=True), "用大字排出的一句话", "the sentence", required=True),
        "tags": Field(ListOf(text(2, 12), 12, "个"), "其余要求，做成标签", "further requirements, as tags"),
    },
    counts="tags",
    divides=("tags",),
    drawing=DRAWING,
    bodies=(Bodies(name=STATEMENT, count=1, roles=("statement",)),),
    layouts=DRAWING.options["arrangement"],
    compose=compose,
)
