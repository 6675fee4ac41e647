"""Whether a person can go on working with the deck: six levels, each of which wants the ones before.

L1 text that can be selected · L2 paragraphs in frames, shapes that are shapes · L3 layouts with their placeholders ·
L4 a native chart or table with its data · L5 a transition, an animation or media.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.values import OBJECTS, FinishedSlide
from deckgen.score.values import Cost, Measure, cost, measured

NAME = "editability"
WORTH = (0.0, 20.0, 45.0, 70.0, 90.0, 100.0)
LAYOUTS, DATA, MOVES = 3, 4, 5
LOOSE = 20.0  # points that a deck loses whose text all stands outside of placeholders
MANY = 6  # frames of one line each, and no placeholder: a text that came from a PDF, line by line


class Editable(Struct, frozen=True):
    """Where a slide stands, and why no higher."""

    level: int
    reason: str = ""  # an id of words


Judged = list[tuple[FinishedSlide, Editable]]


def judged_slides(deck: FinishedDeck) -> Judged:
    """Each slide that could be read and has anything on it, and what its gates say: asked once a deck, for all that follows."""
    return [(slide, editable(slide, deck)) for slide in deck.slides if slide.readable and slide.shapes]


def measure(deck: FinishedDeck, judged: Judged) -> Measure:
    """The level of the worst slide counts, less what stands outside of placeholders."""
    outside, all_text = loose_characters(deck)
    share = outside / all_text if all_text else 0.0
    level = deck_level(deck, judged)
    costs: list[Cost] = [cost(at.reason, slide.number, weight=LAYOUTS - at.level) for slide, at in judged if at.reason]
    if level == LAYOUTS:
        costs.append(cost("score/no-native-data", weight=0.5))
    points = (WORTH[level] - LOOSE * share) if judged else None
    return measured(NAME, points, costs, level=level, outside=round(100 * share))


def deck_level(deck: FinishedDeck, judged: Judged) -> int:
    """Of the whole deck: the first gate that some slide, or the deck, does not pass ends it."""
    lowest = min((at.level for _, at in judged), default=0)
    if lowest < LAYOUTS:
        return lowest
    if not any(has_data(slide, deck) for slide in deck.slides):
        return LAYOUTS
    return MOVES if any(moves(slide) for slide in deck.slides) else DATA


def slide_levels(deck: FinishedDeck, judged: Judged) -> tuple[int, ...]:
    """How many slides stand at each level by what they hold themselves."""
    counts = [0] * len(WORTH)
    for slide, at in judged:
        level = at.level
        if level == LAYOUTS and has_data(slide, deck):
            level = MOVES if moves(slide) else DATA
        counts[level] += 1
    return tuple(counts)


def editable(slide: FinishedSlide, deck: FinishedDeck) -> Editable:
    """The first three gates, which every slide has to pass."""
    said = [shape for shape in slide.shapes if shape.plain and not shape.is_footer and not shape.unseen]
    frames = [shape.text for shape in said if shape.text]
    placed = any(shape.placeholder for shape in said)
    tables = [shape for shape in slide.shapes if shape.table and any(cell.text and cell.text.plain for cell in shape.table.cells)]
    if not frames and not tables and not any(shape.kind == "diagram" for shape in slide.shapes):
        return Editable(0, "score/picture-slide") if any(shape.kind in OBJECTS for shape in slide.shapes) else Editable(LAYOUTS)
    if len(frames) >= MANY and not tables and not placed and all(len(text.lines) < 2 and len(text.paragraphs) < 2 for text in frames):
        return Editable(1, "score/line-by-line")
    if not deck.package.of(slide.part).target("slideLayout") or not placed:
        return Editable(2, "score/no-placeholder")
    return Editable(LAYOUTS)


def has_data(slide: FinishedSlide, deck: FinishedDeck) -> bool:
    """Whether the slide has a native table, or a chart that carries its numbers."""
    return any(shape.table is not None or is_chart_with_data(shape.part, deck) for shape in slide.shapes)


def is_chart_with_data(part: str, deck: FinishedDeck) -> bool:
    facts = deck.facts.get(part)
    return facts is not None and facts.chart is not None and bool(facts.chart.workbook)


def moves(slide: FinishedSlide) -> bool:
    return slide.moves or any(shape.kind == "media" for shape in slide.shapes)


def loose_characters(deck: FinishedDeck) -> tuple[int, int]:
    """(characters outside of placeholders, all); what a table, a chart or SmartArt holds is held as well as in a placeholder."""
    outside = all_text = 0
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.unseen or shape.is_footer or shape.decorative or not shape.plain:
                continue
            count = len("".join(shape.plain.split()))
            all_text += count
            held = shape.placeholder or (shape.parent >= 0 and slide.shapes[shape.parent].kind == "diagram")
            outside += 0 if held else count
    return outside, all_text
