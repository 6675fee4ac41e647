"""两个节同名。

查什么：名字相同的节（不计空格）。
为什么：按节跳转时分不清；PowerPoint 的辅助功能检查给出提示。
怎么改：在缩略图窗格里右键节名 → 重命名节。

---
Two sections have one name.

Finds: sections whose names are equal (spaces aside).
Why: whoever jumps by section cannot tell them apart; PowerPoint's own checker gives a tip.
Mend: right-click the section in the thumbnail pane → Rename Section.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.a11y.section_name import first_slide
from deckgen.inspect.rules.hits import Hit, at

RULE = "a11y/section-unique"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    seen: set[str] = set()
    for section in deck.presentation.sections if deck.presentation else ():
        name = "".join(section.name.split())
        if name and name in seen:
            yield at(first_slide(section, deck), name=section.name)
        seen.add(name)
