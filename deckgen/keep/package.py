"""A package that can be changed: parts, their types and relations, and what is brought into it from another one."""

from __future__ import annotations

import posixpath
import re
import zipfile
from hashlib import blake2b
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Node
from msgspec import Struct

from deckgen.archive import DECK, inflated
from deckgen.inspect.package.parts import ROOT, TYPES, open_package, part_name, source_of
from deckgen.inspect.package.xml import STRICT
from deckgen.pictures import NAME_BYTES
from deckgen.write.pptx.package import Package as Zip

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NUMBERED = re.compile(r"((?:.*\D)?)\d*+(\.[A-Za-z0-9]+)")


class Relation(Struct, frozen=True):
    rid: str
    type: str  # the whole of it
    target: str  # a part, or whatever an external one names
    external: bool = False

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


def parsed(content: bytes) -> Node:
    """The root of a part that `inspect` has read under its limits, in transitional names."""
    for strict, transitional in STRICT:
        content = content.replace(strict, transitional)
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def written(root: Node) -> bytes:
    return DECLARATION + etree.tostring(root, encoding="UTF-8")


class Parts:
    """The parts of one deck."""

    def __init__(self, data: bytes) -> None:
        opened = open_package(data)
        self.data = data
        self.main = opened.main
        self.types = opened.types
        self.names = list(opened.sizes)
        self.read_xml = opened.contents
        self.changed: dict[str, bytes] = {}  # those that are new, too
        self.gone: set[str] = set()
        self.more_types: dict[str, str] = {}
        self.roots: dict[str, Node] = {}
        self.related: dict[str, list[Relation]] = {}

    def has(self, part: str) -> bool:
        return part in self.changed or (part in self.read_xml and part not in self.gone)

    def content(self, part: str) -> bytes:
        """The bytes of a part; raise KeyError where there is none."""
        if part in self.changed:
            return self.changed[part]
        if part.lower().endswith((".xml", ".rels", ".vml")):
            return self.read_xml[part]
        with zipfile.ZipFile(BytesIO(self.data)) as package:
            return inflated(package, package.getinfo(part), DECK.total)[0]

    def root(self, part: str) -> Node:
        """The tree of a part, the same one every time."""
        if part not in self.roots:
            self.roots[part] = parsed(self.content(part))
        return self.roots[part]

    def type_of(self, part: str) -> str:
        return self.more_types.get(part) or self.types.of(part)

    # ---- relations

    def relations(self, part: str) -> list[Relation]:
        if part not in self.related:
            self.related[part] = list(self.relations_in(rels_of(part), part))
        return self.related[part]

    def relations_in(self, rels: str, part: str) -> list[Relation]:
        if not self.has(rels):
            return []
        found: dict[str, Relation] = {}
        for entry in parsed(self.content(rels)):
            rid, target, external = entry.get("Id", ""), entry.get("Target", ""), entry.get("TargetMode") == "External"
            if isinstance(entry.tag, str) and rid not in found:
                place = target if external else part_name(target, posixpath.dirname(part))
                found[rid] = Relation(rid, transitional(entry.get("Type", "")), place, external)
        return list(found.values())

    def relation(self, part: str, rid: str) -> Relation | None:
        return next((one for one in self.relations(part) if one.rid == rid), None)

    def related_to(self, part: str, kind: str) -> str:
        """The part that the first relation of the kind leads to, or ""."""
        return next((one.target for one in self.relations(part) if one.kind == kind and not one.external), "")

    def relate(self, part: str, type: str, target: str, external: bool = False) -> str:
        """The id of a relation, made where there is none."""
        known = self.relations(part)
        for one in known:
            if (one.type, one.target, one.external) == (type, target, external):
                return one.rid
        taken = {one.rid for one in known}
        number = next(n for n in range(len(known) + 1, len(known) + len(taken) + 2) if f"rId{n}" not in taken)
        known.append(Relation(f"rId{number}", type, target, external))
        self.changed[rels_of(part)] = b""  # written at the end
        return f"rId{number}"

    def set_relations(self, part: str, relations: list[Relation]) -> None:
        self.related[part] = relations
        self.changed[rels_of(part)] = b""

    # ---- parts

    def add(self, part: str, content: bytes, type: str) -> None:
        self.changed[part] = content
        self.more_types[part] = type

    def remove(self, part: str) -> None:
        self.gone |= {part, rels_of(part)}
        for name in (part, rels_of(part)):
            self.changed.pop(name, None)

    def touch(self, part: str) -> None:
        """Note that the tree of a part is another now."""
        self.changed[part] = b""

    def free_name(self, part: str) -> str:
        """A name like this one that no part has: ppt/charts/chart7.xml."""
        match = NUMBERED.fullmatch(part)
        stem, ending = (match[1], match[2]) if match else (part, "")
        number = 1
        while self.has(f"{stem}{number}{ending}") or f"{stem}{number}{ending}" in self.names:
            number += 1
        return f"{stem}{number}{ending}"

    def packed(self) -> bytes:
        """The package: what stayed as it is, in its order, then what is new in the order in which it came."""
        if not self.changed and not self.gone:
            return self.data
        if self.more_types or self.gone:
            self.write_types()
        buffer = BytesIO()
        out = Zip(buffer)
        for name in [*(name for name in self.names if name not in self.gone), *(name for name in self.changed if name not in self.names)]:
            out.add(name, self.final(name))
        out.close()
        return buffer.getvalue()

    def final(self, name: str) -> bytes:
        if name not in self.changed:
            return self.content(name)
        if name.endswith(".rels") and source_of(name) in self.related:
            return self.rels_xml(source_of(name))
        return written(self.roots[name]) if name in self.roots else self.changed[name]

    def rels_xml(self, part: str) -> bytes:
        root = etree.Element(f"{{{PACKAGE_RELATIONS}}}Relationships", nsmap={None: PACKAGE_RELATIONS})
        folder = posixpath.dirname(part)
        for one in self.related[part]:
            target = one.target if one.external else posixpath.relpath(one.target, folder or ".")
            entry = etree.SubElement(root, f"{{{PACKAGE_RELATIONS}}}Relationship", {"Id": one.rid, "Type": one.type, "Target": target})
            if one.external:
                entry.set("TargetMode", "External")
        return written(root)

    def write_types(self) -> None:
        """The list of types with what came and without what went; a media type by its ending, as programs write it."""
        root = self.root(TYPES)
        tag = f"{{{TYPES_NAMESPACE}}}"
        for entry in list(root):
            if entry.tag == f"{tag}Override" and entry.get("PartName", "").lstrip("/") in self.gone:
                root.remove(entry)
        endings = {entry.get("Extension", "").lower(): entry.get("ContentType", "") for entry in root if entry.tag == f"{tag}Default"}
        for part, type in self.more_types.items():
            ending = part.rpartition(".")[2].lower()
            if ending != "xml" and endings.setdefault(ending, type) == type:
                continue
            etree.SubElement(root, f"{tag}Override", {"PartName": f"/{part}", "ContentType": type})
        known = {entry.get("Extension", "").lower() for entry in root if entry.tag == f"{tag}Default"}
        for place, (ending, type) in enumerate((one for one in endings.items() if one[0] not in known), len(known)):
            root.insert(place, etree.Element(f"{tag}Default", {"Extension": ending, "ContentType": type}))
        self.touch(TYPES)


