"""Somebody's words: one large sentence, and who said it."""

from __future__ import annotations

from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.passage import Passage
from deckgen.blocks.stack import SetStack, Stack, stacked
from deckgen.blocks.surface import rule
from deckgen.drawing import FAINT, INK, LINE, MAIN, MUTED, Drawing
from deckgen.fields import Field, text
from deckgen.geometry import Box, px
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import NO_TEXT, Slide, Text
from deckgen.scene import Path, ShapeBox
from deckgen.theme import Surface, type_role

QUOTE, MARK, RULE = Name("引语", "Quotation"), Name("引号", "Quotation mark"), Name("引语线", "Rule below quotation")
LEFT, RIGHT = px(112), px(64)  # of the sentence; the mark stands in the left one
MARK_SIZE = (px(72), px(58))
# Two commas upside down.
MARK_PATH = Path(
    98, 80,
    tuple(
        (command, tuple(value + dx * (1 - n % 2) for n, value in enumerate(points)))
        for dx in (0, 54)
        for command, points in (
            ("M", (40, 0)), ("C", (15, 8, 0, 28, 0, 54)), ("C", (0, 70, 9, 80, 22, 80)), ("C", (33, 80, 42, 71, 42, 60)),
            ("C", (42, 49, 34, 41, 24, 41)), ("C", (22, 41, 20, 41, 19, 42)), ("C", (21, 28, 30, 16, 44, 9)), ("Z", ()),
        )
    ),
)  # fmt: skip
WIDE_SHARE = 60  # percent of a wide page that the words may run over
RULE_WIDTH, RULE_GAP = px(72), px(28)  # between the words and who said them
BY_GAP = 5600  # the same for the paragraph, hundredths of a point: a gap, the rule, a gap


class Quote(Slide, frozen=True, gc=False, kw_only=True):
    text: Text = NO_TEXT
    by: Text = NO_TEXT
    role: Text = NO_TEXT


def compose(page: Page, slide: Quote) -> str:
    """The words as large as they may be, on the optical middle, under them a short rule and who said them."""
    content = page.content
    width = (content.width * WIDE_SHARE // 100 if page.lanes(2) > 1 else content.width) - LEFT - RIGHT
    words = page.fit([stack_of(slide)], [width], content.height - px(16)).stacks[0]
    top = content.y + (content.height - words.height) * 2 // 5
    box = Box(content.x + LEFT, top, width, words.height + SLACK)
    place_mark(page, box, words)
    page.stack(page.name(QUOTE), box, words, placeholder=page.placeholders["item1"], source=slide.text.source)
    if len(words.parts) > 1:
        y = box.y + words.parts[0].height + RULE_GAP
        page.add(rule(page.name(RULE), box.x, y, RULE_WIDTH, page.surface("quote-rule")))
    return "quote"


def stack_of(slide: Quote) -> Stack:
    return stacked(
        Passage(text=slide.text, role="quote", breaks="clauses"),
        Passage(text=slide.by, role="quote-by", what="by", level=1, space_before=BY_GAP),
        Passage(text=slide.role, role="quote-role", what="role", level=2, space_before=0 if slide.by else BY_GAP),
    )


def place_mark(page: Page, box: Box, words: SetStack) -> None:
    """A large pale mark beside the first line, drawn and not written: faces disagree about where in its em it stands."""
    middle = box.y + words.parts[0].setting.line_height // 2
    place = Box(page.content.x, middle - MARK_SIZE[1] // 2, *MARK_SIZE)
    page.add(ShapeBox(name=page.name(MARK), box=place, path=MARK_PATH, fill=page.surface("quote-mark").fill))


KIND = Kind(
    name="quote",
    value=Quote,
    doc_zh="一段引语用大字",
    doc_en="somebody's words, set large",
    fields={
        "text": Field(text(8, 60, lines=True), "引用的话，用大字排出", "the words", required=True),
        "by": Field(text(2, 12), "谁说的，或出自哪里", "who said them, or where they are from"),
        "role": Field(text(2, 12), "这个人的身份", "what that person is"),
    },
    drawing=Drawing(
        label="引语",
        roles=(
            type_role("quote", (4800, 4400, 4000, 3600, 3200, 2800), INK, MAIN, "heading", bold=True, leading=150),
            type_role("quote-by", (2400, 2400, 2200), INK, MAIN, leading=140),
            type_role("quote-role", (2000, 2000, 1800), MUTED, MAIN, leading=140),
        ),
        surfaces={"quote-mark": Surface(fill=FAINT), "quote-rule": Surface(fill=LINE)},
    ),
    bodies=(Bodies(name=QUOTE, count=1, roles=("quote", "quote-by", "quote-role")),),
    compose=compose,
)
