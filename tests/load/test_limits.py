"""What is told of a text without parsing it: whether it can nest dangerously deep."""

from __future__ import annotations

import pytest

from deckgen.load.limits import SAFE_DEPTH, may_be_deep
from tests.load.helpers import deck, findings_of


@pytest.mark.parametrize(("text", "deep"), [
    ("[" * SAFE_DEPTH, False), ("[" * (SAFE_DEPTH + 1), True), ("{" * (SAFE_DEPTH + 1), True), ("[]\n" * 2 * SAFE_DEPTH, False),
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
