"""正文里直接写了台账里的数

查什么：正文或备注里直接写着数字，而台账里有这个指标：名称就在数字前面、单位相同，或者数值和单位一模一样。
为什么：台账改了，这里不会跟着改，同一场汇报里就有了两个数。
怎么改：写成 `{指标名}`。

---
A figure of the ledger written as bare digits

Finds: digits in texts or notes where the ledger has the figure: its label stands before them and the unit is the same, or value and unit are just the same.
Why: when the ledger changes, the text does not, and the deck holds two numbers.
Mend: write `{name}`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.figures import Figure, Ledger
from deckgen.patterns import one_of

RULE = "content/bare-quantity"
SEVERITY: Severity = "warning"
PARTIAL = False

QUANTITY = (
    r"(?P<number>[0-9](?<![0-9.,A-Za-z].)(?:[0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{0,11}(?:\.[0-9]+)?))"
    rf"(?P<rest>(?:(?!{one_of('，。；、：')})[^\s0-9]){{1,5}})"
)
BREAKS = one_of("，。；！？\ufffc0123456789")  # beyond these a label speaks of something else
YEAR = "(?:19|20)[0-9]{2}(?=年)"
FAR = 32  # characters before a number in which its label is looked for
TELLING = 3  # digits that two different figures hardly share by accident


def check(subject: Subject) -> Found:
    book = Book(subject.ledger)
    if not book.units:
        return
    script = subject.script
    for match in re.finditer(QUANTITY, script.joined):
        figure = book.labelled(script.before(match.start(), FAR), match) or book.equal(match)
        if figure:
            shown = match["number"] + figure.unit
            yield script.span(match.start(), match.end()), {"text": shown, "name": figure.name, "label": figure.label, "value": figure.text}


class Book:
    """The ledger by unit, by label and by value, so that each quantity of a text is looked up once."""

    def __init__(self, ledger: Ledger) -> None:
        figures = [figure for figure in ledger.figures.values() if figure.unit]
        self.units = {figure.unit for figure in figures}
        self.lengths = sorted({len(figure.label) for figure in figures}, reverse=True)
        self.labels = {(figure.label, figure.unit): figure for figure in figures}
        self.values = {(figure.value, figure.unit): figure for figure in figures if isinstance(figure.value, Decimal)}

    def unit_of(self, match: re.Match[str]) -> str:
        """The longest unit of the ledger with which the words behind the number begin; "" for none."""
        return next((match["rest"][:n] for n in range(len(match["rest"]), 0, -1) if match["rest"][:n] in self.units), "")

    def labelled(self, before: str, match: re.Match[str]) -> Figure | None:
        """The figure whose label stands before the number, nothing but a few words between; another year's is another figure."""
        unit = self.unit_of(match)
        if not unit:
            return None
        for length in self.lengths:
            for start in range(len(before) - length, -1, -1):
                figure = self.labels.get((before[start : start + length], unit))
                between = before[start + length :]
                if figure and not re.search(BREAKS, between) and not another_year(before, figure):
                    return figure
        return None

    def equal(self, match: re.Match[str]) -> Figure | None:
        """The figure with just this value and unit, where there are digits enough to be no accident."""
        digits = match["number"].replace(",", "")
        if len(digits.replace(".", "").strip("0")) < TELLING:
            return None
        return self.values.get((Decimal(digits), self.unit_of(match)))


def another_year(before: str, figure: Figure) -> bool:
    years = re.findall(YEAR, before)
    return bool(years) and (not figure.period or years[-1] not in figure.period)
