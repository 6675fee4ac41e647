"""备用页

查什么：写了 `hidden: true` 的页。
为什么：放映时跳过，不进总览、导航和进度，也不算在提法的数目里；临讲前要知道有哪几页看不到。
怎么改：要讲的，去掉 `hidden`；确是备用的，不用改。

---
A hidden slide

Finds: slides with `hidden: true`.
Why: the show leaves them out, and no overview, navigation or claim counts them; whoever speaks should know which they are.
Mend: take `hidden` away where the slide is to be shown; nothing where it is a backup.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/hidden-slide"
SEVERITY: Severity = "warning"
PARTIAL = True


def check(subject: Subject) -> Found:
    for part in subject.outline.parts:
        for slide in part.slides:
            if slide.hidden:
                yield slide.source, {"title": slide.title.plain}
