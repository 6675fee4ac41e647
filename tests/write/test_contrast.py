"""Every text against what lies beneath it: 4.5 : 1, or 3 : 1 from 18 pt (14 pt bold) on, in every theme (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from deckgen.geometry import Box
from deckgen.scene import Group, Item, Layout, PlacedSlide, Scene, ShapeBox, TextBox
from deckgen.style import Color, Fill, Gradient, TextStyle, contrast, shaded
from tests.layout.test_any_outline import built_stress
from tests.support import Deck, contains, ink, overlaps, theme_of, walk

LARGE, LARGE_BOLD = 1800, 1400
PAPER = "FFFFFF"
Stops = list[str]  # the colours a place may have, one or a gradient's


PALE_ORDINALS = re.compile(r" 序号\d: 1\.[34]")  # zhengwu-red: accent4 on paper, and not marked as decoration
OVER_EDGE = re.compile(r"agenda 条目文字")


def test_contrast_of_the_report(deck: Deck) -> None:
    assert found_low(deck.scene, deck.theme.name) == []


@pytest.mark.parametrize("known", [False, True], ids=["x", "known"])
def test_contrast_of_the_stress_corpus(theme_name: str, known: bool, tmp_path: Path) -> None:
    lows = found_low(built_stress(theme_name, known, tmp_path).scene, theme_name)
    assert lows == []


def test_ordinals_are_legible_or_decoration(decks: dict[tuple[str, str], Deck]) -> None:
    assert [low for deck in decks.values() for low in found_low(deck.scene, deck.theme.name) if PALE_ORDINALS.search(low)] == []


def test_rows_of_an_agenda_keep_clear_of_their_edge(tmp_path: Path) -> None:
    scene = built_stress("zhengwu-red", False, tmp_path).scene
    assert [low for low in found_low(scene, "zhengwu-red") if OVER_EDGE.search(low)] == []


def found_low(scene: Scene, theme: str) -> list[str]:
    return sorted(set(low_contrasts(scene, theme)))


def test_a_pale_text_is_found() -> None:
    palette = {"lt1": "FFFFFF", "accent4": "EAD7AE", "dk1": "2A2422"}
    assert ratio(TextStyle(1600, Color("accent4")), [PAPER], palette) < 1.5
    assert ratio(TextStyle(1600, Color("dk1")), [PAPER], palette) > 12
    assert ratio(TextStyle(1600, Color("lt1", alpha=50)), ["000000"], palette) < 6


def low_contrasts(scene: Scene, theme: str) -> Iterator[str]:
    layouts = {layout.name: layout for layout in scene.design.layouts}
    palette = scene.design.palette
    for slide in scene.slides:
        below = layers(layouts[slide.layout], scene.design.master)
        for box, runs, place in inked(slide, theme):
            for style in runs:
                stops = ground_of(below, stack(slide, box), place, palette)
                found = ratio(style, stops, palette)
                if found < needed(style):
                    yield f"{slide.layout} {box.name.split()[0]}: {found:.2f} at {style.size / 100:g} pt on {stops}"


def inked(slide: PlacedSlide, theme: str) -> Iterator[tuple[TextBox, set[TextStyle], Box]]:
    for box in walk(slide.items):
        if isinstance(box, TextBox) and not box.decorative:
            lines = [line for p in box.paragraphs for line in p.lines if "".join(run.text for run in line).strip()]
            for line, place in zip(lines, ink(box, theme_of(theme)), strict=True):
                yield box, {run.style for run in line if run.text.strip()}, place


def needed(style: TextStyle) -> float:
    return 3.0 if style.size >= LARGE or (style.bold and style.size >= LARGE_BOLD) else 4.5


def layers(layout: Layout, master: Layout) -> list[tuple[Item | None, Fill]]:
    """Background and ornaments, from the bottom up."""
    ornaments = (() if layout.hides_master else master.ornaments) + layout.ornaments
    return [(None, layout.background), *((item, item.fill) for item in ornaments if isinstance(item, ShapeBox) and item.fill is not None)]


def stack(slide: PlacedSlide, until: TextBox) -> list[tuple[Item, Fill]]:
    """What the slide paints before the text, its own ground included."""
    found: list[tuple[Item, Fill]] = []
    for item in walk(slide.items):
        fill = getattr(item, "fill", None)
        if fill is not None and not isinstance(item, Group):
            found.append((item, fill))
        if item is until:
            break
    return found


def ground_of(below: list[tuple[Item | None, Fill]], items: list[tuple[Item, Fill]], place: Box, palette: dict[str, str]) -> Stops:
    """The colours under a place: the last opaque thing that lies under all of it, and what is painted over a part of it."""
    stops: Stops = [PAPER]
    for item, fill in [*below, *items]:
        if item is None or overlaps(item.box, place):
            whole = item is None or contains(item.box, place, 1) or isinstance(item, TextBox)
            painted = [over(color, under, palette) for color in colors(fill) for under in stops]
            stops = painted if whole and filled_under(item, place) else [*stops, *painted]
    return sorted(set(stops))


def filled_under(item: Item | None, place: Box) -> bool:
    """Whether a shape is filled wherever the place is; of a freeform only one of straight edges is known to be."""
    if not isinstance(item, ShapeBox) or item.path is None:
        return True
    corners = [(values[0], values[1]) for command, values in item.path.commands if command in "ML"]
    if len(corners) + 1 < len(item.path.commands):
        return False
    scaled = [(item.box.x + x * item.box.width / item.path.width, item.box.y + y * item.box.height / item.path.height) for x, y in corners]
    return all(within(scaled, x, y) for x in (place.x, place.right) for y in (place.y, place.bottom))


def within(corners: list[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a point lies in a polygon: a ray to its right crosses an odd number of edges."""
    crossed = 0
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        crossed += (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    return crossed % 2 == 1


def colors(fill: Fill) -> list[Color]:
    return [color for _, color in fill.stops] if isinstance(fill, Gradient) else [fill]


def over(color: Color, under: str, palette: dict[str, str]) -> str:
    """The colour as it is seen over another."""
    top = shaded(palette[color.slot], color.shade)
    channels = zip((int(top[i : i + 2], 16) for i in (0, 2, 4)), (int(under[i : i + 2], 16) for i in (0, 2, 4)), strict=True)
    return "".join(f"{round(b + (a - b) * color.alpha / 100):02X}" for a, b in channels)


def ratio(style: TextStyle, stops: Stops, palette: dict[str, str]) -> float:
    """Of the worst of the grounds."""
    return min(contrast(over(style.color, ground, palette), ground) for ground in stops)
