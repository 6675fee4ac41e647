"""The outline as it is now: each field by its name, what it shows, and where every character of that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.diagnostics import Findings
from deckgen.load.inline import InlineReader
from deckgen.load.nodes import MAX_NOTES, Document, scalar_text
from deckgen.load.outline import Report
from deckgen.outline import BREAK

# What may stand in a text between two characters that are shown: space, marks, the quotes and escapes of YAML.
BETWEEN = re.compile(r"[\s*\\^~\[\]{}'\"]|\((?:https?://[^\s()<>]*|#[^\s()]*)\)")


class Shown(Struct, frozen=True):
    """What a text shows, its own line ends aside. `starts` and `ends` say where each character stands in the value of its node;
    those of a figure have the whole reference. `figures` has (from, to, reference)."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    figures: tuple[tuple[int, int, str], ...]
    strong: tuple[bool, ...] = ()  # of each character


class Fields:
    """The fields of one outline."""

    def __init__(self, report: Report, document: Document) -> None:
        self.report = report
        self.document = document
        self.inline = InlineReader(report.ledger, Document(document.path, Findings()))
        self.inline.document.text = document.text
        self.known: dict[str, Shown | None] = {}

    def node(self, name: str) -> Node | None:
        """The node of a field; of a mapping of one pair that is written for a lead and a text, its key."""
        node = self.at(name)
        if isinstance(node, MappingNode) and len(node.value) == 1:
            key: Node = node.value[0][0]
            return key
        return node

    def at(self, name: str) -> Node | None:
        node: Node | None = self.document.root
        for step in filter(None, name.split("/")):
            node = child(node, step)
        return node

    def shown(self, name: str) -> Shown | None:
        """What a text shows; None where the field is none, or cannot be followed character by character."""
        if name not in self.known:
            node = self.node(name)
            self.known[name] = self.read(node, name.rpartition("/")[2]) if isinstance(node, ScalarNode) else None
        return self.known[name]

    def read(self, node: ScalarNode, key: str) -> Shown | None:
        """As the reader of outlines does it: notes keep their lines."""
        text = scalar_text(self.inline.document, node, "", MAX_NOTES)
        found = self.inline.spoken(text, node) if key == "notes" else self.inline.read(text, node, True)
        return followed(node.value, [(run.text.replace(BREAK, ""), run.reference, run.strong) for run in found.runs])

    def texts(self, within: str) -> Iterator[tuple[str, Shown]]:
        """Every text inside a field."""
        waiting = [within]
        while waiting:
            name = waiting.pop()
            node = self.at(name)
            if isinstance(node, MappingNode):
                waiting += [f"{name}/{key.value}".lstrip("/") for key, _ in node.value if isinstance(key, ScalarNode)]
            elif isinstance(node, SequenceNode):
                waiting += [f"{name}/{number}".lstrip("/") for number in range(len(node.value))]
            elif isinstance(node, ScalarNode) and (shown := self.shown(name)):
                yield name, shown


def child(node: Node | None, step: str) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if isinstance(key, ScalarNode) and key.value == step), None)
    if isinstance(node, SequenceNode) and step.isdecimal() and int(step) < len(node.value):
        found: Node = node.value[int(step)]
        return found
    return None


def followed(value: str, runs: list[tuple[str, str, bool]]) -> Shown | None:
    """Where the runs of a text stand in its value; None where something stands between them that no mark explains."""
    at = 0
    text, starts, ends, figures = "", list[int](), list[int](), list[tuple[int, int, str]]()
    flags = list[bool]()
    for words, reference, strong in runs:
        if reference:
            match = re.compile(r"\{\s*" + re.escape(reference) + r"\s*\}").search(value, at)
            if match is None:
                return None
            figures.append((len(text), len(text) + len(words), reference))
            starts += [match.start()] * len(words)
            ends += [match.end()] * len(words)
            at = match.end()
        else:
            for char in words:
                place = next_place(value, at, char)
                if place < 0:
                    return None
                starts.append(place)
                ends.append(place + 1)
                at = place + 1
        text += words
        flags += [strong] * len(words)
    return Shown(text, tuple(starts), tuple(ends), tuple(figures), tuple(flags))


def next_place(value: str, at: int, char: str) -> int:
    """Where the character is written from `at` on, behind nothing but marks; -1 where it is not."""
    while at < len(value):
        if value[at] == char or (char == " " and value[at] == "\n"):
            return at
        match = BETWEEN.match(value, at)
        if match is None:
            return -1
        at = match.end()
    return -1


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text without spaces and breaks, and where each of its characters stands."""
    places = [at for at, char in enumerate(text) if not char.isspace() and char != BREAK]
    return "".join(text[at] for at in places), places
