"""Text folded into the columns of a terminal, hanzi two wide, as Chinese and English lines may end."""

from __future__ import annotations

import re
import shutil
import unicodedata
from typing import TextIO

from deckgen.form.table import char_cells
from deckgen.measure.kinsoku import SPACES, after_hyphen, breakable

LEAST = 10  # columns of text that a line has at the least
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")  # a change of colour, which takes no column


def folded(text: str, width: int, first: str = "", rest: str = "") -> str:
    """Each line of `text` in lines of at most `width` columns: `first` before the first of all, `rest` before any other.

    A word that is wider than a line (a path) is left whole. Colours stay where they were.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        inner = width - columns(rest if lines else first)
        for piece in pieces(line, max(LEAST, inner), max(LEAST, width - columns(rest))):
            lines.append(f"{rest if lines else first}{piece}".rstrip(" "))
    return "\n".join(lines)


def columns(text: str) -> int:
    """How many columns the text takes once it is shown."""
    return sum(map(width_at_most, ESCAPE.sub("", text)))


def width_at_most(char: str) -> int:
    """Two columns for what only a Chinese console draws wide (“ … ×), so that a line fits on every terminal."""
    return 2 if unicodedata.east_asian_width(char) == "A" else char_cells(char)


def pieces(line: str, width: int, then: int) -> list[str]:
    """One line as several, the first `width` columns wide, the others `then`."""
    plain, codes = parted(line)
    found = []
    begin = 0
    while True:
        end = line_end(plain, begin, width)
        found.append(coloured(plain, codes, begin, end, last=end == len(plain)))
        if end == len(plain):
            return found
        begin, width = end, then
        while begin < len(plain) and plain[begin] in SPACES:
            begin += 1
        if begin == len(plain):
            return found


def parted(line: str) -> tuple[str, dict[int, str]]:
    """The line without colours, and which change of colour stands before which character."""
    codes: dict[int, str] = {}
    removed = 0
    for match in ESCAPE.finditer(line):
        at = match.start() - removed
        codes[at] = codes.get(at, "") + match[0]
        removed += len(match[0])
    return ESCAPE.sub("", line), codes


def coloured(plain: str, codes: dict[int, str], begin: int, end: int, last: bool) -> str:
    """A stretch with its changes of colour; what stands at its end belongs to the next, unless there is none."""
    if not codes:
        return plain[begin:end]
    return "".join(codes.get(at, "") + plain[at : at + 1] for at in range(begin, end)) + (codes.get(end, "") if last else "")


def line_end(text: str, begin: int, width: int) -> int:
    """Where a line that starts at `begin` ends: the last place where it may and still fits, else the first where it may."""
    taken, fits = 0, begin
    for at in range(begin, len(text)):
        if at > begin and (breakable(text, at) or after_hyphen(text, at)):
            if taken > width:
                return fits if fits > begin else at
            fits = at
        taken += 0 if text[at] in SPACES else width_at_most(text[at])
        taken += blank_before(text, at, begin)
    return fits if taken > width and fits > begin else len(text)


def blank_before(text: str, at: int, begin: int) -> int:
    """The columns of the spaces before a character that is none; those at the end of a line are not seen."""
    if text[at] in SPACES:
        return 0
    blank = 0
    while at - 1 >= begin and text[at - 1] in SPACES:
        at -= 1
        blank += width_at_most(text[at])
    return blank


def width_of(stream: TextIO) -> int:
    """How many columns a terminal has; 0 for a file or a pipe, which take whole lines."""
    return shutil.get_terminal_size().columns if stream.isatty() else 0


def cut_to(text: str, width: int) -> str:
    """As much of one line as fits; all of it where nobody knows the width."""
    if width <= 0 or columns(text) <= width:
        return text
    taken = 0
    for at, char in enumerate(text):
        taken += width_at_most(char)
        if taken > width - 2:  # for the ellipsis
            return f"{text[:at]}…"
    return text


def fitted(text: str, stream: TextIO) -> str:
    """A text for a terminal: lines that are too wide go on below, two columns further in."""
    width = width_of(stream)
    lines = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        lines.append(folded(line.lstrip(" "), width, indent, f"{indent}  ") if columns(line) > width > LEAST else line)
    return "\n".join(lines)
