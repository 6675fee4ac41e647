"""表格某一行的单元格数与列数不符。

查什么：表格的行里单元格比表格的列多或少。
为什么：PowerPoint 要求修复，整个表格会消失。
怎么改：重新插入表格；如果文件由程序生成，请改程序。

---
A row of a table has not as many cells as the table has columns.

Finds: rows with more or fewer cells than columns.
Why: PowerPoint asks to repair, and the whole table is lost.
Mend: insert the table again; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/table-grid"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        if facts.uneven_rows:
            yield at(deck.number(part), part=part, count=facts.uneven_rows)
