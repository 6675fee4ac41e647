"""Where one arrangement gives way to another, tried on both sides of each border."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from deckgen.diagnostics import Fact, OutlineError
from deckgen.geometry import px
from deckgen.scene import ShapeBox
from tests.layout.test_cases import POINT, agenda_of
from tests.support import compile_slide, compile_slides, ledger, points, text_boxes


@pytest.mark.parametrize(("count", "arrangement"), [(3, "rows"), (4, "banners"), (8, "banners"), (9, "rows"), (12, "rows")])
def test_banners_of_an_agenda(count: int, arrangement: str, tmp_path: Path) -> None:
    assert agenda_of(count, "zhengwu-red", tmp_path).arrangement == arrangement


@pytest.mark.parametrize(("count", "stops"), [(1, 0), (2, 2), (16, 16), (17, 0)])
def test_a_navigation_has_two_to_sixteen_stops(count: int, stops: int, theme_name: str, tmp_path: Path) -> None:
    slides = [{"kind": "section", "title": f"第{n}方面工作", "points": [POINT]} for n in range(count)]
    page = compile_slides(slides, tmp_path, theme_name).scene.slides[1]
    boxes = [box for box in text_boxes(page) if box.name.startswith("导航")]
    assert len(boxes) == stops
    assert all(box.box.x >= 0 and box.box.right <= px(1280) for box in boxes)
    assert all(one.box.right <= other.box.x for one, other in pairwise(boxes))


def test_the_progress_grows_evenly_to_the_full_width(theme_name: str, tmp_path: Path) -> None:
    slides = [{"kind": "points", "title": f"第{n}页", "points": points(2)} for n in range(3)]
    pages = compile_slides(slides, tmp_path, theme_name).scene.slides
    bars = [item.box for page in pages for item in page.items if isinstance(item, ShapeBox) and item.name == "进度"]
    assert len(bars) == 3
    assert [round(bar.width / bars[-1].width * len(pages)) for bar in bars] == [2, 3, 4]
    assert len({(bar.x, bar.y, bar.height) for bar in bars}) == 1


@pytest.mark.parametrize(("count", "arrangement"), [(1, "cards"), (2, "chart"), (7, "chart"), (8, "chart")])
def test_one_bar_is_no_chart(count: int, arrangement: str, theme_name: str, tmp_path: Path) -> None:
    figures = {f"f{n}": {"label": f"目标{'一二三四五六七八'[n]}", "value": n + 1, "unit": "%"} for n in range(count)}
    assert compile_slide(tmp_path, theme_name, figures, kind="objectives", year=2020).arrangement == arrangement


@pytest.mark.parametrize(("count", "arrangement"), [(5, "list-and-panel"), (6, "strip-and-list")])
def test_more_than_five_points_stand_under_their_figures(count: int, arrangement: str, tmp_path: Path) -> None:
    slide = compile_slide(tmp_path, "zhengwu-red", ledger(4), kind="points", points=points(count, "短短的说明"))
    assert slide.arrangement == arrangement


@pytest.mark.parametrize("count", [2, 4, 6, 8])
def test_a_label_as_long_as_the_message_allows_is_held(count: int, theme_name: str, tmp_path: Path) -> None:
    """Every label is too long; cut to what the message names, all of them stand."""
    words = "规模以上工业企业研发经费投入强度和城镇常住居民人均可支配收入增长速度目标"

    def built(length: int) -> list[dict[str, Fact]]:
        book = {f"f{n}": {"label": ("甲乙丙丁戊己庚辛"[n] + words)[:length], "value": n + 1.2, "unit": "%"} for n in range(count)}
        try:
            compile_slide(tmp_path, theme_name, book, kind="section", points=points(2, "短短的说明"))
        except OutlineError as error:
            return [finding.facts for finding in error.findings if finding.rule == "layout/overflow"]
        return []

    found = built(37)
    if found:  # few cards have room for all of it
        fits = int(str(found[0]["fits"]))
        assert fits > 0
        assert built(fits) == []
    assert bool(found) or count < 8
