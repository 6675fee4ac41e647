"""位次对不上

查什么：位次（`rank`，或写成“第2”“2/15”的数值）大于参加排名的个数；`compare` 里胜过它的，比位次允许的多，或与“第1”矛盾。
为什么：说是第一，屏幕上却有比它大的数，台下一眼就看得出来。
怎么改：核对位次和 `compare` 里的数；数小为好的指标（能耗、发案），写 `good: down`；两个口径的，去掉其中一个。

---
A rank that contradicts what others have

Finds: ranks (`rank`, or values such as 第2, 2/15) beyond the number of those ranked, and places in `compare` that are better than the rank allows.
Why: nobody believes a first place beside a greater number.
Mend: check the rank and `compare`; where less is better (energy, crime) say `good: down`; leave one of them out where they are counted differently.
"""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity, listed
from deckgen.figures import Figure
from deckgen.numerals import to_number
from deckgen.patterns import one_of

RULE = "content/rank-conflict"
SEVERITY: Severity = "error"
PARTIAL = False

HANZI = one_of("一二三四五六七八九十")
PLACE = (
    rf"第\s*(?P<hanzi>[0-9]{{1,4}}|{HANZI}{{1,3}})|(?<![0-9])(?P<of>[0-9]{{1,4}})\s*/\s*(?P<all>[0-9]{{1,4}})(?![0-9])"
    r"|(?<![0-9])(?P<latin>[0-9]{1,4})(?:st|nd|rd|th)(?: of (?P<among>[0-9]{1,4}))?"
)
AMONG = r"(?P<all>[0-9]{1,4})\s*个?(?:县区|区县|县|区|市|省|镇|街道|单位|部门)"
# Who has the whole, which is no rival in a total, and none of a rank's places.
WHOLES = ("全", "平均", "合计", "总计", "average", "total", "national", "england", "nationwide")
RATES = frozenset({"%", "‰", "个百分点"})


def check(subject: Subject) -> Found:
    for figure in subject.ledger.figures.values():
        place, among = ranked(figure)
        if not place:
            continue
        if among and place > among:
            yield figure.source, {"label": figure.label, "rank": rank_of(figure), "others": str(among), "count": among}
            continue
        better = ahead(figure)
        if len(better) >= place:
            others = listed(f"{name} {figure.worded(figure.compare[name])}" for name in better)
            yield figure.source, {"label": figure.label, "rank": rank_of(figure), "others": others, "count": len(better)}


def rank_of(figure: Figure) -> str:
    return figure.rank or figure.text


def ranked(figure: Figure) -> tuple[int, int]:
    """Its place and among how many, 0 for what is not said."""
    words = figure.rank or (f"{figure.value} {figure.unit}" if isinstance(figure.value, str) else "")
    match = re.search(PLACE, words) if words else None
    if match is None:
        return 0, 0
    place = to_number(match["hanzi"] or match["of"] or match["latin"]) or 0
    among = match["all"] or match["among"] or ""
    if not among:
        counted = re.search(AMONG, words)
        among = counted["all"] if counted else ""
    return place, int(among or 0)


def ahead(figure: Figure) -> list[str]:
    """Who has more (where less is better: less); of wholes only rates can, which no member of them exceeds without being first."""
    value = figure.value
    if not isinstance(value, Decimal) or not figure.rank or figure.good == "none":
        return []
    rivals = {name: amount.value for name, amount in figure.compare.items() if figure.unit in RATES or not is_whole(name)}
    place, _ = ranked(figure)
    return [
        name
        for name, other in rivals.items()
        if isinstance(other, Decimal) and (other < value if figure.good == "down" else other > value) and (place == 1 or not is_whole(name))
    ]


def is_whole(name: str) -> bool:
    return any(word in name.lower() for word in WHOLES)
