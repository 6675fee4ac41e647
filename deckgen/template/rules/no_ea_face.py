"""主题没有写中文字体。

查什么：标题或正文的东亚字体是空的，也没有简体中文的字体表。
为什么：中文用哪种字体由各人的电脑决定，换台电脑行距和换行都会变。
怎么改：在 PowerPoint 里设计 → 变体 → 字体 → 自定义字体，选上中文字体。

---
The theme names no Chinese face.

Finds: the East Asian face of headings or text is empty, and there is none for simplified Chinese.
Why: each machine chooses one, so lines and breaks differ from one to the next.
Mend: Design → Variants → Fonts → Customize: choose a Chinese face.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.template.subject import Facts, TemplateSubject
from deckgen.template.words import FACE

RULE = "theme/no-ea-face"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    faces = subject.scope.theme.faces
    for reference, which in (("+mj-ea", "heading"), ("+mn-ea", "body")):
        if not faces.get(reference):
            yield {"which": term(FACE[which])}
