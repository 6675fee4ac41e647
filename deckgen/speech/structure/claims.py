"""Counted claims: “七个坚持”, 做到“四个牢牢把握”, 六个“必须”; and whether what follows keeps them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from deckgen.numerals import to_chinese, to_number

COUNT = "[一二三四五六七八九十两]{1,2}|\\d{1,2}"
QUOTED = re.compile(
    rf"[“\"‘「](?P<n>{COUNT})个?(?P<noun>[^”\"’」\d]{{2,10}})[”\"’」]|(?P<m>{COUNT})个[“\"‘「](?P<word>[^”\"’」]{{2,8}})[”\"’」]"
)
PLAIN = re.compile(
    rf"(?:做到|坚持|实现|突出|抓好|强化|围绕|聚焦|推进|重点|开展|实施|抓住|做好|落实|把握)(?:了|以下)?(?P<n>{COUNT})(?:个|大|项)(?P<noun>[\u4e00-\u9fff]{{2,6}})(?=[：:。]$)"
)


PLAN_PERIOD = re.compile("[一二三四五六七八九十]{1,2}五(?!个|大|项)")  # “十四五” is a time


class CountedClaim(Struct, frozen=True):
    text: str  # as the outline has it: 七个坚持, 六个“必须”
    count: int
    noun: str
    start: int
    end: int


def claims_in(text: str) -> list[CountedClaim]:
    """All of them, left to right."""
    claims = []
    for match in (*QUOTED.finditer(text), *PLAIN.finditer(text)):
        groups = match.groupdict()
        written = groups.get("n") or groups.get("m") or ""
        noun = groups.get("noun") or groups.get("word") or ""
        count = to_number(written)
        if count is None or not 1 < count < 21 or not noun or PLAN_PERIOD.match(written + noun):
            continue
        words = f"{written}个“{noun}”" if groups.get("word") else text[match.start() : match.end()].strip('“”"‘’「」')
        if match.re is PLAIN:
            words = words[words.index(written) :]
        claims.append(CountedClaim(words, count, noun, match.start(), match.end()))
    return sorted(claims, key=lambda claim: claim.start)


def announced(text: str) -> CountedClaim | None:
    """The claim that a paragraph makes of what follows it: near its end, behind it hardly anything but a colon."""
    for claim in reversed(claims_in(text)):
        if len(text) - claim.end <= 16:
            return claim
    return None


def speaks_of(claim: CountedClaim, titles: Sequence[str]) -> bool:
    """Whether at least half of what follows has the word that the claim counts."""
    return bool(titles) and sum(claim.noun in title for title in titles) * 2 >= len(titles)


def common_head(heads: Sequence[str]) -> str:
    """统筹 where every item begins with it; "" for items that begin unlike."""
    words = {head[:2] for head in heads}
    word = words.pop() if len(words) == 1 else ""
    return word if re.fullmatch("[\u4e00-\u9fff]{2}", word) and len(heads) > 2 else ""


def counted(number: int, noun: str, quoted: bool) -> str:
    return f"{to_chinese(number)}个" + (f"“{noun}”" if quoted else noun)
