"""文字超出了它的形状。

查什么：按字宽表和行距排一遍，文字高出形状四分之一行以上，而且看得出来：形状有底色或边线，文字压到别的内容，或掉出画面。已存的自动缩小比例算在内；“根据文字调整形状大小”不算溢出；表格会自己长高，不在此列。
为什么：多出来的字压住下面的内容，或掉出画面；PowerPoint 要等有人编辑时才重新缩小字号，放映时不会。
怎么改：精简文字，放大文本框，或减小字号（不低于 14 磅）。

---
Text does not fit its shape.

Finds: text that, set by advance tables and line spacing, is higher than its shape by more than a quarter of a line, where it shows: the shape is
filled or outlined, or the text meets something else or leaves the slide. The scale that autofit has stored counts; a shape that resizes to its
text does not overflow; tables grow and are left out.
Why: the rest covers what stands below or leaves the slide; PowerPoint shrinks text only when somebody edits it, not in a show.
Mend: shorten the text, enlarge the shape, or take a smaller size (not under 14 pt).
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit
from deckgen.inspect.rules.overflow import overflows

RULE = "deck/overflow-text"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    return (over.hit for over in overflows(deck) if over.seen)
