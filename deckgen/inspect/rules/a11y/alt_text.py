"""图片、图表、表格、组合或没有文字的形状缺少替代文字。

查什么：没有替代文字、也没有标为“装饰性”的图片、视频、图表、SmartArt、表格、组合、线条和无字形状；组合内部的形状由组合代表。
为什么：看不见屏幕的人只能听到“图片”两个字；PowerPoint 的辅助功能检查把它列为错误。
怎么改：右键 → 查看替代文字，用一句话说明它告诉观众什么；只起装饰作用的，勾选“标记为装饰性”。

---
A picture, chart, table, group or shape without text has no alternative text.

Finds: pictures, videos, charts, SmartArt, tables, groups, lines and shapes without text that have no alt text and are not marked decorative; a group speaks for what it holds.
Why: whoever cannot see the screen hears nothing but “picture”; PowerPoint's own checker calls it an error.
Mend: right-click → View Alt Text and say in a sentence what it tells the audience, or mark it as decorative.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import is_empty_placeholder
from deckgen.inspect.values import Shape

RULE = "a11y/alt-text"
SEVERITY: Severity = "error"

KINDS = {
    "picture": term("a11y/picture"), "media": term("a11y/media"), "chart": term("a11y/chart"),
    "table": term("a11y/table"), "diagram": term("a11y/diagram"), "object": term("a11y/object"),
    "group": term("a11y/group"), "shape": term("a11y/shape"), "connector": term("a11y/connector"),
}  # fmt: skip


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        yield from (at(slide.number, shape.name, kind=KINDS[shape.kind]) for shape in slide.shapes if is_silent(shape))


def is_silent(shape: Shape) -> bool:
    if shape.alt or shape.decorative or shape.hidden or shape.parent >= 0:
        return False
    return not shape.plain and not is_empty_placeholder(shape)
