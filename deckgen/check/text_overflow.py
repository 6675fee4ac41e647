"""文字放不下

查什么：排好以后，一段文字需要的高度超过了给它的位置。放不下时首先由排版报告（`layout/overflow`，说明超出几个字）；这里把排出来的每一个文本框再量一遍。
为什么：放不下的字会压住别的内容，或者跑出页面；deckgen 不删字，也不缩到看不清。
怎么改：精简文字，细节放进 `notes`；或在文件头写 `overflow: continue`，接到（续）页。

---
Text that does not fit

Finds: text that, once set, needs more height than its place has. Layout itself reports what does not fit first (`layout/overflow`, with the characters that are too many); here every box is measured once more.
Why: what does not fit covers its neighbours or leaves the slide; deckgen never drops text nor shrinks it to nothing.
Mend: shorten it, move details to `notes`, or let the slide continue (`overflow: continue`).
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.geometry import EMU_PER_PT, pt

RULE = "layout/text-overflow"
SEVERITY: Severity = "error"
PARTIAL = False

SLACK = pt(1)  # boxes are cut to whole shares of what they stand in


def check(subject: Subject) -> Found:
    for slide, box, _, _, height in subject.shown:
        left, top, right, bottom = box.margins
        room = box.box.width - left - right if box.vertical else box.box.height - top - bottom
        over = height * EMU_PER_PT // 100 - room
        if over > SLACK:
            yield box.source, {"number": slide.number, "name": box.name, "over": round(over / EMU_PER_PT)}
