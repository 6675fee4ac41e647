"""The package of a Word file put in order before it is read: Strict as Transitional, templates and macros as a document, without what leads nowhere."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

MACROS = "vbaproject.bin"
# ISO 29500 Strict says the same under names of its own (Part 1, Annex A; Part 4).
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
TRANSITIONAL = {
    (b"wordprocessingml", b"main"): b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    (b"officeDocument", b"relationships"): b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    (b"officeDocument", b"math"): b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OTHER_MAINS = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template\.main|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main)\+xml"
)
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]{0,4000}?/>|<(?:\w+:)?Relationship\b[^<>]{0,4000}?></(?:\w+:)?Relationship>")
TARGET = re.compile(rb'\bTarget\s*=\s*(?:"([^"]{0,2000})"|\'([^\']{0,2000})\')')


def put_in_order(data: bytes) -> bytes:
    """The XML of a package whose size is known to be small, as python-docx reads it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        texts = {name: package.read(name) for name in dict.fromkeys(package.namelist()) if name.lower().endswith((".xml", ".rels"))}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as written:
        for name, text in texts.items():
            written.writestr(name, mended(name, text, texts))
    return made.getvalue()


def has_macros(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(name.lower().endswith(MACROS) for name in package.namelist())


def mended(name: str, text: bytes, texts: dict[str, bytes]) -> bytes:
    if b"purl.oclc.org" in text:
        text = STRICT.sub(lambda match: TRANSITIONAL.get((match[1], match[2]), match[0]), text)
        text = text.replace(b"officeDocument/2006/relationships/metadata/core-properties", b"officeDocument/2006/relationships/core")
    if name == "[Content_Types].xml":
        return OTHER_MAINS.sub(DOCUMENT, text)
    if name.endswith(".rels"):
        return RELATION.sub(lambda match: match[0] if leads_somewhere(name, match[0], texts) else b"", text)
    return text


def leads_somewhere(name: str, relation: bytes, texts: dict[str, bytes]) -> bool:
    """Whether a relation leads out of the package, or to a member that is there."""
    if re.search(rb"TargetMode\s*=\s*[\"']External", relation):
        return True
    match = TARGET.search(relation)
    target = (match[1] or match[2] or b"").decode("utf-8", "replace") if match else ""
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") in texts
