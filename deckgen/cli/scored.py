"""A score in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from deckgen import __version__
from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding, Span
from deckgen.form.table import cells
from deckgen.messages import countable, place, quoted, say_in, words
from deckgen.score.values import Cost, Measure
from deckgen.scoring import Scored

SHOWN = 3  # costs of a measure that are named where not all are asked for
# (what it is called, what was measured)
SAID = {
    "editability": ("score/editability", "score/editability-facts"),
    "fit": ("score/fit", "score/fit-facts"),
    "legibility": ("score/legibility", "score/legibility-facts"),
    "order": ("score/order", "score/order-facts"),
    "density": ("score/density", "score/density-facts"),
    "rhythm": ("score/rhythm", "score/rhythm-facts"),
    "access": ("score/access", "score/access-facts"),
}
NAME_WIDTH = 14  # cells of a terminal


def as_text(scored: list[Scored], whole: bool, least: float) -> Iterator[str]:
    """Of one deck each measure with what cost it; of two the values side by side, then what cost the first."""
    first = scored[0]
    for one in scored:
        yield heading(one)
    for column, measure in enumerate(first.score.measures):
        values = "".join(f"{points(one.score.measures[column]):>6}" for one in scored)
        low = say("score/under", least=f"{least:g}") if measure.points is not None and measure.points < least else ""
        yield f"{padded(say(SAID[measure.name][0]), NAME_WIDTH)}{values}   {summary(measure, language())}{low}"
        shown = measure.costs if whole else measure.costs[:SHOWN]
        yield from (f"  {told(cost, first)}" for cost in shown)
        if len(measure.costs) > len(shown):
            yield "  " + say("score/more", more=len(measure.costs) - len(shown))


def heading(one: Scored) -> str:
    """`报告.pptx：16 页，可编辑性 L4（L3 15 页，L4 1 页）`."""
    held = [(level, count) for level, count in enumerate(one.score.levels) if count]
    spread = say("word/comma").join(say("score/at-level", level=level, slides=count) for level, count in held)
    return say("score/heading", file=one.path, slides=one.score.slides, level=one.score.level, spread=spread)


def points(measure: Measure) -> str:
    """Whole points, rounded down: 100 is only said of what lost nothing."""
    return "–" if measure.points is None else str(int(measure.points))


def summary(measure: Measure, lang: str) -> str:
    return say_in(lang, "score/nothing-to-judge") if measure.points is None else say_in(lang, SAID[measure.name][1], **measure.facts)


def told(cost: Cost, one: Scored) -> str:
    where = place(one.place(cost), language()) if cost.slide else ""
    said = message(cost, language())
    return f"{where}: {said}" if where else said


def message(cost: Cost, lang: str) -> str:
    """What was lost; a rule of `check` says it in its own words."""
    if cost.id.startswith("score/"):
        return say_in(lang, cost.id, **{name: countable(quoted(value)) for name, value in cost.facts.items()})
    return words(Finding(Span(""), cost.id, cost.facts), lang)[0]


def padded(text: str, width: int) -> str:
    """At least a space behind it."""
    return text + " " * max(1, width - cells(text))


def as_json(scored: list[Scored], least: float) -> str:
    decks = [entry(one) for one in scored]
    return json.dumps({"version": __version__, "min": least, "decks": decks}, ensure_ascii=False, indent=2)


def as_panel(one: Scored, lang: str) -> bytes:
    """JSON for the live page: the level, and each measure in words with the first of its costs by slide."""
    measures = [
        {
            "name": say_in(lang, SAID[measure.name][0]),
            "points": None if measure.points is None else int(measure.points),
            "says": summary(measure, lang),
            "costs": [{"slide": cost.slide, "message": message(cost, lang)} for cost in measure.costs[:SHOWN]],
        }
        for measure in one.score.measures
    ]
    return json.dumps({"level": one.score.level, "measures": measures}, ensure_ascii=False).encode()


def entry(one: Scored) -> dict[str, Any]:
    score = one.score
    measures = {
        measure.name: {
            "points": None if measure.points is None else round(measure.points, 1),
            "facts": measure.facts,
            "costs": [cost_entry(cost, one) for cost in measure.costs],
        }
        for measure in score.measures
    }
    return {"file": one.path, "slides": score.slides, "level": score.level, "levels": list(score.levels), "measures": measures}


def cost_entry(cost: Cost, one: Scored) -> dict[str, Any]:
    """Places that are not known are left out."""
    span = one.place(cost)
    where = {"slide": cost.slide, "shape": cost.shape, "line": span.line, "column": span.column}
    return {"what": cost.id, **{name: value for name, value in where.items() if value}, "message": message(cost, language())}
