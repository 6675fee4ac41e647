"""必需的部件缺失。

查什么：没有 [Content_Types].xml，幻灯片没有版式，版式没有母版，母版没有主题，或演示文稿没有母版。
为什么：缺了其中任何一个，PowerPoint 都要求修复或打不开。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
A required part is missing.

Finds: no [Content_Types].xml, a slide without a layout, a layout without a master, a master without a theme, a presentation without a master.
Why: without any of these PowerPoint asks to repair or does not open the file.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.package.parts import TYPES
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/missing-part"
SEVERITY: Severity = "error"

# By its root, what a part must lead to.
NEEDS = {
    "sld": "slideLayout",
    "sldLayout": "slideMaster",
    "sldMaster": "theme",
    "notes": "notesMaster",
    "notesMaster": "theme",
    "presentation": "slideMaster",
}


def check(deck: FinishedDeck) -> Iterator[Hit]:
    if deck.package.contents and TYPES not in deck.package.contents:
        yield at(0, part=TYPES, source="zip")
    for part, facts in deck.facts.items():
        needed = NEEDS.get(facts.root)
        if needed and not deck.package.of(part).of_kind(needed):
            yield at(deck.number(part), part=needed, source=part)
