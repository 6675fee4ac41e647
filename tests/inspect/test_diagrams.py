"""SmartArt is judged by what PowerPoint drew of it: sizes, colours and words, never its fit, which PowerPoint sees to."""

from __future__ import annotations

import io
from functools import cache

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from deckgen.inspect.deck import read_deck
from deckgen.inspect.rules.run import check_deck
from deckgen.score.run import score_deck

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"'
)
DRAWING = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
DATA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
FRAME = """<p:graphicFrame {ns}><p:nvGraphicFramePr><p:cNvPr id="9" name="流程图" descr="三步"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>
<p:xfrm><a:off x="1000000" y="2000000"/><a:ext cx="6000000" cy="3000000"/></p:xfrm>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="{data}" r:lo="" r:qs="" r:cs=""/>
</a:graphicData></a:graphic></p:graphicFrame>"""
BOX = """<dsp:sp modelId="{{{n}}}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr>
<dsp:spPr><a:xfrm><a:off x="{x}" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></dsp:spPr>
<dsp:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN" sz="{size}"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>
<a:t>{text}</a:t></a:r></a:p></dsp:txBody>
<dsp:txXfrm><a:off x="{x}" y="0"/><a:ext cx="1800000" cy="900000"/></dsp:txXfrm></dsp:sp>"""


@cache
def deck(*boxes: tuple[str, int, str], drawn: bool = True) -> bytes:
    """A titled slide with SmartArt of these boxes: text, size in hundredths of a point, fill."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "三步走"
    drawing = f"<dsp:drawing {NS}><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id='0' name=''/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>"
    for n, (text, size, fill) in enumerate(boxes):
        drawing += BOX.format(n=n, x=2_000_000 * n, text=text, size=size, fill=fill)
    drawing += "</dsp:spTree></dsp:drawing>"
    named = part(slide, "drawing1", "application/vnd.ms-office.drawingml.diagramDrawing+xml", drawing, DRAWING) if drawn else ""
    data = f'<dgm:dataModel {NS}><dgm:ptLst/><dgm:bg/><dgm:whole/><a:extLst><a:ext uri="x"><dsp:dataModelExt relId="{named}"/></a:ext></a:extLst></dgm:dataModel>'
    rid = part(slide, "data1", CT.DML_DIAGRAM_DATA, data, DATA)
    slide.shapes._spTree.append(parse_xml(FRAME.format(ns=NS, data=rid)))
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


def part(slide: object, name: str, kind: str, text: str, relation: str) -> str:
    made = Part(PackURI(f"/ppt/diagrams/{name}.xml"), kind, slide.part.package, text.encode())
    return str(slide.part.relate_to(made, relation))


def found(data: bytes) -> set[tuple[str, str]]:
    return {
        (finding.rule, str(finding.facts.get("text", "")))
        for finding in check_deck(data, "")
        if finding.rule.startswith(("a11y/con", "deck/"))
    }


def test_words_of_smartart_are_read_where_they_stand() -> None:
    slide = read_deck(deck(("先学一步", 2400, "222222"), ("深学一层", 2400, "222222"))).slides[0]
    texts = [(shape.name, shape.plain, shape.box.x if shape.box else 0) for shape in slide.shapes if shape.parent >= 0]
    assert texts == [("流程图", "先学一步", 1_000_000), ("流程图", "深学一层", 3_000_000)]


def test_small_and_pale_words_of_smartart_are_found() -> None:
    good = deck(("先学一步", 2400, "222222"))
    assert not found(good) & {("deck/small-print", "先学一步"), ("a11y/contrast", "先学一步")}
    assert found(deck(("先学一步", 900, "222222"))) >= {("deck/small-print", "先学一步")}
    assert found(deck(("先学一步", 2400, "EEEEEE"))) >= {("a11y/contrast", "先学一步")}


def test_smartart_is_said_neither_to_overflow_nor_to_be_silent() -> None:
    rules = {finding.rule for finding in check_deck(deck(("先学一步，深学一层，" * 12, 2400, "222222")), "")}
    assert not rules & {"deck/overflow-text", "deck/loose-text", "deck/overlapping-text", "a11y/alt-text", "a11y/reading-order"}


def test_smartart_without_its_drawing_is_a_box() -> None:
    slide = read_deck(deck(("先学一步", 900, "EEEEEE"), drawn=False)).slides[0]
    assert [shape.kind for shape in slide.shapes] == ["shape", "diagram"]


def test_words_of_smartart_are_held_as_well_as_in_a_placeholder() -> None:
    score = score_deck(read_deck(deck(("先学一步", 2400, "222222"))))
    assert (score.level, score.measures[0].points) == (3, 70)
