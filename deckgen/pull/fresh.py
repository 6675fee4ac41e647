"""A slide that a person added, as an entry of the outline: points, a table, or a picture with points."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.inspect.values import Shape
from deckgen.pull.changes import table_now
from deckgen.pull.scalars import requoted
from deckgen.pull.theirs import TheirSlide, lines_of
from deckgen.pull.values import escaped

SHORTEST = 2  # characters of a line that is worth a point
SAID = ("shape", "connector", "table", "picture")  # kinds of shape that such a slide may have


def entry_of(slide: TheirSlide, saved: Callable[[TheirSlide, int], str]) -> str:
    """The slide as an entry; "" where it has no title, or holds what no kind of slide says.

    `saved` takes the slide and the index of a picture on it and gives the path of its file as the outline names it; "" for none.
    """
    shown = [(index, shape) for index, shape in enumerate(slide.shapes) if not (shape.is_title or shape.is_footer or shape.hidden)]
    if not slide.title or any(shape.kind not in SAID for _, shape in shown):
        return ""
    lines = [line for _, shape in shown if shape.kind == "shape" for line in lines_of(shape.text) if len(line.strip()) >= SHORTEST]
    tables = [shape for _, shape in shown if shape.kind == "table"]
    pictures = [(index, shape) for index, shape in shown if shape.kind == "picture"]
    body = ""
    if len(tables) + len(pictures) > 1:
        return ""
    if tables:
        body = "" if lines else table(tables[0])
    elif pictures:
        body = picture(slide, *pictures[0], lines, saved)
    elif lines:
        body = "\n".join(["kind: points", TITLE, "points:", *(f"  - {field('text', line)}" for line in lines)])
    if not body:
        return ""
    body = body.replace(TITLE, field("title", slide.title), 1)
    return body + "".join(["\nnotes: |", *(f"\n  {escaped(line)}" for line in slide.notes)] if slide.notes else [])


TITLE = "\0title"  # where the title goes


def table(shape: Shape) -> str:
    """Its first row as the columns."""
    rows = table_now(shape)
    if len(rows) < 2 or len({len(row) for row in rows}) != 1 or not all(cell.strip() for cell in rows[0]):
        return ""
    listed = [", ".join(words(cell) if cell.strip() else "''" for cell in row) for row in rows]
    return "\n".join(["kind: table", TITLE, f"columns: [{listed[0]}]", "rows:", *(f"  - [{row}]" for row in listed[1:])])


def picture(slide: TheirSlide, index: int, shape: Shape, lines: Sequence[str], saved: Callable[[TheirSlide, int], str]) -> str:
    path = saved(slide, index)
    if not path:
        return ""
    alt = "decorative: true" if shape.decorative else field("alt", shape.alt or slide.title)
    return "\n".join(
        ["kind: picture", TITLE, field("image", path), alt, *(["points:", *(f"  - {words(line)}" for line in lines)] if lines else [])]
    )


def field(name: str, text: str) -> str:
    return f"{name}: {words(text)}"


def words(text: str) -> str:
    return requoted(escaped(" ".join(text.split())))
