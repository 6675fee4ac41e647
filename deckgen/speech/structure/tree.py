"""The headings of a speech as a tree; paragraphs of thanks, problems, plans and closing become branches by themselves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from deckgen.speech.source import Piece, Speech, whole
from deckgen.speech.structure.headings import Heading, find_headings
from deckgen.speech.structure.roles import part_role, role_of
from deckgen.speech.text.sentences import segments

FURTHEST = 400  # headings behind a paragraph among which the next of its level is looked for
DASHES = 5.5  # rank of ——: they may stand under a paragraph that looks back
TAIL = 3  # paragraphs at the end among which a closing is looked for
PART_RATIO = 0.5
LONE_LEAST = 3  # sections under the only top heading, each of which deserves a slide
UNFOLDED, UNFOLDED_LONG = 40, 90  # characters of a section that deserves a slide: in two stretches, or in one


class Node(Struct):
    """A heading with what stands under it. `body` are its own paragraphs, the rest of a run-in heading first."""

    rank: float
    heading: Heading | None = None
    role: str = ""
    paragraph: int = 0
    body: list[Piece] = []
    children: list[Node] = []

    def length(self) -> int:
        """Characters of all its text."""
        own = sum(piece.end - piece.start for piece in self.body)
        title = self.heading.title.end - self.heading.title.start if self.heading else 0
        return own + title + sum(child.length() for child in self.children)


class Tree(Struct):
    """The root holds the preamble as its body. `parts`: the top headings divide the report by purpose, what stands under them are slides."""

    root: Node
    parts: bool
    headings: list[Heading]


def read_tree(speech: Speech, first: int, kind: str) -> Tree:
    """The tree of everything from paragraph `first` on. `kind`: auto, work-report (top headings are parts), speech (they are slides)."""
    headings = find_headings(speech, first)
    plain = grow(speech, first, {h.paragraph: h for h in headings}, {})
    parts = (kind == "work-report" and has_depth(plain)) or (kind != "speech" and divides(speech, plain))
    roles = find_roles(speech, first, headings, parts)
    return Tree(grow(speech, first, {h.paragraph: h for h in headings if h.paragraph not in roles}, roles), parts, headings)


def grow(speech: Speech, first: int, headings: dict[int, Heading], roles: dict[int, tuple[str, float]]) -> Node:
    """Each paragraph under the last heading that stands higher."""
    root = Node(-1.0)
    stack = [root]
    for index in range(first, len(speech.paragraphs)):
        node = opened(speech, index, headings, roles)
        if node is None:
            stack[-1].body.append(whole(speech, index))
            continue
        while stack[-1].rank >= node.rank:
            stack.pop()
        stack[-1].children.append(node)
        stack.append(node)
    return root


def opened(speech: Speech, index: int, headings: dict[int, Heading], roles: dict[int, tuple[str, float]]) -> Node | None:
    if index in roles:
        role, rank = roles[index]
        return Node(rank, None, role, index, [whole(speech, index)])
    heading = headings.get(index)
    if heading is None:
        return None
    length = len(speech.paragraphs[index].text)
    rest = [Piece(index, heading.body, length)] if heading.body < length else []
    return Node(heading.rank, heading, "", index, rest)


def divides(speech: Speech, root: Node) -> bool:
    """Whether the top headings are parts: named by purpose (回顾, 问题, 安排), or most of them holding slides of their own."""
    tops = [node for node in root.children if node.heading]
    if len(tops) < 2:
        return len(tops) == 1 and len(tops[0].children) >= LONE_LEAST and holds_slides(speech, tops[0])
    if all(node.heading and node.heading.mark and node.heading.mark.kind in ("part", "chapter") for node in tops):
        return sum(len(node.children) > 1 for node in tops) * 2 >= len(tops)
    named = [node for node in tops if node.heading and part_role(node.heading.title.text(speech))]
    heavy = [node for node in tops if len(node.children) > 1 and holds_slides(speech, node) and highest(node) <= 4.0]
    alone = all(node.heading and (node.heading.alone or node.heading.rank < 1) for node in tops)
    return alone and (len(named) >= max(2, len(tops) * PART_RATIO) or len(heavy) * 2 >= len(tops)) and bool(heavy or len(tops) <= 4)


def has_depth(root: Node) -> bool:
    return len(root.children) > 1 and any(node.children for node in root.children)


def holds_slides(speech: Speech, node: Node) -> bool:
    """Whether most of what stands under a heading says enough for a slide each; else they are points of one slide."""
    return sum(unfolds(speech, child) for child in node.children) * 2 >= max(1, len(node.children))


def unfolds(speech: Speech, node: Node) -> bool:
    """Whether a section says more than its title and a sentence: sections of its own, two stretches of text, or a long one."""
    if node.children:
        return True
    stretches = [stretch for piece in node.body for stretch in segments(piece.text(speech))]
    length = sum(len(stretch.text) for stretch in stretches)
    return length >= UNFOLDED_LONG or (len(stretches) > 1 and length >= UNFOLDED)


def highest(node: Node) -> float:
    return min((child.rank for child in node.children), default=9.0)


def find_roles(speech: Speech, first: int, headings: list[Heading], parts: bool) -> dict[int, tuple[str, float]]:
    """Paragraph → (role, rank) of those that end what stands before them, though they have no heading."""
    roles: dict[int, tuple[str, float]] = {}
    top = min((h.rank for h in headings), default=9.0)
    marked = {h.paragraph: h for h in headings}
    last = len(speech.paragraphs)
    begun = False
    for index in range(first, last):
        if index in marked:
            begun = True
            continue
        role = role_of(speech.paragraphs[index].text, index >= last - TAIL, index == last - 1)
        if not role or (not begun and not (headings == [] and index > first)):
            continue
        rank = rank_of_role(role, index, headings, top, parts)
        if rank is not None:
            roles[index] = (role, rank)
    return closed(roles, speech)


def rank_of_role(role: str, index: int, headings: list[Heading], top: float, parts: bool) -> float | None:
    """Beside the sections for thanks, above them for problems and plans, at the top for the closing; None where the section goes on."""
    if role == "closing":
        return -0.5
    level = top
    if parts:
        if role == "plan":
            return None
        inner = inner_level(headings, index, top)
        if inner is None:
            return None
        level = inner
    behind = bisect_right(headings, index, key=lambda heading: heading.paragraph)
    follows = role in ("aside", "aims") and behind < len(headings) and headings[behind].rank > level
    if follows and (headings[behind].rank < DASHES or role == "aims"):
        return None  # sections follow that it leads in to
    after = next((h for h in islice(headings, behind, behind + FURTHEST) if h.rank <= level), None)
    if after is not None and after.rank == level and after.mark and after.mark.number > 1:
        return None
    if after is not None and after.rank == level and not after.mark:
        return None
    return level if role in ("thanks", "aside", "aims") or parts else level - 0.01


def inner_level(headings: list[Heading], index: int, top: float) -> float | None:
    """How high the sections stand under the top heading before paragraph `index`; None where it has none."""
    level = None
    for at in range(bisect_left(headings, index, key=lambda heading: heading.paragraph) - 1, -1, -1):
        if headings[at].rank <= top:
            break
        level = headings[at].rank if level is None else min(level, headings[at].rank)
    return level


def closed(roles: dict[int, tuple[str, float]], speech: Speech) -> dict[int, tuple[str, float]]:
    """A closing is only what nothing but closing follows."""
    last = len(speech.paragraphs) - 1
    for index in sorted(roles, reverse=True):
        if roles[index][0] != "closing":
            continue
        if index == last or roles.get(index + 1, ("",))[0] == "closing":
            last = min(last, index)
        else:
            del roles[index]
    closings = sorted(index for index, (role, _) in roles.items() if role == "closing")
    for index in closings[1:]:
        del roles[index]
    return roles


def walk(node: Node) -> Iterator[Node]:
    """All nodes, each before what it holds."""
    yield node
    for child in node.children:
        yield from walk(child)
