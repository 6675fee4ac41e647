"""表格和图表里还不知道的数（X）

查什么：表格的格子、图表的数值写着 X，又不在台账里。
为什么：页面上用虚线标着，不会被当成真数字；但台账列不到它，容易忘了填。`--final` 时是错误。
怎么改：填上数字；或在台账里给它一个名称，写成 `{名称.value}`。

---
What nobody knows yet (X) in tables and charts

Finds: cells of tables and values of charts that say X and are not in the ledger.
Why: on the slide it is dashed, so nobody takes it for a number; but the ledger does not list it. An error under `--final`.
Mend: fill it in; or give it a name in the ledger and write `{name.value}`.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/unknown-cell"
SEVERITY: Severity = "warning"
PARTIAL = False


def check(subject: Subject) -> Found:
    for title, cell in subject.unknown_cells:
        yield cell.source, {"text": cell.plain, "title": title}
