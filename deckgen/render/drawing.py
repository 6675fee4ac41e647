"""Pages of plain lines as a flat OpenDocument drawing, the plainest thing LibreOffice makes a PDF of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from deckgen.render.paper import Sheet

NAMESPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
FACE = 'fo:font-family="微软雅黑" style:font-family-asian="微软雅黑"'
OUTSIDE = 0.12  # millimetres from a slide to the middle of the line around it, which the slide would cover else
CAPTION_PT, CAPTION_LEADING_PT = 9, 12


class TextFrame(Struct, frozen=True):
    """Lines one below the other, in the paragraph style `style`."""

    style: str
    x: float
    y: float
    width: float
    lines: tuple[str, ...]


class Edge(Struct, frozen=True):
    """A thin line around a slide: a white one would have no edge."""

    x: float
    y: float
    width: float
    height: float


def drawing(pages: Sequence[Sequence[TextFrame | Edge]], sheet: Sheet) -> str:
    """A document of these pages, on the paper of the sheet and in its type."""
    body = "".join(page(number, items) for number, items in enumerate(pages, 1))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{NAMESPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.graphics">{styles(sheet)}'
        f"<office:body><office:drawing>{body}</office:drawing></office:body></office:document>"
    )


def styles(sheet: Sheet) -> str:
    # Without `office:styles`, empty as it is, LibreOffice passes over the size of the page.
    width, height = sheet.paper.width, sheet.paper.height
    return (
        f'<office:styles/><office:automatic-styles><style:page-layout style:name="sheet"><style:page-layout-properties fo:page-width="{width}mm" fo:page-height="{height}mm" '
        'style:print-orientation="portrait" fo:margin="0mm"/></style:page-layout><style:style style:name="page" style:family="drawing-page"/>'
        '<style:style style:name="box" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none" fo:padding-top="0mm" fo:padding-bottom="0mm" fo:padding-left="0mm" fo:padding-right="0mm" '
        'draw:auto-grow-height="false" draw:textarea-vertical-align="top" fo:wrap-option="no-wrap"/></style:style>'
        '<style:style style:name="edge" style:family="graphic"><style:graphic-properties draw:stroke="solid" svg:stroke-width="0.2mm" svg:stroke-color="#969696" draw:fill="none"/></style:style>'
        f"{paragraph_style('notes', sheet.size_pt, sheet.leading_pt, '#1a1a1a')}{paragraph_style('caption', CAPTION_PT, CAPTION_LEADING_PT, '#6a6a6a')}"
        '</office:automatic-styles><office:master-styles><style:master-page style:name="sheet" style:page-layout-name="sheet" draw:style-name="page"/>'
        "</office:master-styles>"
    )


def paragraph_style(name: str, size: float, leading: float, color: str) -> str:
    # text-autospace: without it LibreOffice adds a quarter em where hanzi and Latin meet, and our lines would not fit.
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:line-height="{leading}pt" style:text-autospace="none"/>'
        f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt" fo:color="{color}" {FACE}/></style:style>'
    )


def page(number: int, items: Sequence[TextFrame | Edge]) -> str:
    drawn = "".join(edge(item) if isinstance(item, Edge) else text_frame(item) for item in items)
    return f'<draw:page draw:name="{number}" draw:master-page-name="sheet">{drawn}</draw:page>'


def edge(around: Edge) -> str:
    box = rectangle(around.x - OUTSIDE, around.y - OUTSIDE, around.width + 2 * OUTSIDE, around.height + 2 * OUTSIDE)
    return f'<draw:rect draw:style-name="edge" {box}/>'


def text_frame(frame: TextFrame) -> str:
    lines = "".join(f'<text:p text:style-name="{frame.style}">{content(line)}</text:p>' for line in frame.lines)
    return f'<draw:frame draw:style-name="box" {rectangle(frame.x, frame.y, frame.width, 1)}><draw:text-box>{lines}</draw:text-box></draw:frame>'


def rectangle(x: float, y: float, width: float, height: float) -> str:
    return f'svg:x="{x:.3f}mm" svg:y="{y:.3f}mm" svg:width="{width:.3f}mm" svg:height="{height:.3f}mm"'


def content(line: str) -> str:
    """Element text; blanks are written out, which OpenDocument would fold into one."""
    kept = "".join(char for char in line if char >= " " or char == "\t")
    escaped = kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\t", "    ")
    return re.sub(" {2,}|^ ", lambda blanks: f'<text:s text:c="{len(blanks[0])}"/>', escaped)
