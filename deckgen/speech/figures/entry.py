"""The ledger that a speech gives, as values: entries, and the stretches of the speech that they print."""

from __future__ import annotations

import re

from msgspec import Struct, structs

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
    base: str = ""  # what it moved from, in the same unit: 从29所增加到46所
    history: tuple[tuple[str, str], ...] = ()  # year → what it was then

    @property
    def known(self) -> bool:
        return self.quantity.known


class Reference(Struct, frozen=True, gc=False):
    """A stretch of a paragraph that the ledger prints word for word."""

    paragraph: int
    start: int
    end: int
    words: str  # {gdp}

    def names(self, refused: frozenset[str]) -> bool:
        """Whether it refers to one of these entries, or to the change of one (gdp.change)."""
        return not refused.isdisjoint(re.findall(r"\{(\w+(?:\.change)?)[}.]", self.words)) or self.words[1:-1] in refused


class DraftLedger(Struct, frozen=True):
    entries: tuple[LedgerEntry, ...]
    references: dict[int, tuple[Reference, ...]]  # by paragraph, left to right
    literal: int  # quantities that are written out because the ledger would print them otherwise
    grouped: bool = True  # 1,234 rather than 1234, as most large numbers of the speech have it

    def without(self, refused: frozenset[str]) -> DraftLedger:
        """The ledger without the entries that no ledger can hold: the speech's own words stand in their place.

        Of an entry with a change only that is left out at first: `name.change` stands for it.
        """
        entries = tuple(
            structs.replace(entry, change=None, wording="") if f"{entry.name}.change" in refused else entry
            for entry in self.entries
            if entry.name not in refused
        )
        references = {line: tuple(ref for ref in row if not ref.names(refused)) for line, row in self.references.items()}
        gone = sum(map(len, self.references.values())) - sum(map(len, references.values()))
        return DraftLedger(entries, references, self.literal + gone, self.grouped)
