"""The ledger that a speech gives, as values: entries, and the stretches of the speech that they print."""

from __future__ import annotations

from msgspec import Struct

from deckgen.speech.figures.quantity import Quantity


class LedgerEntry(Struct, frozen=True, gc=False):
    """One figure of the ledger, and the quantity of the speech that it holds."""

    name: str
    label: str
    quantity: Quantity
    prefix: str = ""
    change: Quantity | None = None
    wording: str = ""  # of the change, 同比增长
    sure: bool = True
    change_start: int = 0  # where the wording begins in its paragraph
    period: str = ""  # of a plan: the year it is made for
    twin: bool = False  # the label had to be told apart from another one by a number

    @property
    def known(self) -> bool:
        return self.quantity.known


class Reference(Struct, frozen=True, gc=False):
    """A stretch of a paragraph that the ledger prints word for word."""

    paragraph: int
    start: int
    end: int
    words: str  # {gdp}


class DraftLedger(Struct, frozen=True):
    entries: tuple[LedgerEntry, ...]
    references: dict[int, tuple[Reference, ...]]  # by paragraph, left to right
    literal: int  # quantities that are written out because the ledger would print them otherwise
    grouped: bool = True  # 1,234 rather than 1234, as most large numbers of the speech have it
