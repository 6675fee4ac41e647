"""占位符在版式里没有对应的位置。

查什么：幻灯片上的占位符，它的编号或类型在所用版式里找不到。
为什么：它从版式得不到位置和样式，可能显示在左上角、大小为零，换版式时内容会错位。
怎么改：右键幻灯片 → 重设，或把内容移到版式已有的占位符里。

---
A placeholder has no counterpart in its layout.

Finds: placeholders of a slide whose index or type the layout does not have.
Why: they inherit neither place nor style, may show at the top left with no size, and go astray when the layout changes.
Mend: right-click the slide → Reset, or move the content into a placeholder that the layout has.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.values import TITLES, PlaceholderKey

RULE = "package/placeholder-match"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        layout = deck.facts.get(deck.package.of(slide.part).target("slideLayout"))
        if layout is None:
            continue
        indexes = {idx for _, idx in layout.places}
        kinds = {kind for kind, _ in layout.places}
        for shape in slide.shapes:
            if shape.placeholder is not None and not matches(shape.placeholder, indexes, kinds):
                yield at(slide.number, shape.name, type=shape.placeholder.type, idx=shape.placeholder.idx)


def matches(place: PlaceholderKey, indexes: set[str], kinds: set[str]) -> bool:
    if place.idx != "0":
        return place.idx in indexes
    return place.type in kinds or (place.type in TITLES and not kinds.isdisjoint(TITLES))
