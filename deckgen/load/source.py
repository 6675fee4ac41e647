"""A file's bytes as text: the encodings of office machines, and what is not text at all."""

from __future__ import annotations

import os

from deckgen.diagnostics import Findings, Span

MAX_BYTES = 32 * 1024 * 1024  # 5 000 rich slides are 12 MB; more is a mistake, not a report

# The first bytes of files that people mistake for an outline.
BINARY_STARTS = {
    b"PK\x03\x04": "Office/ZIP",
    b"\xd0\xcf\x11\xe0": "Office 97 (.doc/.xls/.ppt)",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}


def read_source(path: str, findings: Findings) -> str | None:
    """The text of `path`, line ends as \\n; None when it cannot be read, with the reason in `findings`.

    UTF-8 with or without BOM, UTF-16 with BOM, and GB18030 (what old office machines save; noted as a warning).
    """
    span = Span(path)
    try:
        if os.path.getsize(path) > MAX_BYTES and os.path.isfile(path):
            findings.error(span, "load/too-large", limit=f"{MAX_BYTES // 1024 // 1024} MB")
            return None
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        findings.error(span, unreadable_rule(error), reason=reason(error))
        return None
    kind = next((name for start, name in BINARY_STARTS.items() if data.startswith(start)), "")
    if kind or (b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))):
        findings.error(span, "load/not-text", kind=kind or "?")
        return None
    text = decoded(data, span, findings)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        findings.error(span, "load/empty-file")
        return None
    return text


def decoded(data: bytes, span: Span, findings: Findings) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030":
            findings.warn(span, "load/gb18030")
        return text
    findings.error(span, "load/encoding")
    return None


def unreadable_rule(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "load/missing-file"
    if isinstance(error, IsADirectoryError):
        return "load/is-a-folder"
    return "load/cannot-read"


def reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
