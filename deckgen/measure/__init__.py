"""How wide Chinese text is and where its lines break; no font file is read at run time.

Widths and rooms are `mem`: thousandths of an em, whole numbers. A caller turns EMU and points
into mem (`room = width_emu * 1000 // (size_pt * 12700)`) and never sees a font.
"""

from deckgen.measure.balance import balance
from deckgen.measure.inset import Filling, best_filling
from deckgen.measure.widths import METRICS, Metrics, advance, quotes_of, with_quotes
from deckgen.measure.wrap import Spans, characters_that_fit, fill, lines_of

__all__ = [
    "METRICS",
    "Filling",
    "Metrics",
    "Spans",
    "advance",
    "balance",
    "best_filling",
    "characters_that_fit",
    "fill",
    "lines_of",
    "quotes_of",
    "with_quotes",
]
