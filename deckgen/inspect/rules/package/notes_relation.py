"""备注页与幻灯片对不上。

查什么：备注页指向了别的幻灯片，或两张幻灯片共用一个备注页。
为什么：演讲者视图会显示别的页的备注，PowerPoint 可能要求修复。
怎么改：在 PowerPoint 里把备注复制出来，删除该页备注后重新粘贴。

---
A notes page and its slide do not agree.

Finds: a notes page that leads to another slide, or belongs to two slides.
Why: the presenter sees the notes of another slide; PowerPoint may ask to repair.
Mend: copy the notes out, delete them from the slide in PowerPoint and paste them again.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/notes-relation"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    owners: dict[str, int] = {}
    for slide in deck.slides:
        notes = deck.package.of(slide.part).target("notesSlide")
        if notes not in deck.facts:
            continue
        back = deck.package.of(notes).target("slide")
        if back not in ("", slide.part) or owners.get(notes, slide.number) != slide.number:
            yield at(slide.number, part=notes)
        owners.setdefault(notes, slide.number)
