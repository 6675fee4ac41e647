"""Slides as pictures for an agent that wants to see them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from deckgen.agent.room import RefusedError
from deckgen.diagnostics import term
from deckgen.pipeline import Built
from deckgen.render.decks import look_into
from deckgen.render.office import Office, find_office, to_pdf
from deckgen.render.pages import pictures, png
from deckgen.render.ranges import chosen
from deckgen.render.raster import picture, require_chinese
from deckgen.render.sealed import seal
from deckgen.write.svg.slide import slide_svg

WITH_HIDDEN = ':impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'  # else the numbers of the pages are others
Drawn = list[tuple[int, bytes]]


def of_outline(built: Built, slides: str, width: int, most: int) -> Drawn:
    """Pictures of the scene; raises `RenderError` for slides that are not there, and where no face has hanzi."""
    scene = built.scene
    numbers = few(chosen(slides, len(scene.slides)), most)
    svgs = [slide_svg(scene.slides[number - 1], scene.design, scene.properties.language) for number in numbers]
    require_chinese(svgs)
    return numbered(numbers, (picture(svg, width) for svg in svgs))


def of_deck(path: str, slides: str, width: int, seconds: float, most: int) -> Drawn:
    """Pictures of a finished deck, whoever made it; raises `RenderError` where LibreOffice is missing or cannot read it."""
    facts = look_into(Path(path))
    numbers = few(chosen(slides, facts.count), most)
    with tempfile.TemporaryDirectory(prefix="deckgen-agent-", ignore_cleanup_errors=True) as folder:
        deck = Path(folder) / "deck.pptx"
        seal(Path(path), deck)  # without what lies outside of it
        pdf = to_pdf(deck, Path(folder), Office(find_office(), seconds), WITH_HIDDEN if facts.hides else "")
        return numbered(numbers, pictures(pdf, numbers, width))


def few(numbers: list[int], most: int) -> list[int]:
    if len(numbers) > most:
        raise RefusedError(term("agent/too-many-pictures", count=str(len(numbers)), most=str(most)))
    return numbers


def numbered(numbers: list[int], images: Iterable[Image.Image]) -> Drawn:
    return [(number, png(image)) for number, image in zip(numbers, images, strict=True)]
