"""版式重名。

查什么：所选母版有两个以上的版式同名。
为什么：theme.yaml 按名称选版式，重名时取第一个。
怎么改：在幻灯片母版里改名，或用 deckgen theme new 时按编号选。

---
Layouts of one name.

Finds: two or more layouts of the chosen master have one name.
Why: theme.yaml chooses layouts by name and takes the first.
Mend: rename them in the slide master.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/duplicate-names"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    names = Counter(layout.name for layout in subject.layouts)
    yield from ({"count": count, "name": name} for name, count in names.items() if count > 1)
