"""The shape tree of a slide as lxml has it: its shapes in the order in which `inspect` counts them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Node
from msgspec import Struct

from deckgen.inspect.package.xml import MC, A, P, R, number
from deckgen.inspect.shapes.shapes import KINDS
from deckgen.inspect.values import Shape

HOLDERS = (P + "spTree", P + "grpSp")
TURN = ("rot", "flipH", "flipV")


def child(node: Node | None, *path: str) -> Node | None:
    for tag in path:
        if node is None:
            return None
        node = node.find(tag)
    return node


def tree_of(root: Node) -> Node | None:
    return child(root, P + "cSld", P + "spTree")


def elements(root: Node, shapes: Sequence[Shape]) -> list[Node | None]:
    """The element of each of the shapes; None for what SmartArt has drawn."""
    found: list[Node | None] = []
    tree = tree_of(root)
    waiting = list(reversed(tree)) if tree is not None else []
    while waiting and len(found) < len(shapes):
        element = waiting.pop()
        if element.tag == MC + "AlternateContent":
            chosen = element.find(MC + "Choice")
            chosen = element.find(MC + "Fallback") if chosen is None else chosen
            waiting += reversed(chosen) if chosen is not None else ()
        elif element.tag in KINDS:
            index = len(found)
            found.append(element)
            if element.tag == P + "grpSp":
                waiting += reversed(element)
            if shapes[index].kind == "diagram":
                while len(found) < len(shapes) and shapes[len(found)].parent == index:
                    found.append(None)
    return found + [None] * (len(shapes) - len(found))


def unit(element: Node) -> Node:
    """The element, or the alternatives that it is the choice of: what is moved and copied as a whole."""
    parent = element.getparent()
    while parent is not None and parent.tag in (MC + "Choice", MC + "Fallback", MC + "AlternateContent"):
        element = parent
        parent = element.getparent()
    return element


def units(holder: Node) -> Iterator[Node]:
    """The shapes right within a tree or group, alternatives as one."""
    return (one for one in holder if one.tag in KINDS or one.tag == MC + "AlternateContent")


def properties(element: Node) -> Node | None:
    """`p:cNvPr`."""
    return element.find(f"*/{P}cNvPr")


def id_of(element: Node) -> str:
    found = properties(element)
    return "" if found is None else found.get("id", "")


def transform_of(element: Node) -> Node | None:
    for place in (P + "xfrm", f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm"):
        found = element.find(place)
        if found is not None:
            return found
    return None


class Frame(Struct, frozen=True):
    """Where a shape stands on its slide, and how it is turned."""

    x: int
    y: int
    width: int
    height: int
    turn: tuple[tuple[str, str], ...] = ()


def frame_of(element: Node) -> Frame | None:
    """From the corner of the slide, whatever groups the shape is in; None where its placeholder says it."""
    transform = transform_of(element)
    off, ext = child(transform, A + "off"), child(transform, A + "ext")
    if transform is None or off is None or ext is None:
        return None
    x, y, width, height = (float(number(one.get(name))) for one, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    group = group_of(element)
    while group is not None:
        outer = transform_of(group)
        places = [child(outer, A + tag) for tag in ("off", "ext", "chOff", "chExt")]
        if all(place is not None for place in places):
            a, b, c, d = (place for place in places if place is not None)
            across, down = ratio(b, d, "cx"), ratio(b, d, "cy")
            x = number(a.get("x")) + (x - number(c.get("x"))) * across
            y = number(a.get("y")) + (y - number(c.get("y"))) * down
            width, height = width * across, height * down
        group = group_of(group)
    turn = tuple((name, transform.get(name, "")) for name in TURN if transform.get(name, "0") not in ("0", "false", ""))
    return Frame(round(x), round(y), round(width), round(height), turn)


def ratio(outer: Node, inner: Node, name: str) -> float:
    return number(outer.get(name)) / number(inner.get(name)) if number(inner.get(name)) else 1.0


def group_of(element: Node) -> Node | None:
    parent = unit(element).getparent()
    return parent if parent is not None and parent.tag == P + "grpSp" else None


def set_frame(element: Node, frame: Frame) -> None:
    """Have the shape stand there; a group counts for what it holds in the units of the slide."""
    transform = transform_of(element)
    if transform is None:
        holder = child(element, P + "spPr")
        if holder is None:
            return
        transform = holder.makeelement(A + "xfrm", None, None)
        holder.insert(0, transform)
    for name in TURN:
        transform.attrib.pop(name, None)
    for name, value in frame.turn:
        transform.set(name, value)
    for one in list(transform):
        transform.remove(one)
    pairs = (("off", "ext"), ("chOff", "chExt")) if element.tag == P + "grpSp" else (("off", "ext"),)
    for off, ext in pairs:
        for tag, values in ((off, {"x": frame.x, "y": frame.y}), (ext, {"cx": frame.width, "cy": frame.height})):
            one = transform.makeelement(A + tag, {name: str(value) for name, value in values.items()}, None)
            transform.append(one)


def relation_marks(element: Node) -> Iterator[tuple[Node, str]]:
    """Every attribute within that names a relation, with its element."""
    for one in element.iter():
        if isinstance(one.tag, str):
            for name in list(one.attrib):
                if str(name).startswith(R):
                    yield one, str(name)
