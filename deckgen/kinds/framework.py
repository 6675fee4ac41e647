"""A framework such as “1345”: a bar with the aim, tiers with a large numeral, and the members of each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.blocks.page import Page
from deckgen.diagnostics import NOWHERE, Span
from deckgen.drawing import DEEP, HAIRLINE, INK, MAIN, PALE, PANEL, WHITE, Drawing
from deckgen.fields import Entry, Field, ListOf, text
from deckgen.geometry import Box, px
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.numerals import DIGITS, to_number
from deckgen.outline import NO_TEXT, Claim, Slide, Text
from deckgen.style import Gradient
from deckgen.theme import Surface, type_role

TOP, TIER, MEMBER = Name("顶栏", "Top bar"), Name("层级", "Tier"), Name("成员", "Member")
TIERS_MOST, MEMBERS_MOST = 4, 6
# What may follow a number that counts: 3大主导产业, 5项保障; not 1号线, 2019年, 5.2%, 30日.
MEASURES = "个大项条种类点组张件支块座面轮核翼带轴廊区环片园"
NO_COUNT = "号日月年期级级.%％,，、-—:：0123456789"


class Tier(Struct, frozen=True, gc=False):
    """One tier: what it is called, and what belongs to it."""

    name: Text = NO_TEXT
    items: tuple[Text, ...] = ()
    source: Span = NOWHERE

    @property
    def numeral(self) -> str:
        """The number that its name begins with where it counts something: 3 of 3大主导产业, X where nobody knows it."""
        words = self.name.plain
        hanzi = words[: len(words) - len(words.lstrip(f"{DIGITS[1:]}十两"))]
        if hanzi:
            return hanzi if words[len(hanzi) :][:1] in (*MEASURES,) else ""
        digits = words[: len(words) - len(words.lstrip("0123456789"))] or ("X" if words.startswith("X") else "")
        rest = words[len(digits) :].lstrip()
        return digits if 0 < len(digits) <= 2 and rest and rest[0] not in NO_COUNT else ""

    @property
    def claim(self) -> Claim | None:
        """That it has so many members as its name says."""
        numeral = self.numeral
        count = to_number(numeral) if numeral else None
        if count is None:
            return None
        words = self.name.plain
        return Claim(words, count, words[len(numeral) :].strip(), self.name.source, len(self.items))


class Framework(Slide, frozen=True, gc=False, kw_only=True):
    top: Text = NO_TEXT
    tiers: tuple[Tier, ...] = ()


def claims(slide: Framework) -> Iterator[Claim]:
    return (claim for tier in slide.tiers if (claim := tier.claim))


def compose(page: Page, slide: Framework) -> str:
    # A deck without a framework does not read how one is set.
    from deckgen.kinds.framework_set import place_framework

    return place_framework(page, slide)


def tier_boxes(content: Box, count: int) -> list[Box]:
    """Of empty names on a slide that somebody inserts by hand."""
    return content.cut_left(content.width // 6)[0].rows(count, px(16))


def member_boxes(content: Box, count: int) -> list[Box]:
    rows = content.cut_left(content.width // 6, px(16))[1].rows(count // MEMBERS_MOST, px(16))
    return [cell for row in rows for cell in row.columns(MEMBERS_MOST, px(16))]


TIERS = Entry(
    Tier,
    {
        "name": Field(
            text(2, 8),
            "名称，如 `3大主导产业`；开头的数用大字，和 `items` 的个数不符会报错",
            "its name, such as `3 leading industries`; the number is set large, and is an error where it is not that of the `items`",
            required=True,
        ),
        "items": Field(ListOf(text(2, 8, lines=True), MEMBERS_MOST, "个"), "包括什么", "what belongs to it", required=True),
    },
)

KIND = Kind(
    name="framework",
    value=Framework,
    doc_zh="“1345”一类的工作布局",
    doc_en="a framework of tiers with their members",
    fields={
        "top": Field(
            text(4, 24),
            "最上面一条通栏，如总目标；不写时，只有一个成员的第一层排成通栏",
            "a bar on top, such as the aim; without it the first tier is one where it has a single member",
        ),
        "tiers": Field(ListOf(TIERS, TIERS_MOST, "层"), "从上到下各层", "the tiers from the top down", required=True),
    },
    counts="tiers",
    drawing=Drawing(
        label="布局",
        roles=(
            type_role("framework-top", (3200, 3000, 2800, 2600, 2400), WHITE, PALE, "heading", bold=True, leading=125),
            type_role("framework-numeral", (5600, 3600, 2800), MAIN, MAIN, "heading", bold=True, leading=105),
            type_role("framework-name", (2200, 2000, 1800), INK, MAIN, "heading", bold=True, leading=125),
            type_role("framework-item", (2600, 2400, 2200, 2000, 1800), INK, MAIN, bold=True, leading=125),
        ),
        surfaces={
            "framework-top": Surface(fill=Gradient(((0, MAIN), (100, DEEP)), 0)),
            "framework-name": Surface(fill=PANEL),
            "framework-item": Surface(fill=WHITE, stroke=HAIRLINE, edge="bottom", edge_fill=MAIN, edge_width=px(5)),
        },
    ),
    bodies=(
        Bodies(name=TOP, stem="top", first=61, count=1, roles=("framework-top",)),
        Bodies(name=TIER, stem="tier", first=51, count=TIERS_MOST, roles=("framework-name",), boxes=tier_boxes),
        Bodies(name=MEMBER, count=TIERS_MOST * MEMBERS_MOST, roles=("framework-item",), boxes=member_boxes),
    ),
    claims=claims,
    compose=compose,
)
