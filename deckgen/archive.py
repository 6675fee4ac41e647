"""A zip that somebody sent (.docx, .xlsx, .pptx, .potx), read under limits that are counted while it unpacks.

What its directory says of sizes is not believed. XML is streamed once before a library makes a tree of it: no declaration of types, so
no entity; so many tags; so deep. Zips within the zip stay bytes, and no relation that leads outside is followed by anything here.
"""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from msgspec import Struct

CHUNK = 1 << 20
ENCRYPTED_FLAG = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that OPC allows (ECMA-376 Part 2, Annex C)
MEGABYTE = 1 << 20
# OPC forbids document type declarations (ECMA-376 Part 2, M1.17); they are how entity bombs are built.
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
DEEPEST = 200  # elements within one another; office files have thirty
XML = (".xml", ".rels")
# What a directory that lies, a cut file or a broken stream raise, in zipfile and below it.
BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, OverflowError, EOFError, RuntimeError, struct.error)


class Limits(Struct, frozen=True):
    """How much a package may hold."""

    members: int
    xml: int  # bytes of one XML member, unpacked
    total: int  # bytes of all members that are read, unpacked
    tags: int  # opening and closing, of all XML members together


TABLE = Limits(members=5_000, xml=24 * MEGABYTE, total=32 * MEGABYTE, tags=400_000)  # a table for slides: some 100 000 cells
DOCUMENT = Limits(members=5_000, xml=24 * MEGABYTE, total=48 * MEGABYTE, tags=1_200_000)  # a form
SPEECH = Limits(members=5_000, xml=24 * MEGABYTE, total=48 * MEGABYTE, tags=400_000)  # some 25 000 paragraphs
DECK = Limits(members=200_000, xml=24 * MEGABYTE, total=1024 * MEGABYTE, tags=8_000_000)  # some 10 000 slides
SLIDE_TAGS = 500_000  # of one part; a slide has a hundred, the list of 10 000 slides 30 000


class ArchiveError(Exception):
    """Why a package is not read: `kind` is one of not-a-zip, encrypted, damaged, too-large; `part` the member where it showed."""

    def __init__(self, kind: str, part: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.part = part


def names_in(data: bytes) -> list[str]:
    """The names of the members, without unpacking any; raise `ArchiveError` for what is no zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.namelist()
    except BROKEN as error:
        raise ArchiveError("not-a-zip") from error


def inflated(package: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, keep: int | None = None) -> tuple[bytes, int]:
    """(content, or `keep` bytes of it; size); raise `ArchiveError` for more than `most` bytes and for what cannot be unpacked."""
    if info.flag_bits & ENCRYPTED_FLAG:
        raise ArchiveError("encrypted", info.filename)
    if info.compress_type not in METHODS:
        raise ArchiveError("damaged", info.filename)
    pieces: list[bytes] = []
    size = 0
    try:
        with package.open(info) as stream:
            while piece := stream.read(min(CHUNK, most - size + 1)):
                size += len(piece)
                if size > most:
                    raise ArchiveError("too-large", info.filename)
                if keep is None or not pieces:
                    pieces.append(piece if keep is None else piece[:keep])
    except BROKEN as error:
        raise ArchiveError("damaged", info.filename) from error
    return b"".join(pieces), size


def xml_fault(content: bytes, most: int) -> tuple[str, int]:
    """("" or why the XML is not read: too-large, damaged; its tags): more than `most` tags, too deep, or with a declaration of types."""
    if any(mark in content for mark in DOCTYPES):
        return "damaged", 0
    tags = content.count(b"<")  # at most so many; in UTF-16 as well
    if tags > most:
        return "too-large", tags
    return ("too-large" if is_deep(content) else ""), tags


def is_deep(content: bytes) -> bool:
    """Whether elements stand too deep in one another; what is no XML is told by whoever makes a tree of it."""
    if content.count(b"</") <= DEEPEST and b"\0" not in content[:4]:
        return False
    from xml.parsers import expat

    depth = deepest = 0

    def begin(name: str, attributes: object) -> None:
        nonlocal depth, deepest
        depth += 1
        if depth > deepest:
            deepest = depth

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    with contextlib.suppress(expat.ExpatError, ValueError, LookupError):
        parser.Parse(content, True)
    return deepest > DEEPEST


def safe_copy(data: bytes, limits: Limits, wanted: Callable[[str], bool]) -> bytes:
    """A zip of the same members in which XML alone has content, and of that only what is `wanted`, checked and not packed.

    A library may read it with any trust: it holds no more than `limits`. Raise `ArchiveError` for a package that holds more.
    """
    out = io.BytesIO()
    room, tags = limits.total, limits.tags
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise ArchiveError("not-a-zip") from error
    with package, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        infos = package.infolist()
        if len(infos) > limits.members:
            raise ArchiveError("too-large")
        for info in {info.filename: info for info in infos}.values():
            content = b""
            if info.filename.lower().endswith(XML) and wanted(info.filename):
                content, size = inflated(package, info, min(room, limits.xml))
                fault, count = xml_fault(content, tags)
                if fault:
                    raise ArchiveError(fault, info.filename)
                room, tags = room - size, tags - count
            if not info.is_dir():
                copy.writestr(zipfile.ZipInfo(info.filename), content)
    return out.getvalue()
