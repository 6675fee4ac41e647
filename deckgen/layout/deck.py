"""The whole deck in order: cover, each part with its overview and slides, closing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckgen import scene
from deckgen.diagnostics import Findings
from deckgen.figures import Ledger
from deckgen.kinds.objectives import Objectives
from deckgen.kinds.pairs import Pairs
from deckgen.kinds.points import Points
from deckgen.kinds.principles import Principles
from deckgen.kinds.problems import Problems
from deckgen.kinds.section import Section
from deckgen.kinds.statement import Statement
from deckgen.layout.agenda import agenda, listed
from deckgen.layout.continued import continued
from deckgen.layout.cover import closing, cover
from deckgen.layout.masters import design, placeholder_sets
from deckgen.layout.objectives import objectives
from deckgen.layout.page import Deck, Place, Stop
from deckgen.layout.pairs import pairs
from deckgen.layout.principles import principles
from deckgen.layout.problems import problems
from deckgen.layout.section import points, section
from deckgen.layout.statement import statement
from deckgen.layout.typeset import Typesetter
from deckgen.numerals import to_chinese
from deckgen.outline import NO_TEXT, Outline, Part, Run, Slide, Text
from deckgen.theme import Theme

LAYOUTS: dict[type[Slide], Callable[[Any, Deck, Place], scene.Slide]] = {
    Section: section,
    Points: points,
    Statement: statement,
    Objectives: objectives,
    Principles: principles,
    Problems: problems,
    Pairs: pairs,
}


def lay_out(found: Outline, ledger: Ledger, theme: Theme, timestamp: str, findings: Findings) -> scene.Scene:
    """Place everything; what does not fit is noted in `findings` at its line of the outline."""
    deck = begun(found, ledger, theme, findings)
    found = in_slides(found, deck)
    total = slide_count(found)
    slides = [cover(found, deck, Place(1, total))]
    marks = [scene.SectionMark("封面", 1, 1)]
    for part in found.parts:
        first = len(slides) + 1
        slides.extend(part_slides(part, first, total, deck))
        if len(slides) >= first:
            marks.append(scene.SectionMark(part.title.plain, first, len(slides) - first + 1))
    if found.closing:
        slides.append(closing(found.closing, found, deck, Place(total, total)))
        marks.append(scene.SectionMark("结束", total, 1))
    return scene.Scene(
        properties=properties(found, timestamp),
        design=design(theme, deck.placeholders),
        slides=tuple(slides),
        sections=unique_marks(marks),
    )


def begun(found: Outline, ledger: Ledger, theme: Theme, findings: Findings) -> Deck:
    """What all slides of the deck share."""
    typesetter = Typesetter(theme, findings, found.keep)
    sample = any(figure.sample for figure in ledger.figures.values())
    return Deck(theme, ledger, typesetter, findings, placeholder_sets(theme, typesetter), found.title.plain, sample)


def in_slides(found: Outline, deck: Deck) -> Outline:
    """The outline as it is shown, slide by slide: what does not fit one is divided where the author allows it."""
    return continued(found, deck, lay_out_slide) if found.continues else found


def slide_count(found: Outline) -> int:
    return 1 + sum(part.agenda + len(part.slides) for part in found.parts) + (found.closing is not None)


def part_slides(part: Part, first: int, total: int, deck: Deck) -> list[scene.Slide]:
    start = first + part.agenda
    targets = {id(slide): start + i for i, slide in enumerate(part.slides)}
    sections = [slide for slide in part.slides if isinstance(slide, Section) and not slide.continued]
    stops = tuple(Stop(to_chinese(i + 1), slide.title.plain, targets[id(slide)]) for i, slide in enumerate(sections))
    numerals = {stop.slide: stop.numeral for stop in stops}
    numeral, order = "", -1
    slides = []
    if part.agenda:
        links = tuple(targets[id(slide)] for slide in listed(part))
        slides.append(agenda(part, deck, Place(first, total, link_targets=links)))
    for index, slide in enumerate(part.slides):
        number = start + index
        numeral = numerals.get(number, numeral)
        order += not slide.continued
        slides.append(lay_out_slide(slide, deck, Place(number, total, kicker(part, order), numeral, stops)))
    return slides


def lay_out_slide(slide: Slide, deck: Deck, place: Place) -> scene.Slide:
    return LAYOUTS[type(slide)](slide, deck, place)


def kicker(part: Part, index: int) -> Text:
    """四个牢牢把握 · 二, over the slides of a part whose claim counts them."""
    if part.claim is None or any(isinstance(slide, Section) for slide in part.slides):
        return NO_TEXT
    return Text((Run(f"{part.claim.text.strip('“”')} · {to_chinese(index + 1)}"),), part.claim.source)


def properties(found: Outline, timestamp: str) -> scene.Properties:
    return scene.Properties(
        title=found.title.plain,
        author=found.organization.plain or found.presenter.plain or found.title.plain,
        subject=found.subtitle.plain,
        language="zh-CN",
        timestamp=timestamp,
    )


def unique_marks(marks: list[scene.SectionMark]) -> tuple[scene.SectionMark, ...]:
    """Section names are unique, as PowerPoint's accessibility checker wants them."""
    seen: dict[str, int] = {}
    result = []
    for mark in marks:
        seen[mark.title] = seen.get(mark.title, 0) + 1
        count = seen[mark.title]
        result.append(mark if count == 1 else scene.SectionMark(f"{mark.title}（{count}）", mark.first, mark.count))
    return tuple(result)
