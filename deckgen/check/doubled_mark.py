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

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/doubled-mark"
SEVERITY: Severity = "warning"
PARTIAL = True

DOUBLED = re.compile(
    "[，。、；：,;？！?!“”《》（）](?:(?<=[，。、；：,;？！?!])[，。、；：,;]+|(?<=“)“|(?<=”)”|(?<=《)《|(?<=》)》|(?<=（)（|(?<=）)）)"
)


def check(subject: Subject) -> Found:
    script = subject.script
    for match in DOUBLED.finditer(script.joined):
        yield script.span(match.start(), match.end()), {"marks": match[0], "text": script.around(match.start())}
