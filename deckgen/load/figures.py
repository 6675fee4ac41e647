"""Read a ledger, and the one it extends."""

from __future__ import annotations

import os
from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode

from deckgen.amounts import COMPARISONS, currency_apart, half_width, parsed_change
from deckgen.diagnostics import Findings, term
from deckgen.figures import Change, Figure, Ledger, is_figure_name, near_figure
from deckgen.files import Files
from deckgen.load.amounts import AmountReader
from deckgen.load.fields import CHANGE, DECIMALS, FIGURE, GOOD, LEDGER, SCALE
from deckgen.load.nodes import A_MAPPING, Document, Fields, compose, is_null, kind_of, root_fields, scalar_text

MAX_EXTENDS = 8


def read_ledger(path: str, files: Files, findings: Findings, seen: tuple[str, ...] = ()) -> Ledger:
    """The figures of `path` over those of the ledger it extends; faults are noted, good entries kept."""
    document = compose(path, files, findings)
    head = None if document.root is None else root_fields(document, document.root, LEDGER, term("load/ledger"))
    if head is None:
        return Ledger(path, {}, whole=False)
    head.require("figures")
    base = read_base(head, path, files, findings, (*seen, os.path.abspath(path)))
    node = head.nodes.get("figures")
    if node is None or is_null(node):
        return Ledger(path, base.figures, whole=False)
    if not isinstance(node, MappingNode):
        document.error(node, "load/wrong-type", key="figures", wanted=A_MAPPING, got=kind_of(node))
        return Ledger(path, base.figures, whole=False)
    grouped = head.flag("grouping") if "grouping" in head else base.grouped
    reader = EntryReader(document, base.figures, head.flag("sample"), grouped)
    entries = reader.entries(node)
    figures = {**base.figures, **entries}
    if base.whole:
        reader.hold_totals(figures, entries)
    return Ledger(path, figures, base.whole, grouped)


def read_base(head: Fields, path: str, files: Files, findings: Findings, seen: tuple[str, ...]) -> Ledger:
    """The ledger that this one extends; an empty one when there is none."""
    if "extends" not in head:
        return Ledger("", {})
    extends = head.text("extends")
    target = os.path.join(os.path.dirname(path), extends)
    if os.path.abspath(target) in seen or len(seen) > MAX_EXTENDS:
        findings.error(head.span_of("extends"), "load/extends-itself", file=extends)
    elif extends and not files.exists(target):
        findings.error(head.span_of("extends"), "load/missing-reference", file=extends)
    elif extends:
        return read_ledger(target, files, findings, seen)
    return Ledger(target, {}, whole=False)


class EntryReader:
    def __init__(self, document: Document, base: Mapping[str, Figure], sample: bool, grouped: bool) -> None:
        self.document = document
        self.base = base
        self.sample = sample
        self.grouped = grouped

    def entries(self, node: MappingNode) -> dict[str, Figure]:
        entries: dict[str, Figure] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if not is_figure_name(name):
                self.document.error(key, "load/figure-name", name=name)
            elif name in entries:
                self.document.error(key, "load/duplicate-key", key=name, first=entries[name].source.line)
            else:
                entries[name] = self.figure(name, key, value)
        return entries

    def hold_totals(self, figures: Mapping[str, Figure], own: Mapping[str, Figure]) -> None:
        """Every total that an entry names must be another figure of the ledger."""
        for figure in own.values():
            if figure.parts_of == figure.name:
                self.document.findings.error(figure.source, "load/part-of-itself", name=figure.name)
            elif figure.parts_of and figure.parts_of not in figures:
                facts = {"name": figure.parts_of, "near": near_figure(figure.parts_of, figures)}
                self.document.findings.error(figure.source, "load/unknown-figure", **facts)

    def figure(self, name: str, key: Node, node: Node) -> Figure:
        """The entry; a plain scalar is its value alone."""
        base = self.base.get(name) or Figure(name=name, label=name, source=self.document.span(key))
        entry = self.entry(key, node)
        if name not in self.base:
            entry.require("label")
            entry.require("value")
        worded = entry.flag("text") if "text" in entry.nodes else base.worded_value
        reader = AmountReader(self.document, entry, base, worded)
        value, target = reader.value(), reader.single("target", base.target)
        change = self.change(entry) if "change" in entry.nodes else base.change
        sample = entry.flag("sample") or (self.sample and bool({"value", "change", "target", "history", "compare"} & entry.nodes.keys()))

        def text(field: str, inherited: str) -> str:
            return entry.text(field) if field in entry.nodes else inherited

        unit = entry.text("unit") or ("%" if reader.percent else "") or base.unit
        currency, prefix, unit = currency_apart(text("prefix", base.prefix), unit)
        return Figure(
            name=name,
            label=text("label", base.label),
            value=value.value,
            unknown=value.unknown,
            unit=unit,
            prefix=prefix,
            suffix=text("suffix", base.suffix),
            currency=currency or base.currency,
            change=change,
            decimals=entry.whole_number("decimals", DECIMALS.least, DECIMALS.most) if "decimals" in entry.nodes else base.decimals,
            scale=entry.choice("scale", SCALE.options) if "scale" in entry.nodes else base.scale,
            period=text("period", base.period),
            department=text("source", base.department),
            sample=sample or base.sample,
            base=reader.single("base", base.base),
            target=target,
            compare=reader.several("compare", base.compare),
            history=reader.several("history", base.history),
            rank=text("rank", base.rank),
            icon=icon_of(entry, base.icon),
            good=entry.choice("good", GOOD.options) if "good" in entry.nodes else base.good,
            parts_of=text("parts_of", base.parts_of),
            match=text("match", base.match),
            grouped=self.grouped,
            worded_value=worded,
            source=self.document.span(key),
        )

    def entry(self, key: Node, node: Node) -> Fields:
        """The fields of an entry; a plain scalar is its value alone."""
        if isinstance(node, MappingNode):
            return Fields(self.document, node, FIGURE.fields)
        entry = Fields(self.document, MappingNode(node.tag, [], node.start_mark, node.end_mark), FIGURE.fields)
        entry.nodes["value"] = node
        entry.keys["value"] = key
        return entry

    def change(self, entry: Fields) -> Change | None:
        node = entry.nodes["change"]
        if isinstance(node, MappingNode):
            return self.change_by_field(Fields(self.document, node, CHANGE.fields))
        text = scalar_text(self.document, node, "change")
        if not text:
            return None
        change = parsed_change(text, self.grouped)
        if change is None:
            self.document.error(node, "load/change", text=half_width(text))
        return change

    def change_by_field(self, parts: Fields) -> Change:
        parts.require("value")
        wording, unit = parts.text("wording"), parts.text("unit")
        reader = AmountReader(self.document, parts, Figure(name="", label="", unit=unit, source=parts.span), worded=False)
        amount = reader.value()
        signed = parts.flag("signed") if "signed" in parts else wording in COMPARISONS
        falling = amount.value is None and half_width(parts.text("value")).startswith(("-", "−"))
        return Change(wording, amount.value, unit or ("%" if reader.percent else ""), signed, amount.unknown, self.grouped, falling=falling)


def icon_of(entry: Fields, inherited: str) -> str:
    """Its icon; most ledgers have none, and no names of icons are read for them."""
    if "icon" not in entry.nodes:
        return inherited
    from deckgen.load.icons import read_icon

    return read_icon(entry, "icon")
