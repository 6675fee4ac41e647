"""Elements of the deck brought onto a slide of ours: copied, with their relations, under ids that nothing has."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml.etree import _Element as Node

from deckgen.inspect.package.xml import A, C, P, R
from deckgen.keep import looks
from deckgen.keep.package import Bringer, Parts
from deckgen.keep.tree import relation_marks

LINKS = (A + "hlinkClick", A + "hlinkHover")


class Grafter:
    """Copies from a slide of the deck (`part` of `source`) onto a slide of ours (`own` of `target`)."""

    def __init__(self, bringer: Bringer, part: str, own: str, root: Node, slides: Mapping[str, str]) -> None:
        self.bringer = bringer
        self.source: Parts = bringer.source
        self.target: Parts = bringer.target
        self.part, self.own = part, own
        self.slides = slides  # part of a slide of the deck -> of ours
        self.ids: dict[str, str] = {}
        self.last = max((int(one.get("id", "0")) for one in root.iter(P + "cNvPr") if one.get("id", "").isdecimal()), default=1)

    def graft(self, element: Node) -> Node:
        """A copy whose relations are ours."""
        copy = deepcopy(element)
        copy.tail = None
        for node, name in list(relation_marks(copy)):
            rid = self.related(node.get(name, ""))
            if rid:
                node.set(name, rid)
            elif node.tag in LINKS:
                parent = node.getparent()
                if parent is not None:
                    parent.remove(node)
            else:
                node.attrib.pop(name)
        return copy

    def related(self, rid: str) -> str:
        """Our relation for one of the deck's; "" where it leads nowhere."""
        one = self.source.relation(self.part, rid)
        if one is None:
            return ""
        if one.external:
            return self.target.relate(self.own, one.type, one.target, True)
        place = self.slides.get(one.target, "") if one.kind == "slide" else self.bringer.bring(one.target)
        return self.target.relate(self.own, one.type, place) if place else ""

    def shape(self, element: Node) -> Node:
        """A copy of a shape with all that is in it, under ids of its own."""
        copy = self.graft(element)
        for one in copy.iter(P + "cNvPr"):
            self.last += 1
            self.ids[one.get("id", "")] = str(self.last)
            one.set("id", str(self.last))
        return copy

    def chart_looks(self, frame: Node) -> looks.Canonical:
        return chart_of(self.source, self.part, frame)

    def own_chart_looks(self, frame: Node) -> looks.Canonical:
        return chart_of(self.target, self.own, frame)


def chart_of(parts: Parts, part: str, frame: Node) -> looks.Canonical:
    mark = next(frame.iter(C + "chart"), None)
    relation = parts.relation(part, mark.get(R + "id", "")) if mark is not None else None
    if relation is None or not parts.has(relation.target):
        return ()
    return looks.chart_looks(parts.root(relation.target))
