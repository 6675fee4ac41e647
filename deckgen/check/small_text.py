"""太小的字

查什么：小于 14 磅的字；页脚、页码和一两个字的记号（导航的“一”、“待填”）不算。小于 10.5 磅的，投影上谁也看不清。
为什么：会场后排看的是投影，不是纸。
怎么改：减少这一页的内容；自制的主题，把这种文字的字号下限提高到 14。

---
Small text

Finds: text under 14 pt, but for footers, numbers and signs of one or two characters. Under 10.5 pt nobody can read it.
Why: the last row looks at a screen, not at paper.
Mend: put less on the slide; in a theme of your own, raise the floor of that role to 14.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "layout/small-text"
SEVERITY: Severity = "warning"
PARTIAL = False

READABLE = 1400  # hundredths of a point
SIGN = 2  # characters of a sign that is recognised, not read


def check(subject: Subject) -> Found:
    pending = subject.outline.language.furniture.pending
    for slide, box, characters, smallest, _ in subject.shown:
        if smallest < READABLE and characters > SIGN and box.name != pending:
            yield box.source, {"number": slide.number, "name": box.name, "size": f"{smallest / 100:g}"}
