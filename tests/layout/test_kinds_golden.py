"""All that is placed on slides of each kind, and all that the base draws, as accepted (`pytest tests/layout --accept` rewrites)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from deckgen.base import BASE
from deckgen.kinds.registry import KINDS, kind_of
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.scene import Group, Item, PlacedSlide
from deckgen.write.svg.slide import slide_svg
from tests.accepted import held_to_golden, told
from tests.support import ROOT, report_of, write
from tests.write.parts import contents
from tests.write.test_parts_golden import pretty

SHOWCASE = ROOT / "content" / "showcase" / "outline.yaml"


@pytest.fixture(scope="module")
def built() -> Built:
    return compile_deck(Request(str(SHOWCASE), "zhengwu-red"))


@pytest.fixture(scope="module")
def placed(built: Built) -> dict[str, list[PlacedSlide]]:
    """The slides of the showcase by their kind."""
    kinds = {slide.source: kind_of(slide).name for part in report_of(SHOWCASE).outline.parts for slide in part.slides}
    slides = defaultdict(list)
    for slide in built.scene.slides:
        slides[kinds.get(slide.source, "frame")].append(slide)
    return slides


def items_told(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    """A line an item, those of a group below it."""
    for item in items:
        if isinstance(item, Group):
            yield f"{indent}Group {item.name}: {told(item.box)} “{item.alt}”"
            yield from items_told(item.items, indent + "  ")
        else:
            yield f"{indent}{told(item)}"


@pytest.mark.parametrize("kind", ["frame", *KINDS])
def test_what_is_placed_is_what_was_accepted(kind: str, placed: dict[str, list[PlacedSlide]], request: pytest.FixtureRequest) -> None:
    lines = []
    for slide in placed[kind]:
        lines += [f"{slide.number} {slide.layout}/{slide.arrangement} {slide.title}", *items_told(slide.items, "  "), ""]
    assert len(lines) > 5
    held_to_golden(f"kinds/{kind}.txt", "\n".join(lines), request)


def test_what_themes_extend_is_what_was_accepted(request: pytest.FixtureRequest) -> None:
    lines = [told(BASE.sheet), told(BASE.palette), told(BASE.fonts), told(BASE.metrics), ""]
    lines += [*map(told, BASE.roles.values()), "", *(f"{name}: {told(surface)}" for name, surface in BASE.surfaces.items())]
    for layout in BASE.layouts.values():
        lines += ["", f"{layout.name} {layout.label} on {told(layout.background)}{' without the master' * layout.hides_master}"]
        lines += [f"  content {told(layout.content)}, {told(layout.options)}", *(f"  {told(item)}" for item in layout.ornaments)]
        lines += [f"  {name}: {told(place)}" for name, place in layout.places.items()]
    held_to_golden("base.txt", "\n".join(lines) + "\n", request)


@pytest.fixture(scope="module")
def parts(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return contents(write(built.scene, tmp_path_factory.mktemp("showcase") / "deck.pptx"))


def test_every_chart_is_written_as_accepted(parts: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    charts = sorted(name for name in parts if name.startswith("ppt/charts/chart"))
    assert len(charts) >= 5
    for name in charts:
        held_to_golden(f"kinds/{name.rpartition('/')[2]}", pretty(parts[name]), request)


@pytest.mark.parametrize("kind", ["table", "picture"])
def test_what_is_no_text_and_no_shape_is_written_and_drawn_as_accepted(
    kind: str, built: Built, placed: dict[str, list[PlacedSlide]], parts: dict[str, bytes], request: pytest.FixtureRequest
) -> None:
    slide = placed[kind][0]
    held_to_golden(f"kinds/{kind}.xml", pretty(parts[f"ppt/slides/slide{slide.number}.xml"]), request)
    drawing = re.sub(r"base64,[^\"]*", "base64,…", slide_svg(slide, built.scene.design))
    held_to_golden(f"kinds/{kind}.svg", drawing.replace("><", ">\n<") + "\n", request)


def test_charts_are_drawn_as_accepted(built: Built, placed: dict[str, list[PlacedSlide]], request: pytest.FixtureRequest) -> None:
    for number, slide in enumerate(placed["chart"], 1):
        held_to_golden(f"kinds/chart{number}.svg", slide_svg(slide, built.scene.design).replace("><", ">\n<") + "\n", request)
