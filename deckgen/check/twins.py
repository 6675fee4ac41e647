"""Figures of one ledger that speak of the same thing; what two rules ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deckgen.check.subject import Subject
from deckgen.figures import Figure
from deckgen.kinds.objectives import Objectives

YEAR_IN_NAME = "(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"


def twins(subject: Subject) -> Iterator[tuple[Figure, Figure]]:
    """Each figure that an earlier one shares its label, unit, prefix and time with, after that earlier one.

    What was reached and what is aimed at are two things, and so are two years; which year it is, the figure says by its
    period, a slide of objectives by its own, or the name (gdp_2020).
    """
    aims = aims_of(subject)
    first: dict[tuple[str, ...], Figure] = {}
    for figure in subject.ledger.figures.values():
        time = figure.period or aims.get(figure.name) or next(iter(re.findall(YEAR_IN_NAME, figure.name)), "")
        key = (figure.label, figure.unit, figure.prefix, time)
        if key in first:
            yield first[key], figure
        first.setdefault(key, figure)


def aims_of(subject: Subject) -> Mapping[str, str]:
    """The figures that slides of objectives show, and of which year."""
    slides = (slide for part in subject.outline.parts for slide in part.slides)
    return {use.name: f"aim {slide.year}" for slide in slides if isinstance(slide, Objectives) for use in slide.figures}


def same_value(one: Figure, other: Figure) -> bool:
    """Whether they agree, or at least one of them is not known yet."""
    return one.value is None or other.value is None or one.value == other.value
