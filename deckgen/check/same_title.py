"""两页的标题相同

查什么：标题（连同提法）完全一样的页。
为什么：标题是听众、目录和读屏软件区分各页的依据，PowerPoint 的辅助功能检查也要求不重复。
怎么改：改其中一个；内容接着上一页的，写“（续）”或用 `overflow: continue`。

---
Two slides with one title

Finds: slides whose titles (with their claims) are the same.
Why: titles are how an audience, an outline view and a screen reader tell slides apart; PowerPoint's accessibility checker wants them unique.
Mend: change one of them; where a slide goes on, say so, or use `overflow: continue`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/same-title"
SEVERITY: Severity = "error"
PARTIAL = False


def check(subject: Subject) -> Found:
    if subject.scene is None:
        return
    first: dict[str, int] = {}
    for slide in subject.scene.slides:
        if slide.title in first:
            yield slide.source, {"title": slide.title, "first": first[slide.title]}
        first.setdefault(slide.title, slide.number)
