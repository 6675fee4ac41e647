"""Charts wherever a scene may hold them: in groups, and several of one name; each keeps a part and a workbook of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec import structs
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.chart import Chart

from deckgen.inspect.rules.run import check_deck
from deckgen.scene import ChartBox, Group, Item
from tests.support import Deck, walk, write

Items = tuple[Item, ...]


def with_value(chart: ChartBox, value: str) -> ChartBox:
    """The chart with this value in all its bars: one that cannot be mistaken for another."""
    return structs.replace(chart, series=tuple(structs.replace(one, values=(value,) * len(one.values)) for one in chart.series))


def grouped(*items: Item) -> Group:
    return Group(name="图表组", box=items[0].box, items=items, alt="一组图表")


ARRANGED: list[tuple[str, Callable[[ChartBox], Items]]] = [
    ("in a group", lambda chart: (grouped(with_value(chart, "1")),)),
    ("in a group of a group", lambda chart: (grouped(grouped(with_value(chart, "1"))),)),
    ("two of one name", lambda chart: (with_value(chart, "1"), with_value(chart, "2"))),
    (
        "one of a name in a group, one beside it",
        lambda chart: (with_value(chart, "1"), grouped(with_value(chart, "2"), with_value(chart, "3"))),
    ),
]


@pytest.mark.parametrize("arrange", [pytest.param(arrange, id=what) for what, arrange in ARRANGED])
def test_a_chart_has_its_own_part_wherever_it_stands(
    arrange: Callable[[ChartBox], Items], decks: dict[tuple[str, str], Deck], tmp_path: Path
) -> None:
    scene = decks["zhengwu-red", "sample"].scene
    number, chart = next((slide.number, item) for slide in scene.slides for item in walk(slide.items) if isinstance(item, ChartBox))
    items = arrange(chart)
    slides = tuple(structs.replace(slide, items=items) if slide.number in (number, number + 1) else slide for slide in scene.slides)
    path = write(structs.replace(scene, slides=slides), tmp_path / "deck.pptx")
    wanted = [item.series[0].values for item in walk(items) if isinstance(item, ChartBox)]
    opened = Presentation(str(path))
    for slide in (opened.slides[number - 1], opened.slides[number]):  # the numbers run on from slide to slide
        charts = list(charts_of(slide.shapes))
        assert [tuple(f"{value:g}" for value in chart.plots[0].series[0].values) for chart in charts] == wanted
        assert [column_of(chart) for chart in charts] == wanted
    assert [finding.rule for finding in check_deck(path.read_bytes(), "") if finding.rule.startswith("package/")] == []


def charts_of(shapes: object) -> Iterator[Chart]:
    for shape in shapes:  # type: ignore[attr-defined]
        if shape.has_chart:
            yield shape.chart
        elif hasattr(shape, "shapes"):
            yield from charts_of(shape.shapes)


def column_of(chart: Chart) -> tuple[str, ...]:
    """The values in its workbook."""
    sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    return tuple(f"{row[1].value:g}" for row in sheet.iter_rows(min_row=2))


def test_the_workbook_of_a_chinese_chart_keeps_its_chinese_faces(sample_deck: Deck) -> None:
    slides = Presentation(str(sample_deck.path)).slides
    (chart,) = (chart for slide in slides for chart in charts_of(slide.shapes))
    with ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        assert b'script="Hans"' in book.read("xl/theme/theme1.xml")
