"""一页闪得太快

查什么：文件头写了 `speech` 时，有备注、但十秒以内就讲完的页。没有备注的页由 `missing-notes` 管；封面、封底、分隔页不算。
为什么：听的人还没看清，就翻过去了。
怎么改：多讲几句，或把这一页并进前后的页。

---
A slide that is gone too soon

Finds: slides whose notes are said in less than ten seconds, where the head has `speech`. Slides without notes are the affair of
`missing-notes`; cover, closing and dividers are none.
Why: it is gone before anybody has read it.
Mend: say more about it, or make it part of its neighbour.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.delivery import SHORT, clock, shown_seconds
from deckgen.diagnostics import Severity

RULE = "delivery/slide-short"
SEVERITY: Severity = "warning"
PARTIAL = False

BRIEF = ("cover", "closing", "divider")  # that stand as long as somebody comes to the desk


def check(subject: Subject) -> Found:
    if subject.outline.speech is None or subject.scene is None:
        return
    for slide in subject.scene.slides:
        if slide.notes.strip() and slide.layout not in BRIEF and 0 < (seconds := shown_seconds(slide, subject.scene.pace)) < SHORT:
            yield slide.source, {"number": slide.number, "takes": clock(seconds)}
