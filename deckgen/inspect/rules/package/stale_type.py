"""内容类型里列着不存在的部件。

查什么：[Content_Types].xml 里写了压缩包里没有的部件。
为什么：PowerPoint 照样打开；这是别的程序（常见的是 WPS、Google 幻灯片和一些转换工具）删部件时没有删干净。
怎么改：用 PowerPoint 打开后另存，就会消失。

---
A content type is listed for a part that does not exist.

Finds: entries of [Content_Types].xml for parts that the package does not have.
Why: PowerPoint opens it all the same; other programs (WPS, Google Slides, converters) leave such entries behind when they drop a part.
Mend: open and save it under another name in PowerPoint, and it is gone.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/stale-type"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    present = {part.lower() for part in deck.package.contents}
    yield from (at(0, part=name) for name in sorted(deck.package.types.overrides) if name not in present)
