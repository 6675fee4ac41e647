"""From measurements to a markdown table, growth exponents and targets reached or missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from measure import Measurement

Table = Mapping[tuple[str, str], Measurement]  # by tool and case; failed ones are not in it
REPORT, THOUSAND, MOST = "report", "1000", "5000"
# The decks of equal slides, by points and cards; the first is what a slide costs before its shapes do.
# The format takes eight cards too, but then the points have no room for their texts.
DENSE = ((1, 0), (4, 3), (6, 6))


@dataclass(frozen=True, slots=True)
class Target:
    what: str
    limit: float
    unit: str
    measured: float | None  # None: not measured in this run

    def __str__(self) -> str:
        if self.measured is None:
            return f"- not measured: {self.what}, at most {self.limit:g}{self.unit}"
        verdict = "reached" if self.measured <= self.limit else "**missed**"
        return f"- {verdict}: {self.what} {self.measured:.2f}{self.unit}, at most {self.limit:g}{self.unit}"


def as_table(measurements: Sequence[Measurement]) -> Table:
    return {(each.tool, each.case.name): each for each in measurements if not each.failure}


def targets(measurements: Sequence[Measurement]) -> list[Target]:
    table = as_table(measurements)
    small = REPORT if any(each.case.name == REPORT for each in measurements) else "12"
    named = "the report" if small == REPORT else "12 slides"
    return [
        Target(f"time of {named} over pandoc's", 0.8, "", ratio(table, small, "pandoc")),
        Target("time of 1000 slides over PptxGenJS's", 0.5, "", ratio(table, THOUSAND, "pptxgenjs")),
        Target("growth exponent, 1000 to 5000 slides", 1.1, "", slide_exponent(table, "deckgen")),
        Target("growth exponent, shapes of one slide", 1.1, "", shape_exponent(table, "deckgen")),
        Target(f"peak memory of {named}", 30, " MB", peak(table, small)),
        Target("peak memory of 1000 slides", 80, " MB", peak(table, THOUSAND)),
    ]


def ratio(table: Table, case: str, peer: str) -> float | None:
    ours, theirs = table.get(("deckgen", case)), table.get((peer, case))
    return ours.seconds / theirs.seconds if ours and theirs else None


def peak(table: Table, case: str) -> float | None:
    ours = table.get(("deckgen", case))
    return ours.peak_mb if ours else None


def slide_exponent(table: Table, tool: str) -> float | None:
    """e of time ~ slides^e between the two large decks; 1 is linear, 2 quadratic."""
    low, high = table.get((tool, THOUSAND)), table.get((tool, MOST))
    return log(high.seconds / low.seconds) / log(int(MOST) / int(THOUSAND)) if low and high else None


def shape_exponent(table: Table, tool: str) -> float | None:
    """e of the time that shapes add over the barest slide ~ (shapes added)^e.

    The barest deck is taken off, for else what a slide costs without its shapes would hide how they grow.
    None too where the added time drowns in noise.
    """
    bare, some, many = (table.get((tool, dense_name(*shape))) for shape in DENSE)
    if not (bare and some and many):
        return None
    time_some, time_many = some.seconds - bare.seconds, many.seconds - bare.seconds
    shapes_some, shapes_many = some.shapes - bare.shapes, many.shapes - bare.shapes
    if min(time_some, time_many) <= 0 or not 0 < shapes_some < shapes_many:
        return None
    return log(time_many / time_some) / log(shapes_many / shapes_some)


def dense_name(points: int, cards: int) -> str:
    return f"{points} points, {cards} cards"


def markdown(measurements: Sequence[Measurement], heading: str) -> str:
    """The whole result as markdown: where and when, both tables, exponents, targets, failures."""
    slides = [each for each in measurements if not each.case.points]
    dense = [each for each in measurements if each.case.points]
    blocks = [heading, "\n".join(slide_rows(slides))]
    if dense:
        blocks.append("\n".join(shape_rows(dense)))
    blocks.append("\n".join(exponents(measurements)))
    blocks.append("\n".join(["Targets:", "", *map(str, targets(measurements))]))
    blocks.append("\n".join(unequal_work(measurements)))
    failures = [f"{each.tool} on {each.case.name}: {each.failure}" for each in measurements if each.failure]
    if failures:
        blocks.append("Failed:\n\n```\n" + "\n".join(failures) + "\n```")
    return "\n\n".join(block for block in blocks if block)


def unequal_work(measurements: Sequence[Measurement]) -> Iterator[str]:
    """A line for each case whose decks differ in their number of slides: their times cannot be compared."""
    counts: dict[str, set[int]] = {}
    for each in as_table(measurements).values():
        counts.setdefault(each.case.name, set()).add(each.slides)
    for case, found in counts.items():
        if len(found) > 1:
            yield f"- **not the same work**: {case} came out with {' and '.join(map(str, sorted(found)))} slides"


def slide_rows(measurements: Sequence[Measurement]) -> Iterator[str]:
    yield "| deck | tool | slides | wall s | CPU s | peak MB | file kB | runs |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for each in measurements:
        yield f"| {each.case.name} | {each.tool} | {slide_cells(each)} |"


def slide_cells(each: Measurement) -> str:
    if each.failure:
        return "– | failed | – | – | – | 0"
    size = f"{each.bytes / 1000:,.0f}"
    return f"{each.slides} | {each.seconds:.3f} | {each.cpu:.3f} | {each.peak_mb:.0f} | {size} | {len(each.runs)}"


def shape_rows(measurements: Sequence[Measurement]) -> Iterator[str]:
    yield "| each slide holds | tool | shapes a slide | slides | wall s | ms a slide | µs a shape |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for each in measurements:
        if each.failure:
            yield f"| {each.case.name} | {each.tool} | – | – | failed | – | – |"
            continue
        slide_ms = each.seconds / each.slides * 1000
        shape_us = slide_ms / each.shapes * 1000
        cells = f"{each.shapes} | {each.slides} | {each.seconds:.3f} | {slide_ms:.2f} | {shape_us:.0f}"
        yield f"| {each.case.name} | {each.tool} | {cells} |"


def exponents(measurements: Sequence[Measurement]) -> Iterator[str]:
    table = as_table(measurements)
    for tool in dict.fromkeys(each.tool for each in measurements):
        slides, shapes = slide_exponent(table, tool), shape_exponent(table, tool)
        if slides is not None:
            yield f"- {tool} grows with slides^{slides:.2f} from 1000 to 5000"
        if shapes is not None:
            yield f"- {tool} grows with shapes^{shapes:.2f} on one slide"
