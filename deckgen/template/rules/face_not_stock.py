"""字体不是办公电脑都有的。

查什么：主题的字体不在 Windows 和 Office 自带的字体里。
为什么：没有这种字体的电脑会换成别的，行距和换行会变。
怎么改：换成微软雅黑、宋体、黑体、仿宋、楷体等；或给放映的电脑装上。

---
A face that not every machine has.

Finds: a face of the theme that Windows and Office do not bring.
Why: a machine without it shows another, and lines break elsewhere.
Mend: choose 微软雅黑, 宋体, 黑体, 仿宋 or 楷体; or install it where the deck is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.faces import STOCK
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/face-not-stock"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    faces = [face for face in subject.scope.theme.faces.values() if face and face.lower() not in STOCK]
    yield from ({"face": face} for face in dict.fromkeys(faces))
