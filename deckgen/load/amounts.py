"""Read the amounts of one figure: its value, target, base, history and what others have, all in its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode

from deckgen.amounts import half_width, parsed_value, placeholder, vague_apart
from deckgen.figures import Figure
from deckgen.load.nodes import A_MAPPING, Document, Fields, is_empty, is_null, kind_of, scalar_text
from deckgen.load.worded import LONGEST, fault_of
from deckgen.values import UNKNOWN, Amount, Value

# 1.2万, X亿元, 6—6.5万元: an amount with its unit behind it.
WITH_UNIT = r"(?P<number>[+\-−]?[0-9X×*_][0-9X×*_,.%—–～~〜－\-至到 ]*)(?P<rest>(?!(?:st|nd|rd|th)\b)[^0-9X×,.%\s].{0,200})"
BEGINNINGS = "+-−0123456789X×*_"  # of an amount; what begins otherwise is held against no pattern
NOTHING = Amount(None)


class AmountReader:
    """`base` is the same figure in the ledger that this one extends; `worded`: its value is meant to be words."""

    def __init__(self, document: Document, entry: Fields, base: Figure, worded: bool) -> None:
        self.document = document
        self.entry = entry
        self.base = base
        self.worded = worded
        self.unit = entry.text("unit") or base.unit
        self.percent = False  # whether an amount was written with a percent sign of its own

    def value(self) -> Amount:
        """The value of the figure itself."""
        node = self.entry.nodes.get("value")
        return Amount(self.base.value, self.base.unknown) if node is None else self.amount(node, "value", self.worded)

    def single(self, name: str, inherited: Amount | None) -> Amount | None:
        """The target or the base; None where there is none."""
        node = self.entry.nodes.get(name)
        if node is None:
            return inherited
        if is_empty(node):
            return None
        amount = self.amount(node, name, worded=False, vague=True)
        if isinstance(amount.value, str):
            self.refuse_words(node, amount.value)
            return NOTHING
        return amount

    def several(self, name: str, inherited: Mapping[str, Amount]) -> dict[str, Amount]:
        """History or comparison, by year or by who has it; what is written here replaces what was inherited."""
        node = self.entry.nodes.get(name)
        amounts = dict(inherited)
        if node is None or is_null(node):
            return amounts
        if not isinstance(node, MappingNode):
            self.document.error(node, "load/wrong-type", key=name, wanted=A_MAPPING, got=kind_of(node))
            return amounts
        own: dict[str, int] = {}
        for key, value in node.value:
            label = self.label(key)
            if label in own:
                self.document.error(key, "load/duplicate-key", key=label, first=own[label])
            elif label:
                own[label] = key.start_mark.line + 1
                amounts[label] = self.named(key, value, label)
        return amounts

    def label(self, key: Node) -> str:
        """The words of a key; "" with a finding where it has none."""
        label = scalar_text(self.document, key, "history") if isinstance(key, ScalarNode) else ""
        if not label:
            self.document.error(key, "load/key-not-text", got=kind_of(key))
        return label

    def named(self, key: Node, node: Node, label: str) -> Amount:
        if is_empty(node):
            self.document.error(key, "load/empty-value", key=label)
            return NOTHING
        amount = self.amount(node, label, worded=False, vague=True)
        if isinstance(amount.value, str):
            self.refuse_words(node, amount.value)
            return NOTHING
        return amount

    def refuse_words(self, node: Node, words: str) -> None:
        """Said once; what is wrong with the words themselves has been said."""
        if not fault_of(words, self.unit):
            self.document.error(node, "load/number", got=words)

    def amount(self, node: Node, name: str, worded: bool, vague: bool = False) -> Amount:
        """What the scalar says. With `vague` the words behind it (左右, 以上) are kept apart; a value has a field for them."""
        written = scalar_text(self.document, node, name)
        text, suffix = vague_apart(written) if vague else (written, "")
        value, percent = parsed_value(text)
        if isinstance(value, str):
            text, value, percent = self.without_unit(node, text, value)
        if isinstance(value, str) and not worded:
            fault = fault_of(value, self.unit)
            if fault:
                self.document.error(node, fault, got=value, unit=self.unit)
        self.percent = self.percent or percent
        return Amount(value, placeholder(text) if value is None else UNKNOWN, suffix)

    def without_unit(self, node: Node, text: str, value: Value) -> tuple[str, Value, bool]:
        """The amount alone where the unit, or its 万 or 亿, was written behind it as well; words as they are."""
        plain = half_width(text)
        match = re.fullmatch(WITH_UNIT, plain) if plain[:1] in BEGINNINGS and len(plain) <= LONGEST else None
        if match is None or not self.unit.startswith(match["rest"]):
            return text, value, False
        number = text[: match.end("number")].strip()
        found, percent = parsed_value(number)
        if isinstance(found, str):
            return text, value, False
        return number, found, percent
