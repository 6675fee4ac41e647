"""没有用到的指标

查什么：台账里登记了，页面、正文和备注都没有用到的指标。
为什么：多半是名称写错或漏写了引用；真不用的指标白白要部门填数。作为合计或部分（`parts_of`）参加核对的不算。
怎么改：在大纲里用 `figures:` 或 `{名称}` 引用，或从台账里删去。

---
A figure that nothing uses

Finds: figures of the ledger that no slide, text or notes use.
Why: most often a reference is missing or misspelt; otherwise a department is asked for a number in vain. Figures that take part in a sum (`parts_of`) count as used.
Mend: use it by `figures:` or `{name}`, or take it out of the ledger.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/unused-figure"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    figures = subject.ledger.figures
    summed = {name for figure in figures.values() if figure.parts_of for name in (figure.name, figure.parts_of)}
    for name in figures.keys() - set(subject.used) - summed:
        yield figures[name].source, {"name": name, "label": figures[name].label}
