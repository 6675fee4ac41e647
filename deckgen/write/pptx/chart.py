"""A native bar chart and the workbook behind it (imported only when a deck has one)."""

from __future__ import annotations

import datetime
import io
import re
from decimal import Decimal
from zipfile import ZipFile

import xlsxwriter

from deckgen.language import Language
from deckgen.scene import ChartBox
from deckgen.style import TextStyle
from deckgen.write.pptx.package import Package
from deckgen.write.pptx.text import spoken, typefaces
from deckgen.write.pptx.xml import DECLARATION, attribute, escape, fill, relationships

SHEET = "Sheet1"
BOOK_THEME = "xl/theme/theme1.xml"
SCRIPT_FACE = rb'<a:font script="[^"]*" typeface="[^"]*"/>'
CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222  # positive, unlike what python-pptx writes


def chart_xml(chart: ChartBox, language: Language) -> str:
    """Horizontal bars, the first on top, values at their ends, no grid and no value axis."""
    lang = spoken(language)
    count = len(chart.categories)
    categories = "".join(f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>' for i, name in enumerate(chart.categories))
    values = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(chart.values))
    number_format = attribute(chart.number_format)
    labels = (
        f'<c:dLbls><c:numFmt formatCode="{number_format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_properties(chart.label_style, lang)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>{SHEET}!$B$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(chart.series)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{fill(chart.fill)}<a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>{labels}'
        f'<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{categories}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!$B$2:$B${count + 1}</c:f><c:numCache><c:formatCode>{escape(chart.number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val></c:ser>'
    )
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<c:date1904 val="0"/><c:lang val="{language.tag}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="70"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>{category_axis(chart, lang)}{value_axis(chart)}'
        '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(chart.axis_style, lang)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def category_axis(chart: ChartBox, lang: str) -> str:
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(chart.axis_style, lang)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def value_axis(chart: ChartBox) -> str:
    lowest = "" if any(value.startswith("-") for value in chart.values) else '<c:min val="0"/>'
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{lowest}</c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        f'<c:numFmt formatCode="{attribute(chart.number_format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/></c:valAx>'
    )


def text_properties(style: TextStyle, lang: str) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{style.size}" b="{int(style.bold)}">{fill(style.color)}{typefaces(style)}'
        f"</a:defRPr></a:pPr><a:endParaRPr {lang}/></a:p></c:txPr>"
    )


def chart_rels(number: int) -> str:
    return relationships([("rId1", "package", f"../embeddings/Microsoft_Excel_Sheet{number}.xlsx")])


def workbook(chart: ChartBox, timestamp: str, language: Language) -> bytes:
    """The numbers as a workbook, so that “编辑数据” opens them; its bytes depend on nothing but the chart and the moment."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": datetime.datetime.fromisoformat(timestamp.replace("Z", "+00:00")).replace(tzinfo=None)})
    sheet = book.add_worksheet(SHEET)
    number_format = book.add_format({"num_format": chart.number_format})
    sheet.set_column(0, 0, 24)
    sheet.write_string(0, 1, chart.series)
    for row, (name, value) in enumerate(zip(chart.categories, chart.values, strict=True), 1):
        sheet.write_string(row, 0, name)
        sheet.write_number(row, 1, Decimal(value), number_format)  # a float would be written as 8.199999999999999
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
