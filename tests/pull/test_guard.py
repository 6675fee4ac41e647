"""A build never overwrites what a person made, and never stands in the way of a deck that nobody touched."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest
from click.testing import Result
from pptx.util import Emu

import deckgen
from deckgen.cli.previewing import seen
from deckgen.pipeline import Request
from deckgen.pull.base import Origin, origin_of
from tests.pull.support import OUTLINE, SHOWCASE, by_office, commanded, edited, needs_office


@pytest.fixture(autouse=True)
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["deckgen", "--lang", "zh"])


def built(folder: Path, *arguments: str) -> Result:
    return commanded("build", OUTLINE, "-o", folder / "a.pptx", *arguments)


def test_a_deck_as_it_was_written_is_replaced_without_a_word(tmp_path: Path) -> None:
    assert built(tmp_path).exit_code == 0
    again = built(tmp_path)
    assert (again.exit_code, again.stderr) == (0, "")


def test_an_edited_deck_stays_and_the_edits_and_the_ways_on_are_told(tmp_path: Path) -> None:
    built(tmp_path)
    edited(tmp_path / "a.pptx", lambda deck: type_into(deck, 2, "标题", "改过的题目"))
    before = (tmp_path / "a.pptx").read_bytes()
    result = built(tmp_path)
    assert result.exit_code == 1 and (tmp_path / "a.pptx").read_bytes() == before
    assert "第 3 页“改过的题目”：标题：" in result.stderr
    assert all(way in result.stderr for way in ("deckgen pull", "-o ", "--force"))


def test_force_keeps_the_edited_deck_beside(tmp_path: Path) -> None:
    built(tmp_path)
    for copy in ("", " 2"):
        edited(tmp_path / "a.pptx", lambda deck: type_into(deck, 2, "标题", "改过的题目"))
        before = (tmp_path / "a.pptx").read_bytes()
        result = built(tmp_path, "--force")
        kept = tmp_path / f"a（手改 {datetime.date.today().isoformat()}{copy}）.pptx"
        assert result.exit_code == 0 and kept.read_bytes() == before and kept.name in result.stdout
        assert (tmp_path / "a.pptx").read_bytes() != before


def test_force_on_an_untouched_deck_keeps_no_copy(tmp_path: Path) -> None:
    built(tmp_path)
    assert built(tmp_path, "--force").exit_code == 0
    assert os.listdir(tmp_path) == ["a.pptx"]


@needs_office
@pytest.mark.parametrize("outline", [OUTLINE, SHOWCASE], ids=["report", "showcase"])
def test_a_deck_that_libreoffice_saved_has_no_edits(outline: Path, tmp_path: Path) -> None:
    deckgen.build(outline, tmp_path / "a.pptx")
    shutil.move(by_office(tmp_path / "a.pptx"), tmp_path / "a.pptx")
    deckgen.build(outline, tmp_path / "a.pptx")  # raises where there are any


def test_a_deck_that_python_pptx_saved_has_no_edits(tmp_path: Path) -> None:
    built(tmp_path)
    edited(tmp_path / "a.pptx", lambda deck: None)
    assert built(tmp_path).exit_code == 0


def test_a_deck_of_another_is_not_overwritten(tmp_path: Path) -> None:
    pptx.Presentation().save(str(tmp_path / "a.pptx"))
    result = built(tmp_path)
    assert result.exit_code == 1 and "不是本工具写成的样子" in result.stderr
    with pytest.raises(OSError, match="force=True"):
        deckgen.build(OUTLINE, tmp_path / "a.pptx")
    assert built(tmp_path, "--force").exit_code == 0


def test_a_deck_without_a_record_is_replaced_while_nobody_saved_it(tmp_path: Path) -> None:
    """As older versions wrote them, and --no-source writes them."""
    built(tmp_path, "--no-source")
    assert built(tmp_path, "--no-source").exit_code == 0
    edited(tmp_path / "a.pptx", lambda deck: type_into(deck, 2, "标题", "改过的题目"))
    assert "旧版本" in built(tmp_path).stderr


def test_a_deck_of_a_newer_version_is_not_overwritten(tmp_path: Path) -> None:
    from tests.pull.support import rewritten

    built(tmp_path)
    rewritten(tmp_path / "a.pptx", "customXml/item1.xml", lambda xml: xml.replace(b"urn:deckgen:source:1", b"urn:deckgen:source:2"))
    assert "请升级 deckgen" in built(tmp_path).stderr


def test_a_record_that_says_nothing_is_none_of_ours(tmp_path: Path) -> None:
    from tests.pull.support import rewritten

    built(tmp_path)
    rewritten(tmp_path / "a.pptx", "customXml/item1.xml", lambda xml: xml.replace(b'{"members"', b'{"'))
    assert built(tmp_path).exit_code == 1


def test_a_record_in_another_order_says_the_same(tmp_path: Path) -> None:
    """As earlier builds wrote it, with what it says of the other members at the end."""
    from tests.pull.support import rewritten

    built(tmp_path)
    members = re.compile(rb'"members":"([0-9a-f-]+)",')
    rewritten(
        tmp_path / "a.pptx",
        "customXml/item1.xml",
        lambda xml: members.sub(b"", xml).replace(b"}</source>", b",%b}</source>" % members.search(xml)[0][:-1]),
    )  # type: ignore[index]
    with open(tmp_path / "a.pptx", "rb") as file:
        assert origin_of(file, whole=False) == Origin("written")
    assert built(tmp_path).stderr == ""


def test_of_a_deck_as_it_was_written_the_record_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is megabytes of a long deck, read anew at each build."""
    built(tmp_path)
    monkeypatch.setattr("deckgen.pull.base.source_in", lambda package: pytest.fail("the record was read"))
    assert built(tmp_path).exit_code == 0


