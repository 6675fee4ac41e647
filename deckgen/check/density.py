"""一页的字太多

查什么：一页上（不算页脚和备注）超过 200 个字；英文超过 110 个词。
为什么：一页讲两三分钟；后排看得清的字号，一页也只排得下这么多；台下一边读一边就听不进去，也就不听讲了。
怎么改：把细节移到 `notes`，或分成两页。

---
Too many characters on a slide

Finds: slides of more than 200 characters of Chinese or 110 words of English, footer and notes not counted.
Why: nobody reads that much in the two minutes a slide is shown, and who reads does not listen.
Mend: move details to `notes`, or make two slides of it.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject, line_text
from deckgen.diagnostics import Severity, term
from deckgen.scene import TextBox

RULE = "layout/density"
SEVERITY: Severity = "warning"
PARTIAL = False

MOST = 200  # characters: what stands on a slide in type that the last row reads
MOST_WORDS = 110  # as long to read
CHARACTERS, WORDS = term("layout/characters"), term("layout/words")


def check(subject: Subject) -> Found:
    chinese = subject.outline.language.chinese
    most, unit = (MOST, CHARACTERS) if chinese else (MOST_WORDS, WORDS)
    counts: dict[int, int] = {}
    for slide, box, characters, *_ in subject.shown:
        counts[slide.number] = counts.get(slide.number, 0) + (characters if chinese else words_of(box))
    for number, count in counts.items():
        if count > most:
            yield subject.slides[number - 1].source, {"number": number, "count": count, "most": most, "unit": unit}


def words_of(box: TextBox) -> int:
    return sum(len(line_text(line).split()) for paragraph in box.paragraphs for line in paragraph.lines)
