"""关系编号重复。

查什么：同一个部件的关系表里，一个编号用了两次。
为什么：引用它的对象不知道该用哪一个，PowerPoint 要求修复。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
A relationship id occurs twice.

Finds: one id given to two relationships of a part.
Why: whoever refers to it cannot know which is meant; PowerPoint asks to repair.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/duplicate-relation"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for source, relations in sorted(deck.package.relations.items()):
        yield from (at(deck.number(source), part=source or "zip", rid=rid) for rid in relations.doubles)
