"""The cover and the closing: one gradient, one rule, much empty space."""

from __future__ import annotations

from deckgen import outline, scene
from deckgen.layout.page import Deck, Page, Place, joined
from deckgen.outline import Closing, Outline, Run, Text

SEPARATOR = "　｜　"


def cover(found: Outline, deck: Deck, place: Place) -> scene.Slide:
    page = Page(deck, "cover", place, found.title.source)
    page.put("title", found.title, max_lines=2)
    page.put("kicker", found.kicker, max_lines=1)
    page.put("subtitle", found.subtitle, max_lines=2)
    page.put("foot", foot(found), max_lines=1)
    return page.finish(found.title, "cover", found.notes)


def closing(found: Closing, head: Outline, deck: Deck, place: Place) -> scene.Slide:
    page = Page(deck, "closing", place, found.source)
    page.put("title", found.title, max_lines=2)
    page.put("text", found.text, max_lines=2)
    page.put("foot", foot(head), max_lines=1)
    return page.finish(found.title, "closing", found.notes)


def foot(found: Outline) -> Text:
    """Who reports, by whom, and when, on one line."""
    parts = [text for text in (found.organization, found.presenter, found.date) if text]
    runs: list[outline.Text] = []
    for index, part in enumerate(parts):
        runs.extend([Text((Run(SEPARATOR),)), part] if index else [part])
    return joined(*runs)
