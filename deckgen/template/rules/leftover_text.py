"""版式上留着示例文字。

查什么：用到的版式或母版上写着固定的字，像是示例（LOGO、单击、请在此、某某公司、20XX）。
为什么：这些字会出现在每一页上。
怎么改：在幻灯片母版里改成单位的，或删掉。

---
Sample words on a layout.

Finds: fixed words on a layout in use or its master that look like a sample: LOGO, click here, your company, 20XX.
Why: they stand on every slide.
Mend: change or delete them in the slide master.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/leftover-text"
SEVERITY: Severity = "warning"
SAMPLE = re.compile(
    r"logo|lorem|单击|点击|请在此|在此输入|添加标题|输入标题|某某|XX公司|你的|您的|20XX|your (text|company|title)|click|www\.|\.com",
    re.IGNORECASE,
)


def check(subject: TemplateSubject) -> Iterator[Facts]:
    for layout in subject.used:
        yield from ({"layout": layout.name, "text": art.text[:40]} for art in layout.art if SAMPLE.search(art.text))
