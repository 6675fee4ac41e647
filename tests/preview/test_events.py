"""A page is told everything once, then only what changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.preview.server import Server
from tests.preview.conftest import BASE, OUTLINE, listening


def test_the_first_event_tells_everything(server: Server, outline: Path) -> None:
    with listening(server) as stream:
        name, told = stream.next()
    assert name == "view"
    assert told["order"] == ["报告", "甲", "乙", "丙"]
    assert [page["notes"] for page in told["pages"]] == ["讲封面", "讲甲", "讲乙", "讲丙"]
    assert (told["title"], told["theme"], told["has_deck"], told["stale"]) == ("报告", "政务红", True, False)
    assert told["lines"][1:] == [7, 8, 9]
    assert told["editor"] == f"vscode://file{outline}"


def test_an_edit_sends_the_slides_that_changed_and_no_other(server: Server, outline: Path) -> None:
    with listening(server) as stream:
        before = {page["key"]: page["print"] for page in stream.next()[1]["pages"]}
        outline.write_text(OUTLINE.replace("第二件事", "另一件事"), encoding="utf-8")
        _, told = stream.next()
    (page,) = told["pages"]
    assert page["key"] == "乙" and page["print"] != before["乙"]
    assert told["order"] == list(before)


def test_a_fault_is_told_with_its_line_and_the_deck_stays(server: Server, outline: Path) -> None:
    with listening(server) as stream:
        stream.next()
        outline.write_text(OUTLINE.replace("title: 甲", 'title: "甲'), encoding="utf-8")
        _, told = stream.next()
        assert (told["has_deck"], told["stale"], told["pages"]) == (True, True, [])
        assert (told["errors"], told["notices"][0]["excerpt"]["line"], told["notices"][0]["slide"]) == (1, 7, 2)
        outline.write_text(OUTLINE, encoding="utf-8")
        _, told = stream.next()
        assert (told["stale"], told["notices"], told["pages"]) == (False, [], [])


def test_each_page_looks_at_its_own_theme(server: Server) -> None:
    with listening(server) as own, listening(server, "zhengwu-blue") as blue:
        assert own.next()[1]["theme"] == "政务红"
        assert blue.next()[1]["theme"] == "政务蓝"


def test_titles_travel_as_text(server: Server, outline: Path) -> None:
    evil = """'</script><script>alert("1")</script>&🎉'"""
    with listening(server) as stream:
        stream.next()
        outline.write_text(OUTLINE.replace("title: 甲", f"title: {evil}"), encoding="utf-8")
        _, told = stream.next()
    (page,) = told["pages"]
    assert page["title"] == evil[1:-1]
    svg = server.studio.drawing(page["print"]) or ""
    assert "<script" not in svg and "🎉" in svg


def test_a_file_written_beside_and_renamed_is_noticed(server: Server, outline: Path) -> None:
    with listening(server) as stream:
        stream.next()
        for n in range(3):
            beside = outline.with_name("outline.yaml.tmp")
            beside.write_text(OUTLINE.replace("第一件事", f"第{n}次保存"), encoding="utf-8")
            os.replace(beside, outline)
            assert [page["key"] for page in stream.next()[1]["pages"]] == ["甲"]


def test_a_ledger_that_the_ledger_extends_is_watched(server: Server, outline: Path) -> None:
    with listening(server) as stream:
        stream.next()
        base = outline.with_name("base.yaml")
        base.write_text(base.read_text(encoding="utf-8").replace("value: 7", "value: 8"), encoding="utf-8")
        assert [page["key"] for page in stream.next()[1]["pages"]] == ["乙"]


@pytest.mark.parametrize(
    ("file", "line", "moved"), [("outline.yaml", "figures: ", "figures.yaml"), ("figures.yaml", "extends: ", "base.yaml")]
)
def test_a_ledger_that_is_missing_is_waited_for(server: Server, outline: Path, file: str, line: str, moved: str) -> None:
    path = outline.with_name(file)
    with listening(server) as stream:
        stream.next()
        path.write_text(path.read_text(encoding="utf-8").replace(f"{line}{moved}", f"{line}sub/new.yaml"), encoding="utf-8")
        assert "load/missing-reference" in {notice["rule"] for notice in stream.next()[1]["notices"]}
        new = outline.parent / "sub" / "new.yaml"
        new.parent.mkdir()
        new.write_text(BASE, encoding="utf-8")
        assert stream.next()[1]["errors"] == 0


def test_the_end_of_the_preview_is_told(server: Server) -> None:
    with listening(server) as stream:
        stream.next()
        server.close()
        assert stream.next()[0] == "bye"
