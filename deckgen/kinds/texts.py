"""The texts of a slide, found by what its kind declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.fields import Cells, Columns, Entry, Field, ListOf, Quantities, Text
from deckgen.kinds.registry import kind_of
from deckgen.outline import Slide
from deckgen.outline import Text as Words


def slide_texts(slide: Slide) -> Iterator[Words]:
    """Every text, empty ones too, in the order in which an audience meets them; the notes are last."""
    yield slide.title
    yield slide.kicker
    fields = kind_of(slide).fields
    yield from texts_of(slide, fields)
    if "note" not in fields:
        yield slide.note
    yield slide.cited
    yield slide.notes


def texts_of(value: Any, declared: Mapping[str, Field]) -> Iterator[Words]:
    """The texts that the declared fields of `value` hold, those of their entries included."""
    for name, field in declared.items():
        match field.type:
            case Text():
                yield getattr(value, name)
            case ListOf(entry=Text()):
                yield from getattr(value, name)
            case ListOf(entry=Entry() as entry):
                for each in getattr(value, name):
                    yield from texts_of(each, entry.fields)
            case ListOf(entry=Cells()):
                for row in getattr(value, name):
                    yield from row.cells
            case Quantities():
                yield from (quantity.text for quantity in getattr(value, name))
            case Columns():
                yield from (column.label for column in getattr(value, name))
