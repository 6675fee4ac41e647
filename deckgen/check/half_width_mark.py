"""汉字中间的半角标点

查什么：两个汉字之间的半角 , ; : ! ? ( )，以及汉字后面的半角句点。
为什么：半角标点在投影上又小又挤，与全角的混在一起很不整齐（GB/T 15834）。
怎么改：换成全角：， ； ： ！ ？ （ ） 。

---
Half-width punctuation among hanzi

Finds: , ; : ! ? ( ) between two hanzi, and a full stop behind one.
Why: they look cramped beside full-width marks (GB/T 15834).
Mend: use the full-width marks ， ； ： ！ ？ （ ） 。
"""

from __future__ import annotations

import re

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/half-width-mark"
SEVERITY: Severity = "warning"
PARTIAL = True

HANZI = "\u4e00-\u9fff”’》）％%"
HALF_WIDTH = re.compile(
    f"(?<=[{HANZI}])[,;:!?](?=[“‘《（\u4e00-\u9fff\ufffc\n]|$)|(?<=[\u4e00-\u9fff])[()](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff”])\\.(?=[\u4e00-\u9fff\n]|$)"
)
FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}


def check(subject: Subject) -> Found:
    script = subject.script
    for match in HALF_WIDTH.finditer(script.joined):
        mark = match[0]
        yield script.span(match.start() - 1, match.end()), {"mark": mark, "full": FULL[mark], "text": around(script.joined, match.start())}


def around(text: str, at: int) -> str:
    """A few characters on either side, within the line."""
    start = max(text.rfind("\n", 0, at) + 1, at - 4)
    end = text.find("\n", at)
    return text[start : min(at + 5, end if end >= 0 else len(text))]
