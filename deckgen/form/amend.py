"""New values written into the text of a ledger: nothing but the words of what changes is touched.

A YAML library that writes a whole file back (ruamel.yaml among them) lays out indents, the spaces inside braces, aligned values and
long lines in its own way. The nodes know where their words stand, so these words alone are replaced, and a diff shows what was filled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs
from yaml.nodes import MappingNode, Node, ScalarNode

from deckgen.amounts import parsed_change, split_change
from deckgen.figures import KEYED, Figure
from deckgen.form.filled import Amendment
from deckgen.form.rows import amount_text, change_text, value_text
from deckgen.numerals import FULL_WIDTH

# A plain scalar that YAML reads back as these very words, in braces or not; anything else is quoted.
SAFE = re.compile(r"(?!-(?![0-9]))(?![?:,\[\]{}#&*!|>'\"%@`= ])[^:#,\[\]{}\n]*(?<! )")


class Edit(Struct, frozen=True, order=True):
    """Characters `start` to `end` of the text become `new`."""

    start: int
    end: int
    order: int  # of edits at one place
    new: str


def amended_text(raw: str, root: MappingNode, amendments: Sequence[Amendment], names: Sequence[str]) -> str:
    """The ledger's text with the amendments; `root` is what was composed of `raw` with its line ends made \\n.

    A figure that the file does not have (its base has it) gets an entry of its own, in the order of `names`.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    figures = next(value for key, value in root.value if key.value == "figures")
    there: dict[str, Node] = {key.value: value for key, value in figures.value}
    edits: list[Edit] = []
    for amendment in amendments:
        node = there.get(amendment.figure.name)
        changes = entry_edits(text, node, amendment) if node is not None else [new_entry(text, figures, amendment, names)]
        edits += [Edit(edit.start, edit.end, len(edits) + order, edit.new) for order, edit in enumerate(changes)]
    return spliced(raw, edits)


def changed_fields(amendment: Amendment, old: str = "") -> dict[str, str]:
    """The fields that differ, as a ledger writes them; a value that carries its own percent sign keeps it."""
    figure, wanted = amendment.figure, amendment.wanted
    values = {}
    own_percent = old.strip().endswith(("%", "％"))
    if wanted.value != figure.value:
        values["value"] = value_text(wanted.value) + ("%" if own_percent else "")
    if wanted.unit != figure.unit and not own_percent:
        values["unit"] = wanted.unit
    if wanted.change != figure.change:
        values["change"] = change_text(wanted.change)
    for name in ("target", "base"):
        if getattr(wanted, name) != getattr(figure, name):
            values[name] = amount_text(getattr(wanted, name))
    if wanted.rank != figure.rank:
        values["rank"] = wanted.rank
    if wanted.match != figure.match:
        values["match"] = wanted.match
    return values


def changed_pairs(amendment: Amendment, name: str) -> dict[str, str]:
    """The years or places whose amounts differ."""
    now, wanted = getattr(amendment.figure, name), getattr(amendment.wanted, name)
    return {key: amount_text(amount) for key, amount in wanted.items() if now.get(key) != amount}


def entry_edits(text: str, node: Node, amendment: Amendment) -> Iterator[Edit]:
    """The edits inside one entry: a mapping, or a value alone."""
    if not isinstance(node, MappingNode):
        fields = changed_fields(amendment, str(node.value))
        pairs = {name: in_braces(found) for name in KEYED if (found := changed_pairs(amendment, name))}
        if fields.keys() <= {"value"} and not pairs:
            yield replaced(text, node, fields["value"])
        else:
            whole = {"value": str(node.value), **fields}
            yield Edit(node.start_mark.index, node.end_mark.index, 0, spaced(text, node, in_braces(whole, pairs)))
        return
    nodes: dict[str, Node] = {key.value: value for key, value in node.value}
    old = nodes.get("value")
    for name, new in changed_fields(amendment, str(old.value) if old is not None and "unit" not in nodes else "").items():
        if name == "change" and isinstance(nodes.get(name), MappingNode):
            yield change_edit(text, nodes[name], amendment)
        elif name in nodes:
            yield replaced(text, nodes[name], same_wording(str(nodes[name].value), amendment) if name == "change" else new)
        else:
            yield new_field(text, node, name, quoted(new))
    for name in KEYED:
        pairs = changed_pairs(amendment, name)
        if pairs:
            yield from pair_edits(text, node, name, pairs)


def pair_edits(text: str, entry: MappingNode, name: str, pairs: dict[str, str]) -> Iterator[Edit]:
    """The amounts of a history or a comparison, each in its place; those that only the base has in a mapping of their own."""
    node = next((value for key, value in entry.value if key.value == name), None)
    there: dict[str, Node] = {key.value.strip(): value for key, value in node.value} if isinstance(node, MappingNode) else {}
    for key, new in pairs.items():
        if key in there:
            yield replaced(text, there[key], new)
    fresh = {key: new for key, new in pairs.items() if key not in there}
    if not fresh:
        return
    if there and isinstance(node, MappingNode):
        for key, new in fresh.items():
            yield new_field(text, node, quoted(key), quoted(new))
    else:
        yield new_field(text, entry, name, in_braces(fresh))


def change_edit(text: str, node: Node, amendment: Amendment) -> Edit:
    """A change written field by field: its number alone where nothing else differs, else words in its place."""
    now, wanted = amendment.figure.change, amendment.wanted.change
    value = next((value for key, value in node.value if key.value == "value"), None)
    if now and wanted and value is not None and structs.replace(now, value=wanted.value) == wanted:
        percent = "%" if str(value.value).strip().endswith(("%", "％")) else ""
        return replaced(text, value, value_text(wanted.value) + percent)
    return Edit(node.start_mark.index, last_index(node), 0, quoted(change_text(wanted)))


