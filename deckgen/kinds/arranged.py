"""Points and figures, arranged by how many there are: what sections and slides of points have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from deckgen.blocks.figure_sets import FigureSet, fit_panel, fit_strip, strip_height
from deckgen.blocks.page import Page
from deckgen.blocks.points import PointCards, PointList, WideCards, fit_cards, fit_list, fit_wide_cards, report_crowded
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.kind import Bodies
from deckgen.names import Name
from deckgen.outline import FigureUse, Point

PANEL_GAP = 40
ROWS_MOST = 3  # as many as stand below one another as wide cards
FEW_POINTS = 4  # as many as stand side by side as cards
LIST_BESIDE_PANEL = 5  # more points stand in two columns under a strip of figures
GOOD_STEP = 1  # so many steps below the largest type nobody looks for another arrangement
FAULTY = 100  # steps that a faulty way of placing counts for: it is worse than any other


ARRANGEMENTS = {"figures": ("right", "left", "top"), "rules": ("yes", "no")}
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
    points: PointList | PointCards | WideCards
    figures: FigureSet | None = None
    figures_first: bool = False

    @property
    def badness(self) -> int:
        """The step of its type; a way whose cards do not fit is worse than any that do."""
        return self.points.step + (FAULTY if self.figures and self.figures.faults.all else 0)

    def place(self, page: Page) -> None:
        if self.figures_first and self.figures:
            self.figures.place(page)
        self.points.place(page)
        if self.figures and self.figures.panel:
            page.panel(page.names.figure_panel, self.figures.panel, "figure-panel")
        if not self.figures_first and self.figures:
            self.figures.place(page)


Arrangement = Callable[[Page, Sequence[Point], Sequence[Figure]], Arranged | None]


def compose(page: Page, slide: Arrangeable) -> str:
    """Place points and figures the first way that leaves the type large; returns the name of that way.

    The ways are tried in the order a designer would; the first that fits within one step of the largest type wins,
    else the one that keeps the type largest.
    """
    points, figures = slide.points, figures_of(page, slide)
    if not points:
        return "empty"
    if len(points) == len(figures) == 1:
        from deckgen.kinds.headline import place_headline

        return place_headline(page, figures[0], points[0].text, points[0].lead)
    best: Arranged | None = None
    for way in candidates(page, len(points), len(figures)):
        arranged = way(page, points, figures)
        if arranged and (best is None or arranged.badness < best.badness):
            best = arranged
        if arranged and arranged.badness <= GOOD_STEP:
            break
    if best is None:
        report_crowded(page, points, strip_boxes(page, figures, len(points))[1] if figures else page.content)
        return "overflow"
    best.place(page)
    return best.name


def figures_of(page: Page, slide: Arrangeable) -> list[Figure]:
    """The figures to show; one that is named as the hero alone is among them."""
    page.hero = slide.hero.name if slide.hero else ""
    names = list(dict.fromkeys(use.name for use in slide.figures))
    if page.hero and page.hero not in names:
        names.insert(0, page.hero)
    return [page.deck.ledger.figures[name] for name in names]


def candidates(page: Page, count: int, figure_count: int) -> list[Arrangement]:
    if not figure_count:
        return [wide_cards, cards, full_list] if count <= ROWS_MOST else [cards, two_column_list, full_list]
    above: list[Arrangement] = [strip_and_cards, strip_and_list]
    if count <= ROWS_MOST:
        above.insert(0, strip_and_rows)
    if page.options["figures"] == "top":
        return [*above, list_and_panel]
    return [list_and_panel, strip_and_list] if count <= LIST_BESIDE_PANEL else [strip_and_list, list_and_panel]


def wide_cards(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    fitted = fit_wide_cards(page, points, page.content)
    return Arranged("wide-cards", fitted) if fitted else None


def cards(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    fitted = fit_cards(page, points, page.content.inset(0, px(8)))
    return Arranged("cards", fitted) if fitted else None


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
    return Arranged("list-and-panel", fitted, fit_panel(page, figures, panel))


def strip_and_list(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """Figures across the slide, the points below in two columns (one where there are few)."""
    columns = 1 if len(points) < 3 else 2
    return below_strip(page, "strip-and-list", points, figures, lambda rest: fit_list(page, points, rest, columns=columns))


def strip_and_rows(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """Figures across the slide, two or three points below one another as wide cards."""
    return below_strip(page, "strip-and-rows", points, figures, lambda rest: fit_wide_cards(page, points, rest))


def strip_and_cards(page: Page, points: Sequence[Point], figures: Sequence[Figure]) -> Arranged | None:
    """Figures across the slide, the points below as one row of cards."""
    if len(points) > FEW_POINTS:
        return None
    return below_strip(page, "strip-and-cards", points, figures, lambda rest: fit_cards(page, points, rest, (len(points),)))


FittedPoints = PointList | PointCards | WideCards


def below_strip(
    page: Page, name: str, points: Sequence[Point], figures: Sequence[Figure], fit: Callable[[Box], FittedPoints | None]
) -> Arranged | None:
    """The points below a strip that is as high as its figures like, or where that makes them too small, as low as they bear."""
    best: Arranged | None = None
    for roomy in (True, False) if len(points) <= FEW_POINTS else (False,):
        strip, rest = strip_boxes(page, figures, len(points), roomy)
        fitted = fit(rest)
        if fitted and (best is None or fitted.step < best.points.step):
            best = Arranged(name, fitted, fit_strip(page, figures, strip, strip_gap(page, len(points))), figures_first=True)
        if best and best.badness <= GOOD_STEP:
            break
    return best


def strip_gap(page: Page, count: int) -> Emu:
    """Between the cards of a strip, as between the cards below it; closer above a long list."""
    return page.gap(16 if count <= FEW_POINTS else 10)


def strip_boxes(page: Page, figures: Sequence[Figure], count: int, roomy: bool = False) -> tuple[Box, Box]:
    """The strip of figures and what remains below it."""
    gap = strip_gap(page, count)
    height = strip_height(page, figures, page.content.width, gap, roomy)
    return page.content.cut_top(height, gap if count > ROWS_MOST else page.gap(20))
