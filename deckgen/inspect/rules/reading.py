"""What several rules ask of a slide: its texts, its objects, the colours under a place."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.inspect.resolve.fills import NOTHING, Fill
from deckgen.inspect.values import FinishedSlide, FinishedText, Shape


def texts(slide: FinishedSlide) -> Iterator[tuple[Shape, FinishedText, Fill]]:
    """Every text that somebody sees, of shapes and of cells, with the fill of its cell."""
    for shape in slide.shapes:
        if shape.unseen:
            continue
        if shape.text is not None and shape.text.plain:
            yield shape, shape.text, NOTHING
        for cell in shape.table.cells if shape.table else ():
            if cell.text is not None and cell.text.plain:
                yield shape, cell.text, cell.fill


def speaks(shape: Shape) -> bool:
    """Whether a screen reader says something of it: text, or an object that is no decoration."""
    if shape.hidden or shape.decorative:
        return False
    if shape.kind in ("shape", "connector"):
        return bool(shape.plain)
    return True


def is_empty_placeholder(shape: Shape) -> bool:
    return shape.placeholder is not None and shape.kind == "shape" and not shape.plain


def is_hanzi(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def snippet(text: str) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= SNIPPET else f"{line[:SNIPPET]}…"


SNIPPET = 20
