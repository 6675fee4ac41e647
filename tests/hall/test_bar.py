"""Every shipped theme is read from the last row: the report, outlines of other subjects, and the corpus of hard slides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.geometry import px
from deckgen.load.theme import theme_names
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import PlacedSlide, Scene
from deckgen.style import contrast, shaded
from tests.examples import DESK_THEMES, mostly_in_ci
from tests.hall.bar import LEAST, READ, Measured, largest, longest_run, measured, title_line
from tests.layout.test_any_outline import built_stress
from tests.support import Deck, compile_slides, theme_of

OUTLINES = sorted(path for path in (Path(__file__).parent / "outlines").glob("*.yaml") if path.stem != "figures")
FRAMES = ("cover", "closing")
PENDING = ("待填", "To come")
SMALL = 0.15  # of all characters may be smaller than the last row reads
MOST_SIZES, MOST_WITH_FIGURES = 5, 6  # the year of objectives and the value of a figure are one more


def inner(scene: Scene) -> list[PlacedSlide]:
    return [slide for slide in scene.slides if slide.layout not in FRAMES]


def measure(scene: Scene, theme: str) -> list[Measured]:
    pending = PENDING[not scene.properties.language.startswith("zh")]
    return [measured(slide, theme_of(theme), pending) for slide in inner(scene)]


def check_type(scene: Scene, theme: str) -> list[Measured]:
    """What no deck may fall short of: sizes, and the line of the titles."""
    slides = measure(scene, theme)
    assert [(each.slide.number, sorted(each.body)) for each in slides if each.under(LEAST)] == []
    assert sum(each.under(READ) for each in slides) <= SMALL * sum(each.characters for each in slides)
    assert [each.slide.number for each in slides if 2 * each.under(READ) > each.characters] == []
    lines = [line for slide in inner(scene) if slide.layout != "divider" and (line := title_line(slide, theme_of(theme))) is not None]
    assert max(lines) - min(lines) <= px(8)
    return slides


def test_the_report_is_read_from_the_last_row(deck: Deck) -> None:
    slides = check_type(deck.scene, deck.theme.name)
    assert sorted(each.median for each in slides)[len(slides) // 2] >= 2000
    counts = [each.characters for each in slides]
    assert max(counts) <= 180 and sum(counts) <= 140 * len(counts)
    sizes = {each.slide.number: sorted(each.sizes) for each in slides}
    figured = {each.slide.number for each in slides if each.slide.layout in ("section", "objectives")}
    assert {n: found for n, found in sizes.items() if len(found) > (MOST_WITH_FIGURES if n in figured else MOST_SIZES)} == {}
    fills = [fill for each in slides for fill in each.fills]
    assert 0.55 <= sum(fills) / len(fills) <= 0.80
    assert sum(each.empty for each in slides) <= 0.25 * len(slides)
    assert [(each.slide.number, each.empty) for each in slides if each.empty > 0.34] == []
    assert longest_run(inner(deck.scene)) <= 2


@pytest.mark.parametrize("theme", mostly_in_ci(theme_names(), DESK_THEMES))
@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_other_subjects_are_read_from_the_last_row(path: Path, theme: str) -> None:
    scene = compile_deck(Request(str(path), theme=theme)).scene
    slides = check_type(scene, theme)
    assert [(each.slide.number, each.median) for each in slides if each.characters <= 60 and each.median < 2000 and not each.fills] == []
    assert longest_run(inner(scene)) <= 2


@pytest.mark.parametrize("known", [False, True], ids=["x", "known"])
@pytest.mark.parametrize("theme", mostly_in_ci(theme_names(), DESK_THEMES))
def test_hard_slides_are_read_from_the_last_row(theme: str, known: bool, tmp_path: Path) -> None:
    slides = check_type(built_stress(theme, known, tmp_path).scene, theme)
    assert sum(each.empty for each in slides) <= 0.30 * len(slides)


@pytest.mark.parametrize("theme", mostly_in_ci(theme_names(), DESK_THEMES))
@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_the_same_content_is_not_arranged_alike_three_times(count: int, theme: str, tmp_path: Path) -> None:
    points: list[Any] = [{"lead": f"第{n}项任务", "text": "任务清单化推进，一周一调度"} for n in range(count)]
    slides = [{"kind": "points", "title": f"第{n}页工作", "points": points} for n in range(9)]
    assert longest_run(inner(compile_slides(slides, tmp_path, theme).scene)) <= 2


@pytest.mark.parametrize("theme", theme_names())
def test_cards_and_ordinals_are_seen_on_a_bad_projector(theme: str) -> None:
    found = theme_of(theme)

    def shown(color: Any) -> str:
        return shaded(found.palette[color.slot], color.shade)

    paper = found.palette["lt2"]
    assert contrast(shown(found.roles["ordinal"].style.color), paper) >= 3
    if found.layouts["principles"].options["numeral"] == "pale":
        fill = found.surfaces["principle"].fill
        assert contrast(shown(found.roles["principle-numeral"].style.color), shown(fill) if fill else paper) >= 1.6
    bordered = [name for name, surface in found.surfaces.items() if surface.stroke and surface.fill and name not in ("dot", "dot-current")]
    assert [name for name in bordered if contrast(shown(found.surfaces[name].stroke.color), paper) < 1.6] == []  # type: ignore[union-attr]


def test_the_largest_empty_rectangle() -> None:
    rows = ("#...", "#.#.", "....")
    assert largest([[cell == "#" for cell in row] for row in rows]) == 4
    assert largest([[True, True], [True, True]]) == 0
