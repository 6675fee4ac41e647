"""有隐藏的幻灯片。

查什么：设置为隐藏、放映时跳过的幻灯片。
为什么：隐藏的页仍在文件里，收到文件的人看得到；也可能是忘了恢复。
怎么改：确实不用的删掉；要放映的，右键 → 取消隐藏幻灯片。

---
A slide is hidden.

Finds: slides that are hidden and skipped in the show.
Why: they are still in the file for everybody who receives it, and some are hidden by mistake.
Mend: delete what is not needed; right-click → Unhide what is.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet

RULE = "deck/hidden-slide"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    yield from (at(slide.number, title=snippet(slide.title)) for slide in deck.slides if slide.hidden)
