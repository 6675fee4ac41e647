"""占位符编号重复。

查什么：用到的版式里两个占位符的 idx 相同（LibreOffice 存的文件全是 0）。
为什么：PowerPoint 靠编号认占位符，重复时按类型认，换版式时文字可能错位。
怎么改：用 PowerPoint 打开模板，在母版里删掉重建这些占位符，另存为 .potx。

---
Placeholders share an index.

Finds: two placeholders of a layout in use have one idx (files of LibreOffice have 0 everywhere).
Why: PowerPoint knows placeholders by it; shared, by their type, and text may move when the layout is changed.
Mend: open the template in PowerPoint, make the placeholders anew in the master and save it as .potx.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/duplicate-idx"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    for layout in subject.used:
        counts = Counter(place.idx for place in layout.places)
        yield from ({"layout": layout.name, "idx": idx} for idx, count in counts.items() if count > 1)
