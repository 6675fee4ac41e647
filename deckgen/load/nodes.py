"""YAML that keeps line and column: nodes are read field by field, and every fault is noted where it stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, TypeVar

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.diagnostics import Fact, Findings, Span, listed, near, nearest, term
from deckgen.files import Files
from deckgen.language import has_hanzi
from deckgen.load.limits import MAX_DEPTH, MAX_LINES, MAX_NODES, TooManyError, alias_fault, too_deep, too_many
from deckgen.load.slips import found, mended, suspicious
from deckgen.load.source import read_source
from deckgen.load.syntax import note_syntax_error, place

T = TypeVar("T")

# libyaml is ten times faster than the pure loader; both compose the same nodes with the same marks.
Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULL = "tag:yaml.org,2002:null"
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
TAGS = {ScalarNode: "tag:yaml.org,2002:str", SequenceNode: "tag:yaml.org,2002:seq", MappingNode: "tag:yaml.org,2002:map"}


class Loader(Safe):  # type: ignore[misc]
    """Composes nodes and leaves scalars as they are written: a text, or nothing.

    What else YAML takes them for (`yes`, `1e3`, a date) is never asked, and guessing it would take a third of the time.
    """

    count = 0

    def resolve(self, kind: type[Node], value: str | None, implicit: Sequence[bool]) -> str:
        self.count += 1
        if self.count > MAX_NODES:
            raise TooManyError
        return NULL if value in NULLS and implicit[0] else TAGS[kind]

    def descend_resolver(self, current_node: Node | None, current_index: object) -> None:
        """No tag depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """As little does it on the way back."""


MAX_TEXT = 20_000  # characters that no slide holds
MAX_NOTES = 200_000  # an imported section keeps the whole text of the speech

# Characters that XML 1.0 cannot hold; YAML lets them in through escapes.
UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"


# YAML folds a line break into a space; between two hanzi nobody meant one.
FOLDED = "(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f”’]) (?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“‘])"


# `key: words #more`, no quotes before the #, nothing but a comment sign that touches what follows it.
COMMENT_IN_TEXT = r"[ \-]*\w+: (?:[^'\"#\n]*[ ])?(#[^\s#!][^\n]*)$"


# A field that only these files have, in whatever way its colon is written.
OURS = (
    r"(?m)^[ \t\u3000－-]*+[\"'{]?+(?:title|parts|slides|kind|points|figures?|extends|palette|layouts|surfaces|label|标题)[\"']?+"
    r"(?:[ \t]*+[:：]|[ \t]++[^\s:]|[ \t]*+$)|[{,] ?+[\"']?+(?:title|parts|kind|label|value)[\"']?+ ?+[:：]"
)


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
        self.text = ""  # as it was read, to find places inside a scalar
        self.last = (-1, 0, 0)  # where the last piece that was asked for stands: the node, in its text, in the file

    def span(self, node: Node) -> Span:
        mark = node.start_mark
        return Span(self.path, mark.line + 1, mark.column + 1)

    @cached_property
    def ours(self) -> bool:
        """Whether the text is an outline, a ledger or a theme, as far as a broken one shows it; lines of others are never quoted."""
        return re.search(OURS, self.text) is not None

    def error(self, node: Node, rule: str, **facts: object) -> None:
        self.findings.error(self.span(node), rule, **facts)

    def span_within(self, node: Node, text: str, position: int, piece: str) -> Span:
        """Where `piece`, which stands at `position` of the text that `node` holds, is written; the node's start when that cannot be told.

        Searched on from what was asked for before it: of a text of nothing but braces there are a hundred thousand.
        """
        start = node.start_mark.index
        if self.last[0] != start or self.last[1] > position:
            self.last = (start, 0, start)
        _, known, at = self.last
        for n in range(text.count(piece, known, position) + 1):
            at = self.text.find(piece, at + (len(piece) if n else 0), node.end_mark.index)
            if at < 0:
                return self.span(node)
        self.last = (start, position, at)
        line = bisect_right(self.line_starts, at)
        return Span(self.path, line, at - self.line_starts[line - 1] + 1)

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Where each line of the text begins."""
        return array("q", accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))


def warn_of_comments(document: Document) -> None:
    """A # behind a space begins a comment: `1 #2号线` is read as `1`. People leave a space after a # that they mean so."""
    if " #" not in document.text:
        return
    for number, line in enumerate(document.text.split("\n"), 1):
        match = matcher(COMMENT_IN_TEXT).match(line) if " #" in line else None
        if match and document.ours:
            document.findings.warn(Span(document.path, number, match.start(1) + 1), "load/comment-in-text", text=match[1])


