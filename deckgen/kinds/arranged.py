"""Points and figures, arranged by how many there are: what sections and slides of points have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Protocol

from msgspec import Struct, structs

from deckgen.blocks.cells import GRIDS, in_pairs
from deckgen.blocks.figure_sets import FigureSet, fit_panel, fit_strip, strip_height
from deckgen.blocks.page import Page
from deckgen.blocks.points import Draft, FittedPoints, PointCards, fit_cards, fit_list, fit_wide_cards, largest_size, report_crowded
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu
from deckgen.kinds.kind import Bodies
from deckgen.names import Name
from deckgen.outline import NO_TEXT, FigureUse, Point

PANEL_GAP = 40
ROWS_MOST = 3  # as many as stand below one another as wide cards
FEW_POINTS = 4  # as many as stand side by side as cards
LIST_BESIDE_PANEL = 5  # more points stand in two columns under a strip of figures
# What an arrangement loses, in points of type: see `worth`.
HALF_FULL, PER_EMPTY = 50, 24  # for each part of a card that is empty beyond a half
NARROW, PER_NARROW = 45, 12  # for each part of its width that is empty where a text fills less than that
BROKEN_LEAD, LEADS_MOST = 1, 4
CUT = 5  # for each text with a line end inside a word, or a 孤字
HOLE = 20  # for a whole grid that nothing stands in
LATER = 0.5  # for each way that a designer would try before
SAME, THIRD = 2, 6  # as on the slide before; as on the two slides before
FAULTY = 1000
LOW_STRIP = 200  # by so much, in hundredths of a point, the points must gain for figures to be set lower


ARRANGEMENTS = {"figures": ("right", "left", "top"), "rules": ("yes", "no")}
LAYOUTS = ("list", "columns", "cards", "rows")  # what an author may choose; `chosen` says what each is
POINT_BODIES = Bodies(name=Name("要点", "Point"), count=8, roles=("lead", "detail"))


class Arrangeable(Protocol):
    """A slide of points with figures."""

    @property
    def points(self) -> tuple[Point, ...]: ...
    @property
    def figures(self) -> tuple[FigureUse, ...]: ...
    @property
    def hero(self) -> FigureUse | None: ...


class Arranged(Struct, frozen=True):
    """One way of placing points and figures, fitted but not yet placed."""

    name: str
    points: FittedPoints
    figures: FigureSet | None = None
    figures_first: bool = False

    @property
    def faulty(self) -> bool:
        """Whether some card does not fit."""
        return bool(self.figures and self.figures.faults.all)

    def worth(self, order: int, before: Sequence[str], motto: bool) -> float:
        """How good it is, in points of type: the size of its text, less what it leaves empty, breaks or repeats of the slides `before`."""
        points = self.points
        loss = max(0, HALF_FULL - round(100 * points.fill)) * PER_EMPTY / 100 + LATER * order
        loss += max(0, NARROW - round(100 * points.breadth)) * PER_NARROW / 100
        loss += BROKEN_LEAD * min(points.broken_leads, LEADS_MOST) + CUT * points.cut
        loss += 0 if motto and isinstance(points, PointCards) else HOLE * points.hole
        loss += repetition(self.name, before)
        return points.size / 100 - loss - (FAULTY if self.faulty else 0)

    def place(self, page: Page) -> None:
        """Where entries come one by one, the figures come with the last."""
        last = len(self.points.points) - 1
        page.entry(last)
        if self.figures_first and self.figures:
            self.figures.place(page)
        self.points.place(page)
        page.entry(last)
        if self.figures and self.figures.panel:
            page.panel(page.names.figure_panel, self.figures.panel, "figure-panel")
        if not self.figures_first and self.figures:
            self.figures.place(page)


def repetition(name: str, before: Sequence[str]) -> int:
    """What it costs to arrange a slide as the one before it, or the two."""
    repeated = [each == name for each in before]
    return (THIRD if repeated == [True, True] else SAME) if repeated[-1:] == [True] else 0


class Candidate(Struct, frozen=True):
    """A way that holds a slide, before its lines are tidied: its type is no larger than `size` then."""

    name: str
    size: int
    settled: Callable[[], Arranged]

    def bound(self, order: int, before: Sequence[str]) -> float:
        """What it is worth at the most."""
        return self.size / 100 - (LATER * order + repetition(self.name, before))


class Shown:
    """The figures of a slide above or beside so many points; a strip of them is measured and fitted once for all arrangements."""

    def __init__(self, page: Page, figures: Sequence[Figure], count: int) -> None:
        self.page = page
        self.figures = figures
        self.count = count
        self.boxes: dict[bool, tuple[Box, Box]] = {}
        self.strips: dict[Box, FigureSet] = {}

    @property
    def gap(self) -> Emu:
        """Between the cards of a strip, as between the cards below it; closer above a long list."""
        return self.page.gap(16 if self.count <= FEW_POINTS else 10)

    def strip_boxes(self, roomy: bool = False) -> tuple[Box, Box]:
        """The strip of figures and what remains below it."""
        if roomy not in self.boxes:
            page = self.page
            height = strip_height(page, self.figures, page.content.width, self.gap, roomy)
            self.boxes[roomy] = page.content.cut_top(height, self.gap if self.count > ROWS_MOST else page.gap(20))
        return self.boxes[roomy]

    def strip(self, roomy: bool) -> FigureSet:
        """The cards in that strip."""
        box = self.strip_boxes(roomy)[0]
        if box not in self.strips:
            self.strips[box] = fit_strip(self.page, self.figures, box, self.gap)
        return self.strips[box]


Arrangement = Callable[[Page, Sequence[Point], Shown], Candidate | None]


def compose(page: Page, slide: Arrangeable) -> str:
    """Place points and figures in the way that is worth most; returns the name of that way.

    Type comes first, then what the cards leave empty, then that no arrangement follows itself where another is as good; of equals
    the one that a designer would try first.
    """
    points, figures = ranked(slide.points), figures_of(page, slide)
    if not points:
        return "empty"
    if len(points) == len(figures) == 1:
        from deckgen.kinds.headline import place_headline

        return place_headline(page, figures[0], points[0].text, points[0].lead)
    shown = Shown(page, figures, len(points))
    best = best_way(page, points, shown)
    if best is None and page.layout:
        page.unfit(*holding(page, points, shown))
        return "overflow"
    if best is None:
        fits = next((count for count in range(len(points) - 1, 0, -1) if fits_somehow(page, points[:count], figures)), 0)
        report_crowded(page, points, shown.strip_boxes()[1] if figures else page.content, fits)
        return "overflow"
    best.place(page)
    return best.name


def best_way(page: Page, points: Sequence[Point], shown: Shown) -> Arranged | None:
    """The way that is worth most, the first of equals. What a way is worth at the most is known before its lines are tidied, and
    before anything is fitted: the most promising one is looked into further until one is worth what the others promise."""
    motto, before = "motto" in page.written, page.position.before
    most = largest_size(page, points) / 100
    ways = [chosen(page.layout, bool(shown.figures))] if page.layout else candidates(page, len(points), len(shown.figures))
    promised = {order: most - LATER * order for order in range(len(ways))}
    held: dict[int, Candidate] = {}
    done: dict[int, Arranged] = {}
    while promised:
        order = max(promised, key=lambda order: promised[order])  # the first of equals
        if order in done:
            return done[order]
        if order in held:
            done[order] = held[order].settled()
            promised[order] = done[order].worth(order, before, motto)
        elif (candidate := ways[order](page, points, shown)) is not None:
            if page.typesetter.rough and not (arranged := candidate.settled()).faulty:
                return arranged
            held[order] = candidate
            promised[order] = candidate.bound(order, before)
        else:
            del promised[order]
    return None


def chosen(layout: str, figures: bool) -> Arrangement:
    """The way that an author calls so, with figures or without."""
    alone = {"list": full_list, "columns": two_column_list, "cards": cards, "rows": wide_cards}
    beside = {"list": list_and_panel, "columns": strip_and_list, "cards": strip_and_cards, "rows": strip_and_rows}
    return (beside if figures else alone)[layout]


def holding(page: Page, points: Sequence[Point], shown: Shown) -> list[str]:
    """The names of the ways that hold the slide."""
    return [name for name in LAYOUTS if chosen(name, bool(shown.figures))(page, points, shown)]


def fits_somehow(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> bool:
    """Whether any way holds so many points, and their figures without fault."""
    shown = Shown(page, figures, len(points))
    ways = (way(page, points, shown) for way in candidates(page, len(points), len(figures)))
    return any(candidate is not None and not candidate.settled().faulty for candidate in ways)


def ranked(points: Sequence[Point]) -> Sequence[Point]:
    """Points of one rank: where some have a sentence alone, one that was taken for a lead because it is short is a sentence too."""
    if not any(point.text and not point.lead for point in points):
        return points
    return [point if point.text else structs.replace(point, text=point.lead, lead=NO_TEXT) for point in points]


def figures_of(page: Page, slide: Arrangeable) -> list[Figure]:
    """The figures to show; one that is named as the hero alone is among them."""
    page.hero = slide.hero.name if slide.hero else ""
    names = list(dict.fromkeys(use.name for use in slide.figures))
    if page.hero and page.hero not in names:
        names.insert(0, page.hero)
    return [page.deck.ledger.figures[name] for name in names]


def candidates(page: Page, count: int, figure_count: int) -> list[Arrangement]:
    if page.lanes(count) > 1:
        return wide_candidates(count, figure_count)
    if not figure_count:
        return [cards, wide_cards, full_list] if count <= ROWS_MOST else [cards, upright_cards, two_column_list, full_list]
    above: list[Arrangement] = [strip_and_cards, strip_and_list]
    if count <= ROWS_MOST:
        above.insert(0, strip_and_rows)
    if page.options["figures"] == "top":
        return [*above, list_and_panel]
    beside: list[Arrangement] = [list_and_panel, *above]
    return beside if count <= LIST_BESIDE_PANEL else [*above, list_and_panel]


def wide_candidates(count: int, figure_count: int) -> list[Arrangement]:
    """On a wide page nothing runs across it: cards, or lists in two columns."""
    if not figure_count:
        return [cards, two_column_list, full_list]
    return [list_and_panel, strip_and_cards, strip_and_list]


def alone(name: str, draft: Draft | None) -> Candidate | None:
    """Points without figures."""
    return Candidate(name, draft.size, lambda: Arranged(name, draft.settled())) if draft else None


def wide_cards(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    return alone("wide-cards", fit_wide_cards(page, points, page.content))


def cards(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    return alone("cards", fit_cards(page, points, page.content))


def upright_cards(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    """The same grid with two cards in a row."""
    rows = in_pairs(len(points))
    return alone("cards-in-pairs", fit_cards(page, points, page.content, rows)) if rows != GRIDS[len(points)] else None


def full_list(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    return alone("list", fit_list(page, points, page.content))


def two_column_list(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    return alone("two-column-list", fit_list(page, points, page.content, columns=2))


def list_and_panel(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    """Numbered points on one side, the figures on a panel on the other."""
    content, gap = page.content, page.gap(PANEL_GAP)
    width = content.width // 2
    if page.options["figures"] == "left":
        panel, text = content.cut_left(width, gap)
    else:
        text, panel = content.cut_left(content.width - width - gap, gap)
    name, draft = "list-and-panel", fit_list(page, points, text)
    return Candidate(name, draft.size, lambda: Arranged(name, draft.settled(), fit_panel(page, shown.figures, panel))) if draft else None


def strip_and_list(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    """Figures across the slide, the points below in two columns (one where there are few)."""
    columns = max(page.lanes(len(points)), 1 if len(points) < 3 else 2)
    return below_strip("strip-and-list", points, shown, lambda rest: fit_list(page, points, rest, columns=columns))


def strip_and_rows(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    """Figures across the slide, two or three points below one another as wide cards."""
    return below_strip("strip-and-rows", points, shown, lambda rest: fit_wide_cards(page, points, rest))


def strip_and_cards(page: Page, points: Sequence[Point], shown: Shown) -> Candidate | None:
    """Figures across the slide, the points below as one row of cards."""
    if len(points) > FEW_POINTS:
        return None
    return below_strip("strip-and-cards", points, shown, lambda rest: fit_cards(page, points, rest, (len(points),)))


def below_strip(name: str, points: Sequence[Point], shown: Shown, fit: Callable[[Box], Draft | None]) -> Candidate | None:
    """The points below a strip that is as high as its figures like, or where that makes them too small, as low as they bear."""
    most = largest_size(shown.page, points)
    draft = cache(lambda roomy: fit(shown.strip_boxes(roomy)[1]))
    sizes = (found.size for roomy in strips(len(points)) if (found := draft(roomy)))
    size = highest(sizes, most)
    if not size:
        return None

    def settled() -> Arranged:
        best: Arranged | None = None
        for roomy in strips(len(points)):
            if best and not best.faulty and best.points.size + LOW_STRIP > most:
                break
            held = draft(roomy)
            fitted = held.settled() if held else None
            if fitted and (best is None or fitted.size >= best.points.size + LOW_STRIP or best.faulty):
                best = Arranged(name, fitted, shown.strip(roomy), figures_first=True)
        assert best is not None  # since it has a size
        return best

    return Candidate(name, size, settled)


def highest(sizes: Iterable[int], most: int) -> int:
    """The largest of them, no further one asked for once one is `most`; 0 of none."""
    largest = 0
    for size in sizes:
        largest = max(largest, size)
        if largest >= most:
            break
    return largest


def strips(count: int) -> tuple[bool, ...]:
    """Whether the strip above so many points is roomy, each that is tried: above a long list it is low."""
    return (True, False) if count <= FEW_POINTS else (False,)
