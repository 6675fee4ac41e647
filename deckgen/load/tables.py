"""Columns and rows of a table, as they are written in an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import structs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen import fields
from deckgen.amounts import unknown_cell
from deckgen.diagnostics import term
from deckgen.formats import number_of
from deckgen.load import nodes
from deckgen.load.nodes import A_LIST, Fields, is_empty, kind_of, scalar_text
from deckgen.outline import NO_TEXT, Column, Quantity, Row, Run, Text

if TYPE_CHECKING:
    from deckgen.load.values import ValueReader


def read_row(reader: ValueReader, node: Node, name: str) -> Row | None:
    """A row with its cells; None, with a finding, where there is no list of texts."""
    if not isinstance(node, SequenceNode):
        reader.document.error(node, "load/wrong-entry", key=name, wanted=A_LIST, got=kind_of(node))
        return None
    return Row(tuple(cell(reader, child, name) for child in node.value), reader.document.span(node))


def cell(reader: ValueReader, node: Node, name: str) -> Text:
    """The text of a cell, which knows its place even where it holds nothing."""
    text = scalar_text(reader.document, node, name)
    return reader.inline.read(text, node) if text else structs.replace(NO_TEXT, source=reader.document.span(node))


def read_columns(reader: ValueReader, at: Fields, name: str, kind: fields.Columns) -> tuple[Column, ...]:
    """The columns in their order; what is no column is left out with a finding."""
    node = at.nodes.get(name)
    if node is None or nodes.is_null(node):
        return ()
    if isinstance(node, MappingNode):
        pairs = [(scalar_text(reader.document, key, name), value) for key, value in node.value]
    elif isinstance(node, SequenceNode):
        pairs = [("", value) for value in node.value]
    else:
        reader.document.error(node, "load/wrong-type", key=name, wanted=term("load/a-list"), got=kind_of(node))
        return ()
    if len(pairs) > kind.most:
        reader.document.error(pairs[kind.most][1], "load/too-many", key=name, count=len(pairs), most=kind.most)
    return tuple(column for label, value in pairs if (column := column_of(reader, label, value, name, kind)) is not None)


def column_of(reader: ValueReader, label: str, node: Node, name: str, kind: fields.Columns) -> Column | None:
    """One column: a head alone, or a mapping; `label` is what a file calls it, and its head where it has no other."""
    source = reader.document.span(node)
    if isinstance(node, ScalarNode):
        if is_empty(node) and not label:
            reader.document.error(node, "load/empty-value", key=name)
            return None
        return Column(cell(reader, node, name) if not is_empty(node) else plain(label, source), name=label, source=source)
    at = nodes.entry_fields(reader.document, node, kind.fields, name)
    if at is None:
        return None
    values: dict[str, Any] = {key: value for key, value in reader.values(at, kind.fields).items() if value is not None}
    head = values.pop("label", NO_TEXT) or plain(label, source)
    if not head:
        at.require("label")
    return Column(head, **values, name=label, source=source)


def read_quantities(reader: ValueReader, at: Fields, name: str, kind: fields.Quantities) -> tuple[Quantity, ...]:
    """The values in their order; one that is neither number nor X is noted, and stands as unknown, so that the others keep their places."""
    found = []
    for node in at.elements(at.nodes[name], name, kind.most) if name in at.nodes else ():
        text = cell(reader, node, name)
        value = number_of(text.plain)
        if value is None and not (text.plain and unknown_cell(text)):
            reader.document.error(node, "load/not-a-number", key=name, got=kind_of(node))
        found.append(Quantity(text, value))
    return tuple(found)


def plain(words: str, source: Any) -> Text:
    return Text((Run(words),), source) if words else NO_TEXT
