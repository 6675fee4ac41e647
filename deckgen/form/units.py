"""From the unit that somebody wrote behind a number to the unit of the ledger: 1.2万 in 元, 5000万元 in 亿元."""

from __future__ import annotations

import re

from deckgen.vague import MORE

POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
SCALE = re.compile(r"万亿|[十百千]?[万亿]|[十百千]")
# What is counted in hundredths, for which nobody writes 万.
RATES = frozenset({"%", "‰", "个百分点", "百分点"})


def power(written: str, unit: str) -> int | None:
    """The power of ten by which a number with `written` behind it counts in `unit`; None when the units are not of a kind.

    Nothing and the unit itself leave the number as it is. A scale alone (1.2万) is taken to be of the ledger's unit.
    """
    if written in ("", unit):
        return 0
    if unit in RATES:
        return None
    if unit and written.endswith(unit):  # 万千瓦 for 千瓦, 万元 for 元
        return scale_power(written.removesuffix(unit))
    written_power, written_base = parted(written)
    unit_power, unit_base = parted(unit)
    if written_base == unit_base or (written_power and not written_base):
        return written_power - unit_power
    return None


def scale_power(scale: str) -> int | None:
    return sum(POWERS[char] for char in scale) if SCALE.fullmatch(scale) else None


def parted(unit: str) -> tuple[int, str]:
    """万余人次 as (4, 人次)."""
    match = SCALE.match(unit)
    scale = match[0] if match else ""
    return sum(POWERS[char] for char in scale), unit[len(scale) :].lstrip(MORE)
