"""同一页上形状编号重复。

查什么：一张幻灯片、版式或母版里，两个形状的 id 相同，或 id 不是数字。
为什么：动画和链接按编号找形状；PowerPoint 会改号或要求修复，协同编辑时会串位。
怎么改：剪切其中一个形状再粘贴，它就得到新的编号；如果文件由程序生成，请改程序。

---
Two shapes of a slide have one id.

Finds: ids that occur twice on a slide, layout or master, or are no number.
Why: animations and links find shapes by id; PowerPoint renumbers or asks to repair, and edits by several people go astray.
Mend: cut one of the shapes and paste it, which gives it a new id; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/shape-id"
SEVERITY: Severity = "error"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, facts in deck.facts.items():
        seen: set[str] = set()
        for shape_id, name in facts.shapes:
            if shape_id in seen or not shape_id.isdecimal():
                yield at(deck.number(part), name, part=part, id=shape_id)
            seen.add(shape_id)
