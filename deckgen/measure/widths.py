"""How wide a line of text is, from a table of advances a face."""

from functools import cache, lru_cache
from itertools import accumulate

import msgspec

from deckgen.measure.tables import ADVANCES, CHARACTERS

EM = 1000
HALF = 500
# A narrow character that no table holds (Cyrillic, rare accents): above most, under the widest.
NARROW = 600
# More than any advance of the tables.
WIDEST = 1200

# LibreOffice 7.4 adds 0.24 to 0.2475 em (measured in its PDFs) wherever the script changes between Chinese
# and Latin; PowerPoint is said to add nothing. The wider is reserved.
SCRIPT_GAP = 245

# How LibreOffice tells scripts apart, measured: Latin up to U+1FFF; a space or a mark from
# U+2000 to U+2E7F (— … “ ” ▲ − ℃ ①) goes with what precedes it; the rest, ，（《 included, is
# Chinese, so "，G" and "5）" have a gap too.
FIRST_MARK = "\u2000"
FIRST_CHINESE = "\u2e80"
BLANK = frozenset(" \u00a0")
LEADING_MARKS = "“‘—…”’"

# The first and last characters of ranges without ink (controls, combining and joining marks),
# and of those half an em wide (halfwidth forms, the narrower spaces).
NO_WIDTH = (
    *(("\u0000", "\u001f"), ("\u007f", "\u009f"), ("\u00ad", "\u00ad"), ("\u0300", "\u036f")),
    *(("\u200b", "\u200f"), ("\u2028", "\u202e"), ("\u2060", "\u206f"), ("\ufe00", "\ufe0f")),
    ("\ufeff", "\ufeff"),
)
FIRST_ODD = "\ufe00"  # the first of those above FIRST_CHINESE
HALF_WIDTH = (
    *(("\u2000", "\u2000"), ("\u2002", "\u200a"), ("\u202f", "\u202f")),
    *(("\uff61", "\uffdc"), ("\uffe8", "\uffee")),
)


class Advances(dict[str, int]):
    """Character to mem; a character that the face's table lacks has the default of its kind."""

    def __missing__(self, char: str) -> int:
        width = self[char] = default_advance(char)
        return width


class Metrics(msgspec.Struct, frozen=True, eq=False):
    """The advances of one face. Compared by identity: there is one of each, in METRICS."""

    name: str
    advances: Advances


@lru_cache(maxsize=1024)
def advance(text: str, metrics: Metrics, spacing: int = 0) -> int:
    """The width of `text` on one line, in mem, with what LibreOffice adds between scripts.

    `spacing` is letter-spacing, added once for every character as both clients do.
    Remembered, because a text is fitted at several sizes in a row, and its width in mem is the same at all of them.
    """
    return ink(text, metrics) + spacing * len(text) + SCRIPT_GAP * len(script_changes(text))


def surely_fits(text: str, room: int, spacing: int) -> bool:
    """Whether `text` fits on one line of `room` by its length alone: most strings of a slide do.

    There are fewer gaps than characters.
    """
    return len(text) * (WIDEST + SCRIPT_GAP + spacing) <= room


def ink(text: str, metrics: Metrics) -> int:
    """The bare sum of the advances, as PowerPoint sets it."""
    return sum(map(metrics.advances.__getitem__, text))


@lru_cache(maxsize=512)
def script_changes(text: str) -> list[int]:
    """The offsets at which text turns from Chinese to Latin or back; neither end counts.

    Remembered for all faces that a text is measured in; nobody may change the list.
    """
    if text.isascii():
        return []
    changes = []
    latin = False
    for at, char in enumerate(text):
        if char >= FIRST_CHINESE:
            if latin:
                changes.append(at)
                latin = False
        elif not latin and " " < char < FIRST_MARK and char not in BLANK:
            changes.append(at)
            latin = True
    # Marks at the very start go with the Latin that follows them.
    if changes and text[0] < FIRST_CHINESE and max(text[: changes[0]], default="") < FIRST_CHINESE:
        del changes[0]
    elif not changes or changes[0] > 1:
        # Marks at the very start are Latin to LibreOffice, so “ before hanzi has a gap behind it.
        lead = len(text) - len(text.lstrip(LEADING_MARKS))
        if 0 < lead < len(text) and text[lead] >= FIRST_CHINESE:
            changes.insert(0, lead)
    return changes


@lru_cache(maxsize=512)
def offsets(text: str, metrics: Metrics, spacing: int = 0) -> tuple[list[int], list[int]]:
    """Where each character begins and where it ends, so that any part is measured by a subtraction.

    Returns `starts` and `ends`; `text[i:j]` is `ends[j] - starts[i]` wide. They differ
    where a gap stands before a character: a gap at the start of a line takes no room.
    Remembered, because a text is fitted at several sizes in a row; nobody may change the lists.
    """
    widths = list(map(metrics.advances.__getitem__, text))
    if spacing:
        widths = [width + spacing for width in widths]
    changes = script_changes(text)
    for at in changes:
        widths[at] += SCRIPT_GAP
    ends = list(accumulate(widths, initial=0))
    starts = ends.copy()
    for at in changes:
        starts[at] += SCRIPT_GAP
    return starts, ends


def default_advance(char: str) -> int:
    """An em from U+2000 on, where marks, symbols and hanzi are full width; narrow before."""
    if FIRST_CHINESE <= char < FIRST_ODD:
        return EM
    if any(first <= char <= last for first, last in NO_WIDTH):
        return 0
    if any(first <= char <= last for first, last in HALF_WIDTH):
        return HALF
    return EM if char >= "\u2000" else NARROW


def measured(name: str) -> Metrics:
    """The face as its open stand-in was measured."""
    return Metrics(name, Advances(zip(CHARACTERS, ADVANCES[name], strict=True)))


def song() -> Metrics:
    """SimSun: every ASCII and Latin-1 character half an em, the symbols of GB 2312 a whole one."""
    narrow = [char for char in CHARACTERS if char < "\u0100" and char not in "¤§¨°±·×÷"]
    return Metrics("song", Advances(dict.fromkeys(CHARACTERS, EM) | dict.fromkeys(narrow, HALF)))


# “ and ” of a Chinese face are an em wide, half of it empty: a hole behind ： and at the head of a line. So they are set in a Latin
# face that every office machine has. Tried besides: letter-spacing of -50 % on the mark before (closes the hole behind ： but not at the
# head of a line, and what is typed there later is squeezed as well); `lang="en-US"` on the quotes (PowerPoint takes the Latin face for
# them, LibreOffice goes by the script of what stands before); hanging punctuation (LibreOffice hangs ，。 only). A face survives editing:
# hanzi typed next to a quote fall back to a Chinese face, at their width. Advances of “ and of ‘, plain and bold, by Arial and Times.
QUOTES = {"Arial": ((333, 222), (500, 278)), "Times New Roman": ((444, 333), (500, 333))}
SERIF = ("serif", "times", "song")


def quotes_of(name: str) -> str:
    """The face of the quotes in text of a face that is measured by this table."""
    return "Times New Roman" if name in SERIF else "Arial"


@cache
def with_quotes(name: str, bold: bool) -> Metrics:
    """The advances of a face, with those of the quotes that stand in it."""
    metrics = METRICS[f"{name}-bold" if bold and name != "song" else name]
    double, single = QUOTES[quotes_of(name)][bold]
    advances = Advances(metrics.advances)
    advances.update({"“": double, "”": double, "‘": single, "’": single})
    return Metrics(metrics.name, advances)


METRICS = {name: measured(name) for name in ADVANCES} | {"song": song()}
