"""`layout:` chooses an arrangement by name; what a kind offers is drawn in `deckgen kinds` and refused nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import OutlineError
from deckgen.geometry import Box
from deckgen.kinds.layouts import ARRANGEMENTS
from deckgen.kinds.registry import KINDS
from deckgen.messages import rendered
from deckgen.scene import PictureBox, PlacedSlide
from tests.some import some
from tests.support import compile_slides, walk

POINTS = [
    {"lead": "稳增长", "text": "抓项目、扩投资"},
    {"lead": "优结构", "text": "先进制造业占比提高"},
    {"lead": "防风险", "text": "守住底线"},
]
ITEMS = [{"key": "不平衡", "lead": "城乡差距较大", "text": "北部基础设施欠账"}, {"key": "不充分", "lead": "创新能力不强"}]
LEDGER = {f"f{n}": {"label": f"指标{n}", "value": 10 + n, "unit": "%", "prefix": "增长", "base": 9} for n in range(4)}
CONTENT: dict[str, dict[str, Any]] = {
    "section": {"points": POINTS}, "points": {"points": POINTS}, "statement": {"text": "坚持稳中求进"},
    "objectives": {"year": "2031年", "heading": "主要目标", "figures": [*LEDGER]}, "problems": {"items": ITEMS},
    "pairs": {"pairs": [{"pair": "稳/进", "lead": "经济增长", "text": "稳中求进"}] * 3},
    "picture": {"image": "a.jpg", "alt": "河道", "points": ["**18.6公里**步道", "**42处**截污"]},
    "pictures": {"images": [{"image": "a.jpg", "alt": "河道"}] * 3}, "figures": {"figures": [*LEDGER]},
}  # fmt: skip
CHOICES = [(kind.name, layout) for kind in KINDS.values() for layout in kind.layouts]


def placed(folder: Path, kind: str, layout: str, **fields: Any) -> PlacedSlide:
    from PIL import Image

    Image.new("RGB", (400, 300), (40, 90, 60)).save(folder / "a.jpg")
    slide = {"kind": kind, "title": "标题", "layout": layout, **CONTENT[kind], **fields}
    built = compile_slides([slide], folder, "zhengwu-red", LEDGER)
    return next(one for one in built.scene.slides if one.layout == kind)


def test_every_arrangement_is_drawn_and_told_in_both_languages() -> None:
    assert {(kind, name) for kind, names in ARRANGEMENTS.items() for name in names} == set(CHOICES)
    for kind, name in CHOICES:
        one = ARRANGEMENTS[kind][name]
        assert one.words.zh and one.words.en and len(one.drawing.strip("\n").splitlines()) >= 2


@pytest.mark.parametrize(("kind", "layout"), CHOICES)
def test_a_slide_is_arranged_as_its_author_says(kind: str, layout: str, tmp_path: Path) -> None:
    """Each name gives a slide of its own: no two of a kind place their items alike."""
    boxes = [item.box for item in walk(placed(tmp_path, kind, layout).items)]
    others = [name for name in KINDS[kind].layouts if name != layout]
    assert others and all(boxes != [item.box for item in walk(placed(tmp_path, kind, name).items)] for name in some(others))


def test_a_picture_stands_where_its_author_says(tmp_path: Path) -> None:
    def box(layout: str) -> Box:
        return next(item.box for item in walk(placed(tmp_path, "picture", layout).items) if isinstance(item, PictureBox))

    left, right, top = box("left"), box("right"), box("top")
    assert left.x == 0 and right.right == 12192000 and left.width == right.width and left.height == right.height == 6858000
    assert (top.x, top.y, top.width) == (0, 0, 12192000)


@pytest.mark.parametrize(("written", "told"), [("card", "是不是 `cards`？ 可以是：list、columns、cards、rows"), ("左边", "可以是：list")])
def test_an_unknown_name_is_told_the_others(written: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        placed(tmp_path, "points", written)
    (finding,) = [finding for finding in raised.value.findings if finding.severity == "error"]
    assert told.replace("？ ", "？") in rendered(finding, "zh").replace("？ ", "？")


def test_a_layout_that_does_not_hold_the_slide_names_those_that_do(tmp_path: Path) -> None:
    many = [{"lead": f"要点{n}", "text": "说明文字"} for n in range(6)]
    with pytest.raises(OutlineError) as raised:
        placed(tmp_path, "points", "rows", points=many)
    (finding,) = [finding for finding in raised.value.findings if finding.severity == "error"]
    assert finding.rule == "layout/unfit" and "list、columns、cards" in rendered(finding, "zh")
