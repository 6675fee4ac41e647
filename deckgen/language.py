"""The language of a deck as one value: numerals, marks, dates, furniture words, names, prompts, tags.

No stage and no writer holds words of its own: whoever puts a word or a mark on a slide that the author did not write asks the
`Language` for it. Words said to the author (`messages`) are another matter; they follow the terminal, not the deck.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from deckgen.names import CHINESE_NAMES, CHINESE_PROMPTS, ENGLISH_NAMES, ENGLISH_PROMPTS, Name, Names, Prompts
from deckgen.numerals import to_chinese

BRITISH = r"£|\b(?:borough|favour|labour|honour|centre|programme|organis|prioritis|modernis|colour|neighbour)"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
OPENING_QUOTES = '“「『"'
CLOSING_QUOTES = '”」』"'

# The same faces by the names that every system knows them by as well.
FACES = {
    "微软雅黑": "Microsoft YaHei", "等线": "DengXian", "宋体": "SimSun", "新宋体": "NSimSun", "黑体": "SimHei", "仿宋": "FangSong",
    "楷体": "KaiTi", "隶书": "LiSu", "幼圆": "YouYuan", "华文中宋": "STZhongsong", "华文宋体": "STSong", "华文楷体": "STKaiti",
    "华文仿宋": "STFangsong", "华文细黑": "STXihei", "方正小标宋简体": "FZXiaoBiaoSong-B05S", "仿宋_GB2312": "FangSong_GB2312",
    "楷体_GB2312": "KaiTi_GB2312", "苹方": "PingFang SC", "思源黑体": "Source Han Sans SC", "思源宋体": "Source Han Serif SC",
}  # fmt: skip


# What stands in for a Chinese face in Latin text: on every machine, and no wider than the tables of `measure`.
SANS, SERIF = "Arial", "Times New Roman"
SERIF_STROKES = "宋仿楷明"


class Furniture(Struct, frozen=True, kw_only=True):
    """Words and marks that stand on slides without the author having written them."""

    colon: str
    comma: str  # between the clauses of an alternative text
    space: str  # between two phrases, such as a label and what stands before its value
    brackets: tuple[str, str]
    foot_separator: str  # between organization, presenter and date on the cover
    footing: str  # in the footer, between the report's title and that of the part
    sample: str  # in the footer, behind the report's title
    pending: str
    and_: str
    continued: str
    cover: str  # the first section of PowerPoint's slide sorter
    closing: str  # and the last one
    source: str  # before who says so, at the foot of a slide
    targets: str  # what the bars of a chart of objectives are


class Language(Struct, frozen=True, kw_only=True):
    """One language of decks; a writer and a layout ask it, and never which language it is."""

    tag: str  # BCP 47, as in `lang` of a run and in dc:language
    alt_tag: str  # `altLang`: the other script of the deck
    names: Names
    prompts: Prompts
    furniture: Furniture
    chinese: bool  # whether text is hanzi: counted by character, set without spaces, upright where that is wanted
    month_first: bool = False  # January 15, 2020

    @property
    def upright(self) -> bool:
        """Whether titles may stand in upright columns, as on the banners of an overview."""
        return self.chinese

    def choose(self, name: Name) -> str:
        """The word of this language where one module declares both, such as the name of a kind's placeholder."""
        return name.zh if self.chinese else name.en

    def numeral(self, number: int) -> str:
        """一, 二 …; 1, 2 …."""
        return to_chinese(number) if self.chinese else str(number)

    def numbered(self, name: str, number: int | str, content: str | None = None) -> str:
        """卡片1, Card 1; with what the shape holds behind it: 要点1 加强党建, Point 1 Growth."""
        head = f"{name}{self.furniture.space}{number}"
        return head if content is None else f"{head} {content}"

    def phrase(self, *words: str) -> str:
        """Words one after the other: 新增就业超过, New jobs over; empty ones are left out."""
        return self.furniture.space.join(word for word in words if word)

    def bracketed(self, text: str, inside: str) -> str:
        """地区生产总值（预计）; GDP (expected)."""
        opening, closing = self.furniture.brackets
        return f"{text}{opening}{inside}{closing}"

    def aside(self, words: str) -> str:
        """What is said behind a label in a few words: 地区生产总值·预计; GDP · expected."""
        return f"·{words}" if self.chinese else f" · {words}"

    def apart(self, phrases: Sequence[str]) -> str:
        """Phrases beside one another that are no sentence: 居全市第3位　全市6.9%; 3rd of 15 | England 6.9%."""
        return ("　" if self.chinese else " | ").join(phrases)

    def target(self, amount: str) -> str:
        """目标420亿元; Target £420m."""
        return f"目标{amount}" if self.chinese else f"Target {amount}"

    def completed(self, share: str) -> str:
        """完成目标103.2%; 103.2% of target."""
        return f"完成目标{share}" if self.chinese else f"{share} of target"

    def ranked(self, rank: str) -> str:
        """居全市第3位: where the ledger says 全市第3位; as it is written in English."""
        return f"居{rank}" if self.chinese and not rank.startswith("居") and "第" in rank else rank

    def quoted(self, text: str) -> str:
        """“七个坚持”; what is quoted already stays."""
        return text if not self.chinese or any(mark in text for mark in OPENING_QUOTES) else f"“{text}”"

    def titled(self, title: str, claim: str) -> str:
        """牢牢把握基本原则：六个“必须”; Our principles: six musts."""
        return f"{title}{self.furniture.colon}{claim}"

    def counted(self, claim: str, number: int) -> str:
        """四个牢牢把握 · 二; Four commitments · 2: the kicker over one of those that a claim counts."""
        whole = claim[:1] in OPENING_QUOTES and claim[-1:] in CLOSING_QUOTES
        words = claim[1:-1] if whole else claim
        return f"{words[:1].upper()}{words[1:]} · {self.numeral(number)}"

    def part(self, number: int) -> str:
        """第一部分; Part 1."""
        return f"第{to_chinese(number)}部分" if self.chinese else f"Part {number}"

    def numbered_page(self, total: int) -> tuple[str, str]:
        """What stands before and behind the number of a slide: 第3页 共20页; Page 3 of 20."""
        return ("第", f"页 共{total}页") if self.chinese else ("Page ", f" of {total}")

    def paired(self, first: str, second: str) -> str:
        """稳与进; Growth and Stability."""
        return f"{first}{self.furniture.and_}{second}"

    def continued(self, number: int) -> str:
        """What stands behind the title of the first, second … slide that goes on: （续）, （续2）; (continued), (continued 2)."""
        which = "" if number == 1 else f"{self.furniture.space}{number}"
        return self.bracketed("", f"{self.furniture.continued}{which}")

    def goes_on(self, title: str) -> bool:
        """Whether a title ends with `continued`."""
        opening, closing = self.furniture.brackets
        return re.search(rf"{re.escape(opening + self.furniture.continued)} ?\d*{re.escape(closing)}$", title) is not None

    def described(self, label: str, text: str, change: str = "", known: bool = True) -> str:
        """A figure as a sentence, for those who hear it: 地区生产总值（预计）：X亿元，同比 +X%（待填）."""
        words = self.titled(label, text) + (f"{self.furniture.comma}{change}" if change else "")
        return words if known else self.bracketed(words, self.furniture.pending.lower())

    def chart_title(self, prefix: str, unit: str = "%") -> str:
        """预期增长（%）, Targets (up to, %) where all bars have a prefix in common, else 预期目标（%）, Targets (%)."""
        if prefix and self.chinese:
            return self.bracketed(f"预期{prefix}", unit)
        return self.bracketed(self.furniture.targets, f"{prefix}, {unit}" if prefix else unit)

    def listed(self, label: str, entries: Sequence[str]) -> str:
        """A chart in words: 预期增长（%）：地区生产总值6.5%，财政收入5%."""
        return self.titled(label, self.furniture.comma.join(entries))

    def date(self, year: int, month: int, day: int | None = None) -> str:
        """2020年1月15日; 15 January 2020; January 15, 2020; without a day 2020年1月, January 2020."""
        if self.chinese:
            return f"{year}年{month}月" + (f"{day}日" if day else "")
        name = MONTHS[month - 1]
        if not day:
            return f"{name} {year}"
        return f"{name} {day}, {year}" if self.month_first else f"{day} {name} {year}"

    def layout_label(self, name: str, label: str) -> str:
        """What a layout is called: in Chinese as the theme says, else after its kind."""
        return label if self.chinese or not has_hanzi(label) else name.capitalize()

    def theme_label(self, name: str, label: str) -> str:
        """What the theme is called in PowerPoint: 政务红, or its name."""
        return label if self.chinese or not has_hanzi(label) else name

    def ornament(self, name: str, number: int) -> str:
        """An ornament's name as the theme says, unless that is of another script: Ornament 3."""
        return name if self.chinese or not has_hanzi(name) else self.numbered(self.names.ornament, number)

    def face(self, name: str) -> str:
        """A face by its name in this language: 微软雅黑 is Microsoft YaHei in an English deck."""
        return name if self.chinese else FACES.get(name, name)

    def latin_face(self, name: str) -> str:
        """The face of Latin text: a Chinese one, whose quotes are an em wide, is none for an English deck."""
        if self.chinese or (name not in FACES and not has_hanzi(name)):
            return name
        return SERIF if any(stroke in name for stroke in SERIF_STROKES) else SANS


