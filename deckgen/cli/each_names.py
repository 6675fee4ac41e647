"""File names of many decks: from a pattern and the words of each row, safe on every system, each once."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping, Sequence

from deckgen.form.columns import plain
from deckgen.form.each import NUMBERED, DeckRow, DeckTable
from deckgen.write.save import file_name

FIELD = re.compile(r"\{(?:row\.)?([^{}/\\]{1,60})\}")
LONGEST_FOLDER = 120  # bytes


def asked(pattern: str) -> tuple[str, ...]:
    """The columns that the pattern asks for."""
    return tuple(dict.fromkeys(match.strip() for match in FIELD.findall(pattern)))


def whole_pattern(output: str, table: DeckTable, folder: str) -> str:
    """The pattern itself, or for a folder (dist without any) its files called after the column that tells rows apart."""
    if output and not (os.path.isdir(output) or output.endswith(("/", os.sep))):
        return output
    return os.path.join(output or folder, f"{{{telling(table)}}}.pptx")


def telling(table: DeckTable) -> str:
    """The first column of words that is filled in every row and never twice the same; else the first column."""
    words = [one.heading for one in table.columns if not one.figure and plain(one.heading) not in NUMBERED]
    for heading in words:
        cells = [row.words[plain(heading)] for row in table.rows]
        if all(cells) and len(set(cells)) == len(cells):
            return heading
    return words[0] if words else table.columns[0].heading


def paths(pattern: str, rows: Sequence[DeckRow]) -> list[str]:
    """A path a row; of several rows with one name the later ones get a number, also where names differ in case alone."""
    taken: set[str] = set()
    made = []
    for row in rows:
        folder, name = os.path.split(pattern)
        folder = os.sep.join(filled(part, row.words, LONGEST_FOLDER) if FIELD.search(part) else part for part in folder.split(os.sep))
        stem, ending = os.path.splitext(name)
        path = unique(os.path.join(folder, filled(stem, row.words)), ending, taken)
        taken.add(folded(path))
        made.append(path)
    return made


def filled(part: str, words: Mapping[str, str], longest: int = 180) -> str:
    """One name of the path with its fields filled in."""
    return file_name(FIELD.sub(lambda match: words.get(plain(match[1]), ""), part), longest)


def unique(stem: str, ending: str, taken: set[str]) -> str:
    path, number = f"{stem}{ending}", 2
    while folded(path) in taken:
        path = f"{stem} {number}{ending}"
        number += 1
    return path


def folded(path: str) -> str:
    """As file systems compare that do not know case."""
    return unicodedata.normalize("NFC", path).casefold()
