"""超过 100% 的占比

查什么：占比、比重、覆盖率、满意率一类的百分数大于 100，台账和正文都查。
为什么：部分不会大于整体；多半是小数点错了位。完成率、增长率可以超过 100%，不在此列。
怎么改：核对数值；确是完成情况的，名称写成“完成率”。

---
A share of more than 100 %

Finds: shares, proportions, rates of coverage or satisfaction over 100 %, in the ledger and in texts.
Why: a part is not more than the whole; most often the decimal point slipped. Rates of completion and growth may exceed 100 %.
Mend: check the value; call it 完成率 (rate of completion) where that is what it is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity

RULE = "content/share-over-100"
SEVERITY: Severity = "error"
PARTIAL = False

# 完成率, 增长率, 利用率 and the like may exceed the whole.
SHARES = (
    "占比", "比重", "份额", "覆盖率", "普及率", "满意率", "满意度", "合格率", "达标率", "优良率", "整改率", "办结率", "入学率", "巩固率",
    "参保率", "就业率", "回复率", "签约率", "群众满意", "融合率", "绿化率", "覆盖面", "share of", "proportion of", "coverage",
)  # fmt: skip
SHARE_IN_TEXT = rf"(?P<what>占比|比重|{'|'.join(SHARES[3:-3])})[^\n，。；、%0-9]{{0,6}}?(?P<number>[0-9]{{3,6}}(?:\.[0-9]{{1,4}})?)%"
OVER_99 = r"[0-9]{3}(?:\.[0-9]{1,4})?%"  # few texts have one, and the pattern above is dear


def check(subject: Subject) -> Found:
    for figure in subject.ledger.figures.values():
        if figure.unit == "%" and over(figure.value) and is_share(figure.label + figure.prefix):
            yield figure.source, {"what": figure.label, "value": figure.text}
        change = figure.change
        if change and change.unit == "%" and over(change.value) and is_share(change.wording):
            yield figure.source, {"what": figure.label, "value": change.text}
    if not re.search(OVER_99, subject.script.joined):
        return
    for match in re.finditer(SHARE_IN_TEXT, subject.script.joined):
        if over(Decimal(match["number"])):
            yield subject.script.span(match.start(), match.end()), {"what": match["what"], "value": match["number"] + "%"}


def over(value: object) -> bool:
    return isinstance(value, Decimal) and value > 100


def is_share(words: str) -> bool:
    return any(word in words for word in SHARES)
