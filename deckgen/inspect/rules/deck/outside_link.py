"""演示文稿引用了文件之外的内容。

查什么：链接的图片、背景、音视频、OLE 对象、图表数据和模板，即目标在文件之外的关系；供人点击的超链接不算。
为什么：打开文件时会去别处取内容：断网、换电脑就看不到，也会让别人知道谁在什么时候打开过文件。
怎么改：把图片和对象嵌入文件（重新插入，不选“链接到文件”）；文件 → 信息 → 编辑指向文件的链接，断开其余的链接。

---
The deck takes something from outside of its file.

Finds: linked pictures, backgrounds, films, OLE objects, chart data and templates, that is relationships whose target lies outside; links to
be clicked are none.
Why: whoever opens the file fetches it: it is missing offline and on another machine, and its owner learns who opened the file when.
Mend: embed pictures and objects (insert them again, not as a link); File → Info → Edit Links to Files breaks what is left.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "deck/outside-link"
SEVERITY: Severity = "warning"
CLICKED = "hyperlink"
NOTHING = "NULL"  # what PowerPoint itself writes where a link was lost


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part, relations in deck.package.relations.items():
        for relation in relations.by_id.values():
            if relation.external and relation.kind != CLICKED and relation.target != NOTHING:
                yield at(deck.number(part), kind=relation.kind, target=relation.target)
