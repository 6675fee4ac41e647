"""不成对的引号和括号

查什么：“” ‘’ 《》 （） 「」 【】 等没有成对，或者套错了次序。一段备注各自成对，段与段之间不互相补。
为什么：少了半个引号，后面的话就都成了引用。
怎么改：补上或删去一个。

---
Quotes and brackets without their partner

Finds: “” ‘’ 《》 （） 「」 【】 and the like that are not closed, or closed in the wrong order, within one paragraph.
Why: one half missing, and all that follows is a quotation.
Mend: add or delete one.
"""

from __future__ import annotations

import re

from deckgen.check.rule import Found
from deckgen.check.subject import FIGURE, Script, Subject
from deckgen.diagnostics import Severity, Span

RULE = "content/unpaired-mark"
SEVERITY: Severity = "warning"
PARTIAL = True

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "「": "」", "『": "』", "【": "】", "〔": "〕", "(": ")", "[": "]"}
MARK = "[“”‘’《》〈〉（）「」『』【】〔〕()\\[\\]\n]"


def check(subject: Subject) -> Found:
    script = subject.script
    open_marks: list[re.Match[str]] = []
    for match in re.finditer(MARK, script.joined):
        mark = match[0]
        if mark == "\n":
            yield from (place_of(script, left) for left in open_marks)
            open_marks = []
        elif mark in PAIRS:
            open_marks.append(match)
        elif open_marks and PAIRS[open_marks[-1][0]] == mark:
            open_marks.pop()
        elif not is_apostrophe(script.joined, match):
            yield place_of(script, match)
    yield from (place_of(script, left) for left in open_marks)


def place_of(script: Script, match: re.Match[str]) -> tuple[Span, dict[str, object]]:
    return script.span(match.start(), match.end()), {"mark": match[0], "text": script.around(match.start())}


def is_apostrophe(text: str, match: re.Match[str]) -> bool:
    """don’t, the people’s, the {figure}’s"""
    before = text[match.start() - 1 : match.start()]
    return match[0] == "’" and (before.isascii() or before == FIGURE)
