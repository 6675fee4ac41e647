"""Entries of a list of a YAML file taken out, put in, or put in another order, each with its comments."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from yaml.nodes import MappingNode, Node, SequenceNode

from deckgen.form.amend import Edit

# An entry that is there, by its place, or the text of a new one: comment lines, then its lines, the first without indent and dash.
Entry = int | str


class Gone(Struct, frozen=True):
    """What becomes of entries that a list loses. Of none of these nothing is left but the comments above it."""

    along: frozenset[int] = frozenset()  # their comments go as well
    aside: frozenset[int] = frozenset()  # they stay as comments


NOTHING_GONE = Gone()


def rearranged(text: str, node: SequenceNode, entries: Sequence[Entry], gone: Gone = NOTHING_GONE) -> list[Edit] | None:
    """The edits that leave these entries in this order; None where the list is written so that lines cannot tell them apart.

    An entry takes the comments right above it along; those above one that goes stay, unless `gone` says otherwise.
    """
    if list(entries) == list(range(len(node.value))):
        return []
    if not node.value or not entries:
        return None
    if node.flow_style:
        return None if gone.aside else rearranged_flow(text, node, entries)
    starts = [line_start(text, child.start_mark.index) for child in node.value]
    if len(set(starts)) != len(starts) or any(not text[start:].lstrip(" ").startswith("-") for start in starts):
        return None
    return rearranged_block(text, node, entries, starts, gone)


def rearranged_flow(text: str, node: SequenceNode, entries: Sequence[Entry]) -> list[Edit] | None:
    inside = text[node.start_mark.index : node.end_mark.index]
    if "\n" in inside or any("\n" in entry or entry.startswith("text: ") for entry in entries if isinstance(entry, str)):
        return None
    words = [text[child.start_mark.index : child.end_mark.index] for child in node.value]
    joined = ", ".join(words[entry] if isinstance(entry, int) else entry for entry in entries)
    return [Edit(node.value[0].start_mark.index, node.value[-1].end_mark.index, 0, joined)]


def rearranged_block(text: str, node: SequenceNode, entries: Sequence[Entry], starts: Sequence[int], gone: Gone) -> list[Edit]:
    ends = [line_end(text, last_index(child, text)) for child in node.value]
    heads = [comments_above(text, start, ends[number - 1] if number else 0) for number, start in enumerate(starts)]
    kept = [entry for entry in entries if isinstance(entry, int)]
    if kept == sorted(kept):  # nothing is moved: lines go, and lines come
        return cut_and_put(text, entries, starts, ends, heads, gone)
    blocks = [text[head:end] for head, end in zip(heads, ends, strict=True)]
    gap = text[ends[0] : heads[1]] if len(blocks) > 1 else ""
    indent = " " * (starts_with(text, starts[0]))
    tail = ""
    for number in reversed([number for number in range(len(blocks)) if number not in kept]):  # its comments stay where it was
        comments = "" if number in gone.along else text[heads[number] : starts[number]]
        if number in gone.aside:
            comments += commented(text[starts[number] : ends[number]], indent)
        if number + 1 < len(blocks):
            blocks[number + 1] = comments + blocks[number + 1]
        else:
            tail = comments
    pieces = [blocks[entry] if isinstance(entry, int) else new_lines(entry, indent) for entry in entries]
    return [Edit(heads[0], ends[-1], 0, joined_blocks(pieces, gap if not gap.strip() else "") + tail)]


def joined_blocks(pieces: Sequence[str], gap: str) -> str:
    return gap.join(piece if piece.endswith("\n") else f"{piece}\n" for piece in pieces)


def cut_and_put(
    text: str, entries: Sequence[Entry], starts: Sequence[int], ends: Sequence[int], heads: Sequence[int], gone: Gone
) -> list[Edit]:
    indent = " " * starts_with(text, starts[0])
    kept = {entry for entry in entries if isinstance(entry, int)}
    edits = [
        Edit(heads[number] if number in gone.along else start, end, 0, commented(text[start:end], indent) if number in gone.aside else "")
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if number not in kept
    ]
    place = starts[0]
    for entry in entries:
        if isinstance(entry, int):
            place = ends[entry]
        else:
            ahead = "" if place == 0 or text[place - 1] == "\n" else "\n"
            edits.append(Edit(place, place, len(edits) + 1, ahead + new_lines(entry, indent)))
    return edits


def new_lines(entry: str, indent: str) -> str:
    """A new entry as it is written: its comments, its dash, its lines."""
    lines = entry.split("\n")
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    rest = [f"{indent}  {line}" if line else "" for line in lines[first + 1 :]]
    return "".join(f"{line}\n" for line in [*(f"{indent}{line}" for line in lines[:first]), f"{indent}- {lines[first]}", *rest])


def commented(lines: str, indent: str) -> str:
    """The lines as comments where they stand."""
    return "".join(f"{indent}# {line[len(indent) :]}".rstrip() + "\n" for line in lines.splitlines())


def entry_text(text: str, node: SequenceNode, place: int) -> str:
    """An entry of a list as a new one of another is written, its comments with it."""
    child = node.value[place]
    if node.flow_style:
        return text[child.start_mark.index : child.end_mark.index]
    before = line_end(text, last_index(node.value[place - 1], text)) if place else 0
    start, column = line_start(text, child.start_mark.index), child.start_mark.column
    heads = [line.strip() for line in text[comments_above(text, start, before) : start].splitlines()]
    lines = text[child.start_mark.index : line_end(text, last_index(child, text))].rstrip("\n").split("\n")
    return "\n".join([*heads, lines[0], *(line[min(column, starts_with(line, 0)) :] for line in lines[1:])])


def comments_above(text: str, start: int, before: int) -> int:
    """Where the comment lines right above a line begin."""
    while start > before:
        line = text.rfind("\n", 0, start - 1) + 1
        if line < before or not text[line:start].lstrip(" ").startswith("#"):
            break
        start = line
    return start


def starts_with(text: str, start: int) -> int:
    """How many spaces a line begins with."""
    return len(text[start:]) - len(text[start:].lstrip(" "))


def line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Behind the line that holds the character before `index`."""
    end = text.find("\n", max(0, index - 1))
    return len(text) if end < 0 else end + 1


