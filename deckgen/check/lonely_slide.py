"""太空的页

查什么：只有一条内容、又没有指标卡的要点页、原则页、问题页、重点页，只有一个目标的目标页。
为什么：一页只讲一句话，用 `statement` 更有力；更多的时候，是内容写漏了。
怎么改：补上内容，并到相邻的页，或改成 `kind: statement`。

---
A lonely slide

Finds: slides of points, principles, problems or pairs with a single entry and no figures, and objectives with a single target.
Why: one sentence is stronger as a `statement`; more often something is missing.
Mend: complete it, merge it with its neighbour, or make it `kind: statement`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.kinds.registry import kind_of

RULE = "layout/lonely-slide"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    for part in subject.outline.parts:
        for slide in part.slides:
            kind = kind_of(slide)
            if kind.lives_on_entries and sum(len(getattr(slide, name)) for name in kind.lists) == 1:
                yield slide.source, {"title": slide.title.plain}
