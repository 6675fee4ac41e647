"""Words that leave a number open: 余 and 多 between it and its unit, 以上 and 左右 behind. One grammar of ledger, form and speech."""

from __future__ import annotations

MORE = "余多"  # a little more than the number says: 10余万, 3万多人
INNER = MORE + "来几"  # what may stand between number and unit: X余件, 10来家
INNER_SUFFIXES = frozenset(INNER)  # any other suffix stands behind the unit: X亿元以上

# Patterns of what stands behind the unit.
BOUND = "及?以[上下内]"
BEHIND = f"{BOUND}|左右|上下"
