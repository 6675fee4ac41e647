"""印不下的备注

查什么：讲稿备注太长，用 9 磅的字也印不进这一页的备注页。
为什么：打印“备注页”时，多出的字会被裁掉，讲的人却不知道。
怎么改：`deckgen render 大纲 --notes` 印的讲稿不限长短；或缩短备注，或把这一页分成两页。

---
Notes that the notes page does not hold

Finds: speaker notes that do not fit the notes page of their slide even at 9 pt.
Why: when notes pages are printed, what is too much is cut off without a word.
Mend: `deckgen render OUTLINE --notes` prints notes of any length; or shorten them, or make two slides.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "layout/notes-cut"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    for slide in subject.slides:
        if slide.notes_page.cut:
            yield slide.source, {"number": slide.number, "count": len(slide.notes), "cut": slide.notes_page.cut}
