"""Which figures of a section become its cards: economy before meetings, results before counts of meetings, six at most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.figures.entry import LedgerEntry
from deckgen.speech.figures.naming import indicator_of

MOST = 6
FEW = 4  # of counts of meetings, where a section has nothing else
ALONE_LEAST = 3.0  # what a figure must be worth to be a card by itself
ACTIVITY = re.compile(
    r"会议?$|学习|宣讲|培训|调研|视察|督查|检查|走访|座谈|活动|汇报|听取|领导小组|制度|方案|文件|职责|审议|体会|文章|报告|简报|期$"
)
FRAME = re.compile(r"县（市）区|方面|工作$|问题$|措施$|单位$|检查组|党组|党工委|任务$|清单|批次|类别")
PEOPLE = ("人", "户", "人次", "名", "亩", "公里", "平方米", "所", "家", "个", "套", "天", "吨", "辆", "台")
FIRST = ("第一", "第1", "首")
CARD_LABEL = 11


def cards_of(entries: Sequence[LedgerEntry], most: int) -> tuple[str, ...]:
    """The names of the most telling figures, in the order of the speech."""
    named = [pair for pair in enumerate(entries) if pair[1].sure]  # a name that is a guess is for the ledger, not for the hall
    ranked = sorted(named, key=lambda pair: (not certain(pair[1]), -worth(pair[1]), pair[0]))[: min(most, MOST)]
    ordered = list(dict(sorted(ranked)).values())
    chosen = [entry for entry in ordered if worth(entry) > -1] or ordered[:FEW]
    if len(chosen) == 1 and worth(chosen[0]) < ALONE_LEAST:
        return ()
    return tuple(entry.name for entry in chosen)


def certain(entry: LedgerEntry) -> bool:
    """Whether nothing about it must be checked: such a figure goes before every one that is doubtful."""
    return entry.sure and not entry.twin


def worth(entry: LedgerEntry) -> float:
    """What a figure tells an audience; the rules in the order of their weight."""
    label, quantity = entry.label, entry.quantity
    weight = 4 * bool(indicator_of(label)) + unit_worth(entry)
    weight += 1.5 * (entry.change is not None)
    weight -= 3 * bool(ACTIVITY.search(label)) + 2 * bool(FRAME.search(label))
    weight -= 4 * (not certain(entry)) + 0.4 * (len(label) > CARD_LABEL) + 1.5 * (len(label) < 3)
    weight += 0.4 * bool(re.search("新增|建成|新建|引进|完成|累计|总", label))
    return weight - (3 if not quantity.unit and not quantity.rank else 0)


def unit_worth(entry: LedgerEntry) -> float:
    """Money and places among others tell most, people and things that are counted least."""
    quantity = entry.quantity
    if quantity.unit.endswith("元"):
        return 2.5 if "亿" in quantity.unit else 1.5
    if quantity.unit in ("%", "％", "个百分点"):
        return 1.2 if entry.label.endswith("比重") else 2
    if quantity.rank:
        return 2.5 if quantity.value in FIRST else 1.2
    return 1 if quantity.unit.endswith(PEOPLE) else 0
