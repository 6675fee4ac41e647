"""Which faces stand in for those a theme names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deckgen.scene import FontPair

# What looks like a face, on Windows with WPS, on a Mac, on Linux; the last is what every viewer has.
SONG = ("宋体", "SimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", "serif")
HEI = ("微软雅黑", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")
KAI = ("楷体", "KaiTi", "Kaiti SC", "STKaiti", *SONG)
FANG_SONG = ("仿宋", "FangSong", "STFangsong", *SONG)
STAND_INS = {
    "华文中宋": ("STZhongsong", *SONG),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "STZhongsong", *SONG),
    "宋体": SONG,
    "华文宋体": ("STSong", *SONG),
    "楷体": KAI,
    "华文楷体": KAI,
    "仿宋": FANG_SONG,
    "华文仿宋": FANG_SONG,
    "等线": ("DengXian", *HEI),
    "黑体": ("SimHei", "Heiti SC", *HEI),
    "Times New Roman": ("Times", "Liberation Serif", "Noto Serif CJK SC", "serif"),
    "Georgia": ("Times New Roman", "Liberation Serif", "serif"),
    "Cambria": ("Caladea", "Times New Roman", "Liberation Serif", "serif"),
    "Arial": ("Helvetica", "Liberation Sans", "Noto Sans CJK SC", "sans-serif"),
    "Calibri": ("Carlito", "Arial", "Liberation Sans", "sans-serif"),
}

# What Latin letters and digits begin; a space or a mark inside goes with them.
LATIN = re.compile("[\u0021-\u007e\u00a1-\u024f]+(?: +[\u0021-\u007e\u00a1-\u024f]+)*")


QUOTES = re.compile("([“”‘’]+)")


@cache
def families(face: str, fallback: str = "") -> str:
    """A `font-family`: the face itself, then what looks most like it; for a face not known here that is the theme's `fallback`."""
    unknown = (fallback, *STAND_INS.get(fallback, HEI)) if fallback else HEI
    names = dict.fromkeys((face, *STAND_INS.get(face, unknown)))
    return ", ".join(name if name in ("serif", "sans-serif") else f"'{name}'" for name in names)


def pieces(text: str, fonts: FontPair, quotes: str = "") -> Iterator[tuple[str, str]]:
    """`text` cut where the face changes, between Latin and Chinese and at quotes that have one of their own: (piece, face)."""
    if quotes and QUOTES.search(text):
        for number, piece in enumerate(QUOTES.split(text)):  # quotes at every other place
            if number % 2:
                yield piece, quotes
            elif piece:
                yield from pieces(piece, fonts)
        return
    if fonts.latin == fonts.ea:
        yield text, fonts.ea
        return
    at = 0
    for match in LATIN.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], fonts.ea
        yield match[0], fonts.latin
        at = match.end()
    if at < len(text):
        yield text[at:], fonts.ea
