"""Which figures each slide shows or has in its notes: cover, overviews, slides, closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from deckgen.check.subject import Subject
from deckgen.diagnostics import Fact, Span, listed, term
from deckgen.figures import Figure
from deckgen.outline import Outline, figures_in

MOST_NAMED = 12  # an imported slide can have thirty in its notes


def showing(subject: Subject, asked: Callable[[Figure], bool]) -> Iterator[tuple[Span, str, list[Figure]]]:
    """Place and title of every slide with the figures on it that are asked for, each once."""
    wanted = {name: figure for name, figure in subject.ledger.figures.items() if asked(figure)}
    if not wanted:
        return
    for span, title, content in slides_of(subject.outline):
        names = dict.fromkeys(chain.from_iterable(figures_in(value) for value in content))
        found = [wanted[name] for name in names if name in wanted]
        if found:
            yield span, title, found


def slides_of(outline: Outline) -> Iterator[tuple[Span, str, tuple[object, ...]]]:
    """Place, title and content of everything that is a slide."""
    cover = (outline.title, outline.kicker, outline.subtitle, outline.organization, outline.presenter, outline.date, outline.notes)
    yield outline.title.source, outline.title.plain, cover
    for part in outline.parts:
        yield part.source, part.title.plain, (part.title, part.motto, part.notes)
        for slide in part.slides:
            yield slide.source, slide.title.plain, (slide,)
    if outline.closing:
        yield outline.closing.source, outline.closing.title.plain, (outline.closing,)


def named(figures: Sequence[Figure], entry: Callable[[Figure], Fact]) -> Fact:
    """What `entry` makes of the first of them, and how many more there are."""
    more = len(figures) - MOST_NAMED
    return listed([*map(entry, figures[:MOST_NAMED]), *([term("content/more", count=more)] if more > 0 else [])])
