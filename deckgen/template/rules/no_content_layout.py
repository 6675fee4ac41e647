"""没有能放内容的版式。

查什么：所选母版的版式里没有一个上面是标题、下面有空地的。
为什么：内容页要有地方放标题和内容；没有时就在母版上另加一个版式，模板自己的版式不动。
怎么改：在 theme.yaml 的 layouts: content: 写上该用的版式；设计画在示例页上时用 deckgen theme new 文件 --slide 3=content。

---
No layout can hold content.

Finds: no layout of the chosen master has a title on top with free room below it.
Why: content slides need a place for their title and room; without one a layout is added to the master, and those of the template stay as they are.
Mend: name the layout in theme.yaml under layouts: content:; where the design stands on sample slides: deckgen theme new FILE --slide 3=content.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/no-content-layout"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    if "content" in subject.chosen.made:
        yield {}
