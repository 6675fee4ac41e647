"""Read an outline and its ledger."""

from __future__ import annotations

import os
from collections.abc import Mapping

from msgspec import Struct, structs
from yaml.nodes import MappingNode

from deckgen.diagnostics import Findings
from deckgen.figures import Ledger
from deckgen.files import Files
from deckgen.load.fields import HEAD
from deckgen.load.figures import read_ledger
from deckgen.load.inline import InlineReader
from deckgen.load.language import language_of_outline
from deckgen.load.nodes import Document, Fields, compose, kind_of
from deckgen.load.pointers import Pointers
from deckgen.load.values import ValueReader
from deckgen.outline import Cover, Outline

DEFAULT_THEME = "zhengwu-red"
READ_FIRST = ("figures", "language")  # other fields are read by what they say


class Report(Struct, frozen=True):
    """The outline with its ledger, the names of the figures that it uses in the ledger's order, and its file as it was read:
    its text, and where its fields stand if that was asked for."""

    outline: Outline
    ledger: Ledger
    used: tuple[str, ...]
    source: str
    pointers: Pointers | None = None


def load_outline(
    path: str, ledger_path: str | None, files: Files, findings: Findings, language: str = "", *, pointed: bool = False
) -> Report | None:
    """The outline with its ledger; None when it cannot be read as one. `ledger_path` and `language`, if given, stand for its own.

    `pointed`: with the places of its fields, which are four numbers each where the nodes that have them too are let go.
    """
    document = compose(path, files, findings)
    head = head_of(document)
    if head is None:
        return None
    report = report_of(document, head, find_ledger(head, path, ledger_path, files, findings), files, language)
    return structs.replace(report, pointers=Pointers(document.root)) if pointed and document.root else report


def head_of(document: Document) -> Fields | None:
    """The fields of the whole file; None, with the reason noted, where it has none."""
    if document.root is None:
        return None
    if not isinstance(document.root, MappingNode):
        document.error(document.root, "load/not-an-outline", got=kind_of(document.root))
        return None
    return Fields(document, document.root, HEAD)


def report_of(
    document: Document, head: Fields, ledger: Ledger, files: Files, language: str = "", row: Mapping[str, str] | None = None
) -> Report:
    """The outline that stands in `document` against a ledger, and the words of one row of a table where there is one."""
    inline = InlineReader(ledger, document, row)
    reader = ValueReader(document, inline, language_of_outline(head, document.text, language), files)
    outline = read_outline(head, document.path, reader)
    return Report(outline, ledger, tuple(name for name in ledger.figures if name in inline.uses), document.text)


def find_ledger(head: Fields, path: str, given: str | None, files: Files, findings: Findings) -> Ledger:
    if given is not None:
        return read_ledger(given, files, findings)
    name = head.text("figures")
    if not name:
        return Ledger("", {})
    target = os.path.join(os.path.dirname(path), name)
    if not files.exists(target):
        findings.error(head.span_of("figures"), "load/missing-reference", file=name)
        return Ledger(target, {}, whole=False)
    return read_ledger(target, files, findings)


def hold_cover(head: Fields, cover: Cover | None) -> None:
    """A focus is that of a picture."""
    node = head.nodes.get("cover")
    if cover and cover.focus and isinstance(node, MappingNode) and "image" not in [key.value for key, _ in node.value]:
        head.document.findings.error(cover.source, "load/missing-key", key="image")


def read_outline(head: Fields, path: str, reader: ValueReader) -> Outline:
    values = reader.values(head, {name: field for name, field in HEAD.items() if name not in READ_FIRST})
    reader.inline.links.check()
    hold_cover(head, values.get("cover"))
    return Outline(
        path=path,
        theme=values.pop("theme", "") or DEFAULT_THEME,
        dated=head.text("date"),
        language=reader.language,
        theme_source=head.span_of("theme"),
        page_source=head.span_of("page"),
        page_width=values.pop("page", None) or 0,
        continues=values.pop("overflow", "") == "continue",
        **values,
    )
