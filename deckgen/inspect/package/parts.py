"""The package: parts with their content types and relationships (ECMA-376 Part 2, OPC)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from msgspec import Struct

from deckgen.inspect.package.xml import Element, MalformedError, parse
from deckgen.inspect.package.zipped import PackageFault, unzip

TYPES = "[Content_Types].xml"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# Two prefixes of relationship types that are not of the office document but occur in every deck.
ROOT = ""


class Relation(Struct, frozen=True, gc=False):
    rid: str
    kind: str  # the last word of its type: slide, image, hyperlink
    target: str  # a part's name, or whatever an external one names
    external: bool


class Relations(Struct, frozen=True):
    """The relationships of one part, the first of equal ids, and the ids that occur again."""

    by_id: dict[str, Relation]
    doubles: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> list[Relation]:
        return [relation for relation in self.by_id.values() if relation.kind == kind and not relation.external]

    def target(self, kind: str) -> str:
        """The part that the first relation of the kind leads to, or ""."""
        return next((relation.target for relation in self.of_kind(kind)), "")


NONE = Relations({})


class ContentTypes(Struct, frozen=True):
    defaults: dict[str, str]
    overrides: dict[str, str]  # by part name without the leading slash
    doubles: tuple[str, ...]

    def of(self, part: str) -> str:
        """The type of a part, "" for none; names and extensions do not mind case (OPC)."""
        return self.overrides.get(part.lower()) or self.defaults.get(extension(part), "")


class OpenedPackage(Struct, frozen=True):
    contents: dict[str, bytes]
    sizes: dict[str, int]
    types: ContentTypes
    relations: dict[str, Relations]  # by the part they start from; the package itself is ""
    faults: tuple[PackageFault, ...]

    def of(self, part: str) -> Relations:
        return self.relations.get(part, NONE)

    @property
    def main(self) -> str:
        """The presentation part, "" when the package has none."""
        return self.of(ROOT).target("officeDocument")


def open_package(data: bytes, wanted: Callable[[str], bool] | None = None) -> OpenedPackage:
    """The package with whatever could be read of it; no input raises. Members that are not `wanted` are listed and not unpacked."""
    members = unzip(data, wanted)
    faults = list(members.faults)
    types = read_types(members.contents.get(TYPES), faults)
    relations = {
        source_of(name): read_relations(name, content, faults) for name, content in members.contents.items() if name.endswith(".rels")
    }
    return OpenedPackage(members.contents, members.sizes, types, relations, tuple(faults))


def root_of(name: str, content: bytes, faults: list[PackageFault]) -> Element | None:
    """The parsed part, or None with a fault noted."""
    try:
        return parse(content)
    except MalformedError as error:
        faults.append(PackageFault("malformed-xml", name, str(error)))
        return None


def read_types(content: bytes | None, faults: list[PackageFault]) -> ContentTypes:
    root = None if content is None else root_of(TYPES, content, faults)
    if root is None:
        return ContentTypes({}, {}, ())
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    doubles = []
    for table, tag, key, strip in ((defaults, "Default", "Extension", ""), (overrides, "Override", "PartName", "/")):
        for entry in root.iterfind(CT + tag):
            name = entry.get(key, "").lower().lstrip(strip or None)
            if name in table:
                doubles.append(entry.get(key, ""))
            table[name] = entry.get("ContentType", "")
    return ContentTypes(defaults, overrides, tuple(doubles))


def read_relations(name: str, content: bytes, faults: list[PackageFault]) -> Relations:
    root = root_of(name, content, faults)
    if root is None:
        return NONE
    folder = posixpath.dirname(source_of(name))
    by_id: dict[str, Relation] = {}
    doubles = []
    for entry in root.iterfind(REL + "Relationship"):
        rid = entry.get("Id", "")
        if rid in by_id:
            doubles.append(rid)
        else:
            by_id[rid] = relation(entry, rid, folder)
    return Relations(by_id, tuple(doubles))


def relation(entry: Element, rid: str, folder: str) -> Relation:
    external = entry.get("TargetMode") == "External"
    target = entry.get("Target", "")
    kind = entry.get("Type", "").rpartition("/")[2]
    return Relation(rid, kind, target if external else part_name(target, folder), external)


def part_name(target: str, folder: str) -> str:
    """The part that a target names, "" for a place in the same part."""
    path = unquote(target.split("#")[0])
    if not path:
        return ""
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")  # `..` above the root stays there (RFC 3986, 5.2.4)


def source_of(rels: str) -> str:
    """The part whose relationships a .rels part holds: ppt/slides/_rels/slide1.xml.rels → ppt/slides/slide1.xml."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def extension(part: str) -> str:
    return part.rpartition(".")[2].lower() if "." in part.rpartition("/")[2] else ""


def reached(package: OpenedPackage) -> set[str]:
    """Every part that relationships lead to from the package, the .rels parts on the way included."""
    parts: set[str] = set()
    waiting = [ROOT]
    while waiting:
        for target in targets(package.of(waiting.pop())):
            if target in package.contents and target not in parts:
                parts.add(target)
                waiting.append(target)
    return parts


def targets(relations: Relations) -> Iterator[str]:
    return (relation.target for relation in relations.by_id.values() if not relation.external and relation.target)
