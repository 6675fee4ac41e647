"""Running text keeps its words whole: which narrower room makes the client's own filling break at the best places.

No break is written into running text, so that it can be edited; the client fills each line as far as it gets. But where its
lines end depends on the room, and an inset of up to 2.5 em at the right is hardly seen.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from deckgen.measure.breaks import AT_SEAM, AT_WORD, IN_NAME, IN_WORD, mark_cost
from deckgen.measure.compounds import cuts_compound
from deckgen.measure.kinsoku import breakable
from deckgen.measure.lexicon import edges_between, stretch_around
from deckgen.measure.widths import Metrics, offsets
from deckgen.measure.words import absolute, held, starts_with_particle, term_offsets
from deckgen.measure.wrap import ORPHAN, Spans, fill

SEEN_INSET = 2_500  # mem; more is seen, and is taken only where a word or a name would be cut
MOST_INSET = 4_000  # and more than this only where a name of NAMES or of the author's own `keep` would be
NARROWEST = 3  # of so many parts of a room the inset takes no more than one

FRAGILE = 150  # mem: a filling that no more rooms give is taken by a client for the next wider one
DRAWN_BACK = frozenset("，、。")
NEAR, CLEAR = 100, 300  # a word that misses a line by so little may fit in a client: the room is made so much narrower at the most

AT_PARTICLE = 1.0  # before 的了和与及 by themselves
AT_ORPHAN = 1_000.0  # a last line of one or two characters
IN_ABSOLUTE = 20_000.0  # in one of NAMES or a phrase of `keep`
WIDEST_ROOM = 1 << 30  # no room is wider
FAULT = 50.0  # what costs so much cuts a word, or leaves a 孤字
GOOD = 0.9  # what costs no more is not worth a search


class Filling(Struct, frozen=True):
    """How a client fills a room, and what its breaks cost."""

    room: int
    lines: Spans
    cost: float

    @property
    def faulty(self) -> bool:
        """Whether a line ends inside a word or a name, or the last one is a 孤字."""
        return self.cost >= FAULT


@lru_cache(maxsize=512)
def best_filling(
    text: str, room: int, metrics: Metrics, spacing: int = 0, keep: tuple[str, ...] = (), more: int = 0, most: int = MOST_INSET
) -> Filling:
    """The filling of least cost in `room` or up to 2.5 em (4 em where that spares a word; never more than `most`) less of it, in as many lines as `room` needs and at most `more`.

    The first that is good enough is taken, so that the room is as wide as may be. Remembered, since a text is asked about when
    it is fitted and when it is placed.
    """
    lines, widest = filled(text, room, metrics, spacing)
    first = Filling(room, lines, filling_cost(text, lines, keep))
    if len(lines) > 1 and fill(text, room + NEAR, metrics, spacing) != lines:
        first = Filling(max((room + widest) // 2, room - min(most, CLEAR)), lines, first.cost)
    if len(lines) > 1 and (limit := drawn_back(text, lines, metrics, spacing)) <= first.room:
        first = settled_below(limit, max(widest, room - most), first)
    if first.cost <= GOOD or "\n" in text:
        return first
    best, wider = first, first.cost
    for narrower, slack, lines in fillings(text, room, metrics, spacing, most):
        if len(lines) > len(first.lines) + more or room - narrower > worth(best):
            break
        cost = filling_cost(text, lines, keep)
        tried = Filling(narrower, lines, max(cost, wider) if slack < FRAGILE else cost)
        if (limit := drawn_back(text, lines, metrics, spacing)) <= narrower:
            tried = settled_below(limit, narrower - slack // 2, tried)
        wider = cost
        if tried.cost < best.cost:
            best = tried
            if tried.cost <= GOOD:
                break
    return best


def drawn_back(text: str, lines: Spans, metrics: Metrics, spacing: int) -> int:
    """The room from which LibreOffice breaks a line one character earlier than any other client: where a line ends with ，、。 before a
    number, and has room for a part of that number, it takes mark and character before it to the next line (容 / 忍，2019)."""
    least = WIDEST_ROOM
    for (begin, _), (at, _) in pairwise(lines):
        if text[at - 1] in DRAWN_BACK and text[at].isascii() and text[at].isalnum():
            starts, ends = offsets(text, metrics, spacing)
            least = min(least, ends[at + 1] - starts[begin])
    return least


def settled_below(limit: int, least: int, filling: Filling) -> Filling:
    """The same lines in a room below `limit`; where they need more than `least`, as dear as a word that is cut."""
    if least < limit:
        return Filling((least + limit) // 2, filling.lines, filling.cost)
    return Filling(filling.room, filling.lines, filling.cost + IN_WORD)


def worth(best: Filling) -> int:
    """How large an inset may be to do better."""
    return (MOST_INSET if best.cost < IN_ABSOLUTE else WIDEST_ROOM) if best.faulty else SEEN_INSET


def fillings(text: str, room: int, metrics: Metrics, spacing: int, most: int) -> Iterator[tuple[int, int, Spans]]:
    """Every other filling of rooms below `room`, down to `most` less, widest first.

    A filling is the same in every room down to its widest line, so the next one is that of a room just too narrow for this line.
    It comes with the room in the middle of those that give it, and how many there are: the clients need not measure as we do to a hair.
    """
    least = room - min(most, room // NARROWEST)
    _, below = filled(text, room, metrics, spacing)
    while below - 1 > least:
        above = below - 1
        lines, below = filled(text, above, metrics, spacing)
        if below > above:  # a word wider than the room: every room splits it elsewhere
            return
        yield max(least, (above + below) // 2), above - below, lines


@lru_cache(maxsize=512)
def filled(text: str, room: int, metrics: Metrics, spacing: int) -> tuple[Spans, int]:
    """The lines of a text in a room, and how wide the widest of them is.

    Remembered, since searches that may take more lines or less room go through the same rooms.
    """
    lines = fill(text, room, metrics, spacing)
    starts, ends = offsets(text, metrics, spacing)
    return lines, max([ends[end] - starts[begin] for begin, end in lines], default=0)


@lru_cache(maxsize=512)
def filling_cost(text: str, lines: Spans, keep: tuple[str, ...]) -> float:
    """What the breaks between lines cost, and a 孤字 at the end."""
    cost = sum([running_cost(text, begin, keep) for _, (begin, _) in pairwise(lines)])
    begin, end = lines[-1]
    return cost + AT_ORPHAN if len(lines) > 1 and end - begin <= ORPHAN else cost


@lru_cache(maxsize=1024)
def running_cost(text: str, at: int, keep: tuple[str, ...]) -> float:
    """What it costs to break running text before `text[at]`: little after marks and words, much inside a word, most inside a name."""
    if not breakable(text, at):
        return IN_WORD
    if at in absolute(text, keep):
        return IN_ABSOLUTE
    if at in held(text, keep):
        return IN_NAME
    at_mark = mark_cost(text, at)
    if at_mark is not None:
        return at_mark
    inside, seams, ends = term_offsets(text)
    if at in seams:
        return AT_SEAM
    if at in inside:
        return IN_NAME
    if at not in ends:
        begin, stretch = stretch_around(text, at)
        if 0 < at - begin < len(stretch) and (at - begin not in edges_between(stretch) or cuts_compound(stretch, at - begin)):
            return IN_WORD
    return AT_PARTICLE if starts_with_particle(text, at) else AT_WORD
