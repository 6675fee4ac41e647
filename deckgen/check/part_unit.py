"""部分与合计的单位不同

查什么：写了 `parts_of` 的指标，单位与合计的单位不是一回事（万元与亿元可以换算，家与人不能）。
为什么：单位不同就没法核对，多半是 `parts_of` 写错了对象。
怎么改：核对单位，或改 `parts_of`。

---
A part in another unit than its total

Finds: figures whose unit does not measure what their total (`parts_of`) measures (万元 and 亿元 convert, 家 and 人 do not).
Why: they cannot be added up; most often `parts_of` names the wrong figure.
Mend: correct the unit or `parts_of`.
"""

from __future__ import annotations

from deckgen.check.exactness import scale_of
from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.check.total_of_parts import totals
from deckgen.diagnostics import Severity

RULE = "content/part-unit"
SEVERITY: Severity = "error"
PARTIAL = False


def check(subject: Subject) -> Found:
    for total, parts in totals(subject.ledger):
        for part in parts:
            if scale_of(part.unit)[1] != scale_of(total.unit)[1]:
                yield part.source, {"name": part.name, "unit": part.unit, "total": total.name, "other": total.unit}
