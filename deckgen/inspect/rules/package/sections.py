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

from deckgen.diagnostics import Severity, Words
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
                what=Words("在零个节里", "is in no section") if not counts[value] else Words("在不止一个节里", "is in several sections"),
            )
    unknown = sorted(set(listed) - set(slides))
    yield from (at(0, what=Words(f"编号 {value} 不是这里的幻灯片", f"id {value} is no slide of the deck")) for value in unknown)
    if sorted(listed) == sorted(slides) and listed != slides:
        yield at(0, what=Words("各节里的顺序与放映顺序不同", "the sections list the slides in another order than the show"))
    guids = Counter(section.guid for section in sections)
    yield from (
        at(0, what=Words(f"编号 {guid} 用于两个节", f"id {guid} is given to two sections"))
        for guid, count in sorted(guids.items())
        if count > 1
    )
