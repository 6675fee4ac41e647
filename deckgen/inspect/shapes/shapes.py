"""The shape tree of a slide, flattened: every shape where it stands, groups before what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct, structs

from deckgen.inspect.package.xml import MC, A, C, Element, P, R, attributes, children, flag, inner, local, number
from deckgen.inspect.resolve.fills import NOTHING, Fill, fill_element, styled_fill
from deckgen.inspect.resolve.matrix import IDENTITY, Matrix, Transform, children_of, placed, read_frame
from deckgen.inspect.resolve.scope import Base, Scope, placeholder_of
from deckgen.inspect.shapes.diagrams import Parts, drawing_of, drawn_shapes
from deckgen.inspect.shapes.tables import read_table
from deckgen.inspect.shapes.text import Surroundings, read_link, read_text
from deckgen.inspect.values import FinishedText, Shape, Table

KINDS = {
    P + "sp": "shape",
    P + "pic": "picture",
    P + "graphicFrame": "object",
    P + "grpSp": "group",
    P + "cxnSp": "connector",
    P + "contentPart": "picture",
}
MEDIA = ("videoFile", "audioFile", "audioCd", "wavAudioFile", "quickTimeFile")
# The only uri under which PowerPoint heeds the flag.
DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
BOXES = ("rect", "roundRect", "round1Rect", "round2SameRect", "round2DiagRect", "snip1Rect", "flowChartProcess", "foldedCorner")
QUARTER = 90 * 60_000  # of a turn (ST_Angle)
MOST_SHAPES = 5_000  # of one slide; PowerPoint is unusable long before


class Holder(Struct, frozen=True):
    """A group, or the slide itself, around the shapes at hand."""

    index: int
    matrix: Matrix
    fill: Fill
    hidden: bool = False


SLIDE = Holder(-1, IDENTITY, NOTHING)


def nothing(part: str) -> Element | None:
    """Parts of a package for who wants to look into none."""
    return None


def read_shapes(root: Element, scope: Scope, with_placeholders: bool = True, parts: Parts = nothing) -> tuple[Shape, ...]:
    """From the bottom up, what SmartArt has drawn behind its frame; `parts` gives a part of the package by name.

    A stack of our own, since a hostile file may nest deeper than Python recurses.
    """
    shapes: list[Shape] = []
    waiting = [(child, SLIDE) for child in reversed(children(root, P + "cSld", P + "spTree"))]
    while waiting and len(shapes) < MOST_SHAPES:
        element, holder = waiting.pop()
        if element.tag == MC + "AlternateContent":
            waiting += [(child, holder) for child in reversed(branch(element))]
        elif element.tag in KINDS and (with_placeholders or placeholder_of(element) is None):
            shape = read_shape(element, scope, holder)
            if element.tag == P + "grpSp":
                matrix = children_of(inner(element, P + "grpSpPr", A + "xfrm"), holder.matrix)
                own = fill_element(element.find(P + "grpSpPr"))
                fill = holder.fill if own is None else scope.fill(own)
                inside = Holder(len(shapes), matrix, fill, shape.hidden)
                waiting += [(child, inside) for child in reversed(element)]
            shapes.append(shape)
            if shape.kind == "diagram":
                shapes += drawn(element, shape, len(shapes) - 1, scope, holder.matrix, parts)
    return tuple(shapes)


def drawn(frame: Element, diagram: Shape, index: int, scope: Scope, outer: Matrix, parts: Parts) -> list[Shape]:
    """What SmartArt shows, each shape as if it stood in a group; those without text are told by the frame's alt text."""
    drawing, place = drawing_of(frame, scope.relations, parts), frame_of(frame, None)
    if drawing is None or place is None:
        return []
    inside = Holder(index, placed(place, outer), NOTHING, diagram.hidden)
    shapes = []
    for element, text_frame in islice(drawn_shapes(drawing), MOST_SHAPES):
        shape = read_shape(element, scope, inside)
        own = read_frame(text_frame)
        if own is not None:
            style = element.find(P + "style")
            base = scope.plain.colored(next(iter(children(style, A + "fontRef")), None))
            shape = structs.replace(shape, text=text_of(element, base, scope, own, placed(own, inside.matrix)))
        text = structs.replace(shape.text, autofit="diagram") if shape.text else None
        shapes.append(structs.replace(shape, text=text, name=diagram.name, decorative=not shape.plain))
    return shapes


def branch(alternatives: Element) -> list[Element]:
    """What PowerPoint of today shows of the alternatives: the first choice."""
    chosen = alternatives.find(MC + "Choice")
    chosen = alternatives.find(MC + "Fallback") if chosen is None else chosen
    return [] if chosen is None else list(chosen)


def leaves(top: Element, matrix: Matrix) -> Iterator[tuple[Element, Matrix]]:
    """The shapes within one, groups looked through, with the way from their coordinates to the slide's, from the bottom up."""
    waiting = [(top, matrix)]
    while waiting:
        element, at = waiting.pop()
        if element.tag == MC + "AlternateContent":
            waiting += [(child, at) for child in reversed(branch(element))]
        elif element.tag == P + "grpSp":
            inside = children_of(inner(element, P + "grpSpPr", A + "xfrm"), at)
            waiting += [(child, inside) for child in reversed(element)]
        elif element.tag in KINDS:
            yield element, at


