"""The showcase has every kind of slide, builds in every theme on every common page, and is sound."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
import yaml

from deckgen.inspect.rules.run import check_deck
from deckgen.kinds.registry import KINDS
from deckgen.layout.masters import bodies_of
from deckgen.load.refit import with_width
from deckgen.load.theme import theme_names
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import ChartBox, PictureBox, TableBox
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.slide import slide_svg
from tests.examples import mostly_in_ci
from tests.layout.laws import LAWS
from tests.some import some
from tests.support import ROOT, theme_of, walk

SHOWCASE = ROOT / "content" / "showcase"


def test_every_kind_is_there() -> None:
    head = yaml.safe_load((SHOWCASE / "outline.yaml").read_text(encoding="utf-8"))
    shown = Counter(slide["kind"] for part in head["parts"] for slide in part["slides"])
    assert set(shown) == set(KINDS)
    assert bodies_of("agenda")


ON_PAGES = [(theme, page) for theme in theme_names() for page in ("16:9", "4:3", "32:9")]


@pytest.mark.parametrize("on", mostly_in_ci(ON_PAGES, {("zhengwu-blue", "16:9"), ("yemu", "4:3")}), ids="-".join)
def test_it_builds_and_is_sound_in_every_theme_on_every_page(on: tuple[str, str], tmp_path: Path) -> None:
    theme, page = on
    text = (SHOWCASE / "outline.yaml").read_text(encoding="utf-8").replace("title: 页面样张", f"title: 页面样张\npage: '{page}'", 1)
    (tmp_path / "outline.yaml").write_text(text, encoding="utf-8")
    for name in ("figures.yaml", "数据", "图片"):
        (tmp_path / name).symlink_to(SHOWCASE / name)
    from deckgen.files import Folder

    built = compile_deck(Request(str(tmp_path / "outline.yaml"), theme, files=Folder(outside=True)))
    native = Counter(type(item) for slide in built.scene.slides for item in walk(slide.items))
    assert native[TableBox] >= 3 and native[ChartBox] >= 5 and native[PictureBox] >= 3
    buffer = io.BytesIO()
    write_pptx(built.scene, buffer)
    errors = [finding for finding in check_deck(buffer.getvalue(), "") if finding.severity == "error"]
    assert errors == []
    on_page = with_width(theme_of(theme), built.scene.design.width)
    assert [fault for slide in built.scene.slides for law in LAWS for fault in law(slide, on_page)] == []
    for slide in some(built.scene.slides):
        assert slide_svg(slide, built.scene.design).startswith("<svg")
