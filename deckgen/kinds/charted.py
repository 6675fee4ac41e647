"""What the fields of a chart come to together: categories and series of one length, from the ledger where a figure is named."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import structs

from deckgen.diagnostics import Findings, listed, near
from deckgen.figures import Figure, Ledger
from deckgen.formats import is_format
from deckgen.outline import Quantity, Run, Text

if TYPE_CHECKING:
    from deckgen.kinds.chart import Chart

TIME = re.compile(r"(?:19|20)\d{2}.*|.*[月季年]度?|Q[1-4].*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec).*")
ROUND = ("pie", "doughnut")
WHOLES = ("pie", "doughnut", "stacked", "stacked100")  # their parts add up to something
SHARES_MOST = 4
LINE_FROM = 9  # points of time from which a line says more than columns
HUNDRED = (Decimal("99.5"), Decimal("100.5"))


def charted(slide: Chart, ledger: Ledger, findings: Findings) -> Chart:
    """The chart with categories, series and type as they are shown; what is wrong with them is noted at its place."""
    if slide.figure is not None and not slide.series:
        slide = from_ledger(slide, ledger.figures[slide.figure.name])
    if slide.data is not None and not slide.series:
        slide = from_file(slide, findings)
        if not slide.series:
            return slide  # why, has been told
    if not slide.categories or not slide.series:
        findings.error(slide.source, "load/chart-empty", what="categories" if slide.series else "series")
        return structs.replace(slide, series=())
    if not lengths_agree(slide, findings):
        return structs.replace(slide, series=())
    slide = structs.replace(sorted_points(slide), type=slide.type or chosen_type(slide))
    hold(slide, findings)
    return slide


def from_file(slide: Chart, findings: Findings) -> Chart:
    """The table of a file as categories and series."""
    from deckgen.kinds.chart import CATEGORIES_MOST, SERIES_MOST, ChartSeries
    from deckgen.kinds.gridded import plotted_series

    if slide.data is None or not slide.data.rows:
        return slide
    categories, series = plotted_series(slide.data, ChartSeries, findings)
    if len(categories) > CATEGORIES_MOST:
        findings.error(categories[CATEGORIES_MOST].source, "load/too-many", key="categories", count=len(categories), most=CATEGORIES_MOST)
    if len(series) > SERIES_MOST:
        findings.error(series[SERIES_MOST].source, "load/too-many", key="series", count=len(series), most=SERIES_MOST)
    return structs.replace(slide, categories=categories, series=series, data=None)


def lengths_agree(slide: Chart, findings: Findings) -> bool:
    wrong = [series for series in slide.series if len(series.values) != len(slide.categories)]
    for series in wrong:
        findings.error(series.source, "load/series-length", name=series.name.plain, count=len(series.values), wanted=len(slide.categories))
    return not wrong


def from_ledger(slide: Chart, figure: Any) -> Chart:
    """The history of a figure, and its value last, under the year that its period names."""
    history: Any = getattr(figure, "history", {})
    figure = figure.in_one_scale(*history.values())
    source = slide.figure.source if slide.figure else slide.source
    categories = [*history, year_of(figure, list(history))]
    texts = [figure.shown(amount)[0] for amount in history.values()] if history else []
    texts.append(figure.number)
    values = [Quantity(Text((Run(words, figure=figure.name),), source), number_in(words)) for words in texts]
    unit = f"{figure.currency}{figure.counted_in}"
    name = f"{figure.label}（{unit}）" if unit and not figure.label.isascii() else f"{figure.label} ({unit})" if unit else figure.label
    from deckgen.kinds.chart import ChartSeries

    series = ChartSeries(name=Text((Run(name),), source), values=tuple(values), source=source)
    return structs.replace(slide, categories=tuple(Text((Run(str(word)),), source) for word in categories), series=(series,))


def year_of(figure: Figure, before: list[str]) -> str:
    """2019 of the period 2019年; else the year after the last one of the history, else the period, else the label."""
    if match := re.search(r"(?:19|20)\d{2}", figure.period):
        return match[0]
    if before and re.fullmatch(r"(?:19|20)\d{2}", str(before[-1])):
        return str(int(before[-1]) + 1)
    return figure.period or figure.label


def number_in(words: str) -> Decimal | None:
    match = re.search(r"-?[0-9][0-9,]*(?:\.[0-9]+)?", words.replace("−", "-"))
    return Decimal(match[0].replace(",", "")) if match else None


def sorted_points(slide: Chart) -> Chart:
    """By the first series; what nobody knows stands last."""
    if slide.sort not in ("up", "down"):
        return slide
    first = slide.series[0].values
    known = sorted(
        (n for n, each in enumerate(first) if each.value is not None), key=lambda n: first[n].value, reverse=slide.sort == "down"
    )
    order = known + [n for n, each in enumerate(first) if each.value is None]
    series = tuple(structs.replace(each, values=tuple(each.values[n] for n in order)) for each in slide.series)
    return structs.replace(slide, categories=tuple(slide.categories[n] for n in order), series=series)


def chosen_type(slide: Chart) -> str:
    """What the data look like: a line beside columns, a run of years, shares of a whole, or bars to compare."""
    if any(getattr(series, "as") == "line" for series in slide.series):
        return "combo"
    timely = all(TIME.fullmatch(category.plain) for category in slide.categories)
    count = len(slide.categories)
    if timely:
        return "line" if count >= LINE_FROM else "column"
    if len(slide.series) > 1:
        return "column"
    values = [each.value for each in slide.series[0].values]
    if count <= SHARES_MOST and all(value is not None and value > 0 for value in values):
        total = sum((value for value in values if value is not None), Decimal(0))
        if HUNDRED[0] <= total <= HUNDRED[1] and count > 1:
            return "doughnut"
    return "bar"


def hold(slide: Chart, findings: Findings) -> None:
    """What a chart of its type cannot show."""
    for series in slide.series:
        if series.format and not is_format(series.format):
            findings.error(series.source, "load/number-format", got=series.format)
    if slide.type in ROUND:
        hold_round(slide, findings)
    values = [each for series in slide.series for each in series.values]
    if slide.type in WHOLES:
        for each in values:
            if each.value is not None and each.value < 0:
                findings.error(each.text.source, "load/negative-share", got=each.text.plain, type=slide.type)
    names = [category.plain for category in slide.categories]
    if slide.highlight and slide.highlight not in names:
        wanted = slide.highlight
        findings.error(slide.source, "load/no-such-category", name=wanted, known=listed(names), near=near(wanted, names))
    if all(each.value is None for each in values):
        findings.warn(slide.source, "content/chart-unknown", title=slide.title.plain)


def hold_round(slide: Chart, findings: Findings) -> None:
    """A pie has one row of a few parts."""
    if len(slide.series) > 1:
        findings.error(slide.series[1].source, "load/pie-series", type=slide.type, count=len(slide.series))
    if len(slide.categories) > SHARES_MOST:
        findings.error(slide.categories[SHARES_MOST].source, "load/pie-too-many", count=len(slide.categories), most=SHARES_MOST)
