"""母版或版式编号不对。

查什么：母版和版式的 id 小于 2147483648、过大，或彼此重复（它们共用一个编号空间）。
为什么：PowerPoint 要求修复，常常丢掉版式。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
The id of a master or layout is wrong.

Finds: ids of masters and layouts under 2147483648, too large, or given twice (both count in one range).
Why: PowerPoint asks to repair and often drops layouts.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.package.xml import number
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/master-id"
SEVERITY: Severity = "error"
RANGE = range(2**31, 2**32)  # ST_SlideMasterId, ST_SlideLayoutId


def check(deck: FinishedDeck) -> Iterator[Hit]:
    masters = [value for value, _ in deck.presentation.master_ids] if deck.presentation else []
    layouts = [value for _, facts in sorted(deck.facts.items()) for value in facts.layout_ids]
    seen: set[str] = set()
    for value in (*masters, *layouts):
        if not value:  # optional on masters
            continue
        if number(value, -1) not in RANGE:
            yield at(0, id=value, what=term("package/master-id-range"))
        elif value in seen:
            yield at(0, id=value, what=term("package/id-twice"))
        seen.add(value)
