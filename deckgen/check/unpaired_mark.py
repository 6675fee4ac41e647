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

from collections.abc import Iterator

from deckgen.check.rule import Found
from deckgen.check.subject import FIGURE, Script, Subject
from deckgen.diagnostics import Severity, Span

RULE = "content/unpaired-mark"
SEVERITY: Severity = "warning"
PARTIAL = True

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "「": "」", "『": "』", "【": "】", "〔": "〕", "(": ")", "[": "]"}


def check(subject: Subject) -> Found:
    script = subject.script
    text = script.joined
    left_open: list[int] = []
    for at in sorted(at for mark in ("\n", *PAIRS, *PAIRS.values()) for at in places(text, mark)):
        mark = text[at]
        if mark == "\n":
            yield from (place_of(script, left) for left in left_open)
            left_open = []
        elif mark in PAIRS:
            left_open.append(at)
        elif left_open and PAIRS[text[left_open[-1]]] == mark:
            left_open.pop()
        elif not is_apostrophe(text, at):
            yield place_of(script, at)
    yield from (place_of(script, left) for left in left_open)


def places(text: str, mark: str) -> Iterator[int]:
    """Where the mark stands. (Searches for 23 marks cost less than compiling a class of them.)"""
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def place_of(script: Script, at: int) -> tuple[Span, dict[str, object]]:
    return script.span(at, at + 1), {"mark": script.joined[at], "text": script.around(at)}


def is_apostrophe(text: str, at: int) -> bool:
    """don’t, the people’s, the {figure}’s"""
    before = text[at - 1 : at]
    return text[at] == "’" and (before.isascii() or before == FIGURE)
