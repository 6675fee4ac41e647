"""排得太满的页

查什么：正文多半只能用 16 磅以下的字，才排得下。
为什么：放得下，不等于看得清、讲得完；字号是版面拥挤的量度。
怎么改：减少条目，缩短说明，把细节移到 `notes`，或分成两页。

---
A crowded slide

Finds: slides on which most of the text had to be set under 16 pt to fit.
Why: what fits is not yet read; the size of its type tells how full a slide is.
Mend: fewer entries, shorter texts, details to `notes`, or two slides.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject, box_text, line_text
from deckgen.diagnostics import Severity

RULE = "layout/crowded-slide"
SEVERITY: Severity = "warning"
PARTIAL = False

COMFORTABLE = 1600  # hundredths of a point: details are set in 16 to 18 pt where there is room
PHRASE = 4  # characters; shorter ones are labels, not text


def check(subject: Subject) -> Found:
    sizes: dict[int, dict[int, int]] = {}
    for slide, box in subject.text_boxes:
        if box.placeholder and len(box_text(box)) > PHRASE:  # text to read; the labels of cards and charts are looked at
            of_slide = sizes.setdefault(slide.number, {})
            for paragraph in box.paragraphs:
                size = paragraph.lines[0][0].style.size if paragraph.lines and paragraph.lines[0] else 0
                of_slide[size] = of_slide.get(size, 0) + sum(len(line_text(line)) for line in paragraph.lines)
    for number, found in sizes.items():
        small = sum(count for size, count in found.items() if size < COMFORTABLE)
        if small * 2 > sum(found.values()):
            size = min(size for size in found if size)
            yield subject.slides[number - 1].source, {"number": number, "size": f"{size / 100:g}"}
