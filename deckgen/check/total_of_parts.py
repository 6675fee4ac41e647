"""合计与各部分之和不符

查什么：写了 `parts_of` 的各部分，加起来不等于合计；还有部分是 X 时，已知的部分已经超过合计。
为什么：台下会拿笔加一遍。四舍五入造成的尾数差不算（12.3亿元 最多差 0.05亿元），一个一个数出来的（人、家、件）一个也不能差。
怎么改：核对各部分和合计，改台账。

---
A total that is not the sum of its parts

Finds: parts (`parts_of: total`) that do not add up to their total; while some are X, known parts that already exceed it.
Why: somebody in the audience will add them up. Differences that rounding explains are allowed; things that are counted one by one must agree exactly.
Mend: check the parts and the total, correct the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.check.exactness import half_step, in_ones, scale_of
from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.figures import Figure, Ledger
from deckgen.values import format_value

RULE = "content/total-of-parts"
SEVERITY: Severity = "error"
PARTIAL = False


def check(subject: Subject) -> Found:
    for total, parts in totals(subject.ledger):
        amounts = [in_ones(part) for part in parts]
        known = [amount for amount in amounts if amount and amount[1] == scale_of(total.unit)[1]]
        whole = in_ones(total)
        if whole is None or not known or len(known) != sum(part.value is not None for part in parts):
            continue  # nothing to add up, or not in one unit: part-unit says so
        added = sum((amount for amount, _ in known), Decimal(0))
        slack = half_step(total) + sum((half_step(part) for part in parts), Decimal(0))
        if added - whole[0] > slack or (len(known) == len(parts) and whole[0] - added > slack):
            yield total.source, {"label": total.label, "total": total.text, "found": as_written(added, total), "parts": named(parts)}


def totals(ledger: Ledger) -> Iterator[tuple[Figure, list[Figure]]]:
    """Each total with its parts, in the ledger's order."""
    parts: dict[str, list[Figure]] = {}
    for figure in ledger.figures.values():
        if figure.parts_of in ledger.figures:
            parts.setdefault(figure.parts_of, []).append(figure)
    for name, members in parts.items():
        yield ledger.figures[name], members


def as_written(ones: Decimal, figure: Figure) -> str:
    factor, _ = scale_of(figure.unit)
    return format_value((ones / factor).normalize()) + figure.unit


def named(parts: list[Figure]) -> str:
    return " + ".join(f"{part.label} {part.text}" for part in parts)
