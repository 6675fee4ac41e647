"""A table: what its rows come to, its type, the decimal marks of its columns, and what is wrong with it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import OutlineError
from deckgen.formats import format_of, formatted, is_format
from deckgen.scene import ShapeBox, TableBox, TextBox
from deckgen.style import Color
from tests.some import some
from tests.support import box_text, compile_slides, line_widths, theme_of

HEADS = ["指标", "目标", "完成"]
ROWS = [["地区生产总值（亿元）", "408.0", "412.6"], ["新增就业（万人）", "1.20", "1.26"], ["空气优良天数（天）", 208, 212]]


def slides_of(folder: Path, theme: str = "zhengwu-red", book: dict[str, object] | None = None, **fields: object) -> TableBox:
    built = compile_slides([{"kind": "table", "title": "主要指标", **fields}], folder, theme, book)
    (table,) = [item for item in built.scene.slides[1].items if isinstance(item, TableBox)]
    return table


def texts(table: TableBox) -> list[list[str]]:
    width = len(table.columns)
    found = [box_text(box) for box in table.boxes]
    return [found[at : at + width] for at in range(0, len(found), width)]


def refused(folder: Path, **fields: object) -> list[tuple[str, int]]:
    with pytest.raises(OutlineError) as raised:
        slides_of(folder, **fields)
    return [(finding.rule, finding.span.line) for finding in raised.value.findings if finding.severity == "error"]


def sizes(table: TableBox) -> set[int]:
    return {run.style.size for box in table.boxes for p in box.paragraphs for line in p.lines for run in line}


# ---- what is shown


def test_heads_and_rows_are_as_they_were_written(tmp_path: Path) -> None:
    assert texts(slides_of(tmp_path, columns=HEADS, rows=ROWS)) == [HEADS, *[list(map(str, row)) for row in ROWS]]


def test_figures_of_the_ledger_are_a_row_each_with_the_unit_beside_the_name(tmp_path: Path) -> None:
    book: dict[str, object] = {
        "gdp": {"label": "生产总值", "value": 412.6, "unit": "亿元", "change": "同比 +7.8%"},
        "rev": {"label": "财政收入", "value": "X", "unit": "亿元"},
    }
    table = slides_of(tmp_path, book=book, figures=["gdp", "rev"])
    assert texts(table) == [["指标", "数值", "变化"], ["生产总值（亿元）", "412.6", "同比▲7.8%"], ["财政收入（亿元）", "X", ""]]


def test_columns_choose_among_what_the_ledger_has(tmp_path: Path) -> None:
    book: dict[str, object] = {"gdp": {"label": "生产总值", "value": 412.6, "unit": "亿元", "source": "统计局"}}
    assert texts(slides_of(tmp_path, book=book, figures=["gdp"], columns=["指标", "完成", "来源"]))[1:] == [
        ["生产总值（亿元）", "412.6", "统计局"]
    ]


@pytest.mark.parametrize(("sort", "order"), [("-数量", ["乙", "丙", "甲", "丁"]), ("数量", ["甲", "丙", "乙", "丁"])])
def test_rows_are_sorted_by_a_column_and_the_sum_stays_last(sort: str, order: list[str], tmp_path: Path) -> None:
    rows = [["甲", 3], ["丁", "X"], ["乙", "1,200"], ["丙", 40], ["合计", "1,243"]]
    table = slides_of(tmp_path, columns=["单位", "数量"], rows=rows, total="last", sort=sort)
    assert [row[0] for row in texts(table)] == ["单位", *order, "合计"]
    assert table.total
    limited = slides_of(tmp_path, columns=["单位", "数量"], rows=rows, total="last", sort=sort, limit=2)
    assert [row[0] for row in texts(limited)] == ["单位", *order[:2], "合计"]


def test_a_format_is_for_numbers_and_rounds_half_up(tmp_path: Path) -> None:
    table = slides_of(tmp_path, columns=["甲", {"label": "乙", "format": "0.00"}], rows=[["一", 2.675], ["二", "不详"]])
    assert [row[1] for row in texts(table)] == ["乙", "2.68", "不详"]


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [("0", "1235"), ("0.0", "1234.6"), ("#,##0.0", "1,234.6"), ('"约"0"亿元"', "约1235亿元"), ("0.0%", "123455.0%")],
)
def test_number_formats(pattern: str, shown: str) -> None:
    assert is_format(pattern)
    assert formatted(Decimal("1234.55"), pattern) == shown
    assert formatted(Decimal("-3"), "0") == "−3"


def test_a_format_is_made_of_a_label() -> None:
    assert format_of("突破400亿元", "400") == '"突破"0"亿元";"−""突破"0"亿元"'
    assert format_of("1,234.50", "1,234.50").partition(";")[0] == "#,##0.00"
    assert format_of("−£4.2m", "−4.2", Decimal("-4.2")) == '"£"0.0"m";"−""£"0.0"m"'
    assert format_of("1.00万元", "1.00", Decimal(9950)) == '"1.00万元";"1.00万元"'


# ---- how it is set


def test_decimal_marks_of_a_column_stand_on_one_line(tmp_path: Path) -> None:
    theme = theme_of("zhengwu-red")
    table = slides_of(tmp_path, columns=HEADS, rows=ROWS)
    marks = {column: {decimal_mark(table.boxes[len(HEADS) * row + column], theme) for row in (1, 2, 3)} for column in (1, 2)}
    assert all(max(found) - min(found) <= 2 for found in some(marks.values())), marks


def decimal_mark(box: TextBox, theme: Any) -> int:
    """Where the whole part of a number ends, in EMU from the left of the slide, to the thousandth of an inch."""
    (paragraph,) = box.paragraphs
    text = "".join(run.text for line in paragraph.lines for run in line)
    (run,) = paragraph.lines[0]
    whole = text.partition(".")[0]
    tail = line_widths(paragraph, theme)[0] - line_widths(with_text(paragraph, whole, run), theme)[0]
    return (box.box.right - box.margins[2] - tail) // 914


def with_text(paragraph: Any, text: str, run: Any) -> Any:
    from msgspec import structs

    return structs.replace(paragraph, lines=((structs.replace(run, text=text),),))


@pytest.mark.parametrize(("count", "least"), [(1, 2400), (3, 2200), (6, 1800), (9, 1600)])
def test_type_grows_where_there_is_little_and_never_falls_under_the_floor(count: int, least: int, tmp_path: Path, theme_name: str) -> None:
    rows = [[f"第{n}项重点工作", "区发展改革委", "12月底前", n] for n in range(count)]
    table = slides_of(tmp_path, theme_name, columns=["任务", "牵头单位", "时限", "得分"], rows=rows)
    assert min(sizes(table)) >= least
    assert sum(table.columns) == table.box.width
    assert sum(table.rows) == table.box.height


def test_an_x_is_dashed_in_cells_and_nothing_else_is(tmp_path: Path) -> None:
    table = slides_of(tmp_path, columns=["指标", "数值", "变化"], rows=[["PX项目", "X", "▲ X%"], ["甲", 3, "▼ 2%"]])
    assert [box_text(box) for box in table.boxes if box.stroke] == ["X", "▲X%"]


# ---- what is wrong with it


def test_ragged_rows_are_named_by_their_line(tmp_path: Path) -> None:
    found = refused(tmp_path, columns=HEADS, rows=[["甲", 1, 2], ["乙", 1], ["丙", 1, 2, 3]])
    assert [rule for rule, _ in found] == ["load/ragged-row"] * 2
    assert found[0][1] < found[1][1]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"columns": HEADS}, "load/table-empty"),
        ({"rows": ROWS}, "load/table-empty"),
        ({"columns": HEADS, "rows": ROWS, "sort": "总投资"}, "load/no-such-column"),
        ({"columns": ["指标", "目标", {"label": "完成", "format": "两位"}], "rows": ROWS}, "load/number-format"),
        ({"columns": list("甲乙丙丁戊己庚"), "rows": [list("一二三四五六七")]}, "load/too-many"),
        ({"columns": HEADS, "rows": ["甲"]}, "load/wrong-entry"),
        ({"columns": HEADS, "rows": ROWS * 4}, "layout/table-rows"),
        ({"columns": ["甲"], "rows": [["很长的一段话" * 200]]}, "layout/overflow"),
    ],
)
def test_what_is_wrong_is_said(fields: dict[str, object], rule: str, tmp_path: Path) -> None:
    assert rule in {found for found, _ in refused(tmp_path, **fields)}


def test_more_rows_go_on_with_the_head_repeated(tmp_path: Path) -> None:
    import yaml

    from tests.support import compile_text

    slide = {"kind": "table", "title": "重点项目", "columns": HEADS, "rows": [[f"项目{n}", n, n] for n in range(20)]}
    head = {"title": "报告", "overflow": "continue", "parts": [{"title": "一", "slides": [slide]}]}
    built = compile_text(yaml.safe_dump(head, allow_unicode=True, sort_keys=False), tmp_path)
    tables = [item for page in built.scene.slides for item in page.items if isinstance(item, TableBox)]
    assert len(tables) == 3
    assert [texts(table)[0] for table in tables] == [HEADS] * 3
    assert [row[0] for table in tables for row in texts(table)[1:]] == [f"项目{n}" for n in range(20)]


def test_a_field_of_another_kind_names_the_kinds_that_have_it(tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        compile_slides([{"kind": "points", "title": "要点", "points": ["甲"], "columns": HEADS, "rows": ROWS}], tmp_path, "zhengwu-red")
    found = {finding.facts["key"]: str(finding) for finding in raised.value.findings if finding.rule == "load/field-of-another-kind"}
    assert set(found) == {"columns", "rows"}
    assert all("table" in words for words in some(found.values()))


# ---- what went well and what did not


@pytest.mark.parametrize("theme", ["zhengwu-red", "suxuan", "yemu"])
def test_changes_have_the_colour_of_what_they_mean_for_their_figure(theme: str, tmp_path: Path) -> None:
    """Less energy is good, more days are bad; a fall that nobody says more of is none to be proud of."""
    book: dict[str, object] = {
        "gdp": {"label": "生产总值", "value": 4, "unit": "亿元", "change": "同比 +7.8%"},
        "energy": {"label": "单位能耗", "value": 3, "unit": "吨", "change": "同比 -3.1%"},
        "days": {"label": "企业开办", "value": 3, "unit": "天", "change": "同比 +1.2%", "good": "down"},
    }
    surfaces = theme_of(theme).surfaces
    good, bad = surfaces["change-good"].fill, surfaces["change-bad"].fill
    table = slides_of(tmp_path, theme, book, figures=list(book))
    assert [colors(box) for box in table.boxes[2::3]][1:] == [{good}, {good}, {bad}]
    written = slides_of(tmp_path, theme, columns=["指标", "同比"], rows=[["甲", "▲ 1%"], ["乙", "▼ 2%"]])
    assert [colors(box) for box in written.boxes[1::2]][1:] == [{good}, {bad}]


def colors(box: TextBox) -> set[Color]:
    return {run.style.color for p in box.paragraphs for line in p.lines for run in line}


def test_results_stand_on_pills_that_keep_the_words_in_their_cells(tmp_path: Path) -> None:
    rows = [["甲", 1, "超额"], ["乙", 2, "未完成"], ["丙", 3, "核对中"], ["丁", 4, "X"]]
    built = compile_slides(
        [{"kind": "table", "title": "主要指标", "columns": ["指标", "完成", "结果"], "rows": rows}], tmp_path, "zhengwu-red"
    )
    items = built.scene.slides[1].items
    (table,) = [item for item in items if isinstance(item, TableBox)]
    pills = [item for item in items if isinstance(item, ShapeBox) and item.name.startswith("结果")]
    surfaces = theme_of("zhengwu-red").surfaces
    good, bad = surfaces["change-good"].fill, surfaces["change-bad"].fill
    assert [pill.stroke.color for pill in pills if pill.stroke] == [good, bad, Color("accent6")], "what is X has no result yet"
    for pill, cell in some(zip(pills, table.boxes[5::3], strict=False)):
        assert pill.shape == "roundRect" and not pill.alt and isinstance(pill.fill, Color) and pill.fill.alpha < 20
        assert (
            cell.box.x <= pill.box.x
            and pill.box.right <= cell.box.right
            and cell.box.y <= pill.box.y
            and pill.box.bottom <= cell.box.bottom
        )
        assert abs(2 * pill.box.x + pill.box.width - 2 * cell.box.x - cell.box.width) <= 2


def test_a_column_of_another_name_has_no_pills(tmp_path: Path) -> None:
    built = compile_slides(
        [{"kind": "table", "title": "甲", "columns": ["指标", "地点"], "rows": [["甲", "完成"]]}], tmp_path, "zhengwu-red"
    )
    assert not [item for item in built.scene.slides[1].items if isinstance(item, ShapeBox) and item.name.startswith("结果")]


def test_results_are_reckoned_from_the_targets_and_names_come_first_by_themselves(tmp_path: Path) -> None:
    """目标 | 完成 | 同比 | 结果: ahead, met and missed; of what is to fall, less is more; nothing while a value is X."""
    book = {
        "gdp": {"label": "地区生产总值", "value": 412.6, "unit": "亿元", "target": 400, "change": "同比 +7.8%"},
        "jobs": {"label": "新增就业", "value": 12000, "unit": "人", "target": 12000},
        "days": {"label": "企业开办", "value": 3, "unit": "天", "target": 2, "good": "down"},
        "cod": {"label": "化学需氧量排放", "value": 80, "unit": "吨", "target": 90, "good": "down"},
        "income": {"label": "居民收入", "value": "X", "unit": "元", "target": 30000},
    }
    cells = texts(slides_of(tmp_path, book=book, figures=list(book), columns=["目标", "完成", "同比", "结果"]))
    assert [row[0] for row in cells] == [
        "指标",
        "地区生产总值（亿元）",
        "新增就业（人）",
        "企业开办（天）",
        "化学需氧量排放（吨）",
        "居民收入（元）",
    ]
    assert [row[-1] for row in cells] == ["结果", "超额", "完成", "未完成", "超额", ""]
