"""Which reader a file wants; a file that none can read is refused with what to do about it."""

from __future__ import annotations

import os

from deckgen.diagnostics import Findings, Span, Words
from deckgen.speech.source import Speech

MAX_BYTES = 32 * 1024 * 1024
MOST_CHARACTERS = 400_000  # a speech of twenty hours
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
RTF = b"{\\rtf"
MARKDOWN = (".md", ".markdown", ".mkd")


def read_speech(path: str, findings: Findings) -> Speech | None:
    """The paragraphs of `path`; None when it cannot be read as a speech, with the reason in `findings`."""
    data = read_bytes(path, findings)
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


def read_bytes(path: str, findings: Findings) -> bytes | None:
    try:
        if os.path.isfile(path) and os.path.getsize(path) > MAX_BYTES:
            findings.error(Span(path), "speech/too-large", limit=f"{MAX_BYTES // 1024 // 1024} MB")
            return None
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        findings.error(Span(path), "speech/missing-file")
    except IsADirectoryError:
        findings.error(Span(path), "speech/is-a-folder")
    except (OSError, ValueError) as error:
        from deckgen.messages.reasons import reason

        findings.error(Span(path), "speech/cannot-read", reason=reason(error))
    return None


def refused(data: bytes, extension: str) -> tuple[str, Words | None] | None:
    """(rule, what the file is) of a file that cannot be read; None for one that may."""
    if data.startswith(PDF) or extension == ".pdf":
        return "speech/pdf", None
    if data.startswith(OLE) or extension in (".doc", ".wps", ".dot", ".wpt"):
        # WPS saves .docx under the name .wps when it is told to; its content decides.
        return None if data.startswith(ZIP) else ("speech/old-word", None)
    if data.startswith(RTF) or extension in (".rtf", ".odt", ".pages"):
        return "speech/other-format", Words(extension or ".rtf", extension or ".rtf")
    if data.startswith(PICTURES):
        return "speech/not-text", Words("图片", "a picture")
    if not data.startswith(ZIP) and b"\0" in data[:65536] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "speech/not-text", Words("二进制内容", "binary")
    return None


def checked(path: str, speech: Speech | None, findings: Findings) -> Speech | None:
    """The speech, unless there is nothing in it or far too much."""
    if speech is None:
        return None
    length = sum(len(line.text) for line in speech.lines)
    if not length:
        findings.error(Span(path), "speech/empty")
        return None
    if length > MOST_CHARACTERS:
        findings.error(Span(path), "speech/too-long", count=length, most=MOST_CHARACTERS)
        return None
    return speech
