"""Whether the show changes: fuller and emptier slides, more than one picture, something to look at."""

from __future__ import annotations

import math
from itertools import pairwise

from deckgen.inspect.deck import FinishedDeck
from deckgen.score.density import shows
from deckgen.score.sight import alike, arrangement, content_share, inner_slides
from deckgen.score.values import FULL, Cost, Measure, between, cost, measured

NAME = "rhythm"
FEW = 3  # inner slides: fewer have no rhythm
EVEN, WILD = 0.03, 0.20  # root mean square of the differences of content share between neighbours (published, good between them)
TORN = 0.5  # nothing is left of it
RUN = 3  # slides alike in a row that nobody minds
KINDS, OF = 4, 12  # arrangements that so many slides should have
ONE_IN = 4  # slides, one of which shows something


def measure(deck: FinishedDeck) -> Measure:
    """A quarter each: the changes of fullness, no long run of one picture, different pictures, something shown in one of four."""
    slides = inner_slides(deck)
    if len(slides) < FEW:
        return measured(NAME, None, [], swing=0.0, arrangements=0, run=0, shown=0)
    swing = root_mean_square([content_share(slide, deck.page) for slide in slides])
    numbers = numbered([arrangement(slide, deck.page) for slide in slides])
    run, end = longest_run(numbers)
    kinds, wanted = len(set(numbers)), min(KINDS, max(2, math.ceil(len(slides) * KINDS / OF)))
    shown, needed = sum(map(shows, slides)), max(1, len(slides) // ONE_IN)
    parts = (
        between(swing, 0, EVEN) if swing < EVEN else between(swing, TORN, WILD),
        between(run, 3 * RUN, RUN),
        between(kinds, 0, wanted),
        between(shown, 0, needed),
    )
    costs: list[Cost] = []
    if parts[0] < 1:
        costs.append(cost("score/monotonous" if swing < EVEN else "score/restless", weight=1 - parts[0], swing=f"{swing:.2f}"))
    if run > RUN:
        costs.append(cost("score/same-picture", slides[end - run + 1].number, weight=1 - parts[1], run=run, last=slides[end].number))
    if kinds < wanted:
        costs.append(cost("score/few-pictures", weight=1 - parts[2], kinds=kinds, wanted=wanted))
    if shown < needed:
        costs.append(cost("score/only-words", weight=1 - parts[3], shown=shown, slides=len(slides), needed=needed))
    return measured(NAME, FULL * sum(parts) / len(parts), costs, swing=f"{swing:.2f}", arrangements=kinds, run=run, shown=shown)


def root_mean_square(shares: list[float]) -> float:
    """Of the differences between neighbours."""
    steps = [(after - before) ** 2 for before, after in pairwise(shares)]
    return math.sqrt(sum(steps) / len(steps))


def numbered(arrangements: list[frozenset[tuple[int, int, int, int]]]) -> list[int]:
    """Each arrangement by the number of the first one that is like it."""
    seen: list[frozenset[tuple[int, int, int, int]]] = []
    numbers = []
    for one in arrangements:
        number = next((place for place, other in enumerate(seen[:MOST]) if alike(one, other)), len(seen))
        if number == len(seen):
            seen.append(one)
        numbers.append(number)
    return numbers


MOST = 50  # arrangements that a slide is compared with: a thousand slides cost no more than a thousand times one


def longest_run(numbers: list[int]) -> tuple[int, int]:
    """(its length, where it ends)."""
    best = (0, 0)
    length = 0
    for place, number in enumerate(numbers):
        length = length + 1 if place and numbers[place - 1] == number else 1
        best = max(best, (length, place), key=lambda pair: pair[0])
    return best
