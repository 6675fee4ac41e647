"""What was gathered, written into the text of an outline: texts first, then what goes and comes within slides, then the slides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from deckgen.diagnostics import Findings
from deckgen.form.amend import Edit, spliced
from deckgen.load.nodes import Document, composed, nodes_of
from deckgen.load.outline import Report
from deckgen.pull.carry import Carried, plain_tree
from deckgen.pull.emphasis import marked
from deckgen.pull.fields import Fields
from deckgen.pull.notes import written_notes
from deckgen.pull.scalars import changed_scalar
from deckgen.pull.sequences import Entry, entry_text, rearranged, with_pair, without_pair
from deckgen.pull.slides import Moved, SlideEntry

HIDDEN = "hidden: true"


def plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def opened(report: Report, raw: str) -> Fields:
    """The fields of the outline in `raw`, places counted with plain line ends."""
    return Fields(report, composed(report.outline.path, plain_ends(raw), Findings()))


def written(report: Report, raw: str, carried: Carried) -> str | None:
    """The text of the outline with everything that is carried; None where that cannot be written so that it is read back."""
    before = opened(report, raw)
    text = stepped(report, raw, lambda fields: texts(fields, carried.values))
    marks = marked(opened(report, text), carried.strong)
    wanted = expected(plain_tree(before.document.root), carried, marks)
    text = stepped(report, text, lambda fields: texts(fields, marks))
    text = stepped(report, text, lambda fields: within_slides(fields, carried))
    text = stepped(report, text, lambda fields: slides(fields, carried))
    after: Document = composed(report.outline.path, plain_ends(text), Findings())
    return text if spaced(plain_tree(after.root)) == spaced(wanted) else None


def stepped(report: Report, raw: str, step: Callable[[Fields], list[Edit]]) -> str:
    edits = step(opened(report, raw))
    return spliced(raw, [Edit(edit.start, edit.end, number, edit.new) for number, edit in enumerate(edits)])


def texts(fields: Fields, values: Mapping[str, str]) -> list[Edit]:
    edits: list[Edit] = []
    for name, value in values.items():
        node = fields.node(name)
        if isinstance(node, ScalarNode) and value != node.value:
            edits += changed_scalar(fields.document.text, node, value)
    return edits


def within_slides(fields: Fields, carried: Carried) -> list[Edit]:
    text = fields.document.text
    edits: list[Edit] = []
    for name, entries in carried.entries.items():
        node = fields.at(name)
        if isinstance(node, SequenceNode):
            edits += rearranged(text, node, entries) or []
    for name in carried.fields:
        holder, _, key = name.rpartition("/")
        mapping = fields.at(holder)
        if isinstance(mapping, MappingNode):
            edits += without_pair(text, mapping, key) or []
    for name, lines in carried.notes.items():
        mapping = fields.at(name)
        if isinstance(mapping, MappingNode):
            edits += with_pair(text, mapping, written_notes(lines)) or []
    for name in carried.hidden:
        mapping = fields.at(name)
        if isinstance(mapping, MappingNode):
            edits += with_pair(text, mapping, HIDDEN) or []
    return edits


def slides(fields: Fields, carried: Carried) -> list[Edit]:
    edits: list[Edit] = []
    text = fields.document.text
    for part, wanted in carried.slides.items():
        node = fields.at(f"parts/{part}/slides")
        if isinstance(node, SequenceNode):
            entries = [resolved(entry, fields) for entry in wanted.entries]
            edits += rearranged(text, node, entries, wanted.gone) or []
    return edits


def resolved(entry: SlideEntry, fields: Fields) -> Entry:
    """A slide of another part as it is written there."""
    node = fields.at(f"parts/{entry.part}/slides") if isinstance(entry, Moved) else None
    if isinstance(entry, Moved):
        return entry_text(fields.document.text, node, entry.entry) if isinstance(node, SequenceNode) else ""
    return entry


def expected(tree: Any, carried: Carried, marks: Mapping[str, str]) -> Any:
    """What the outline should say, reckoned on its values alone."""
    for name, value in (*carried.values.items(), *marks.items()):
        put(tree, name, value)
    for name, entries in carried.entries.items():
        list_ = reached(tree, name)
        list_[:] = [list_[entry] if isinstance(entry, int) else plain_tree(nodes_of(entry)) for entry in entries]
    for name in carried.fields:
        holder, _, key = name.rpartition("/")
        del reached(tree, holder)[key]
    for name, lines in carried.notes.items():
        reached(tree, name)["notes"] = plain_tree(nodes_of(written_notes(lines)))["notes"]
    for name in carried.hidden:
        reached(tree, name)["hidden"] = "true"
    old = {part: list(tree["parts"][part]["slides"]) for part in carried.slides}
    for part, wanted in carried.slides.items():
        tree["parts"][part]["slides"] = [
            old[entry.part][entry.entry]
            if isinstance(entry, Moved)
            else old[part][entry]
            if isinstance(entry, int)
            else plain_tree(nodes_of(entry))
            for entry in wanted.entries
        ]
    return tree


def put(tree: Any, name: str, value: str) -> None:
    holder, _, key = name.rpartition("/")
    at = reached(tree, holder)
    step = int(key) if isinstance(at, list) else key
    if isinstance(at[step], dict) and len(at[step]) == 1:  # the lead of `- Roads: kerbs and lighting`
        at[step] = {value: next(iter(at[step].values()))}
    else:
        at[step] = value


def reached(tree: Any, name: str) -> Any:
    for step in filter(None, name.split("/")):
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    return tree


def spaced(tree: Any) -> Any:
    """The same with every stretch of space as one: how lines of a text are folded says nothing."""
    if isinstance(tree, dict):
        return {" ".join(key.split()): spaced(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [spaced(entry) for entry in tree]
    return " ".join(tree.split()) if isinstance(tree, str) else tree
