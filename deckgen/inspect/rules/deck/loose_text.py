"""文字高出了文本框，但没有碰到别的内容。

查什么：文字高出没有底色、没有边线的文本框，框外没有别的内容。
为什么：放映时看不出来；但以后在下面加内容、换字体或换机器时会压住。
怎么改：把文本框拉到文字那么高，或在“设置形状格式 → 文本框”里选“根据文字调整形状大小”。

---
Text is higher than its box, and nothing is in its way.

Finds: text that runs out of a box without fill and outline into empty space.
Why: nobody sees it in a show; but whatever is added below, another face or another machine will make it collide.
Mend: make the box as high as its text, or choose Format Shape → Text Box → Resize shape to fit text.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit
from deckgen.inspect.rules.overflow import overflows

RULE = "deck/loose-text"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    return (over.hit for over in overflows(deck) if not over.seen)
