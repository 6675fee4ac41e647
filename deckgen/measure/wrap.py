"""Lines as PowerPoint and LibreOffice break them on their own, as offsets into the text."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from deckgen.measure.kinsoku import SPACES, breakable, ink_end, keeps_marks
from deckgen.measure.widths import Metrics, offsets, surely_fits

# A last line of so few characters is an orphan (孤字).
ORPHAN = 2

Spans = tuple[tuple[int, int], ...]
"""Where each line begins and ends in its text; spaces that vanish at a break stand between two spans."""


def lines_of(text: str, spans: Spans) -> tuple[str, ...]:
    """The words of each line."""
    return tuple(text[begin:end] for begin, end in spans)


def fill(text: str, room: int, metrics: Metrics, spacing: int = 0) -> Spans:
    """Break `text` into lines no wider than `room`, each as full as it gets.

    "\\n" forces a break; spaces at a break vanish, those before a paragraph stay. Latin words
    and numbers are whole and 避头尾 is kept, unless one word alone is wider than `room`: it has
    lines of its own and is split between characters. No mark hangs outside the box, as in
    LibreOffice under `hangingPunct="0"`, where 186 of 200 paragraphs broke at the same places
    and the rest had the same count.
    """
    if "\n" not in text:
        return ((0, ink_end(text, 0, len(text))),) if surely_fits(text, room, spacing) else fill_paragraph(text, room, metrics, spacing)
    return tuple(
        (start + begin, start + end)
        for start, paragraph in paragraphs(text)
        for begin, end in fill_paragraph(paragraph, room, metrics, spacing)
    )


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """What stands between the "\\n" of a text, each with its offset."""
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1


@lru_cache(maxsize=512)
def fill_paragraph(text: str, room: int, metrics: Metrics, spacing: int) -> Spans:
    """The lines of text without "\\n"; one empty line for none.

    Remembered, since a text is tried in several arrangements at the same width.
    """
    text = text[: ink_end(text, 0, len(text))]
    starts, ends = offsets(text, metrics, spacing)
    if ends[-1] <= room:
        return ((0, len(text)),)
    return tuple((begin, ink_end(text, begin, end)) for begin, end in spans(text, room, starts, ends))


def spans(text: str, room: int, starts: list[int], ends: list[int]) -> Iterator[tuple[int, int]]:
    """Each line's first and last offset, spaces after it included."""
    begin, length = 0, len(text)
    while begin < length:
        end = line_end(text, begin, bisect_right(ends, starts[begin] + room) - 1)
        yield begin, end
        begin = end
        while begin < length and text[begin] in SPACES:
            begin += 1


def line_end(text: str, begin: int, full: int) -> int:
    """The last place to break a line that begins at `begin` and has room up to `full`."""
    if full >= len(text):
        return len(text)
    for at in range(full, begin, -1):
        if breakable(text, at):
            return at
    return split_word(text, begin, full)


def split_word(text: str, begin: int, full: int) -> int:
    """Where to split a word that is wider than the room: at `full`, or before it to keep 避头尾.

    A line takes at least one character, however narrow the room.
    """
    first = begin
    while text[first] in SPACES:
        first += 1
    full = max(full, first + 1)
    if full == len(text):
        return full
    kept = (at for at in range(full, first, -1) if keeps_marks(text[at - 1], text[at]))
    return next(kept, full)


def characters_that_fit(text: str, room: int, lines: int, metrics: Metrics, spacing: int = 0) -> int:
    """How many of the first characters stand on so many lines of `room`, were the text to end there."""
    text = text[: ink_end(text, 0, len(text))]
    starts, ends = offsets(text, metrics, spacing)
    begin = 0
    for number, (begin, end) in enumerate(spans(text, room, starts, ends), 1):
        if number == lines:
            return min(len(text), max(end, bisect_right(ends, starts[begin] + room) - 1))
    return len(text) if lines else 0
