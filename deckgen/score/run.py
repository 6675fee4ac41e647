"""The seven measures in their order, and the one way to take them."""

from __future__ import annotations

from deckgen.inspect.deck import FinishedDeck
from deckgen.score import access, density, editability, fit, legibility, order, rhythm
from deckgen.score.values import Score

MEASURES = (fit, legibility, order, density, rhythm, access)
NAMES = (editability.NAME, *(module.NAME for module in MEASURES))


def score_deck(deck: FinishedDeck) -> Score:
    """What the deck is worth; a deck that could not be read has no slides, and nothing is said of it."""
    judged = editability.judged_slides(deck)
    measures = (editability.measure(deck, judged), *(module.measure(deck) for module in MEASURES))
    return Score(len(deck.slides), editability.deck_level(deck, judged), editability.slide_levels(deck, judged), measures)
