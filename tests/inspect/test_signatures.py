"""Media are what they are declared to be: the first bytes of every kind that is known, and none of those that are not."""

from __future__ import annotations

import pytest

from deckgen.inspect.rules.package.media_type import SIGNATURES
from tests.inspect.decks import check, edited, swap, theirs

TYPES, IMAGE = "[Content_Types].xml", "ppt/media/image1.png"
# As the standards say, not as the rule does.
STARTS = {
    "image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff\xe0", "image/jpg": b"\xff\xd8\xff\xe1", "image/pjpeg": b"\xff\xd8\xff\xdb",
    "image/gif": b"GIF89a", "image/bmp": b"BM", "image/tiff": b"II*\0", "image/webp": b"RIFF\0\0\0\0WEBP", "image/x-emf": b"\1\0\0\0",
    "image/x-wmf": b"\xd7\xcd\xc6\x9a", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": b"PK\3\4",
}  # fmt: skip
OTHERS = [
    ("image/gif", b"GIF87a"),
    ("image/tiff", b"MM\0*"),
    ("image/x-wmf", b"\1\0\t\0"),
    ("image/x-wmf", b"\2\0\t\0"),
    ("image/svg+xml", b"<svg"),
]


def told(declared: str, start: bytes) -> list[dict[str, object]]:
    """What is said of a picture of a deck that is declared so and begins so."""
    data = edited(theirs(), {IMAGE: lambda content: start + b"\xaa" * 99})
    if declared != "image/png":
        data = edited(data, {TYPES: swap('ContentType="image/png"', f'ContentType="{declared}"')})
    return [dict(finding.facts) for finding in check(data) if finding.rule == "package/media-type" and finding.facts["part"] == IMAGE]


def test_every_kind_is_tried() -> None:
    assert set(STARTS) == set(SIGNATURES)


@pytest.mark.parametrize(("declared", "start"), [*STARTS.items(), *OTHERS])
def test_what_begins_as_its_kind_does_is_left_alone(declared: str, start: bytes) -> None:
    assert told(declared, start) == []


@pytest.mark.parametrize("declared", STARTS)
def test_what_begins_otherwise_is_found(declared: str) -> None:
    assert told(declared, b"%PDF-1.4") == [{"part": IMAGE, "type": declared}]
