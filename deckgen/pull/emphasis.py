"""Words that became strong or plain in a deck, as the `**` of the outline's texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from yaml.nodes import ScalarNode

from deckgen.inspect.values import FinishedRun, FinishedText
from deckgen.load.inline import MARK
from deckgen.pull.changes import run_look, settings, weight_of
from deckgen.pull.fields import Fields, Shown, squeezed
from deckgen.pull.segments import FIRST_TOKEN, flat_pieces, handed_on, unbroken
from deckgen.pull.theirs import plain
from deckgen.pull.values import neutral, tokenized
from deckgen.snapshot import Look, Piece, Snapshot

STRONG = "**"


class Strength(Struct, frozen=True):
    """Of a stretch of one field, a figure as one character: which characters shall be strong, which plain, and of which nothing is said."""

    text: str
    wanted: tuple[bool | None, ...]


def set_lines(text: FinishedText | None) -> list[list[tuple[str, Look]]]:
    """Of each paragraph with words its characters, and how they are set."""
    lines = [line_of(paragraph) for paragraph in text.paragraphs] if text else []
    return [line for line in lines if "".join(char for char, _ in line).strip()]


def line_of(runs: Sequence[FinishedRun]) -> list[tuple[str, Look]]:
    chars = [(char, look) for run in runs for look in [run_look(run)] for char in plain(run.text)]
    whole = "".join(char for char, _ in chars)
    return [(shown, look) for at, (_, look) in enumerate(chars) if (shown := unbroken(whole, at))]


def strengths(pieces: Sequence[Piece], now: Sequence[tuple[str, Look]], snapshot: Snapshot) -> Iterator[tuple[str, Strength]]:
    """(the field as the snapshot names it, what of it became strong or plain) of one paragraph."""
    owners = handed_on(pieces, flat_pieces(pieces), "".join(char for char, _ in now))
    was = settings(pieces, snapshot)
    chars: list[tuple[str, str, bool | None]] = []  # field, character, strong
    for number, group in groupby(zip(owners, now, strict=True), key=lambda one: one[0].owner):
        piece = pieces[piece_at(number)]
        each = [(piece.at, char, weight_of(was[piece_at(number)], look) if owner.kept else None) for owner, (char, look) in group]
        if number >= 0 and piece.figure:
            each = [(piece.at, chr(FIRST_TOKEN), next((strong for _, _, strong in each if strong is not None), None))]
        chars += each
    for at, of_one in groupby(chars, key=lambda one: one[0]):
        found = [(char, strong) for _, char, strong in of_one if not char.isspace()]
        if any(strong is not None for _, strong in found):
            yield at, Strength("".join(char for char, _ in found), tuple(strong for _, strong in found))


def piece_at(owner: int) -> int:
    return owner if owner >= 0 else ~owner


def marked(fields: Fields, wanted: Mapping[str, Sequence[Strength]]) -> dict[str, str]:
    """The new value of each field whose marks become others; without those that no marks can say."""
    found = {}
    for name, each in wanted.items():
        node, shown = fields.node(name), fields.shown(name)
        if (
            isinstance(node, ScalarNode)
            and shown is not None
            and (value := remarked(fields, name, node, shown, each)) not in ("", node.value)
        ):
            found[name] = value
    return found


def remarked(fields: Fields, name: str, node: ScalarNode, shown: Shown, each: Sequence[Strength]) -> str:
    """The value with its marks where they belong; "" where it would not be read so."""
    text, starts, ends = tokenized(shown)
    strong = strong_of(shown)
    words, places = squeezed(neutral(text))
    for one in each:
        at = words.find(one.text)
        if at < 0:
            return ""
        for place, want in zip(places[at : at + len(one.text)], one.wanted, strict=True):
            strong[place] = strong[place] if want is None else want
    strong = [own or (text[at].isspace() and 0 < at < len(text) - 1 and strong[at - 1] and strong[at + 1]) for at, own in enumerate(strong)]
    value = with_marks(node.value, starts, ends, strong)
    again = fields.read(ScalarNode(node.tag, value, node.start_mark, node.end_mark, node.style), name.rpartition("/")[2])
    return value if again is not None and tokenized(again)[0] == text and strong_of(again) == strong else ""


def strong_of(shown: Shown) -> list[bool]:
    """Of each character of the tokenized text whether it is strong."""
    figures = {left: right for left, right, _ in shown.figures}
    inside = {at for left, right in figures.items() for at in range(left + 1, right)}
    return [strong for at, strong in enumerate(shown.strong) if at not in inside]


def with_marks(value: str, starts: Sequence[int], ends: Sequence[int], strong: Sequence[bool]) -> str:
    """The value without the marks that it has, and with one around each strong stretch."""
    cut = {at for match in MARK.finditer(value) if match[0] == STRONG for at in range(*match.span())}
    opened = {starts[at] for at, own in enumerate(strong) if own and not (at and strong[at - 1])}
    closed = {ends[at] for at, own in enumerate(strong) if own and not (at + 1 < len(strong) and strong[at + 1])}
    return "".join(STRONG * ((at in closed) + (at in opened)) + ("" if at in cut else value[at : at + 1]) for at in range(len(value) + 1))
