"""The bytes of a deck as zip members, read under limits; what stands in the way becomes faults."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from msgspec import Struct

from deckgen.archive import BROKEN, DECK, SLIDE_TAGS, XML, ArchiveError, inflated, xml_fault

# Decks of a thousand slides have parts of some 10 kB; a part of this size is no slide.
LARGEST_XML = DECK.xml
# A zip bomb grows a thousandfold and more; office files hardly ever twentyfold.
ROOM, GROWTH = 256 << 20, 30
MOST_MEMBERS = DECK.members  # some 50 000 slides; in a zip of more than 65 535 the directory has the form of zip64
HEAD = 64  # bytes of a picture that tell its format
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


class PackageFault(Struct, frozen=True):
    """What stands in the way of reading a package, or was met on the way: kind is one of not-a-deck, encrypted, too-large, damaged,
    duplicate-part, malformed-xml."""

    kind: str
    part: str = ""
    detail: str = ""


class Members(Struct, frozen=True):
    """What the zip holds: XML whole, of anything else its size and its first bytes."""

    contents: dict[str, bytes]
    sizes: dict[str, int]
    faults: tuple[PackageFault, ...]


def unzip(data: bytes, wanted: Callable[[str], bool] | None = None) -> Members:
    """The members by name, the last of equal names; no input raises. Of those that are not `wanted` only the names are kept."""
    if data.startswith(OLE):
        kind = "encrypted" if ENCRYPTED_STREAM in data else "not-a-deck"
        return Members({}, {}, (PackageFault(kind, detail="ole"),))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return read_members(file, ROOM + GROWTH * len(data), wanted)
    # zipfile raises more than BadZipFile on directories that lie: names that are no UTF-8, offsets before the file.
    except BROKEN:
        return Members({}, {}, (PackageFault("not-a-deck", detail="zip"),))


def read_members(file: zipfile.ZipFile, room: int, wanted: Callable[[str], bool] | None) -> Members:
    infos = file.infolist()
    if len(infos) > MOST_MEMBERS:
        return Members({}, {}, (PackageFault("too-large", detail=str(MOST_MEMBERS)),))
    faults = [PackageFault("duplicate-part", name) for name in doubles([info.filename for info in infos])]
    contents: dict[str, bytes] = {}
    sizes: dict[str, int] = {}
    tags = DECK.tags
    for info in infos:
        if info.is_dir():
            continue
        if wanted and not wanted(info.filename):
            contents[info.filename], sizes[info.filename] = b"", info.file_size
            continue
        is_xml = info.filename.lower().endswith(XML)
        content, size, count, fault = read_member(file, info, room, min(tags, SLIDE_TAGS) if is_xml else 0)
        room, tags = room - size, tags - count
        if fault:
            faults.append(fault)
        if fault and fault.kind == "too-large":
            return Members({}, {}, (fault,))
        contents[info.filename] = content
        sizes[info.filename] = size
    return Members(contents, sizes, tuple(faults))


def read_member(file: zipfile.ZipFile, info: zipfile.ZipInfo, room: int, tags: int) -> tuple[bytes, int, int, PackageFault | None]:
    """(content, its size, its tags, what was wrong) of XML with so many tags at the most; of another member (0 tags) its head."""
    try:
        content, size = inflated(file, info, min(room, LARGEST_XML) if tags else room, None if tags else HEAD)
    except ArchiveError as error:
        cause = type(error.__cause__).__name__ if error.__cause__ else f"method {info.compress_type}"
        detail = {"encrypted": "zip", "too-large": ""}.get(error.kind, cause)
        return b"", 0, 0, PackageFault(error.kind, info.filename, detail)
    fault, count = xml_fault(content, tags) if tags else ("", 0)
    return content, size, count, PackageFault("too-large", info.filename) if fault == "too-large" else None


def doubles(names: list[str]) -> list[str]:
    """Names that occur again, or again but for their case: to OPC they are one part."""
    seen: set[str] = set()
    again = []
    for name in names:
        if name.lower() in seen:
            again.append(name)
        seen.add(name.lower())
    return again
