"""A native chart and the workbook behind it (imported only when a deck has one)."""

from __future__ import annotations

import datetime
import io
import re
from collections import Counter
from decimal import Decimal
from zipfile import ZipFile

import xlsxwriter

from deckgen.geometry import Box, px
from deckgen.language import Language
from deckgen.scene import ChartBox, Scale, Series
from deckgen.style import Color, Stroke, TextStyle
from deckgen.write.pptx.package import Package
from deckgen.write.pptx.text import spoken, typefaces
from deckgen.write.pptx.xml import DECLARATION, attribute, escape, fill, relationships, stroke

SHEET = "Sheet1"
BOOK_THEME = "xl/theme/theme1.xml"
SCRIPT_FACE = rb'<a:font script="[^"]*" typeface="[^"]*"/>'
CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222  # positive, unlike what python-pptx writes
LINE_CATEGORIES, LINE_VALUES = 333333333, 444444444
HEAD = (
    f'{DECLARATION}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/>'
)
NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/>'
)
DELETED, SMOOTH = '<c:delete val="1"/>', '<c:smooth val="0"/>'
GROUPING = {"stacked": "stacked", "stacked100": "percentStacked"}
HOLE = 60  # of a ring, percent
LINE_WIDTH, DOT_SIZE = px(3), 9


def chart_xml(chart: ChartBox, language: Language) -> str:
    """The plot where the scene says, scales with their ends, labels as they are shown, no grid, no legend, no title."""
    lang = spoken(language)
    return (
        f'{HEAD}<c:lang val="{language.tag}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f'{layout(chart.plot, chart.box)}{plots(chart, lang)}<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>{NOTHING}{text_properties(chart.axis_style, lang)}'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def layout(plot: Box, frame: Box) -> str:
    """The inner plot in shares of the frame (CT_ManualLayout)."""
    ends = {
        "x": (plot.x - frame.x) / frame.width, "y": (plot.y - frame.y) / frame.height,
        "w": plot.width / frame.width, "h": plot.height / frame.height,
    }  # fmt: skip
    values = "".join(f'<c:{name} val="{value:.6f}"/>' for name, value in ends.items())
    return f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'


def plots(chart: ChartBox, lang: str) -> str:
    """The plots of the chart with their axes: bars, and above them lines on an axis that is not shown."""
    if chart.kind in ("pie", "doughnut"):
        return round_plot(chart, lang)
    numbered = list(enumerate(chart.series))
    if chart.kind == "line":
        lines, columns = numbered, []
    else:
        lines, columns = [pair for pair in numbered if pair[1].line], [pair for pair in numbered if not pair[1].line]
    drawn = axes = ""
    if columns:
        drawn += bar_plot(chart, columns, lang)
        axes += category_axis(chart, lang) + value_axis(None if chart.kind == "stacked100" else chart.scale, chart.kind == "bar")
    if lines:
        ids = (LINE_CATEGORIES, LINE_VALUES) if columns else (CATEGORY_AXIS, VALUE_AXIS)
        drawn += line_plot(chart, lines, ids, lang)
        axes += hidden_axes(chart) if columns else category_axis(chart, lang) + value_axis(chart.scale, False)
    return drawn + axes


def bar_plot(chart: ChartBox, columns: list[tuple[int, Series]], lang: str) -> str:
    grouping = GROUPING.get(chart.kind, "clustered")
    position = "ctr" if chart.kind in GROUPING else "outEnd"
    overlap = '<c:overlap val="100"/>' if chart.kind in GROUPING else ""
    series = "".join(series_xml(chart, number, each, position, lang) for number, each in columns)
    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.kind == "bar" else "col"}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{chart.gap}"/>{overlap}<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )


def line_plot(chart: ChartBox, lines: list[tuple[int, Series]], ids: tuple[int, int], lang: str) -> str:
    series = "".join(series_xml(chart, number, each, "t", lang) for number, each in lines)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{ids[0]}"/><c:axId val="{ids[1]}"/></c:lineChart>'
    )


def round_plot(chart: ChartBox, lang: str) -> str:
    """A pie or a ring; its labels stand beside it, with their names."""
    (series,) = chart.series
    tag, hole = ("doughnutChart", f'<c:holeSize val="{HOLE}"/>') if chart.kind == "doughnut" else ("pieChart", "")
    return f'<c:{tag}><c:varyColors val="1"/>{series_xml(chart, 0, series, "", lang)}<c:firstSliceAng val="0"/>{hole}</c:{tag}>'


# ---- one series


def series_xml(chart: ChartBox, number: int, series: Series, position: str, lang: str) -> str:
    """Name, look, points that look otherwise, labels, categories, values: in the order of CT_BarSer, CT_LineSer and CT_PieSer."""
    line = position == "t"
    column = chr(66 + number)
    count = len(series.values)
    # LibreOffice takes what is see-through about the series for its points as well, so the series is of a solid colour.
    usual = Counter(solid if (solid := [each for each in series.fills if each.alpha == 100]) else series.fills).most_common(1)[0][0]
    invert = '<c:invertIfNegative val="0"/>' if position and not line else ""
    points = "" if line else "".join(point(n, each, invert) for n, each in enumerate(series.fills) if each != usual or not position)
    look = line_look(series.fills[0]) if line else f"<c:spPr>{fill(usual)}<a:ln><a:noFill/></a:ln></c:spPr>" if position else ""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}{"" if line else invert}{points}'
        f"{labels(series, position, lang) if position else ''}"
        f'<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{cached(chart.categories)}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${count + 1}</c:f><c:numCache><c:formatCode>{escape(number_format(series))}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{cached(series.values)}</c:numCache></c:numRef></c:val>{SMOOTH if line else ""}</c:ser>'
    )


