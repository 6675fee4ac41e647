"""Entries that come click by click, and how slides follow one another."""

from __future__ import annotations

import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from msgspec import structs
from pypdfium2 import PdfDocument

import deckgen
from deckgen.geometry import Box
from deckgen.inspect.deck import read_deck
from deckgen.kinds.registry import KINDS
from deckgen.pipeline import Built, Request
from deckgen.pull.pulling import pull
from deckgen.scene import Group, Item, TextBox
from deckgen.score.editability import deck_level, judged_slides
from tests.pull.support import FIGURES, OFFICE, edited, needs_office
from tests.pull.test_pull import replaced
from tests.some import some
from tests.support import compile_slides, compile_text, write
from tests.template.potx import potx
from tests.themes.helpers import EVERY_KIND, LEDGERS
from tests.write.parts import NS, contents

STANDING = {"statement", "objectives", "quote", "table", "number", "figures", "compare", "pictures"}  # what has no entries in words
POINTS = [{"lead": f"第{n}点", "text": "围绕中心服务大局"} for n in "一二三"]


@pytest.fixture(scope="module")
def revealed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return compile_text(f"{EVERY_KIND}reveal: points\ntransition: fade\n", tmp_path_factory.mktemp("revealed"), LEDGERS["x"])


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return compile_text(EVERY_KIND, tmp_path_factory.mktemp("still"), LEDGERS["x"])


def leaves(items: tuple[Item, ...], step: int = 0) -> list[tuple[Item, int]]:
    """Every item that is no group, with the click that brings it."""
    found: list[tuple[Item, int]] = []
    for item in items:
        own = item.step or step
        found += leaves(item.items, own) if isinstance(item, Group) else [(structs.replace(item, step=0), own)]
    return found


def holds(outer: Box, inner: Box) -> bool:
    across = outer.x <= inner.x and inner.right <= outer.right
    return across and outer.y <= inner.y and inner.bottom <= outer.bottom


def targets(data: bytes) -> list[list[int]]:
    """The shapes of each click, in order."""
    root = etree.fromstring(data)
    clicks = root.xpath("//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par", namespaces=NS)
    return [[int(each) for each in click.xpath(".//p:spTgt/@spid", namespaces=NS)] for click in clicks]


def test_every_kind_either_comes_by_entries_or_is_known_to_stand(revealed: Built) -> None:
    moving = {slide.layout for slide in revealed.scene.slides if slide.clicks}
    assert moving == set(KINDS) - STANDING
    assert {slide.transition for slide in revealed.scene.slides} == {"fade"}


def test_what_is_on_a_slide_is_the_same_however_it_comes(revealed: Built, still: Built) -> None:
    """Nothing moves, nothing is lost and nothing is added; only groups that come in pieces are taken apart."""
    for one, other in some(zip(revealed.scene.slides, still.scene.slides, strict=True)):
        shown, whole = [[re.sub(r"path='[^']*'", "", repr(item)) for item, _ in leaves(slide.items)] for slide in (one, other)]
        assert sorted(shown) == sorted(whole), one.title
        assert not other.clicks and not any(step for _, step in leaves(other.items))


@pytest.mark.parametrize(
    ("title", "clicks"),
    [
        ("要点", 2), ("基本原则：", 3), ("问题", 2), ("举措", 2), ("统筹", 2), ("图表", 2), ("图片", 2), ("时间轴", 3), ("步骤", 3), ("闭环", 4), ("布局", 2),
    ],
)  # fmt: skip
def test_a_click_an_entry(revealed: Built, title: str, clicks: int) -> None:
    slide = next(slide for slide in revealed.scene.slides if slide.title.startswith(title.rstrip("：")) and slide.clicks)
    assert slide.clicks == clicks
    assert {item.step for item in slide.items if item.step} == set(range(1, clicks + 1))


def test_the_frame_of_a_slide_stands_from_the_start(revealed: Built) -> None:
    for slide in some(revealed.scene.slides):
        framing = [item for item in slide.items if isinstance(item, TextBox) and item.placeholder and item.placeholder.role in ("title", "motto", "kicker", "footer", "number")]  # fmt: skip
        assert framing and not any(item.step for item in framing), slide.title


def test_shapes_come_with_their_entry(revealed: Built) -> None:
    """What lies within the card of an entry comes with it."""
    held = 0
    for slide in some(revealed.scene.slides):
        cards = [item for item in slide.items if item.step and not isinstance(item, TextBox) and item.box.width > 1_000_000]
        for card in cards:
            inside = [item for item in slide.items if holds(card.box, item.box)]
            assert {item.step for item in inside} <= {card.step}, (slide.title, card.name)
            held += len(inside)
    assert held > 20


def test_figures_come_with_the_last_point(revealed: Built) -> None:
    slide = next(slide for slide in revealed.scene.slides if slide.layout == "section" and slide.clicks == 3)
    figures = [item for item in slide.items if isinstance(item, Group)]
    assert len(figures) == 4 and {item.step for item in figures} == {3}


