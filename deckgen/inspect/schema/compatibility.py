"""Markup compatibility (ECMA-376 Part 3): what a reader sees that knows all extensions, or none.

Schemas know nothing of `mc:`. So alternatives are resolved first, and what an ignorable namespace adds to a place where the base schema has
no room for it is taken out and judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Literal

from lxml import etree
from lxml.etree import _Element as Node
from msgspec import Struct

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML = "http://www.w3.org/XML/1998/namespace"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
# Namespaces of the standards themselves; all others are extensions.
BASE = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://purl.org/dc/",
    "http://www.w3.org/",
    "urn:schemas-microsoft-com:",
)
HOLDERS = ("ext", "graphicData")  # whose content may be of any namespace

Branch = Literal["choice", "fallback"]


class Unexplained(Struct, frozen=True):
    """An extension that a reader who does not know it may not skip: its namespace is not ignorable."""

    line: int
    name: str  # of the element or attribute
    kind: str  # element or attribute


class Resolved(Struct, frozen=True):
    """One reading of a part."""

    root: Node
    cut: tuple[Node, ...]  # elements of extensions, to be judged by their own schema
    unexplained: tuple[Unexplained, ...]


def is_of_the_standard(content: bytes) -> bool:
    """Whether a part declares no namespace but those of the standards, nor alternatives: then there is one reading, the part as it is."""
    declared = {space.decode("latin-1") for space in re.findall(rb"""\bxmlns(?::[^\s=:]++)?\s*+=\s*+["']([^"']*)""", content)}
    return bool(declared) and all(is_base(space) and "&" not in space for space in declared) and MC[1:-1] not in declared


def readings(root: Node) -> Iterator[Resolved]:
    """The part as a reader of every extension sees it, and, where the part has alternatives, as one of none does.

    `root` is used up by the last reading.
    """
    understood = understood_namespaces(root)
    if next(root.iter(MC + "AlternateContent"), None) is None:
        yield resolved(root, understood)
        return
    other = deepcopy(root)
    choose(root, "choice")
    yield resolved(root, understood)
    choose(other, "fallback")
    yield resolved(other, understood)


def understood_namespaces(root: Node) -> frozenset[str]:
    """Those that mc:Ignorable names, or that some mc:Choice requires."""
    found: set[str] = set()
    for element in root.iter(etree.Element):
        prefixes = (element.get(MC + "Ignorable") or "").split()
        if element.tag == MC + "Choice":
            prefixes += (element.get("Requires") or "").split()
        found.update(element.nsmap[prefix] for prefix in prefixes if prefix in element.nsmap)
    if any("/2015/" in space for space in found):
        found.add(P14)  # PowerPoint writes p14:dur inside a Choice that requires p159 (the morph transition)
    return frozenset(found)


def choose(root: Node, branch: Branch) -> None:
    """Put the content of one branch in the place of every mc:AlternateContent, outer ones first."""
    while (alternatives := next(root.iter(MC + "AlternateContent"), None)) is not None:
        parent = alternatives.getparent()
        if parent is None:
            return
        wanted = MC + ("Choice" if branch == "choice" else "Fallback")
        chosen = next((child for child in alternatives if child.tag == wanted), None)
        at = parent.index(alternatives)
        content = list(chosen) if chosen is not None else []
        parent.remove(alternatives)
        for offset, child in enumerate(content):
            parent.insert(at + offset, child)


def resolved(root: Node, understood: frozenset[str]) -> Resolved:
    """The tree without what extensions add to elements of the standard."""
    unexplained: list[Unexplained] = []
    cut: list[Node] = []
    for element in list(root.iter(etree.Element)):
        name, parent = str(element.tag), element.getparent()
        space = namespace(name)
        if parent is not None and not is_base(space) and takes_no_other(str(parent.tag)):
            if space not in understood:
                unexplained.append(Unexplained(line_of(element), written(name, element), "element"))
            cut.append(element)
            parent.remove(element)
        elif is_base(space):
            unexplained.extend(strip_attributes(element, understood))
    return Resolved(root, tuple(cut), tuple(unexplained))


def takes_no_other(parent: str) -> bool:
    """Whether an element of the standard has no room for elements of other namespaces."""
    return is_base(namespace(parent)) and local(parent) not in HOLDERS


def strip_attributes(element: Node, understood: frozenset[str]) -> list[Unexplained]:
    """Take the attributes of extensions, and those of mc: itself, from an element of the standard."""
    unexplained = []
    for key in list(element.attrib):
        name = str(key)
        space = namespace(name)
        if not space or (name.startswith("{") and is_base(space) and not name.startswith(MC)):
            continue
        if not name.startswith(MC) and space not in understood:
            unexplained.append(Unexplained(line_of(element), written(name, element), "attribute"))
        del element.attrib[key]
    return unexplained


def namespace(name: str) -> str:
    """`{http://…}sld` → `http://…`, "" for a name without one."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def local(name: str) -> str:
    return name.rpartition("}")[2]


def is_base(space: str) -> bool:
    return space in ("", XML) or space.startswith(BASE)


def line_of(element: Node) -> int:
    return int(element.sourceline or 0)


def written(name: str, element: Node) -> str:
    """A name as the part writes it: `p14:dur`."""
    space = namespace(name)
    prefix = next((prefix for prefix, uri in element.nsmap.items() if uri == space and prefix), "")
    return f"{prefix}:{local(name)}" if prefix else local(name)
