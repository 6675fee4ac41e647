"""同一页上有两个形状编号相同。

查什么：一张幻灯片、版式或母版里，两个形状的 id 相同，而没有动画按这个编号找它们。
为什么：PowerPoint 照样打开，存盘时改号；但评论、协同编辑和以后加的动画可能认错形状。pandoc 等程序写的文件里常见。
怎么改：在 PowerPoint 里打开再存一次；如果文件由程序生成，请改程序。

---
Two shapes of a slide have one id, and no animation asks for it.

Finds: ids that occur twice on a slide, layout or master.
Why: PowerPoint opens the file and renumbers when it saves, but comments, edits by several people and later animations may go astray.
Programs such as pandoc write so.
Mend: open and save the file in PowerPoint; if a program wrote it, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.package.shape_id import doubles

RULE = "package/shared-shape-id"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        for shape_id, name in doubles(facts):
            if shape_id.isdecimal() and shape_id not in facts.targets:
                yield at(deck.number(part), name, part=part, id=shape_id)
