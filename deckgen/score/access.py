"""Whether everybody can follow: what the rules of accessibility find."""

from __future__ import annotations

from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.run import ACCESSIBILITY
from deckgen.score.values import FULL, Cost, Measure, cost, measured

NAME = "access"
ERROR, WARNING = 15.0, 5.0  # points, in a deck of so many slides or fewer
TEN = 10


def measure(deck: FinishedDeck) -> Measure:
    """100 less what each rule of `a11y/*` costs on each slide that breaks it; in a longer deck by its share, so that one warning a
    slide is the same in any."""
    costs: list[Cost] = []
    counts = {"error": 0, "warning": 0}
    for rule in ACCESSIBILITY:
        seen: set[int] = set()
        for hit in rule.check(deck):
            if hit.slide in seen:
                continue
            seen.add(hit.slide)
            counts[rule.SEVERITY] += 1
            weight = ERROR if rule.SEVERITY == "error" else WARNING
            costs.append(cost(rule.RULE, hit.slide, hit.shape, weight, **hit.facts))
    if not deck.slides:
        return measured(NAME, None, [], errors=0, warnings=0)
    lost = ERROR * counts["error"] + WARNING * counts["warning"]
    points = FULL - lost * TEN / max(TEN, len(deck.slides))
    return measured(NAME, points, costs, errors=counts["error"], warnings=counts["warning"])
