"""正文里的 X 不在台账里

查什么：正文或备注里直接写着“X次”“XX亿元”“TBD”，或整段只写“待定”，没有登记在台账里。
为什么：不在台账里的 X，页面上不标“待填”，`deckgen figures` 不列，会一直留到台上。`--final` 时是错误。XX区、X届X次全会、X河这样的名称不算。
怎么改：在台账里登记一个指标，正文写 `{指标名}`。

---
An X that is not in the ledger

Finds: X次, XX亿元, TBD and the like written out in texts or notes.
Why: an X outside the ledger is not marked on the slide, not listed by `deckgen figures`. An error with `--final`. Names such as XX区, X届X次全会 and X河 are left alone.
Mend: give the ledger a figure for it and write `{name}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.amounts import is_unknown
from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.outline import Text
from deckgen.patterns import one_of

RULE = "content/loose-unknown"
SEVERITY: Severity = "warning"
PARTIAL = True

UNITS = (
    "亿元", "万元", "元", "%", "％", "个百分点", "个", "次", "项", "家", "万", "人", "名", "户", "篇", "件", "场", "所", "处", "期",
    "条", "亩", "平方米", "平方公里", "公里", "米", "吨", "台", "辆", "天", "座", "套", "批", "位", "起",
)  # fmt: skip
SESSIONS = ("次全会", "次全体", "次会议", "次代表")  # X次全会 is a name
# Units that follow no name: XX亿元 is a number, XX项目 is not.
OF_NUMBERS = ("亿", "万", "元", "%", "％", "个百分点", "平方", "公里", "亩", "吨", "余", "多")
ALIKE = "Ⅹ×✕"  # what is taken for an X
SIGNS = r"X{1,4}(?:\.X{1,2})?"
LONGEST = 20  # characters of a word for what nobody knows
NEEDED = ("X", "TB", "待填")  # without one of these no text is searched
WORDS = rf"(?<![A-Za-z])(?:TBD|TBC|TBA)(?![A-Za-z])|待填(?!{one_of('报写补平充')})"


def check(subject: Subject) -> Found:
    script = subject.script
    cells = {id(cell) for _, cell in subject.unknown_cells}  # another rule has those
    joined = script.joined
    for sign in ALIKE:
        joined = joined.replace(sign, "X")
    for match in unknown(joined):
        end = match.end() if match["signs"] is None else end_of(script.joined, match.start(), match.end())
        if end and id(script.text_at(match.start())) not in cells:
            yield script.span(match.start(), end), {"text": script.joined[match.start() : end]}
    for text in script.texts:
        if id(text) not in cells and says_nothing(text):
            yield text.source, {"text": text.plain}


def unknown(joined: str) -> Iterator[re.Match[str]]:
    """Every X and every word for what nobody knows; the pattern is asked only where one of them can begin."""
    places = sorted(at for word in NEEDED for at in occurrences(joined, word))
    pattern = re.compile(f"(?P<signs>{SIGNS})|{WORDS}") if places else None
    end = 0
    for at in places:
        match = pattern.match(joined, at) if pattern and at >= end else None
        if match:
            end = match.end()
            yield match


def occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def end_of(joined: str, start: int, end: int) -> int:
    """Where the unit behind these signs ends; 0 where they are no number."""
    if is_part_of_a_name(joined[start - 1 : start]):
        return 0
    more = end + (joined[end : end + 1] in ("余", "多", "几"))
    unit = next((unit for unit in UNITS if joined.startswith(unit, more)), "")
    named = end - start > 1 and not joined.startswith(OF_NUMBERS, end)
    return 0 if not unit or named or joined.startswith(SESSIONS, more) else more + len(unit)


def says_nothing(text: Text) -> bool:
    """Whether the whole text is a word for what nobody knows: 待定, N/A."""
    words = text.plain
    return (
        len(words) <= LONGEST
        and words != "x"
        and not any(run.figure for run in text.runs)
        and any(map(str.isalpha, words))
        and is_unknown(words)
    )


def is_part_of_a_name(before: str) -> bool:
    """XX区, 第X届, PX, 3×5: an X of these is no number."""
    return before in ("第", "届") or (before.isascii() and before.isalnum())
