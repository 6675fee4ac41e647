"""What a `theme.yaml` with `template:` settles: places by name, the colour of panels, the master by its name; and what it cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pptx
import pytest

from deckgen.diagnostics import Finding, OutlineError
from deckgen.pipeline import Request, compile_deck
from deckgen.template.facts import TemplateError
from deckgen.template.settings import Settings
from deckgen.template.subject import TemplateSubject
from tests.support import write
from tests.template.potx import FOOT, L, M, Ph, potx
from tests.template.potx import TITLE_ONLY as TITLED
from tests.write.test_validators import strict

__all__ = ["strict"]  # a fixture
Report = Callable[[bytes], Path]
COVER = L(
    "扉页",
    "",
    (
        Ph("body", "20", (120, 200, 1040, 160), 48),
        Ph("body", "21", (120, 120, 1040, 50), 20),
        Ph("body", "22", (120, 380, 1040, 80), 24),
        Ph("body", "23", (120, 560, 1040, 50), 18),
    ),
)
OPENING = '{layout: 扉页, title: "body#20", kicker: "body#21", subtitle: "body#22", foot: "body#23"}'


@pytest.fixture
def settled(report: Report, tmp_path: Path) -> Callable[..., Path]:
    """The outline of the report on a `theme.yaml` with these lines, over a template whose cover has bodies and no title."""

    def at(*lines: str, template: bytes = b"") -> Path:
        outline = report(template or potx(M((COVER, TITLED))))
        (tmp_path / "theme.yaml").write_text("\n".join(("name: own", "template: 单位模板.potx", *lines, "")), encoding="utf-8")
        outline.write_text(outline.read_text(encoding="utf-8").replace("theme: 单位模板.potx", "theme: theme.yaml"), encoding="utf-8")
        return outline

    return at


def refused(outline: Path) -> Finding:
    with pytest.raises(OutlineError) as found:
        compile_deck(Request(str(outline)))
    (finding,) = (each for each in found.value.findings if each.severity == "error")
    return finding


def words(outline: Path, deck: Path, strict: ModuleType) -> dict[int, str]:
    """By index, what stands in the places of the cover of a deck that is valid."""
    path = write(compile_deck(Request(str(outline))).scene, deck)
    assert list(strict.check(str(path))) == []
    cover = pptx.Presentation(str(path)).slides[0]
    assert cover.slide_layout.name == "扉页"
    return {place.placeholder_format.idx: place.text_frame.text for place in cover.placeholders}


def test_every_text_of_a_cover_takes_the_place_that_is_named(settled: Callable[..., Path], tmp_path: Path, strict: ModuleType) -> None:
    outline = settled("layouts:", f"  cover: {OPENING}")
    found = words(outline, tmp_path / "deck.pptx", strict)
    said = outline.read_text(encoding="utf-8")
    assert f"title: {found[20]}\n" in said.replace("\v", "")
    assert f"kicker: {found[21]}\n" in said
    assert set(found) == {20, 21, 22, 23}


def test_a_cover_without_a_kicker_has_none(settled: Callable[..., Path], tmp_path: Path, strict: ModuleType) -> None:
    outline = settled("layouts:", '  cover: {layout: 扉页, title: "body#20", kicker: none}')
    words(outline, tmp_path / "deck.pptx", strict)
    cover = pptx.Presentation(str(tmp_path / "deck.pptx")).slides[0]
    texts = [shape.text_frame.text for shape in cover.shapes if shape.has_text_frame]
    assert len(texts) >= 2
    assert "kicker: " in outline.read_text(encoding="utf-8")
    assert [text for text in texts if f"kicker: {text}\n" in outline.read_text(encoding="utf-8")] == []


def test_a_place_that_is_not_there_is_told_where_it_is_written(settled: Callable[..., Path]) -> None:
    finding = refused(settled("layouts:", '  cover: {layout: 扉页, title: "body#25"}'))
    assert (finding.rule, finding.span.line) == ("theme/unknown-place", 4)


def test_panels_are_filled_with_the_slot_that_is_named(settled: Callable[..., Path]) -> None:
    scene = compile_deck(Request(str(settled("colors: {panel: accent2}", "layouts:", f"  cover: {OPENING}")))).scene
    assert "accent2" in repr(scene.slides)
    plain = compile_deck(Request(str(settled("layouts:", f"  cover: {OPENING}")))).scene
    assert repr(plain.slides).count("accent2") < repr(scene.slides).count("accent2")


def test_a_master_is_named_as_its_theme() -> None:
    data = potx(M((COVER, TITLED)), M((COVER, TITLED)))
    renamed = rename_second(data)
    assert TemplateSubject("t", renamed, Settings(master="Brand")).chosen.master == 1
    assert TemplateSubject("t", renamed, Settings(master="2")).chosen.master == 1
    with pytest.raises(TemplateError) as error:
        TemplateSubject("t", renamed, Settings(master="Brant"))
    assert error.value.rule == "theme/unknown-master"


def rename_second(data: bytes) -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b'name="Own"', b'name="Brand"', 1) if name == "ppt/theme/theme2.xml" else content)
    return out.getvalue()


@pytest.mark.parametrize(("page", "built"), [("16:9", True), ("4:3", False), ("[2560, 720]", False)])
def test_a_page_that_is_not_the_templates_is_refused(report: Report, page: str, built: bool) -> None:
    outline = report(
        potx(M((*(L(each.name, "title", (Ph("ctrTitle", "0", (120, 150, 1040, 200), 54), *FOOT)) for each in (COVER,)), TITLED)))
    )
    lines = outline.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("theme:"))
    lines.insert(at + 1, f"page: {page}" if page[0] == "[" else f"page: '{page}'")
    outline.write_text("\n".join(lines), encoding="utf-8")
    if built:
        assert compile_deck(Request(str(outline))).scene.slides
    else:
        finding = refused(outline)
        assert (finding.rule, finding.span.line) == ("load/template-page", at + 2)
