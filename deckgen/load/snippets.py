"""Snippets for VS Code: an outline, a part, each kind of slide and a figure of the ledger, their words as places to fill."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.kinds.around import AROUND
from deckgen.kinds.examples import EXAMPLES
from deckgen.kinds.registry import KINDS
from deckgen.load.nodes import nodes_of

FIXED = ("kind", "as")  # what they hold is no word of the author's


def snippets_text(english: bool) -> str:
    """The file of snippets as JSON, ending in a newline."""
    made = {}
    for name, (words, example) in AROUND.items():
        made[f"deckgen {name}"] = snippet(name, *((words.en, example.en) if english else (words.zh, example.zh)), keyed=name == "figure")
    for name, kind in KINDS.items():
        doc = kind.doc_en if english else kind.doc_zh
        example = EXAMPLES[name]
        made[f"deckgen {name}"] = snippet(name, doc, example.en if english else example.zh)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def snippet(name: str, doc: str, example: str, keyed: bool = False) -> dict[str, object]:
    """One snippet; `keyed`: its first key is the author's as well."""
    doc = doc.replace("`", "")
    short = doc.partition("：")[0].partition("；")[0].partition("，")[0]
    return {"scope": "yaml", "prefix": [name, short], "body": with_places(f"{example.strip()}\n", keyed).split("\n"), "description": doc}


def with_places(text: str, keyed: bool = False) -> str:
    """The YAML with a place to fill for each of its words, in the syntax of TextMate."""
    root = nodes_of(text)
    places = list(values(root))
    if keyed and isinstance(root, MappingNode):
        places += values(root.value[0][0])
    pieces, done = [], 0
    for number, (start, end) in enumerate(sorted(places), 1):
        pieces += [escaped(text[done:start]), f"${{{number}:{escaped(text[start:end], inside=True)}}}"]
        done = end
    return "".join([*pieces, escaped(text[done:])])


def values(node: Node | None, key: str = "") -> Iterator[tuple[int, int]]:
    """Where each value stands that is the author's, quotes aside."""
    if isinstance(node, MappingNode):
        for name, child in node.value:
            yield from values(child, name.value)
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from values(child, key)
    elif isinstance(node, ScalarNode) and key not in FIXED:
        quote = 1 if node.style in ("'", '"') else 0
        yield node.start_mark.index + quote, node.end_mark.index - quote


def escaped(text: str, inside: bool = False) -> str:
    for sign in "\\$}" if inside else "\\$":
        text = text.replace(sign, f"\\{sign}")
    return text
