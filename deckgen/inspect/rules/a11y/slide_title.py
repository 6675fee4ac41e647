"""幻灯片没有标题。

查什么：没有标题占位符，或标题占位符是空的。
为什么：读屏软件、目录、跳转列表和演讲者视图都靠标题认页；PowerPoint 的辅助功能检查把它列为错误。
怎么改：在大纲视图里写上标题，或开始 → 重设把标题占位符找回来；不想显示的标题可以移到幻灯片之外。

---
A slide has no title.

Finds: slides without a title placeholder, or with an empty one.
Why: screen readers, tables of contents, jump lists and the presenter's view know slides by their titles; PowerPoint's own checker calls it an error.
Mend: write a title in the outline view, or bring the placeholder back with Home → Reset; a title not to be shown may stand off the slide.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "a11y/slide-title"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        if slide.readable and not slide.title:
            place = next((shape.name for shape in slide.shapes if shape.is_title), "")
            yield at(slide.number, place)
