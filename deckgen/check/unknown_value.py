"""还不知道的指标（X）

查什么：页面或备注用到的指标，数值、变化、目标、上年数、历年或别处的数还是 X。
为什么：X 是正常的状态，页面上标着“待填”，不会被当成真数字；但正式汇报之前必须填好。`--final` 时是错误。
怎么改：在台账里填 `value`（有 `change` 的连同变化）；`deckgen figures OUTLINE --missing` 按部门列出，可以发给各部门。

---
A figure that is still X

Finds: figures that slides or notes use and of which something is not known yet: value, change, target, base, another year or place.
Why: X is a normal state, shown as such; before the deck is final it must be known. An error with `--final`.
Mend: fill in `value` (and `change`) in the ledger; `deckgen figures OUTLINE --missing` lists what to ask of whom.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Fact, Severity, term
from deckgen.figures import Figure

RULE = "content/unknown-value"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    for figure in subject.figures_used:
        if not figure.known:
            what = term("content/value") if figure.value is None else term("content/change")
            yield figure.source, {"name": figure.name, "label": figure.label, "what": what, "asked": asked(figure)}
        for name, amount in figure.amounts().items():
            if amount.value is None:
                yield figure.source, {"name": figure.name, "label": figure.label, "what": other(name), "asked": asked(figure)}


def other(name: str) -> Fact:
    """What else of the figure is X: 目标, or the year or place it is asked for."""
    return {"target": term("content/target"), "base": term("content/base")}.get(name, name.partition(".")[2])


def asked(figure: Figure) -> Fact:
    """Who is to be asked, where the ledger says it."""
    if not figure.department:
        return ""
    return term("content/ask", department=figure.department)
