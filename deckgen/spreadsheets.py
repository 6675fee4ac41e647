"""What spreadsheets write and how they name it: the text of a CSV, its separator, failed formulas, columns by letter."""

from __future__ import annotations

SEPARATORS = ",;\t"
MOST_SNIFFED = 30  # lines from the top in which the separator shows
# What stands in a cell where a formula failed.
FORMULA_ERRORS = frozenset({"#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})


# Members of a workbook that say nothing about cells.
BESIDE_CELLS = ("xl/drawings/", "xl/charts/", "xl/comments", "xl/pivot", "xl/externalLinks/")


def is_of_the_table(name: str) -> bool:
    """Whether a member of a workbook says anything about cells; drawings, charts and comments do not."""
    return not name.startswith(BESIDE_CELLS)


def decoded(data: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark (Excel's “Unicode text”), else GB18030; None when it is none of them."""
    marked = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
    for encoding in (marked,) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def separator(text: str) -> str:
    """The mark that parts the top of the text into the most columns; a comma where nothing does."""
    top = text.splitlines()[:MOST_SNIFFED]
    return max(SEPARATORS, key=lambda mark: max((line.count(mark) for line in top), default=0))


def letters(column: int) -> str:
    """A, B … Z, AA: a column counted from 1 as a spreadsheet names it."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
