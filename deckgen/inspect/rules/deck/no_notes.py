"""幻灯片没有讲稿备注。

查什么：有内容的幻灯片没有备注；整份都没有备注时只报一次。只有标题的封面、过渡页和封底不查。
为什么：讲的人只能照着屏幕念，换人讲时没有依据；只拿到文件的人看不懂来龙去脉。
怎么改：在备注窗格里写上这一页要讲的两三句话和数据来源。

---
A slide has no speaker notes.

Finds: slides with content but without notes; one finding when the whole deck has none. Covers, dividers and closings that hold only titles are left out.
Why: the speaker can only read the slide aloud, a stand-in has nothing to go by, and whoever merely receives the file misses the reasons.
Mend: write the two or three sentences to be said and the sources of the numbers into the notes pane.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import speaks
from deckgen.inspect.values import FinishedSlide

RULE = "deck/no-notes"
SEVERITY: Severity = "warning"
# A cover, a divider or a closing has no more texts, no more characters, and no list of three.
TITLES, FEW, LISTED = 3, 60, 2


def check(deck: FinishedDeck) -> Iterator[Hit]:
    silent = [slide.number for slide in deck.slides if slide.readable and not slide.notes and has_content(slide)]
    if len(silent) > 1 and not any(slide.notes for slide in deck.slides):
        yield at(0, what=term("deck/no-slide-has-notes", count=len(silent)))
        return
    yield from (at(number, what=term("deck/slide-without-notes")) for number in silent)


def has_content(slide: FinishedSlide) -> bool:
    """Whether there is more to explain than a title, a subtitle and a date."""
    shapes = [shape for shape in slide.shapes if speaks(shape) and not shape.is_footer]
    if slide.opening or not shapes:
        return False
    if len(shapes) > TITLES or any(shape.kind != "shape" for shape in shapes):
        return True
    texts = [shape.plain for shape in shapes]
    return sum(map(len, texts)) > FEW or any(text.count("\n") >= LISTED for text in texts)
