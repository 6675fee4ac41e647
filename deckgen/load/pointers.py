"""Where the fields of an outline are written: line and column of every value → its name among the others, slides/3/points/0/lead."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from sys import intern

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

LINE = 1 << 32  # of a place as one number, the column behind it


class Pointers:
    """The name of each mapping and each text by where it begins: `parts/0/slides/2`, `parts/0/slides/2/title`.

    Kept until a deck is written, as four numbers a value: the nodes of a thousand slides are 20 MB, all names 4 MB.
    """

    __slots__ = ("keys", "nodes", "parents", "places")

    def __init__(self, root: Node) -> None:
        self.keys: list[str | int] = []  # of each node in its parent
        self.parents = array("l")
        found: list[tuple[int, int]] = []
        waiting: list[tuple[str | int, int, Node]] = [("", -1, root)]
        while waiting:
            key, parent, node = waiting.pop()
            number = len(self.keys)
            self.keys.append(key)
            self.parents.append(parent)
            if isinstance(node, SequenceNode):
                waiting += [(index, number, child) for index, child in reversed(list(enumerate(node.value)))]
                continue
            mark = node.start_mark
            found.append(((mark.line + 1) * LINE + mark.column + 1, number))
            if isinstance(node, MappingNode):
                waiting += [(intern(name.value), number, child) for name, child in reversed(node.value) if isinstance(name, ScalarNode)]
        found.sort()  # an alias comes again behind its anchor
        self.places = array("q", [place for place, _ in found])
        self.nodes = array("l", [number for _, number in found])

    def name(self, line: int, column: int) -> str:
        """The name of what begins there; "" where nothing does, and of the whole."""
        place = line * LINE + column
        at = bisect_left(self.places, place)
        if at == len(self.places) or self.places[at] != place:
            return ""
        names = []
        number = self.nodes[at]
        while number > 0:
            names.append(str(self.keys[number]))
            number = self.parents[number]
        return "/".join(reversed(names))
