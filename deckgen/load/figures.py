"""Read a ledger, and the one it extends."""

from __future__ import annotations

import os
import re
from decimal import Decimal

from yaml.nodes import MappingNode, Node, ScalarNode

from deckgen.diagnostics import Findings
from deckgen.figures import SCALES, Change, Figure, Ledger, Value
from deckgen.load.fields import CHANGE, FIGURE, LEDGER
from deckgen.load.nodes import Document, Fields, compose, fields, is_null, kind_of, scalar_text
from deckgen.numerals import FULL_WIDTH

NAME = re.compile(r"[a-z][a-z0-9_]*")
NUMBER = re.compile(r"[+\-−]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,12})?|[+\-−]?[0-9]{1,18}(?:\.[0-9]{1,12})?")
UNKNOWNS = frozenset({"X", "XX", "XXX", "?", "？", "未知", "待填"})
# 同比 +X%, 占比57.4%, 占比提高X个百分点: wording, sign, amount, unit.
CHANGE_TEXT = re.compile(r"(?P<wording>[^0-9X+\-−]*?)\s*(?P<sign>[+\-−]?)\s*(?P<value>[0-9][0-9.,]*|X+)\s*(?P<unit>[^0-9]*)")
# Where a comparison is named but no verb, the sign must say which way it went.
COMPARISONS = ("同比", "环比", "较上年", "比上年", "年均")
MAX_EXTENDS = 8


def read_ledger(path: str, findings: Findings, seen: tuple[str, ...] = ()) -> Ledger:
    """The figures of `path` over those of the ledger it extends; faults are noted, good entries kept."""
    document = compose(path, findings)
    if document.root is None:
        return Ledger(path, {})
    head = fields(document, document.root, LEDGER, "figures")
    if head is None:
        return Ledger(path, {})
    head.require("figures")
    base = read_base(head, path, findings, (*seen, os.path.abspath(path)))
    figures = dict(base)
    node = head.nodes.get("figures")
    if node is not None and not is_null(node):
        reader = EntryReader(document, base, head.flag("sample"))
        if isinstance(node, MappingNode):
            figures.update(reader.entries(node))
        else:
            document.error(node, "load/wrong-type", key="figures", wanted="键: 值|key: value", got=kind_of(node))
    return Ledger(path, figures)


def read_base(head: Fields, path: str, findings: Findings, seen: tuple[str, ...]) -> dict[str, Figure]:
    extends = head.text("extends")
    if not extends:
        return {}
    target = os.path.join(os.path.dirname(path), extends)
    if os.path.abspath(target) in seen or len(seen) > MAX_EXTENDS:
        findings.error(head.span_of("extends"), "load/extends-itself", file=extends)
        return {}
    if not os.path.isfile(target):
        findings.error(head.span_of("extends"), "load/missing-reference", file=extends)
        return {}
    return dict(read_ledger(target, findings, seen).figures)


class EntryReader:
    def __init__(self, document: Document, base: dict[str, Figure], sample: bool) -> None:
        self.document = document
        self.base = base
        self.sample = sample

    def entries(self, node: MappingNode) -> dict[str, Figure]:
        found: dict[str, Figure] = {}
        for key, value in node.value:
            if not self.document.visit(value):
                break
            name = key.value if isinstance(key, ScalarNode) else ""
            if not NAME.fullmatch(name):
                self.document.error(key, "load/figure-name", name=name[:40])
            elif name in found:
                self.document.error(key, "load/duplicate-key", key=name, first=found[name].source.line)
            else:
                found[name] = self.figure(name, key, value)
        return found

    def figure(self, name: str, key: Node, node: Node) -> Figure:
        """The entry; a plain scalar is its value alone."""
        base = self.base.get(name)
        if isinstance(node, MappingNode):
            entry = Fields(self.document, node, FIGURE)
        else:
            entry = Fields(self.document, MappingNode(node.tag, [], node.start_mark, node.end_mark), FIGURE)
            entry.nodes["value"] = node
        if base is None:
            entry.require("label", name)
            entry.require("value", name)
        value, percent = self.value(entry, "value")
        own_value = value if "value" in entry.nodes or base is None else base.value
        unit = entry.text("unit") or ("%" if percent else "") or (base.unit if base else "")
        change = self.change(entry) if "change" in entry.nodes else (base.change if base else None)
        sample = entry.flag("sample") or (self.sample and bool({"value", "change"} & entry.nodes.keys()))

        def text(field: str, inherited: str) -> str:
            return entry.text(field) if field in entry.nodes else inherited

        return Figure(
            name=name,
            label=text("label", base.label if base else name),
            value=own_value,
            unit=unit,
            prefix=text("prefix", base.prefix if base else ""),
            suffix=text("suffix", base.suffix if base else ""),
            change=change,
            decimals=entry.whole_number("decimals", 0, 6) if "decimals" in entry.nodes else (base.decimals if base else None),
            scale=entry.choice("scale", [*SCALES, "auto"]) if "scale" in entry.nodes else (base.scale if base else ""),
            period=text("period", base.period if base else ""),
            department=text("source", base.department if base else ""),
            sample=sample or bool(base and base.sample),
            source=self.document.span(key),
        )

    def value(self, entry: Fields, name: str) -> tuple[Value, bool]:
        """The value, and whether it was written with a percent sign of its own."""
        node = entry.nodes.get(name)
        if node is None:
            return None, False
        text = scalar_text(self.document, node, name)
        return parsed_value(text)

    def change(self, entry: Fields) -> Change | None:
        node = entry.nodes["change"]
        if isinstance(node, MappingNode):
            parts = Fields(self.document, node, CHANGE)
            parts.require("value")
            value, percent = self.value(parts, "value")
            wording = parts.text("wording")
            signed = parts.flag("signed") if "signed" in parts else wording in COMPARISONS
            return Change(wording, value, parts.text("unit") or ("%" if percent else ""), signed)
        text = scalar_text(self.document, node, "change").translate(FULL_WIDTH)
        if not text:
            return None
        match = CHANGE_TEXT.fullmatch(text)
        if match is None:
            self.document.error(node, "load/change", text=text[:40])
            return None
        number, _ = parsed_value(match["sign"] + match["value"])
        if isinstance(number, str):
            self.document.error(node, "load/change", text=text[:40])
            return None
        signed = bool(match["sign"]) or match["wording"] in COMPARISONS
        return Change(match["wording"], number, match["unit"], signed)


def parsed_value(text: str) -> tuple[Value, bool]:
    """(None for X, an exact number, or the text as it is; whether it ended with %)."""
    plain = text.translate(FULL_WIDTH)
    bare = plain.lstrip("+-−")
    if plain.upper() in UNKNOWNS or bare.upper() in UNKNOWNS or not plain:
        return None, False
    percent = plain.endswith("%")
    number = plain.rstrip("%").strip()
    if percent and number.upper() in UNKNOWNS:
        return None, True
    if NUMBER.fullmatch(number):
        return Decimal(number.replace(",", "").replace("−", "-")), percent
    return text, False
