"""文档属性里没有标题。

查什么：文件属性的“标题”为空，或还是“PowerPoint 演示文稿”这类默认值。
为什么：读屏软件打开文件先念标题，导出 PDF 时它就是窗口标题和 PDF 标题。
怎么改：文件 → 信息 → 属性 → 标题，写上这份报告的名称。

---
The document has no title among its properties.

Finds: an empty title, or a default such as “PowerPoint Presentation”.
Why: screen readers say it first, and an exported PDF takes it for its own.
Mend: File → Info → Properties → Title: write the name of the report.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "a11y/document-title"
SEVERITY: Severity = "warning"
DEFAULTS = (
    "",
    "powerpoint 演示文稿",
    "powerpoint presentation",
    "演示文稿",
    "presentation",
    "幻灯片 1",
    "slide 1",
    "pptx",
    "untitled",
    "无标题",
)


def check(deck: FinishedDeck) -> Iterator[Hit]:
    if deck.title.lower() in DEFAULTS or deck.title.lower().rstrip("0123456789") in ("演示文稿", "presentation"):
        yield at(0, title=deck.title)
