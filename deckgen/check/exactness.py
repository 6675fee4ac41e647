"""How exact a figure is as it is written: what rounding may hide, and what it may not."""

from __future__ import annotations

from decimal import Decimal

from deckgen.figures import Figure

SCALES = {"亿": Decimal(10) ** 8, "万": Decimal(10) ** 4, "千": Decimal(1000), "百": Decimal(100)}
COUNTED = frozenset("人个家件名次项所处户条篇场起台辆期名位座间只头棵株对组批届")  # single things, which nobody rounds


def scale_of(unit: str) -> tuple[Decimal, str]:
    """万人 is ten thousand 人; 百万元 a million 元."""
    factor = Decimal(1)
    while len(unit) > 1 and unit[0] in SCALES:
        factor *= SCALES[unit[0]]
        unit = unit[1:]
    return factor, unit


def in_ones(figure: Figure) -> tuple[Decimal, str] | None:
    """The value without the scale of its unit, and the bare unit; None while it is unknown or no number."""
    if not isinstance(figure.value, Decimal):
        return None
    factor, unit = scale_of(figure.unit)
    return figure.value * factor, unit


def half_step(figure: Figure) -> Decimal:
    """By how much the true value may differ from the written one, in ones: 412.6亿元 by 0.05亿, 24家 by nothing."""
    if not isinstance(figure.value, Decimal):
        return Decimal(0)
    factor, unit = scale_of(figure.unit)
    exponent = int(figure.value.as_tuple().exponent)
    if exponent >= 0 and factor == 1 and unit[:1] in COUNTED:
        return Decimal(0)
    return half_of_last(figure.value) * factor


def half_of_last(value: Decimal) -> Decimal:
    """Half a unit of the last place that is written."""
    return Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))) / 2
