"""SmartArt as PowerPoint drew it last: the shapes of its drawing part, where they stand on the slide.

The data of a diagram says nothing of sizes and places; PowerPoint keeps what it drew in a part of its own (MS-ODRAWXML 2.6.1
`drawing`), named by `dataModelExt` in the data. A diagram without that part stays a box that nobody can look into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckgen.inspect.package.parts import Relations
from deckgen.inspect.package.xml import A, Element, P, R, children, local

Parts = Callable[[str], Element | None]
DSP = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
TEXT_FRAME = DSP + "txXfrm"  # where the text of a shape stands, which need not be where the shape does


def drawing_of(frame: Element, relations: Relations, parts: Parts) -> Element | None:
    """The tree of the drawing that belongs to the SmartArt in a graphic frame."""
    marks = next((mark for mark in children(frame, A + "graphic", A + "graphicData") if local(mark) == "relIds"), None)
    data = None if marks is None else relations.by_id.get(marks.get(R + "dm", ""))
    root = None if data is None or data.external else parts(data.target)
    if root is None:
        return None
    named = next((mark.get("relId", "") for mark in root.iter() if local(mark) == "dataModelExt"), "")
    drawing = relations.by_id.get(named)
    return None if drawing is None or drawing.external else parts(drawing.target)


def drawn_shapes(drawing: Element) -> Iterator[tuple[Element, Element | None]]:
    """Each shape in the names of a slide's shapes, and where its text stands."""
    for shape in children(drawing, DSP + "spTree"):
        if shape.tag == DSP + "sp":
            yield as_slide_shape(shape), shape.find(TEXT_FRAME)


def as_slide_shape(shape: Element) -> Element:
    """The same content model under other names: `dsp:spPr` is what `p:spPr` is on a slide."""
    renamed = shape.makeelement(P + "sp", dict(shape.attrib))
    for child in shape:
        if not child.tag.startswith(DSP):
            continue
        copy = child.makeelement(child.tag.replace(DSP, P), dict(child.attrib))
        copy.extend(as_named(inside) for inside in child)
        renamed.append(copy)
    return renamed


def as_named(element: Element) -> Element:
    """`cNvPr` of the diagram in the slide's name; everything of DrawingML as it is."""
    if not element.tag.startswith(DSP):
        return element
    return element.makeelement(element.tag.replace(DSP, P), dict(element.attrib))
