"""模板里有宏，没有带进来。

查什么：后缀是 .potx、.pptx，里面却有宏。
为什么：生成的文件不带宏，靠宏的按钮和菜单不会动；别处收到带宏的文件多半会拦下。
怎么改：在 PowerPoint 里另存为不带宏的 .potx。

---
The template holds macros, which are left out.

Finds: macros in a file that is called .potx or .pptx.
Why: decks are made without them, so buttons and menus that need them do nothing; many mail servers stop files with macros.
Mend: save it in PowerPoint as .potx without macros.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/macros"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    if subject.facts.macros:
        yield {"name": "vbaProject"}
