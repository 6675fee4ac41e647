"""How wide a page is: a ratio such as `16:9`, or a width and a height of which only the ratio counts."""

from __future__ import annotations

import re

from yaml.nodes import Node, ScalarNode, SequenceNode

from deckgen.geometry import PAGE_HEIGHT, Emu
from deckgen.load.nodes import Document

# Compiled when a page is written.
RATIO = r"([0-9]{1,2})\s*[:：]\s*([0-9]{1,2})"
LENGTH = r"[0-9]{1,5}(\.[0-9]{1,2})?"
NARROWEST, WIDEST = 0.75, 4.0  # widths of a page as high as 1


def page_width(document: Document, node: Node) -> Emu | None:
    """The width that a page has at the height of every page; None with a finding when that is no page."""
    sides = sides_of(node)
    if sides and sides[1] and NARROWEST <= sides[0] / sides[1] <= WIDEST:
        return round(PAGE_HEIGHT * sides[0] / sides[1])
    document.error(node, "load/page")
    return None


def sides_of(node: Node) -> tuple[float, float] | None:
    """Width and height as they are written."""
    if isinstance(node, ScalarNode):
        match = re.fullmatch(RATIO, node.value.strip())
        return (float(match[1]), float(match[2])) if match else None
    if not isinstance(node, SequenceNode) or len(node.value) != 2:
        return None
    lengths = [child.value for child in node.value if isinstance(child, ScalarNode) and re.fullmatch(LENGTH, child.value)]
    return (float(lengths[0]), float(lengths[1])) if len(lengths) == 2 else None
