"""Whole slides of the deck among ours: as they are, on the layouts of ours that they followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml.etree import _Element as Node

from deckgen.inspect.package.xml import A, P, R
from deckgen.inspect.values import FOOTERS, TITLES
from deckgen.keep.package import Bringer, Parts, Relation
from deckgen.keep.tree import Frame, elements, relation_marks, set_frame, transform_of
from deckgen.pull.theirs import TheirSlide

LAYOUT, NOTES, SLIDE, MASTER = "slideLayout", "notesSlide", "slide", "notesMaster"


class Layouts:
    """Which layout of ours a slide of the deck is to follow: that of its name, else that which slides of ours beside it follow."""

    def __init__(self, theirs: Parts, ours: Parts, pairs: Iterable[tuple[str, str]]) -> None:
        self.theirs, self.ours = theirs, ours
        listed = [part for part in (*ours.names, *ours.changed) if ours.type_of(part).endswith("slideLayout+xml")]
        self.names = {name: part for part in listed if (name := name_in(ours.root(part)))}
        votes = [(theirs.related_to(their, LAYOUT), ours.related_to(own, LAYOUT)) for their, own in pairs]
        self.by_layout = most(votes)
        self.by_master = most((theirs.related_to(layout, "slideMaster"), own) for layout, own in votes)
        self.usual = Counter(own for _, own in votes).most_common(1)

    def of(self, part: str, exact: bool) -> str:
        layout = self.theirs.related_to(part, LAYOUT)
        name = name_in(self.theirs.root(layout)) if exact and self.theirs.has(layout) else ""
        if name in self.names:
            return self.names[name]
        found = self.by_layout.get(layout) or self.by_master.get(self.theirs.related_to(layout, "slideMaster"))
        return found or (self.usual[0][0] if self.usual else next(iter(self.names.values()), ""))


def name_in(layout: Node) -> str:
    holder = layout.find(P + "cSld")
    return "" if holder is None else holder.get("name", "")


def most(votes: Iterable[tuple[str, str]]) -> dict[str, str]:
    counted: dict[str, Counter[str]] = {}
    for their, own in votes:
        counted.setdefault(their, Counter())[own] += 1
    return {their: found.most_common(1)[0][0] for their, found in counted.items()}


def places_of(layout: Node) -> dict[tuple[str, str], Node]:
    """The placeholders that a layout has by type and index; titles, footers, dates and numbers by their type alone."""
    return {key_of(mark): mark for mark in layout.iter(P + "ph")}


def key_of(mark: Node) -> tuple[str, str]:
    kind = mark.get("type", "obj")
    return ("title", "") if kind in TITLES else (kind, "") if kind in FOOTERS else (kind, mark.get("idx", "0"))


def loosen(element: Node, places: Mapping[tuple[str, str], Node], frame: Frame | None) -> None:
    """Take a shape out of a placeholder that its layout does not have: it stands where it stood."""
    mark = element.find(f"*/{P}nvPr/{P}ph")
    if mark is None:
        return
    known = places.get(key_of(mark))
    if known is not None:
        for name in ("type", "idx") if known.get("idx", "0") != mark.get("idx", "0") else ():
            mark.attrib.pop(name, None)
            if known.get(name) is not None:
                mark.set(name, known.get(name, ""))
        return
    holder = mark.getparent()
    if holder is not None:
        holder.remove(mark)
    if transform_of(element) is None and frame is not None:
        set_frame(element, frame)
    holder = element.find(P + "spPr")
    if holder is not None and not any(one.tag in (A + "prstGeom", A + "custGeom") for one in holder):
        form = holder.makeelement(A + "prstGeom", {"prst": "rect"}, None)
        form.append(form.makeelement(A + "avLst", None, None))
        holder.insert(1 if transform_of(element) is not None else 0, form)


def copy_slide(bringer: Bringer, slide: TheirSlide, own: str, layout: str, slides: Mapping[str, str]) -> None:
    """Write a slide of the deck as the part `own` of ours, with its notes, comments and all that it shows."""
    source, target = bringer.source, bringer.target
    root = deepcopy(source.root(slide.part))
    places = places_of(target.root(layout)) if layout else {}
    for element, shape in zip(elements(root, slide.shapes), slide.shapes, strict=True):
        if element is not None:
            box = shape.box
            loosen(element, places, Frame(round(box.x), round(box.y), round(box.width), round(box.height)) if box else None)
    relations, lost = [], set()
    for one in source.relations(slide.part):
        place = placed(bringer, one, own, layout, slides)
        if place:
            relations.append(Relation(one.rid, one.type, place, one.external))
        else:
            lost.add(one.rid)
    for node, name in list(relation_marks(root)):
        if node.get(name) in lost and (parent := node.getparent()) is not None:
            parent.remove(node)
    target.add(own, b"", source.type_of(slide.part))
    target.roots[own] = root
    target.set_relations(own, relations)


def placed(bringer: Bringer, one: Relation, own: str, layout: str, slides: Mapping[str, str]) -> str:
    if one.external:
        return one.target
    if one.kind == LAYOUT:
        return layout
    if one.kind == SLIDE:
        return slides.get(one.target, "")
    return copy_notes(bringer, one.target, own) if one.kind == NOTES else bringer.bring(one.target)


def copy_notes(bringer: Bringer, part: str, slide: str) -> str:
    """The notes of a slide, on the notes master of ours."""
    source, target = bringer.source, bringer.target
    if not source.has(part):
        return ""
    name = target.free_name(part)
    target.add(name, source.content(part), source.type_of(part))
    relations = []
    for one in source.relations(part):
        place = notes_target(target, slide, one) or (one.target if one.external else bringer.bring(one.target))
        if place:
            relations.append(Relation(one.rid, one.type, place, one.external))
    target.set_relations(name, relations)
    return name


def notes_target(target: Parts, slide: str, one: Relation) -> str:
    if one.kind == MASTER:
        return target.related_to(target.main, MASTER)
    return slide if one.kind == SLIDE else ""


def drop_links(parts: Parts, part: str, gone: set[str]) -> None:
    """Take the links out of a slide that lead to slides which are gone."""
    lost = {one.rid for one in parts.relations(part) if one.kind == SLIDE and one.target in gone}
    if not lost:
        return
    root = parts.root(part)
    for node in [node for node in root.iter() if isinstance(node.tag, str) and node.get(R + "id") in lost]:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    parts.touch(part)
    parts.set_relations(part, [one for one in parts.relations(part) if one.rid not in lost])
