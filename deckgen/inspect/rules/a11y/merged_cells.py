"""表格里有合并的单元格。

查什么：跨行或跨列的单元格。
为什么：读屏软件按行列报位置，合并后数与列对不上；PowerPoint 的辅助功能检查给出警告。
怎么改：选中单元格 → 布局 → 拆分单元格，或把一个复杂的表拆成两个简单的表。

---
A table has merged cells.

Finds: cells that span rows or columns.
Why: screen readers give places by row and column, and merged cells put numbers under the wrong one; PowerPoint's own checker warns of it.
Mend: Layout → Split Cells, or make two simple tables of a complicated one.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, listed
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "a11y/merged-cells"
SEVERITY: Severity = "warning"
SHOWN = 6


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.table and shape.table.merged and not shape.hidden:
                cells = shape.table.merged
                yield at(slide.number, shape.name, cells=listed([*cells[:SHOWN], *["…"][: len(cells) > SHOWN]]))
