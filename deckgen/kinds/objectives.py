"""What is to be reached in a year: a panel of words, and the targets as cards or a chart."""

from __future__ import annotations

from deckgen.fields import Field, Plain, figure_names, text
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Slide, Text


class Objectives(Slide, frozen=True, gc=False, kw_only=True):
    year: str = ""
    heading: Text = NO_TEXT
    text: Text = NO_TEXT
    figures: tuple[FigureUse, ...] = ()


KIND = Kind(
    name="objectives",
    value=Objectives,
    doc_zh="年度目标",
    doc_en="targets of a year",
    fields={
        "year": Field(Plain(), "目标年份", "the year of the targets"),
        "heading": Field(text(2, 12), "色块里的标题，如 `主要预期目标`", "the heading in the panel, such as `Main targets`"),
        "text": Field(text(0, 60), "色块里的一句话", "a sentence in the panel"),
        "figures": Field(figure_names(8), "目标在台账里的名称", "names of the targets in the ledger", required=True),
    },
    counts="figures",
    divides=("figures",),
)
