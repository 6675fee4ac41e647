"""主题颜色是 Office 的默认颜色。

查什么：模板的六个强调色就是 Office 自带的那一套。
为什么：单位的颜色没有放进主题，图表和重点字会是 Office 的蓝橙。
怎么改：在 PowerPoint 里设计 → 变体 → 颜色 → 自定义颜色，把单位的颜色设为着色 1；图案上的颜色见提示。

---
The colours are those of Office.

Finds: the six accents of the template are those that Office comes with.
Why: the organisation's colours are not in its theme, so charts and key words are Office's blue and orange.
Mend: Design → Variants → Colors → Customize: make the organisation's colour Accent 1; the hint names the colour of the art.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.style import SLOTS
from deckgen.template.colors import colorful
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/default-theme"
SEVERITY: Severity = "warning"
# Accents 1 to 4 of Office 2013, 2007 and 2023.
OFFICE = (
    ["4472C4", "ED7D31", "A5A5A5", "FFC000"],
    ["5B9BD5", "ED7D31", "A5A5A5", "FFC000"],
    ["4F81BD", "C0504D", "9BBB59", "8064A2"],
    ["156082", "E97132", "196B24", "0F9ED5"],
)


def check(subject: TemplateSubject) -> Iterator[Facts]:
    scheme = subject.scope.theme.scheme
    if [scheme.get(slot) for slot in SLOTS[4:8]] in OFFICE:
        yield {"color": art_color(subject)}


def art_color(subject: TemplateSubject) -> str:
    """The colour that fills most of the art, – for none."""
    covered: Counter[str] = Counter()
    for layout in subject.used:
        for shape in subject.facts.designs.layout(layout.part).shapes:
            stops = {stop.rgb for stop in shape.fill.stops}
            if shape.box and len(stops) == 1 and colorful(next(iter(stops))):
                covered[next(iter(stops))] += shape.box.width * shape.box.height
    return covered.most_common(1)[0][0] if covered else "–"
