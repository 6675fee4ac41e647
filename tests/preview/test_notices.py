"""Findings in words, with the line that is meant and a link into the editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Finding, Span
from deckgen.preview.notices import Notice, Sources, editor_link, excerpt, notices


def noticed(finding: Finding, text: str = "", outline: str = "outline.yaml") -> Notice:
    (notice,) = notices([finding], None, Sources(outline, lambda path: text), "zh")
    return notice


def unknown_key(span: Span) -> Finding:
    return Finding(span, "load/missing-key", {"key": "title"})


def test_a_finding_is_said_with_its_place_and_its_line(tmp_path: Path) -> None:
    path = tmp_path / "outline.yaml"
    path.write_text("x", encoding="utf-8")
    notice = noticed(unknown_key(Span(str(path), 2, 3)), "甲: 1\n  titel: 乙\n", str(path))
    assert (notice.severity, notice.message, notice.hint) == ("error", "缺少字段 `title`", "请补上 `title:`")
    assert notice.place == "outline.yaml:2:3"
    assert notice.excerpt is not None
    assert (notice.excerpt.line, notice.excerpt.text, notice.excerpt.at) == (2, "  titel: 乙", 2)
    assert notice.href == f"vscode://file{path}:2:3"


def test_errors_come_first() -> None:
    found = [Finding(Span("a", n), "load/gb18030", {}, "warning" if n % 2 else "error") for n in range(4)]
    assert [notice.severity for notice in notices(found, None, Sources("a", lambda path: ""), "zh")] == ["error"] * 2 + ["warning"] * 2


@pytest.mark.parametrize("line", [0, 3, 99])
def test_a_line_that_is_not_there_is_not_quoted(line: int) -> None:
    assert noticed(unknown_key(Span("outline.yaml", line, 1)), "一\n二").excerpt is None


def test_an_excerpt_of_a_long_line_holds_the_place() -> None:
    text = "字" * 300 + "错" + "字" * 300
    found = excerpt(1, text, 300)
    assert found.text[found.at] == "错"
    assert found.text.startswith("…") and found.text.endswith("…") and len(found.text) < 200


def test_an_excerpt_keeps_the_column_where_a_tab_or_an_escape_stands() -> None:
    found = excerpt(1, "\ta\x1b: 乙", 3)
    assert (found.text, found.text[found.at]) == (" a : 乙", ":")


def test_an_excerpt_may_end_at_the_place() -> None:
    assert excerpt(1, "title:", 6).at == 6
    assert excerpt(1, "title:", 60).at == 6


def test_a_link_escapes_what_an_address_cannot_hold(tmp_path: Path) -> None:
    path = tmp_path / '报 告#1 "x"?%.yaml'
    path.write_text("", encoding="utf-8")
    link = editor_link(Span(str(path), 7, 2))
    assert link.startswith("vscode://file/") and link.endswith("%E6%8A%A5%20%E5%91%8A%231%20%22x%22%3F%25.yaml:7:2")


@pytest.mark.parametrize("path", ["", "--theme", "nowhere.yaml"])
def test_what_is_no_file_has_no_link(path: str) -> None:
    assert editor_link(Span(path, 1, 1)) == ""


def test_a_place_given_on_the_command_line_stays_as_it_is() -> None:
    assert noticed(unknown_key(Span("--theme"))).place == "--theme"
