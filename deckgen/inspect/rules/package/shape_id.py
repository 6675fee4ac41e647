"""动画按编号找到两个形状，或编号不是数字。

查什么：一张幻灯片、版式或母版里，两个形状的 id 相同，而有动画按它找形状；或 id 不是数字。
为什么：动画会动错形状；PowerPoint 可能要求修复。
怎么改：剪切其中一个形状再粘贴，它就得到新的编号；如果文件由程序生成，请改程序。

---
An animation finds two shapes by one id, or an id is no number.

Finds: ids that occur twice on a slide, layout or master and that an animation names, and ids that are no number.
Why: the animation moves the wrong shape; PowerPoint may ask to repair.
Mend: cut one of the shapes and paste it, which gives it a new id; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.package.facts import PartFacts
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/shape-id"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        for shape_id, name in doubles(facts):
            if not shape_id.isdecimal() or shape_id in facts.targets:
                yield at(deck.number(part), name, part=part, id=shape_id)


def doubles(facts: PartFacts) -> Iterator[tuple[str, str]]:
    """(id, name) of each shape whose id another one had before it, or whose id is no number."""
    seen: set[str] = set()
    for shape_id, name in facts.shapes:
        if shape_id in seen or not shape_id.isdecimal():
            yield shape_id, name
        seen.add(shape_id)
