"""设计画在示例页上，不在版式里。

查什么：示例页有几十个图形而版式是空的，页面上也几乎没有占位符。
为什么：新页面只能套版式，画在页面上的设计带不过来。
怎么改：用 deckgen theme new 把几页示例变成版式，命令见提示；页码不对就改。

---
The design stands on the slides, not in the layouts.

Finds: sample slides with many shapes over bare layouts, and hardly a placeholder on them.
Why: new slides stand on layouts, so what is drawn on slides does not come along.
Mend: make layouts of sample slides with deckgen theme new; the hint has the command, mend its numbers where they are wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.sample import guessed_slides
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/design-on-slides"
SEVERITY: Severity = "warning"
LEAST, SHAPES, BARE = 3, 5, 4  # slides; shapes on each of them; on the layouts


def check(subject: TemplateSubject) -> Iterator[Facts]:
    samples = subject.samples
    if len(samples) < LEAST:
        return
    drawn = sum(len(sample.shapes) for sample in samples) / len(samples)
    own = max((len(layout.own_art) + 5 * layout.picture_ground for layout in subject.used), default=0) + len(
        subject.chosen.content.master_art
    )
    if drawn >= SHAPES and own < BARE:
        guess = guessed_slides(subject.facts, samples)
        options = " ".join(f"--slide {number}={role}" for role, number in guess.items())
        yield {"count": len(samples), "file": subject.name, "options": options}
