"""What the tests of slides of figures share: one compiled slide, its groups, its texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deckgen.scene import Group, PlacedSlide, TextBox
from tests.layout.laws import LAWS
from tests.support import compile_slides, line_text, theme_of, walk

GDP: dict[str, Any] = {
    "label": "地区生产总值", "value": 412.6, "unit": "亿元", "prefix": "预计", "change": "同比 +7.8%", "decimals": 1, "rank": "全市第3位",
    "compare": {"全市平均": 390.5}, "target": 400, "history": {2017: 346.9, 2018: 382.7}, "period": "2019年",
}  # fmt: skip
UNKNOWN = GDP | {"value": "X", "change": "同比 +X%"}


def slide(folder: Path, theme: str, ledger: dict[str, Any], **fields: Any) -> PlacedSlide:
    made = compile_slides([{"title": "测试页面", **fields}], folder, theme, ledger).scene.slides[1]
    assert [fault for law in LAWS for fault in law(made, theme_of(theme))] == []
    return made


def groups(made: PlacedSlide) -> dict[str, Group]:
    return {item.name: item for item in made.items if isinstance(item, Group)}


def lines(made: PlacedSlide) -> list[str]:
    boxes = [item for item in walk(made.items) if isinstance(item, TextBox)]
    return [line_text(line) for box in boxes for paragraph in box.paragraphs for line in paragraph.lines if line_text(line).strip()]


def size_of(made: PlacedSlide, words: str) -> int:
    """The type size of the run that begins so."""
    boxes = [item for item in walk(made.items) if isinstance(item, TextBox)]
    return next(run.style.size for box in boxes for p in box.paragraphs for line in p.lines for run in line if run.text.startswith(words))
