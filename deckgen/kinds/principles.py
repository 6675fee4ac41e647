"""Principles, each with a key word."""

from __future__ import annotations

from deckgen.fields import Field, ListOf
from deckgen.kinds.entries import ITEM
from deckgen.kinds.kind import Kind
from deckgen.outline import Point, Slide


class Principles(Slide, frozen=True, gc=False, kw_only=True):
    items: tuple[Point, ...] = ()


KIND = Kind(
    name="principles",
    value=Principles,
    doc_zh="原则",
    doc_en="principles, each with a key word",
    fields={"items": Field(ListOf(ITEM, 8), "原则", "the principles", required=True)},
    counts="items",
    divides=("items",),
)
