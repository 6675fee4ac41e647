"""A file's bytes as text: the encodings of office machines, and what is not text at all."""

from __future__ import annotations

from deckgen.diagnostics import Findings, Span, term
from deckgen.files import Files, read_bytes

MAX_BYTES = 32 * 1024 * 1024  # 5 000 rich slides are 12 MB; more is a mistake, not a report

# The first bytes of files that people mistake for an outline.
BINARY_STARTS = {
    b"PK\x03\x04": "Office/ZIP",
    b"\xd0\xcf\x11\xe0": "Office 97 (.doc/.xls/.ppt)",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}


# Line breaks to YAML and to no editor: pasted from elsewhere, they would shift every line number behind them.
OTHER_BREAKS = "\x85\u2028\u2029"


def read_source(path: str, files: Files, findings: Findings) -> str | None:
    """The text of `path`, line ends as \\n; None when it cannot be read, with the reason in `findings`.

    UTF-8 with or without BOM, UTF-16 with BOM, and GB18030 (what old office machines save; noted as a warning).
    """
    span = Span(path)
    data = read_bytes(path, files, MAX_BYTES, findings)
    if data is None:
        return None
    kind = next((name for start, name in BINARY_STARTS.items() if data.startswith(start)), "")
    if kind or (b"\0" in data and not encoding_of_mark(data)):
        findings.error(span, "load/not-text", kind=kind or term("load/binary"))
        return None
    text = decoded(data, span, findings)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(mark in text for mark in OTHER_BREAKS):
        text = text.translate(dict.fromkeys(map(ord, OTHER_BREAKS), " "))
    if not text.strip():
        findings.error(span, "load/empty-file")
        return None
    return text


def encoding_of_mark(data: bytes) -> str:
    """The encoding that a byte order mark announces, or ""."""
    # The mark of UTF-32 starts with that of UTF-16.
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ""


def decoded(data: bytes, span: Span, findings: Findings) -> str | None:
    marked = encoding_of_mark(data)
    try:
        return data.decode(marked or "utf-8-sig")
    except UnicodeDecodeError as error:
        broken = span if marked else broken_place(span, data, error.start)
    if not marked and not broken.line:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            findings.warn(span, "load/gb18030")
            return text
    findings.error(broken, "load/encoding")
    return None


def broken_place(span: Span, data: bytes, position: int) -> Span:
    """Where UTF-8 breaks off, when the rest of it is sound; the file as a whole when it never was UTF-8.

    One damaged byte must not turn a UTF-8 file into GB18030, which would read it all as other hanzi.
    """
    text = data.decode("utf-8-sig", errors="replace")
    sound = sum(not char.isascii() for char in text)
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    if sound < 2 * damaged:
        return span
    before = data[:position].decode("utf-8-sig")
    return Span(span.path, before.count("\n") + 1, len(before) - before.rfind("\n"))
