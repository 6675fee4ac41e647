"""节没有起名字。

查什么：名为“默认节”“无标题节”“Untitled Section”“Default Section”或空白的节。
为什么：按节浏览和跳转的人只听到“无标题”；PowerPoint 的辅助功能检查把它列为错误。
怎么改：在缩略图窗格里右键节名 → 重命名节。

---
A section has no name of its own.

Finds: sections called 默认节, 无标题节, Untitled Section, Default Section, or nothing.
Why: whoever browses by section hears “untitled”; PowerPoint's own checker calls it an error.
Mend: right-click the section in the thumbnail pane → Rename Section.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.values import ListedSection

RULE = "a11y/section-name"
SEVERITY: Severity = "error"
UNNAMED = ("", "默认节", "无标题节", "未命名的节", "untitled section", "default section", "untitled")


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for section in deck.presentation.sections if deck.presentation else ():
        if section.name.strip().lower() in UNNAMED:
            yield at(first_slide(section, deck), name=section.name)


def first_slide(section: ListedSection, deck: FinishedDeck) -> int:
    """The number of the section's first slide, 0 for a section without slides."""
    numbers = {value: number for number, (value, _) in enumerate(deck.presentation.slide_ids if deck.presentation else (), 1)}
    return next((numbers[value] for value in section.slide_ids if value in numbers), 0)
