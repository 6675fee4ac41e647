"""Entries of a list of a YAML file taken out, put in, or put in another order, each with its comments."""

from __future__ import annotations

from collections.abc import Sequence

from yaml.nodes import MappingNode, Node, SequenceNode

from deckgen.form.amend import Edit

Entry = int | str  # an entry that is there, by its place, or the text of a new one (its first line without indent and dash)


def rearranged(text: str, node: SequenceNode, entries: Sequence[Entry]) -> list[Edit] | None:
    """The edits that leave these entries in this order; None where the list is written so that lines cannot tell them apart.

    An entry takes the comments right above it along; those above one that goes stay.
    """
    if list(entries) == list(range(len(node.value))):
        return []
    if not node.value or not entries:
        return None
    if node.flow_style:
        return rearranged_flow(text, node, entries)
    starts = [line_start(text, child.start_mark.index) for child in node.value]
    if len(set(starts)) != len(starts) or any(not text[start:].lstrip(" ").startswith("-") for start in starts):
        return None
    return rearranged_block(text, node, entries, starts)


def rearranged_flow(text: str, node: SequenceNode, entries: Sequence[Entry]) -> list[Edit] | None:
    inside = text[node.start_mark.index : node.end_mark.index]
    if "\n" in inside or any("\n" in entry or entry.startswith("text: ") for entry in entries if isinstance(entry, str)):
        return None
    words = [text[child.start_mark.index : child.end_mark.index] for child in node.value]
    joined = ", ".join(words[entry] if isinstance(entry, int) else entry for entry in entries)
    return [Edit(node.value[0].start_mark.index, node.value[-1].end_mark.index, 0, joined)]


def rearranged_block(text: str, node: SequenceNode, entries: Sequence[Entry], starts: Sequence[int]) -> list[Edit]:
    ends = [line_end(text, last_index(child, text)) for child in node.value]
    kept = [entry for entry in entries if isinstance(entry, int)]
    if kept == sorted(kept):  # nothing is moved: lines go, and lines come
        return cut_and_put(text, entries, starts, ends)
    heads = [comments_above(text, start, ends[number - 1] if number else 0) for number, start in enumerate(starts)]
    blocks = [text[head:end] for head, end in zip(heads, ends, strict=True)]
    gap = text[ends[0] : heads[1]] if len(blocks) > 1 else ""
    indent = " " * (starts_with(text, starts[0]))
    tail = ""
    for number in reversed([number for number in range(len(blocks)) if number not in kept]):  # its comments stay where it was
        comments = text[heads[number] : starts[number]]
        if number + 1 < len(blocks):
            blocks[number + 1] = comments + blocks[number + 1]
        else:
            tail = comments
    pieces = [blocks[entry] if isinstance(entry, int) else f"{indent}- {indented(entry, indent)}\n" for entry in entries]
    return [Edit(heads[0], ends[-1], 0, joined_blocks(pieces, gap if not gap.strip() else "") + tail)]


def joined_blocks(pieces: Sequence[str], gap: str) -> str:
    return gap.join(piece if piece.endswith("\n") else f"{piece}\n" for piece in pieces)


def cut_and_put(text: str, entries: Sequence[Entry], starts: Sequence[int], ends: Sequence[int]) -> list[Edit]:
    indent = " " * starts_with(text, starts[0])
    kept = {entry for entry in entries if isinstance(entry, int)}
    edits = [Edit(start, end, 0, "") for number, (start, end) in enumerate(zip(starts, ends, strict=True)) if number not in kept]
    place = starts[0]
    for entry in entries:
        if isinstance(entry, int):
            place = ends[entry]
        else:
            ahead = "" if place == 0 or text[place - 1] == "\n" else "\n"
            edits.append(Edit(place, place, len(edits) + 1, f"{ahead}{indent}- {indented(entry, indent)}\n"))
    return edits


def indented(entry: str, indent: str) -> str:
    return f"\n{indent}  ".join(entry.split("\n"))


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