def cached(values: tuple[str, ...]) -> str:
    """What the client shows before it opens the workbook; nothing for an empty cell."""
    return "".join(f'<c:pt idx="{n}"><c:v>{escape(value)}</c:v></c:pt>' for n, value in enumerate(values) if value)


def number_format(series: Series) -> str:
    """The format that most points have."""
    return Counter(series.formats).most_common(1)[0][0] or "General"


def point(number: int, color: Color, invert: str) -> str:
    border = "" if invert else stroke(Stroke(Color("lt2"), px(2)))
    return (
        f'<c:dPt><c:idx val="{number}"/>{invert}<c:bubble3D val="0"/>'
        f"<c:spPr>{fill(color)}{border or '<a:ln><a:noFill/></a:ln>'}</c:spPr></c:dPt>"
    )


def line_look(color: Color) -> str:
    line = stroke(Stroke(color, LINE_WIDTH))
    return (
        f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="circle"/><c:size val="{DOT_SIZE}"/>'
        f"<c:spPr>{fill(Color('lt1'))}{stroke(Stroke(color, px(2)))}</c:spPr></c:marker>"
    )


def labels(series: Series, position: str, lang: str) -> str:
    """The labels of a series; points with a format or a style of their own, or without a label, say so."""
    pairs = Counter((pattern, style) for pattern, style in zip(series.formats, series.styles, strict=True) if pattern)
    if not pairs:
        return f"<c:dLbls>{DELETED}</c:dLbls>"
    usual, style = pairs.most_common(1)[0][0]
    own = "".join(
        f'<c:dLbl><c:idx val="{n}"/>{label(pattern, look, position, lang) if pattern else DELETED}</c:dLbl>'
        for n, (pattern, look) in enumerate(zip(series.formats, series.styles, strict=True))
        if (pattern, look) != (usual, style)
    )
    return f"<c:dLbls>{own}{label(usual, style, position, lang)}</c:dLbls>"


def label(pattern: str, style: TextStyle, position: str, lang: str) -> str:
    return (
        f'<c:numFmt formatCode="{attribute(pattern)}" sourceLinked="0"/>{NOTHING}{text_properties(style, lang)}'
        f'<c:dLblPos val="{position}"/>{SHOWN}'
    )


# ---- axes


def category_axis(chart: ChartBox, lang: str) -> str:
    """The first bar on top; columns stand on a line."""
    order, place = ("maxMin", "l") if chart.kind == "bar" else ("minMax", "b")
    tick = "low" if chart.lines else "none"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/><c:axPos val="{place}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{tick}"/>'
        f'<c:spPr>{stroke(chart.axis)}</c:spPr>{text_properties(chart.axis_style, lang)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def value_axis(scale: Scale | None, lying: bool) -> str:
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{ends(scale)}</c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"t" if lying else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/></c:valAx>'
    )


def hidden_axes(chart: ChartBox) -> str:
    """Those of lines above columns: nobody sees them, they only put the lines into their band.

    They are there and drawn as nothing: LibreOffice forgets the scale of an axis that is deleted.
    """
    return (
        f'<c:catAx><c:axId val="{LINE_CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="b"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{LINE_VALUES}"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{LINE_VALUES}"/><c:scaling><c:orientation val="minMax"/>{ends(chart.line_scale)}</c:scaling><c:delete val="0"/>'
        '<c:axPos val="r"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="{LINE_CATEGORIES}"/><c:crosses val="max"/></c:valAx>'
    )


def ends(scale: Scale | None) -> str:
    """The ends of a scale; shares of a whole need none."""
    return f'<c:max val="{scale.high}"/><c:min val="{scale.low}"/>' if scale else ""


def text_properties(style: TextStyle, lang: str) -> str:
    """Labels never turn: a client that finds them too long breaks them."""
    return (
        f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{style.size}" b="{int(style.bold)}">{fill(style.color)}'
        f"{typefaces(style)}</a:defRPr></a:pPr><a:endParaRPr {lang}/></a:p></c:txPr>"
    )


def chart_rels(number: int) -> str:
    return relationships([("rId1", "package", f"../embeddings/Microsoft_Excel_Sheet{number}.xlsx")])


# ---- the workbook


def workbook(chart: ChartBox, timestamp: str, language: Language) -> bytes:
    """The numbers as a workbook, so that “编辑数据” opens them; its bytes depend on nothing but the chart and the moment."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": datetime.datetime.fromisoformat(timestamp.replace("Z", "+00:00")).replace(tzinfo=None)})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 24)
    for row, name in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, name)
    for column, series in enumerate(chart.series, 1):
        style = book.add_format({"num_format": number_format(series)})
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value:
                sheet.write_number(row, column, Decimal(value), style)  # a float would be written as 8.199999999999999
    book.close()
    return repacked(buffer, language)


def repacked(buffer: io.BytesIO, language: Language) -> bytes:
    """The same members as a package of ours: fixed dates, fixed order; the theme names faces of Chinese in a Chinese deck only."""
    result = io.BytesIO()
    package = Package(result)
    with ZipFile(buffer) as source:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = source.read(name)
            package.add(name, data if language.chinese or name != BOOK_THEME else re.sub(SCRIPT_FACE, b"", data))
    package.close()
    return result.getvalue()
