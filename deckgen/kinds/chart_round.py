"""A ring or a pie, and beside it each part with its name and its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import scene
from deckgen.blocks.page import Page
from deckgen.blocks.passage import Passage
from deckgen.drawing import FINE
from deckgen.geometry import Box, px
from deckgen.names import Name
from deckgen.scene import ChartBox, Paragraph, Scale, Series, ShapeBox
from deckgen.style import Color

if TYPE_CHECKING:
    from deckgen.kinds.chart import Chart

CHART, PART, SWATCH_NAME = Name("图表", "Chart"), Name("占比", "Share"), Name("色块", "Swatch")
PIE_SHARE = 46  # percent of the width that the ring may take
GAP, SWATCH = px(48), px(22)
ROW_MOST = px(96)


def place_round(page: Page, slide: Chart, box: Box) -> None:
    from deckgen.kinds.chart_labels import shown_label
    from deckgen.kinds.chart_plot import alt_of
    from deckgen.kinds.chart_set import series_color

    (written,) = slide.series[:1]
    side = min(box.height, box.width * PIE_SHARE // 100)
    plot = Box(box.x, box.y + (box.height - side) // 2, side, side)
    fills = tuple(series_color(slide, number) for number in range(len(slide.categories)))
    values = tuple("" if each.value is None or each.value < 0 else format(each.value, "f") for each in written.values)
    style = page.setting("plot-label").style
    if not all(values):  # the shares of a whole that nobody knows
        pending = page.surface("pending")
        words = page.language.titled(slide.title.plain, page.language.furniture.pending)
        page.add(
            ShapeBox(
                name=page.name(CHART), box=plot, shape="ellipse", fill=pending.fill, stroke=pending.stroke, alt=words, source=slide.source
            )
        )
    else:
        page.add(
            ChartBox(
                name=page.name(CHART), box=plot, alt=alt_of(page, slide), kind="doughnut" if slide.type == "doughnut" else "pie", plot=plot,
                categories=tuple(category.plain for category in slide.categories),
                series=(Series(name=written.name.plain or slide.title.plain, values=values, labels=("",) * len(values), formats=("",) * len(values), fills=fills, styles=(style,) * len(values)),),
                scale=Scale("0", "1"), axis_style=style, source=slide.source,
            )
        )  # fmt: skip
    legend = Box(plot.right + GAP, box.y, box.right - plot.right - GAP, box.height)
    labels = [shown_label(each, written.format) for each in written.values]
    place_parts(page, slide, legend, labels, fills)


def place_parts(page: Page, slide: Chart, box: Box, labels: list[str], fills: tuple[Color, ...]) -> None:
    """Swatch, name and value, a row a part; what is X is dashed and says so."""
    height = min(box.height, ROW_MOST * len(labels))
    rows = Box(box.x, box.y + (box.height - height) // 2, box.width, height).rows(len(labels), px(8))
    unknown = page.language.bracketed("X", page.language.furniture.pending)
    words = [f"{category.plain}　{label or unknown}" for category, label in zip(slide.categories, labels, strict=True)]
    width = box.width - SWATCH - px(18)
    step = page.typesetter.largest("plot-share", lambda setting: all(setting.width(text) * 105 // 100 <= width for text in words))
    setting = page.setting("plot-share", step)
    for number, (category, label, row, fill) in enumerate(zip(slide.categories, labels, rows, fills, strict=True), 1):
        middle = row.y + row.height // 2
        swatch = page.surface("pending") if not label else None
        page.add(
            ShapeBox(
                name=page.name(SWATCH_NAME, number), box=Box(row.x, middle - SWATCH // 2, SWATCH, SWATCH),
                fill=swatch.fill if swatch else fill, stroke=swatch.stroke if swatch else None,
            )
        )  # fmt: skip
        if setting.width(words[number - 1]) > width:
            page.overflow(
                Passage(text=category, role="plot-share", breaks="none", what="categories").set_in(
                    setting, width - setting.width(label + "　")
                ),
                1,
            )
        value = setting.strong if label else setting.style.with_color(FINE)
        runs = (scene.StyledRun(f"{category.plain}　", setting.style), scene.StyledRun(label or unknown, value))
        page.text(
            page.name(PART, number, category.plain), Box(row.x + SWATCH + px(18), row.y, width, row.height),
            (Paragraph((runs,), setting.leading),), anchor="ctr", wraps=False, source=category.source,
        )  # fmt: skip
