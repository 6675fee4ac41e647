"""The ledger as a table for a terminal, aligned where hanzi are two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from deckgen.form.rows import Row, totals_of
from deckgen.form.words import HEADERS, cells_of, totals_text
from deckgen.messages import say_in

COLUMNS = ("name", "label", "value", "unit", "change", "state", "department", "where")
GAP = 2
# Which columns give way in a narrow terminal, the first to do so first, and how narrow each may get.
YIELDING = (("where", 10), ("label", 12), ("department", 8), ("name", 12), ("change", 8))


def table(rows: Sequence[Row], lang: str, width: int = 0) -> str:
    """Header, a line a figure, totals. No line is wider than `width`, as far as cutting texts can bring that about; 0 cuts nothing."""
    lines = [{key: say_in(lang, HEADERS[key]).partition("（")[0].partition(" (")[0] for key in COLUMNS}]
    lines += [cells_of(row, lang) for row in rows]
    widths = fitted({key: max(cells(line[key]) for line in lines) for key in COLUMNS}, width)
    drawn = [drawn_line(line, widths) for line in lines]
    drawn.insert(1, "-" * (sum(widths.values()) + GAP * (len(COLUMNS) - 1)))
    return "\n".join([*drawn, totals_text(totals_of(rows), lang)])


def fitted(widths: dict[str, int], width: int) -> dict[str, int]:
    """The widths of the columns, the yielding ones made narrower where the table is too wide."""
    over = sum(widths.values()) + GAP * (len(widths) - 1) - width if width else 0
    for key, least in YIELDING:
        given = max(0, min(over, widths[key] - least))
        widths[key] -= given
        over -= given
    return widths


def drawn_line(line: dict[str, str], widths: dict[str, int]) -> str:
    drawn = []
    for key, width in widths.items():
        text = cut(line[key], width)
        padding = " " * (width - cells(text))
        drawn.append(padding + text if key == "value" else text + padding)
    return (" " * GAP).join(drawn).rstrip()


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(char_cells(char) for char in text)


def char_cells(char: str) -> int:
    """2 for hanzi and full-width marks, 0 for what has no width of its own, else 1."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> str:
    """The text, or as much of it as `width` holds with an ellipsis behind it."""
    if cells(text) <= width:
        return text
    kept, used = "", 1
    for char in text:
        used += char_cells(char)
        if used > width:
            break
        kept += char
    return f"{kept}…"
