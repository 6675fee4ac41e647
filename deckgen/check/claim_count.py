"""提法里的数目与内容不符

查什么：`claim`（七个坚持、六个“必须”）说的数目，与后面实际的页数或条数不同。
为什么：说七个、列六个，是汇报里最难看的错。
怎么改：核对是否漏了内容，或改提法里的数目。

---
A claim that does not count

Finds: claims (七个坚持, 六个“必须”) whose number is not that of the slides or entries that follow.
Why: announcing seven and showing six is the mistake everybody sees.
Mend: see whether something is missing, or correct the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity
from deckgen.kinds.registry import kind_of
from deckgen.outline import Claim, Slide

RULE = "content/claim-count"
SEVERITY: Severity = "error"
PARTIAL = True


def check(subject: Subject) -> Found:
    for part in subject.outline.parts:
        for claim in (part.claim, *(claim for slide in part.slides for claim in claims_of(slide))):
            if claim and claim.found is not None and claim.found != claim.count:
                yield claim.source, {"claim": claim.text, "claimed": claim.count, "found": claim.found}


def claims_of(slide: Slide) -> Iterator[Claim | None]:
    """That of the slide and those of its entries, such as 3大主导产业."""
    yield slide.claim
    claims = kind_of(slide).claims
    if claims:
        yield from claims(slide)
