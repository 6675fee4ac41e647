"""同一个指标登记了两次

查什么：两个名称的指标，名称旁的文字、单位、时期都相同，数值相同或还没有填。
为什么：以后改了一处，另一处就错了。
怎么改：删去一个，两处都引用剩下的那个；确是两个指标的，把 `label` 或 `period` 写得能区分。

---
One figure defined twice

Finds: two names with the same label, unit, prefix and period, and the same value (or none yet).
Why: once one of them is changed, the other is wrong.
Mend: keep one and refer to it in both places; where they are two things, tell them apart by `label` or `period`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.check.twins import same_value, twins
from deckgen.diagnostics import Severity

RULE = "content/twice-defined"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    for first, second in twins(subject):
        if same_value(first, second):
            yield second.source, {"name": second.name, "first": first.name, "label": second.label}
