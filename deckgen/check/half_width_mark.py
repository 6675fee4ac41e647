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

MARK = "[,;:!?().]"
FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}


def check(subject: Subject) -> Found:
    script = subject.script
    for match in re.finditer(MARK, script.joined):
        mark, at = match[0], match.start()
        before, after = script.shown_before(at), script.shown_after(at)
        if is_chinese(before, mark) and (is_chinese(after, mark) or (after in ("", "\n") and mark not in "()")):
            yield script.span(at, at + 1), {"mark": mark, "full": FULL[mark], "text": script.around(at)}


def is_chinese(char: str, mark: str) -> bool:
    """Beyond Latin-1 stand hanzi and the marks of Chinese text, but for raised and lowered digits (PM₂.₅); a percent sign ends a phrase as well."""
    return (char > "\xff" and not "⁰" <= char <= "₎") or (char == "%" and mark != ".")
