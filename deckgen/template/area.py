"""Where the content of a slide may stand: what title, footers and art of a layout leave free."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.geometry import Box, Emu
from deckgen.template.facts import WHOLE_PAGE, ArtFact, LayoutFact

BODY_SHARE = 30  # percent of the page that a body must take to be the free area
CLEAR = 2  # percent of the height of the page below the title
EDGE = 5  # percent of the page that stays free at its sides where nothing says otherwise
MOST_INDENT = 12  # percent of the width: a title that stands further in is centred, and its content goes to the margins
GROUND_SHARE = 60  # percent of the room: art that takes more of it is a panel to write on
PANEL_INSET = 2  # percent of the width of the page
MOST_OBSTACLES = 60


def free_area(layout: LayoutFact, page: Box) -> Box:
    """The room below the title and above the footers that no art takes: the layout's own large body where that is free, else the
    largest empty rectangle."""
    room = room_of(layout, page)
    body = max((place.box for place in layout.bodies if place.box), key=area, default=None)
    obstacles = [box for box in map(solid, layout.art) if box and not is_ground(box, page)]
    if body and area(body) * 100 >= BODY_SHARE * area(page) and not any(overlaps(box, body) for box in obstacles):
        return within(body, page)
    for panel in [box for box in obstacles if area(common(box, room)) * 100 >= GROUND_SHARE * area(room)]:
        obstacles.remove(panel)
        inset = page.width * PANEL_INSET // 100
        room = common(room, panel.inset(inset, inset))
    return largest_empty(room, [box for box in obstacles if overlaps(box, room)])


def solid(art: ArtFact) -> Box | None:
    """The box of art that is in the way; a line is as thick as a hair at least."""
    box = art.box
    return Box(box.x, box.y, max(box.width, 1), max(box.height, 1))


def is_ground(box: Box, page: Box) -> bool:
    return area(common(box, page)) * 100 >= WHOLE_PAGE * area(page)


def room_of(layout: LayoutFact, page: Box) -> Box:
    """From the left edge of the title to the same distance at the right, from below it to above the footers."""
    title = layout.title.box if layout.title else None
    side = page.width * EDGE // 100
    if title and side // 2 <= title.x <= page.width * MOST_INDENT // 100:
        side = title.x
    clear = page.height * CLEAR // 100
    top = title.bottom + clear if title and title.bottom * 2 < page.height else page.height * EDGE // 100
    footers = [place.box.y for place in layout.places if place.is_footer and place.box and place.box.y * 4 > page.height * 3]
    bottom = min([*footers, page.height * (100 - EDGE) // 100]) - clear // 2
    return Box(side, top, page.width - 2 * side, max(1, bottom - top))


def largest_empty(room: Box, obstacles: Sequence[Box]) -> Box:
    """The largest rectangle of the room that no obstacle touches; the room itself where there are none."""
    obstacles = sorted(obstacles, key=area, reverse=True)[:MOST_OBSTACLES]
    if not obstacles:
        return room
    xs = edges(room.x, room.right, [edge for box in obstacles for edge in (box.x, box.right)])
    ys = edges(room.y, room.bottom, [edge for box in obstacles for edge in (box.y, box.bottom)])
    best = Box(room.x, room.y, 0, 0)
    for top in range(len(ys) - 1):
        blocked = [False] * (len(xs) - 1)
        for below in range(top, len(ys) - 1):
            band = Box(room.x, ys[below], room.width, ys[below + 1] - ys[below])
            for box in obstacles:
                if overlaps(box, band):
                    for column in range(len(xs) - 1):
                        blocked[column] = blocked[column] or (box.x < xs[column + 1] and box.right > xs[column])
            for left, right in open_runs(blocked):
                found = Box(xs[left], ys[top], xs[right] - xs[left], ys[below + 1] - ys[top])
                if area(found) > area(best):
                    best = found
    return best


def open_runs(blocked: Sequence[bool]) -> list[tuple[int, int]]:
    """(first, last + 1) of the columns side by side that are not blocked."""
    runs: list[tuple[int, int]] = []
    start = None
    for index, closed in enumerate([*blocked, True]):
        if not closed and start is None:
            start = index
        elif closed and start is not None:
            runs.append((start, index))
            start = None
    return runs


def edges(first: Emu, last: Emu, between: Sequence[Emu]) -> list[Emu]:
    return sorted({first, last, *(edge for edge in between if first < edge < last)})


def area(box: Box) -> int:
    return max(0, box.width) * max(0, box.height)


def common(one: Box, other: Box) -> Box:
    """Where both are; a box of no size where they do not meet."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    return Box(x, y, max(0, min(one.right, other.right) - x), max(0, min(one.bottom, other.bottom) - y))


def overlaps(one: Box, other: Box) -> bool:
    return area(common(one, other)) > 0


def within(box: Box, page: Box) -> Box:
    """The box without what reaches over the page."""
    side = page.width * CLEAR // 100
    return common(box, page.inset(side, side))
