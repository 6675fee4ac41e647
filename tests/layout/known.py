"""Faults that are known and not yet mended: the laws pass over them, and each has a test that fails until it is mended."""

from __future__ import annotations

import re

from msgspec import Struct


class Known(Struct, frozen=True):
    faults: str  # a pattern over what a law says
    reason: str


KNOWN = (
    Known(r"年份: .* too high", "page.fitted allows one line even where the line is higher than the box: 80 pt × 110 % in 108 px"),
    Known(r"^\d+ 标题: 2\.0 px too high", "zhengwu-blue agenda.title: 30 pt × 125 % is 50 px, the box 48"),
    Known(r"标题 .* and (短语|眉题) ", "zhengwu-red: the box of title reaches 2 px over kicker (objectives) or motto (points)"),
    Known(r" 圆 \(level", "pairs.discs picks the size of each pair alone; siblings differ"),
    Known(r" 数字 \(level", "principles.place_numeral picks the size by the width of each cell; rows of 4 and 3 differ"),
)


def unknown(faults: list[str]) -> list[str]:
    return [fault for fault in faults if not any(re.search(known.faults, fault) for known in KNOWN)]
