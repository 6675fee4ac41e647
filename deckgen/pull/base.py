"""The snapshot in a deck of ours, and whether the file is still as it was written."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import BinaryIO

import msgspec

from deckgen.archive import BROKEN, DECK, ArchiveError, inflated
from deckgen.snapshot import MEMBER, VERSION, Snapshot, beginning, members_print

SOURCE = r"<(?:\w+:)?source\b[^<>]*\sxmlns(?::\w+)?=[\"']urn:deckgen:source:(\d+)[\"'][^<>]*>([^<]*)</"
APPLICATION = "<Application>deckgen</Application>"
BEGINNING = 1000  # bytes
MOST_CUSTOM = 50  # parts of other programs beside ours that are looked into


class Origin(msgspec.Struct, frozen=True):
    """What a file at the place of a deck is. `kind` is one of

    written: ours, byte for byte what was written · saved: ours, saved by another program or changed · plain: ours without a snapshot,
    as it was written · newer: of a version of ours that this one does not know · foreign: anything else.
    """

    kind: str
    snapshot: Snapshot | None = None


class Print(msgspec.Struct, frozen=True):
    """Of a snapshot what tells whether the file is as it was written."""

    members: str


def origin_of(file: BinaryIO, *, whole: bool = True) -> Origin:
    """What the package in `file` is; nothing but its directory and the snapshot is read. Not `whole`: of a deck that is as it was
    written the snapshot is left out, which a build that replaces it does not need."""
    try:
        with zipfile.ZipFile(file) as package:
            return origin_in(package, whole)
    except (*BROKEN, ArchiveError):
        return Origin("foreign")


def origin_of_bytes(data: bytes) -> Origin:
    return origin_of(BytesIO(data))


def origin_in(package: zipfile.ZipFile, whole: bool = True) -> Origin:
    if not whole and as_recorded(package):
        return Origin("written")
    version, text = source_in(package)
    if version > VERSION:
        return Origin("newer")
    if not text:
        return Origin("plain" if as_written(package) else "foreign")
    try:
        written = msgspec.json.decode(text, type=Print).members == members_print(package)
        snapshot = msgspec.json.decode(text, type=Snapshot) if whole or not written else None
    except (msgspec.DecodeError, ValueError, RecursionError):
        return Origin("foreign")
    return Origin("written" if written else "saved", snapshot)


def as_recorded(package: zipfile.ZipFile) -> bool:
    """Whether the first words of the snapshot, in our own place and spelling, are true of the other members."""
    info = package.NameToInfo.get(MEMBER)
    return info is not None and beginning(members_print(package)) in inflated(package, info, DECK.xml, keep=BEGINNING)[0]


def source_in(package: zipfile.ZipFile) -> tuple[int, str]:
    """(version, JSON) of the snapshot; (0, "") where there is none. Programs that save a deck give the parts numbers of their own."""
    names = sorted(
        (each for each in package.filelist if re.fullmatch(r"customXml/item\d+\.xml", each.filename)),
        key=lambda each: each.filename != MEMBER,
    )
    for info in names[:MOST_CUSTOM]:
        content, _ = inflated(package, info, DECK.xml)
        match = re.search(SOURCE, content.decode("utf-8", "replace"))
        if match:
            return int(match[1][:9]), unescape(match[2])
    return 0, ""


def unescape(text: str) -> str:
    """Element text as it was meant; LibreOffice writes quotes as references as well. (`html` would import every entity there is.)"""
    for sign, plain in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&#10;", "\n"), ("&amp;", "&")):
        text = text.replace(sign, plain)
    return text


def as_written(package: zipfile.ZipFile) -> bool:
    """Whether a deck without a snapshot (of an older version, or built with --no-source) is as we write packages: a program that
    saves one sets its own name or the time of day."""
    if any(each.date_time != (1980, 1, 1, 0, 0, 0) or each.create_system for each in package.filelist):
        return False
    info = package.NameToInfo.get("docProps/app.xml")
    return info is not None and APPLICATION.encode() in inflated(package, info, DECK.xml)[0]
