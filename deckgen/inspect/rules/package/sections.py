"""节与幻灯片对不上。

查什么：有幻灯片不在任何节里、在两个节里，节里列了不存在的幻灯片，顺序与放映不同，或两个节的编号相同。
为什么：PowerPoint 会丢掉全部的节，或要求修复。
怎么改：在左侧缩略图窗格里右键“删除所有节”，再重新分节。

---
Sections and slides do not agree.

Finds: slides in no section or in two, sections with slides that do not exist or in another order, and two sections with one id.
Why: PowerPoint drops all sections or asks to repair.
Mend: right-click in the thumbnail pane, Remove All Sections, and add them again.
"""

from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/sections"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    if deck.presentation is None or not deck.presentation.sections:
        return
    sections = deck.presentation.sections
    slides = [value for value, _ in deck.presentation.slide_ids]
    listed = [value for section in sections for value in section.slide_ids]
    counts = Counter(listed)
    for number, value in enumerate(slides, 1):
        if counts[value] != 1:
            yield at(
                number,
                what=term("package/in-no-section") if not counts[value] else term("package/in-several-sections"),
            )
    unknown = sorted(set(listed) - set(slides))
    yield from (at(0, what=term("package/section-of-strangers", value=value)) for value in unknown)
    if sorted(listed) == sorted(slides) and listed != slides:
        yield at(0, what=term("package/section-order"))
    guids = Counter(section.guid for section in sections)
    yield from (at(0, what=term("package/section-id-twice", guid=guid)) for guid, count in sorted(guids.items()) if count > 1)
