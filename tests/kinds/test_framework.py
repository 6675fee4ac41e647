"""A framework: a bar, tiers with a large numeral, members, and numbers that are held against them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckgen.diagnostics import Finding, OutlineError
from deckgen.kinds.framework import Tier
from deckgen.outline import Run, Text
from deckgen.scene import Item, PlacedSlide, TextBox
from tests.some import some
from tests.support import box_text, compile_slides, compile_text

PLAN = [
    {"name": "1个目标", "items": ["率先建成示范区"]},
    {"name": "3大主导产业", "items": ["先进制造", "新型材料", "现代服务"]},
    {"name": "4大攻坚", "items": ["供给侧", "城市", "乡村", "开放"]},
]


def placed(folder: Path, **fields: object) -> PlacedSlide:
    slide = {"kind": "framework", "title": "工作布局", "tiers": PLAN, **fields}
    return compile_slides([slide], folder, "zhengwu-red").scene.slides[1]


def named(slide: PlacedSlide) -> dict[str, Item]:
    return {item.name: item for item in slide.items}


def text_of(item: Item) -> TextBox:
    assert isinstance(item, TextBox)
    return item


def miscounted(folder: Path, **fields: object) -> list[Finding]:
    slide = {"kind": "framework", "title": "工作布局", "tiers": PLAN, **fields}
    text = yaml.safe_dump({"title": "报告", "parts": [{"title": "一", "slides": [slide]}]}, allow_unicode=True, sort_keys=False)
    try:
        found = compile_text(text, folder).findings
    except OutlineError as error:
        found = error.findings
    return [finding for finding in found if finding.rule == "content/claim-count"]


def errors_of(folder: Path, **fields: object) -> list[tuple[str, int]]:
    with pytest.raises(OutlineError) as raised:
        placed(folder, **fields)
    return [(finding.rule, finding.span.line) for finding in raised.value.findings if finding.severity == "error"]


def test_a_first_tier_of_one_member_is_the_bar_on_top(tmp_path: Path) -> None:
    items = named(placed(tmp_path))
    bar = text_of(items["顶栏"])
    assert box_text(bar) == "1个目标：率先建成示范区"
    assert "层级1 3大主导产业" in items and "成员1 先进制造" in items
    top = text_of(named(placed(tmp_path, top="率先建成示范区"))["顶栏"])
    assert box_text(top) == "率先建成示范区"
    assert len([name for name in named(placed(tmp_path, top="率先建成示范区")) if name.startswith("层级")]) == 3


def test_the_numeral_stands_before_its_name_and_is_larger(tmp_path: Path) -> None:
    name = text_of(named(placed(tmp_path))["层级1 3大主导产业"])
    numeral, words = name.paragraphs[0].lines[0]
    assert (numeral.text, words.text) == ("3", "大主导产业")
    assert numeral.style.size >= 2 * words.style.size


def test_members_share_their_row_and_one_size(tmp_path: Path) -> None:
    items = named(placed(tmp_path))
    members = [text_of(item) for name, item in items.items() if name.startswith("成员") and "色边" not in name]
    assert len({run.style.size for box in members for p in box.paragraphs for line in p.lines for run in line}) == 1
    first, second = items["成员1 先进制造"].box, items["成员7 供给侧"].box
    assert first.y < second.y and first.x == second.x and first.width > second.width
    right = items["标题"].box.right
    assert items["成员3 现代服务"].box.right == items["成员10 开放"].box.right == right


def test_a_name_that_counts_otherwise_than_its_members_is_an_error_at_its_place(tmp_path: Path) -> None:
    tiers = [*PLAN[:1], {"name": "3大主导产业", "items": ["先进制造", "新型材料"]}, {"name": "五项保障", "items": ["党建"]}]
    found = miscounted(tmp_path, tiers=tiers)
    assert [(finding.facts["claimed"], finding.facts["found"]) for finding in found] == [("3", "2"), ("5", "1")]
    assert found[0].span.line < found[1].span.line or found[0].span.column < found[1].span.column
    assert [finding.facts["found"] for finding in miscounted(tmp_path, claim="五个层面")] == ["3"]
    assert miscounted(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "numeral", "count"),
    [
        ("3大主导产业", "3", 3), ("12项工作", "12", 12), ("五项保障", "五", 5), ("十二条措施", "十二", 12), ("两翼", "两", 2), ("3 priorities", "3", 3),
        ("X个目标", "X", None), ("1号线", "", None), ("2019年", "", None), ("5.2%", "", None), ("一体化", "", None), ("30日", "", None),
        ("目标", "", None), ("3", "", None), ("一", "", None), ("第3批", "", None),
    ],
)  # fmt: skip
def test_only_a_number_that_counts_is_a_numeral(name: str, numeral: str, count: int | None) -> None:
    tier = Tier(name=Text((Run(name),)), items=())
    assert tier.numeral == numeral
    assert (tier.claim.count if tier.claim else None) == count


@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
@pytest.mark.parametrize("page", ["16:9", "4:3"])
@pytest.mark.parametrize(("tiers", "members"), [(1, 1), (2, 6), (4, 6), (4, 1)])
def test_any_number_of_tiers_fits_either_page(tmp_path: Path, theme: str, page: str, tiers: int, members: int) -> None:
    rows = "\n".join(f"    - {{name: {members}项重点工作, items: [{', '.join(['深化改革'] * members)}]}}" for _ in range(tiers))
    text = f"title: 题\npage: '{page}'\nparts:\n- title: 部\n  slides:\n  - kind: framework\n    title: 布局\n    top: 率先建成示范区\n    tiers:\n{rows}\n"
    slide = compile_text(text, tmp_path, theme=theme).scene.slides[1]
    members_placed = [text_of(item) for item in slide.items if item.name.startswith("成员") and "色边" not in item.name]
    assert len(members_placed) == tiers * members
    assert all(box.ink_height <= box.box.height for box in some(members_placed))
    assert min(run.style.size for box in members_placed for p in box.paragraphs for line in p.lines for run in line) >= 1800


@pytest.mark.parametrize("field", ["name", "items", "top"])
def test_words_that_do_not_fit_are_refused(tmp_path: Path, field: str) -> None:
    tier = {"name": "保障", "items": ["党建"]} | (
        {"name": "保障措施落实" * 9} if field == "name" else {"items": ["党的建设" * 60]} if field == "items" else {}
    )
    top = "率先建成示范区" * (20 if field == "top" else 1)
    assert {rule for rule, _ in errors_of(tmp_path, tiers=[tier, tier], top=top)} == {"layout/overflow"}
