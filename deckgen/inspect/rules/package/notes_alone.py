"""备注页没有指回它的幻灯片。

查什么：幻灯片有备注页，备注页却没有通向幻灯片的关系。
为什么：PowerPoint 照样打开；LibreOffice 和一些程序会这样写。个别软件因此不显示备注。
怎么改：用 PowerPoint 打开后另存。

---
A notes page does not lead back to its slide.

Finds: a slide with a notes page that has no relationship to the slide.
Why: PowerPoint opens it all the same; LibreOffice and some libraries write so. A few programs then show no notes.
Mend: open and save it under another name in PowerPoint.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/notes-alone"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        notes = deck.package.of(slide.part).target("notesSlide")
        if notes in deck.facts and not deck.package.of(notes).target("slide"):
            yield at(slide.number, part=notes)
