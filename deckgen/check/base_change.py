"""变化与数值、上年数对不上

查什么：写了 `base`（上年数）的指标，`change` 与 `value`、`base` 算出来的不一致：增减的方向反了，或幅度超出四舍五入能解释的范围。
为什么：这是数字最容易抄错的地方。
怎么改：核对三个数。按不变价计算的增速（如地区生产总值）与现价的数值本来就对不上，这样的指标不要写 `base`。

---
A change that contradicts value and base

Finds: figures with a `base` (last year's value) whose `change` is not what value and base give: the other direction, or more apart than rounding explains.
Why: numbers are miscopied here more than anywhere.
Mend: check the three. Growth at constant prices (GDP) does not follow from values at current prices: give no `base` there.
"""

from __future__ import annotations

from decimal import Decimal

from deckgen.check.exactness import half_of_last, half_step, scale_of
from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.figures import Change, Figure
from deckgen.trends import FALLS, RISES
from deckgen.values import Range, format_value, rounded

RULE = "content/base-change"
SEVERITY: Severity = "error"
PARTIAL = False

EITHER = ("同比", "比上年", "较上年", "较去年", "比去年", "持平")


def check(subject: Subject) -> Found:
    for figure in subject.ledger.figures.values():
        expected = None if figure.change is None else expected_change(figure, figure.change)
        if figure.change and expected and contradicts(figure.change, expected):
            middle = rounded((expected[0] + expected[1]) / 2, 1).normalize()
            yield figure.source, {
                "label": figure.label, "change": figure.change.text, "value": figure.text,
                "base": base_text(figure), "found": format_value(middle) + figure.change.unit,
            }  # fmt: skip


def expected_change(figure: Figure, change: Change) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the change can be, in its own unit; None where it says something else (a share)."""
    value, base = figure.value, figure.base.value if figure.base else None
    if (
        not isinstance(value, Decimal)
        or not isinstance(base, Decimal)
        or base <= 0
        or not any(word in change.wording for word in (*RISES, *FALLS, *EITHER))
    ):
        return None
    v, b = half_step(figure) / scale_of(figure.unit)[0], half_of_last(base) if half_step(figure) else Decimal(0)
    low, high = value - v, value + v
    if change.measure in ("%", "") and figure.unit != "%" and base > b:
        return (low / (base + b) - 1) * 100, (high / (base - b) - 1) * 100
    if change.measure in (figure.unit, "个百分点", "百分点"):
        return low - base - b, high - base + b
    return None


def base_text(figure: Figure) -> str:
    return figure.worded(figure.base) if figure.base else ""


def contradicts(change: Change, expected: tuple[Decimal, Decimal]) -> bool:
    """Whether no rounding brings the two together; of a change still X the direction alone is held against it."""
    low, high = expected
    falling = any(word in change.wording for word in FALLS)
    if change.value is None:
        named = falling or any(word in change.wording for word in RISES)
        return named and (low > 0 if falling else high < 0)
    if isinstance(change.value, Range):
        return high < change.value.low or low > change.value.high
    if not isinstance(change.value, Decimal):
        return change.value == "" and "持平" in change.wording and (low > 0 or high < 0)
    stated = -change.value if falling else change.value
    half = half_of_last(change.value)
    return stated + half < low or stated - half > high
