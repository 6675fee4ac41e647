"""Every theme that is shipped: each kind of slide, X and known, at 16:9 and 4:3, without a fault and legible; and the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.geometry import px
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import PlacedSlide, ShapeBox
from deckgen.style import Color
from tests.examples import DESK_THEMES, mostly_in_ci
from tests.support import LEDGERS as REPORT_LEDGERS
from tests.support import OUTLINE, ROOT, theme_of, walk
from tests.themes.helpers import EVERY_KIND, LEDGERS
from tests.write.test_contrast import found_low

SHIPPED = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))


def test_these_are_shipped() -> None:
    assert SHIPPED == ["civic", "mojin", "qingshan", "suxuan", "yemu", "zhaoxia", "zhengwu-blue", "zhengwu-red"]


@pytest.mark.parametrize("page", ["16:9", "4:3"])
@pytest.mark.parametrize("ledger", sorted(LEDGERS))
@pytest.mark.parametrize("theme", mostly_in_ci(SHIPPED, DESK_THEMES))
def test_every_kind_is_built_and_legible(theme: str, ledger: str, page: str, tmp_path: Path) -> None:
    (tmp_path / "figures.yaml").write_text(LEDGERS[ledger], encoding="utf-8")
    (tmp_path / "outline.yaml").write_text(f"page: {page}\n{EVERY_KIND}", encoding="utf-8")
    scene = compile_deck(Request(str(tmp_path / "outline.yaml"), theme)).scene  # an overflow is an error
    assert found_low(scene, theme) == []


@pytest.mark.parametrize("ledger", sorted(REPORT_LEDGERS))
@pytest.mark.parametrize("theme", mostly_in_ci(SHIPPED, DESK_THEMES))
def test_the_report_is_built_and_legible(theme: str, ledger: str) -> None:
    scene = compile_deck(Request(str(OUTLINE), theme, REPORT_LEDGERS[ledger])).scene
    assert found_low(scene, theme) == []


def test_no_two_themes_look_alike() -> None:
    looks = {name: theme_of(name) for name in SHIPPED}
    palettes = {tuple(sorted(theme.palette.items())) for theme in looks.values()}
    covers = {repr(theme.layouts["cover"].ornaments) for theme in looks.values()}
    assert len(palettes) == len(covers) == len(SHIPPED)


def test_suxuan_spares_ink() -> None:
    """No fill but the paper's takes a tenth of a slide."""
    scene = compile_deck(Request(str(OUTLINE), "suxuan", REPORT_LEDGERS["sample"])).scene
    page = px(1280) * px(720)
    assert {slide.number: area for slide in scene.slides if (area := inked(slide)) > page // 10} == {}


def inked(slide: PlacedSlide) -> int:
    shapes = [item for item in walk(slide.items) if isinstance(item, ShapeBox) and item.fill is not None]
    return sum(
        shape.box.width * shape.box.height for shape in shapes if not (isinstance(shape.fill, Color) and shape.fill.slot in ("lt1", "lt2"))
    )
