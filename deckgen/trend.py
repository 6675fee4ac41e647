"""Which way a figure went, whether that is good, and how its change is written with a mark that shows it: 同比 ▲7.8%."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from deckgen.figures import Change, Figure, format_value
from deckgen.language import has_hanzi

Tone = Literal["good", "bad", "plain"]

UP, DOWN = "▲", "▼"
RISING = ("增", "升", "提高", "扩大", "加快", "上涨", "up", "rose", "ris", "grew", "grow", "increas", "higher", "gain", "improv")
FALLING = (
    *("降", "减", "回落", "下滑", "缩", "收窄", "放缓"),
    *("down", "fell", "fall", "drop", "decreas", "declin", "lower", "cut", "reduc", "shrank", "saved"),
)  # fmt: skip
# Of what less is better, wherever the ledger does not say `good`.
BETTER_LESS = (
    *("能耗", "水耗", "煤耗", "电耗", "排放", "浓度", "污染", "PM2.5", "PM10", "案件", "发案", "警情", "事故", "死亡", "伤亡", "火灾"),
    *("投诉", "信访", "失业", "贫困人口", "负债", "债务", "不良", "逾期", "欠薪", "积案", "差错", "空置", "成本", "税负", "赤字"),
    *("时限", "时间", "用时", "耗时", "工作日", "等候", "办结天数", "倍差", "收入比"),
    *("crime", "burglar", "accident", "casualt", "collision", "death", "mortality", "fire", "emission", "pollut", "complaint", "unemploy"),
    *("debt", "arrears", "deficit", "cost", "waiting", "vacanc", "delay", "overdue", "incident", "infection", "falls", "re-offend"),
    *("energy use", "days to", "time to", "turnover of staff", "sickness"),
)  # fmt: skip


def direction(change: Change | None) -> int:
    """1 for a rise, -1 for a fall, 0 where it did not move, says a share, or nobody knows."""
    if change is None or not isinstance(change.value, Decimal):
        return 0
    sign = (change.value > 0) - (change.value < 0)
    wording = change.wording.lower()
    if any(word in wording for word in FALLING):
        return -abs(sign)
    if change.signed or any(word in wording for word in RISING):
        return sign
    return 0


def wanted(figure: Figure) -> int:
    """1 where more is better, -1 where less is, 0 where neither: as the ledger says, else by what the figure is called."""
    said = {"up": 1, "down": -1, "none": 0}.get(getattr(figure, "good", ""))
    if said is not None:
        return said
    label = figure.label.lower()
    return -1 if any(word.lower() in label for word in BETTER_LESS) else 1


def tone(figure: Figure) -> Tone:
    """Whether the way a figure went is good, bad, or neither."""
    way = direction(figure.change) * wanted(figure)
    return "good" if way > 0 else "bad" if way < 0 else "plain"


def fell(figure: Figure) -> bool:
    """Whether the value itself is a loss: −3.2%."""
    return isinstance(figure.value, Decimal) and figure.value < 0


def marked(change: Change) -> str:
    """The change with ▲ or ▼ for its sign: 同比 ▲7.8%, ▲提高0.5个百分点; as the ledger has it where it did not move."""
    way = direction(change)
    if not way or not isinstance(change.value, Decimal):
        return change.text
    mark = UP if way > 0 else DOWN
    if not change.signed:
        return f"{mark}{'' if has_hanzi(change.wording) else ' '}{change.text}"
    amount = amount_of(change)
    return f"{change.wording} {mark}{amount}" if change.wording else f"{mark}{amount}"


def amount_of(change: Change) -> str:
    """How much, without its way: 7.8%, £4m."""
    assert isinstance(change.value, Decimal)
    number = format_value(abs(change.value), grouped=change.grouped)
    bare = Change("", change.value, change.unit, signed=False, grouped=change.grouped, currency=change.currency)
    return bare.worded(number)
