"""示例数据

查什么：页面或备注用到的数值是示例（台账里写着 `sample: true`）；每页一条。
为什么：示例只用来看版面，用到它的页面在页脚标着“示例数据”。正式汇报不能用；`--final` 时是错误。
怎么改：用正式的台账生成，或在台账里换成真实的数值，去掉 `sample`。

---
A sample value

Finds: figures in use whose value is a sample (`sample: true` in the ledger); one finding a slide.
Why: samples serve to look at the layout; slides that use them say so in the footer. A final deck must not. An error with `--final`.
Mend: build with the real ledger, or put in the real value and drop `sample`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.showing import named, showing
from deckgen.check.subject import Subject
from deckgen.diagnostics import Fact, Severity, term
from deckgen.figures import Figure

RULE = "content/sample-value"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    for span, title, figures in showing(subject, lambda figure: figure.sample):
        yield span, {"title": title, "count": len(figures), "names": named(figures, entry)}


def entry(figure: Figure) -> Fact:
    return term("content/figure-value", name=figure.name, label=figure.label, value=figure.text)
