"""`deckgen new`: every kind builds at once without a fault, nothing that is there is touched; folders and speeches in the place of outlines."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.pipeline import Request, look
from deckgen.starters.starter import KINDS
from tests.cli.conftest import OUTLINE, Deckgen

ALLOWED = {"content/unknown-value"}  # a new ledger knows nothing yet


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_report_builds_at_once_and_nothing_is_to_be_said_of_it(deckgen: Deckgen, kind: str) -> None:
    assert deckgen("new", "报告", "--kind", kind).code == 0
    assert sorted(path.name for path in Path("报告").iterdir()) == ["figures.yaml", "outline.yaml"]
    ended = deckgen("check", "报告/outline.yaml", "--format", "json")
    assert ended.code == 0
    assert {finding.rule for finding in look(Request("报告/outline.yaml")).findings} == ALLOWED
    assert ended.out.count('"rule"') == ended.out.count('"rule": "content/unknown-value"')
    assert deckgen("build", "报告", "-o", "a.pptx").code == 0


def test_the_language_chooses_what_to_begin_with(deckgen: Deckgen) -> None:
    assert deckgen("new", "a", "--lang", "en").out.startswith("Wrote a/outline.yaml and a/figures.yaml")
    assert deckgen("new", "b").out.startswith("已写好 b/outline.yaml")
    assert "language: en-GB" in Path("a/outline.yaml").read_text(encoding="utf-8")
    assert "坚持" in Path("b/outline.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_theme_stands_in_the_head_once(deckgen: Deckgen, kind: str) -> None:
    assert deckgen("new", "a", "--kind", kind, "--theme", "yemu").code == 0
    assert Path("a/outline.yaml").read_text(encoding="utf-8").count("\ntheme: yemu\n") == 1
    assert Path("a/outline.yaml").read_text(encoding="utf-8").count("theme:") == 1
    assert deckgen("build", "a", "-o", "a.pptx").code == 0


def test_a_theme_that_is_not_there_makes_nothing(deckgen: Deckgen) -> None:
    ended = deckgen("new", "a", "--theme", "zhengwu-rad")
    assert ended.code == 2
    assert "zhengwu-red" in ended.err
    assert not Path("a").exists()


@pytest.mark.parametrize("name", ["outline.yaml", "figures.yaml"])
def test_what_is_there_is_left_alone(deckgen: Deckgen, name: str) -> None:
    Path("a").mkdir()
    Path("a", name).write_text("mine", encoding="utf-8")
    ended = deckgen("new", "a")
    assert (ended.code, ended.out) == (2, "")
    assert f"a/{name}" in ended.err
    assert [(path.name, path.read_text(encoding="utf-8")) for path in Path("a").iterdir()] == [(name, "mine")]


def test_a_file_is_no_folder(deckgen: Deckgen) -> None:
    assert deckgen("new", "outline.yaml").code == 2
    assert Path("outline.yaml").read_text(encoding="utf-8") == OUTLINE


def test_a_folder_stands_for_its_outline(deckgen: Deckgen) -> None:
    assert deckgen("build", ".", "-o", "a.pptx").code == 0
    Path("b").mkdir()
    assert "b: 错误[load/is-a-folder]" in deckgen("build", "b").err
    Path("b/我的报告.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("b/figures.yaml").write_text("figures: {}\n", encoding="utf-8")
    assert deckgen("build", "b", "-o", "b.pptx").code == 0  # the only one
    Path("b/另一份.yaml").write_text(OUTLINE, encoding="utf-8")
    assert "load/is-a-folder" in deckgen("build", "b").err  # which one?


@pytest.mark.parametrize("name", ["讲话稿.docx", "讲话稿.WPS"])
@pytest.mark.parametrize("command", ["build", "check", "preview"])
def test_a_speech_is_to_be_imported_first(deckgen: Deckgen, command: str, name: str) -> None:
    ended = deckgen(command, name)
    assert (ended.code, ended.out) == (2, "")
    assert f"deckgen import {name}" in ended.err
