"""One quantity of a speech, and where its characters stand."""

from __future__ import annotations

from msgspec import Struct

from deckgen.speech.source import Piece


class Quantity(Struct, frozen=True, gc=False):
    """One quantity and the place of its characters: number, 余 and unit, 以上 behind."""

    paragraph: int
    start: int
    end: int
    value: str  # as the ledger holds it: 412.6, X, 第一, 5%—6%
    written: str  # the number as the speech has it
    unit: str = ""
    inner: str = ""  # 余 or 多 between number and unit
    after: str = ""  # 以上, 左右
    gap: str = ""  # the space between number and unit
    rank: bool = False

    def within(self, piece: Piece) -> bool:
        return piece.holds(self.paragraph, self.start, self.end)

    @property
    def known(self) -> bool:
        return not set(self.value) <= set("X×.*_")

    @property
    def number(self) -> float | None:
        """Its size, 万 and 亿 reckoned in; None where it is unknown or no plain number."""
        try:
            size = float(self.value.replace(",", ""))
        except ValueError:
            return None
        for scale, factor in (("万亿", 1e12), ("亿", 1e8), ("万", 1e4), ("千", 1e3), ("百", 1e2)):
            if self.unit.startswith(scale):
                return size * factor
        return size
