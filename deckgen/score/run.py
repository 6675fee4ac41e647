"""The seven measures in their order, and the one way to take them."""

from __future__ import annotations

from deckgen.inspect.deck import FinishedDeck
from deckgen.score import access, density, editability, fit, legibility, order, rhythm
from deckgen.score.values import Score

MEASURES = (editability, fit, legibility, order, density, rhythm, access)
NAMES = tuple(module.NAME for module in MEASURES)


def score_deck(deck: FinishedDeck) -> Score:
    """What the deck is worth; a deck that could not be read has no slides, and nothing is said of it."""
    return Score(
        len(deck.slides), editability.deck_level(deck), editability.slide_levels(deck), tuple(module.measure(deck) for module in MEASURES)
    )
