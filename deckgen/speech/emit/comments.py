"""What the files say to the person who edits them, in the language of the speech."""

from __future__ import annotations

from deckgen.diagnostics import Words
from deckgen.speech.figures.entry import LedgerEntry

OUTLINE_HEAD = Words(
    "由讲稿整理的幻灯片提纲。备注是讲稿原文，一字不少；标题、要点摘自原文，请按需要修改。",
    "An outline read from a speech. The notes are the speech word for word; titles and points are taken from it: change them as you like.",
)
OUTLINE_USE = Words(
    "改文字就在这里改；数字记在 figures.yaml，正文和备注用 {名称} 引用。标有“请核对”的地方是程序拿不准的。",
    "Change words here; figures stand in figures.yaml, texts and notes refer to them as {name}. “Please check” marks what was uncertain.",
)
OWN_FAULTS = Words(
    "讲稿里有这些规则认为是错误的地方，先当作提醒；改好以后请删去下面这一行",
    "the speech breaks these rules; they only warn until it is mended, then delete this line",
)
FIGURES_HEAD = Words(
    "指标台账：讲稿里的全部数字，按讲稿顺序排列。填数只改 value（有 change 的把其中的 X 一并改掉），幻灯片和备注随之更新。",
    "The ledger: every quantity of the speech in its order. Change value (and the X of a change); slides and notes follow.",
)
FROM_CONTEXT = Words("名称取自上下文", "the label comes from the context")
TWIN = Words("与前面一个指标同名、数值不同，请改成能区分的名称", "another figure has this label and another value; tell them apart")
NO_UNIT = Words("原文没有写单位", "the speech gives no unit")


class Comments:
    """Chooses the language; `lang` is zh or en."""

    def __init__(self, lang: str) -> None:
        self.english = lang == "en"

    def say(self, words: Words) -> str:
        return words.en if self.english else words.zh

    def check(self, words: Words) -> str:
        """# 请核对：…"""
        return f"{'please check: ' if self.english else '请核对：'}{self.say(words)}"


def written_out(count: int) -> Words:
    """Why so many quantities are no references."""
    return Words(
        f"有 {count} 个数字的写法与台账不同（如千位没有逗号、全角数字），备注里照原文写，没有引用台账。",
        f"{count} numbers are written otherwise than a ledger prints them; the notes have them as they are.",
    )


def entry_doubts(entry: LedgerEntry) -> list[Words]:
    """What a person should look at before the figure is presented."""
    quantity = entry.quantity
    no_unit = not quantity.unit and not quantity.rank and not quantity.value.strip("X×")
    doubts = ((not entry.sure, FROM_CONTEXT), (entry.twin, TWIN), (no_unit, NO_UNIT))
    return [words for applies, words in doubts if applies]
