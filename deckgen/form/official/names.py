"""Names of indicators as tables write them: without indents, 其中, ordinals, footnote marks; unit apart; one name for what has several."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from deckgen.synonyms import INDICATORS

OF_WHICH = re.compile(r"^(?:其中|在总计中|#|＃|※|★|☆|●|○|·|•|—+|-+)[:：]?")
ORDINAL = re.compile(r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(][0-9]{1,2}[)）]|[0-9]{1,2}[、.．](?![0-9])|[①-⑳])")
FOOTNOTE = re.compile(r"(?:(?<![*＊†‡①-⑳¹²³])[*＊†‡①-⑳¹²³]++|[\[〔【][注0-9一二三]{1,3}[\]〕】]|[（(]注[0-9]?[)）])$")
IN_BRACKETS = re.compile(r"^(?P<name>.+?)[（(【\[〔](?P<unit>[^（()）【】\[\]〔〕]{1,14})[)）】\]〕]$")
AFTER_A_COMMA = re.compile(r"^(?P<name>.+)[,，/／](?P<unit>[^,，/／]{1,8})$")
UNIT = re.compile(
    r"(?:单位[:：])?(?P<unit>%|％|‰|‰|个?百分点|[十百千]?[万亿]?(?:元|美元|人|人次|户|家|个|吨|公斤|千克|亩|公顷|平方米|立方米|平方公里|公里|千瓦时|千瓦|度|辆|台|套|件|项|所|床|张|头|只|吨标准煤|标准箱|TEU|元/人|元/吨|微克/立方米|天|次|名|倍))",
)
PER_CENT = {"％": "%", "百分点": "个百分点", "‰": "‰"}


# Of two names that differ in one of these, one is not the other.
APART = (
    ("城镇", "农村", "城乡"), ("收入", "支出"), ("第一", "第二", "第三"), ("进口", "出口"), ("存款", "贷款"), ("人均",), ("预算",), ("总产值", "增加值"),
    ("增速", "增长", "比重", "占比"), ("民间", "工业", "房地产"), ("登记", "调查"),
)  # fmt: skip


class Name(Struct, frozen=True):
    """A name as it is compared, the unit that stands in it, and whether it is one of those that the row above is made of."""

    plain: str
    unit: str = ""
    part: bool = False


def name_of(text: str) -> Name:
    """其中：第一产业增加值（亿元） as (第一产业增加值, 亿元, part)."""
    words = squeezed(text)
    part = False
    while True:
        bare = OF_WHICH.sub("", words)
        part = part or bare != words
        bare = ORDINAL.sub("", bare)
        if bare == words:
            break
        words = bare
    words = FOOTNOTE.sub("", words)
    unit = ""
    for pattern in (IN_BRACKETS, AFTER_A_COMMA):
        match = pattern.match(words)
        if match and (found := unit_of(match["unit"])):
            words, unit = FOOTNOTE.sub("", match["name"]), found
            break
    return Name(words, unit, part)


def squeezed(text: str) -> str:
    """Without any space, in half width but for its marks."""
    return "".join(unicodedata.normalize("NFKC", text).split()).strip(":：")


def unit_of(text: str) -> str:
    """The unit that a text is; "" where it is something else (预计, 可比价)."""
    words = squeezed(text)
    match = UNIT.fullmatch(words)
    return PER_CENT.get(match["unit"], match["unit"]) if match else ""


def same_indicator(one: str, other: str) -> bool:
    """Whether two names mean one thing for certain: letter by letter, or by the list of synonyms."""
    return standard(one) == standard(other)


def standard(name: str) -> str:
    """One name for all that an indicator is called."""
    words = squeezed(name).upper()
    return INDICATORS.get(words, words)


def close(one: str, other: str) -> bool:
    """Whether two names may mean one thing, which somebody must say: 规上工业 and 规模以上工业增加值, one within the other."""
    a, b = standard(one), standard(other)
    if min(len(a), len(b)) < 3 or any({word for word in words if word in a} != {word for word in words if word in b} for words in APART):
        return False
    if a in b or b in a:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, a, b).ratio() >= 0.75
