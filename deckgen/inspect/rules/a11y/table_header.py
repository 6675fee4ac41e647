"""表格没有标题行。

查什么：表格没有勾选“标题行”。
为什么：读屏软件靠标题行说出每个数是哪一列的；PowerPoint 的辅助功能检查把它列为错误。
怎么改：点表格 → 表设计 → 勾选“标题行”，并在第一行写上各列的名称。

---
A table has no header row.

Finds: tables whose “Header Row” is not ticked.
Why: screen readers tell by the header which column a number belongs to; PowerPoint's own checker calls it an error.
Mend: Table Design → Header Row, and name each column in the first row.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "a11y/table-header"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        yield from (at(slide.number, shape.name) for shape in slide.shapes if shape.table and not shape.table.header and not shape.hidden)
