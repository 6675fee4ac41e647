"""Where a title may be broken, and what each break costs."""

from collections.abc import Iterable
from functools import lru_cache

from deckgen.measure.compounds import cuts_compound
from deckgen.measure.kinsoku import SPACES, after_hyphen, breakable, is_latin, keeps_marks
from deckgen.measure.lexicon import edges_between, stretch_around
from deckgen.measure.words import starts_with_particle, term_offsets, word_edges

# An uneven line costs the square of its distance from the mean line, as a part of the mean, so
# 0.3 at a word edge lets a mark win as long as two lines are no worse than 70 : 30.
AT_WORD = 0.3
AFTER_MARK = {**dict.fromkeys("，；：。！？,;:!?—", 0.0), **dict.fromkeys("、…", 0.05)}
AT_SPACE = 0.05
AT_NAME = 0.2
AT_HYPHEN = 0.3
AT_SEAM = 0.5
# Added where a line ends with a word that opens a phrase, or starts with one that closes it.
ASTRAY = 0.2
OPENERS = frozenset("以在把对为向从将被是由让使不最更比和与及全各每新再")
CLOSERS = frozenset("区性化者们中上下里内外等着过地得之后前时以")

# Breaks of the last resort, when nothing else brings the text into its lines.
BEFORE_PARTICLE = 100.0
IN_COMPOUND = 3.0  # more than any unevenness, less than a last line of one or two characters
IN_TERM = 150.0  # between two words of it
IN_WORD = 200.0
IN_NAME_AT_MARK = 150.0
IN_NAME = 2_000.0
IN_LATIN = 20_000.0
AT_WRONG_SIDE = 200_000.0  # of a mark: 避头尾

Breaks = dict[int, float]  # offset of the first character of the next line, to cost


@lru_cache(maxsize=256)
def mark_breaks(text: str, whole: frozenset[int]) -> Breaks:
    """The breaks that marks and spaces alone offer, outside what is `whole`."""
    return {at: cost for at in allowed(text, whole) if (cost := mark_cost(text, at)) is not None}


@lru_cache(maxsize=256)
def word_breaks(text: str, whole: frozenset[int]) -> Breaks:
    """The breaks between words and at the seams of long terms, outside what is `whole`."""
    inside, seams, ends = term_offsets(text)
    edges = word_edges(text)
    breaks = {
        at: AT_WORD + astray(text, at, edges) for at in allowed(text, whole | inside) if at in edges or at in ends or text[at - 1] in SPACES
    }
    return breaks | dict.fromkeys(seams - whole, AT_SEAM)


def in_compounds(text: str, stops: Iterable[int]) -> list[int]:
    """Those of the breaks between two words that would cut a longer one that they make, or one that the dictionary lacks (征迁); none at
    the end of a term of the glossary."""
    ends = term_offsets(text)[2]
    found = []
    for at in stops:
        begin, stretch = stretch_around(text, at)
        inside = at not in ends and 0 < at - begin < len(stretch)
        if inside and (at - begin not in edges_between(stretch) or cuts_compound(stretch, at - begin)):
            found.append(at)
    return found


def last_resorts(text: str, whole: frozenset[int]) -> Breaks:
    """Every offset, the dearer the more sense or rule a break there destroys."""
    terms = term_offsets(text)[0]
    between = terms & word_edges(text) - whole
    return {at: IN_TERM if at in between else last_resort(text, at, whole | terms) for at in line_starts(text)}


def line_starts(text: str) -> list[int]:
    """The offsets at which a line after the first may begin: on ink, with ink before it."""
    first = len(text) - len(text.lstrip(SPACES))
    return [at for at in range(first + 1, len(text)) if text[at] not in SPACES]


def allowed(text: str, whole: frozenset[int]) -> list[int]:
    """The line starts that keep 避头尾, Latin words and what is `whole`, without 的了和与及."""
    return [
        at
        for at in line_starts(text)
        if at not in whole and (breakable(text, at) or after_hyphen(text, at)) and not starts_with_particle(text, at)
    ]


def mark_cost(text: str, at: int) -> float | None:
    """What a break costs by the mark before it, or by the space or the name there."""
    before = text[:at].rstrip(SPACES)[-1]
    if before in AFTER_MARK:
        return AFTER_MARK[before]
    if after_hyphen(text, at):
        return AT_HYPHEN
    if text[at - 1] in SPACES and not (is_latin(before) and is_latin(text[at])):
        return AT_SPACE
    return AT_NAME if before in "”》）」】%％" or text[at] in "“《「【" else None


def astray(text: str, at: int, edges: set[int]) -> float:
    """The surcharge for a word of one character that is parted from its phrase.

    The first character after a mark is parted from it as well: ，占 / 全市比重.
    """
    alone = at - 1 in edges or at == 1
    opener = alone and (text[at - 1] in OPENERS or text[at - 2 : at - 1] in AFTER_MARK)
    closer = text[at] in CLOSERS and at + 1 in edges
    return ASTRAY * (opener + closer)


def last_resort(text: str, at: int, whole: frozenset[int]) -> float:
    """What it costs to break where no sense allows it."""
    if not breakable(text, at):
        return IN_LATIN if keeps_marks(text[at - 1], text[at]) else AT_WRONG_SIDE
    if at in whole:
        return IN_NAME if mark_cost(text, at) is None else IN_NAME_AT_MARK
    return BEFORE_PARTICLE if starts_with_particle(text, at) else IN_WORD
