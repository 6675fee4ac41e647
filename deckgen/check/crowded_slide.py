"""排得太满的页

查什么：正文多半只能用 18 磅以下的字，才排得下。
为什么：放得下，不等于看得清、讲得完；字号是版面拥挤的量度。
怎么改：减少条目，缩短说明，把细节移到 `notes`，或分成两页。

---
A crowded slide

Finds: slides on which most of the text had to be set under 18 pt to fit.
Why: what fits is not yet read; the size of its type tells how full a slide is.
Mend: fewer entries, shorter texts, details to `notes`, or two slides.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.scene import TextBox

RULE = "layout/crowded-slide"
SEVERITY: Severity = "warning"
PARTIAL = False

COMFORTABLE = 1800  # hundredths of a point: what the last row of a hall reads
FRAMES = ("cover", "closing")  # a title in large type and a line at the foot, which is small on purpose
FOOT = "note"
PHRASE = 4  # characters; shorter ones are labels, not text


def check(subject: Subject) -> Found:
    counts: dict[int, list[int]] = {}  # slide number -> characters, and how many of them are small
    smallest: dict[int, int] = {}
    for slide, box, characters, size, _ in subject.shown:
        # Text to read; the labels of cards and charts are looked at, the line at the foot is small on purpose.
        if box.placeholder and box.placeholder.role != FOOT and characters > PHRASE and slide.layout not in FRAMES:
            count = counts.setdefault(slide.number, [0, 0])
            count[0] += characters
            if size < COMFORTABLE:
                count[1] += small_characters(box)
                smallest[slide.number] = min(size, smallest.get(slide.number, size))
    for number, (all_characters, small) in counts.items():
        if small * 2 > all_characters:
            yield subject.slides[number - 1].source, {"number": number, "size": f"{smallest[number] / 100:g}"}


def small_characters(box: TextBox) -> int:
    return sum(len(run.text) for p in box.paragraphs for line in p.lines for run in line if run.style.size < COMFORTABLE)
