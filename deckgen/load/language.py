"""What an outline is written in, and what that means for its line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.diagnostics import Span, listed, near
from deckgen.language import LANGUAGES, Language, has_hanzi, language_of, spoken_in
from deckgen.load.nodes import Fields

NAMES_ONLY = ("theme", "figures", "keep", "checks")  # of the head: files and words that no slide shows
FILES = ("image", "data")  # of a slide: names of files
LINE_END = re.compile(r"(?<![ \t])[ \t]*+\n\s*+")
EITHER = "{}“”‘’—–…·"  # stands in Chinese as well as in English
LOOKED_AT = 8  # characters on either side, of which stars are no neighbours


def language_of_outline(head: Fields, source: str, asked: str = "") -> Language:
    """The language that is asked for, else what the head says, else what the outline is written in."""
    if asked and asked not in LANGUAGES:
        facts = {"got": asked, "near": near(asked, LANGUAGES), "known": listed(LANGUAGES)}
        head.document.findings.error(Span("language"), "load/unknown-value", key="language", **facts)
        asked = ""
    tag = asked or head.choice("language", LANGUAGES)
    return language_of(tag) if tag else language_written(head, source)


def language_written(head: Fields, source: str) -> Language:
    """Chinese where a text of the outline has hanzi (a comment or a file name says nothing), else English as it is spelt."""
    if not has_hanzi(source):
        return spoken_in(source)
    return spoken_in("\n".join(until_hanzi(text for name, node in head.nodes.items() if name not in NAMES_ONLY for text in texts(node))))


def until_hanzi(texts: Iterator[str]) -> Iterator[str]:
    """The texts as far as the first with hanzi in it, which settles the matter."""
    for text in texts:
        yield text
        if has_hanzi(text):
            return


def texts(node: Node) -> Iterator[str]:
    """Every text under a node; keys are none."""
    if isinstance(node, ScalarNode):
        yield node.value
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from texts(child)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if not isinstance(key, ScalarNode) or key.value not in FILES:
                yield from texts(value)


def is_latin(text: str) -> bool:
    """Whether a text is written without hanzi."""
    return not has_hanzi(text)


def is_wide(char: str) -> bool:
    """Whether it is a hanzi or a full-width mark."""
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


def on_one_line(text: str, end: str = "") -> str:
    """The lines of a text as one: a space between Latin words, nothing beside hanzi; behind that `end`, where a line ended."""
    latin = is_latin(text)

    def between(match: re.Match[str]) -> str:
        start, after = match.span()
        sides = text[max(0, start - LOOKED_AT) : start].rstrip("*")[-1:] + text[after : after + LOOKED_AT].lstrip("*")[:1]
        words = sum(side not in EITHER for side in sides)
        return (" " if latin or (words == len(sides) and not any(map(is_wide, sides))) else "") + end

    return LINE_END.sub(between, text)
