"""动画指向不存在的形状。

查什么：动画引用的形状编号不在这一页上，或动画节点编号重复。
为什么：PowerPoint 要求修复，并删掉这一页的动画。
怎么改：在动画窗格里删除失效的动画，重新添加。

---
An animation names a shape that is not there.

Finds: animations of shape ids that the slide does not have, and timing nodes of one id.
Why: PowerPoint asks to repair and drops the slide's animations.
Mend: delete the dead animation in the animation pane and add it again.
"""

from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/animation-target"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        known = {shape_id for shape_id, _ in facts.shapes}
        yield from (at(deck.number(part), part=part, id=value) for value in sorted(facts.targets - known))
        repeated = [value for value, count in sorted(Counter(facts.timings).items()) if count > 1]
        yield from (at(deck.number(part), part=part, id=value) for value in repeated)
