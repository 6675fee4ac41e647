"""Pages of plain lines as a flat OpenDocument drawing, the plainest thing LibreOffice makes a PDF of."""

from __future__ import annotations

import re

from msgspec import Struct

PAGE_WIDTH, HALF_HEIGHT = 210.0, 148.5  # millimetres: half of an A4 page
NAMESPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
FACE = 'fo:font-family="微软雅黑" style:font-family-asian="微软雅黑"'


def paragraph_style(name: str, size: float, leading: float, color: str) -> str:
    # text-autospace: without it LibreOffice adds a quarter em where hanzi and Latin meet, and our lines would not fit.
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:line-height="{leading}pt" style:text-autospace="none"/>'
        f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt" fo:color="{color}" {FACE}/></style:style>'
    )


# Without `office:styles`, empty as it is, LibreOffice passes over the size of the page.
STYLES = (
    '<office:styles/><office:automatic-styles><style:page-layout style:name="half"><style:page-layout-properties fo:page-width="210mm" fo:page-height="148.5mm" '
    'style:print-orientation="landscape" fo:margin="0mm"/></style:page-layout><style:style style:name="page" style:family="drawing-page"/>'
    '<style:style style:name="box" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none" fo:padding-top="0mm" fo:padding-bottom="0mm" fo:padding-left="0mm" fo:padding-right="0mm" '
    'draw:auto-grow-height="false" draw:textarea-vertical-align="top" fo:wrap-option="no-wrap"/></style:style>'
    f"{paragraph_style('notes', 11, 17, '#1a1a1a')}{paragraph_style('caption', 9, 12, '#6a6a6a')}"
    '</office:automatic-styles><office:master-styles><style:master-page style:name="half" style:page-layout-name="half" draw:style-name="page"/>'
    "</office:master-styles>"
)  # fmt: skip


class TextFrame(Struct, frozen=True):
    """Lines one below the other, in the paragraph style `style`."""

    style: str
    x: float
    y: float
    width: float
    lines: tuple[str, ...]


def drawing(pages: list[list[TextFrame]]) -> str:
    """A document of these pages, each half an A4 page."""
    body = "".join(page(number, frames) for number, frames in enumerate(pages, 1))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{NAMESPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.graphics">{STYLES}'
        f"<office:body><office:drawing>{body}</office:drawing></office:body></office:document>"
    )


def page(number: int, frames: list[TextFrame]) -> str:
    return f'<draw:page draw:name="{number}" draw:master-page-name="half">{"".join(map(text_frame, frames))}</draw:page>'


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
