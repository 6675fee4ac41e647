"""Problems, each with a key word."""

from __future__ import annotations

from deckgen.fields import Field, ListOf
from deckgen.kinds.entries import ITEM
from deckgen.kinds.kind import Kind
from deckgen.outline import Point, Slide


class Problems(Slide, frozen=True, gc=False, kw_only=True):
    items: tuple[Point, ...] = ()


KIND = Kind(
    name="problems",
    value=Problems,
    doc_zh="问题",
    doc_en="problems, each with a key word",
    fields={"items": Field(ListOf(ITEM, 6), "问题", "the problems", required=True)},
    counts="items",
    divides=("items",),
)
