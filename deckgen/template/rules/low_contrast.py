"""字和底的颜色太近。

查什么：用到的版式里，标题的颜色和它下面的底色对比不到 3:1；或六个强调色没有一个够深，只好把着色 1 调深。
为什么：后排看不清。
怎么改：在幻灯片母版里改标题的颜色；强调色在主题颜色里改。

---
Text is too near to its ground.

Finds: a title of a layout in use with less than 3:1 against its ground; or no accent can be read on the page, so that a darker Accent 1 is used.
Why: it cannot be read from the last row.
Mend: change the colour of the title in the slide master, accents in the colours of the theme.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.style import contrast
from deckgen.template.area import area, common
from deckgen.template.colors import READABLE, ground_color
from deckgen.template.places import background_of, place_style
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/low-contrast"
SEVERITY: Severity = "warning"
LARGE = 3.0  # WCAG 2.1, 1.4.3, for large text


def check(subject: TemplateSubject) -> Iterator[Facts]:
    colors = subject.theme_colors
    ratio = contrast(colors.scheme[colors.accent], subject.ground)
    if ratio < READABLE:
        yield {"what": term("theme/accent", slot=colors.accent), "ratio": f"{ratio:.1f}"}
    for layout in subject.used:
        if not layout.title:
            continue
        style = place_style(subject.facts, layout, layout.title)
        ground, sure = ground_color(background_of(subject.facts, layout), subject.scope.colors)
        under = [art for art in layout.art if area(common(art.box, style.box)) * 2 > area(style.box)]
        if sure and not under and style.rgb and contrast(style.rgb, ground) < LARGE:
            yield {"what": term("theme/title-of", layout=layout.name), "ratio": f"{contrast(style.rgb, ground):.1f}"}
