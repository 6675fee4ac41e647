"""正文里的 X 不在台账里

查什么：正文或备注里直接写着“X次”“X亿元”，没有登记在台账里。
为什么：不在台账里的 X，页面上不标“待填”，`deckgen figures` 不列，`--final` 也拦不住，会一直留到台上。XX区、X届X次全会、X河这样的名称不算。
怎么改：在台账里登记一个指标，正文写 `{指标名}`。

---
An X that is not in the ledger

Finds: X次, X亿元 and the like written out in texts or notes.
Why: an X outside the ledger is not marked on the slide, not listed by `deckgen figures` and not held back by `--final`. Names such as XX区, X届X次全会 and X河 are left alone.
Mend: give the ledger a figure for it and write `{name}`.
"""

from __future__ import annotations

import re

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/loose-unknown"
SEVERITY: Severity = "warning"
PARTIAL = True

UNITS = (
    "亿元", "万元", "元", "%", "％", "个百分点", "个", "次", "项", "家", "万", "人", "名", "户", "篇", "件", "场", "所", "处", "期",
    "条", "亩", "平方米", "平方公里", "公里", "米", "吨", "台", "辆", "天", "座", "套", "批", "位", "起",
)  # fmt: skip
SESSIONS = ("次全会", "次全体", "次会议", "次代表")  # X次全会 is a name


def check(subject: Subject) -> Found:
    script = subject.script
    cells = {id(cell) for _, cell in subject.unknown_cells}  # another rule has those
    for match in re.finditer("X", script.joined):
        start = match.start()
        if is_part_of_a_name(script.joined[start - 1 : start]):
            continue
        end = start + 1 + (script.joined[start + 1 : start + 2] in ("余", "多", "几"))
        unit = next((unit for unit in UNITS if script.joined.startswith(unit, end)), "")
        if unit and not script.joined.startswith(SESSIONS, end) and id(script.text_at(start)) not in cells:
            yield script.span(start, end + len(unit)), {"text": script.joined[start : end + len(unit)]}


def is_part_of_a_name(before: str) -> bool:
    """XX区, 第X届, PX: an X of these is no number."""
    return before in ("第", "届") or (before.isascii() and before.isalnum())
