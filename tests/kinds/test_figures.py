"""The dashboard, and the cards on other slides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from deckgen.scene import ShapeBox, TextBox
from tests.kinds.figures import GDP, UNKNOWN, groups, lines, size_of, slide
from tests.some import some
from tests.support import walk


def ledger(count: int, **fields: Any) -> dict[str, Any]:
    others = {
        f"f{n}": {"label": f"指标{n}", "value": 31.2, "unit": "亿元", "change": "同比 -9.1%", "target": 40, **fields}
        for n in range(1, count)
    }
    return {"gdp": GDP} | others


@pytest.mark.parametrize("count", range(1, 9))
def test_any_number_of_figures_stands(tmp_path: Path, theme_name: str, count: int) -> None:
    book = ledger(count)
    made = slide(tmp_path, theme_name, book, kind="figures", figures=list(book), text="增速高于全市")
    assert made.arrangement == {1: "number-and-history"}.get(count, "hero" if count in (3, 5, 7) else "grid")
    assert len(groups(made)) == count


def test_eight_figures_stand_beside_one_that_leads(tmp_path: Path, theme_name: str) -> None:
    book = ledger(9)
    made = slide(tmp_path, theme_name, book, kind="figures", figures=list(book)[1:], hero="gdp")
    assert (made.arrangement, len(groups(made))) == ("hero", 9)


def test_the_first_leads_in_larger_type(tmp_path: Path, theme_name: str) -> None:
    book = ledger(5)
    made = slide(tmp_path, theme_name, book, kind="figures", figures=list(book))
    assert size_of(made, "412.6") > size_of(made, "31.2") >= 3200


def test_the_slide_says_which_leads(tmp_path: Path) -> None:
    book = ledger(4)
    made = slide(tmp_path, "zhengwu-red", book, kind="figures", figures=list(book), hero="f2")
    assert "首要指标 指标2" in groups(made)


def test_a_bar_is_as_long_as_the_share_of_the_target(tmp_path: Path) -> None:
    book = ledger(3, value=30)
    made = slide(tmp_path, "zhengwu-red", book, kind="figures", figures=list(book))
    shapes = {item.name: item for item in walk(made.items) if isinstance(item, ShapeBox)}
    assert shapes["进度条 指标1"].box.width / shapes["进度槽 指标1"].box.width == pytest.approx(0.75, abs=0.001)
    assert "目标" not in groups(made)["指标卡 指标1"].name and "完成目标75.0%" in groups(made)["指标卡 指标1"].alt


def test_an_x_has_a_dashed_way_to_its_target(tmp_path: Path) -> None:
    book = ledger(3) | {"f1": {"label": "指标1", "value": "X", "unit": "亿元", "target": 40}}
    made = slide(tmp_path, "zhengwu-red", book, kind="figures", figures=list(book))
    shapes = {item.name: item for item in walk(made.items) if isinstance(item, ShapeBox)}
    stroke = shapes["进度槽 指标1"].stroke
    assert stroke is not None and stroke.dash and "进度条 指标1" not in shapes


# ---- cards beside points


def test_what_stands_before_a_value_goes_with_its_label(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", ledger(3), kind="points", points=["甲：一", "乙：二"], figures=["f1", "gdp"])
    assert "地区生产总值·预计" in lines(made)
    assert "412.6 亿元" in lines(made)


def test_a_headline_leads_an_odd_set_and_any_that_is_named(tmp_path: Path) -> None:
    book = ledger(4, change="")
    points = ["甲：一", "乙：二", "丙：三"]
    led = slide(tmp_path, "zhengwu-red", book, kind="points", points=points, figures=["gdp", "f1", "f2"])
    named = slide(tmp_path, "zhengwu-red", book, kind="points", points=points, figures=["f1", "f2"], hero="gdp")
    for made in (led, named):
        assert size_of(made, "412.6") > size_of(made, "31.2")


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 8])
def test_filling_in_makes_nothing_smaller(tmp_path: Path, theme_name: str, count: int) -> None:
    known = {f"f{n}": {"label": f"指标{n}", "value": 412.6, "unit": "亿元", "decimals": 1, "change": "同比 +7.8%"} for n in range(count)}
    unknown = {name: figure | {"value": "X", "change": "同比 +X%"} for name, figure in known.items()}
    points = ["甲：一", "乙：二"]
    filled = slide(tmp_path, theme_name, known, kind="points", points=points, figures=list(known))
    empty = slide(tmp_path, theme_name, unknown, kind="points", points=points, figures=list(known))
    assert size_of(filled, "412.6") >= size_of(empty, "X") >= 3200


def test_values_never_wrap(tmp_path: Path, theme_name: str) -> None:
    book = ledger(5)
    made = slide(tmp_path, theme_name, book, kind="points", points=["甲：一", "乙：二"], figures=list(book))
    texts = [item for item in walk(made.items) if isinstance(item, TextBox) and item.name.startswith(("数据", "首要"))]
    assert len(texts) == 5 and not any(text.wraps for text in texts)


def test_a_loss_has_another_colour_than_a_gain(tmp_path: Path) -> None:
    book = {name: {"label": name, "value": 3, "unit": "亿元", "change": f"同比 {sign}9.1%"} for name, sign in (("up", "+"), ("down", "-"))}
    made = slide(tmp_path, "zhengwu-red", book, kind="points", points=["甲：一", "乙：二"], figures=list(book))
    runs = [run for item in walk(made.items) if isinstance(item, TextBox) for p in item.paragraphs for line in p.lines for run in line]
    up, down = (next(run.style.color for run in runs if mark in run.text) for mark in "▲▼")
    assert up != down


def test_a_card_that_is_alone_is_no_higher_than_it_is_worth(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", {"gdp": UNKNOWN}, kind="points", points=["甲：一", "乙：二"], figures=["gdp"])
    card = groups(made)["指标卡 地区生产总值"]
    assert card.box.height < 270 * 9525 and size_of(made, "X") >= 4400


def test_a_value_in_words_breaks_between_them(theme_name: str, tmp_path: Path) -> None:
    book: dict[str, Any] = {"r": {"label": "Rating", "value": "Requires improvement"}}
    book |= {f"n{n}": {"label": f"Count {n}", "value": n + 1} for n in range(7)}
    made = slide(tmp_path, theme_name, book, kind="points", points=["One", "Two"], figures=list(book))
    assert {"Requires", "improvement"} <= set(lines(made))


@pytest.mark.parametrize("count", range(2, 9))
def test_values_in_words_stand_in_several_lines(tmp_path: Path, theme_name: str, count: int) -> None:
    words = ("Requires improvement", "全省综合考核优秀等次第一方阵", "Good with outstanding features")
    book = {f"f{n}": {"label": f"指标{n}", "value": words[n % 3]} for n in range(count)}
    made = slide(tmp_path, theme_name, book, kind="figures", figures=list(book))
    said = [group for name, group in groups(made).items() if "指标" in name]
    for n, group in some(enumerate(said)):
        assert words[n % 3].replace(" ", "") in "".join(lines(structs.replace(made, items=(group,)))).replace(" ", "")
    assert len(said) == count
