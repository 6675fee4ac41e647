"""比规定的时间长

查什么：按每分钟的字数（文件头 `speech` 的 `rate`，默认 170 字）算，全场讲完的时间超过 `speech` 的 `minutes`。
为什么：会议的议程是按时间排的，讲超了后面的人就要压缩。
怎么改：删减备注或讲话稿；或把 `minutes`、`rate` 改成实际的。怎样计算：`docs/presenting.md`。

---
Longer than it may take

Finds: a whole that takes longer than the `minutes` of `speech` in the head, at its `rate` (170 characters a minute, 130 words).
Why: the meeting is planned by minutes; who speaks longer takes them from the next.
Mend: shorten notes or speech, or write the real `minutes` and `rate`. How it is counted: `docs/presenting.md`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.delivery import clock, seconds_in_all
from deckgen.diagnostics import Severity

RULE = "delivery/too-long"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    said = subject.outline.speech
    if said is None or not said.minutes or subject.scene is None:
        return
    seconds = seconds_in_all(subject.scene)
    if seconds > 60 * said.minutes:
        yield said.source, {"minutes": said.minutes, "takes": clock(seconds), "over": clock(seconds - 60 * said.minutes)}
