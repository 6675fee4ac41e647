"""没有说清的数

查什么：变化只写了 `7.8%`，没有说是同比、占比还是提高；数值是数，却没有单位，名称里也看不出数的是什么。
为什么：台下不知道这个数与什么比、数的是什么。
怎么改：写全，如 `同比 +7.8%`、`占比 57.4%`；在 `unit` 里写单位，确实没有单位的（指数、比值）不用管，或 `checks: {unsaid-measure: off}`。

---
A number that does not say what it is

Finds: changes of a number alone (`7.8%`), which may be a rise, a share or anything; values that are numbers without a unit whose label does not say what is counted.
Why: nobody knows what it compares with, or what is counted.
Mend: write `+7.8% year on year`, `57.4% of the total`; give a `unit`; `checks: {unsaid-measure: off}` where there is none.
"""

from __future__ import annotations

from decimal import Decimal

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity, term
from deckgen.figures import Figure
from deckgen.language import has_hanzi
from deckgen.values import Range

RULE = "content/unsaid-measure"
SEVERITY: Severity = "warning"
PARTIAL = False

# Labels that say what is counted, or that nothing is: 基尼系数, 案件数, 恩格尔指数.
UNITLESS = ("指数", "系数", "比", "数", "量", "倍", "分", "率", "pH", "index", "ratio", "score", "number", "count")


def check(subject: Subject) -> Found:
    for figure in subject.figures_used:
        change = figure.change
        if change and not change.wording and change.unit == change.measure:
            yield figure.source, {"name": figure.name, "label": figure.label, "what": term("content/bare-change", change=change.text)}
        if is_bare(figure):
            yield figure.source, {"name": figure.name, "label": figure.label, "what": term("content/no-unit", value=figure.text)}


def is_bare(figure: Figure) -> bool:
    """Whether a number has no unit and nothing says what it counts; an English label often does (New jobs)."""
    bare = isinstance(figure.value, Decimal | Range) and not figure.unit and not figure.currency
    return bare and has_hanzi(figure.label) and not any(word in figure.label for word in UNITLESS)
