"""模板里的图片太大。

查什么：母版或版式用的一张图片超过 3 MB。
为什么：每个用这个模板的文件都要带上它。
怎么改：在 PowerPoint 里图片格式 → 压缩图片，另存模板。

---
A heavy picture.

Finds: a picture of more than 3 MB on a master or layout.
Why: every deck on the template carries it.
Mend: Picture Format → Compress Pictures in PowerPoint, then save the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.archive import MEGABYTE
from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/heavy-picture"
SEVERITY: Severity = "warning"
MOST = 3 * MEGABYTE


def check(subject: TemplateSubject) -> Iterator[Facts]:
    for part in subject.foundation.parts:
        if part.type.startswith("image/") and len(part.data) > MOST:
            yield {"part": part.name, "size": f"{len(part.data) / MEGABYTE:.1f}"}
