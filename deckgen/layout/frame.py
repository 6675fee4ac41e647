"""What frames a slide's content: progress along the footer rule, and the navigation of sections."""

from __future__ import annotations

from deckgen.geometry import Box, px
from deckgen.layout.page import Page
from deckgen.layout.typeset import Fall, one_line
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


def navigation(page: Page) -> None:
    """The sections of this part, the current one filled; each a link."""
    if not 2 <= len(page.place.stops) <= MOST_STOPS:
        return
    if page.options["navigation"] == "bar":
        navigation_bar(page)
    else:
        navigation_dots(page)


def navigation_dots(page: Page) -> None:
    stops = page.place.stops
    pitch = min(DOT_PITCH, px(520) // len(stops))
    size = min(DOT, pitch - px(4))
    left = px(1216) - pitch * (len(stops) - 1) - size
    setting = page.setting("navigation")
    for index, stop in enumerate(stops):
        current = stop.numeral == page.place.numeral
        color = setting.strong.color if current else setting.style.color
        page.text(
            f"导航 {stop.numeral}",
            Box(left + pitch * index, px(37), size, size),
            (one_line(stop.numeral, setting, Fall("ctr", color=color)),),
            anchor="ctr",
            surface=page.surface("dot-current" if current else "dot"),
            link=0 if current else stop.slide,
            link_tip=stop.title,
            wraps=False,
        )


def navigation_bar(page: Page) -> None:
    """Segments along the top edge of the slide, the current one filled."""
    stops = page.place.stops
    setting = page.setting("navigation")
    for stop, cell in zip(stops, Box(px(64), px(18), px(1152), px(22)).columns(len(stops), px(4)), strict=True):
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
