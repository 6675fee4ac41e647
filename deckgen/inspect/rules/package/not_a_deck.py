"""这个文件不是演示文稿。

查什么：文件不是 .pptx 压缩包，或压缩包里没有演示文稿（可能是 .ppt 旧格式、Word 或 Excel 文件，或下载不完整）。
为什么：PowerPoint 和 WPS 都打不开它，别的检查也无从做起。
怎么改：.ppt 先在 PowerPoint 里另存为 .pptx；下载不完整的重新下载；改错扩展名的改回来。

---
The file is not a presentation.

Finds: the file is no .pptx package, or a package without a presentation (an old .ppt, a Word or Excel file, half a download).
Why: neither PowerPoint nor WPS opens it, and no other check can be made.
Mend: save a .ppt as .pptx in PowerPoint; download again; give the file its right name.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/not-a-deck"
SEVERITY: Severity = "error"
PROBLEMS = {
    "ole": term("package/old-format"),
    "zip": term("package/no-zip"),
    "presentation": term("package/no-presentation"),
}


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for fault in deck.fault("not-a-deck"):
        yield at(0, what=PROBLEMS[fault.detail])
