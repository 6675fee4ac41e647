"""文件里有宏。

查什么：.pptm、.potm、.ppsm 或其他文件里带着 VBA 程序。
为什么：打开时会弹出安全警告，很多单位的电脑禁止宏；宏里写了什么，这里不看也不运行。
怎么改：不需要宏就在 PowerPoint 里另存为 .pptx。

---
The file holds macros.

Finds: a VBA program in a .pptm, .potm, .ppsm or any other file.
Why: opening it shows a security warning, and many offices forbid macros; what they do is neither read nor run here.
Mend: if they are not needed, save as .pptx in PowerPoint.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/macros"
SEVERITY: Severity = "warning"
TYPE = "application/vnd.ms-office.vbaproject"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    types = deck.package.types
    yield from (at(0, part=part) for part in sorted(deck.package.contents) if types.of(part).lower() == TYPE)
