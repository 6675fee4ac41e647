"""标题压着图案。

查什么：封面或内容版式的标题框里有小图案（徽标、线条），占了标题框的一成以上。
为什么：标题长了就会写到图案上。
怎么改：在幻灯片母版里把标题框改窄，让开图案。

---
Art stands in the place of a title.

Finds: a logo or a line that takes a tenth or more of the title's place on the cover or content layout.
Why: a long title is written over it.
Mend: make the title narrower in the slide master, so that it keeps clear.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.area import area, common
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/title-under-art"
SEVERITY: Severity = "warning"
LEAST, MOST = 10, 90  # percent of the title's place; what fills it is its ground


def check(subject: TemplateSubject) -> Iterator[Facts]:
    for layout in subject.used:
        box = layout.title.box if layout.title else None
        for art in layout.art if box else ():
            shared = area(common(art.box, box)) if box else 0
            if box and LEAST * area(box) <= 100 * shared < MOST * area(box) and area(art.box) < area(box):
                yield {"layout": layout.name, "art": art.name}
