"""A report built on a template: the deck is the organisation's, and valid."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pptx
import pytest

from deckgen.diagnostics import OutlineError
from deckgen.pipeline import Request, compile_deck
from tests.some import some
from tests.support import write
from tests.template.potx import CONTENT, COVER, Art, M, potx
from tests.write.test_validators import strict

__all__ = ["strict"]  # a fixture
Report = Callable[[bytes], Path]


def test_a_report_is_built_on_the_layouts_of_its_template(report: Report, tmp_path: Path, strict: ModuleType) -> None:
    path = write(compile_deck(Request(str(report(potx())))).scene, tmp_path / "deck.pptx")
    assert list(strict.check(str(path))) == []
    deck = pptx.Presentation(str(path))
    layouts = [slide.slide_layout.name for slide in deck.slides]
    assert layouts == ["标题幻灯片", *["仅标题"] * 9, "节标题", *["仅标题"] * 4, "封底"]
    titles = [slide.shapes.title for slide in deck.slides]
    assert all(title is not None and title.text_frame.text for title in some(titles))
    # A title in its place says nothing of its own but its words and the distance of its lines.
    inner = deck.slides[1]
    kinds = {shape.placeholder_format.type for shape in inner.placeholders}
    assert len(kinds) == 4, "title, date, footer, number"
    assert all("xfrm" not in shape._element.spPr.xml for shape in some(inner.placeholders))


def test_what_need_not_change_has_the_same_bytes(report: Report, tmp_path: Path) -> None:
    template = potx(M((COVER, CONTENT), (Art((0, 656, 1280, 4)),)), notes=True)
    deck = write(compile_deck(Request(str(report(template)))).scene, tmp_path / "deck.pptx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(template)) as before, zipfile.ZipFile(io.BytesIO(deck)) as after:
        kept = [
            name
            for name in before.namelist()
            if name.startswith(("ppt/slideMasters", "ppt/slideLayouts", "ppt/theme", "ppt/media", "ppt/notesMasters"))
        ]
        assert len(kept) >= 9
        assert [name for name in kept if before.read(name) != after.read(name)] == []


def test_equal_input_gives_equal_bytes(report: Report, tmp_path: Path) -> None:
    outline = str(report(potx()))
    one = write(compile_deck(Request(outline)).scene, tmp_path / "one.pptx").read_bytes()
    assert one == write(compile_deck(Request(outline)).scene, tmp_path / "two.pptx").read_bytes()


def test_a_template_that_is_missing_or_none_is_told(report: Report, tmp_path: Path) -> None:
    outline = report(b"no zip")
    with pytest.raises(OutlineError) as refused:
        compile_deck(Request(str(outline)))
    assert [finding.rule for finding in refused.value.findings] == ["theme/not-a-deck"]
    (tmp_path / "单位模板.potx").unlink()
    with pytest.raises(OutlineError) as missing:
        compile_deck(Request(str(outline)))
    (finding,) = missing.value.findings
    assert finding.rule == "load/missing-template"
    assert finding.span.line > 1
