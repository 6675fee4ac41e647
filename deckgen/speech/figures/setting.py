"""Where a quantity stands: the words before and behind it in its clause, up to the quantities beside it."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.speech.figures.quantity import Quantity

BOUNDARY = "，,。；;：:！!？?"
BREAK = re.compile(f"[{BOUNDARY}]")
WINDOW = 64  # characters before and behind a quantity in which its clause is looked for
FOLDS = str.maketrans("０１２３４５６７８９．％＋－﹣‐‑−Ｘ", "0123456789.%+-----X")
# A short name in quotes may begin the thing that is counted: 2178名“4050”人员.
QUOTED_HEAD = re.compile(r"“[^”]{1,10}”")
BEHIND_ENDS = re.compile(
    r"[，,。；;：:！!？?、]|[（(](?![\u4e00-\u9fff]{1,2}[）)])|[XＸ]|\d|第[一二三]|——|以及|并(?=[\u4e00-\u9fff]{2})|等(?!级)"
)


class Setting(Struct, frozen=True):
    """A quantity with its neighbours in the paragraph, and the words between it and them in its clause."""

    text: str  # of the paragraph, digits folded
    quantity: Quantity
    before: Quantity | None
    behind: Quantity | None
    left: str
    right: str


def folded(text: str) -> str:
    """`text` with digits, signs and hyphens of one width, character for character."""
    return text.translate(FOLDS)


def settings_of(text: str, row: list[Quantity]) -> list[Setting]:
    """The setting of each quantity of a paragraph."""
    settings = []
    for at, quantity in enumerate(row):
        before = row[at - 1] if at else None
        behind = row[at + 1] if at + 1 < len(row) else None
        settings.append(Setting(text, quantity, before, behind, left_of(text, quantity, before), right_of(text, quantity.end)))
    return settings


def clause_start(text: str, at: int) -> int:
    """Where the clause around `at` begins, no further off than the window."""
    return at - len(BREAK.split(text[max(0, at - WINDOW) : at])[-1])


def left_of(text: str, quantity: Quantity, before: Quantity | None) -> str:
    """What stands before it in its clause, behind the quantity before it."""
    start = clause_start(text, quantity.start)
    if before is not None and before.end > start:
        return re.split("、|以及", text[before.end : quantity.start])[-1]
    return text[start : quantity.start]


def right_of(text: str, at: int) -> str:
    """What stands behind it in its clause, up to the next number."""
    rest = text[at : at + WINDOW]
    quoted = QUOTED_HEAD.match(rest)
    head = quoted[0] if quoted else ""
    return head + BEHIND_ENDS.split(rest[len(head) :], maxsplit=1)[0]


def text_before(text: str, quantity: Quantity) -> str:
    """What stands before it in its clause, quantities and all."""
    return text[clause_start(text, quantity.start) : quantity.start]


def clause_before(text: str, at: int) -> str:
    """The clause that ends where the one around `at` begins; "" where a sentence ends there."""
    start = clause_start(text, at)
    if start <= 1 or text[start - 1] not in "，,：:、":
        return ""
    return text[clause_start(text, start - 1) : start - 1]
