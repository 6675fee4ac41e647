"""文件加了密码。

查什么：演示文稿用打开密码加密，或受权限管理保护。
为什么：没有密码的人打不开；读屏软件读不到内容，PowerPoint 的辅助功能检查也把它列为错误（限制访问）。
怎么改：文件 → 信息 → 保护演示文稿 → 用密码进行加密，清空密码后另存；再检查一次。

---
The file is encrypted.

Finds: a presentation with a password to open, or under rights management.
Why: nobody without the password opens it; screen readers cannot reach its content, and PowerPoint's own checker calls it an error (restricted access).
Mend: File → Info → Protect Presentation → Encrypt with Password, clear it, save, and check again.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/encrypted"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    if deck.fault("encrypted"):
        yield at(0)