ZH_CN = Language(
    tag="zh-CN",
    alt_tag="en-US",
    names=CHINESE_NAMES,
    prompts=CHINESE_PROMPTS,
    chinese=True,
    furniture=Furniture(
        colon="：", comma="，", space="", brackets=("（", "）"), foot_separator="　｜　", footing="　·　", sample="　·　示例数据", pending="待填",
        and_="与", continued="续", cover="封面", closing="结束", source="数据来源：", targets="预期目标",
    ),
)  # fmt: skip
ENGLISH = Furniture(
    colon=": ", comma=", ", space=" ", brackets=(" (", ")"), foot_separator=" | ", footing=" · ", sample=" · Sample data", pending="To come",
    and_=" and ", continued="continued", cover="Cover", closing="Closing", source="Source: ", targets="Targets",
)  # fmt: skip
EN_GB = Language(tag="en-GB", alt_tag="zh-CN", names=ENGLISH_NAMES, prompts=ENGLISH_PROMPTS, chinese=False, furniture=ENGLISH)
EN_US = Language(
    tag="en-US", alt_tag="zh-CN", names=ENGLISH_NAMES, prompts=ENGLISH_PROMPTS, chinese=False, furniture=ENGLISH, month_first=True
)

LANGUAGES: Mapping[str, Language] = {language.tag: language for language in (ZH_CN, EN_GB, EN_US)}


def has_hanzi(text: str) -> bool:
    """Whether a text is Chinese at least in part. (A pattern of this range costs a millisecond to compile.)"""
    return not text.isascii() and any("\u3400" <= char <= "\u9fff" for char in text)


def language_of(tag: str) -> Language:
    """The language that a tag names; `tag` is one of `LANGUAGES`."""
    return LANGUAGES[tag]


def spoken_in(text: str) -> Language:
    """The language of an outline that does not say it: Chinese with hanzi, else English; British where it spells so or counts in £."""
    if has_hanzi(text):
        return ZH_CN
    return EN_GB if re.search(BRITISH, text, re.IGNORECASE) else EN_US
