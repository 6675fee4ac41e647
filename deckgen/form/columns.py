"""Which column of a table is which, told by its header in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from deckgen.diagnostics import Findings, Span, listed, term
from deckgen.form.cells import Sheet, TableLine
from deckgen.form.words import FURTHER, HEADERS, SYNONYMS
from deckgen.messages import say_in

REQUIRED = ("name", "value")
READ = (
    "name",
    "label",
    "value",
    "unit",
    "change",
    "old_value",
    "old_change",
    *FURTHER,
    *(f"old_{name}" for name in FURTHER),
)  # the others are there for people
MOST_ABOVE = 30  # rows above the header: a title, how to fill
BRACKETS = re.compile(r"[（(].*")


class Header(Struct, frozen=True):
    line: int
    columns: dict[str, int]


def plain(text: str) -> str:
    """Without spaces, in half width and lower case."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def plain_header(text: str) -> str:
    """Without what stands in brackets as well."""
    return plain(BRACKETS.sub("", text))


KEYS = {plain_header(text): key for key, heading in HEADERS.items() for text in (say_in("zh", heading), say_in("en", heading))} | {
    plain_header(text): key for key, texts in SYNONYMS.items() for text in texts
}


def find_header(sheet: Sheet, findings: Findings) -> Header | None:
    """The first row that names the columns; None when there is none, or one that can be read in two ways, which is noted."""
    for line in sheet.lines:
        columns = columns_of(line)
        if line.number <= MOST_ABOVE and all(key in columns for key in REQUIRED):
            return single(sheet, line, columns, findings)
    return None


def note_no_header(sheets: Sequence[Sheet], findings: Findings) -> None:
    """Which column is missing in the row that comes nearest to a header, or that there is no such row."""
    lines = [(len(columns_of(line)), sheet, line) for sheet in sheets for line in sheet.lines if line.number <= MOST_ABOVE]
    count, sheet, line = max(lines, key=lambda nearness: nearness[0], default=(0, sheets[0], sheets[0].lines[0]))
    if count < 2:
        findings.error(Span(sheets[0].path), "form/no-header")
        return
    missing = listed(term(HEADERS[key]) for key in REQUIRED if key not in columns_of(line))
    findings.error(sheet.place(line.number), "form/no-column", missing=missing)


def columns_of(line: TableLine) -> dict[str, list[int]]:
    """The columns that a row names; a heading that stands twice has two."""
    columns: dict[str, list[int]] = {}
    for column, cell in enumerate(line.cells):
        key = KEYS.get(plain_header(cell.text))
        if key:
            columns.setdefault(key, []).append(column)
    return columns


def single(sheet: Sheet, line: TableLine, columns: dict[str, list[int]], findings: Findings) -> Header | None:
    """The header, if each column that is read stands in it once."""
    twice = [(key, places[1]) for key, places in columns.items() if key in READ and len(places) > 1]
    for key, second in twice:
        first = sheet.place(line.number, columns[key][0]).cell
        findings.error(sheet.place(line.number, second), "form/column-twice", name=term(HEADERS[key]), first=first)
    return None if twice else Header(line.number, {key: places[0] for key, places in columns.items()})


def repeats_header(line: TableLine, columns: dict[str, int]) -> bool:
    """Whether the row is the header once more, as in tables that were put together from several."""
    return all(KEYS.get(plain_header(line.at(columns[key]).text)) == key for key in REQUIRED)
