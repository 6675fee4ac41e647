"""Pages of a PDF: as pictures, and some of them as a PDF again."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

# What LibreOffice and PDFium write into a PDF from the clock and by chance.
CLOCK = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:(\d{14})")
CHANCE = re.compile(rb"/(?:DocChecksum|ID) ?(?:/|\[\s*<)([0-9A-Fa-f]{32})(?:>\s*<([0-9A-Fa-f]{32}))?")


def page_count(pdf: Path) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def shape_of(pdf: Path) -> float:
    """The width of its first page by the height."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
    return float(width / height)


def pictures(pdf: Path, numbers: Iterable[int], width: int) -> Iterator[Image.Image]:
    """The pages with these numbers, `width` pixels wide."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in numbers:
            page = document[number - 1]
            yield page.render(scale=width / page.get_width()).to_pil().convert("RGB")
            page.close()


def only(pdf: Path, numbers: list[int], moment: str) -> bytes:
    """The PDF with these pages, equal bytes for an equal deck; `moment` is what its clock shows (20200101000000)."""
    with pypdfium2.PdfDocument(pdf) as document:
        if numbers == list(range(1, len(document) + 1)):
            return settled(pdf.read_bytes(), moment)
        buffer = io.BytesIO()
        with pypdfium2.PdfDocument.new() as part:
            part.import_pages(document, [number - 1 for number in numbers])
            part.save(buffer)
    return settled(buffer.getvalue(), moment)


def settled(data: bytes, moment: str) -> bytes:
    """The same PDF without clock and chance; nothing changes its place, so its table of places stays true."""
    data = CLOCK.sub(lambda match: match[0].replace(match[1], moment.encode()), data)
    return CHANCE.sub(lambda match: re.sub(rb"[0-9A-Fa-f]{32}", b"0" * 32, match[0]), data)


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
