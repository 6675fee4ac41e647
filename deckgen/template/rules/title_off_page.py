"""标题的位置在页面外面。

查什么：封面或内容版式的标题有一部分在页面以外。
为什么：伸出去的字投影时看不见。
怎么改：在 PowerPoint 的幻灯片母版里把标题拖回页面，或在 theme.yaml 换一个版式。

---
A title stands off the page.

Finds: the title of the cover or content layout reaches over the edge of the page.
Why: what reaches over it is not shown.
Mend: move the title in PowerPoint's slide master, or choose another layout in theme.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/title-off-page"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    page = subject.facts.page
    for layout in subject.used:
        box = layout.title.box if layout.title else None
        if box and (box.x < 0 or box.y < 0 or box.right > page.right or box.bottom > page.bottom):
            yield {"layout": layout.name}
