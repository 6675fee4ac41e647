"""Points and figures, arranged by how many there are: what sections and slides of points have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct, structs

from deckgen.blocks.cells import GRIDS, cells_of
from deckgen.blocks.figures import CARD_GAP, PANEL_ROWS, FigureCards, fit_figures, strip_rows
from deckgen.blocks.page import Page
from deckgen.blocks.points import PointCards, PointList, WideCards, fit_cards, fit_list, fit_wide_cards, report_crowded
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.kind import Bodies
from deckgen.names import Name
from deckgen.outline import NO_TEXT, FigureUse, Point

PANEL_GAP = 40
PANEL_PADDING = px(16)
ROWS_MOST = 3  # as many as stand below one another as wide cards
FEW_POINTS = 4  # as many as stand side by side as cards
LIST_BESIDE_PANEL = 5  # more points stand in two columns under a strip of figures
# What an arrangement loses, in points of type: see `worth`.
HALF_FULL, PER_EMPTY = 50, 24  # for each part of a card that is empty beyond a half
NARROW, PER_NARROW = 45, 12  # for each part of its width that is empty where a text fills less than that
BROKEN_LEAD, LEADS_MOST = 1, 4
FREE_CELL = 2  # for a cell that nothing stands in
LATER = 0.5  # for each way that a designer would try before
SAME, THIRD = 2, 6  # as on the slide before; as on the two slides before
FAULTY = 1000


ARRANGEMENTS = {"figures": ("right", "left", "top"), "rules": ("yes", "no")}
POINT_BODIES = Bodies(name=Name("要点", "Point"), count=8, roles=("lead", "detail"))


class Arrangeable(Protocol):
    """A slide of points with figures."""

    @property
    def points(self) -> tuple[Point, ...]: ...
    @property
    def figures(self) -> tuple[FigureUse, ...]: ...


class Arranged(Struct, frozen=True):
    """One way of placing points and figures, fitted but not yet placed."""

    name: str
    points: PointList | PointCards | WideCards
    figures: FigureCards | None = None
    panel: Box | None = None
    figures_first: bool = False

    def worth(self, order: int, before: Sequence[str], motto: bool) -> float:
        """How good it is, in points of type: the size of its text, less what it leaves empty, breaks or repeats of the slides `before`."""
        points = self.points
        repeated = [name == self.name for name in before]
        loss = max(0, HALF_FULL - round(100 * points.fill)) * PER_EMPTY / 100 + LATER * order
        loss += max(0, NARROW - round(100 * points.breadth)) * PER_NARROW / 100
        loss += BROKEN_LEAD * min(points.broken_leads, LEADS_MOST) + (FREE_CELL if points.free and not motto else 0)
        loss += (THIRD if repeated == [True, True] else SAME) if repeated[-1:] == [True] else 0
        return points.size / 100 - loss - (FAULTY if self.figures and self.figures.faults.all else 0)

    def place(self, page: Page) -> None:
        if self.figures_first and self.figures:
            self.figures.place(page)
        self.points.place(page)
        if self.panel:
            page.panel(page.names.figure_panel, self.panel, "figure-panel")
        if not self.figures_first and self.figures:
            self.figures.place(page)


Arrangement = Callable[[Page, Sequence[Point], Sequence[Figure]], Arranged | None]


def compose(page: Page, slide: Arrangeable) -> str:
    """Place points and figures in the way that is worth most; returns the name of that way.

    Type comes first, then what the cards leave empty, then that no arrangement follows itself where another is as good; of equals
    the one that a designer would try first.
    """
    points, figures = ranked(slide.points), [page.figure(use) for use in slide.figures]
    if not points:
        return "empty"
    motto = "motto" in page.written
    ways = [way(page, points, figures) for way in candidates(page, len(points), len(figures))]
    found = [(arranged.worth(order, page.position.before, motto), -order, arranged) for order, arranged in enumerate(ways) if arranged]
    if not found:
        report_crowded(page, points, strip_boxes(page, figures, len(points))[1] if figures else page.content)
        return "overflow"
    best = max(found, key=lambda each: each[:2])[2]
    best.place(page)
    return best.name


def ranked(points: Sequence[Point]) -> Sequence[Point]:
    """Points of one rank: where some have a sentence alone, one that was taken for a lead because it is short is a sentence too."""
    if not any(point.text and not point.lead for point in points):
        return points
    return [point if point.text else structs.replace(point, text=point.lead, lead=NO_TEXT) for point in points]


def candidates(page: Page, count: int, figure_count: int) -> list[Arrangement]:
    if not figure_count:
        return [cards, wide_cards, full_list] if count <= ROWS_MOST else [cards, upright_cards, two_column_list, full_list]
    above: list[Arrangement] = [strip_and_cards, strip_and_list]
    if count <= ROWS_MOST:
        above.insert(0, strip_and_rows)
    if page.options["figures"] == "top":
        return [*above, list_and_panel]
    beside: list[Arrangement] = [list_and_panel, *above]
    return beside if count <= LIST_BESIDE_PANEL else [*above, list_and_panel]


def wide_cards(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    fitted = fit_wide_cards(page, points, page.content)
    return Arranged("wide-cards", fitted) if fitted else None


def cards(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    fitted = fit_cards(page, points, page.content)
    return Arranged("cards", fitted) if fitted else None


def upright_cards(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """The same grid with two cards in a row."""
    rows = (2,) * (len(points) // 2) + (1,) * (len(points) % 2)
    fitted = fit_cards(page, points, page.content, rows) if rows != GRIDS[len(points)] else None
    return Arranged("cards-in-pairs", fitted) if fitted else None


def full_list(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    fitted = fit_list(page, points, page.content)
    return Arranged("list", fitted) if fitted else None


def two_column_list(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    fitted = fit_list(page, points, page.content, columns=2)
    return Arranged("two-column-list", fitted) if fitted else None


def list_and_panel(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """Numbered points on one side, the figures on a panel on the other."""
    content, gap = page.content, page.gap(PANEL_GAP)
    width = content.width // 2
    if page.options["figures"] == "left":
        panel, text = content.cut_left(width, gap)
    else:
        text, panel = content.cut_left(content.width - width - gap, gap)
    fitted = fit_list(page, points, text)
    if fitted is None:
        return None
    cells = cells_of(panel.inset(PANEL_PADDING, PANEL_PADDING), PANEL_ROWS[len(figures)], page.gap(CARD_GAP))
    return Arranged("list-and-panel", fitted, fit_figures(page, figures, cells), panel)


def strip_and_list(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """Figures across the slide, the points below in two columns (one where there are few)."""
    strip, rest = strip_boxes(page, figures, len(points))
    return below_strip(page, "strip-and-list", figures, strip, fit_list(page, points, rest, columns=1 if len(points) < 3 else 2))


def strip_and_rows(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """Figures across the slide, two or three points below one another as wide cards."""
    strip, rest = strip_boxes(page, figures, len(points))
    return below_strip(page, "strip-and-rows", figures, strip, fit_wide_cards(page, points, rest))


def strip_and_cards(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """Figures across the slide, the points below as one row of cards."""
    if len(points) > FEW_POINTS:
        return None
    strip, rest = strip_boxes(page, figures, len(points))
    return below_strip(page, "strip-and-cards", figures, strip, fit_cards(page, points, rest, (len(points),)))


def below_strip(
    page: Page, name: str, figures: Sequence[Figure], strip: Box, fitted: PointList | PointCards | WideCards | None
) -> Arranged | None:
    if fitted is None:
        return None
    cells = cells_of(strip, strip_rows(page, figures, strip.width), strip_gap(page, len(fitted.points)))
    return Arranged(name, fitted, fit_figures(page, figures, cells), figures_first=True)


def strip_gap(page: Page, count: int) -> Emu:
    """Between the cards of a strip, as between the cards below it; closer above a long list."""
    return page.gap(16 if count <= FEW_POINTS else 10)


def strip_boxes(page: Page, figures: Sequence[Figure], count: int) -> tuple[Box, Box]:
    """The strip of figures and what remains below it; lower the more there is to hold."""
    with_change = any(figure.change for figure in figures)
    if len(strip_rows(page, figures, page.content.width)) == 2:
        row = 118 if with_change else 96
        return page.content.cut_top(2 * px(row) + strip_gap(page, count), strip_gap(page, count))
    return page.content.cut_top(px(144 if with_change else 116), page.gap(16 if count > FEW_POINTS else 20))
