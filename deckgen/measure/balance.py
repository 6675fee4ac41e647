"""Lines of titles and leads: as few as fill() needs, balanced and broken at sense."""

from bisect import bisect_right
from itertools import pairwise

from deckgen.measure.breaks import AT_WORD, Breaks, last_resorts, mark_breaks, word_breaks
from deckgen.measure.kinsoku import NOT_AT_END, NOT_AT_START, SPACES
from deckgen.measure.widths import Metrics, advance, offsets, surely_fits
from deckgen.measure.words import held
from deckgen.measure.wrap import ORPHAN, fill

AT_ORPHAN = 5.0
CLAUSE_ENDS = frozenset("，；：。！？、,;:!?")
IMPOSSIBLE = float("inf")

Layout = tuple[float, tuple[int, ...]]  # what it costs, and where its lines begin and end


def balance(text: str, room: int, metrics: Metrics, spacing: int = 0, keep: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Break `text` into as many lines as fill() needs, of even width and broken at sense.

    Breaks stand after marks by preference, else between words; never
    inside a figure with its unit, a date, a short “name” or 《title》, a term of the glossary
    or a phrase of `keep`; never before 的了和与及; the last line has more than two characters
    where possible. One line more than fill() needs comes back only where that is the price;
    where even that does not help, the least harmful of these rules gives way.
    """
    if surely_fits(text, room, spacing) and "\n" not in text:
        return (text.rstrip(SPACES),)
    return tuple(
        line for paragraph in text.split("\n") for line in balance_paragraph(paragraph.rstrip(SPACES), room, metrics, spacing, keep)
    )


def at_marks(text: str, room: int, metrics: Metrics, spacing: int = 0, keep: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Break `text` after marks only, in as many lines as fill() needs or one more.

    Nothing comes back where marks offer no such layout, or only one whose last line is an orphan.
    """
    count = len(fill(text, room, metrics, spacing))
    ruler = Ruler(text, room, metrics, spacing)
    breaks = {at: cost for at, cost in mark_breaks(text, held(text, keep)).items() if text[at - 1] in CLAUSE_ENDS}
    for lines in (count, count + 1):
        cost, stops = cheapest(ruler, breaks, lines)
        if cost < AT_ORPHAN:
            return ruler.lines(stops)
    return ()


def balance_paragraph(text: str, room: int, metrics: Metrics, spacing: int, keep: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of text without "\\n", by the cheapest knowledge that decides."""
    if advance(text, metrics, spacing) <= room:
        return (text,)
    filled = fill(text, room, metrics, spacing)
    ruler = Ruler(text, room, metrics, spacing)
    stops = best_stops(ruler, len(filled), held(text, keep))
    lines = ruler.lines(stops) if stops else filled
    return lines if marks_broken(lines) <= marks_broken(filled) else filled


def marks_broken(lines: tuple[str, ...]) -> int:
    """How many breaks part a mark from what it belongs to; in a room too narrow for anything else there are some."""
    return sum(last[-1:] in NOT_AT_END or first[:1] in NOT_AT_START for last, first in pairwise(lines))


def best_stops(ruler: "Ruler", count: int, whole: set[int]) -> tuple[int, ...]:
    """Where the lines of the best layout begin and end.

    Marks alone decide when their best layout costs no more than one break at a word edge: no
    other can be cheaper, so no word needs to be known.
    """
    marks = mark_breaks(ruler.text, whole)
    cost, stops = cheapest(ruler, marks, count)
    if cost <= AT_WORD:
        return stops
    words = word_breaks(ruler.text, whole) | marks
    return (
        cheapest(ruler, words, count)[1]
        or cheapest(ruler, words, count + 1)[1]
        or cheapest(ruler, last_resorts(ruler.text, whole) | words, count)[1]
    )


def cheapest(ruler: "Ruler", breaks: Breaks, count: int) -> Layout:
    """The layout of exactly `count` lines that costs least; without one, infinity and no stops.

    A dynamic programme over lines: `reached` holds the cheapest way to each end of the line.
    """
    stops, goal = sorted(breaks), len(ruler.text)
    mean = ruler.ends[-1] / count
    reached: dict[int, Layout] = {0: (0.0, (0,))}
    for left in range(count - 1, -1, -1):
        reached = next_line(ruler, reached, breaks, stops if left else [goal], mean)
    return reached.get(goal, (IMPOSSIBLE, ()))


def next_line(ruler: "Ruler", reached: dict[int, Layout], breaks: Breaks, stops: list[int], mean: float) -> dict[int, Layout]:
    """The cheapest way to each of `stops` with one more line than `reached`."""
    further: dict[int, Layout] = {}
    for begin, (cost, path) in reached.items():
        for end in stops[bisect_right(stops, begin) :]:
            width = ruler.width(begin, end)
            if width > ruler.room and not ruler.is_single(begin, end):
                break
            total = cost + breaks.get(end, 0.0) + ((width - mean) / mean) ** 2
            total += AT_ORPHAN * ruler.is_orphan(begin, end)
            if end not in further or total < further[end][0]:
                further[end] = (total, (*path, end))
    return further


class Ruler:
    """A paragraph and the room for its lines; any part is measured by a subtraction."""

    def __init__(self, text: str, room: int, metrics: Metrics, spacing: int) -> None:
        self.text = text
        self.room = room
        self.starts, self.ends = offsets(text, metrics, spacing)

    def width(self, begin: int, end: int) -> int:
        """The width of a line in mem, without the spaces at its end."""
        return self.ends[self.ink_end(end)] - self.starts[begin]

    def is_single(self, begin: int, end: int) -> bool:
        """Whether the line is one character, which no room is too narrow for."""
        return len(self.text[begin:end].strip(SPACES)) == 1

    def is_orphan(self, begin: int, end: int) -> bool:
        """Whether the line is the last of several and has one or two characters."""
        return begin > 0 and end == len(self.text) and end - begin <= ORPHAN

    def lines(self, stops: tuple[int, ...]) -> tuple[str, ...]:
        """The text between each two stops."""
        return tuple(self.text[begin:end].rstrip(SPACES) for begin, end in pairwise(stops))

    def ink_end(self, end: int) -> int:
        """The offset after the last character before `end` that is not a space."""
        while self.text[end - 1] in SPACES:
            end -= 1
        return end
