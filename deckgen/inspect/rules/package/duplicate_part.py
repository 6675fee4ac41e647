"""压缩包里有两个同名部件。

查什么：同一个部件名出现两次，或只有大小写不同（OPC 规范视为同名）。
为什么：哪一个算数各软件不同，PowerPoint 会要求修复。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
Two parts of one name.

Finds: a part name that occurs twice, or twice but for its case (one name to OPC).
Why: clients differ in which one counts, and PowerPoint asks to repair.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/duplicate-part"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for fault in deck.fault("duplicate-part"):
        yield at(deck.number(fault.part), part=fault.part)