def test_the_first_may_stand_from_the_start(tmp_path: Path) -> None:
    slides: list[dict[str, object]] = [
        {"kind": "points", "title": "甲", "points": POINTS, "reveal": "all-but-first"},
        {"kind": "points", "title": "乙", "points": POINTS, "reveal": "points", "transition": "push"},
        {"kind": "points", "title": "丙", "points": POINTS, "reveal": "none"},
        {"kind": "points", "title": "丁", "points": POINTS},
    ]
    built = compile_slides(slides, tmp_path, "zhengwu-blue").scene.slides[1:]
    assert [slide.clicks for slide in built] == [2, 3, 0, 0]
    assert [slide.transition for slide in built] == ["", "push", "", ""]


def test_a_slide_goes_before_the_head(tmp_path: Path) -> None:
    text = "title: 题\nreveal: points\ntransition: push\nparts:\n- title: 部\n  slides:\n"
    text += (
        "  - {kind: points, title: 甲, points: [一, 二], reveal: none, transition: none}\n  - {kind: points, title: 乙, points: [一, 二]}\n"
    )
    built = compile_text(text, tmp_path).scene.slides
    assert [(slide.clicks, slide.transition) for slide in built] == [(0, "push"), (0, ""), (2, "push")]


def test_every_click_names_shapes_of_its_slide(revealed: Built, tmp_path: Path) -> None:
    parts = contents(write(revealed.scene, tmp_path / "a.pptx"))
    timed = 0
    for slide in some(revealed.scene.slides):
        data = parts[f"ppt/slides/slide{slide.number}.xml"]
        root = etree.fromstring(data)
        ids = {int(each.get("id")): each.get("name") for each in root.xpath("/p:sld/p:cSld/p:spTree/*/*/p:cNvPr", namespaces=NS)}
        clicks = targets(data)
        assert [[ids[spid] for spid in click] for click in clicks] == [
            [item.name for item in slide.items if item.step == click] for click in range(1, slide.clicks + 1)
        ]
        nodes = root.xpath("//p:cTn/@id", namespaces=NS)
        assert len(set(nodes)) == len(nodes)
        assert [element.tag.split("}")[1] for element in root][-2:] == (
            ["transition", "timing"] if slide.clicks else ["clrMapOvr", "transition"]
        )
        timed += bool(clicks)
    assert timed >= 11


def test_the_deck_reaches_the_highest_level_of_editability(revealed: Built, still: Built, tmp_path: Path) -> None:
    decks = [read_deck(write(built.scene, tmp_path / "a.pptx").read_bytes()) for built in (revealed, still)]
    levels = [deck_level(deck, judged_slides(deck)) for deck in decks]
    assert levels == [5, 4]


def test_on_a_template_they_come_the_same_way(tmp_path: Path) -> None:
    """Shapes of a template that a slide draws under its content have no click, and ids are those of the slide as it is written."""
    (tmp_path / "单位.potx").write_bytes(potx())
    built = compile_text(
        EVERY_KIND.replace("date:", "theme: 单位.potx\nreveal: all-but-first\ntransition: fade\ndate:"), tmp_path, LEDGERS["filled"]
    )
    parts = contents(write(built.scene, tmp_path / "a.pptx"))
    moving = [slide for slide in built.scene.slides if slide.clicks]
    assert len(moving) >= 10
    for slide in some(moving):
        data = parts[f"ppt/slides/slide{slide.number}.xml"]
        ids = {int(each) for each in etree.fromstring(data).xpath("/p:sld/p:cSld/p:spTree/*/*/p:cNvPr/@id", namespaces=NS)}
        clicks = targets(data)
        assert len(clicks) == slide.clicks and {spid for click in clicks for spid in click} <= ids


def test_a_person_s_edit_of_such_a_deck_goes_back(tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    compile_text(
        "title: 题\nreveal: points\nparts:\n- title: 部\n  slides:\n  - {kind: points, title: 甲, points: [守住底线, 推动落实]}\n", tmp_path
    )
    deckgen.build(outline, tmp_path / "a.pptx")
    assert pull((tmp_path / "a.pptx").read_bytes(), Request(str(outline)), FIGURES).texts == {}
    edited(tmp_path / "a.pptx", replaced("守住底线", "筑牢底线"))
    pulled = pull((tmp_path / "a.pptx").read_bytes(), Request(str(outline)), FIGURES)
    assert pulled.texts[str(outline)].decode() == outline.read_text(encoding="utf-8").replace("守住底线", "筑牢底线")


@needs_office
def test_libreoffice_knows_every_click_and_prints_every_shape(revealed: Built, still: Built, tmp_path: Path) -> None:
    """As LibreOffice keeps them: an effect on click for each, the others with it, and pages that hold what they hold without clicks."""
    name = write(revealed.scene, tmp_path / "a.pptx")
    pages = [PdfDocument(converted(path, "pdf")) for path in (name, write(still.scene, tmp_path / "b.pptx"))]
    words = [[sorted(page.get_textpage().get_text_range()) for page in pdf] for pdf in pages]
    assert words[0] == words[1]
    with zipfile.ZipFile(converted(name, "odp")) as package:
        content = package.read("content.xml").decode()
    assert content.count('presentation:node-type="on-click"') == sum(slide.clicks for slide in revealed.scene.slides)
    assert content.count('smil:attributeName="visibility" smil:to="visible"') == sum(
        bool(item.step) for slide in revealed.scene.slides for item in slide.items
    )
    assert 'smil:type="fade"' in content


def converted(path: Path, form: str) -> Path:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [str(OFFICE), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    return path.with_suffix(f".{form}")
