"""What no report needs and no process survives: nesting without end, aliases of aliases. Asked before anything is walked."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MAX_DEPTH = 60  # far over what a report nests
SAFE_DEPTH = 1_000  # libyaml composes recursively in C, where no recursion limit protects the process; this much it bears
MAX_EXPANDED = 2_000_000  # nodes once aliases are written out; 5 000 rich slides have 200 000
CHARACTERS_A_NODE = 100

# An opener that is closed in its line with neither quote nor comment between: in a flow no closer is a letter there.
CLOSED = r"[\[{][^\[\]{}\"'#\n\x85\u2028\u2029]*[\]}]"
# A block opens at most two levels a column, so deep blocks need a line that starts far to the right.
FAR_RIGHT = rf"(?m)^[ \t?:-]{{{SAFE_DEPTH // 2}}}"


def too_deep(text: str, loader: Any) -> bool:
    """Whether `text` nests deeper than a report does; texts that cannot nest dangerously deep are not parsed for it."""
    if not may_be_deep(text):
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > MAX_DEPTH:
                return True
    except yaml.YAMLError:
        pass  # composing stops at the same place, and says why
    return False


def may_be_deep(text: str) -> bool:
    """False when the text cannot nest beyond SAFE_DEPTH, told without parsing."""
    if re.search(FAR_RIGHT, text):
        return True
    for _ in range(3):  # a list in a mapping in a list, all in one line
        if openers(text) <= SAFE_DEPTH:
            return False
        text = re.sub(CLOSED, "", text)
    return openers(text) > SAFE_DEPTH


def openers(text: str) -> int:
    return text.count("[") + text.count("{")


class AliasError(Exception):
    """Aliases lead back to themselves or grow beyond any honest file; the node where they do, and the rule."""

    def __init__(self, node: Node, rule: str) -> None:
        super().__init__(rule)
        self.node = node
        self.rule = rule


def alias_fault(root: Node) -> tuple[Node, str] | None:
    """The node where aliases go wrong, and the rule; None for none. Raises RecursionError as composing does."""
    try:
        expanded(root, {})
    except AliasError as fault:
        return fault.node, fault.rule
    return None


OPEN = 0  # the size of a node that is being counted


def expanded(node: Node, sizes: dict[int, int]) -> int:
    """How many nodes there are once aliases are written out, a long text as many; `sizes` remembers what was counted."""
    if isinstance(node, ScalarNode):
        return 1 + len(node.value) // CHARACTERS_A_NODE
    size = sizes.get(id(node))
    if size is None:
        sizes[id(node)] = OPEN
        size = sizes[id(node)] = 1 + sum([expanded(child, sizes) for child in children(node)])
    if size == OPEN:
        raise AliasError(node, "load/recursive-alias")
    if size > MAX_EXPANDED:
        raise AliasError(node, "load/alias-bomb")
    return size


def children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    return node.value if isinstance(node, SequenceNode) else []
