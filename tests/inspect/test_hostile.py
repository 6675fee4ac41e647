"""Files that are no decks, broken decks and hostile ones: always findings, never an exception."""

from __future__ import annotations

import io
import os
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from deckgen.inspect.package import zipped
from deckgen.inspect.package.xml import number
from deckgen.messages import rendered
from tests.examples import under_ci
from tests.inspect.decks import check, edited, found, members, ours, packed, theirs
from tests.some import some

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def encrypted_office() -> bytes:
    """The head of a compound file with the stream that Office puts encrypted packages into (MS-OFFCRYPTO 2.3.4.4)."""
    return OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def encrypted_zip() -> bytes:
    """A zip whose members say that they need a password."""
    data = bytearray(packed({"[Content_Types].xml": b"<Types/>"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


@cache
def bomb() -> bytes:
    """A megabyte that unpacks to a gigabyte."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package,
        package.open("ppt/slides/slide1.xml", "w") as member,
    ):
        for _ in range(64):
            member.write(bytes(1 << 20))
    return stream.getvalue()


def twice() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        stream = io.BytesIO(ours())
        with zipfile.ZipFile(stream, "a") as package:
            package.writestr("ppt/slides/slide1.xml", members(ours())["ppt/slides/slide1.xml"])
    return stream.getvalue()


def other_case() -> bytes:
    parts = members(ours())
    return packed({**parts, "ppt/slides/SLIDE1.xml": parts["ppt/slides/slide1.xml"]})


def wrong_checksum() -> bytes:
    """A bit of a stored member turned over."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, content in members(ours()).items():
            package.writestr(name, content)
    return stream.getvalue().replace("突出政治建设".encode(), "突出政治建投".encode(), 1)


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "package/not-a-deck"),
    ("text", lambda: "不是演示文稿".encode(), "package/not-a-deck"),
    ("half a deck", lambda: ours()[: len(ours()) // 2], "package/not-a-deck"),
    ("a zip of something else", lambda: packed({"a.txt": b"a"}), "package/not-a-deck"),
    ("an empty zip", lambda: packed({}), "package/not-a-deck"),
    ("an old .ppt", lambda: OLE + bytes(2048), "package/not-a-deck"),
    ("a deck with a password", encrypted_office, "package/encrypted"),
    ("a zip with a password", encrypted_zip, "package/encrypted"),
    ("a zip bomb", bomb, "package/too-large"),
    ("one part twice", twice, "package/duplicate-part"),
    ("one part twice but for its case", other_case, "package/duplicate-part"),
    ("a wrong checksum", wrong_checksum, "package/damaged"),
]


@pytest.mark.parametrize(("make", "rule"), [pytest.param(make, rule, id=what) for what, make, rule in HOSTILE])
def test_what_is_no_deck_is_said_so(make: Callable[[], bytes], rule: str) -> None:
    findings = check(make())
    assert rule in {finding.rule for finding in findings}
    assert all(rendered(finding, lang) for finding in some(findings) for lang in ("zh", "en"))


def test_a_file_that_cannot_be_opened_has_one_finding() -> None:
    for data in (b"", OLE + bytes(2048), encrypted_office(), bomb(), ours()[:4000]):
        assert len(check(data)) == 1


def test_too_many_parts_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_MEMBERS", 20)
    (finding,) = check(ours())
    assert rendered(finding, "zh").startswith("deck.pptx: 错误[package/too-large] 文件解压后大得不合常理（超过 20 个部件），没有再读下去")
    assert "unpacked (more than 20 parts); reading stopped" in rendered(finding, "en")


@pytest.mark.slow
def test_more_members_than_a_plain_directory_can_count_are_read() -> None:
    """From 65 536 on a zip has the directory of zip64 (APPNOTE 4.3.14); what stands in such a deck is read like any other."""
    parts = members(ours())
    many = {f"ppt/media/image{n}.png": b"" for n in range(65_536 - len(parts))}
    read = zipped.unzip(packed({**many, **parts}))
    assert len(read.contents) == 65_536
    assert read.faults == ()
    assert {name: read.contents[name] for name in parts if name.endswith(".xml")} == {
        name: content for name, content in parts.items() if name.endswith(".xml")
    }


def test_a_directory_that_lies_about_sizes_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is what comes out, whatever the directory says: the limit stands at half of the slide."""
    monkeypatch.setattr(zipped, "LARGEST_XML", len(members(ours())["ppt/slides/slide3.xml"]) // 2)
    assert {rule for rule, _, _ in found(ours())} == {"package/too-large"}


@pytest.mark.parametrize("deck", [ours, theirs])
def test_a_truncated_deck_never_raises(deck: Callable[[], bytes]) -> None:
    data = deck()
    for end in some(range(0, len(data), len(data) // 15)):
        assert check(data[:end])


# The rest of the fuzzing is done in CI.
SEEDS = 500 if under_ci() or os.environ.get("DECKGEN_SLOW") else 10


def test_flipped_bits_never_raise() -> None:
    for seed in range(SEEDS):
        chance = random.Random(seed)
        data = bytearray((ours, theirs)[seed % 2]())
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        check(bytes(data))


VALUES = ("", "-1", "99999999999999999999", "NaN", "1.5", "50%", "true", "a b", "\u0660", "-2147483648", "rId1", "tx1", "0")


def test_strange_values_never_raise() -> None:
    """Any attribute of any part may say anything, any element may be missing."""
    for seed in range(SEEDS):
        chance = random.Random(seed)
        data = (ours, theirs)[seed % 2]()
        names = [name for name in members(data) if name.endswith((".xml", ".rels"))]
        check(edited(data, {name: lambda content, chance=chance: mutated(content, chance) for name in chance.sample(names, 6)}))


def mutated(content: bytes, chance: random.Random) -> bytes:
    text = content.decode()
    values = list(re.finditer(r'="([^"]*)"', text))
    for match in sorted(chance.sample(values, min(len(values), 1 + len(values) // 6)), key=lambda found: -found.start()):
        text = f"{text[: match.start(1)]}{chance.choice(VALUES)}{text[match.end(1) :]}"
    elements = re.findall(r"<(?:a|p|c):\w+[^>]*/>", text)
    for element in chance.sample(elements, min(len(elements), 3)):
        text = text.replace(element, "", 1)
    return (text + " ").encode()


def test_deep_nesting_never_raises() -> None:
    depth = 15_000
    opening = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="深"/></p:nvGrpSpPr><p:grpSpPr/>'
    nested = opening * depth + "</p:grpSp>" * depth
    check(edited(ours(), {"ppt/slides/slide3.xml": lambda content: content.replace(b"</p:spTree>", f"{nested}</p:spTree>".encode())}))


def test_relations_in_a_circle_never_hang() -> None:
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    check(edited(ours(), {rels: lambda content: content.replace(b"../theme/theme1.xml", b"slideMaster1.xml")}))
    layout = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
    check(edited(ours(), {layout: lambda content: content.replace(b"../slideMasters/slideMaster1.xml", b"slideLayout1.xml")}))


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("-5", -5), ("50%", 50_000), ("1.9", 1), (None, 7), ("", 7), ("x", 7), ("9" * 30, 7)]
)
def test_numbers_are_read_or_defaulted(text: str | None, value: int) -> None:
    assert number(text, 7) == value
