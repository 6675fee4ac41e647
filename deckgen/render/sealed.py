"""A deck that somebody sent, as LibreOffice may have it: within limits, and without a way out of the file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from deckgen.archive import BROKEN, DECK, XML, ArchiveError, inflated, xml_fault
from deckgen.render.failure import RenderError

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ElementTree.register_namespace("", "http://schemas.openxmlformats.org/package/2006/relationships")
ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")  # http:, file:, //host, \\\\host
DRAWN = (".svg", ".vml")  # drawings with links of their own
LINK = re.compile(rb"""\b((?:src|href|relid|althref)\s*+=\s*+)(["'])(?!#|data:)[^"'<>]*+["']""", re.I)
CLICKED = rb"hlink(?:Click|MouseOver|Hover)\b[^<>]*?"


def seal(source: Path, target: Path) -> None:
    """Write `source` to `target` without what lies outside of it; raise `RenderError` when it is no zip, or far too much.

    Links that somebody clicks stay; linked pictures, backgrounds, films, objects and templates do not.
    """
    try:
        with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
            infos = {info.filename: info for info in package.infolist() if not info.is_dir()}
            if len(infos) > DECK.members:
                raise ArchiveError("too-large")
            room, tags = DECK.total, DECK.tags
            for name, info in infos.items():
                content, size = inflated(package, info, min(room, DECK.xml) if name.endswith(XML) else room)
                fault, count = xml_fault(content, tags) if name.endswith(XML) else ("", 0)
                if fault:
                    raise ArchiveError(fault, name)
                room, tags = room - size, tags - count
                copy.writestr(zipfile.ZipInfo(name), within(name, content, package, infos))
    except ArchiveError as error:
        raise RenderError("render/too-large" if error.kind == "too-large" else "render/broken-deck") from error
    except BROKEN as error:
        raise RenderError("render/broken-deck") from error


def within(name: str, content: bytes, package: zipfile.ZipFile, infos: Mapping[str, zipfile.ZipInfo]) -> bytes:
    """The member without what leads elsewhere."""
    if name.lower().endswith(DRAWN):
        return LINK.sub(rb"\1\2\2", content)
    if not name.lower().endswith(".rels"):
        return content
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):
        return b""
    outside = [relation for relation in root.iter(RELATION) if leads_elsewhere(relation.attrib)]
    if not outside:
        return content
    part = infos.get(part_of(name))
    text = inflated(package, part, DECK.xml)[0] if part and part.filename.endswith(XML) else b""
    for relation in outside:
        if not is_clicked(relation.attrib, text):
            root.remove(relation)
    rest: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return rest


def leads_elsewhere(relation: Mapping[str, str]) -> bool:
    return relation.get("TargetMode") == "External" or ELSEWHERE.match(relation.get("Target", "").strip()) is not None


def is_clicked(relation: Mapping[str, str], part: bytes) -> bool:
    """Whether the relation is a link that somebody clicks, and its part uses it for nothing else."""
    if not relation.get("Type", "").endswith("/hyperlink"):
        return False
    used = b"[\"']" + re.escape(relation.get("Id", "").encode()) + b"[\"']"
    return len(re.findall(used, part)) == len(re.findall(CLICKED + used, part))


def part_of(rels: str) -> str:
    """ppt/slides/_rels/slide1.xml.rels → ppt/slides/slide1.xml."""
    folder, _, name = rels.rpartition("_rels/")
    return folder + name.removesuffix(".rels")
