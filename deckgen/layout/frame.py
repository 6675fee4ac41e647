"""What frames a slide's content: progress along the footer rule, and the navigation of sections."""

from __future__ import annotations

from deckgen import outline
from deckgen.geometry import Box, px
from deckgen.layout.page import Deck, Page, Place, joined
from deckgen.layout.typeset import Fall, one_line
from deckgen.outline import Run, Text
from deckgen.scene import ShapeBox

DOT = px(26)
DOT_PITCH = px(34)
MOST_STOPS = 16  # more would be too small to read or to hit


def progress(page: Page) -> None:
    """The part of the footer rule that is behind us."""
    if page.spec.hides_master:
        return
    width = px(1152) * page.place.number // page.place.total
    page.add(ShapeBox(name="进度", box=Box(px(64), px(666), width, px(3)), fill=page.surface("progress").fill))


def claim_words(slide: outline.Slide) -> str:
    return f"：{slide.claim.text}" if slide.claim else ""


def claimed_title(slide: outline.Slide) -> Text:
    """The title with its claim in the accent colour: 牢牢把握基本原则：六个“必须”."""
    if slide.claim is None:
        return slide.title
    return joined(slide.title, Text((Run("："), Run(slide.claim.text, strong=True)), slide.claim.source))


def opened(kind: str, slide: outline.Slide, deck: Deck, place: Place) -> Page:
    """An empty page for a slide of the outline, which knows whether it shows or speaks sample values."""
    page = Page(deck, kind, place, slide.source)
    page.before = slide.before
    page.sample = any(deck.ledger.figures[name].sample for name in outline.figures_in(slide)) if deck.has_samples else False
    return page


def titled_page(kind: str, slide: outline.Slide, deck: Deck, place: Place, title_lines: int = 1) -> Page:
    """A page of this kind with its title, the claim in it, the kicker above and the progress below."""
    page = opened(kind, slide, deck, place)
    page.put("title", claimed_title(slide), max_lines=title_lines)
    page.put("kicker", slide.kicker or place.kicker, max_lines=1)
    progress(page)
    return page


def navigation(page: Page) -> None:
    """The sections of this part as dots or as segments of a bar, the current one filled; each a link."""
    stops = page.place.stops
    if not 2 <= len(stops) <= MOST_STOPS:
        return
    setting = page.setting("navigation")
    for stop, cell in zip(stops, bar(len(stops)) if page.options["navigation"] == "bar" else dots(len(stops)), strict=True):
        current = stop.numeral == page.place.numeral
        color = setting.strong.color if current else setting.style.color
        page.text(
            f"导航 {stop.numeral}",
            cell,
            (one_line(stop.numeral, setting, Fall("ctr", color=color)),),
            anchor="ctr",
            surface=page.surface("dot-current" if current else "dot"),
            link=0 if current else stop.slide,
            link_tip=stop.title,
            wraps=False,
        )


def dots(count: int) -> list[Box]:
    """A row of squares that ends at the right margin, above the title."""
    pitch = min(DOT_PITCH, px(520) // count)
    size = min(DOT, pitch - px(4))
    left = px(1216) - pitch * (count - 1) - size
    return [Box(left + pitch * index, px(37), size, size) for index in range(count)]


def bar(count: int) -> list[Box]:
    """Segments along the top edge of the slide, from margin to margin."""
    return Box(px(64), px(18), px(1152), px(22)).columns(count, px(4))
