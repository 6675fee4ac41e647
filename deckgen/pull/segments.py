"""A paragraph that was edited, divided among the places that its words come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct

from deckgen.pull.scalars import differences
from deckgen.snapshot import Piece

NUMERIC = re.compile(r"[0-9.,%％‰+\-−±X]+")
FIRST_TOKEN = 0xE000  # of Unicode's private use: stands for a figure within a text


class Group(Struct, frozen=True):
    """What stands of one field in one paragraph, before and after; a figure is one character of `tokens`."""

    at: str
    was: str
    now: str
    figures: tuple[tuple[str, str, str], ...]  # (reference, as it was printed, as it reads now) of those that read otherwise


class Char(Struct, frozen=True):
    char: str
    owner: int  # the piece
    kept: bool = True  # it was there before


def groups(pieces: Sequence[Piece], now: str) -> tuple[list[Group], bool]:
    """(the fields of a paragraph that changed, whether words changed that no field and no figure has)."""
    chars = flat_pieces(pieces)
    return divided(pieces, chars, [(char.char, char.owner) for char in handed_on(pieces, chars, flat(now))])


def handed_on(pieces: Sequence[Piece], chars: Sequence[Char], now: str) -> list[Char]:
    """The new text, each character with the piece that it belongs to, or ~piece beside a figure."""
    fresh: list[Char] = []
    at = 0
    for left, right, text in differences("".join(char.char for char in chars), now):
        owner = owner_of(text, chars, left, right, pieces)
        fresh += [*chars[at:left], *(Char(char, owner, kept=False) for char in text)]
        at = right
    return [*fresh, *chars[at:]]


def divided(pieces: Sequence[Piece], chars: Sequence[Char], fresh: Sequence[tuple[str, int]]) -> tuple[list[Group], bool]:
    found = []
    lost = False
    for at, members in groupby(range(len(pieces)), key=lambda number: pieces[number].at):
        numbers = set(members)
        was, before = tokens([(char.char, char.owner) for char in chars if char.owner in numbers], pieces)
        now, after = tokens([(char, owner) for char, owner in fresh if (owner if owner >= 0 else ~owner) in numbers], pieces)
        printed = [(pieces[n].figure, before[n], after[n]) for n in sorted(numbers) if n in before and n in after and before[n] != after[n]]
        if was == now and not printed:
            continue
        if not at and was != now:
            lost = True
        found.append(Group(at, was, now, tuple(printed)))
    return found, lost


def tokens(chars: Sequence[tuple[str, int]], pieces: Sequence[Piece]) -> tuple[str, dict[int, str]]:
    """(the words with a token for each figure, what each figure reads)."""
    text = ""
    figures: dict[int, str] = {}
    for char, owner in chars:
        if owner >= 0 and pieces[owner].figure:
            if owner not in figures:
                text += chr(FIRST_TOKEN + owner)
            figures[owner] = figures.get(owner, "") + char
        else:
            text += char
    return text, figures


def owner_of(text: str, chars: Sequence[Char], left: int, right: int, pieces: Sequence[Piece]) -> int:
    """Whose the new words are: a number's beside a figure, else those of the words around it; ~piece: words beside that figure."""
    around = [char.owner for char in chars[max(0, left - (left == right)) : max(right, left + 1)]] or ([chars[-1].owner] if chars else [0])
    owners = list(dict.fromkeys(around))
    figures = [owner for owner in owners if pieces[owner].figure]
    words = [owner for owner in owners if not pieces[owner].figure]
    if figures and (NUMERIC.fullmatch(text.strip()) or (not words and left < right)):
        return figures[0]
    if words:
        named = [owner for owner in words if pieces[owner].at]
        return (named or words)[0]
    return ~owners[0]


def flat_pieces(pieces: Sequence[Piece]) -> list[Char]:
    """The paragraph on one line, each character with its piece."""
    whole = "".join(piece.text for piece in pieces)
    owners = [number for number, piece in enumerate(pieces) for _ in piece.text]
    return [Char(shown, owner) for at, owner in enumerate(owners) if (shown := unbroken(whole, at))]


def flat(text: str) -> str:
    return "".join(unbroken(text, at) for at in range(len(text)))


def unbroken(text: str, at: int) -> str:
    """The character; of a break the space that Latin words need, and nothing elsewhere."""
    if text[at] != "\n":
        return text[at]
    sides = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return " " if len(sides) == 2 and sides.isascii() and not any(side.isspace() for side in sides) else ""


def aligned(was: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Which entry is which: (place before, place now), -1 for one that is new or gone."""
    if len(was) == len(now):
        return [(n, n) for n in range(len(was))]
    pairs = []
    for tag, i, j, m, n in SequenceMatcher(None, list(was), list(now), autojunk=False).get_opcodes():
        both = min(j - i, n - m) if tag in ("equal", "replace") else 0
        pairs += [(i + k, m + k) for k in range(both)]
        pairs += [(k, -1) for k in range(i + both, j)] + [(-1, k) for k in range(m + both, n)]
    return pairs
