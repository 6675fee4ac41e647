"""图表没有数据表。

查什么：图表没有嵌入的工作簿，或工作簿丢失。
为什么：“编辑数据”是灰的，以后改不了图表里的数。
怎么改：重新插入图表并填入数据；从 Excel 粘贴时选“嵌入工作簿”。

---
A chart has no workbook.

Finds: charts without an embedded workbook, or whose workbook is lost.
Why: “Edit Data” is greyed out; nobody can change the numbers later.
Mend: insert the chart again with its data; when pasting from Excel choose to embed the workbook.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/chart-workbook"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide, shape, chart in deck.charts():
        book = deck.package.of(shape.part).by_id.get(chart.workbook)
        if book is None or not (book.external or book.target in deck.package.contents):
            yield at(slide.number, shape.name)