def read_shape(element: Element, scope: Scope, holder: Holder) -> Shape:
    properties = element.find(f"*/{P}cNvPr")
    place = placeholder_of(element)
    base = scope.base(place)
    frame = frame_of(element, base if place else None)
    matrix = placed(frame, holder.matrix) if frame else holder.matrix
    style = element.find(P + "style")
    kind, table, part = content_of(element, scope, matrix)
    return Shape(
        kind=kind,
        name=name_of(properties),
        box=matrix.box(0, 0, frame.width, table.height if table and table.height > frame.height else frame.height) if frame else None,
        parent=holder.index,
        placeholder=place,
        alt="" if properties is None else (properties.get("descr") or properties.get("title") or "").strip(),
        decorative=is_decorative(properties),
        hidden=holder.hidden or flag(properties, "hidden"),
        fill=shape_fill(element, base, holder, scope) if kind in ("shape", "connector") else NOTHING,
        edged=is_edged(element),
        line=line_fill(element, scope),
        outline="free" if frame is not None and frame.rotation % QUARTER else outline_of(element),
        text=text_of(element, base.colored(next(iter(children(style, A + "fontRef")), None)), scope, frame, matrix),
        table=table,
        link=read_link(inner(properties, A + "hlinkClick"), scope.relations),
        part=part,
    )


def name_of(properties: Element | None) -> str:
    """As the selection pane shows it; a shape without one is told by its id."""
    return "" if properties is None else properties.get("name", "").strip() or f"#{properties.get('id', '')}"


def frame_of(element: Element, base: Base | None) -> Transform | None:
    """Where the shape says it stands, or where its placeholder does."""
    own = element.find(P + "xfrm")
    for holder in ("spPr", "grpSpPr"):
        own = inner(element, P + holder, A + "xfrm") if own is None else own
    return read_frame(own) or (base.frame if base else None)


def content_of(element: Element, scope: Scope, matrix: Matrix) -> tuple[str, Table | None, str]:
    """(kind, table, part of a chart)."""
    kind = KINDS[element.tag]
    if kind == "picture":
        marks = element.find(f"*/{P}nvPr")
        return ("media" if any(local(mark) in MEDIA for mark in (marks if marks is not None else ())) else kind), None, ""
    data = inner(element, A + "graphic", A + "graphicData") if kind == "object" else None
    for content in data if data is not None else ():
        if content.tag == A + "tbl":
            return "table", read_table(content, scope, matrix), ""
        if local(content) == "chart":
            relation = scope.relations.by_id.get(content.get(R + "id", ""))
            return "chart", None, relation.target if relation and content.tag == C + "chart" else ""
        if local(content) == "relIds":
            return "diagram", None, ""
    return kind, None, ""


def shape_fill(element: Element, base: Base, holder: Holder, scope: Scope) -> Fill:
    """Its own, its placeholder's, its style's, in this order."""
    own = fill_element(element.find(P + "spPr"))
    own = base.fill if own is None else own
    if own is not None:
        return holder.fill if own.tag == A + "grpFill" else scope.fill(own)
    return styled_fill(inner(element, P + "style", A + "fillRef"), scope.theme.styles, scope.colors) or NOTHING


def is_edged(element: Element) -> bool:
    """Whether a line is drawn around the shape: its own, or its style's."""
    line = inner(element, P + "spPr", A + "ln")
    if line is not None and fill_element(line) is not None:
        return line.find(A + "noFill") is None
    return number(attributes(inner(element, P + "style", A + "lnRef")).get("idx")) > 0


def line_fill(element: Element, scope: Scope) -> Fill:
    own = fill_element(inner(element, P + "spPr", A + "ln"))
    return NOTHING if own is None else scope.fill(own)


def outline_of(element: Element) -> str:
    """Whether the outline of the shape may leave corners of its box bare."""
    properties = element.find(P + "spPr")
    preset = inner(properties, A + "prstGeom")
    if preset is None:
        return "" if inner(properties, A + "custGeom") is None else "free"
    name = preset.get("prst", "rect")
    return "ellipse" if name == "ellipse" else "" if name in BOXES else "free"


def text_of(element: Element, base: Base, scope: Scope, frame: Transform | None, matrix: Matrix) -> FinishedText | None:
    body = element.find(P + "txBody")
    if body is None:
        return None
    across, down = matrix.scales
    width, height = (round(frame.width * across), round(frame.height * down)) if frame else (0, 0)
    return read_text(body, base, scope, Surroundings(width, height, matrix.unscaled()))


def is_decorative(properties: Element | None) -> bool:
    extensions = properties.iterfind(f"{A}extLst/{A}ext") if properties is not None else ()
    marks = (mark for extension in extensions if extension.get("uri", "").upper() == DECORATIVE_URI for mark in extension)
    return any(local(mark) == "decorative" and flag(mark, "val", True) for mark in marks)
