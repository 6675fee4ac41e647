"""Every kind of slide, in the order in which the docs tell them."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.fields import Field
from deckgen.kinds import (
    chart,
    compare,
    figures,
    framework,
    measures,
    number,
    objectives,
    pairs,
    picture,
    pictures,
    points,
    principles,
    problems,
    quote,
    section,
    statement,
    steps,
    table,
    timeline,
)
from deckgen.kinds.kind import NAME, SLIDE, Kind
from deckgen.outline import Slide

MODULES = (
    *(section, points, statement, objectives, principles, problems, measures, pairs, quote),
    *(table, chart, picture, pictures, number, figures, compare, timeline, steps, framework),
)
KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in MODULES}
BY_VALUE: dict[type[Slide], Kind] = {kind.value: kind for kind in KINDS.values()}

# What may be written for a slide of each kind, and for one whose kind is not known.
WRITTEN: dict[str, dict[str, Field]] = {name: NAME | kind.slide_fields for name, kind in KINDS.items()}
ANY: dict[str, Field] = NAME | SLIDE | {name: field for kind in KINDS.values() for name, field in kind.slide_fields.items()}


def kind_of(slide: Slide) -> Kind:
    return BY_VALUE[type(slide)]


def listed(slides: Iterable[Slide]) -> list[Slide]:
    """The slides that an overview lists and a part's claim counts: those with a numeral, or all where none has one; no hidden ones."""
    slides = [slide for slide in slides if not slide.hidden]
    return [slide for slide in slides if kind_of(slide).numbered] or slides
