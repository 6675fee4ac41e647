"""Pairs of aims that have to be balanced."""

from __future__ import annotations

from deckgen.fields import Entry, Field, ListOf, PairSides, text
from deckgen.kinds.kind import Kind
from deckgen.outline import Pair, Slide


class Pairs(Slide, frozen=True, gc=False, kw_only=True):
    pairs: tuple[Pair, ...] = ()


PAIR = Entry(
    Pair,
    {
        "pair": Field(PairSides(), "成对的两个字，如 `稳/进`", "two sides, such as `Growth/Stability`", required=True),
        "lead": Field(text(2, 12), "统筹的领域", "the field in which they are balanced"),
        "text": Field(text(0, 30), "一句话说明", "a sentence about it"),
    },
)

KIND = Kind(
    name="pairs",
    value=Pairs,
    doc_zh="成对的关系",
    doc_en="pairs of aims to be balanced",
    fields={"pairs": Field(ListOf(PAIR, 6, "组"), "成对的关系", "the pairs", required=True)},
    counts="pairs",
    divides=("pairs",),
)
