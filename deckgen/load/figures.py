"""Read a ledger, and the one it extends."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from decimal import Decimal

from yaml.nodes import MappingNode, Node, ScalarNode

from deckgen.amounts import COMPARISONS, MINUS, currency_apart, parsed_change, parsed_value, placeholder
from deckgen.diagnostics import Findings, near
from deckgen.figures import UNKNOWN, Change, Figure, Ledger, Value
from deckgen.files import Files
from deckgen.load.fields import CHANGE, DECIMALS, FIGURE, LEDGER, SCALE
from deckgen.load.nodes import A_MAPPING, Document, Fields, compose, fields, is_null, kind_of, scalar_text
from deckgen.numerals import FULL_WIDTH

NAME = r"[a-z][a-z0-9_]*"
# Meant as a number, but not one that stands in a report: 1e5, .inf, 0x1F, 1_000, 1,00, 20 digits.
NEARLY_NUMBER = r"(?i)[+-]?(?:[0-9.,_]*[0-9][0-9.,_]*(?:e[+\-]?[0-9]+)?|0x[0-9a-f]+|\.?inf|\.?nan)"
# 1.2万, 12家: a number with its unit behind it.
WITH_UNIT = r"(?P<number>[+-]?[0-9][0-9,.]*)\s*(?P<rest>(?!(?:st|nd|rd|th)\b)[^0-9,.%\s].*)"
MAX_EXTENDS = 8


def read_ledger(path: str, files: Files, findings: Findings, seen: tuple[str, ...] = ()) -> Ledger:
    """The figures of `path` over those of the ledger it extends; faults are noted, good entries kept."""
    document = compose(path, files, findings)
    head = None if document.root is None else fields(document, document.root, LEDGER, "ledger")
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
            if not re.fullmatch(NAME, name):
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
                facts = {"name": figure.parts_of, "near": near(figure.parts_of, figures)}
                self.document.findings.error(figure.source, "load/unknown-figure", **facts)

    def figure(self, name: str, key: Node, node: Node) -> Figure:
        """The entry; a plain scalar is its value alone."""
        base = self.base.get(name)
        if isinstance(node, MappingNode):
            entry = Fields(self.document, node, FIGURE.fields)
        else:
            entry = Fields(self.document, MappingNode(node.tag, [], node.start_mark, node.end_mark), FIGURE.fields)
            entry.nodes["value"] = node
            entry.keys["value"] = key
        if base is None:
            entry.require("label")
            entry.require("value")
        value, percent = self.value(entry, "value")
        own_unit = entry.text("unit") or (base.unit if base else "")
        if isinstance(value, str) and own_unit:
            value = self.without_unit(entry, value, own_unit)
        own_value = value if "value" in entry.nodes or base is None else base.value
        change = self.change(entry) if "change" in entry.nodes else (base.change if base else None)
        sample = entry.flag("sample") or (self.sample and bool({"value", "change"} & entry.nodes.keys()))

        def text(field: str, inherited: str) -> str:
            return entry.text(field) if field in entry.nodes else inherited

        unit = entry.text("unit") or ("%" if percent else "") or own_unit
        currency, prefix, unit = currency_apart(text("prefix", base.prefix if base else ""), unit)
        return Figure(
            name=name,
            label=text("label", base.label if base else name),
            value=own_value,
            unit=unit,
            prefix=prefix,
            suffix=text("suffix", base.suffix if base else ""),
            currency=currency or (base.currency if base else ""),
            change=change,
            decimals=entry.whole_number("decimals", DECIMALS.least, DECIMALS.most)
            if "decimals" in entry.nodes
            else (base.decimals if base else None),
            scale=entry.choice("scale", SCALE.options) if "scale" in entry.nodes else (base.scale if base else ""),
            period=text("period", base.period if base else ""),
            department=text("source", base.department if base else ""),
            sample=sample or bool(base and base.sample),
            base=self.base_value(entry) if "base" in entry.nodes else (base.base if base else None),
            parts_of=text("parts_of", base.parts_of if base else ""),
            grouped=self.grouped,
            unknown=placeholder(entry.text("value")) if "value" in entry.nodes else (base.unknown if base else UNKNOWN),
            source=self.document.span(key),
        )

    def value(self, entry: Fields, name: str) -> tuple[Value, bool]:
        """The value, and whether it was written with a percent sign of its own."""
        node = entry.nodes.get(name)
        if node is None:
            return None, False
        value, percent = parsed_value(scalar_text(self.document, node, name))
        if isinstance(value, str) and re.fullmatch(NEARLY_NUMBER, half_width(value).rstrip("%").strip()):
            self.document.error(node, "load/number", got=value)
        return value, percent

    def base_value(self, entry: Fields) -> Decimal | None:
        """What the change compares with; X is nothing to compare with."""
        value, _ = self.value(entry, "base")
        if isinstance(value, str):
            self.document.error(entry.nodes["base"], "load/number", got=value)
        return value if isinstance(value, Decimal) else None

    def without_unit(self, entry: Fields, value: str, unit: str) -> Value:
        """The number alone where the unit, or its 万 or 亿, was written behind it as well; anything else there is an error."""
        match = re.fullmatch(WITH_UNIT, half_width(value))
        if match is None:
            return value
        if unit.startswith(match["rest"]):
            return parsed_value(match["number"])[0]
        self.document.error(entry.nodes["value"], "load/unit-in-value", got=value, unit=unit)
        return value

    def change(self, entry: Fields) -> Change | None:
        node = entry.nodes["change"]
        if isinstance(node, MappingNode):
            parts = Fields(self.document, node, CHANGE.fields)
            parts.require("value")
            value, percent = self.value(parts, "value")
            wording = parts.text("wording")
            signed = parts.flag("signed") if "signed" in parts else wording in COMPARISONS
            return Change(wording, value, parts.text("unit") or ("%" if percent else ""), signed, grouped=self.grouped)
        text = scalar_text(self.document, node, "change")
        if not text:
            return None
        change = parsed_change(text, self.grouped)
        if change is None:
            self.document.error(node, "load/change", text=text.translate(FULL_WIDTH))
        return change


def half_width(text: str) -> str:
    """Digits and signs as ASCII has them."""
    return text.translate(FULL_WIDTH).replace(MINUS, "-")