def compose(path: str, files: Files, findings: Findings) -> Document:
    """The file as nodes; `root` is None when it cannot be read as YAML, with the reason in `findings`."""
    text = read_source(path, files, findings)
    return Document(path, findings) if text is None else composed(path, text, findings)


def composed(path: str, text: str, findings: Findings) -> Document:
    """The same of a text that stands, or is to stand, in `path`."""
    document = Document(path, findings)
    document.text = text
    warn_of_comments(document)
    try:
        root = nodes_of(text)
    except yaml.YAMLError as error:
        root = mended_nodes(document, error)
        if root is None:
            return document
    except RecursionError:
        findings.error(Span(path), "load/too-deep", limit=MAX_DEPTH)
        return document
    except TooManyError:
        findings.error(Span(path), "load/too-many-values", lines=MAX_LINES, values=MAX_NODES)
        return document
    else:
        if suspicious(text):
            root = mended_nodes(document, None) or root
    fault = alias_fault(root) if root is not None and "&" in text else None  # only an anchor can multiply nodes
    if fault:
        document.error(*fault)
    elif root is None or is_null(root):
        findings.error(Span(path), "load/empty-file")
    else:
        document.root = root
    return document


def nodes_of(text: str) -> Node | None:
    """The nodes of a text; raise a YAMLError where it is none, RecursionError where it is too deep."""
    if too_many(text):
        raise TooManyError
    if too_deep(text, Loader):
        raise RecursionError
    root: Node | None = yaml.compose(text, Loader=Loader)
    return root


def mended_nodes(document: Document, error: yaml.YAMLError | None) -> Node | None:
    """The nodes of the text as it was meant, its slips noted each in its line, so that the rest is told as well.

    `error` is what YAML stumbled over in the text as it is; None where it took a slip for a text.
    """
    if not document.ours:
        if error is not None:
            document.findings.error(place(document.path, document.text, error), "load/not-ours")
        return None
    slips = found(document.text, broken=error is not None)
    for slip in slips:
        document.findings.error(Span(document.path, slip.line, slip.column), slip.rule, **slip.facts)
    if slips:
        document.text, error = mended(document.text, slips), None
        try:
            return nodes_of(document.text)
        except yaml.YAMLError as left:
            error = left
        except (RecursionError, TooManyError):
            return None
    if error is not None:
        note_syntax_error(document.path, document.text, error, document.findings)
    return None


class Fields:
    """The fields of one mapping, each read once by name and checked as it is read."""

    __slots__ = ("document", "keys", "known", "merged", "node", "nodes", "unknown")

    def __init__(self, document: Document, node: MappingNode, known: Collection[str]) -> None:
        self.document = document
        self.node = node
        self.known = known
        self.nodes: dict[str, Node] = {}
        self.keys: dict[str, Node] = {}
        self.unknown: list[str] = []
        self.merged = False
        for number, (key, value) in enumerate(node.value):
            name = key.value if isinstance(key, ScalarNode) else None
            if name in self.nodes:
                document.error(key, "load/duplicate-key", key=name, first=self.keys[name].start_mark.line + 1)
            elif name is None or name not in known:
                if not (node.flow_style and number and self.cut_at_comma(node.value[number - 1], key, value)):
                    self.refuse(key, name)
            else:
                self.nodes[name] = value
                self.keys[name] = key

    def cut_at_comma(self, before: tuple[Node, Node], key: Node, value: Node) -> bool:
        """Whether a key of braces is the rest of the text before it, which has a comma; then that is noted."""
        name, cut = before
        if not (isinstance(key, ScalarNode) and is_null(value) and value.start_mark.index == value.end_mark.index):
            return False
        if not isinstance(cut, ScalarNode) or not isinstance(name, ScalarNode) or not cut.value:
            return False
        text = self.document.text[cut.start_mark.index : key.end_mark.index]
        if re.fullmatch(r"[+-]?[0-9]{1,3},[0-9]{3}", text):
            self.document.error(cut, "load/number-in-braces", text=text, plain=text.replace(",", ""))
        else:
            self.document.error(cut, "load/comma-in-braces", text=text, quoted=f"{name.value}: '{text}'")
        return True

    def refuse(self, key: Node, name: str | None) -> None:
        """Say what is wrong with a key that is no field."""
        if name is None:
            self.document.error(key, "load/key-not-text", got=kind_of(key))
        elif name == "<<":
            self.merged = True
            self.document.error(key, "load/merge-key")
        elif name.startswith("\u3000"):
            self.unknown.append(name.strip("\u3000 "))
            self.document.error(key, "load/full-width-space")
        else:
            self.unknown.append(name)
            self.document.error(key, "load/unknown-key", key=name, near=near(name, self.known), known=listed(self.known))

    @property
    def span(self) -> Span:
        return self.document.span(self.node)

    def __contains__(self, name: str) -> bool:
        node = self.nodes.get(name)
        return node is not None and not is_null(node)

    def span_of(self, name: str) -> Span:
        node = self.nodes.get(name)
        return self.span if node is None else self.document.span(node)

    def require(self, name: str) -> None:
        """Note it when the field is missing or empty; a misspelt one has been noted already."""
        node = self.nodes.get(name)
        if node is None:
            if not self.merged and not any(nearest(key, tuple(self.known)) == name for key in self.unknown[:MOST_COMPARED]):
                self.document.findings.error(self.span, "load/missing-key", key=name)
        elif is_empty(node):
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
            self.document.error(node, "load/wrong-type", key=name, wanted=term("load/true-or-false"), got=kind_of(node))
        return value in TRUE

    def whole_number(self, name: str, least: int, most: int) -> int | None:
        text = self.text(name)
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
            self.document.findings.error(self.span_of(name), "load/not-in-range", key=name, got=text, least=least, most=most)
            return None
        return int(text)

    def choice(self, name: str, allowed: Collection[str]) -> str:
        """One of the allowed words, or "" with a finding."""
        text = self.text(name)
        if text and text not in allowed:
            facts = {"near": near(text, allowed), "known": listed(allowed)}
            self.document.findings.error(self.span_of(name), "load/unknown-value", key=name, got=text, **facts)
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
            self.document.error(node, "load/wrong-type", key=name, wanted=A_LIST, got=kind_of(node))
            return
        if most is not None and len(node.value) > most:
            self.document.error(node.value[most], "load/too-many", key=name, count=len(node.value), most=most)
        yield from node.value[:most]


