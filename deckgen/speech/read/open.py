"""Which reader a file wants; a file that none can read is refused with what to do about it."""

from __future__ import annotations

import os
import re

from deckgen.archive import ArchiveError, names_in
from deckgen.diagnostics import Fact, Findings, Span, term
from deckgen.files import Files, Folder, read_bytes
from deckgen.speech.source import Speech

MAX_BYTES = 32 * 1024 * 1024
MOST_CHARACTERS = 200_000  # a speech of fifteen hours
MOST_PARAGRAPHS = 10_000  # the longest reports have a thousand; each six make a slide that is laid out in every theme
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
RTF = b"{\\rtf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds it, MS-OFFCRYPTO 2.3.4.4
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml|\?mso)", re.I)
OLD_WORD = (".doc", ".wps", ".dot", ".wpt")
OLD_OTHERS = (".xls", ".et", ".ppt", ".dps", ".msg")
OTHERS = (".rtf", ".odt", ".pages", ".html", ".htm", ".mht", ".xml")
OUTLINES = (".yaml", ".yml")
PACKAGES = {
    "xl/workbook.xml": term("speech/excel"),
    "ppt/presentation.xml": term("speech/powerpoint"),
}
Refusal = tuple[str, dict[str, Fact]]  # rule, facts
MARKDOWN = (".md", ".markdown", ".mkd")


def read_speech(path: str, findings: Findings, files: Files | None = None) -> Speech | None:
    """The paragraphs of `path`, on disk or among `files`; None when it cannot be read as a speech, with the reason in `findings`."""
    data = read_bytes(path, files or Folder(), MAX_BYTES, findings, "speech")
    if data is None:
        return None
    extension = os.path.splitext(path)[1].lower()
    refusal = refused(data, extension)
    if refusal:
        rule, facts = refusal
        findings.error(Span(path), rule, **facts)
        return None
    if data.startswith(ZIP):
        from deckgen.speech.read.word import read_word  # python-docx is slow to import, and only Word needs it

        speech = read_word(path, data, findings)
    else:
        from deckgen.speech.read.text import read_text

        speech = read_text(path, data, extension in MARKDOWN, findings)
    return checked(path, speech, findings)


def refused(data: bytes, extension: str) -> Refusal | None:
    """Why a file cannot be read as a speech; None for one that may."""
    if data.startswith(ZIP):
        return refused_package(data)  # WPS saves .docx under the name .wps when it is told to; the content decides
    if data.startswith(OLE):
        return refused_ole(data, extension)
    if data.startswith(PDF) or extension == ".pdf":
        return "speech/pdf", {}
    if extension in OLD_WORD:
        return "speech/old-word", {}
    if extension in OUTLINES:
        return "speech/is-outline", {}
    if extension in OTHERS or data.startswith(RTF) or MARKUP.match(data):
        return "speech/other-format", {"kind": extension if extension in OTHERS else "RTF" if data.startswith(RTF) else "HTML/XML"}
    if data.startswith(PICTURES):
        return "speech/not-text", {"kind": term("speech/a-picture")}
    if b"\0" in data[:65536] and not data.startswith(UTF_16):
        return "speech/not-text", {"kind": term("load/binary")}
    return None


def refused_package(data: bytes) -> Refusal | None:
    """The same for what is zipped: Word of today, but also Excel, PowerPoint, OpenDocument."""
    try:
        names = names_in(data)
    except ArchiveError:
        return "speech/not-word", {}
    kinds = [kind for member, kind in PACKAGES.items() if member in names]
    if kinds:
        return "speech/not-text", {"kind": kinds[0]}
    if "META-INF/manifest.xml" in names or "mimetype" in names:
        return "speech/other-format", {"kind": ".odt"}
    return None


def refused_ole(data: bytes, extension: str) -> Refusal:
    """The same for files of Office 97 and for those of today with a password, which look alike from outside."""
    if ENCRYPTED in data:
        return "speech/encrypted", {}
    if extension in OLD_OTHERS:
        return "speech/not-text", {"kind": extension}
    return "speech/old-word", {}


def checked(path: str, speech: Speech | None, findings: Findings) -> Speech | None:
    """The speech, unless there is nothing in it or far too much."""
    if speech is None:
        return None
    length = sum(len(line.text) for line in speech.paragraphs)
    if not length:
        findings.error(Span(path), "speech/empty")
        return None
    if length > MOST_CHARACTERS:
        findings.error(Span(path), "speech/too-long", count=length, most=MOST_CHARACTERS)
        return None
    if len(speech.paragraphs) > MOST_PARAGRAPHS:
        findings.error(Span(path), "speech/too-many-paragraphs", count=len(speech.paragraphs), most=MOST_PARAGRAPHS)
        return None
    return speech
