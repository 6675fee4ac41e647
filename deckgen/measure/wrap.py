"""Lines as PowerPoint and LibreOffice break them on their own."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from deckgen.measure.kinsoku import SPACES, breakable, keeps_marks
from deckgen.measure.widths import Metrics, advance, offsets, surely_fits

# A last line of so few characters is an orphan (孤字).
ORPHAN = 2

# LibreOffice measures a line up to 0.2 % wider than the tables, so a box of exactly the least
# room breaks into one line more (189 of 200 paragraphs); half an em wider, 1 of 200 does.
SLACK = 500

# The least room is searched in steps of 0.02 em, a twentieth of what the clients differ by.
GRAIN = 20


def fill(text: str, room: int, metrics: Metrics, spacing: int = 0) -> tuple[str, ...]:
    """Break `text` into lines no wider than `room`, each as full as it gets.

    "\\n" forces a break; spaces at a break vanish, those before a paragraph stay. Latin words
    and numbers are whole and 避头尾 is kept, unless one word alone is wider than `room`: it has
    lines of its own and is split between characters. No mark hangs outside the box, as in
    LibreOffice under `hangingPunct="0"`, where 186 of 200 paragraphs broke at the same places
    and the rest had the same count.
    """
    if surely_fits(text, room, spacing) and "\n" not in text:
        return (text.rstrip(SPACES),)
    return tuple(line for paragraph in text.split("\n") for line in fill_paragraph(paragraph.rstrip(SPACES), room, metrics, spacing))


def narrowest(text: str, room: int, metrics: Metrics, spacing: int = 0, slack: int = SLACK) -> int:
    """The smallest room in which `text` takes as many lines as in `room`, plus `slack`.

    There its greedy lines come out balanced. A line's end never moves back when the room grows,
    so without slack the last line is the longest it can be; the slack is halved where the
    whole of it would leave an orphan. Never more than `room`, which is returned for one line.
    """
    if "\n" not in text and advance(text, metrics, spacing) <= room:
        return room
    parts = [part.rstrip(SPACES) for part in text.split("\n")]
    least = max(least_room(part, room, metrics, spacing) for part in parts)
    wider = min(room, least + slack)
    if has_orphan(parts, wider, metrics, spacing):
        return min(room, least + slack // 2)
    return wider


def fill_paragraph(text: str, room: int, metrics: Metrics, spacing: int) -> list[str]:
    """The lines of text without "\\n" and without spaces at its end; one empty line for none."""
    starts, ends = offsets(text, metrics, spacing)
    if ends[-1] <= room:
        return [text]
    return [text[i:j].rstrip(SPACES) for i, j in spans(text, room, starts, ends)]


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


def least_room(text: str, room: int, metrics: Metrics, spacing: int) -> int:
    """The smallest room in which a paragraph takes as many lines as in `room`, no word split.

    Exact to GRAIN.
    """
    starts, ends = offsets(text, metrics, spacing)
    if ends[-1] <= room:
        return ends[-1]
    wanted = sum(1 for _ in spans(text, room, starts, ends))
    # Gaps and spaces that vanish at breaks may bring the least room under an equal share.
    share = ends[-1] // wanted
    low = share if not fits(text, share, wanted, starts, ends) else share * wanted // (wanted + 1)
    steps = range(low, room, GRAIN)
    found = bisect_left(steps, True, key=lambda to: fits(text, to, wanted, starts, ends))
    return steps[found] if found < len(steps) else room


def fits(text: str, room: int, wanted: int, starts: list[int], ends: list[int]) -> bool:
    """Whether `text` takes at most `wanted` lines in `room` without splitting a word."""
    for number, (_, end) in enumerate(spans(text, room, starts, ends), start=1):
        if end == len(text):
            return number <= wanted
        if number == wanted or not breakable(text, end):
            return False
    return True


def has_orphan(paragraphs: list[str], room: int, metrics: Metrics, spacing: int) -> bool:
    """Whether a paragraph of several lines ends in a line of one or two characters."""
    filled = (fill_paragraph(part, room, metrics, spacing) for part in paragraphs)
    return any(len(lines) > 1 and len(lines[-1]) <= ORPHAN for lines in filled)