def test_check_and_the_live_page_say_that_the_deck_was_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    commanded("build", OUTLINE)
    (deck,) = (tmp_path / "dist").iterdir()
    asked = ["--format", "json", str(OUTLINE)]
    assert "pull/edited-since" not in commanded("check", *asked).stdout
    edited(deck, lambda open_deck: type_into(open_deck, 2, "标题", "改过的题目"))
    assert "pull/edited-since" in commanded("check", *asked).stdout
    compiled = seen(Request(str(OUTLINE)), "")
    assert [finding.rule for finding in compiled.findings if finding.rule.startswith("pull/")] == ["pull/edited-since"]
    assert str(deck) in compiled.files


def type_into(deck: pptx.presentation.Presentation, slide: int, name: str, words: str) -> None:
    shape = next(shape for shape in deck.slides[slide].shapes if shape.name == name)
    shape.text_frame.paragraphs[0].runs[0].text = words
    for run in shape.text_frame.paragraphs[0].runs[1:]:
        run.text = ""


def title_run(deck: pptx.presentation.Presentation) -> pptx.text.text._Run:
    return next(s for s in deck.slides[2].shapes if s.name == "标题").text_frame.paragraphs[0].runs[0]


def toggled(deck: pptx.presentation.Presentation) -> None:
    title_run(deck).font.bold = False


def recolored(deck: pptx.presentation.Presentation) -> pptx.dml.fill.FillFormat:
    shape = next(s for s in deck.slides[2].shapes if not s.is_placeholder and s.shape_type == 1)
    shape.fill.solid()
    return shape.fill


def move(deck: pptx.presentation.Presentation, old: int, new: int) -> None:
    slides = deck.slides._sldIdLst
    one = slides[old]
    slides.remove(one)
    slides.insert(new, one)


EDITS: dict[str, Callable[[pptx.presentation.Presentation], object]] = {
    "移动过": lambda deck: setattr(next(s for s in deck.slides[1].shapes if not s.is_placeholder), "left", Emu(100_000)),
    "填充颜色": lambda deck: setattr(recolored(deck).fore_color, "rgb", pptx.dml.color.RGBColor(1, 2, 3)),
    "删掉了": lambda deck: deck.slides[1].shapes._spTree.remove(next(s for s in deck.slides[1].shapes if s.is_placeholder)._element),
    "新加的": lambda deck: deck.slides[1].shapes.add_textbox(0, 0, 914_400, 914_400),
    "备注改过": lambda deck: deck.slides[1].notes_slide.notes_text_frame.paragraphs[0].runs[0].__setattr__("text", "另一句"),
    "隐藏了": lambda deck: deck.slides[1]._element.set("show", "0"),
    "从第 5 页移来": lambda deck: move(deck, 4, 1),
    "整页删掉了": lambda deck: deck.slides._sldIdLst.remove(deck.slides._sldIdLst[4]),
    "新加的页": lambda deck: deck.slides.add_slide(deck.slide_layouts[4]),
    "字号或颜色": lambda deck: setattr(title_run(deck).font, "size", Emu(127_000)),
    "加重的字变了": toggled,
    "换了背景": lambda deck: deck.slides[2].background.fill.solid(),
}


@pytest.mark.parametrize("said", EDITS)
def test_every_kind_of_edit_is_seen(said: str, tmp_path: Path) -> None:
    built(tmp_path)
    edited(tmp_path / "a.pptx", EDITS[said])
    assert said in built(tmp_path).stderr
