"""标题里没有字

查什么：标题写了，但去掉强调记号和空格以后什么也没有，或只有标点。
为什么：没有标题的页，读屏软件读不出来，导航里也是空的。
怎么改：写上标题。

---
A title without words

Finds: titles of nothing but marks, spaces or punctuation.
Why: a screen reader has nothing to say for the slide, and the outline view shows an empty line.
Mend: write a title.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/empty-title"
SEVERITY: Severity = "error"
PARTIAL = False


def check(subject: Subject) -> Found:
    outline = subject.outline
    titles = [outline.title, *(title for part in outline.parts for title in (part.title, *(slide.title for slide in part.slides)))]
    if outline.closing:
        titles.append(outline.closing.title)
    for title in titles:
        if title.runs and not any(char.isalnum() for char in title.plain):
            yield title.source, {"title": title.plain}
