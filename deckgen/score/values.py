"""A score as a value: measures of 0 to 100, each with what was measured and what cost it."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Fact, fact

FULL = 100.0


class Cost(Struct, frozen=True):
    """Something that a measure lost points by: what (an id of words), where, and the facts."""

    id: str
    slide: int = 0  # 0: the deck as a whole
    shape: str = ""
    facts: dict[str, Fact] = {}
    weight: float = 0.0  # how much it cost beside the others of its measure


class Measure(Struct, frozen=True):
    """One of the seven values."""

    name: str
    points: float | None  # 0 to 100; None where the deck has nothing to judge
    facts: dict[str, Fact]  # what was measured
    costs: tuple[Cost, ...] = ()  # the dearest first


class Score(Struct, frozen=True):
    """What a deck is worth, never as one number."""

    slides: int
    level: int  # of editability, 0 to 5
    levels: tuple[int, ...]  # how many slides stand at each of the six levels
    measures: tuple[Measure, ...]

    @property
    def lowest(self) -> float:
        """Points of the worst measure; a deck with nothing to judge has lost none."""
        return min((measure.points for measure in self.measures if measure.points is not None), default=FULL)


def measured(name: str, points: float | None, costs: list[Cost], **facts: object) -> Measure:
    """A measure within its scale, its costs by weight and then by slide."""
    kept = None if points is None else max(0.0, min(FULL, points))
    ordered = sorted(costs, key=lambda cost: (-cost.weight, cost.slide, cost.shape))
    return Measure(name, kept, {key: fact(value) for key, value in facts.items()}, tuple(ordered))


def cost(id: str, slide: int = 0, shape: str = "", weight: float = 0.0, **facts: object) -> Cost:
    return Cost(id, slide, shape, {key: fact(value) for key, value in facts.items()}, weight)


def between(value: float, zero: float, full: float) -> float:
    """0 at `zero`, 1 at `full`, straight between them; either may be the larger."""
    return max(0.0, min(1.0, (value - zero) / (full - zero)))
