"""The bytes of a deck as zip members, read under limits; what stands in the way becomes faults."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from msgspec import Struct

# Decks of a thousand slides have parts of some 10 kB; a part of this size is no slide.
LARGEST_XML = 48 << 20
# A zip bomb grows a thousandfold and more; office files hardly ever twentyfold.
ROOM, GROWTH = 256 << 20, 30
MOST_MEMBERS = 200_000  # some 50 000 slides; in a zip of more than 65 535 the directory has the form of zip64
HEAD = 64  # bytes of a picture that tell its format
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
CHUNK = 1 << 20
ENCRYPTED_FLAG = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that OPC allows (ECMA-376 Part 2, Annex C)


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


def unzip(data: bytes) -> Members:
    """The members by name, the last of equal names; no input raises."""
    if data.startswith(OLE):
        kind = "encrypted" if ENCRYPTED_STREAM in data else "not-a-deck"
        return Members({}, {}, (PackageFault(kind, detail="ole"),))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return read_members(file, ROOM + GROWTH * len(data))
    # zipfile raises more than BadZipFile on directories that lie: names that are no UTF-8, offsets before the file.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError, EOFError, struct.error):
        return Members({}, {}, (PackageFault("not-a-deck", detail="zip"),))


def read_members(file: zipfile.ZipFile, room: int) -> Members:
    infos = file.infolist()
    if len(infos) > MOST_MEMBERS:
        return Members({}, {}, (PackageFault("too-large", detail=str(MOST_MEMBERS)),))
    faults = [PackageFault("duplicate-part", name) for name in doubles([info.filename for info in infos])]
    contents: dict[str, bytes] = {}
    sizes: dict[str, int] = {}
    for info in infos:
        if info.is_dir():
            continue
        is_xml = info.filename.lower().endswith((".xml", ".rels"))
        limit = min(room, LARGEST_XML) if is_xml else room
        content, size, fault = read_member(file, info, limit, keep=is_xml)
        room -= size
        if fault:
            faults.append(fault)
        if fault and fault.kind == "too-large":
            return Members({}, {}, (fault,))
        contents[info.filename] = content
        sizes[info.filename] = size
    return Members(contents, sizes, tuple(faults))


def read_member(file: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, keep: bool) -> tuple[bytes, int, PackageFault | None]:
    """(content or its head, size, what was wrong); the size in the directory is not believed."""
    if info.flag_bits & ENCRYPTED_FLAG:
        return b"", 0, PackageFault("encrypted", info.filename, "zip")
    if info.compress_type not in METHODS:
        return b"", 0, PackageFault("damaged", info.filename, f"method {info.compress_type}")
    pieces: list[bytes] = []
    size = 0
    try:
        with file.open(info) as stream:
            while piece := stream.read(CHUNK):
                if keep or not pieces:
                    pieces.append(piece if keep else piece[:HEAD])
                size += len(piece)
                if size > limit:
                    return b"", size, PackageFault("too-large", info.filename)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, struct.error) as error:
        return b"".join(pieces), size, PackageFault("damaged", info.filename, type(error).__name__)
    return b"".join(pieces), size, None


def doubles(names: list[str]) -> list[str]:
    """Names that occur again, or again but for their case: to OPC they are one part."""
    seen: set[str] = set()
    again = []
    for name in names:
        if name.lower() in seen:
            again.append(name)
        seen.add(name.lower())
    return again
