"""What a rule finds: a place in the deck and the facts; the rule's name and severity are added where it is run."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Fact, fact


class Hit(Struct, frozen=True):
    slide: int  # 0: the deck as a whole
    shape: str
    facts: dict[str, Fact]


def at(slide: int, shape: str = "", **facts: object) -> Hit:
    return Hit(slide, shape, {name: fact(value) for name, value in facts.items()})
