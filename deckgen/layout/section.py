"""Section slides and plain points: the title block, and points and figures arranged by how many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from deckgen import outline, scene
from deckgen.diagnostics import Finding
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.points import Points
from deckgen.kinds.section import Section
from deckgen.layout.figures import cells_of, panel_grid, place_figures, strip_grid
from deckgen.layout.frame import claim_words, claimed_title, navigation, opened, progress
from deckgen.layout.page import Deck, Page, Place
from deckgen.layout.points import place_cards, place_list, place_wide_cards, report_crowded
from deckgen.outline import Run, Text

PANEL_WIDTH = px(512)
PANEL_GAP = px(40)
PANEL_PADDING = px(16)
ROWS_MOST = 3  # as many as stand below one another as wide cards
FEW_POINTS = 4  # as many as stand side by side as cards
GOOD_STEP = 1  # so many steps below the largest type nobody looks for another arrangement


def section(slide: Section, deck: Deck, place: Place) -> scene.Slide:
    """A numbered section: numeral, title, motto, navigation, then its points and figures."""
    page = opened("section", slide, deck, place)
    page.put("title", claimed_title(slide), max_lines=2, beside="" if slide.motto else "motto")
    page.put("numeral", Text((Run(place.numeral),), slide.source))
    page.put("motto", slide.motto, max_lines=1)
    navigation(page)
    progress(page)
    arrangement = arrange(page, slide.points, [page.figure(use) for use in slide.figures])
    return page.finish(slide.title, arrangement, slide.notes, claim_words(slide))


def points(slide: Points, deck: Deck, place: Place) -> scene.Slide:
    """The same without numeral and navigation."""
    page = opened("points", slide, deck, place)
    page.put("title", claimed_title(slide), max_lines=1, beside="" if slide.motto else "motto")
    page.put("kicker", slide.kicker or place.kicker, max_lines=1)
    page.put("motto", slide.motto, max_lines=1)
    progress(page)
    arrangement = arrange(page, slide.points, [page.figure(use) for use in slide.figures])
    return page.finish(slide.title, arrangement, slide.notes, claim_words(slide))


class Tried(Struct, frozen=True):
    """One way of arranging, carried out beside the page."""

    step: int
    name: str
    items: tuple[scene.Item, ...]
    findings: tuple[Finding, ...]


Arrangement = Callable[[Page, Sequence[outline.Point], list[Figure]], int | None]


def arrange(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> str:
    """Place points and figures the first way that leaves the type large; returns the name of that way.

    The ways are tried in the order a designer would; the first that fits within one step of the largest type wins,
    else the one that keeps the type largest. Nothing is placed by a way that is not taken.
    """
    if not found:
        return "empty"
    best: Tried | None = None
    for name, way in candidates(page, len(found), len(figures)):
        tried = attempt(page, name, way, found, figures)
        if tried and (best is None or tried.step < best.step):
            best = tried
        if tried and tried.step <= GOOD_STEP:
            break
    if best is None:
        report_crowded(page, found, strip_boxes(page, figures, len(found))[1] if figures else page.content)
        return "overflow"
    page.items.extend(best.items)
    page.deck.findings.all.extend(best.findings)
    return best.name


def attempt(page: Page, name: str, way: Arrangement, found: Sequence[outline.Point], figures: list[Figure]) -> Tried | None:
    """What one way would place and note; the page is left as it was."""
    items, page.items = page.items, []
    noted = len(page.deck.findings.all)
    step = way(page, found, figures)
    items, page.items = page.items, items
    findings = page.deck.findings.all[noted:]
    del page.deck.findings.all[noted:]
    if step is None:
        return None
    # A way whose cards do not fit is worse than any that do.
    return Tried(step + (100 if findings else 0), name, tuple(items), tuple(findings))


def candidates(page: Page, count: int, figure_count: int) -> list[tuple[str, Arrangement]]:
    if not figure_count:
        if count <= ROWS_MOST:
            return [("wide-cards", wide_cards), ("cards", cards), ("list", full_list)]
        return [("cards", cards), ("two-column-list", two_column_list), ("list", full_list)]
    side: list[tuple[str, Arrangement]] = [("list-and-panel", list_and_panel)]
    strip: list[tuple[str, Arrangement]] = [("strip-and-list", strip_and_list)]
    above: list[tuple[str, Arrangement]] = [("strip-and-cards", strip_and_cards), *strip]
    if count <= ROWS_MOST:
        above.insert(0, ("strip-and-rows", strip_and_rows))
    if page.options["figures"] == "top":
        return [*above, *side]
    return [*side, *strip] if count <= 5 else [*strip, *side]


def wide_cards(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    return place_wide_cards(page, found, page.content)


def cards(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    return place_cards(page, found, page.content.inset(0, px(8)))


def full_list(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    return place_list(page, found, page.content)


def two_column_list(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    return place_list(page, found, page.content, columns=2)


def list_and_panel(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    """Numbered points on one side, the figures on a panel on the other."""
    content = page.content
    left = page.options["figures"] == "left"
    if left:
        panel, text = content.cut_left(PANEL_WIDTH, PANEL_GAP)
    else:
        text, panel = content.cut_left(content.width - PANEL_WIDTH - PANEL_GAP, PANEL_GAP)
    step = place_list(page, found, text)
    if step is not None:
        page.panel("指标面板", panel, "figure-panel")
        place_figures(page, figures, cells_of(panel.inset(PANEL_PADDING, PANEL_PADDING), panel_grid(len(figures))))
    return step


def strip_and_list(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    """Figures across the slide, the points below in two columns (one where there are few)."""
    return below_strip(page, figures, len(found), lambda box: place_list(page, found, box, columns=1 if len(found) < 3 else 2))


def strip_and_rows(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    """Figures across the slide, two or three points below one another as wide cards."""
    return below_strip(page, figures, len(found), lambda box: place_wide_cards(page, found, box))


def strip_and_cards(page: Page, found: Sequence[outline.Point], figures: list[Figure]) -> int | None:
    """Figures across the slide, the points below as one row of cards."""
    if len(found) > FEW_POINTS:
        return None
    return below_strip(page, figures, len(found), lambda box: place_cards(page, found, box, (len(found),)))


def below_strip(page: Page, figures: list[Figure], count: int, place: Callable[[Box], int | None]) -> int | None:
    strip, rest = strip_boxes(page, figures, count)
    place_figures(page, figures, cells_of(strip, strip_grid(page, figures, strip.width), strip_gap(count)))
    return place(rest)


def strip_gap(count: int) -> Emu:
    """Between the cards of a strip, as between the cards below it; closer above a long list."""
    return px(16) if count <= FEW_POINTS else px(10)


def strip_boxes(page: Page, figures: list[Figure], count: int) -> tuple[Box, Box]:
    """The strip of figures and what remains below it; lower the more there is to hold."""
    with_change = any(figure.change for figure in figures)
    if len(strip_grid(page, figures, page.content.width)) == 2:
        row = (106 if with_change else 92) if count <= ROWS_MOST else (94 if with_change else 78)
        return page.content.cut_top(2 * px(row) + strip_gap(count), strip_gap(count))
    if count > FEW_POINTS:
        return page.content.cut_top(px(108 if with_change else 84), px(16))
    return page.content.cut_top(px(132 if with_change else 112), px(20))
