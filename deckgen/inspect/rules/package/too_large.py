"""文件解压后大得不合常理。

查什么：压缩包里的内容展开后超过合理的限度，或部件多得不像演示文稿（“压缩炸弹”）。
为什么：打开它会占满内存；检查到此为止。
怎么改：不要打开来历不明的这类文件；确是自己的文件时，压缩其中的图片和视频后再存。

---
The file is unreasonably large when unpacked.

Finds: content that unpacks beyond any reason, or more parts than a presentation has (a “zip bomb”).
Why: opening it would fill the memory; the check stops here.
Mend: do not open such a file from a stranger; if it is yours, compress its pictures and videos.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/too-large"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for fault in deck.fault("too-large"):
        yield at(0, what=term("package/so-many-parts", most=fault.detail) if fault.detail else fault.part)
