"""What a deck remembers of how it was built, so that what a person changes in it can be told from what was written.

It travels as one custom XML part (`write/pptx/source.py` puts it there, `pull/base.py` reads it back), and holds what stands on the
slides anyway: no name of a file, no clock, nothing of the machine. So the same outline gives the same bytes wherever it stands.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from zipfile import ZipFile

from msgspec import Struct

VERSION = 1
NAMESPACE = f"urn:deckgen:source:{VERSION}"
MEMBER = "customXml/item1.xml"
EMU_PER_HUNDREDTH = 360  # of a millimetre


class Origin(Struct, frozen=True):
    """What a scene was made of."""

    path: str  # of the outline, as places name it
    theme: str
    field_at: Callable[[int, int], str]  # from line and column in the outline to the field there: parts/0/slides/3/points/0/lead, or ""


class Piece(Struct, frozen=True, gc=False, array_like=True):
    """Words of one paragraph that come from one place; "\n" where a break is written."""

    text: str
    at: str = ""  # the field that they stand in: points/0/lead of the slide, /title of the outline, data.csv!B3; "" for none of them
    figure: str = ""  # what of the ledger they print: gdp, gdp.change
    look: int = 0  # which of the looks of the deck


Words = tuple[tuple[Piece, ...], ...]  # paragraph by paragraph


class ShapeRecord(Struct, frozen=True, gc=False, array_like=True):
    """A shape as it was written; shapes in a group stand behind it, as in the file. Their ids are counted up from 2."""

    name: str
    box: tuple[int, int, int, int]  # x, y, width, height in hundredths of a millimetre, to which LibreOffice rounds
    kind: str = ""  # group, chart, table, picture; "" for a shape with text or without
    fill: str = ""  # a slot with its shade, `gradient`, or nothing
    stroke: str = ""
    place: str = ""  # type and idx of the placeholder that it fills: body 12
    words: Words = ()
    cells: tuple[tuple[Words, ...], ...] = ()  # of a table, row by row
    data: str = ""  # of a picture its digest, of a chart its names and numbers


class SlideRecord(Struct, frozen=True, gc=False, omit_defaults=True):
    at: str  # the field of the outline that the slide is
    layout: str
    title: str
    shapes: tuple[ShapeRecord, ...]
    notes: tuple[str, ...] = ()  # a print of each paragraph; the words stand in the outline, and would double the part
    notes_at: str = ""
    hidden: bool = False
    ground: str = ""  # the digest of the picture behind it
    motion: str = ""  # how it comes, and the kinds of effects on it in their order: fade entr1x3


class Look(Struct, frozen=True, gc=False, array_like=True):
    """How a run was set; `size` in hundredths of a point, `color` a slot with its shade."""

    size: int
    color: str
    bold: bool = False
    face: str = "body"
    strong: bool = False  # as the outline marks words, whatever a theme does with them


class Snapshot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Written with its members first, so that of a deck as it was written nothing else is looked at."""

    version: int = VERSION
    theme: str
    palette: Mapping[str, str]  # slot -> RRGGBB, of which fills and looks speak
    looks: tuple[Look, ...]
    slides: tuple[SlideRecord, ...]
    sections: tuple[str, ...] = ()  # the names of the sections of the show
    members: str  # a print of all other members of the package, as they were written


def beginning(members: str) -> bytes:
    """How the part begins in a deck whose other members have this print, XML and JSON."""
    return f'<source xmlns="{NAMESPACE}" version="{VERSION}">{{"members":"{members}",'.encode()


def print_of(content: bytes) -> str:
    """Equal for equal content; as sure as the zip around it is of its members (CRC-32), and dearer only to those who forge."""
    return f"{len(content):x}-{zlib.crc32(content):08x}"


def members_print(package: ZipFile) -> str:
    """The same of a package: of the name, the size and the checksum of every member outside of customXml."""
    return print_of(
        "".join([f"{each.filename}:{each.file_size}:{each.CRC}\n" for each in package.filelist if not is_own(each.filename)]).encode()
    )


def is_own(name: str) -> bool:
    """Whether a member holds the snapshot, or stands beside it."""
    return name.startswith("customXml/")


def motion_name(transition: str, effects: Sequence[str]) -> str:
    """What moves on a slide, in a word: a transition, and effects, equal neighbours as one with their number; "" for nothing."""
    runs = [(name, len(list(group))) for name, group in groupby(effects)]
    return " ".join([transition, *(f"{name}x{count}" for name, count in runs)]).strip()


def words_print(words: str) -> str:
    """The same of a paragraph, spaces at its ends aside."""
    return f"{zlib.crc32(words.strip().encode()):x}"
