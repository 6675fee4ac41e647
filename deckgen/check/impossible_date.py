"""不存在的日期

查什么：文件头的 `date` 像日期，却没有这一天（2020-13、2020-02-30）；正文里的“13月”“2月30日”。跨年度的 2024/25 不算。
为什么：多半是敲错了。
怎么改：改正日期。

---
A date that does not exist

Finds: a `date` in the head that looks like one and is none (2020-13, 2020-02-30); 13月 or 2月30日 in a text. Years that run into the next one
(2024/25) are none.
Why: most often a slip of the keyboard.
Mend: correct it.
"""

from __future__ import annotations

import re

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/impossible-date"
SEVERITY: Severity = "error"
PARTIAL = True

# What may not stand before it is looked at behind its first digit: a search that starts with a digit is five times as fast.
DATE = r"[0-9](?<![0-9.].)(?:(?<=[12])[09][0-9]{2}[-/.](?P<m>[0-9]{1,2})(?:[-/.](?P<d>[0-9]{1,2}))?(?![0-9.%])|(?P<month>[0-9]?)月(?:(?P<day>[0-9]{1,2})日)?)"
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(subject: Subject) -> Found:
    script = subject.script
    for match in re.finditer(DATE, script.joined):
        if match["m"] and not match["d"] and is_span(match[0], subject.outline.language.chinese):
            continue
        month = int(match["m"] or match[0].partition("月")[0])
        day = int(match["d"] or match["day"] or 1)
        if not 1 <= month <= 12 or not 1 <= day <= DAYS[month - 1]:
            yield script.span(match.start(), match.end()), {"date": match[0]}


def is_span(text: str, chinese: bool) -> bool:
    """2024/25 and 2019-20, years that run into the next one; in English any later year may end a span (2020-25)."""
    first, last = int(text[2:4]), int(text[5:])
    return last == (first + 1) % 100 or (not chinese and last > max(first, 12))
