"""Words for a slide, put together from stretches of the speech, so that a quantity in them is still known as one."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.speech.source import Piece, Speech

PhrasePart = Piece | str


class Phrase(Struct, frozen=True, gc=False):
    """Stretches of the speech and marks between them."""

    parts: tuple[PhrasePart, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def plain(self, speech: Speech) -> str:
        """As it is read."""
        return "".join(part if isinstance(part, str) else part.text(speech) for part in self.parts)


NOTHING = Phrase()
ENDS = " 　，。；：、,;:.!！—-"
# Words that lead over from the clause before, and would hang in the air without it.
CONNECTIVES = re.compile(
    r"(?:[Aa]nd |[Bb]ut |[Ss]o |同时|此外|其中|并且|而且|从而|进而|因此|为此|另外|特别是|尤其是|使得|以及|与此同时|在此基础上|总的来看|具体来说|一年来|过去一年|五年来|全年|今年以来)[，,]?"
    r"|(?:并|且|而|也|还|又|使|即|将|则|和|与|及)(?=[\u4e00-\u9fff]{3})(?!存|联|轨|进|网|购|重|举|非|立|要|肩|于|且|用户|来|平|谐|睦)"
)
WEAK_END = "的了和与及或并而且等其在为被把对向从以"
NOT_WEAK = (
    "目的",
    "为了",
    "共和",
    "中和",
    "祥和",
    "缓和",
    "饱和",
    "调和",
    "柔和",
    "谐和",
    "总和",
    "温和",
    "平和",
    "谦和",
    "参与",
    "给予",
    "赋予",
    "作为",
    "行为",
    "成为",
    "认为",
    "人为",
    "均等",
    "平等",
    "优等",
    "高等",
    "中等",
    "对等",
    "同等",
    "相对",
    "绝对",
    "应对",
    "方向",
    "导向",
    "面向",
    "走向",
    "动向",
    "所以",
    "可以",
    "得以",
    "加以",
    "予以",
    "存在",
    "所在",
    "内在",
    "实在",
    "潜在",
    "普及",
    "以及",
    "涉及",
    "并且",
    "而且",
    "极其",
    "的确",
    "为止",
    "有的放矢",
)


def phrase(*pieces: PhrasePart) -> Phrase:
    return Phrase(tuple(piece for piece in pieces if isinstance(piece, str) or piece.end > piece.start))


def trimmed(speech: Speech, piece: Piece) -> Piece:
    """`piece` without marks and space at its ends, and without a particle that would hang there (的, 了, 和)."""
    text = piece.text(speech)
    start, end = 0, len(text)
    while start < end and text[start] in ENDS + "）)”’》":
        start += 1
    while end > start and (text[end - 1] in ENDS or hangs(text[start:end])):
        end -= 1
    return piece.part(start, end)


def hangs(text: str) -> bool:
    """Whether the last character wants something behind it; an opened bracket does too."""
    if text[-1] in "（(“‘《「":
        return True
    return text[-1] in WEAK_END and text[-2:] not in NOT_WEAK and len(text) > 2 and not (text[-1] == "等" and "、" in text)


def without_connective(speech: Speech, piece: Piece) -> Piece:
    """`piece` without the words that lead over to it from before."""
    for _ in range(2):
        match = CONNECTIVES.match(piece.text(speech))
        if match is None or match.end() >= piece.end - piece.start:
            break
        piece = piece.behind(match.end())
    return piece


def balanced(text: str) -> bool:
    """Whether every quote and bracket in it has its partner."""
    return all(text.count(a) == text.count(b) for a, b in ("“”", "‘’", "《》", "（）", "()", "【】")) and text.count('"') % 2 == 0
