"""Fields and entries that several kinds of slide have."""

from __future__ import annotations

from deckgen.fields import ICON, Entry, Field, FigureName, ListOf, figure_names, text
from deckgen.outline import Point

LEAD = text(2, 12, lines=True)

POINT = Entry(
    Point,
    {
        "lead": Field(LEAD, "要点的主题词", "what the point is about, in a few words"),
        "text": Field(text(0, 60), "一句话说明", "a sentence about it"),
        "icon": ICON,
    },
    short=("lead", "text"),
)

ITEM = Entry(
    Point,
    {
        "key": Field(text(2, 6), "关键词，2 到 6 个字", "the key word"),
        "lead": Field(LEAD, "完整的提法", "the full wording"),
        "text": Field(text(0, 60), "一句话说明", "a sentence about it"),
        "icon": ICON,
    },
    short=("lead", "text"),
)

# What sections and slides of points have.
POINTS = {
    "motto": Field(text(2, 20), "标题下面的一行短语", "a line under the title"),
    "points": Field(ListOf(POINT, 8), "要点", "the points", required=True),
    "figures": Field(figure_names(8), "作为指标卡显示的台账名称", "names of the ledger, shown as cards"),
    "hero": Field(
        FigureName(),
        "`figures` 里领头的一个，用大卡片；不写时，3、5、7 个里第一个有变化的金额领头",
        "the one of `figures` that leads in a larger card; of 3, 5 or 7 the first leads where it is money that moves",
    ),
}
