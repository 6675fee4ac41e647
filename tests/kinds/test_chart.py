"""A chart: what its fields come to, its type, its scales and labels, what is X, and what is wrong with it."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from deckgen.diagnostics import OutlineError
from deckgen.pipeline import Built
from deckgen.plot import bars, dots, label_boxes
from deckgen.scene import ChartBox, ShapeBox, TextBox
from tests.some import some
from tests.support import box_text, compile_slides, text_boxes, walk, write

YEARS = [2015, 2016, 2017, 2018, 2019]
TOTAL = {"name": "总量（亿元）", "values": [20.6, 22.5, 24.9, 28.6, 31.2]}
GROWTH = {"name": "增速", "values": [7.2, 9.2, 10.7, 14.9, 9.1], "as": "line", "format": '0.0"%"'}


def built(folder: Path, theme: str = "zhengwu-red", book: dict[str, object] | None = None, **fields: object) -> Built:
    return compile_slides([{"kind": "chart", "title": "财政收入", **fields}], folder, theme, book)


def chart(folder: Path, theme: str = "zhengwu-red", book: dict[str, object] | None = None, **fields: object) -> ChartBox:
    (found,) = [item for item in walk(built(folder, theme, book, **fields).scene.slides[1].items) if isinstance(item, ChartBox)]
    return found


def refused(folder: Path, **fields: object) -> set[str]:
    with pytest.raises(OutlineError) as raised:
        built(folder, **fields)
    assert all(finding.span.line for finding in some(raised.value.findings))
    return {finding.rule for finding in raised.value.findings if finding.severity == "error"}


# ---- its type and its labels


@pytest.mark.parametrize(
    ("categories", "series", "kind"),
    [
        (YEARS, [TOTAL], "column"),
        (["教育", "卫生"], [{"name": "支出", "values": [3, 4]}], "bar"),
        (["一产", "二产", "三产"], [{"values": [12.3, 45.2, 42.5]}], "doughnut"),
        ([f"{n}月" for n in range(1, 11)], [{"name": "增速", "values": list(range(10))}], "line"),
        (YEARS, [TOTAL, GROWTH], "column"),
    ],
)
def test_the_type_is_chosen_from_the_data(categories: list[object], series: list[object], kind: str, tmp_path: Path) -> None:
    assert chart(tmp_path, categories=categories, series=series).kind == kind


def test_labels_are_as_they_were_written_and_their_formats_write_them(tmp_path: Path) -> None:
    book: dict[str, object] = {"gdp": {"label": "生产总值", "value": 400, "unit": "亿元", "suffix": "以上"}}
    made = chart(tmp_path, book=book, categories=[2018, 2019], series=[{"name": "总量", "values": ["382.10", "{gdp}"]}])
    assert made.series[0].labels == ("382.10", "400亿元以上")
    assert [pattern.partition(";")[0] for pattern in made.series[0].formats] == ["0.00", '0"亿元以上"']
    assert [Decimal(value) for value in made.series[0].values] == [Decimal("382.10"), Decimal(400)]


@pytest.mark.parametrize(("labels", "shown"), [("none", 0), ("ends", 2), ("all", 5)])
def test_as_many_labels_as_are_asked_for(labels: str, shown: int, tmp_path: Path) -> None:
    assert sum(map(bool, chart(tmp_path, categories=YEARS, series=[TOTAL], labels=labels).series[0].labels)) == shown


@pytest.mark.parametrize("highlight", ["", "2017"])
def test_one_column_stands_out_and_the_others_are_tinted(highlight: str, tmp_path: Path) -> None:
    made = chart(tmp_path, categories=YEARS, series=[TOTAL], **({"highlight": highlight} if highlight else {}))
    full = [str(YEARS[point]) for point, fill in enumerate(made.series[0].fills) if fill.alpha == 100]
    assert full == [highlight or "2019"]


@pytest.mark.parametrize("kind", ["column", "bar", "stacked", "line"])
def test_the_scale_ends_where_the_largest_label_still_fits(kind: str, theme_name: str, tmp_path: Path) -> None:
    made = chart(tmp_path, theme_name, type=kind, categories=YEARS, series=[{"name": "总量", "values": [1, 250, "999.9", 40, 7]}])
    inside = made.box
    for box in some(label_boxes(made)):
        assert box.box.y >= inside.y - 1 and box.box.right <= inside.right + made.plot.width // len(YEARS)
    if kind != "line":
        assert Decimal(made.scale.low) == 0


def test_a_negative_bar_has_its_label_and_its_category_apart(tmp_path: Path) -> None:
    made = chart(tmp_path, type="bar", categories=["甲街道", "乙街道"], series=[{"name": "增速", "values": [7.5, -3.2]}])
    categories, values = label_boxes(made)[:2], label_boxes(made)[2:]
    (negative,) = [box for box in values if "−" in box_text(box)]
    assert negative.box.x >= made.plot.x > categories[1].box.right
    assert negative.box.right < bars(made)[1].box.x


def test_lines_have_a_band_of_their_own_above_the_columns(tmp_path: Path) -> None:
    made = chart(tmp_path, categories=YEARS, series=[TOTAL, GROWTH])
    (points,) = dots(made)
    highest = min(box.box.y for box in label_boxes(made) if box_text(box) in made.series[0].labels)
    assert max(y for _, _, y in points) < highest
    assert min(y for _, _, y in points) > made.plot.y


def test_a_figure_of_the_ledger_is_its_history_and_its_value(tmp_path: Path) -> None:
    gdp = {"label": "生产总值", "value": "412.60", "unit": "亿元", "period": "2019年", "history": {2017: 350.5, 2018: 382.1}}
    made = chart(tmp_path, book={"gdp": gdp}, figure="gdp")
    assert made.categories == ("2017", "2018", "2019")
    assert [Decimal(value) for value in made.series[0].values] == [Decimal("350.5"), Decimal("382.1"), Decimal("412.6")]
    assert made.series[0].name == "生产总值（亿元）"
    unknown = chart(tmp_path, book={"gdp": gdp | {"value": "X"}}, figure="gdp")
    assert unknown.series[0].values[2] == ""


# ---- the file


def test_the_file_holds_every_series_and_its_workbook(tmp_path: Path) -> None:
    found = built(tmp_path, categories=YEARS, series=[TOTAL, GROWTH | {"values": [7.2, "X", 10.7, 14.9, 9.1]}])
    path = write(found.scene, tmp_path / "deck.pptx")
    (native,) = [shape.chart for shape in Presentation(str(path)).slides[1].shapes if shape.has_chart]
    assert [[round(value, 1) if value is not None else None for value in series.values] for plot in native.plots for series in plot.series] == [
        TOTAL["values"], [7.2, None, 10.7, 14.9, 9.1],
    ]  # fmt: skip
    sheet = load_workbook(io.BytesIO(native.part.chart_workbook.xlsx_part.blob)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == [None, "总量（亿元）", "增速"]
    assert rows[2] == ["2016", 22.5, None]
    assert write(found.scene, tmp_path / "again.pptx").read_bytes() == path.read_bytes()


# ---- what nobody knows


@pytest.mark.parametrize("kind", ["column", "bar", "line", "stacked", "stacked100", "pie", "doughnut"])
def test_an_x_is_a_dashed_place_that_says_so(kind: str, tmp_path: Path) -> None:
    slide = built(tmp_path, type=kind, categories=["甲", "乙", "丙"], series=[{"name": "数", "values": [30, "X", 20]}]).scene.slides[1]
    dashed = [item for item in slide.items if isinstance(item, ShapeBox) and item.stroke and item.stroke.dash and item.alt]
    assert len(dashed) == 1
    assert any("待填" in box_text(box) for box in text_boxes(slide))
    charts = [item for item in slide.items if isinstance(item, ChartBox)]
    assert [item.series[0].values[1] for item in charts] == (
        [] if kind in ("pie", "doughnut") else [""]
    )  # no share is known of an unknown whole


def test_a_chart_of_nothing_but_x_is_told_and_final_refuses_it(tmp_path: Path) -> None:
    from deckgen.pipeline import Request, compile_deck

    found = built(tmp_path, categories=["甲", "乙"], series=[{"name": "数", "values": ["X", "X"]}])
    assert not [item for item in found.scene.slides[1].items if isinstance(item, ChartBox)]
    assert "content/chart-unknown" in {finding.rule for finding in found.findings}
    text = (tmp_path / "outline.yaml").read_text(encoding="utf-8").replace("unknown-cell: 'off'", "unknown-cell: warning")
    (tmp_path / "outline.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(OutlineError) as raised:
        compile_deck(Request(str(tmp_path / "outline.yaml"), final=True))
    assert {finding.rule for finding in raised.value.findings if finding.severity == "error"} == {"content/unknown-cell"}


# ---- facts


def test_what_is_marked_in_a_fact_is_set_large(tmp_path: Path) -> None:
    slide = built(tmp_path, categories=YEARS, series=[TOTAL], facts=["**31.2亿元**，总量居全市第4位"], text="一句没有数的话").scene.slides[
        1
    ]
    (fact,) = [item for item in slide.items if isinstance(item, TextBox) and "31.2亿元" in box_text(item)]
    large, rest = fact.paragraphs
    assert large.lines[0][0].style.size >= 3200 > 2400 > rest.lines[0][0].style.size
    assert box_text(fact) == "31.2亿元总量居全市第4位"


def test_a_mark_within_a_sentence_leaves_one_space(tmp_path: Path) -> None:
    slide = built(
        tmp_path, categories=["2027/28"], series=[{"name": "Revenue", "values": [3]}], text="Now **fourth** in the county"
    ).scene.slides[1]
    (fact,) = [item for item in slide.items if isinstance(item, TextBox) and "fourth" in box_text(item)]
    assert "".join(run.text for run in fact.paragraphs[1].lines[0]) == "Now in the county"


# ---- what is wrong with it


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"categories": YEARS}, "load/chart-empty"),
        ({"series": [TOTAL]}, "load/chart-empty"),
        ({"categories": YEARS[:4], "series": [TOTAL]}, "load/series-length"),
        ({"categories": YEARS, "series": [TOTAL | {"values": [1, 2, 3, 4, "2019-05-01"]}]}, "load/not-a-number"),
        ({"categories": YEARS, "series": [TOTAL | {"values": [1, 2, 3, 4, "甲"]}]}, "load/not-a-number"),
        ({"categories": list("一二三四五六七八九"), "type": "pie", "series": [{"values": [1] * 9}]}, "load/pie-too-many"),
        ({"categories": YEARS[:2], "type": "pie", "series": [{"values": [1, 2]}, {"values": [1, 2]}]}, "load/pie-series"),
        ({"categories": YEARS[:2], "type": "doughnut", "series": [{"values": [1, -2]}]}, "load/negative-share"),
        ({"categories": YEARS[:2], "type": "stacked", "series": [{"values": [1, -2]}]}, "load/negative-share"),
        ({"categories": YEARS, "series": [TOTAL], "highlight": "2020"}, "load/no-such-category"),
        ({"categories": list(range(13)), "series": [{"name": "数", "values": list(range(12))}]}, "load/too-many"),
        ({"categories": YEARS, "series": [TOTAL | {"format": "两位"}]}, "load/number-format"),
        ({"categories": YEARS, "series": [TOTAL], "type": "radar"}, "load/unknown-value"),
        ({"categories": ["很长很长的一个类别名称" * 4, *YEARS[1:]], "series": [TOTAL], "type": "column"}, "layout/overflow"),
    ],
)
def test_what_is_wrong_is_said(fields: dict[str, object], rule: str, tmp_path: Path) -> None:
    assert rule in refused(tmp_path, **fields)


def told(made: Built) -> list[tuple[str, str]]:
    return [(finding.rule, finding.facts["count"]) for finding in made.findings if finding.rule == "layout/labels-hidden"]


def test_columns_side_by_side_stand_closer_where_their_labels_need_the_room(tmp_path: Path) -> None:
    series = [{"name": "目标", "values": ["400"] * 5}, {"name": "完成", "values": ["412.6"] * 5}]
    made = built(tmp_path, type="column", categories=YEARS, series=series, facts=["**37%** 的增长"], labels="all")
    (found,) = [item for item in walk(made.scene.slides[1].items) if isinstance(item, ChartBox)]
    assert found.gap < 100 and all(label for each in some(found.series) for label in each.labels)
    assert len({style.size for each in found.series for style in each.styles}) == 1
    assert told(made) == []


def test_labels_for_which_there_is_no_room_are_counted(tmp_path: Path) -> None:
    near = [{"name": name, "values": [values] * 12} for name, values in (("甲", 50), ("乙", 50), ("丙", 49))]
    made = built(tmp_path, type="bar", categories=[f"{n}区" for n in range(12)], series=near, labels="all")
    (found,) = [item for item in walk(made.scene.slides[1].items) if isinstance(item, ChartBox)]
    written = sum(bool(label) for each in found.series for label in each.labels)
    assert 0 < written < 36 and told(made) == [("layout/labels-hidden", str(36 - written))]
