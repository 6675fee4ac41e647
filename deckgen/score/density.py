"""Whether slides hold neither too little nor too much."""

from __future__ import annotations

from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.values import FinishedSlide
from deckgen.score.sight import SHOWS, amount, content_share, inner_slides
from deckgen.score.values import FULL, Cost, Measure, between, cost, measured

NAME = "density"
LEAST_SHARE, FULL_SHARE = 0.55, 0.97  # of the page that has something on it (published, good between them)
BARE, CRAMMED = 0.25, 1.15  # nothing is left of it; all of the page is still worth five sixths
LEAST_TEXT, MOST_TEXT = 40, 180  # hanzi of a slide, or half as many words
TOO_MUCH = 360
WORD = 2  # hanzi that a Latin word or a number counts for


def measure(deck: FinishedDeck) -> Measure:
    """The mean over the inner slides of how full the page is and of how much it says."""
    slides = inner_slides(deck)
    if not slides:
        return measured(NAME, None, [], share=0, text=0)
    shares = [content_share(slide, deck.page) for slide in slides]
    said = [units(slide) for slide in slides]
    worths = [(of_share(share) + of_text(count, slide)) / 2 for slide, share, count in zip(slides, shares, said, strict=True)]
    costs = [found for slide, share, count in zip(slides, shares, said, strict=True) for found in costs_of(slide, share, count)]
    return measured(
        NAME, FULL * sum(worths) / len(worths), costs, share=round(100 * sum(shares) / len(shares)), text=round(sum(said) / len(said))
    )


def units(slide: FinishedSlide) -> int:
    """How much it says, in hanzi."""
    hanzi, words = amount(slide)
    return hanzi + WORD * words


def of_share(share: float) -> float:
    return between(share, BARE, LEAST_SHARE) if share < LEAST_SHARE else between(share, CRAMMED, FULL_SHARE)


def of_text(count: int, slide: FinishedSlide) -> float:
    """What shows something needs few words."""
    if count < LEAST_TEXT:
        return 1.0 if shows(slide) else between(count, 0, LEAST_TEXT)
    return between(count, TOO_MUCH, MOST_TEXT)


def shows(slide: FinishedSlide) -> bool:
    return any(shape.kind in SHOWS and not shape.decorative and not shape.hidden for shape in slide.shapes)


def costs_of(slide: FinishedSlide, share: float, count: int) -> list[Cost]:
    found = []
    if share < LEAST_SHARE:
        found.append(cost("score/bare", slide.number, weight=1 - of_share(share), share=round(100 * share)))
    if count > MOST_TEXT:
        found.append(cost("score/too-much-text", slide.number, weight=1 - of_text(count, slide), count=count, most=MOST_TEXT))
    elif of_text(count, slide) < 1:
        found.append(cost("score/too-little-text", slide.number, weight=1 - of_text(count, slide), count=count, least=LEAST_TEXT))
    return found
