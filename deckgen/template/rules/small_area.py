"""内容区太小。

查什么：内容版式上除去标题、页脚和图案，剩下的高度不到页面的 45%。
为什么：字要缩到最小还可能放不下，导航也不画了。
怎么改：换一个空一些的版式，或在 theme.yaml 写 layouts: content: {layout: 版式名, area: [左, 上, 宽, 高]}。

---
The area for content is small.

Finds: less than 45 % of the height of the page is free on the content layout, without title, footers and art.
Why: text is set at its smallest and may not fit; there is no navigation.
Mend: choose an emptier layout, or write layouts: content: {layout: NAME, area: [x, y, width, height]} in theme.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/small-area"
SEVERITY: Severity = "warning"
LEAST = 45  # percent of the height of the page


def check(subject: TemplateSubject) -> Iterator[Facts]:
    share = subject.area.height * 100 // subject.facts.page.height
    if share < LEAST:
        yield {"layout": subject.chosen.content.name, "share": share}
