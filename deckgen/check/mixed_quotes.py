"""混用的引号

查什么：中文里的英文直引号 " 和 '，而别处用的是 “”；一对引号里一半是直的、一半是弯的。
为什么：两种引号混在一页里很不整齐；直引号也分不出开合。
怎么改：统一用 “” 和 ‘’。

---
Mixed quotation marks

Finds: straight " and ' around hanzi.
Why: two kinds of quotes on one slide look careless, and straight ones do not say where a quotation ends.
Mend: use “” and ‘’.
"""

from __future__ import annotations

import re

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/mixed-quotes"
SEVERITY: Severity = "warning"
PARTIAL = True

STRAIGHT = "[\"']'?"


def check(subject: Subject) -> Found:
    script = subject.script
    for match in re.finditer(STRAIGHT, script.joined):
        if script.joined[match.start() - 1 : match.start()] > "\xff" or script.joined[match.end() : match.end() + 1] > "\xff":
            yield script.span(match.start(), match.end()), {"mark": match[0], "text": script.around(match.start())}
