"""The files of one render, drawn one after the other: by LibreOffice, or from SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from PIL import Image

from deckgen.cli.language import say
from deckgen.cli.opening import Source
from deckgen.cli.progress import QUIET_SECONDS, Progress
from deckgen.cli.targets import Product
from deckgen.delivery import clock, slide_seconds
from deckgen.render import handout
from deckgen.render.bound import bound
from deckgen.render.decks import notes_of
from deckgen.render.drawing import drawing
from deckgen.render.grey import grey_deck
from deckgen.render.office import Office, Tick, to_pdf
from deckgen.render.pages import only, page_count, pictures, png, shape_of
from deckgen.render.paper import sheet_of
from deckgen.render.raster import picture, require_chinese
from deckgen.render.sealed import seal
from deckgen.render.sheet import contact_sheet
from deckgen.scene import Pace
from deckgen.write.save import save
from deckgen.write.svg.slide import slide_svg

SHEET_SLIDE = 640  # pixels: the slides of a contact sheet
# Hidden slides are printed too: the numbers of the pages are those of the slides.
WITH_HIDDEN = ':impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'


class Look(Struct, frozen=True):
    """How it is printed: the paper of a handout by its name, slides on a page of it, whether everything is in greys."""

    paper: str = "a4"
    per_page: int = 1
    grey: bool = False


class Work(Struct, frozen=True):
    """What to make of a source: which slides, how wide, where to put what is only needed on the way."""

    source: Source
    product: Product
    numbers: list[int]
    width: int
    scratch: Path
    progress: Progress
    look: Look = Look()


def by_svg(work: Work) -> Iterator[bytes]:
    """Pictures of the scene, drawn without LibreOffice."""
    scene = work.source.scene
    assert scene is not None
    svgs = [slide_svg(scene.slides[number - 1], scene.design, scene.properties.language) for number in work.numbers]
    require_chinese(svgs)
    width = SHEET_SLIDE if work.product == "sheet" else work.width
    return files(work, (toned(picture(svg, width), work.look.grey) for svg in svgs))


def toned(image: Image.Image, grey: bool) -> Image.Image:
    return image.convert("L").convert("RGB") if grey else image


def by_office(work: Work, program: str, timeout: float) -> Iterator[bytes]:
    """Pictures and PDFs by LibreOffice."""
    office = Office(program, timeout, ticking(work.progress))
    deck = work.scratch / "deck.pptx"
    if work.source.scene is None:
        seal(Path(work.source.path), deck)  # a copy: LibreOffice puts a lock file beside what it opens
    else:
        save(work.source.scene, str(deck))
    if work.look.grey:
        grey_deck(deck)
    pdf = to_pdf(deck, work.scratch, office, WITH_HIDDEN if work.source.hides else "")
    if work.product == "pdf":
        return iter([only(pdf, work.numbers, work.source.moment)])
    if work.product == "sheet":
        return files(work, pictures(pdf, work.numbers, SHEET_SLIDE))
    if work.product == "png":
        return files(work, pictures(pdf, work.numbers, work.width))
    return handout_files(work, pdf, office)


def ticking(progress: Progress) -> Tick:
    return lambda seconds: progress.say(waiting(seconds)) if seconds >= QUIET_SECONDS else None


def waiting(seconds: float) -> str:
    return say("cli/converting", seconds=seconds)


def files(work: Work, images: Iterable[Image.Image]) -> Iterator[bytes]:
    """One PNG an image, or all on one contact sheet."""
    watched = counted(work, images)
    if work.product == "sheet":
        yield png(contact_sheet(list(watched), width=SHEET_SLIDE))
    else:
        yield from map(png, watched)


def counted(work: Work, images: Iterable[Image.Image]) -> Iterator[Image.Image]:
    for done, image in enumerate(images, 1):
        work.progress.say(say("cli/drawing", done=done, count=len(work.numbers)))
        yield image


def handout_files(work: Work, slides: Path, office: Office) -> Iterator[bytes]:
    """The handout as a PDF, or its pages as pictures."""
    slides_noted = noted(work)
    wording = handout.Wording(work.source.title, work.source.count, say("cli/continued"), minutes_of(work, slides_noted))
    sheet = sheet_of(work.look.paper, work.look.per_page)
    pages = handout.pages_of(slides_noted, sheet, wording, shape_of(slides))
    text = work.scratch / "notes.fodg"
    text.write_text(drawing([page.drawn for page in pages], sheet), encoding="utf-8")
    data = bound(to_pdf(text, work.scratch, office), slides, pages, sheet.paper, work.source.moment)
    if work.product == "notes":
        yield data
        return
    pdf = work.scratch / "handout.pdf"
    pdf.write_bytes(data)
    yield from map(png, pictures(pdf, range(1, page_count(pdf) + 1), work.width))


def minutes_of(work: Work, slides: list[handout.Noted]) -> dict[int, str]:
    """What is said of how long each slide takes, where anything is said on it."""
    scene = work.source.scene
    pace = scene.pace if scene else Pace(words=not any("\u4e00" <= char <= "\u9fff" for slide in slides for char in slide.notes))
    return {slide.number: say("delivery/about", takes=clock(slide_seconds(slide.notes, pace))) for slide in slides if slide.notes.strip()}


def noted(work: Work) -> list[handout.Noted]:
    scene = work.source.scene
    notes = [slide.notes for slide in scene.slides] if scene else notes_of(Path(work.source.path))
    return [handout.Noted(number, notes[number - 1]) for number in work.numbers]
