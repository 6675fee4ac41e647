"""What is told of a text without parsing it: whether it can nest dangerously deep."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckgen.diagnostics import Findings
from deckgen.files import Folder
from deckgen.load.limits import SAFE_DEPTH, expanded, may_be_deep
from deckgen.load.source import read_source
from deckgen.messages import rendered
from tests.load.helpers import deck, findings_of


@pytest.mark.parametrize(("text", "deep"), [
    ("[" * SAFE_DEPTH, False), ("[" * SAFE_DEPTH + "[{[]}]", False), ("[" * SAFE_DEPTH + "[{[[]]}]", True), ("[" * (SAFE_DEPTH + 1), True), ("{" * (SAFE_DEPTH + 1), True), ("[]\n" * 2 * SAFE_DEPTH, False),
    ("[{}]\n" * 2 * SAFE_DEPTH, False), ("[{a: [b]}]\n" * SAFE_DEPTH, False), ("'[']\n" * 2 * SAFE_DEPTH, True),
    (" " * (SAFE_DEPTH // 2) + "a: 1", True), (" " * (SAFE_DEPTH // 2 - 1) + "a: 1", False), ("a: 1\n" + "- " * SAFE_DEPTH, True),
])  # fmt: skip
def test_openers_and_indents_are_counted(text: str, deep: bool) -> None:
    assert may_be_deep(text) is deep


@pytest.mark.parametrize(
    ("text", "shown"),
    [("前面的话都很长很长很长完成}以后还有很多很多的话", "很长很长很长完成}以后还有很多很多"), ("甲}乙", "甲}乙")],
)
def test_a_lone_brace_is_shown_with_its_neighbours(text: str, shown: str) -> None:
    (finding,) = findings_of(deck(f"points: ['{text}', 乙]"))
    assert (finding.rule, finding.facts["text"]) == ("load/lone-brace", shown)


@pytest.mark.parametrize(
    ("text", "count"),
    [("甲", 1), ("[甲, 乙]", 3), ("{a: 甲}", 3), ("[&a [甲, 乙], *a]", 7), ("'" + "长" * 199 + "'", 2), ("'" + "长" * 200 + "'", 3)],
)
def test_nodes_are_counted_as_if_aliases_were_written_out(text: str, count: int) -> None:
    assert expanded(yaml.compose(text), {}, count) == count


def test_more_values_than_any_report_has_are_refused_before_they_are_composed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = deck("points: [甲, 乙]")
    monkeypatch.setattr("deckgen.load.limits.MAX_LINES", text.count("\n"))
    assert findings_of(text) == []
    monkeypatch.setattr("deckgen.load.limits.MAX_LINES", text.count("\n") - 1)
    (finding,) = findings_of(text)
    assert finding.rule == "load/too-many-values"


def test_a_file_larger_than_any_report_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "outline.yaml"
    with path.open("wb") as file:
        file.truncate(32 * 1024 * 1024 + 1)
    findings = Findings()
    assert read_source(str(path), Folder(), findings) is None
    (finding,) = findings.all
    assert finding.rule == "load/too-large" and "32 MB" in rendered(finding, "zh")
