"""占比与合计对不上

查什么：写了 `parts_of` 的各部分，`change` 说“占比 57.4%”，与本部分、合计算出来的不一致；各部分的占比加起来超过 100%，或各部分加起来等于合计而占比之和不是 100%；一、二、三产业的比重之和不是 100%。
为什么：饼图合不上圆，台下马上会问。
怎么改：核对各部分、合计和占比；四舍五入的尾差不算。

---
Shares that do not make up the whole

Finds: parts (`parts_of`) whose stated share is not what part and total give; shares that exceed 100 % together, or are not 100 % where the parts are the whole; the three sectors of an economy that do not add up.
Why: a pie that does not close is noticed at once.
Mend: check parts, total and shares; differences that rounding explains are allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from deckgen.check.exactness import half_of_last, half_step, in_ones
from deckgen.check.rule import Facts, Found
from deckgen.check.subject import Subject
from deckgen.check.total_of_parts import totals
from deckgen.diagnostics import Severity, Span
from deckgen.figures import Figure
from deckgen.values import format_value, rounded

RULE = "content/shares-of-whole"
SEVERITY: Severity = "error"
PARTIAL = False

SHARE_WORDS = ("占比", "占", "比重", "share")
SECTORS = ("第一产业", "第二产业", "第三产业")
WHOLE = Decimal(100)


def check(subject: Subject) -> Found:
    for total, parts in totals(subject.ledger):
        yield from wrong_shares(total, parts)
        shares = [(part, share) for part in parts if (share := share_of(part)) is not None]
        if over(shares) or (len(shares) == len(parts) and adds_up(total, parts) and short(shares)):
            yield total.source, told(total.label, shares)
    sectors = list(sector_shares(subject))
    if len(sectors) == len(SECTORS) and (over(sectors) or short(sectors)):
        yield sectors[0][0].source, told("", sectors)


def share_of(part: Figure) -> Decimal | None:
    """The share that its change states."""
    change = part.change
    if change is None or change.measure != "%" or not isinstance(change.value, Decimal):
        return None
    return change.value if change.wording.strip().startswith(SHARE_WORDS) and not change.direction else None


def wrong_shares(total: Figure, parts: Sequence[Figure]) -> Iterator[tuple[Span, Facts]]:
    """Parts whose share is not what part and total give."""
    whole = in_ones(total)
    for part in parts:
        own, share = in_ones(part), share_of(part)
        if whole is None or own is None or share is None or own[1] != whole[1] or whole[0] <= half_step(total):
            continue
        low = (own[0] - half_step(part)) / (whole[0] + half_step(total)) * 100 - half_of_last(share)
        high = (own[0] + half_step(part)) / (whole[0] - half_step(total)) * 100 + half_of_last(share)
        if not low <= share <= high:
            found = format_value(rounded(own[0] / whole[0] * 100, 1).normalize()) + "%"
            yield part.source, {"label": part.label, "shares": part.change.text if part.change else "", "found": found}


def sector_shares(subject: Subject) -> Iterator[tuple[Figure, Decimal]]:
    """The shares of the three sectors, where the ledger has each of them once."""
    for sector in SECTORS:
        shares = [
            figure
            for figure in subject.ledger.figures.values()
            if sector in figure.label and ("占比" in figure.label or "比重" in figure.label) and figure.unit == "%"
        ]
        if len(shares) == 1 and isinstance(shares[0].value, Decimal):
            yield shares[0], shares[0].value


def adds_up(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts are all there is of the total."""
    whole, amounts = in_ones(total), [in_ones(part) for part in parts]
    known = [amount[0] for amount in amounts if amount]
    if whole is None or len(known) != len(parts):
        return False
    return abs(sum(known, Decimal(0)) - whole[0]) <= half_step(total) + sum((half_step(part) for part in parts), Decimal(0))


def slack(shares: Sequence[tuple[Figure, Decimal]]) -> Decimal:
    return sum((half_of_last(share) for _, share in shares), Decimal(0))


def over(shares: Sequence[tuple[Figure, Decimal]]) -> bool:
    return sum((share for _, share in shares), Decimal(0)) > WHOLE + slack(shares)


def short(shares: Sequence[tuple[Figure, Decimal]]) -> bool:
    return sum((share for _, share in shares), Decimal(0)) < WHOLE - slack(shares)


def told(label: str, shares: Sequence[tuple[Figure, Decimal]]) -> Facts:
    added = sum((share for _, share in shares), Decimal(0))
    named = " + ".join(f"{part.label} {format_value(share)}%" for part, share in shares)
    return {"label": label or shares[0][0].label, "shares": named, "found": f"{format_value(added.normalize())}%"}
