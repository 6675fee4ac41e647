"""Where the fields of an outline are written: line and column of every value → its name among the others, slides/3/points/0/lead."""

from __future__ import annotations

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


def pointers(root: Node) -> dict[tuple[int, int], str]:
    """The name of each mapping and each text by where it begins: `parts/0/slides/2`, `parts/0/slides/2/title`."""
    found: dict[tuple[int, int], str] = {}
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        name, node = waiting.pop()
        mark = node.start_mark
        begin = f"{name}/" if name else ""
        if isinstance(node, SequenceNode):
            waiting += [(f"{begin}{number}", child) for number, child in enumerate(node.value)]
        elif isinstance(node, MappingNode):
            found[mark.line + 1, mark.column + 1] = name
            waiting += [(f"{begin}{key.value}", child) for key, child in node.value if isinstance(key, ScalarNode)]
        else:
            found[mark.line + 1, mark.column + 1] = name
    return found
