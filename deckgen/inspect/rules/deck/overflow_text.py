"""文字超出了它的形状。

查什么：按字宽表和行距排一遍，文字的高度超过形状（留出四分之一行的余地）。已存的自动缩小比例算在内；“根据文字调整形状大小”不算溢出；表格会自己长高，不在此列。
为什么：多出来的字压住下面的内容，或掉出画面；PowerPoint 要等有人编辑时才重新缩小字号，放映时不会。
怎么改：精简文字，放大文本框，或减小字号（不低于 14 磅）。

---
Text does not fit its shape.

Finds: text that, set by advance tables and line spacing, is higher than its shape by more than a quarter of a line. The scale that autofit has stored counts; a shape that resizes to its text does not overflow; tables grow and are left out.
Why: the rest covers what stands below or leaves the slide; PowerPoint shrinks text only when somebody edits it, not in a show.
Mend: shorten the text, enlarge the shape, or take a smaller size (not under 14 pt).
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet
from deckgen.inspect.values import Shape

RULE = "deck/overflow-text"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        for shape in slide.shapes:
            over = overflow(shape)
            if over and shape.text:
                lines = -(-over // max(1, shape.text.pitch))
                yield at(slide.number, shape.name, text=snippet(shape.text.plain), lines=lines)


def overflow(shape: Shape) -> int:
    """EMU by which the ink is higher than the shape; 0 where it fits or grows."""
    text = shape.text
    if text is None or shape.hidden or shape.box is None or text.warped or text.autofit == "shape":
        return 0
    over = text.needed - text.room
    return over if over > text.pitch // 4 else 0
