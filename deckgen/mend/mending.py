"""The way from an outline to the same outline with its slips put right: nothing is written here, and nothing is half done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.check.run import OF_CHINESE, short
from deckgen.check.subject import FIGURE, bare_text, outline_texts
from deckgen.diagnostics import Findings
from deckgen.files import Files, Memory, Overlay
from deckgen.form.amend import Edit, spliced
from deckgen.form.original import Original, original
from deckgen.load.nodes import Document
from deckgen.load.outline import Report, load_outline
from deckgen.mend.certain import RULES, Paragraph, certain
from deckgen.pipeline import Request
from deckgen.pull.fields import Fields, Shown
from deckgen.pull.scalars import BLOCKS, written_places
from deckgen.pull.writing import opened

MAX_BYTES = 64 * 1024 * 1024
PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # an anchor, a tag before the words
MARKS = re.compile(rf"[^\w\s{FIGURE}]")


class NotMendedError(Exception):
    """The outline with its slips put right would say something else; nothing may be written."""


class Mended(Struct, frozen=True):
    """The outline before and after, and how many characters were put right for each rule."""

    before: bytes
    after: bytes
    counts: dict[str, int]


def mended(request: Request) -> Mended | None:
    """What is certain put right; None for an outline that cannot be read, or has a text encoding of its own.

    Raises `NotMendedError` where the file, read again, would not say the same but for those marks.
    """
    findings = Findings()
    report = load_outline(request.outline, request.figures or None, request.files, findings, request.language)
    if report is None:
        return None
    before = request.files.read(request.outline, MAX_BYTES)
    source = original(before)
    if source is None:
        return None
    edits, counts = edits_of(report, source)
    if not edits:
        return Mended(before, before, {})
    after = source.encoded(spliced(source.text, edits))
    hold(request, report, after, len(findings.all))
    return Mended(before, after, counts)


def edits_of(report: Report, source: Original) -> tuple[list[Edit], dict[str, int]]:
    """The characters of the file that are exchanged, one by one, and how many for each rule."""
    fields = opened(report, source.text)
    rules = rules_for(report)
    wanted = {(text.source.line, text.source.column) for text in outline_texts(report.outline) if text.source.path == report.outline.path}
    edits: list[Edit] = []
    counts: Counter[str] = Counter()
    for key, node in texts_in(fields.document):
        if (node.start_mark.line + 1, node.start_mark.column + 1) in wanted:
            found, number = node_edits(fields, key, node, rules)
            edits += found
            counts += Counter(number)
    return edits, dict(counts)


def rules_for(report: Report) -> frozenset[str]:
    """The rules that the outline's language and its author leave on."""
    off = {setting.rule for setting in report.outline.checks if setting.level == "off"}
    return frozenset(
        rule for rule in RULES if not off & {rule, short(rule)} and (report.outline.language.chinese or rule not in OF_CHINESE)
    )


def texts_in(document: Document) -> Iterator[tuple[str, ScalarNode]]:
    """Every scalar of the file once, with the key that it stands under; the keys as well."""
    waiting: list[tuple[str, Node | None]] = [("", document.root)]
    seen: set[int] = set()
    while waiting:
        key, node = waiting.pop()
        if node is None or id(node) in seen:  # an alias is the node of its anchor
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            yield key, node
        elif isinstance(node, SequenceNode):
            waiting += [(key, child) for child in node.value]
        elif isinstance(node, MappingNode):
            for name, child in node.value:
                waiting += [("", name), (str(name.value), child)]


def node_edits(fields: Fields, key: str, node: ScalarNode, rules: frozenset[str]) -> tuple[list[Edit], dict[str, int]]:
    """The edits inside one text; none where a character cannot be followed to where it is written."""
    shown = fields.read(node, key)
    if shown is None:
        return [], {}
    mends, counts = text_mends(shown, rules)
    if not mends:
        return [], {}
    start, end = node.start_mark.index, node.end_mark.index
    properties = PROPERTIES.match(fields.document.text, start, end)
    start = properties.end() if properties else start
    written = fields.document.text[start:end].rstrip("\n") if node.style in BLOCKS else fields.document.text[start:end]
    places = written_places(written, node)
    if places is None:
        return [], {}
    edits = [exchanged(fields.document.text, start + places[shown.starts[at]], node, new) for at, new in mends.items()]
    exact = all(fields.document.text[edit.end - 1] == shown.text[at] for edit, at in zip(edits, mends, strict=True))
    return (edits, counts) if exact else ([], {})


def exchanged(text: str, at: int, node: ScalarNode, new: str) -> Edit:
    """One character, with the backslash before it where that is its escape."""
    return Edit(at - (node.style == '"' and text[at - 1] == "\\"), at + 1, 0, new)


def text_mends(shown: Shown, rules: frozenset[str]) -> tuple[dict[int, str], dict[str, int]]:
    """The same of the text that is shown, paragraph by paragraph."""
    own = list(shown.text)
    for begin, end, _ in shown.figures:
        own[begin:end] = FIGURE * (end - begin)
    mends: dict[int, str] = {}
    counts: Counter[str] = Counter()
    at = 0
    for words in shown.text.split("\n"):
        found, number = certain(Paragraph(words, "".join(own[at : at + len(words)])), rules)
        mends |= {at + place: new for place, new in found.items()}
        counts += Counter(number)
        at += len(words) + 1
    return mends, dict(counts)


def hold(request: Request, report: Report, after: bytes, faults: int) -> None:
    """Raise `NotMendedError` unless the new file has the same texts but for their marks, and no fault more."""
    findings = Findings()
    again = load_outline(request.outline, request.figures or None, with_outline(request, after), findings, request.language)
    if again is None or len(findings.all) > faults or wordings(again) != wordings(report):
        raise NotMendedError


def with_outline(request: Request, content: bytes) -> Files:
    """The files of the request with this content of the outline."""
    files = Overlay(Memory({request.outline: content}), request.files)
    files.outside = request.files.outside
    return files


def wordings(report: Report) -> list[str]:
    """Every text of the outline without its marks."""
    return [MARKS.sub("", bare_text(text)) for text in outline_texts(report.outline)]
