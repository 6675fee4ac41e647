"""还不知道的指标（X）

查什么：页面或备注用到的指标，数值、变化、目标、上年数、历年或别处的数还是 X；每页一条。
为什么：X 是正常的状态，页面上标着“待填”，不会被当成真数字；但正式汇报之前必须填好。`--final` 时是错误。
怎么改：在台账里填 `value`（有 `change` 的连同变化）；`deckgen figures OUTLINE --missing` 按部门列出，可以发给各部门。

---
A figure that is still X

Finds: figures that slides or notes use and of which something is not known yet: value, change, target, base, another year or place; one finding a slide.
Why: X is a normal state, shown as such; before the deck is final it must be known. An error with `--final`.
Mend: fill in `value` (and `change`) in the ledger; `deckgen figures OUTLINE --missing` lists what to ask of whom.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.check.rule import Found
from deckgen.check.showing import named, showing
from deckgen.check.subject import Subject
from deckgen.diagnostics import Fact, Severity, term
from deckgen.figures import Figure

RULE = "content/unknown-value"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    for span, title, figures in showing(subject, is_open):
        yield span, {"title": title, "count": len(figures), "names": named(figures, entry)}


def is_open(figure: Figure) -> bool:
    return not figure.known or any(amount.value is None for amount in figure.amounts().values())


def entry(figure: Figure) -> Fact:
    """The figure, and what of it is X where the value itself is known."""
    if figure.value is None:
        return term("content/figure", name=figure.name, label=figure.label)
    return term("content/figure-part", name=figure.name, label=figure.label, what=next(parts(figure)))


def parts(figure: Figure) -> Iterator[Fact]:
    """What else of the figure is X: its change, its target, or the year or place that is asked for."""
    if figure.change and figure.change.value is None:
        yield term("content/change")
    words = {"target": term("content/target"), "base": term("content/base")}
    for name, amount in figure.amounts().items():
        if amount.value is None:
            yield words.get(name, name.partition(".")[2])
