"""Before and after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.scene import ShapeBox, TextBox
from tests.kinds.figures import groups, lines, slide
from tests.support import compile_slides, line_text

DAYS: dict[str, Any] = {"label": "企业开办", "value": 3, "unit": "个工作日", "base": 12, "good": "down"}


def ledger(count: int, **fields: Any) -> dict[str, Any]:
    return {f"d{n}": DAYS | {"label": f"事项{n}"} | fields for n in range(count)}


@pytest.mark.parametrize("value", [3, "X"])
@pytest.mark.parametrize("count", [1, 3, 6])
def test_a_row_stands_for_every_figure(tmp_path: Path, theme_name: str, count: int, value: object) -> None:
    book = ledger(count, value=value)
    made = slide(tmp_path, theme_name, book, kind="compare", figures=list(book), old="2018年", new="2019年")
    assert len(groups(made)) == count
    assert lines(made).count("待填") == (count if value == "X" else 0)


def test_the_change_is_reckoned_from_base_and_value(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", ledger(3), kind="compare", figures=["d0", "d1", "d2"])
    assert lines(made).count("▼75%") == 3
    assert groups(made)["对比 事项0"].alt.endswith("原来12个工作日，▼75%")


def test_dots_stand_where_their_values_are_between_0_and_the_greater(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", ledger(1), kind="compare", figures=["d0"])
    found = {item.name: item.box for item in groups(made)["对比 事项0"].items if isinstance(item, ShapeBox)}
    track = found["轴"]
    middle = found["现在点"].x + found["现在点"].width // 2
    assert (middle - track.x) / track.width == pytest.approx(0.25, abs=0.001)
    assert found["原来点"].x + found["原来点"].width // 2 == track.right


def test_a_share_moves_by_points(tmp_path: Path) -> None:
    book = {"a": {"label": "满意率", "value": 98.6, "unit": "%", "base": 96.1}}
    assert "▲2.5个百分点" in lines(slide(tmp_path, "zhengwu-red", book, kind="compare", figures=["a"]))


def test_the_unit_that_all_share_stands_once(tmp_path: Path) -> None:
    made = slide(tmp_path, "zhengwu-red", ledger(3), kind="compare", figures=["d0", "d1", "d2"], old="2018年", new="2019年")
    assert lines(made).count("（个工作日）") == 1 and lines(made).count("12") == 3


@pytest.mark.parametrize(("base", "found"), [({}, ["d0"]), ({"base": "X"}, []), ({"base": 12}, [])])
def test_a_figure_without_an_earlier_value_is_noted(tmp_path: Path, base: dict[str, Any], found: list[str]) -> None:
    book = {"d0": {"label": "企业开办", "value": 3, "unit": "个工作日", **base}}
    built = compile_slides([{"kind": "compare", "title": "对比", "figures": ["d0"]}], tmp_path, "zhengwu-red", book)
    assert [finding.facts["name"] for finding in built.findings if finding.rule == "load/no-base"] == found


@pytest.mark.parametrize("count", [1, 6])
def test_a_value_in_words_stands_in_several_lines(tmp_path: Path, theme_name: str, count: int) -> None:
    book = ledger(count, value="Good with outstanding features", base="X", unit="")
    made = slide(tmp_path, theme_name, book, kind="compare", figures=list(book))
    ends = [next(item for item in group.items if item.name == "现在") for group in groups(made).values()]
    assert [" ".join(line_text(line) for line in end.paragraphs[0].lines) for end in ends if isinstance(end, TextBox)] == [
        "Good with outstanding features"
    ] * count
