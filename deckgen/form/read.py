"""A file that was sent back as tables: Excel or CSV, told apart by what is in it and not by its name."""

from __future__ import annotations

from deckgen.diagnostics import Findings, Span
from deckgen.files import Folder, read_bytes
from deckgen.form.cells import Sheet

MOST_BYTES = 32 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # .xls, .et, and any file with a password
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds it (MS-OFFCRYPTO 2.3.4)
MOST_DIRECTORY = 8 * 1024 * 1024
ZIP = b"PK\x03\x04"
# What people send instead of a table.
OTHERS = {b"%PDF": "PDF", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"{\\rtf": "RTF"}
# Findings that say the file cannot be read at all, not that something in it is wrong.
UNREADABLE = frozenset(
    f"form/{name}"
    for name in (
        *("missing-file", "is-a-folder", "not-a-file", "cannot-read", "too-large", "too-many-rows", "empty", "encoding", "open-quote"),
        *("old-excel", "needs-xlrd", "damaged-xls", "not-a-table", "damaged"),
    )
)


def read_tables(path: str, findings: Findings) -> tuple[Sheet, ...]:
    """The tables in `path`; none when it cannot be read, with the reason in `findings`."""
    data = read_bytes(path, Folder(), MOST_BYTES, findings, "form")
    if data is None:
        return ()
    if not data.strip():
        findings.error(Span(path), "form/empty")
        return ()
    if data.startswith(OLD_OFFICE):
        return read_old(path, data, findings)
    kind = next((name for start, name in OTHERS.items() if data.startswith(start)), "")
    if kind:
        findings.error(Span(path), "form/not-a-table", kind=kind)
        return ()
    sheets = read_xlsx_or_csv(path, data, findings)
    if not any(sheet.lines for sheet in sheets) and not findings.failed:
        findings.error(Span(path), "form/empty")
    return sheets


def read_old(path: str, data: bytes, findings: Findings) -> tuple[Sheet, ...]:
    """The tables of an .xls or .et; a package in that container is a file with a password."""
    if ENCRYPTED in data[:MOST_DIRECTORY]:
        findings.error(Span(path), "form/old-excel")
        return ()
    from deckgen.form.read_xls import read_xls  # most tables are of the format since 2007

    sheets = read_xls(path, data, findings)
    if not sheets and not findings.failed:
        findings.error(Span(path), "form/empty")
    return sheets


def read_xlsx_or_csv(path: str, data: bytes, findings: Findings) -> tuple[Sheet, ...]:
    if data.startswith(ZIP):
        from deckgen.form.read_xlsx import read_xlsx

        return read_xlsx(path, data, findings)
    from deckgen.form.read_csv import read_csv

    return read_csv(path, data, findings)
