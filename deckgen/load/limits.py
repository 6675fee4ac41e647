"""What no report needs and no process survives: nesting without end, aliases of aliases. Asked before anything is walked."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MAX_DEPTH = 60  # far over what a report nests
SAFE_DEPTH = 1_000  # libyaml composes recursively in C, where no recursion limit protects the process; this much it bears
MAX_NODES = 500_000  # 10 000 rich slides have 400 000; each takes 0.6 kB and 5 µs to compose
MAX_LINES = 500_000
MOST_REPEATED = 50_000  # nodes that aliases add
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


class TooManyError(Exception):
    """More nodes than a report has."""


def too_many(text: str) -> bool:
    """Whether the text has so many lines or entries that it is not worth composing, told without parsing."""
    return text.count("\n") > MAX_LINES or text.count(",") > 4 * MAX_NODES


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
        expanded(root, {}, own_size(root) + MOST_REPEATED)
    except AliasError as fault:
        return fault.node, fault.rule
    return None


OPEN = 0  # the size of a node that is being counted


def own_size(root: Node) -> int:
    """How many nodes there are as they are written, each once."""
    seen: set[int] = set()
    waiting, size = [root], 0
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            size += weight(node)
            waiting.extend(children(node))
    return size


def weight(node: Node) -> int:
    """A node counts as one, a long text as many."""
    return 1 + len(node.value) // CHARACTERS_A_NODE if isinstance(node, ScalarNode) else 1


def expanded(node: Node, sizes: dict[int, int], most: int) -> int:
    """How many nodes there are once aliases are written out; `sizes` remembers what was counted."""
    if isinstance(node, ScalarNode):
        return weight(node)
    size = sizes.get(id(node))
    if size is None:
        sizes[id(node)] = OPEN
        size = sizes[id(node)] = 1 + sum([expanded(child, sizes, most) for child in children(node)])
    if size == OPEN:
        raise AliasError(node, "load/recursive-alias")
    if size > most:
        raise AliasError(node, "load/alias-bomb")
    return size


def children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    return node.value if isinstance(node, SequenceNode) else []
