"""Measures: each problem with what is done about it beside it."""

from __future__ import annotations

from msgspec import structs

from deckgen.drawing import Drawing
from deckgen.fields import Entry, Field, ListOf
from deckgen.kinds import problems
from deckgen.kinds.entries import ITEM
from deckgen.kinds.kind import Kind
from deckgen.kinds.problems import Problems
from deckgen.outline import Point


class Measures(Problems, frozen=True, gc=False, kw_only=True):
    """Problems of which every one has its answer."""


MEASURE = Entry(Point, ITEM.fields | {"answer": structs.replace(problems.ANSWERED, required=True)}, short=ITEM.short)

KIND = Kind(
    name="measures",
    value=Measures,
    doc_zh="问题与举措：左边问题，右边对应的举措",
    doc_en="problems at the left, what is done about each at the right",
    fields={"items": Field(ListOf(MEASURE, 5), "问题和举措", "the problems with their answers", required=True)},
    counts="items",
    divides=("items",),
    drawing=Drawing(label="举措"),
    bodies=problems.BODIES,
    compose=problems.compose,
)
