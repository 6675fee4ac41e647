"""Zips of other people: what is counted while they unpack, by every reader alike."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.archive import DEEPEST, DOCUMENT, ArchiveError, Limits, names_in, safe_copy, xml_fault
from deckgen.diagnostics import Finding, Findings
from deckgen.form.read import read_tables
from deckgen.inspect.rules.run import check_deck
from deckgen.speech.read.open import read_speech
from tests.clock import seconds, seconds_of

MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
SMALL = Limits(members=5, xml=2_000, total=5_000, tags=100)


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def kind_of(members: dict[str, bytes] | bytes, limits: Limits = SMALL) -> str:
    """Why the package is refused, or ""."""
    data = members if isinstance(members, bytes) else zipped(members)
    try:
        safe_copy(data, limits, lambda name: True)
    except ArchiveError as error:
        return error.kind
    return ""


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"a.xml": b"<a/>", "b.png": bytes(10_000)}, ""),
        ({"a.xml": b"<a>" + b" " * 1_990 + b"</a>"}, ""),
        ({"a.xml": b"<a>" + b" " * 1_994 + b"</a>"}, "too-large"),
        ({f"{n}.xml": b"<a>" + b" " * 1_900 + b"</a>" for n in range(3)}, "too-large"),
        ({f"{n}.xml": b"" for n in range(6)}, "too-large"),
        ({"a.xml": b"<a>" + b"<b/>" * 98 + b"</a>"}, ""),
        ({"a.xml": b"<a>" + b"<b/>" * 99 + b"</a>"}, "too-large"),
        ({"a.xml": b"<a/>" * 60, "b.xml": b"<a/>" * 60}, "too-large"),
        ({"a.xml": b"<!DOCTYPE a><a/>"}, "damaged"),
        ({"a.xml": b"<!--" + b" " * 1_900 + b"--><!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>"[:90]}, "damaged"),
        ({"a.xml": "<!DOCTYPE a><a/>".encode("utf-16-le")}, "damaged"),
        ({"a.RELS": b"<!DOCTYPE a><a/>"}, "damaged"),
        (b"", "not-a-zip"),
        (b"PK\x03\x04", "not-a-zip"),
    ],
)
def test_what_a_package_may_hold(members: dict[str, bytes] | bytes, kind: str) -> None:
    assert kind_of(members) == kind


def test_elements_may_stand_so_deep_in_one_another() -> None:
    for depth, fault in ((DEEPEST, ""), (DEEPEST + 1, "too-large")):
        assert xml_fault(b"<a>" * depth + b"</a>" * depth, 10_000)[0] == fault
        assert xml_fault(("<a>" * depth + "</a>" * depth).encode("utf-16"), 10_000)[0] == fault


def test_sizes_in_the_directory_are_not_believed() -> None:
    data = bytearray(zipped({"a.xml": b"<a>" + b" " * 100_000 + b"</a>"}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = struct.pack("<I", 7)
    assert kind_of(bytes(data)) in ("too-large", "damaged")


def test_a_copy_holds_xml_alone_and_the_last_of_equal_names() -> None:
    buffer = io.BytesIO(zipped({"a.xml": b"<a/>", "b.png": b"picture", "inner.xlsx": zipped({"x.xml": b"<x/>"}), "c.xml": b"<c/>"}))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as package:
        warnings.simplefilter("ignore", UserWarning)
        package.writestr("a.xml", b"<b/>")
    copy = safe_copy(buffer.getvalue(), SMALL, lambda name: name != "c.xml")
    assert names_in(copy) == ["a.xml", "b.png", "inner.xlsx", "c.xml"]
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        assert [package.read(name) for name in package.namelist()] == [b"<b/>", b"", b"", b""]


# ---- every reader: hostile packages end in words, soon


def lying(name: str) -> bytes:
    """A member that says it is small and unpacks to 60 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package, package.open(name, "w") as member:
        member.write(b"<a>")
        for _ in range(60):
            member.write(b" " * (1 << 20))
        member.write(b"</a>")
    data = bytearray(stream.getvalue())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


HOSTILE: dict[str, Callable[[str], bytes]] = {
    "a member that lies about its size": lying,
    "too many members": lambda name: zipped({name: b"<a/>"} | {f"{n}.xml": b"" for n in range(DOCUMENT.members)}),
    "a tree without end": lambda name: zipped({name: b"<a>" * 300_000}),
    "a tree too deep": lambda name: zipped({name: b"<a>" * 3_000 + b"</a>" * 3_000}),
    "too many elements": lambda name: zipped({name: b"<a>" + b"<b/>" * 1_300_000 + b"</a>"}),
    "entities": lambda name: zipped({name: b'<!DOCTYPE a [<!ENTITY b "' + b"b" * 50_000 + b'">]><a>' + b"&b;" * 50_000 + b"</a>"}),
    "a declaration behind a long comment": lambda name: zipped({name: b"<!--" + b"-x" * 5_000 + b"--><!DOCTYPE a><a/>"}),
    "zips in zips": lambda name: zipped({name: b"<a/>", "b.zip": zipped({"c.zip": zipped({"d.xml": bytes(10_000_000)})})}),
    "half a zip": lambda name: zipped({name: b"<a/>" * 10_000})[:-30],
}


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("ending", MAIN)
def test_a_hostile_package_is_refused_soon_and_in_words(ending: str, what: str, tmp_path: Path) -> None:
    data = HOSTILE[what](MAIN[ending])
    path = tmp_path / f"a.{ending}"
    path.write_bytes(data)
    assert seconds_of(lambda: refused(path, data, ending), 3) < seconds(3)
    assert refused(path, data, ending)


def refused(path: Path, data: bytes, ending: str) -> list[Finding]:
    """The errors told of a package."""
    findings = Findings()
    match ending:
        case "docx":
            assert read_speech(str(path), findings) is None
        case "xlsx":
            assert read_tables(str(path), findings) == ()
        case _:
            findings.all.extend(check_deck(data, str(path)))
    return [finding for finding in findings.all if finding.severity == "error"]
