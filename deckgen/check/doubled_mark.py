"""重复的标点

查什么：，， 。。 、、 ，。 ；； ：： 这样连着的标点。省略号……、破折号——、感叹叠用！！ 不算。
为什么：删改文字时留下的。
怎么改：删去多余的一个。

---
Doubled punctuation

Finds: ，， 。。 、、 ，。 ；； ：： and the like; …… and —— are left alone.
Why: left behind by an edit.
Mend: delete the one too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/doubled-mark"
SEVERITY: Severity = "warning"
PARTIAL = True

ENDS = "，。、；：,;？！?!"  # these may not be followed by
FOLLOWERS = "，。、；：,;"
ONCE = "“”《》（）"  # and these not by themselves
MARKS = r"[^\w\s]{2,}"


def check(subject: Subject) -> Found:
    script = subject.script
    for marks in re.finditer(MARKS, script.joined):
        for first, last in doubled(marks[0]):
            start = marks.start() + first
            yield script.span(start, marks.start() + last), {"marks": marks[0][first:last], "text": script.around(start)}


def doubled(marks: str) -> Iterator[tuple[int, int]]:
    """Where in a row of marks some stand that may not follow one another: start and end."""
    at = 0
    while at < len(marks) - 1:
        end = at + 1
        if marks[at] in ENDS:
            while end < len(marks) and marks[end] in FOLLOWERS:
                end += 1
        elif marks[at] in ONCE and marks[end] == marks[at]:
            end += 1
        if end - at > 1:
            yield at, end
        at = end
