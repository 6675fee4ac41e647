"""压缩包里的部件损坏。

查什么：部件的数据读不全，或与它的校验码不符。
为什么：PowerPoint 会提示修复并丢掉这一部分，LibreOffice 可能一声不响地少显示东西。
怎么改：从原来的地方重新复制或下载；没有好的副本时，在 PowerPoint 里打开、修复并另存。

---
A part of the package is damaged.

Finds: a part whose data ends early or does not match its checksum.
Why: PowerPoint offers to repair and drops the part; LibreOffice may silently show less.
Mend: copy or download the file again; without a good copy, let PowerPoint repair it and save under another name.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/damaged"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for fault in deck.fault("damaged"):
        yield at(deck.number(fault.part), part=fault.part)
