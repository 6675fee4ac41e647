"""What is told of a text without parsing it: whether it can nest dangerously deep."""

from __future__ import annotations

import pytest

from deckgen.load.limits import SAFE_DEPTH, may_be_deep


@pytest.mark.parametrize(("text", "deep"), [
    ("[" * SAFE_DEPTH, False), ("[" * (SAFE_DEPTH + 1), True), ("{" * (SAFE_DEPTH + 1), True), ("[]\n" * 2 * SAFE_DEPTH, False),
    ("[{}]\n" * 2 * SAFE_DEPTH, False), ("[{a: [b]}]\n" * SAFE_DEPTH, False), ("'[']\n" * 2 * SAFE_DEPTH, True),
    (" " * (SAFE_DEPTH // 2) + "a: 1", True), (" " * (SAFE_DEPTH // 2 - 1) + "a: 1", False), ("a: 1\n" + "- " * SAFE_DEPTH, True),
])  # fmt: skip
def test_openers_and_indents_are_counted(text: str, deep: bool) -> None:
    assert may_be_deep(text) is deep
