"""A deck that a person edited, built anew from its outline."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pptx
import pptx.presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

import deckgen
from deckgen.keep.deck import Kept, keep
from deckgen.keep.shape import Rules
from deckgen.pipeline import Request, compile_deck
from tests.pull import randomly
from tests.pull.support import edited
from tests.pull.test_pull import LEDGER_TEXT, OUTLINE_TEXT

Deck = pptx.presentation.Presentation


class Case:
    """An outline and its deck; `kept` builds the outline as it is by then."""

    def __init__(self, folder: Path, outline: str = OUTLINE_TEXT) -> None:
        self.outline, self.deck = folder / "outline.yaml", folder / "a.pptx"
        self.outline.write_text(outline, encoding="utf-8")
        (folder / "figures.yaml").write_text(LEDGER_TEXT, encoding="utf-8")
        deckgen.build(self.outline, self.deck)
        self.built = self.deck.read_bytes()

    def edit(self, *edits: Callable[[Deck], object]) -> Case:
        for each in edits:
            edited(self.deck, each)
        return self

    def change(self, old: str, new: str) -> Case:
        text = self.outline.read_text(encoding="utf-8")
        assert old in text
        self.outline.write_text(text.replace(old, new), encoding="utf-8")
        return self

    def keep(self, **rules: bool) -> Kept:
        """Kept once, and once more from what came of it: the same bytes."""
        scene = compile_deck(Request(str(self.outline))).scene
        kept = keep(scene, self.deck.read_bytes(), Rules(**rules))
        again = keep(scene, kept.data, Rules(**rules))
        assert again.data == kept.data, again.edits
        return kept

    def kept(self, **rules: bool) -> Deck:
        return pptx.Presentation(BytesIO(self.keep(**rules).data))


def named(slide: Slide, start: str) -> BaseShape:
    return next(shape for shape in randomly.shapes_of(slide.shapes) if shape.name.startswith(start))


def saying(slide: Slide, words: str) -> BaseShape:
    return next(shape for shape in randomly.shapes_of(slide.shapes) if shape.has_text_frame and words in shape.text_frame.text)


def words_on(slide: Slide) -> str:
    return "\n".join(shape.text_frame.text for shape in randomly.shapes_of(slide.shapes) if shape.has_text_frame)


def why(kept: Kept) -> list[tuple[str, str]]:
    return [(edit.change.kind, edit.why) for edit in kept.edits]
