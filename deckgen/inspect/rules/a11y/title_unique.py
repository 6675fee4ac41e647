"""几张幻灯片的标题相同。

查什么：标题与前面某一页完全一样（不计空格）。
为什么：按标题跳转时分不清是哪一页；PowerPoint 的辅助功能检查给出提示。
怎么改：把标题写具体，或在后一页加“（续）”“（二）”。

---
Several slides have one title.

Finds: titles that equal an earlier slide's (spaces aside).
Why: whoever jumps by title cannot tell the slides apart; PowerPoint's own checker gives a tip.
Mend: say more in the title, or add “(continued)”, “(2)” to the later one.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet

RULE = "a11y/title-unique"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    first: dict[str, int] = {}
    for slide in deck.slides:
        title = "".join(slide.title.split())
        if title and first.setdefault(title, slide.number) != slide.number:
            place = next(shape.name for shape in slide.shapes if shape.is_title and shape.plain)
            yield at(slide.number, place, title=snippet(slide.title), first=first[title])
