"""文本框里没有段落。

查什么：形状或单元格的文本体里一个段落也没有（空的也要有一个）。
为什么：PowerPoint 要求修复，并删掉这个形状。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
A text body has no paragraph.

Finds: text bodies of shapes or cells without a paragraph (even an empty one needs one).
Why: PowerPoint asks to repair and drops the shape.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/text-body"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        if facts.empty_bodies:
            yield at(deck.number(part), part=part, count=facts.empty_bodies)
