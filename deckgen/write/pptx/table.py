"""Native tables: the frame on a slide, and the style of the theme that gives their grounds and rules."""

from __future__ import annotations

from deckgen.scene import TableBox, TableCell, TableLook
from deckgen.style import Color, Fill, Stroke
from deckgen.write.pptx.text import Click, written
from deckgen.write.pptx.xml import DECLARATION, color, fill, stroke

TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
STYLE_ID = "{8A1D0F52-3C47-4B6E-9D15-6F2E7B90C4D3}"  # only has to be the same in every deck of ours
SIDES = ("L", "R", "T", "B")


def table_graphic(table: TableBox, lang: str, click: Click | None = None, style: str = STYLE_ID) -> str:
    """What the graphic frame holds; its head is flagged, so that a screen reader says it with every cell."""
    flags = 'firstRow="1" bandRow="1"' + (' lastRow="1"' if table.total else "")
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in table.columns)
    rows = "".join(
        f'<a:tr h="{height}">{"".join(cell(each, lang, click) for each in row)}</a:tr>'
        for height, row in zip(table.rows, table.cells, strict=True)
    )
    return (
        f'<a:graphic><a:graphicData uri="{TABLE_URI}"><a:tbl><a:tblPr {flags}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
    )


def cell(cell: TableCell, lang: str, click: Click | None) -> str:
    """Text, margins, and a border of its own where it has one (CT_TableCellProperties)."""
    left, top, right, bottom = cell.margins
    paragraphs = "".join(written(para, None, lang, click) for para in cell.paragraphs)
    border = "" if cell.stroke is None else "".join(edge(f"a:ln{side}", cell.stroke) for side in SIDES)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="ctr">{border}</a:tcPr></a:tc>'
    )


def edge(tag: str, line: Stroke) -> str:
    return stroke(line).replace("<a:ln ", f"<{tag} ").replace("</a:ln>", f"</{tag}>")


def table_styles(look: TableLook) -> str:
    """The part with the style of the theme, which tables inserted by hand get as well."""
    rule = edge_style("bottom", look.rule) + edge_style("insideH", look.rule)
    parts = (
        part("wholeTbl", look.text, False, rule, look.row)
        + f"<a:band2H><a:tcStyle><a:tcBdr/>{ground(look.band)}</a:tcStyle></a:band2H>"
        + part("lastRow", look.text, True, edge_style("top", look.total), look.row)
        + part("firstRow", look.head_text, True, "", look.head)
    )
    return (
        f'{DECLARATION}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{STYLE_ID}">'
        f'<a:tblStyle styleId="{STYLE_ID}" styleName="deckgen">{parts}</a:tblStyle></a:tblStyleLst>'
    )


def part(tag: str, text: Color, bold: bool, borders: str, paint: Fill) -> str:
    weight = ' b="on"' if bold else ""
    return (
        f'<a:{tag}><a:tcTxStyle{weight}><a:fontRef idx="minor"/>{color(text)}</a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{ground(paint)}</a:tcStyle></a:{tag}>"
    )


def edge_style(side: str, line: Stroke) -> str:
    return f"<a:{side}>{stroke(line)}</a:{side}>"


def ground(paint: Fill) -> str:
    return f"<a:fill>{fill(paint)}</a:fill>"
