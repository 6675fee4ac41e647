"""An XML part as its own bytes: where its elements begin and end, so that single ones are cut and others stay as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

# The part has been parsed before, so it is well formed: comments, instructions and CDATA are stepped over, a tag ends at its bracket and
# has no `<` in it.
TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<(?P<end>/)?(?P<name>[^\s/<>"'!?]++)(?P<rest>(?:[^"'<>]|"[^"<]*"|'[^'<]*')*?)(?P<alone>/)?>""",
    re.DOTALL,
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Piece(Struct, frozen=True):
    """An element: its name without a prefix, and where its text begins and ends; `inner` is what stands between its tags."""

    name: str
    tag: str  # the opening tag as it is written
    start: int
    end: int
    inner: tuple[int, int]
    depth: int  # 0 is the root


def text_of(content: bytes) -> str:
    """The part as text, for whose bytes UTF-8 is written again."""
    if content.startswith(UTF_16):
        text = content.decode("utf-16")
        return re.sub(r"""\A(<\?xml[^>]*?encoding=["'])[^"']+""", r"\1UTF-8", text, count=1)
    return content.decode("utf-8-sig", "surrogateescape")


def bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def pieces(text: str, deepest: int = 1) -> list[Piece]:
    """The elements down to a depth, in the order of their ends."""
    found: list[Piece] = []
    open_tags: list[tuple[str, str, int, int]] = []
    for match in TOKEN.finditer(text):
        name = match["name"]
        if name is None:
            continue
        depth = len(open_tags)
        local = name.rpartition(":")[2]
        if match["end"]:
            opened = open_tags.pop()
            if depth - 1 <= deepest:
                found.append(Piece(opened[0], opened[1], opened[2], match.end(), (opened[3], match.start()), depth - 1))
        elif match["alone"]:
            if depth <= deepest:
                found.append(Piece(local, match[0], match.start(), match.end(), (match.end(), match.end()), depth))
        else:
            open_tags.append((local, match[0], match.start(), match.end()))
    return found


def children(text: str, depth: int = 1) -> Iterator[Piece]:
    """The elements at one depth in the order of the file."""
    return (piece for piece in sorted(pieces(text, depth), key=lambda piece: piece.start) if piece.depth == depth)


def without(text: str, cuts: list[tuple[int, int]]) -> str:
    """The text without these stretches."""
    kept = []
    at = 0
    for start, end in sorted(cuts):
        if start >= at:
            kept.append(text[at:start])
            at = end
    return "".join((*kept, text[at:]))


def attribute(tag: str, name: str) -> str:
    """The value of an attribute of an opening tag by its name with or without a prefix, "" for none."""
    match = re.search(rf"""[\s](?:\w+:)?{name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return (match[1] or match[2] or "") if match else ""
