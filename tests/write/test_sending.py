"""A deck for sending looks as it did and holds nothing that is not for others."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from msgspec import structs

from deckgen.pipeline import Request, compile_deck
from deckgen.scene import Scene
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.sending import for_sending
from deckgen.write.svg.slide import slide_svg
from tests.some import some

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "content" / "report-2019" / "outline.yaml"  # with notes on every slide, and figures that nobody knows
SHOWCASE = ROOT / "content" / "showcase" / "outline.yaml"  # with pictures, charts and tables


@pytest.fixture
def scene() -> Scene:
    return compile_deck(Request(str(REPORT))).scene


def members(scene: Scene) -> dict[str, str]:
    buffer = BytesIO()
    write_pptx(scene, buffer)
    with zipfile.ZipFile(buffer) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def test_nothing_of_notes_record_and_author_is_left_in_any_member(scene: Scene) -> None:
    bare, dropped = for_sending(scene)
    before, after = members(scene), members(bare)
    said = [line.strip() for slide in scene.slides for line in slide.notes.split("\n") if len(line.strip()) > 20]
    assert said and dropped.notes == sum(bool(slide.notes.strip()) for slide in scene.slides)
    for line in some(said):
        assert any(line in text for text in before.values()) or "&" in line
        assert not any(line in text for text in after.values())
    assert dropped.record and not any(name.startswith("customXml") for name in after)
    assert not any("customXml" in text for name, text in after.items() if name.endswith((".rels", "[Content_Types].xml")))
    assert dropped.author and "<dc:creator></dc:creator>" in after["docProps/core.xml"]
    assert "<Company></Company>" in after["docProps/app.xml"]


@pytest.mark.parametrize("outline", [REPORT, SHOWCASE], ids=lambda path: path.parent.name)
def test_the_slides_look_the_same(outline: Path) -> None:
    scene = compile_deck(Request(str(outline))).scene
    alts = re.compile(r' aria-label="[^"]*"|<title>[^<]*</title>')
    for old, new in some(zip(scene.slides, for_sending(scene)[0].slides, strict=True)):
        drawn = [alts.sub("", slide_svg(slide, scene.design, "zh-CN")) for slide in (old, new)]
        assert drawn[0] == drawn[1]


def test_x_is_still_marked_on_the_slide(scene: Scene) -> None:
    bare, dropped = for_sending(scene)
    before, after = ("".join(text for name, text in members(one).items() if name.startswith("ppt/slides/")) for one in (scene, bare))
    assert before.count("（待填）") == dropped.marks > 0 and "（待填）" not in after
    assert before.count(">待填<") == after.count(">待填<")


def test_hidden_slides_are_counted_and_a_bare_deck_drops_nothing(scene: Scene) -> None:
    hidden = structs.replace(scene, slides=tuple(structs.replace(slide, hidden=slide.number == 2) for slide in scene.slides))
    assert for_sending(hidden)[1].hidden == 1
    again = for_sending(for_sending(scene)[0])[1]
    assert (again.notes, again.record, again.marks, again.author) == (0, False, 0, "")
