"""完成情况与目标对不上

查什么：写了 `target`（目标）的指标，`change` 说“完成目标的 103%”，与 `value`、`target` 算出来的不一致。
为什么：完成率是台下最爱算的数。
怎么改：核对三个数；完成率是另一口径的，不要写 `target`，或把它登记成单独的指标。

---
A completion that contradicts value and target

Finds: figures with a `target` whose `change` says how much of it was reached (完成目标的103%, 103% of target) when value and target give another share.
Why: completion is what an audience reckons first.
Mend: check the three; where completion is counted another way, give no `target`, or make it a figure of its own.
"""

from __future__ import annotations

from decimal import Decimal

from deckgen.check.exactness import half_of_last
from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.figures import Change, Figure
from deckgen.values import format_value, rounded

RULE = "content/target-completion"
SEVERITY: Severity = "error"
PARTIAL = False

AIMS = ("目标", "任务", "计划", "预算", "预期", "of target", "of the target", "of plan")


def check(subject: Subject) -> Found:
    for figure in subject.ledger.figures.values():
        change = figure.change
        if figure.target is None or change is None or not says_completion(change):
            continue
        share = share_of_target(figure)
        if share and isinstance(change.value, Decimal) and not agrees(change.value, share):
            middle = rounded((share[0] + share[1]) / 2, 1).normalize()
            yield figure.source, {
                "label": figure.label, "change": change.text, "value": figure.text,
                "target": figure.worded(figure.target), "found": f"{format_value(middle)}%",
            }  # fmt: skip


def says_completion(change: Change) -> bool:
    """完成年度目标的, 103% of target; 超额完成3% says how much more it was and is left alone."""
    words = change.wording + change.unit
    return change.measure == "%" and "超" not in words and ("完成" in words or " of " in words) and any(aim in words for aim in AIMS)


def share_of_target(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The least and the most that value can be of target, in percent, as exact as both are written."""
    value, target = figure.value, figure.target.value if figure.target else None
    if not isinstance(value, Decimal) or not isinstance(target, Decimal) or target <= half_of_last(target) or value < 0:
        return None
    v, t = half_of_last(value), half_of_last(target)
    return (value - v) / (target + t) * 100, (value + v) / (target - t) * 100


def agrees(stated: Decimal, share: tuple[Decimal, Decimal]) -> bool:
    half = half_of_last(stated)
    return share[0] - half <= stated <= share[1] + half
