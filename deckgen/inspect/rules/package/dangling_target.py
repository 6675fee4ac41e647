"""关系指向不存在的部件。

查什么：部件之间的关系（图片、图表、版式、备注……）指向压缩包里没有的部件，或为不存在的部件列出关系。
为什么：PowerPoint 要求修复，图片处显示红叉，图表打不开。
怎么改：重新插入缺失的图片或图表；或用 PowerPoint 打开、修复并另存。

---
A relationship leads to a part that does not exist.

Finds: relationships (of pictures, charts, layouts, notes …) to parts that are not in the package, or relationships of a part that is not.
Why: PowerPoint asks to repair; pictures show a red cross and charts do not open.
Mend: insert the missing picture or chart again, or let PowerPoint repair and save.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/dangling-target"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    parts = deck.package.contents
    for source, relations in sorted(deck.package.relations.items()):
        if source and source not in parts:
            yield at(0, source=f"{source}.rels", rid="", target=source)
        for relation in relations.by_id.values():
            if not relation.external and relation.target and relation.target not in parts and not is_null(relation.target):
                yield at(deck.number(source), source=source or "_rels/.rels", rid=relation.rid, target=relation.target)


def is_null(target: str) -> bool:
    """PowerPoint itself writes Target="NULL" for a picture that it lost, and reads it again without complaint."""
    return target.rpartition("/")[2] == "NULL"
