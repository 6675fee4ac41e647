"""同一个名称，两个数值

查什么：两个指标的 `label`、单位、时期都相同，数值却不同。
为什么：同一场汇报里对不上的两个数字，台下一眼就看得出来。
怎么改：核对哪个对；确是两个指标的，把 `label` 或 `period` 写得能区分。

---
One label, two values

Finds: two figures with the same label, unit, prefix and period whose values differ.
Why: two numbers that do not agree are what an audience notices first.
Mend: find out which is right; where they are two things, tell them apart by `label` or `period`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.check.twins import same_value, twins
from deckgen.diagnostics import Severity

RULE = "content/label-conflict"
SEVERITY: Severity = "error"
PARTIAL = False


def check(subject: Subject) -> Found:
    for first, second in twins(subject):
        if not same_value(first, second):
            yield (
                second.source,
                {"name": second.name, "value": second.text, "first": first.name, "other": first.text, "label": second.label},
            )
