"""图表的数据里有不是数的值。

查什么：图表存着的数据里，该是数的地方写着 None、nan 之类的字。
为什么：PowerPoint 要求修复，整个图表会消失。多是程序把空值当成字写了进去。
怎么改：如果文件由程序生成，请改程序；否则在 PowerPoint 里“编辑数据”，改成数或清空。

---
The data of a chart have a value that is no number.

Finds: None, nan and the like where the stored data of a chart must have a number.
Why: PowerPoint asks to repair, and the whole chart is lost. Mostly a program wrote out an empty value as a word.
Mend: mend the program that wrote the file; otherwise Edit Data in PowerPoint and make it a number or empty.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/chart-value"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide, shape, chart in deck.charts():
        yield from (at(slide.number, shape.name, value=value) for value in dict.fromkeys(chart.not_numbers))
