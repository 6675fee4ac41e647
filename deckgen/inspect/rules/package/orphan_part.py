"""没有任何关系通向的部件。

查什么：压缩包里有部件谁也不引用，或有幻灯片不在放映列表里（删页不干净的痕迹）。
为什么：PowerPoint 打开时悄悄丢掉它（WPS、LibreOffice 和一些程序会留下这样的主题和图片）；已删除的内容还留在文件里，会被别人解压看到。
怎么改：用 PowerPoint 打开后另存，没有引用的部件就会消失。

---
A part that no relationship leads to.

Finds: parts nobody refers to, and slides that are not in the show (left behind by a careless deletion).
Why: PowerPoint drops them without a word (WPS, LibreOffice and some libraries leave such themes and pictures); and content thought deleted still travels with the file.
Mend: open the file in PowerPoint and save under another name; unreferenced parts disappear.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.package.parts import TYPES, reached
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/orphan-part"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    needed = reached(deck.package)
    for part in sorted(deck.package.contents):
        if part == TYPES or part.endswith(".rels"):
            continue
        facts = deck.facts.get(part)
        unlisted = facts is not None and facts.root == "sld" and not deck.number(part)
        if part not in needed or unlisted:
            yield at(0, part=part)