def last_index(node: Node, text: str) -> int:
    """Where the words of a node end; blocks themselves end only where the next thing begins."""
    if isinstance(node, MappingNode) and node.value and not node.flow_style:
        return last_index(node.value[-1][1], text)
    if isinstance(node, SequenceNode) and node.value and not node.flow_style:
        return last_index(node.value[-1], text)
    end = int(node.end_mark.index)
    while end > node.start_mark.index and text[end - 1] in "\n ":
        end -= 1
    return end


def without_pair(text: str, mapping: MappingNode, key: str) -> list[Edit] | None:
    """The edit that takes one field out of a mapping that has others; None where it shares its line with them."""
    for number, (name, value) in enumerate(mapping.value):
        if name.value != key:
            continue
        start, end = line_start(text, name.start_mark.index), line_end(text, last_index(value, text))
        if mapping.flow_style or number == 0 or text[start : name.start_mark.index].strip():
            return None
        return [Edit(start, end, 0, "")]
    return None


def with_pair(text: str, mapping: MappingNode, words: str) -> list[Edit] | None:
    """The edit that puts one field more at the end of a mapping; the lines behind its first are indented already."""
    if mapping.flow_style or not mapping.value:
        return None
    indent = " " * mapping.value[0][0].start_mark.column
    at = line_end(text, last_index(mapping.value[-1][1], text))
    ahead = "" if at == 0 or text[at - 1] == "\n" else "\n"
    return [Edit(at, at, 0, ahead + "".join(f"{indent}{line}\n" for line in words.split("\n")))]
