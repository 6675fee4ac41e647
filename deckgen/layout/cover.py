"""The cover and the closing: one gradient, one rule, much empty space."""

from __future__ import annotations

from deckgen import scene
from deckgen.blocks.page import DeckSetup, Page, Position
from deckgen.blocks.passage import joined
from deckgen.outline import Closing, Outline, Run, Text

TITLE_LINES = 3  # the third where two do not hold it and the place has room


def cover(report: Outline, deck: DeckSetup, position: Position) -> scene.PlacedSlide:
    page = Page(deck, "cover", position, report.title.source)
    page.put("title", report.title, max_lines=TITLE_LINES, spare="" if report.kicker else "kicker")
    page.put("kicker", report.kicker, max_lines=1)
    page.put("subtitle", report.subtitle, max_lines=2)
    page.put("foot", foot(page, report), max_lines=1)
    return page.finish(report.title, "cover", report.notes)


def closing(last: Closing, report: Outline, deck: DeckSetup, position: Position) -> scene.PlacedSlide:
    page = Page(deck, "closing", position, last.source)
    page.put("title", last.title, max_lines=2)
    page.put("text", last.text, max_lines=2)
    page.put("foot", foot(page, report), max_lines=1)
    return page.finish(last.title, "closing", last.notes)


def foot(page: Page, report: Outline) -> Text:
    """Who reports, by whom, and when, on one line."""
    separator = Text((Run(page.language.furniture.foot_separator),))
    parts = [text for text in (report.organization, report.presenter, report.date) if text]
    return joined(*(text for index, part in enumerate(parts) for text in ((separator, part) if index else (part,))))
