"""Words that say which way a figure went: 增长, 下降, up, fell."""

from __future__ import annotations

from typing import Literal

Direction = Literal["up", "down", ""]

RISES = ("增长", "提高", "增加", "上升", "提升", "扩大", "回升", "上涨", "翻番", "翻一番", "翻两番")
FALLS = ("下降", "减少", "降低", "回落", "下滑", "缩减", "压减", "压缩", "缩短", "缩小", "下跌", "减幅", "降幅")
LATIN_RISES = frozenset(
    {"up", "rose", "rise", "risen", "rising", "increase", "increased", "grew", "grown", "growth", "higher", "doubled", "tripled"}
)
LATIN_FALLS = frozenset(
    {"down", "fell", "fall", "fallen", "falling", "decrease", "decreased", "reduced", "lower", "shrank", "halved", "cut"}
)


def direction_of(words: str) -> Direction:
    """Which way the words say it went; "" where they say none, or both."""
    latin = {word.strip(".,;:").lower() for word in words.split()} if words.isascii() else set()
    falls = any(word in words for word in FALLS) or not LATIN_FALLS.isdisjoint(latin)
    rises = any(word in words for word in RISES) or not LATIN_RISES.isdisjoint(latin)
    if falls == rises:
        return ""
    return "down" if falls else "up"
