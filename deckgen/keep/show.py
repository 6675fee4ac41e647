"""The list of slides and sections of a deck, with slides of a person among ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree
from lxml.etree import _Element as Node
from msgspec import Struct

from deckgen.inspect.package.parts import ROOT
from deckgen.inspect.package.xml import P14, P, R
from deckgen.keep.package import OFFICE, Parts
from deckgen.write.pptx.shell import section_guid

SLIDE_RELATION = f"{OFFICE}/slide"


class Section(Struct, frozen=True):
    name: str
    slides: tuple[str, ...]  # parts


def in_order(ours: Sequence[str], theirs: Sequence[tuple[str, bool]]) -> list[str]:
    """Our slides in our order, but for those that a person put elsewhere: `theirs` are the slides of the deck by our names, each with
    whether it was moved or is new; they stand behind the one that they stand behind there."""
    order = list(ours)
    before = ""
    for part, elsewhere in theirs:
        if elsewhere:
            if part in order:
                order.remove(part)
            order.insert(order.index(before) + 1 if before else 0, part)
        before = part if part in order else before
    return order


class Show:
    """Slides and sections of the presentation part."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.root = parts.root(parts.main)
        self.targets = {one.rid: one.target for one in parts.relations(parts.main)}

    def slides(self) -> list[str]:
        return [self.targets.get(one.get(R + "id", ""), "") for one in self.entries()]

    def entries(self) -> list[Node]:
        return list(self.root.iterfind(f"{P}sldIdLst/{P}sldId"))

    def sections(self) -> list[Section]:
        ids = {one.get("id", ""): self.targets.get(one.get(R + "id", ""), "") for one in self.entries()}
        return [
            Section(one.get("name", ""), tuple(ids[entry.get("id", "")] for entry in one.iter(P14 + "sldId") if entry.get("id", "") in ids))
            for one in self.root.iter(P14 + "section")
        ]

    def write(self, order: Sequence[str], sections: Sequence[Section]) -> None:
        """Have the show be these slides; those that it has keep their ids."""
        holder = self.root.find(P + "sldIdLst")
        if holder is None:
            return
        known = {self.targets.get(one.get(R + "id", ""), ""): one for one in self.entries()}
        last = max((int(one.get("id", "0")) for one in known.values()), default=256)
        for one in list(holder):
            holder.remove(one)
        ids: dict[str, str] = {}
        for part in order:
            entry = known.get(part)
            if entry is None:
                last += 1
                rid = self.parts.relate(self.parts.main, SLIDE_RELATION, part)
                entry = etree.SubElement(holder, P + "sldId", {"id": str(last), R + "id": rid})
            else:
                holder.append(entry)
            ids[part] = entry.get("id", "")
        self.write_sections(sections, ids)
        gone = set(known) - set(order)
        if gone:
            self.parts.set_relations(self.parts.main, [one for one in self.parts.relations(self.parts.main) if one.target not in gone])
        self.parts.touch(self.parts.main)
        count_slides(self.parts, len(order))

    def write_sections(self, sections: Sequence[Section], ids: Mapping[str, str]) -> None:
        listed = next(self.root.iter(P14 + "sectionLst"), None)
        if listed is None:
            return
        guids = {one.get("name", ""): one.get("id", "") for one in listed}
        for one in list(listed):
            listed.remove(one)
        for number, section in enumerate(sections):
            guid = guids.get(section.name) or section_guid(number, section.name)
            entry = etree.SubElement(listed, P14 + "section", {"name": section.name, "id": guid})
            inside = etree.SubElement(entry, P14 + "sldIdLst")
            for part in section.slides:
                etree.SubElement(inside, P14 + "sldId", {"id": ids[part]})


def parted(order: Sequence[str], sections: Sequence[Section], moved: set[str], added: Mapping[str, str]) -> list[Section]:
    """The sections of slides in a new order: what was moved, or came, is of the section that it stands in; a section that a person
    `added` (slide -> its name) stays one where it stands between two of ours."""
    if not sections:
        return []
    of = {part: number for number, section in enumerate(sections) for part in section.slides if part not in moved}
    at = next((of[part] for part in order if part in of), 0)
    labels: list[tuple[int, str]] = []
    for number, part in enumerate(order):
        at = max(at, of.get(part, at))
        ahead = next((of[other] for other in order[number:] if other in of), len(sections))
        labels.append((at, added.get(part, "") if ahead > at else ""))
    return [
        Section(name or sections[at].name, tuple(order[n] for n, label in enumerate(labels) if label == (at, name)))
        for at, name in dict.fromkeys(labels)
    ]


def count_slides(parts: Parts, count: int) -> None:
    """What the properties of the file say of the number of slides."""
    part = parts.related_to(ROOT, "extended-properties")
    if not parts.has(part):
        return
    root = parts.root(part)
    for one in root:
        if isinstance(one.tag, str) and one.tag.endswith(("}Slides", "}Notes")):
            one.text = str(count)
    parts.touch(part)
