"""Names, numbers and flags of OOXML, read so that no input can raise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

Element = ElementTree.Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# A strict package (ISO/IEC 29500) says the same under other names.
STRICT = (
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"http://schemas.openxmlformats.org/drawingml/2006/chart"),
    (b"http://purl.oclc.org/ooxml/drawingml/table", b"http://schemas.openxmlformats.org/drawingml/2006/table"),
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"http://schemas.openxmlformats.org/presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
# OPC forbids document type declarations (ECMA-376 Part 2, M1.17); they are how entity bombs are built.
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
WHOLE = re.compile(r"\s*([+-]?\d{1,12})(?:\.\d*)?(%?)\s*")
FALSE = ("0", "false", "off")


class MalformedError(Exception):
    """Not XML; the message says where."""


def parse(data: bytes) -> Element:
    """The root of a part in transitional names, or `MalformedError`."""
    if any(mark in data for mark in DOCTYPES):
        raise MalformedError("<!DOCTYPE>")
    if b"purl.oclc.org" in data:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    try:
        return ElementTree.fromstring(data)
    # An unknown encoding is a LookupError, an embedded NUL in its name a ValueError.
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise MalformedError(str(error)) from error


def number(text: str | None, default: int = 0) -> int:
    """A whole number (of a strict percentage, thousandths); `default` for anything else."""
    match = WHOLE.fullmatch(text) if text else None
    if not match:
        return default
    return int(match[1]) * (1000 if match[2] else 1)


def flag(element: Element | None, name: str, default: bool = False) -> bool:
    """An `xsd:boolean` attribute."""
    value = None if element is None else element.get(name)
    return default if value is None else value.strip().lower() not in FALSE


def attributes(element: Element | None) -> dict[str, str]:
    return {} if element is None else element.attrib


def local(element: Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2]


def inner(element: Element | None, *path: str) -> Element | None:
    """The first child of a child …, None where one is missing."""
    for tag in path:
        if element is None:
            return None
        element = element.find(tag)
    return element


def children(element: Element | None, *path: str) -> tuple[Element, ...]:
    """What the first child of a child … holds; nothing where one is missing.

    An element is never asked whether it is true: without children it is false until some version of Python, then true for ever.
    """
    found = inner(element, *path)
    return () if found is None else tuple(found)


def each(element: Element | None, tag: str) -> Iterator[Element]:
    return iter(()) if element is None else element.iterfind(tag)