def same_wording(old: str, amendment: Amendment) -> str:
    """The words that stood there with the new number in them (占比 X% keeps its space), where that says what is wanted."""
    wanted = amendment.wanted.change
    match = split_change(old.translate(FULL_WIDTH))
    if match and wanted:
        number = change_text(structs.replace(wanted, wording="", unit=""))
        new = old[: match.start("sign")] + number + old[match.end("value") :]
        if parsed_change(new) == wanted:
            return new
    return change_text(wanted)


def replaced(text: str, node: Node, new: str) -> Edit:
    """The words of a node exchanged, in quotes where it had quotes."""
    start, end = node.start_mark.index, node.end_mark.index
    while text[start:end].endswith("\n"):  # of a block scalar
        end -= 1
    style = node.style if isinstance(node, ScalarNode) else None
    words = f"{style}{new}{style}" if style in ("'", '"') else quoted(new)
    return Edit(start, end, 0, spaced(text, node, words))


def spaced(text: str, node: Node, words: str) -> str:
    """A space first where the old words were empty and stood right behind the colon."""
    return words if text[node.start_mark.index - 1].isspace() else f" {words}"


def quoted(words: str) -> str:
    return words if SAFE.fullmatch(words) else "'" + words.replace("'", "''") + "'"


def new_field(text: str, mapping: MappingNode, name: str, new: str) -> Edit:
    """A field that the entry did not have, behind its value, or at its end."""
    values = {key.value: value for key, value in mapping.value}
    words = f"{name}: {new}"
    if not values:
        return inside_braces(mapping, words)
    last = values.get("unit") if name == "change" and "unit" in values else values.get("value")
    at = last if last is not None else mapping.value[-1][1]
    if mapping.flow_style:
        return Edit(at.end_mark.index, at.end_mark.index, 0, f", {words}")
    return line_below(text, at, mapping.start_mark.column, words)


def new_entry(text: str, figures: MappingNode, amendment: Amendment, names: Sequence[str]) -> Edit:
    """An entry for a figure that only the base has, behind the nearest one before it in the order of the whole ledger."""
    name = amendment.figure.name
    fields = changed_fields(amendment)
    pairs = {name: in_braces(found) for name in KEYED if (found := changed_pairs(amendment, name))}
    content = quoted(fields["value"]) if fields.keys() == {"value"} and not pairs else in_braces(fields, pairs)
    words = f"{name}: {content}"
    if not figures.value:
        return inside_braces(figures, words)
    order = {name: place for place, name in enumerate(names)}
    before = [(order[key.value], value) for key, value in figures.value if order[key.value] < order[name]]
    nearest = max(before, key=lambda pair: pair[0])[1] if before else None
    if figures.flow_style:
        at = nearest or figures.value[-1][1]
        return Edit(at.end_mark.index, at.end_mark.index, 0, f", {words}")
    if nearest is not None:
        return line_below(text, nearest, figures.start_mark.column, words)
    first = figures.start_mark
    return Edit(first.index, first.index, 0, f"{words}\n{' ' * first.column}")


def inside_braces(mapping: MappingNode, words: str) -> Edit:
    """The first words of a mapping that is {} so far."""
    inside = mapping.start_mark.index + 1
    return Edit(inside, inside, 0, words)


def line_below(text: str, node: Node, indent: int, words: str) -> Edit:
    """A line of its own below the one on which the node ends; a comment there stays where it is."""
    end = last_index(node)
    while text[node.start_mark.index : end].endswith("\n"):
        end -= 1
    line_end = text.find("\n", end)
    at = len(text) if line_end < 0 else line_end
    return Edit(at, at, 0, f"\n{' ' * indent}{words}")


def last_index(node: Node) -> int:
    """Where the words of a node end; a block mapping itself ends only where the next thing begins."""
    if isinstance(node, MappingNode) and node.value and not node.flow_style:
        return last_index(node.value[-1][1])
    return int(node.end_mark.index)


def in_braces(fields: Mapping[str, str], made: Mapping[str, str] | None = None) -> str:
    """The fields as a mapping in one line; those `made` are YAML already."""
    written = {quoted(name): quoted(new) for name, new in fields.items()} | dict(made or {})
    return "{" + ", ".join(f"{name}: {new}" for name, new in written.items()) + "}"


def spliced(raw: str, edits: Sequence[Edit]) -> str:
    """`raw` with the edits, whose places count every line end as one character; new lines end as the others do."""
    newline = "\r\n" if "\r\n" in raw else "\n"
    pairs = [match.start() - number for number, match in enumerate(re.finditer("\r\n", raw))]

    def place(index: int) -> int:
        return index + bisect_left(pairs, index)

    pieces, done = [], 0
    for edit in sorted(edits):
        pieces += [raw[done : place(edit.start)], edit.new.replace("\n", newline)]
        done = place(edit.end)
    return "".join([*pieces, raw[done:]])


def differing(got: Mapping[str, Figure], wanted: Mapping[str, Figure]) -> list[str]:
    """The names whose figures differ in anything but their place; a sample stays a sample."""
    names = dict.fromkeys([*wanted, *got])
    return [name for name in names if name not in got or name not in wanted or not alike(got[name], wanted[name])]


def alike(got: Figure, wanted: Figure) -> bool:
    fields = [name for name in Figure.__struct_fields__ if name not in ("source", "sample")]
    return all(getattr(got, name) == getattr(wanted, name) for name in fields) and got.sample >= wanted.sample
