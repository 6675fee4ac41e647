"""页面不是常见的比例。

查什么：页面不是 16:9、16:10 或 4:3。
为什么：投影仪和大屏多半是这些比例，别的会留黑边。
怎么改：大屏本来就是这个比例就不用管；否则设计 → 幻灯片大小。

---
An unusual page.

Finds: a page that is not 16:9, 16:10 or 4:3.
Why: projectors and screens are mostly of these; others have black bars.
Mend: nothing to do where the screen is like that; else Design → Slide Size.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/odd-page"
SEVERITY: Severity = "warning"
USUAL = (16 / 9, 16 / 10, 4 / 3)
NEAR = 0.02


def check(subject: TemplateSubject) -> Iterator[Facts]:
    show = subject.facts.show
    ratio = show.width / show.height
    if all(abs(ratio - usual) > NEAR for usual in USUAL):
        yield {"width": show.width // 12_700, "height": show.height // 12_700}
