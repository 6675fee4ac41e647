"""How a change looks: ▲ or ▼ for its way, and whether that is good, for the colour."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import structs

from deckgen.figures import Change, Figure
from deckgen.language import has_hanzi
from deckgen.values import Range

Tone = Literal["good", "bad", "plain"]

MARKS = {"up": "▲", "down": "▼"}
WAYS = {"up": 1, "down": -1, "none": 0, "": 0}
# Of what less is better, where the ledger does not say `good`.
BETTER_LESS = (
    *("能耗", "水耗", "煤耗", "电耗", "排放", "浓度", "污染", "pm2.5", "pm10", "案件", "发案", "警情", "事故", "死亡", "伤亡", "火灾"),
    *("投诉", "信访", "失业", "贫困人口", "负债", "债务", "不良", "逾期", "欠薪", "积案", "差错", "空置", "成本", "税负", "赤字"),
    *("时限", "时间", "用时", "耗时", "工作日", "等候", "倍差", "收入比", "天数（办"),
    *("crime", "burglar", "accident", "casualt", "collision", "death", "mortality", "fires", "emission", "pollut", "complaint", "unemploy"),
    *("debt", "arrears", "deficit", "cost", "waiting", "wait for", "vacanc", "delay", "overdue", "incident", "infection", "re-offend"),
    *("energy use", "days to", "time to", "sickness"),
)  # fmt: skip


def wanted(figure: Figure) -> int:
    """1 where more is better, -1 where less is, 0 where neither: as the ledger says, else by what the figure is called."""
    if figure.good:
        return WAYS[figure.good]
    label = figure.label.lower()
    return -1 if any(word in label for word in BETTER_LESS) else 1


def tone(figure: Figure) -> Tone:
    """Whether the way a figure went is good, bad, or neither; of a change that is still X neither."""
    change = figure.change
    way = WAYS[change.direction] * wanted(figure) if change and change.value is not None else 0
    return "good" if way > 0 else "bad" if way < 0 else "plain"


def is_loss(figure: Figure) -> bool:
    """Whether the value itself is below nothing: −3.2%."""
    lowest = figure.value.low if isinstance(figure.value, Range) else figure.value
    return isinstance(lowest, Decimal) and lowest < 0


def marked(change: Change) -> str:
    """The change with ▲ or ▼ for its sign: 同比 ▲7.8%, ▲提高0.5个百分点, and 同比 ▼X% of a fall whose size nobody knows yet.

    As the ledger has it where it did not move, or is X without being a fall.
    """
    mark = MARKS.get(change.direction, "")
    if not mark or (change.value is None and not change.falling):
        return change.text
    if change.value is not None and (not change.signed or not isinstance(change.value, Decimal)):
        return f"{mark}{'' if has_hanzi(change.wording) else ' '}{change.text}"
    amount = mark + amount_of(change)
    return f"{change.wording} {amount}" if change.wording else amount


def told(change: Change) -> str:
    """The change for those who hear it: as the ledger has it, a fall whose size nobody knows yet as cards show it."""
    return marked(change) if change.value is None and change.falling else change.text


def amount_of(change: Change) -> str:
    """How much, without wording and sign: 7.8%, £4m, X%."""
    value = abs(change.value) if isinstance(change.value, Decimal) else change.value
    return structs.replace(change, wording="", value=value, signed=False, falling=False).text
