"""The cover and the closing: one gradient, one rule, much empty space."""

from __future__ import annotations

from msgspec import structs

from deckgen import scene
from deckgen.blocks.page import DeckSetup, Page, Position
from deckgen.blocks.passage import joined
from deckgen.geometry import Box
from deckgen.outline import Closing, Cover, Outline, Run, Text


def cover(report: Outline, deck: DeckSetup, position: Position) -> scene.PlacedSlide:
    page = Page(deck, "cover", position, report.title.source)
    title, kicker = title_and_kicker(page, report)
    wanted = report.cover
    if wanted and wanted.seal:
        from deckgen.layout.seal import clear_of, place_seal

        seal = place_seal(page, wanted.seal, kicker)
        title, kicker = clear_of(seal, title), clear_of(seal, kicker)
    page.put("title", report.title, max_lines=3, box=title)
    if "kicker" in page.spec.places:
        page.put("kicker", report.kicker, max_lines=1, box=kicker)
    page.put("subtitle", report.subtitle, max_lines=2)
    page.put("foot", foot(page, report), max_lines=1)
    placed = page.finish(report.title, "cover", report.notes)
    return with_picture(placed, wanted.image.data, wanted, page) if wanted and wanted.image and wanted.image.data else placed


def with_picture(placed: scene.PlacedSlide, data: bytes, wanted: Cover, page: Page) -> scene.PlacedSlide:
    """The cover on its picture instead of the ground and the large ornaments of its layout, which would fight it; most covers have none."""
    from deckgen.layout.veil import beside_picture, veiled

    kept = beside_picture(page.spec.ornaments, placed)
    bare = structs.replace(page.spec, ornaments=kept)
    items = placed.items if kept == page.spec.ornaments else (*kept, *placed.items)
    return structs.replace(
        placed, background=veiled(placed, data, wanted.focus, bare, page.deck.theme), items=items, bare=kept != page.spec.ornaments
    )


def title_and_kicker(page: Page, report: Outline) -> tuple[Box, Box]:
    """Where they stand: a title of three lines takes the room above it, and the kicker goes up to the margin."""
    title = page.spec.places["title"].box
    if "kicker" not in page.spec.places:  # the mapping of a template may leave it out
        return title, Box(title.x, title.y, title.width, 0)
    kicker = page.spec.places["kicker"].box
    if kicker.y >= title.bottom:
        return title, kicker
    if kicker.y >= title.y:  # the title of a template may be a place for both
        return (title.cut_top(kicker.height)[1] if report.kicker else title), kicker
    if page.fits("title", report.title, max_lines=2):
        return title, kicker
    kicker = Box(kicker.x, page.sheet.top, kicker.width, kicker.height)
    top = min(title.y, kicker.bottom if report.kicker else kicker.y)
    return Box(title.x, top, title.width, title.bottom - top), kicker


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
