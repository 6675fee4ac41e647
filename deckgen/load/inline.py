"""Marks inside a text: `**key words**`, `{gdp}`, `{gdp.change}`; `{{`, `}}` and `\\*` for plain braces and stars."""

from __future__ import annotations

import re

from yaml.nodes import Node

from deckgen.diagnostics import Span, listed, near
from deckgen.figures import KEYED, PARTED, PARTS, Figure, Ledger
from deckgen.load.language import on_one_line
from deckgen.load.nodes import Document
from deckgen.outline import NO_TEXT, Run, Text
from deckgen.values import UNKNOWN

MARK = re.compile(r"\\\*|\*\*|\{\{|\}\}|\{[^{}\n]*\}|[{}]")


class InlineReader:
    """Reads texts against one ledger; remembers which figures were used, and where."""

    def __init__(self, ledger: Ledger, document: Document) -> None:
        self.ledger = ledger
        self.document = document
        self.uses: dict[str, list[Span]] = {}
        self.told_no_ledger = False

    def read(self, text: str, node: Node, keep_lines: bool = False) -> Text:
        """`text`, which stands in `node`, as runs; its lines become one unless they are meant (notes)."""
        if not text:
            return NO_TEXT
        if not keep_lines and "\n" in text:
            text = on_one_line(text)
        span = self.document.span(node)
        if "{" not in text and "*" not in text and "}" not in text:
            return Text((Run(text),), span)
        return Text(tuple(self.runs(text, node)), span)

    def runs(self, text: str, node: Node) -> list[Run]:
        runs: list[Run] = []
        strong = False
        done = 0

        def add(piece: str, figure: str = "") -> None:
            if piece and runs and not figure and not runs[-1].figure and runs[-1].strong == strong:
                runs[-1] = Run(runs[-1].text + piece, strong)
            elif piece:
                runs.append(Run(piece, strong, figure))

        for match in MARK.finditer(text):
            add(text[done : match.start()])
            done = match.end()
            mark = match[0]
            if mark == "**":
                strong = not strong
            elif mark in ("{{", "}}", "\\*"):
                add(mark[-1])
            elif len(mark) == 1 or not mark[1:-1].strip():
                self.error(text, match, node, "load/lone-brace", text=text[max(0, match.start() - 8) : match.end() + 8])
            else:
                reference = mark[1:-1].strip()
                add(self.figure_text(reference, text, match, node), reference.split(".")[0])
        add(text[done:])
        if strong:
            last = [match for match in MARK.finditer(text) if match[0] == "**"][-1]
            self.error(text, last, node, "load/open-mark", text=text[max(0, last.start() - 8) : last.end() + 16])
        return runs

    def error(self, text: str, match: re.Match[str], node: Node, rule: str, /, **facts: object) -> None:
        """A finding at the mark itself, which may stand lines below the start of its text."""
        self.document.findings.error(self.document.span_within(node, text, match.start(), match[0]), rule, **facts)

    def note_no_ledger(self, node: Node) -> None:
        """Said once, not for every figure."""
        if not self.told_no_ledger:
            self.told_no_ledger = True
            self.document.error(node, "load/no-ledger")

    def figure_text(self, reference: str, text: str, match: re.Match[str], node: Node) -> str:
        """What `{reference}` prints; X with a finding when there is no such figure or part, so that the text around it stays whole."""
        name, dot, part = reference.partition(".")
        figure = self.ledger.figures.get(name)
        if figure is None:
            # A ledger that could not be read has been reported once, not again for every figure.
            if not self.ledger.path:
                self.note_no_ledger(node)
            elif self.ledger.whole:
                self.error(text, match, node, "load/unknown-figure", name=name, near=near(name, self.ledger.figures))
            return UNKNOWN
        self.uses.setdefault(name, []).append(self.document.span(node))
        if not dot:
            return figure.text
        shown = figure.part(part)
        if shown is None or (not shown and part == "period"):  # an empty unit, prefix or suffix is meant
            self.note_no_part(figure, part, text, match, node)
        return shown if shown is not None else UNKNOWN

    def note_no_part(self, figure: Figure, part: str, text: str, match: re.Match[str], node: Node) -> None:
        """There is no such part, the figure has it not, or not of that year."""
        field, _, key = part.partition(".")
        if field not in PARTS or (key and field not in PARTED):
            self.error(text, match, node, "load/unknown-figure-part", part=part, near=near(part, PARTS), known=listed(PARTS))
            return
        known = [name for name in figure.amounts() if name.startswith(f"{field}.")] if field in KEYED else []
        if known:
            self.error(text, match, node, "load/unknown-figure-part", part=part, near=near(part, ()), known=listed(known))
        else:
            self.error(text, match, node, "load/figure-has-no-part", name=figure.name, part=field)
