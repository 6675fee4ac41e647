"""YAML that keeps line and column: nodes are read field by field, and every fault is noted where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import Any, TypeVar

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.diagnostics import Findings, Span, nearest
from deckgen.load.source import read_source

T = TypeVar("T")

# libyaml is ten times faster than the pure loader; both compose the same nodes with the same marks.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_VISITS = 2_000_000  # far over any report; only aliases of aliases get there
MAX_DEPTH = 60  # far over what a report nests; the composer is recursive

# Characters that XML 1.0 cannot hold; YAML lets them in through escapes.
UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"


# YAML folds a line break into a space; between two hanzi nobody meant one.
FOLDED = "(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f”’]) (?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“‘])"


@cache
def matcher(pattern: str) -> re.Pattern[str]:
    """Compiled when a text needs it: character classes this wide cost 5 ms."""
    return re.compile(pattern)


class Document:
    """One YAML file, composed; the place where its nodes turn into spans and its faults into findings."""

    def __init__(self, path: str, findings: Findings) -> None:
        self.path = path
        self.findings = findings
        self.root: Node | None = None
        self.visits = 0

    def span(self, node: Node) -> Span:
        mark = node.start_mark
        return Span(self.path, mark.line + 1, mark.column + 1)

    def error(self, node: Node, rule: str, **facts: object) -> None:
        self.findings.error(self.span(node), rule, **facts)

    def visit(self, node: Node) -> bool:
        """Count a node as read; False once aliases have multiplied them beyond any honest file."""
        self.visits += 1
        if self.visits == MAX_VISITS:
            self.error(node, "load/alias-bomb")
        return self.visits < MAX_VISITS


def compose(path: str, findings: Findings) -> Document:
    """The file as nodes; `root` is None when it cannot be read as YAML, with the reason in `findings`."""
    document = Document(path, findings)
    text = read_source(path, findings)
    if text is None:
        return document
    if too_deep(text):
        findings.error(Span(path), "load/too-deep", limit=MAX_DEPTH)
        return document
    try:
        document.root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        add_syntax_error(path, text, error, findings)
        return document
    except RecursionError:
        findings.error(Span(path), "load/too-deep", limit=MAX_DEPTH)
        return document
    if document.root is None:
        findings.error(Span(path), "load/empty-file")
    return document


def too_deep(text: str) -> bool:
    """Whether brackets nest deeper than MAX_DEPTH or one line opens that many block lists.

    libyaml composes recursively in C, where no recursion limit protects the process.
    """
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", text) if text.count("[") + text.count("{") > MAX_DEPTH else ():
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            return True
    if re.search(r"(?m)^\s*(?:[-?]\s+){%d}" % MAX_DEPTH, text):
        return True
    return block_depth(text) > MAX_DEPTH


def block_depth(text: str) -> int:
    """The number of different indents that lie open at once, at the most."""
    if not re.search(r"(?m)^ {%d}" % MAX_DEPTH, text):
        return 0
    open_indents: list[int] = []
    deepest = 0
    for match in re.finditer(r"(?m)^( *)[^\s#]", text):
        indent = len(match[1])
        while open_indents and open_indents[-1] >= indent:
            open_indents.pop()
        open_indents.append(indent)
        deepest = max(deepest, len(open_indents))
    return deepest


def add_syntax_error(path: str, text: str, error: yaml.YAMLError, findings: Findings) -> None:
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
    if mark is None:
        position = getattr(error, "position", 0)
        before = text[:position] if isinstance(position, int) else ""
        span = Span(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    else:
        span = Span(path, mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    tab = re.match(r"[ ]*\t", line)
    if tab:
        findings.error(Span(path, span.line, tab.end()), "load/tab")
        return
    findings.error(span, "load/yaml-syntax", problem=problem, line=line.strip()[:60])


class Fields:
    """The fields of one mapping, each read once by name and checked as it is read."""

    __slots__ = ("document", "nodes", "node", "keys")

    def __init__(self, document: Document, node: MappingNode, known: Collection[str]) -> None:
        self.document = document
        self.node = node
        self.nodes: dict[str, Node] = {}
        self.keys: dict[str, Node] = {}
        for key, value in node.value:
            if not document.visit(value):
                return
            name = key.value if isinstance(key, ScalarNode) else None
            if name in self.nodes:
                document.error(key, "load/duplicate-key", key=name, first=self.keys[name].start_mark.line + 1)
            elif name is None or name not in known:
                document.error(key, "load/unknown-key", key=name or "?", near=nearest(name or "", known), known="、".join(known))
            else:
                self.nodes[name] = value
                self.keys[name] = key

    @property
    def span(self) -> Span:
        return self.document.span(self.node)

    def __contains__(self, name: str) -> bool:
        node = self.nodes.get(name)
        return node is not None and not is_null(node)

    def span_of(self, name: str) -> Span:
        node = self.nodes.get(name)
        return self.span if node is None else self.document.span(node)

    def require(self, name: str, what: str = "") -> None:
        """Note it when the field is missing or empty."""
        node = self.nodes.get(name)
        if node is None:
            self.document.findings.error(self.span, "load/missing-key", key=name, what=what)
        elif is_null(node) or (isinstance(node, ScalarNode) and not node.value.strip()):
            self.document.error(self.keys[name], "load/empty-value", key=name)

    def text(self, name: str) -> str:
        """The scalar as it is written, without surrounding space; "" when it is absent."""
        node = self.nodes.get(name)
        return "" if node is None else scalar_text(self.document, node, name)

    def flag(self, name: str) -> bool:
        node = self.nodes.get(name)
        if node is None or is_null(node):
            return False
        value = node.value.lower() if isinstance(node, ScalarNode) else ""
        if value not in TRUE and value not in FALSE:
            self.document.error(node, "load/wrong-type", key=name, wanted="true / false", got=kind_of(node))
        return value in TRUE

    def whole_number(self, name: str, least: int, most: int) -> int | None:
        text = self.text(name)
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
            self.document.findings.error(self.span_of(name), "load/not-in-range", key=name, got=text[:40], least=least, most=most)
            return None
        return int(text)

    def choice(self, name: str, allowed: Collection[str]) -> str:
        """One of the allowed words, or "" with a finding."""
        text = self.text(name)
        if text and text not in allowed:
            near = nearest(text, allowed)
            self.document.findings.error(self.span_of(name), "load/unknown-value", key=name, got=text[:40], near=near, known="、".join(allowed))
            return ""
        return text

    def list_of(self, name: str, read: Callable[[Node], T | None], most: int | None = None) -> tuple[T, ...]:
        """Each element as `read` makes it; elements that it refuses are left out (it has noted why)."""
        node = self.nodes.get(name)
        if node is None:
            return ()
        return tuple(item for child in self.elements(node, name, most) if (item := read(child)) is not None)

    def elements(self, node: Node, name: str, most: int | None) -> Iterator[Node]:
        if is_null(node):
            return
        if not isinstance(node, SequenceNode):
            self.document.error(node, "load/wrong-type", key=name, wanted="列表|a list", got=kind_of(node))
            return
        if most is not None and len(node.value) > most:
            self.document.error(node.value[most], "load/too-many", key=name, count=len(node.value), most=most)
        for child in node.value:
            if not self.document.visit(child):
                return
            yield child


TRUE = frozenset({"true", "yes", "on", "是"})
FALSE = frozenset({"false", "no", "off", "否"})


def fields(document: Document, node: Node, known: Collection[str], what: str) -> Fields | None:
    """The mapping's fields, or None with a finding when the node is no mapping."""
    if isinstance(node, MappingNode):
        return Fields(document, node, known)
    document.error(node, "load/wrong-type", key=what, wanted="键: 值|key: value", got=kind_of(node))
    return None


def scalar_text(document: Document, node: Node, name: str) -> str:
    if not isinstance(node, ScalarNode):
        document.error(node, "load/wrong-type", key=name, wanted="文字|text", got=kind_of(node))
        return ""
    if is_null(node):
        return ""
    value: str = node.value
    if not value.isprintable() and matcher(UNPRINTABLE).search(value):
        document.error(node, "load/control-character", key=name)
        return ""
    if node.style not in ("|", ">") and node.end_mark.line > node.start_mark.line:
        value = matcher(FOLDED).sub("", value)
    return value.strip()


def is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def kind_of(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "键: 值|key: value"
    if isinstance(node, SequenceNode):
        return "列表|a list"
    return "空|nothing" if is_null(node) else f"“{str(node.value)[:20]}”"
