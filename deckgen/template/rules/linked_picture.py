"""版式链接到文件外面。

查什么：母版或版式里有链接到网上或别处文件的图片、链接、对象。
为什么：换台电脑就断了；打开时可能联网。生成的文件不带它们。
怎么改：在 PowerPoint 里把图片嵌入（插入 → 图片），删去对象。

---
A layout leads out of the file.

Finds: a picture, link or object of a master or layout that stands on the web or in another file.
Why: it breaks on another machine and may go online; decks are made without it.
Mend: insert the picture itself in PowerPoint and delete objects.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.keep import OBJECTS
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/linked-picture"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    for layout in (*subject.facts.masters, *subject.facts.layouts):
        for relation in subject.facts.package.of(layout.part).by_id.values():
            if relation.external or relation.kind in OBJECTS:
                yield {"part": layout.part, "target": relation.target[:60]}
