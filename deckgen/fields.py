"""What a field of an outline or a ledger may hold: a closed set of types, pure data, and the field that has one.

Reader, JSON Schema, the tables of the docs, checks and the generators of tests each match over `FieldType`; a limit stands in the
declaration of its field and nowhere else.
"""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True):
    """A scalar as it is written; no marks, no figures."""


class Text(Struct, frozen=True):
    """A text whose `**marks**` and `{figures}` are read; `usual` is how many characters authors write there (0: may be left out).

    The author's own line ends are kept where `lines` can stand: in titles, leads, statements, not in running text.
    """

    usual: tuple[int, int] = (4, 40)
    lines: bool = False


class Plain(Struct, frozen=True):
    """A text whose marks and figures are read, and of which the plain words are kept."""


class Notes(Struct, frozen=True):
    """What is said: a text that keeps its lines and may be long."""


class Anchor(Struct, frozen=True):
    """A name that links lead to; one of a kind in its outline."""


class Date(Struct, frozen=True):
    """2020-01, 2020-01-15, or a text shown as it is written."""


class Claim(Struct, frozen=True):
    """A counted claim such as 七个坚持."""


class PairSides(Struct, frozen=True):
    """Two sides to be balanced: 稳/进, 稳与进 or [稳, 进]."""


class FigureName(Struct, frozen=True):
    """The name of a figure of the ledger."""


class Value(Struct, frozen=True):
    """What a figure amounts to: a number, words, or X."""


class Amounts(Struct, frozen=True):
    """A mapping from words of the author's (years, places) to what a figure amounts to there."""


class Flag(Struct, frozen=True):
    """Yes or no."""


class Choice(Struct, frozen=True):
    """One of a few words."""

    options: tuple[str, ...]


class KindName(Struct, frozen=True):
    """One of the kinds of slide."""


class IconName(Struct, frozen=True):
    """The name of an icon."""


class Number(Struct, frozen=True):
    """A whole number."""

    least: int
    most: int


class PageSize(Struct, frozen=True):
    """A ratio such as 16:9, or a width and a height of which only the ratio counts."""


class ListOf(Struct, frozen=True):
    """Entries of one type, at most so many; at least one where the field is required."""

    entry: EntryType
    most: int | None = None
    measure: str = "条"  # the measure word that counts them in Chinese


class Entry(Struct, frozen=True):
    """A mapping of `fields` that is kept as a `value`.

    With `short`, a plain text stands for the mapping: one name is that field, two are the sides of a text such as `主题词：说明`.
    `counts` is the list whose entries its claim counts.
    """

    value: type[Struct]
    fields: dict[str, Field]
    short: tuple[str, ...] = ()
    counts: str = ""


class Cells(Struct, frozen=True):
    """A row of a table: a list of texts, of which some may hold nothing."""


class Columns(Struct, frozen=True):
    """The columns of a table: a list of heads or of mappings with `fields`, or a mapping from the columns of a file to those."""

    fields: dict[str, Field]
    most: int


class Quantities(Struct, frozen=True):
    """The values of a series: numbers, X, or figures of the ledger."""

    most: int


class PictureFile(Struct, frozen=True):
    """A picture beside the outline."""


class DataRange(Struct, frozen=True):
    """A table in a file beside the outline: `file.xlsx#sheet!A1:C6`, `file.xlsx#name`, `file.csv`."""


class Focus(Struct, frozen=True):
    """A place in a picture: two shares from its top left corner."""


class AnySlide(Struct, frozen=True):
    """A slide: a mapping whose `kind` says which fields it has."""


class Levels(Struct, frozen=True):
    """A mapping from rules of `check` to how grave they are."""

    options: tuple[str, ...]


class Named(Struct, frozen=True):
    """A mapping from names of figures to what each is."""

    entry: Entry


GivenType = Columns | Quantities | PictureFile | DataRange | Focus  # read with more than one look at what is written
WordType = Plain | Notes | Date | Claim | Anchor  # a text of which something is made
ScalarType = Words | Flag | Choice | Number | IconName  # read as it is written
EntryType = Words | Text | FigureName | Entry | Cells | AnySlide
FieldType = (
    Text
    | WordType
    | ScalarType
    | PageSize
    | PairSides
    | Value
    | Amounts
    | FigureName
    | KindName
    | ListOf
    | GivenType
    | Entry
    | Levels
    | Named
)


class Field(Struct, frozen=True):
    """One field: what it may hold, its words for the docs (in Markdown, without limits: those are the type's), whether it must be there."""

    type: FieldType
    doc_zh: str
    doc_en: str
    required: bool = False


REVEAL = Field(
    Choice(("points", "all-but-first", "none")),
    "逐条出现：`points` 要点一击一条，配的图形跟着它，指标卡随最后一条；`all-but-first` 第一条一开始就在；`none` 全都在（默认）。幻灯片上写的优先于文件头",
    "entry by entry: `points` shows one a click with its shapes, the figures with the last; `all-but-first` begins with the first; `none` (the "
    "default) shows all. A slide's own goes before that of the head",
)
TRANSITION = Field(
    Choice(("fade", "push", "none")),
    "换页的效果：`fade` 淡入，`push` 推入，`none` 没有（默认）。幻灯片上写的优先于文件头",
    "how a slide follows the one before: `fade`, `push`, or `none` (the default). A slide's own goes before that of the head",
)
ICON = Field(
    IconName(),
    "图标的名字，如 `factory`；`deckgen kinds --icons` 列出全部",
    "the name of an icon, such as `factory`; `deckgen kinds --icons` lists them",
)


def text(least: int, most: int, lines: bool = False) -> Text:
    """A text of usually so many characters; `lines`: the author's own line ends are kept."""
    return Text((least, most), lines)


def figure_names(most: int) -> ListOf:
    """Names of the ledger that a slide shows."""
    return ListOf(FigureName(), most, "个")
