"""The worst that a regular expression can be given: what each of its repetitions can be filled with, over and over, and an end that it does not want."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from msgspec import Struct

REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
FEW = 3  # as often may something be repeated without being called a repetition
CHARACTERS = "aA0一是的，。：:-—X\n\t /,.\"'#(（[{<“\u3000%$*_~`é|=+\\@;!?万％第１×　>)）]}”"
ENDS = ("", "\ue000", "\n甲")
MOST_OF_A_KIND = 10  # characters that are tried of one class
CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    codes.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    codes.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


class Attack(Struct, frozen=True):
    """Text that grows: `before` once, `body` again and again, `end` once."""

    before: str
    body: str
    end: str

    def text(self, length: int) -> str:
        return self.before + self.body * (length // len(self.body)) + self.end


def attacks_on(pattern: re.Pattern[Any]) -> Iterator[Attack]:
    """One for each way to fill each repetition, and for each way to begin a match again and again."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    reader = Reader(distinct(tree))
    whole = reader.sample(tree, "")
    beginnings = [("", body) for body in (*reader.beginnings, whole, *reader.alphabet)]
    for before, body in dict.fromkeys((*reader.filled, *beginnings)):
        if body:
            for end in ENDS:
                yield Attack(before, body, end)


class Reader:
    """Walks the tree of an expression and samples what it matches."""

    def __init__(self, alphabet: list[str]) -> None:
        self.alphabet = alphabet  # a character of each kind that the expression tells apart
        self.filled: list[tuple[str, str]] = []  # (what stands before a repetition, what fills it)
        self.beginnings: list[str] = []  # what a match may begin with

    def sample(self, tree: Any, before: str) -> str:
        """A text that matches, more or less; what is told apart within it is kept."""
        out = ""
        for code, value in tree:
            out += self.one(code, value, before + out)
            self.beginnings.append(out)
        return out

    def one(self, code: Any, value: Any, before: str) -> str:
        if code in REPEATS:
            return self.repeated(*value, before)
        if code is codes.BRANCH:
            samples = [self.sample(branch, before) for branch in value[1]]  # all of them, for what is kept on the way
            return samples[0]
        if code is codes.SUBPATTERN:
            return self.sample(value[3], before)
        if code is codes.ATOMIC_GROUP:
            return self.sample(value, before)
        if code in (codes.ASSERT, codes.ASSERT_NOT):
            seen = self.sample(value[1], "")
            return seen if code is codes.ASSERT and value[0] < 0 and not before else ""
        matching = [char for char in self.alphabet if matches(code, value, char)]
        return matching[0] if matching else ""

    def repeated(self, least: int, most: Any, tree: Any, before: str) -> str:
        body = self.sample(tree, before)
        if most is codes.MAXREPEAT or most > FEW:
            fillings = [char for char in self.alphabet if len(tree) == 1 and matches(*tree[0], char)][:MOST_OF_A_KIND]
            for filling in dict.fromkeys((body, *fillings)):
                self.filled += [(before, filling), ("", before + filling)]
        return body * max(least, 1)


def matches(code: Any, value: Any, char: str) -> bool:
    """Whether one item of the tree matches the character."""
    if code is codes.LITERAL:
        return ord(char) == value
    if code is codes.NOT_LITERAL:
        return ord(char) != value
    if code is codes.ANY:
        return char != "\n"
    if code is codes.IN:
        negated = value[0][0] is codes.NEGATE
        return negated != any(in_class(kind, part, char) for kind, part in value)
    return False


def in_class(kind: Any, part: Any, char: str) -> bool:
    if kind is codes.RANGE:
        return bool(part[0] <= ord(char) <= part[1])
    if kind is codes.CATEGORY:
        return CATEGORIES[part](char)
    return kind is codes.LITERAL and ord(char) == part


def distinct(tree: Any) -> list[str]:
    """A character for each set of items of the tree that characters match."""
    items = list(leaves(tree))
    own = [chr(code) for code in codes_of(items)]
    kinds: dict[tuple[bool, ...], str] = {}
    for char in (*own, *CHARACTERS):
        kinds.setdefault(tuple(matches(code, value, char) for code, value in items), char)
    return list(kinds.values())


def leaves(tree: Any) -> Iterator[tuple[Any, Any]]:
    """The items of the tree that match one character."""
    for code, value in tree:
        if code in REPEATS:
            yield from leaves(value[2])
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from leaves(branch)
        elif code in (codes.SUBPATTERN, codes.ASSERT, codes.ASSERT_NOT):
            yield from leaves(value[-1])
        elif code is codes.ATOMIC_GROUP:
            yield from leaves(value)
        elif code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            yield code, value


def codes_of(items: list[tuple[Any, Any]]) -> Iterator[int]:
    """The characters that items name themselves."""
    for code, value in items:
        if code is codes.LITERAL:
            yield value
        elif code is codes.IN:
            for kind, part in value:
                if kind is codes.LITERAL:
                    yield part
                elif kind is codes.RANGE:
                    yield from part
