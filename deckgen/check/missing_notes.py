"""没有讲稿备注的页

查什么：没有写 `notes` 的页（封面、总览、封底也查）。
为什么：讲的人翻到这一页没有稿子。
怎么改：写上 `notes`；确实不用讲的页，可以在文件头写 `checks: {missing-notes: off}`。

---
A slide without speaker notes

Finds: slides without `notes` (cover, overview and closing too).
Why: the speaker turns to it and has nothing to read.
Mend: write `notes`; for a deck that needs none, `checks: {missing-notes: off}`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/missing-notes"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    if subject.scene is None:
        return
    # The slide before one that goes on holds the notes of both.
    continued = {id(slide) for slide in subject.scene.slides if subject.outline.language.goes_on(slide.title)}
    for slide in subject.scene.slides:
        if not slide.notes.strip() and id(slide) not in continued and slide.layout != "divider":
            yield slide.source, {"number": slide.number, "title": slide.title}
