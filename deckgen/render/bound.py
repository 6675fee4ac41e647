"""Slides laid on the pages of a handout, by PDFium: each font is kept once, and nothing becomes a picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from deckgen.render.handout import Page, Placed
from deckgen.render.pages import settled
from deckgen.render.paper import PT_PER_MM, Paper


def bound(text: Path, slides: Path, pages: Sequence[Page], paper: Paper, moment: str) -> bytes:
    """The handout as a PDF, from the PDF of its text and that of the slides; `moment` is what its clock shows."""
    order = [placed.slide - 1 for page in pages for placed in page.slides]
    with pypdfium2.PdfDocument(slides) as deck, pypdfium2.PdfDocument(text) as written, pypdfium2.PdfDocument.new() as loose:
        loose.import_pages(deck, order)
        loose.import_pages(written)
        size = loose[0].get_size()
        # Two on a page become a form object each, all of one import, which share their fonts. (One on a page is taken apart, and
        # content put on a page of LibreOffice's makes PDFium clear the list of fonts that all its pages have in common.)
        with pypdfium2.PdfDocument(pdfium.FPDF_ImportNPagesToOne(loose.raw, size[0], 2 * size[1], 1, 2)) as whole:
            lay(whole, pages, paper, size)
            buffer = io.BytesIO()
            whole.save(buffer)
    return settled(buffer.getvalue(), moment)


def lay(whole: pypdfium2.PdfDocument, pages: Sequence[Page], paper: Paper, size: tuple[float, float]) -> None:
    """Make the pages of the handout of the forms in `whole`, slides first, and take the pages away that these stood on."""
    sources = [whole[number] for number in range(len(whole))]
    forms = [(source, form) for source in sources for form in list(source.get_objects(filter=[pdfium.FPDF_PAGEOBJ_FORM], max_depth=1))]
    count = sum(len(page.slides) for page in pages)
    slides, texts = iter(forms[:count]), iter(forms[count:])
    for page in pages:
        target = whole.new_page(paper.width * PT_PER_MM, paper.height * PT_PER_MM)
        move(next(texts), target, pypdfium2.PdfMatrix())
        for placed in page.slides:
            move(next(slides), target, matrix(placed, paper, size))
        target.gen_content()
    for _ in sources:
        whole.del_page(0)


def move(form: tuple[pypdfium2.PdfPage, pypdfium2.PdfObject], target: pypdfium2.PdfPage, where: pypdfium2.PdfMatrix) -> None:
    """Take the form from its page to another one."""
    source, moved = form
    source.remove_obj(moved)
    moved.set_matrix(where)
    target.insert_obj(moved)


def matrix(placed: Placed, paper: Paper, size: tuple[float, float]) -> pypdfium2.PdfMatrix:
    """What takes a slide of this size (points) to its place on the page."""
    x, y = placed.x * PT_PER_MM, (paper.height - placed.y - placed.height) * PT_PER_MM
    return pypdfium2.PdfMatrix().scale(placed.width * PT_PER_MM / size[0], placed.height * PT_PER_MM / size[1]).translate(x, y)
