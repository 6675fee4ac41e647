"""A mapping as YAML, and back from a place in that YAML to the key in the mapping: `outline.parts[0].slides[2].title`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.representer import RepresenterError

from deckgen.diagnostics import Finding, Findings, OutlineError, Span
from deckgen.load.limits import MAX_DEPTH
from deckgen.load.nodes import composed

Dumper: Any = type("Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {})
ONE_LINE = 2**31 - 1
MOST_BITS = 4096  # of a number; Python itself writes no more than 4 300 digits
DIGITS_A_BIT = 0.30103


def represent_text(dumper: Any, value: str) -> Node:
    """A text of several lines with its breaks as \\n: in other styles spaces between hanzi count as folded."""
    node: Node = dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"' if "\n" in value else None)
    return node


def refuse(dumper: Any, value: object) -> Node:
    raise RepresenterError("", value)


Dumper.add_representer(bytes, refuse)  # a text was meant
Dumper.add_representer(Decimal, lambda dumper, value: represent_text(dumper, format(value, "f")))
Dumper.add_representer(MappingProxyType, lambda dumper, value: dumper.represent_dict(value.items()))
Dumper.add_representer(str, represent_text)
Dumper.add_multi_representer(str, lambda dumper, value: represent_text(dumper, str.__str__(value)))
Dumper.add_multi_representer(int, lambda dumper, value: dumper.represent_int(int(value)))
Dumper.add_multi_representer(float, lambda dumper, value: dumper.represent_float(float(value)))
Dumper.add_multi_representer(PurePath, lambda dumper, value: represent_text(dumper, str(value)))
Dumper.add_multi_representer(Mapping, lambda dumper, value: dumper.represent_dict(value.items()))
Dumper.add_multi_representer(dict, lambda dumper, value: dumper.represent_dict(value.items()))
Dumper.add_multi_representer(tuple, lambda dumper, value: dumper.represent_list(value))
Dumper.add_multi_representer(list, lambda dumper, value: dumper.represent_list(value))


def yaml_of(mapping: Mapping[str, object], name: str) -> str:
    """The mapping as an author would write it; raise `TypeError` for a value that YAML has no words for,
    and `OutlineError` for one that no file could hold."""
    refuse_unwritable(mapping, name)
    try:
        text: str = yaml.dump(mapping, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=ONE_LINE)
    except RepresenterError as error:
        raise TypeError(f"the {name} holds {error.args[-1]!r}; only texts, numbers, dates, lists and mappings can stand in one") from None
    except RecursionError:
        raise OutlineError([Finding(Span(name), "load/too-deep", {"limit": str(MAX_DEPTH)})]) from None
    return text


def refuse_unwritable(value: object, name: str) -> None:
    """Raise `OutlineError` with the keys of all texts that no encoding has words for, and of numbers without end."""
    faults = [(key, rule, shortened(part)) for key, part in parts_of(value, name) if (rule := fault_of(part))]
    if faults:
        raise OutlineError([Finding(Span(key), rule, {"key": key, "got": got}) for key, rule, got in faults])


def parts_of(value: object, name: str) -> Iterator[tuple[str, object]]:
    """Every key and value with the key that leads to it, each collection once; what is too deep for a report is not gone into."""
    seen: set[int] = set()
    waiting = [(name, value, 0)]
    while waiting:
        key, part, depth = waiting.pop()
        yield key, part
        if id(part) in seen or depth > MAX_DEPTH:
            continue
        if isinstance(part, Mapping):
            seen.add(id(part))
            waiting += [(key, inner, MAX_DEPTH + 1) for inner in part]
            waiting += [(f"{key}.{shortened(inner)}", one, depth + 1) for inner, one in part.items()]
        elif isinstance(part, list | tuple):
            seen.add(id(part))
            waiting += [(f"{key}[{number}]", one, depth + 1) for number, one in enumerate(part)]


def fault_of(part: object) -> str:
    """The rule that a key or a value breaks which cannot be written; "" for any other."""
    if isinstance(part, str) and not part.isprintable() and any("\ud800" <= char <= "\udfff" for char in part):
        return "load/control-character"
    return "load/number" if isinstance(part, int) and part.bit_length() > MOST_BITS else ""


def shortened(part: object) -> str:
    """The key or value as it can be written."""
    if isinstance(part, str):
        return part.encode("utf-8", "replace").decode()
    if isinstance(part, int) and part.bit_length() > MOST_BITS:
        return f"≈ 10^{round(part.bit_length() * DIGITS_A_BIT)}"
    return str(part)


class Places:
    """The keys of a mapping by the places of its YAML."""

    def __init__(self, name: str, path: str, text: str) -> None:
        self.name = name
        self.path = path
        self.text = text

    def key_at(self, span: Span) -> str:
        """The innermost key whose value holds the place."""
        number = bisect_right(self.starts, (span.line, span.column)) - 1
        return self.keys[self.starts[number]] if number >= 0 else self.name

    @cached_property
    def starts(self) -> list[tuple[int, int]]:
        return sorted(self.keys)

    @cached_property
    def keys(self) -> dict[tuple[int, int], str]:
        """Line and column at which a value begins → its key, read when there is something to tell."""
        root = composed(self.path, self.text, Findings()).root
        keys: dict[tuple[int, int], str] = {}
        for node, key in walk(root, self.name):
            # A mapping begins where its first key does: what is said there, is said of the mapping.
            keys.setdefault((node.start_mark.line + 1, node.start_mark.column + 1), key)
        return keys


def walk(root: Node | None, name: str) -> Iterator[tuple[Node, str]]:
    """Every node once with its key, those that hold others before what they hold."""
    seen: set[int] = set()
    waiting = [] if root is None else [(root, name)]
    while waiting:
        node, key = waiting.pop()
        if id(node) in seen:  # a value that stands in two places
            continue
        seen.add(id(node))
        yield node, key
        waiting.extend(reversed(list(inside(node, key))))


def inside(node: Node, key: str) -> Iterator[tuple[Node, str]]:
    if isinstance(node, MappingNode):
        for name, value in node.value:
            inner = f"{key}.{name.value}" if isinstance(name, ScalarNode) else key
            yield name, inner
            yield value, inner
    elif isinstance(node, SequenceNode):
        for number, value in enumerate(node.value):
            yield value, f"{key}[{number}]"
