"""A text of a YAML file changed where it stands: the characters that differ, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from yaml.nodes import ScalarNode

from deckgen.form.amend import SAFE, Edit

BLOCKS = ("|", ">")
MANY = 20_000  # characters; longer ones are exchanged as a whole between what stays at their ends


def changed_scalar(text: str, node: ScalarNode, new: str) -> list[Edit]:
    """The edits that make the value of `node` the text `new`; `text` is the file with plain line ends."""
    start, end = node.start_mark.index, node.end_mark.index
    while text[start:end].endswith("\n"):
        end -= 1
    places = written_places(text[start:end], node)
    old = node.value.rstrip("\n") if node.style in BLOCKS else node.value
    new = new.rstrip("\n") if node.style in BLOCKS else new
    if places is not None and not breaks_style(node, new):
        return [
            Edit(start + left, start + right, 0, escaped(node.style, piece, indent_of(text, node)))
            for left, right, piece in ranges(old, new, places, end - start)
        ]
    space = "" if text[start - 1 : start].isspace() or start == 0 else " "
    return [Edit(start, end, 0, space + requoted(" ".join(new.split("\n"))))]


def ranges(old: str, new: str, places: list[int], length: int) -> list[tuple[int, int, str]]:
    """What of the written text is exchanged for what."""
    found = []
    for left, right, piece in differences(old, new):
        begin = places[left] if left < right or left == 0 else places[left - 1] + 1
        finish = places[right - 1] + 1 if right > left else begin
        found.append((min(begin, length), min(finish, length), piece))
    return found


def differences(old: str, new: str) -> list[tuple[int, int, str]]:
    """The stretches of `old` that are replaced, and by what."""
    if len(old) + len(new) > MANY:
        same = 0
        while same < min(len(old), len(new)) and old[same] == new[same]:
            same += 1
        tail = 0
        while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        return [(same, len(old) - tail, new[same : len(new) - tail])]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(i, j, new[m:n]) for tag, i, j, m, n in matcher.get_opcodes() if tag != "equal"]


def written_places(written: str, node: ScalarNode) -> list[int] | None:
    """Where each character of the value is written, from the start of the node; None where an escape hides one."""
    at = 0
    if node.style in BLOCKS:
        at = written.find("\n") + 1
    elif node.style:
        at = 1
    places: list[int] = []
    value = node.value.rstrip("\n") if node.style in BLOCKS else node.value
    for char in value:
        while at < len(written) and written[at] != char and not (char == " " and written[at] == "\n"):
            if not written[at].isspace() and not (written[at] == "\\" and node.style == '"'):
                return None
            at += 1
        if at >= len(written) or (node.style == '"' and written[at - 1] == "\\" and char not in '\\"'):
            return None
        places.append(at)
        at += 2 if char == "'" and node.style == "'" else 1
    return places


def breaks_style(node: ScalarNode, new: str) -> bool:
    """Whether the new text cannot stand where the old one stood, as it was written."""
    if not new.strip() or new[:1].isspace() or (node.style not in BLOCKS and new != new.strip()):
        return True
    if node.style in BLOCKS:
        return False
    if not node.style and safe(node.value) and not safe(new):
        return True
    return bool(new.count("\n") > node.value.count("\n"))


def safe(text: str) -> bool:
    return SAFE.fullmatch(" ".join(text.split("\n"))) is not None


def escaped(style: str | None, piece: str, indent: str) -> str:
    if style == "'":
        return piece.replace("'", "''")
    if style == '"':
        return piece.replace("\\", "\\\\").replace('"', '\\"')
    if style in BLOCKS:
        return piece.replace("\n", f"\n{indent}" if style == "|" else f"\n\n{indent}")
    return piece


def indent_of(text: str, node: ScalarNode) -> str:
    """How far the lines of a block text are indented."""
    begin = text.find("\n", node.start_mark.index) + 1
    line = text[begin : node.end_mark.index].lstrip("\n")
    return line[: len(line) - len(line.lstrip(" "))]


def requoted(text: str) -> str:
    return text if SAFE.fullmatch(text) else "'" + text.replace("'", "''") + "'"


def joined_edits(edits: Sequence[Edit]) -> list[Edit]:
    """The edits in the order of the file, each with its place among those at one place."""
    return [Edit(edit.start, edit.end, number, edit.new) for number, edit in enumerate(edits)]
