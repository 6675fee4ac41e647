"""一页讲得太久

查什么：文件头写了 `speech` 时，按备注算要讲三分钟以上的页。
为什么：一页停得太久，听的人不再看屏幕。
怎么改：把这一页分成两页，或缩短备注；要点逐条出现（`reveal: points`）也有帮助。

---
A slide that stands too long

Finds: slides whose notes take more than three minutes to say, where the head has `speech`.
Why: nobody looks that long at one slide.
Mend: make two slides of it, or shorten the notes; entries that come one by one (`reveal: points`) help.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.delivery import LONG, clock, shown_seconds
from deckgen.diagnostics import Severity

RULE = "delivery/slide-long"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    if subject.outline.speech is None or subject.scene is None:
        return
    for slide in subject.scene.slides:
        seconds = shown_seconds(slide, subject.scene.pace)
        if seconds > LONG:
            yield slide.source, {"number": slide.number, "takes": clock(seconds)}
