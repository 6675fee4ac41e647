"""`--slides`: what is understood, and what is said about the rest."""

from __future__ import annotations

import pytest

from deckgen.messages import rendered
from deckgen.render.failure import RenderError
from deckgen.render.ranges import chosen


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("3", [3]),
        ("3-5", [3, 4, 5]),
        ("3-5,8", [3, 4, 5, 8]),
        ("8, 3-5", [3, 4, 5, 8]),
        ("3-5,4-6", [3, 4, 5, 6]),
        ("7-", [7, 8]),
        ("-2", [1, 2]),
        ("2–3，5、7", [2, 3, 5, 7]),
        ("4-4", [4]),
    ],
)
def test_slides_are_chosen(text: str, numbers: list[int]) -> None:
    assert chosen(text, 8) == numbers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9-3", "“9-3”前后颠倒\n  提示：是不是 3-9？"),
        ("0", "没有第 0 页\n  提示：--slides 可以是 1 到 15"),
        ("40", "没有第 40 页"),
        ("3-40", "没有第 40 页"),
        ("99999999", "看不懂"),
        ("a", "看不懂 --slides 的“a”"),
        ("3-5-7", "看不懂"),
        ("3 5", "看不懂"),
        (",", "看不懂"),
        ("-", "看不懂"),
        ("3,,5", "看不懂"),
        ("二", "看不懂"),
    ],
)
def test_what_is_no_range(text: str, words: str) -> None:
    with pytest.raises(RenderError) as failed:
        chosen(text, 15)
    assert words in rendered(failed.value.finding("a.pptx"), "zh")
