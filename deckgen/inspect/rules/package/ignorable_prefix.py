"""声明可忽略的前缀没有定义。

查什么：mc:Ignorable 里写的命名空间前缀，这个部件没有声明。
为什么：PowerPoint 拒绝读这个部件，要求修复。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
A prefix is called ignorable but never declared.

Finds: namespace prefixes in mc:Ignorable that the part does not declare.
Why: PowerPoint refuses the part and asks to repair.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/ignorable-prefix"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        yield from (at(deck.number(part), part=part, prefix=prefix) for prefix in facts.unknown_prefixes)
