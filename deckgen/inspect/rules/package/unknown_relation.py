"""引用了不存在的关系编号。

查什么：XML 里的 r:id、r:embed 等编号在该部件的关系表里找不到。
为什么：PowerPoint 不知道该显示什么，要求修复并删掉这个对象。
怎么改：重新插入这个图片、图表或链接；如果文件由程序生成，请改程序。

---
An id refers to no relationship.

Finds: r:id, r:embed and the like that the part's relationships do not know.
Why: PowerPoint cannot tell what to show, asks to repair and drops the object.
Mend: insert the picture, chart or link again; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/unknown-relation"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        known = deck.package.of(part).by_id
        yield from (at(deck.number(part), part=part, rid=rid) for rid in sorted(facts.uses) if rid not in known)
