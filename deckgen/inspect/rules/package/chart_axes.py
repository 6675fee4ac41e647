"""图表的坐标轴编号对不上。

查什么：图表引用的坐标轴编号没有定义。
为什么：PowerPoint 要求修复，整个图表会消失。
怎么改：重新插入图表；如果文件由程序生成，请改程序。

---
The axes of a chart do not agree.

Finds: axis ids that a chart uses and does not define.
Why: PowerPoint asks to repair, and the whole chart is lost.
Mend: insert the chart again; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/chart-axes"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide, shape, chart in deck.charts():
        yield from (at(slide.number, shape.name, id=value) for value in sorted(chart.missing_axes))
