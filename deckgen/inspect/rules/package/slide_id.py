"""幻灯片编号不对。

查什么：幻灯片的 id 重复、小于 256、过大或不是数字，或同一张幻灯片列了两次。
为什么：PowerPoint 要求修复，节、动画和批注可能落到别的页上。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
The id of a slide is wrong.

Finds: slide ids that occur twice, are under 256, too large or no number, and slides that are listed twice.
Why: PowerPoint asks to repair; sections, animations and comments may end up on other slides.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.package.xml import number
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/slide-id"
SEVERITY: Severity = "error"
RANGE = range(256, 2**31)  # ST_SlideId


def check(deck: FinishedDeck) -> Iterator[Hit]:
    listed = deck.presentation.slide_ids if deck.presentation else ()
    seen: set[str] = set()
    for slide, (value, rid) in enumerate(listed, 1):
        if number(value, -1) not in RANGE:
            yield at(slide, id=value, what=term("package/slide-id-range"))
        elif value in seen:
            yield at(slide, id=value, what=term("package/id-of-another"))
        if rid in seen:
            yield at(slide, id=value, what=term("package/listed-twice"))
        seen |= {value, rid}
