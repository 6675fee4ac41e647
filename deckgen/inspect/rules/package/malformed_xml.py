"""部件不是合法的 XML。

查什么：部件里的 XML 写坏了（标签不配对、非法字符），或带有 Office 禁止的文档类型声明。
为什么：PowerPoint 拒绝打开或要求修复；文档类型声明还是“实体炸弹”的手法，所以一律不读。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
A part is not well-formed XML.

Finds: broken XML (tags that do not match, characters that may not occur) or a document type declaration, which Office forbids.
Why: PowerPoint refuses the file or repairs it; declarations are also how entity bombs are made, so they are never read.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/malformed-xml"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for fault in deck.fault("malformed-xml"):
        yield at(deck.number(fault.part), part=fault.part, problem=fault.detail)