A_LIST = term("load/a-list-of-lines")
A_MAPPING = term("load/fields")
A_TEXT = term("load/text")
NOTHING = term("load/nothing")
MOST_COMPARED = 20  # unknown keys of one mapping that are compared with its missing fields

TRUE = frozenset({"true", "yes", "on", "是"})
FALSE = frozenset({"false", "no", "off", "否"})


def fields(document: Document, node: Node, known: Collection[str], what: str) -> Fields | None:
    """The mapping's fields, or None with a finding when the node is no mapping."""
    if isinstance(node, MappingNode):
        return Fields(document, node, known)
    document.error(node, "load/wrong-type", key=what, wanted=A_MAPPING, got=kind_of(node))
    return None


def root_fields(document: Document, node: Node, known: Collection[str], what: Fact) -> Fields | None:
    """`fields` of a whole file; of one that has none of them nothing is quoted: it was named by mistake."""
    if isinstance(node, MappingNode) and (
        any(isinstance(key, ScalarNode) and key.value in known for key, _ in node.value[:MOST_COMPARED]) or document.ours
    ):
        return Fields(document, node, known)
    document.error(node, "load/other-file", what=what, known=listed(known))
    return None


def entry_fields(document: Document, node: Node, known: Collection[str], what: str) -> Fields | None:
    """`fields` of one entry of the list `what`."""
    if isinstance(node, MappingNode):
        return Fields(document, node, known)
    document.error(node, "load/wrong-entry", key=what, wanted=A_MAPPING, got=kind_of(node))
    return None


def scalar_text(document: Document, node: Node, name: str, most: int = MAX_TEXT) -> str:
    if not isinstance(node, ScalarNode):
        document.error(node, "load/wrong-type", key=name, wanted=A_TEXT, got=kind_of(node))
        return ""
    if is_null(node):
        return ""
    value: str = node.value
    if len(value) > most:
        document.error(node, "load/too-long", key=name, count=len(value), most=most)
        return ""
    if not value.replace("\n", "").isprintable() and matcher(UNPRINTABLE).search(value):
        document.error(node, "load/control-character", key=name)
        return ""
    if node.style != "|" and node.end_mark.line > node.start_mark.line and folds(document, node) and has_hanzi(value):
        value = matcher(FOLDED).sub("", value)
    return value.strip()


def folds(document: Document, node: ScalarNode) -> bool:
    """Whether YAML has made spaces of line ends in a text that runs over several lines."""
    written = document.text[node.start_mark.index : node.end_mark.index].strip()
    return written.count("\n") > (node.style == ">")


def is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag == NULL


def is_empty(node: Node) -> bool:
    """Nothing, an empty text or an empty list."""
    if isinstance(node, ScalarNode):
        return is_null(node) or not node.value.strip()
    return isinstance(node, SequenceNode) and not node.value


def kind_of(node: Node) -> Fact:
    """What stands there instead of what should."""
    if isinstance(node, MappingNode):
        return A_MAPPING
    if isinstance(node, SequenceNode):
        return term("load/a-list")
    text = " ".join(str(node.value)[:20].split())
    return NOTHING if is_null(node) else term("load/quoted", text=text)
