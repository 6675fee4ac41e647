"""What an outline is written in, and what that means for its line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.language import HANZI, Language, spoken_in
from deckgen.load.nodes import Fields

NAMES_ONLY = ("theme", "figures", "keep", "checks")  # of the head: files and words that no slide shows
LINE_END = re.compile(r"[ \t]*\n\s*")
EITHER = "{}“”‘’—–…·"  # stands in Chinese as well as in English
FULL_WIDTH = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
LOOKED_AT = 8  # characters on either side, of which stars are no neighbours


def language_written(head: Fields, source: str) -> Language:
    """Chinese where a text of the outline has hanzi (a comment or a file name says nothing), else English as it is spelt."""
    if not HANZI.search(source):
        return spoken_in(source)
    return spoken_in("\n".join(until_hanzi(text for name, node in head.nodes.items() if name not in NAMES_ONLY for text in texts(node))))


def until_hanzi(found: Iterator[str]) -> Iterator[str]:
    """The texts as far as the first with hanzi in it, which settles the matter."""
    for text in found:
        yield text
        if HANZI.search(text):
            return


def texts(node: Node) -> Iterator[str]:
    """Every text under a node; keys are none."""
    if isinstance(node, ScalarNode):
        yield node.value
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from texts(child)
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from texts(value)


def is_latin(text: str) -> bool:
    """Whether a text is written without hanzi."""
    return not HANZI.search(text)


def on_one_line(text: str) -> str:
    """The lines of a text as one: a space between Latin words, nothing beside hanzi."""
    latin = is_latin(text)

    def between(match: re.Match[str]) -> str:
        start, end = match.span()
        sides = text[max(0, start - LOOKED_AT) : start].rstrip("*")[-1:] + text[end : end + LOOKED_AT].lstrip("*")[:1]
        words = sum(side not in EITHER for side in sides)
        return " " if latin or (words == len(sides) and not FULL_WIDTH.search(sides)) else ""

    return LINE_END.sub(between, text)
