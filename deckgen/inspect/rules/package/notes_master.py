"""有备注页，但演示文稿没有登记备注母版。

查什么：幻灯片带备注页，而 presentation.xml 里没有 notesMasterIdLst（python-pptx 生成的文件如此）。
为什么：PowerPoint 能打开，但“备注母版”视图和打印备注页可能不正常。
怎么改：在 PowerPoint 里打开“视图 → 备注母版”再保存一次。

---
There are notes pages but the presentation lists no notes master.

Finds: slides with notes pages in a presentation without notesMasterIdLst (as python-pptx writes them).
Why: PowerPoint opens the file, but its notes master view and printed notes pages may go wrong.
Mend: open View → Notes Master in PowerPoint once and save.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/notes-master"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    has_notes = any(facts.root == "notes" for facts in deck.facts.values())
    if has_notes and deck.presentation and not deck.presentation.notes_masters:
        yield at(0)
