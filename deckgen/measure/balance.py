"""Lines of titles and leads: as few as fill() needs, balanced and broken at sense."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise

from deckgen.measure.breaks import AT_WORD, IN_COMPOUND, Breaks, in_compounds, last_resorts, mark_breaks, word_breaks
from deckgen.measure.kinsoku import NOT_AT_END, NOT_AT_START, SPACES, ink_end
from deckgen.measure.widths import SCRIPT_GAP, WIDEST, Metrics, advance, offsets, surely_fits
from deckgen.measure.words import held
from deckgen.measure.wrap import ORPHAN, Spans, fill, paragraphs

AT_ORPHAN = 5.0
MOST_LINES = 24  # no title, lead or sentence of a slide has more
CLAUSE_ENDS = frozenset("，；：。！？、,;:!?")
IMPOSSIBLE = float("inf")

Layout = tuple[float, tuple[int, ...]]  # what it costs, and where its lines begin and end


@lru_cache(maxsize=1024)
def balance(text: str, room: int, metrics: Metrics, spacing: int = 0, keep: tuple[str, ...] = (), most: int = MOST_LINES) -> Spans:
    """Break `text` into as many lines as fill() needs, of even width and broken at sense.

    Breaks stand after marks by preference, else between words; never
    inside a figure with its unit, a date, a short “name” or 《title》, a term of the glossary
    or a phrase of `keep`; never before 的了和与及; the last line has more than two characters
    where possible. One line more than fill() needs comes back only where that is the price;
    where even that does not help, the least harmful of these rules gives way.
    A text that takes more than `most` lines fits nowhere, however it is broken: its lines come back as fill() breaks them.
    Remembered, since a text is tried in several arrangements at the same width.
    """
    if "\n" not in text:
        if surely_fits(text, room, spacing):
            return ((0, ink_end(text, 0, len(text))),)
        return balance_paragraph(text, room, metrics, spacing, keep, most)
    return tuple(
        (start + begin, start + end)
        for start, paragraph in paragraphs(text)
        for begin, end in balance_paragraph(paragraph, room, metrics, spacing, keep, most)
    )


@lru_cache(maxsize=256)
def at_marks(text: str, room: int, metrics: Metrics, spacing: int = 0, keep: tuple[str, ...] = (), most: int = MOST_LINES) -> Spans:
    """Break `text` after marks only, in as many lines as fill() needs or one more.

    Nothing comes back where marks offer no such layout, or only one whose last line is an orphan.
    """
    count = len(fill(text, room, metrics, spacing))
    if count > most:
        return ()
    ruler = Ruler(text, room, metrics, spacing)
    breaks = {at: cost for at, cost in mark_breaks(text, held(text, keep)).items() if text[at - 1] in CLAUSE_ENDS}
    for lines in (count, count + 1):
        cost, stops = cheapest(ruler, breaks, lines)
        if cost < AT_ORPHAN:
            return ruler.lines(stops)
    return ()


def balance_paragraph(text: str, room: int, metrics: Metrics, spacing: int, keep: tuple[str, ...], most: int) -> Spans:
    """The lines of text without "\\n", by the cheapest knowledge that decides."""
    text = text[: ink_end(text, 0, len(text))]
    if advance(text, metrics, spacing) <= room:
        return ((0, len(text)),)
    filled = fill(text, room, metrics, spacing)
    if len(filled) > most:
        return filled
    ruler = Ruler(text, room, metrics, spacing)
    stops = best_stops(ruler, len(filled), held(text, keep))
    lines = ruler.lines(stops) if stops else filled
    return lines if marks_broken(text, lines) <= marks_broken(text, filled) else filled


def marks_broken(text: str, lines: Spans) -> int:
    """How many breaks part a mark from what it belongs to; in a room too narrow for anything else there are some."""
    return sum(
        text[begin:end][-1:] in NOT_AT_END or text[following:last][:1] in NOT_AT_START
        for (begin, end), (following, last) in pairwise(lines)
    )


def best_stops(ruler: "Ruler", count: int, whole: frozenset[int]) -> tuple[int, ...]:
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
        cheapest_of_words(ruler, words, count)
        or cheapest_of_words(ruler, words, count + 1)
        or cheapest(ruler, last_resorts(ruler.text, whole) | words, count)[1]
    )


def cheapest_of_words(ruler: "Ruler", breaks: Breaks, count: int) -> tuple[int, ...]:
    """The same where breaks that cut a compound are dearer; only those that would be taken are asked about, since few cut one."""
    stops = cheapest(ruler, breaks, count)[1]
    while cut := [at for at in in_compounds(ruler.text, stops[1:-1]) if breaks[at] < IN_COMPOUND]:
        breaks = breaks | {at: breaks[at] + IN_COMPOUND for at in cut}
        stops = cheapest(ruler, breaks, count)[1]
    return stops


def cheapest(ruler: "Ruler", breaks: Breaks, count: int) -> Layout:
    """The layout of exactly `count` lines that costs least; without one, infinity and no stops.

    A dynamic programme over lines: `reached` holds the cheapest way to each end of the line. Ends that leave more
    than the lines after them can hold are not tried, so that the work grows with the text and not with its square.
    """
    stops, goal = sorted(breaks), len(ruler.text)
    mean = max(1, ruler.ends[-1]) / count  # characters without width have none
    reached: dict[int, Layout] = {0: (0.0, (0,))}
    for left in range(count - 1, -1, -1):
        reached = next_line(ruler, reached, breaks, stops[ruler.first(stops, left) :] if left else [goal], mean)
    return reached.get(goal, (IMPOSSIBLE, ()))


def next_line(ruler: "Ruler", reached: dict[int, Layout], breaks: Breaks, stops: list[int], mean: float) -> dict[int, Layout]:
    """The cheapest way to each of `stops` with one more line than `reached`."""
    further: dict[int, Layout] = {}
    for begin, (cost, path) in reached.items():
        for at in range(bisect_right(stops, begin), len(stops)):
            end = stops[at]
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
        return self.ends[ink_end(self.text, 0, end)] - self.starts[begin]

    def is_single(self, begin: int, end: int) -> bool:
        """Whether the line is one character, which no room is too narrow for."""
        return len(self.text[begin:end].strip(SPACES)) == 1

    def is_orphan(self, begin: int, end: int) -> bool:
        """Whether the line is the last of several and has one or two characters."""
        return begin > 0 and end == len(self.text) and end - begin <= ORPHAN

    def lines(self, stops: tuple[int, ...]) -> Spans:
        """The ink between each two stops."""
        return tuple((begin, ink_end(self.text, begin, end)) for begin, end in pairwise(stops))

    def first(self, stops: list[int], left: int) -> int:
        """The place in `stops` of the first after which `left` more lines can hold the rest.

        Gaps and spaces that vanish at breaks are allowed for; a room narrower than a character holds one all the same.
        """
        if self.room < WIDEST:
            return 0
        return bisect_left(stops, self.ends[-1] - left * (self.room + SCRIPT_GAP + WIDEST), key=self.starts.__getitem__)