def transitional(type: str) -> str:
    return type.replace("http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE)


def rels_of(part: str) -> str:
    """The part that holds the relations of another; of the package those of the root."""
    if part == ROOT:
        return "_rels/.rels"
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Bringer:
    """Brings parts of one package into another, each once, with all they lead to."""

    def __init__(self, source: Parts, target: Parts) -> None:
        self.source = source
        self.target = target
        self.known: dict[str, str] = {}

    def bring(self, part: str) -> str:
        """The name that the part has in the other package; "" for one that the source lacks."""
        if part in self.known:
            return self.known[part]
        if not self.source.has(part):
            return ""
        content = self.source.content(part)
        name = self.name_for(part, content)
        self.known[part] = name
        if not self.target.has(name):
            self.target.add(name, content, self.source.type_of(part))
            brought = []
            for one in self.source.relations(part):
                place = one.target if one.external else self.bring(one.target)
                if place:
                    brought.append(Relation(one.rid, one.type, place, one.external))
            if brought:
                self.target.set_relations(name, brought)
        return name

    def name_for(self, part: str, content: bytes) -> str:
        """Media are called after their bytes, so that equal ones are one part; of everything else there may be several."""
        ending = part.rpartition(".")[2].lower().replace("jpg", "jpeg")
        if part.startswith("ppt/media/"):
            return f"ppt/media/{blake2b(content, digest_size=NAME_BYTES).hexdigest()}.{ending}"
        return self.target.free_name(part)
