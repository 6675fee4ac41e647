"""A kind of slide as one declaration; reader, schema, docs, checks and generators of tests derive from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from deckgen import fields
from deckgen.blocks.page import Page
from deckgen.diagnostics import Findings
from deckgen.drawing import Drawing
from deckgen.fields import REVEAL, TRANSITION, Anchor, Choice, Field, Flag, KindName, ListOf, Notes, PictureFile, text
from deckgen.figures import Ledger
from deckgen.geometry import Box, grid, px
from deckgen.names import Name
from deckgen.outline import Claim, Slide
from deckgen.theme import LayoutSpec, Sheet

# The field that says which others there are.
NAME = {"kind": Field(KindName(), "幻灯片的种类", "the kind of slide", required=True)}

# What every slide may have.
SLIDE = {
    "id": Field(
        Anchor(),
        "本页的名字，供 `[文字](#名字)` 链接；字母、数字、汉字、`-`、`_`",
        "a name for links to this slide, `[words](#name)`: letters, digits, `-`, `_`",
    ),
    "title": Field(
        text(4, 40, lines=True), "标题；`**强调**` 的字用主题色", "the title; `**key words**` take the theme's colour", required=True
    ),
    "kicker": Field(
        text(2, 20),
        "标题上面的小字；所在部分有 `claim` 时自动生成，如“四个牢牢把握 · 二”",
        "small words above the title; made from the `claim` of the part where it has one",
    ),
    "claim": Field(
        fields.Claim(),
        "跟在标题后面的提法，如 `六个“必须”`；数目与条目数不符会报错",
        "a counted claim behind the title, such as `Five priorities`; an error where the entries are not as many",
    ),
    "note": Field(
        text(0, 40), "页脚上方的一行小字，如 `数据来源：区统计局`", "a line at the foot of the slide, such as `Source: finance department`"
    ),
    "source": Field(
        text(2, 30),
        "数据来源，在页脚上方：写 `区统计局`，显示“数据来源：区统计局”",
        "who says so, at the foot of the slide: `finance department` is shown as “Source: finance department”",
    ),
    "background": Field(
        PictureFile(),
        "本页的背景图片，程序把它调淡到文字看得清；写法同 `image`",
        "a picture behind the slide, made as pale as the text on it needs; written as `image`",
    ),
    "reveal": REVEAL,
    "transition": TRANSITION,
    "hidden": Field(
        Flag(),
        "`true`：备用页，放映时跳过，不进总览、导航和进度，也不算在提法的数目里",
        "`true`: a backup slide that the show leaves out; it is in no overview, navigation or progress and no claim counts it",
    ),
    "keep": Field(
        Choice(("deck",)),
        "`deck`：本页照演示文稿里手改过的样子，`build --keep` 时整页取自那份",
        "`deck`: the slide is as somebody edited it in the deck; `build --keep` takes the whole of it from there",
    ),
    "notes": Field(Notes(), "讲稿备注，可以用 `{指标名}`", "speaker notes; `{name}` prints a figure"),
}


def layout_field(names: tuple[str, ...]) -> Field:
    """The field that chooses among the arrangements of a kind."""
    written = [f"`{name}`" for name in names]
    return Field(
        Choice(names),
        f"排法：{'、'.join(written)}；不写就按内容挑选",
        f"the arrangement: {', '.join(written)}; as the content asks for without it",
    )


def in_two_columns(content: Box, count: int) -> list[Box]:
    """Where empty bodies stand on a slide that somebody inserts by hand: two columns, row by row; one alone fills the content."""
    return [content] if count == 1 else grid(content, [2] * (count // 2), px(24), px(12))


class Bodies(Struct, frozen=True, kw_only=True):
    """Placeholders that the composition fills: item1, item2 …"""

    name: Name  # in the selection pane
    count: int
    roles: tuple[str, ...]  # of their levels
    stem: str = "item"
    first: int = 21  # `idx` of the first
    boxes: Callable[[Box, int], list[Box]] = in_two_columns


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of slide: what is written (`fields`), what that is read into (`value`), how it is drawn and composed, and what that
    means to the other stages."""

    name: str
    value: type[Slide]  # its attributes are named like the fields
    doc_zh: str  # what it is for
    doc_en: str
    fields: dict[str, Field]  # beyond those of every slide, in the order in which an audience reads them
    counts: str = ""  # the list whose entries its claim counts
    divides: tuple[str, ...] = ()  # lists that may go on on another slide (`overflow: continue`); the first that has entries does
    drawing: Drawing
    bodies: tuple[Bodies, ...] = ()
    compose: Callable[[Page, Any], str]  # places what stands under the title; returns the name of the arrangement
    settle: Callable[[Any, Ledger, Findings], Any] | None = (
        None  # makes of the fields together what neither says alone, and holds them against each other
    )
    claims: Callable[[Any], Iterable[Claim]] | None = None  # what its entries say of their number, beside the claim of the slide
    layouts: tuple[str, ...] = ()  # the arrangements that an author may choose by name; `layouts.py` draws them
    redraw: Callable[[LayoutSpec, str, Sheet], LayoutSpec] | None = None  # its layout as it is for one of `layouts`
    numbered: bool = False  # has a numeral where others have a kicker, stands in the navigation, and is what a part's claim counts

    @property
    def slide_fields(self) -> dict[str, Field]:
        """Every field of such a slide but its kind."""
        head = {name: field for name, field in SLIDE.items() if name != "kicker"} if self.numbered else SLIDE
        return head | self.own_fields

    @property
    def own_fields(self) -> dict[str, Field]:
        """The fields that slides of other kinds do not have, or have otherwise."""
        return self.fields | ({"layout": layout_field(self.layouts)} if self.layouts else {})

    @property
    def lists(self) -> tuple[str, ...]:
        """The fields that hold entries."""
        return tuple(name for name, field in self.fields.items() if isinstance(field.type, ListOf))

    @property
    def lives_on_entries(self) -> bool:
        """Whether it must have a list; a sentence or a quote does without."""
        return any(self.fields[name].required for name in self.lists)
