r"""孤字

查什么：一段文字的最后一行只有一两个字。
为什么：孤零零的一个字最显眼，是版面上的疵点。排版会尽量避免，避不开的报在这里；作者自己用 `\\` 换的行不算。
怎么改：添一两个字或减一两个字。

---
A lonely character (孤字)

Finds: paragraphs whose last line holds one or two characters.
Why: it is the first thing the eye falls on. Layout avoids it where it can; what is left is reported here, but for a line that the author's own `\\` begins.
Mend: add or take away a word.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject, line_text
from deckgen.diagnostics import Severity
from deckgen.outline import BREAK

RULE = "layout/orphan"
SEVERITY: Severity = "warning"
PARTIAL = False

ORPHAN = 2


def check(subject: Subject) -> Found:
    for slide, box, *_ in subject.shown:
        for paragraph in box.paragraphs:
            if len(paragraph.lines) > 1:
                last = line_text(paragraph.lines[-1]).strip()
                if 0 < len(last) <= ORPHAN and line_text(paragraph.lines[-2]).strip():
                    words = "".join(map(line_text, paragraph.lines))
                    if not ends_where_written(subject, words, last):
                        yield box.source, {"number": slide.number, "last": last, "text": words}


def ends_where_written(subject: Subject, words: str, last: str) -> bool:
    """Whether the author's own line end stands before the last line."""
    written = (text.written for text in subject.script.texts if BREAK in text.written)
    return any(text.replace(BREAK, "").strip() in words and text.rpartition(BREAK)[2].strip() == last for text in written)
