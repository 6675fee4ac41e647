"""Objectives while some are X: a native table of every target beside what was reached the year before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from deckgen.blocks.page import Page
from deckgen.figures import Figure
from deckgen.kinds.reached import before, year_names
from deckgen.kinds.table import Table
from deckgen.kinds.table_set import holds, place_table
from deckgen.names import Name
from deckgen.outline import Column, Row, Run, Text

if TYPE_CHECKING:
    from deckgen.kinds.objectives import Objectives

MEASURE = Name("指标", "Measure")
NOTHING = "—"  # where the ledger knows no year before


def place_targets(page: Page, slide: Objectives, figures: Sequence[Figure]) -> str:
    """The table in the content; "" where it does not fit and nobody asked for a table (what does not fit and was asked for is noted)."""
    heads = (page.name(MEASURE), *year_names(page, slide.year))
    aligns = ("left", "center", "center")
    columns = [Column(Text((Run(head),), slide.source), align, source=slide.source) for head, align in zip(heads, aligns, strict=True)]
    columns[-1] = structs.replace(columns[-1], emphasis=True)
    aims = {use.name for use in slide.figures}
    rows = [Row(cells_of(page, figure, aims), figure.source) for figure in figures]
    table = Table(title=slide.title, columns=tuple(columns), rows=tuple(rows), source=slide.source)
    return place_table(page, table) if page.layout or holds(page, table) else ""


def cells_of(page: Page, aim: Figure, aims: set[str]) -> tuple[Text, Text, Text]:
    """What it is, what was reached, and the target; the two in words, so that 达到 and 增长 stand with their number."""
    reached = before(aim, page.deck.ledger.figures, aims)
    last = Run(reached.text, figure=reached.figure.name) if reached else Run(NOTHING)
    return tuple(Text((run,), aim.source) for run in (Run(aim.label), last, Run(aim.phrase, figure=aim.name)))  # type: ignore[return-value]
