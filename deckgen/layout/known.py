"""Slides that were laid out for another deck of the same outline: what is the same in all of them is placed once."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.blocks.page import DeckSetup, Position
from deckgen.outline import Slide, figures_in
from deckgen.scene import PlacedSlide


class Known:
    """The last slide that was placed for each place in the outline, with all that it depends on.

    A slide without figures depends on its own words, its position, the theme and what its footer says; one with figures is placed anew.
    """

    def __init__(self) -> None:
        self.last: dict[tuple[int, int], tuple[tuple[object, ...], PlacedSlide]] = {}
        self.speeches: dict[str, str] = {}  # what is said, by the path of its file

    def placed(self, slide: Slide, deck: DeckSetup, position: Position, place: Callable[[], PlacedSlide]) -> PlacedSlide:
        """The slide as it was placed before, where nothing that it depends on differs; else what `place` makes of it."""
        if any(figures_in(slide)):
            return place()
        at = (slide.source.line, slide.source.column)
        depends = (
            slide,
            position,
            deck.title,
            deck.date,
            deck.pages,
            deck.has_samples,
            deck.language,
            deck.theme,
            deck.reveal,
            deck.transition,
        )
        before = self.last.get(at)
        if before and before[0] == depends:
            return before[1]
        found = len(deck.findings.all)
        placed = place()
        if len(deck.findings.all) == found:  # what was found must be said of each deck
            self.last[at] = (depends, placed)
        return placed
