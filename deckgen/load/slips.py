"""Slips of the hand: full-width marks, missing spaces, a text that is not indented. Each is found in its own line and mended as it was meant.

YAML stumbles over most of them a line later and takes the others for text, so the lines are read as a person reads them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

COLONS = "：﹕∶"
HASH = "＃"
WIDE_DASH = "－"

# No line with a slip that YAML reads without a word is without one of these.
SUSPECT = (
    rf"(?m)^ *+(?:- ++)*+(?:-[^\s-]|[{WIDE_DASH}{HASH}]|[A-Za-z_]++ *+(?:[{COLONS}]|:[^\s/]))"
    rf"|[ \]}}\"']{HASH}|[{{,] *+[A-Za-z_]++ *+(?:[{COLONS}]|:[^\s/])"
)
DASH_AT_WORD = r"(?m)^ *+(?:- ++)*+-[^\s-]"


class Slip(Struct, frozen=True):
    """What was slipped where, counted from 1, and the mend: so many characters from there on become `mend`."""

    rule: str
    line: int
    column: int
    facts: dict[str, str]
    length: int
    mend: str


def suspicious(text: str) -> bool:
    """Whether a text that YAML reads may hold a slip; most do not, and are not read line by line."""
    return may_be_suspicious(text) and re.search(SUSPECT, text) is not None


def may_be_suspicious(text: str) -> bool:
    """What is asked first, since the search takes longer than YAML itself: signs without which it finds nothing."""
    if WIDE_DASH in text or HASH in text or re.search(DASH_AT_WORD, text):
        return True
    if text.count(":") > text.count(": ") + text.count(":\n") + text.count(":/"):
        return True
    return any(ends_in_key(piece) for colon in COLONS if colon in text for piece in text.split(colon)[:-1])


def ends_in_key(piece: str) -> bool:
    """Whether a letter of a key stands at the end."""
    last = piece.rstrip(" ")[-1:]
    return last == "_" or (last.isascii() and last.isalpha())


def found(text: str, broken: bool) -> list[Slip]:
    """The slips of a text in their order. In a `broken` one, which YAML cannot read, more is taken for a slip than for a text."""
    from deckgen.load.slip_lines import Scanner  # only a text with slips needs it

    return list(Scanner(text.split("\n"), broken).slips())


def mended(text: str, slips: Sequence[Slip]) -> str:
    """The text as it was meant; no line is added or lost."""
    lines = text.split("\n")
    for slip in sorted(slips, key=lambda slip: (slip.line, -slip.column)):
        line = lines[slip.line - 1]
        lines[slip.line - 1] = line[: slip.column - 1] + slip.mend + line[slip.column - 1 + slip.length :]
    return "\n".join(lines)
