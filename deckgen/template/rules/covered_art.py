"""内容会盖住图案。

查什么：theme.yaml 里写的 area 压着版式上的图案（徽标、线条、图片）。
为什么：内容盖住单位的徽标。
怎么改：把 area 改小，让开它；不写 area 就自动让开。

---
Content covers art.

Finds: the area that theme.yaml gives lies over art of the layout: a logo, a line, a picture.
Why: content would cover the organisation's logo.
Mend: make the area smaller; without one it keeps clear by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.area import area, common, is_ground
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/covered-art"
SEVERITY: Severity = "warning"
LEAST = 5  # percent of the art


def check(subject: TemplateSubject) -> Iterator[Facts]:
    layout = subject.chosen.content
    for art in layout.art:
        over = area(common(art.box, subject.area))
        if over * 100 > LEAST * area(art.box) and over * 2 < area(subject.area) and not is_ground(art.box, subject.facts.page):
            yield {"layout": layout.name, "art": art.name}
