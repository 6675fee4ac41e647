"""Marks inside a text: `**key words**`, `{gdp}`, `{gdp.change}`, `{{` and `}}` for plain braces."""

from __future__ import annotations

import re

from deckgen.diagnostics import Findings, Span, nearest
from deckgen.figures import PARTS, Ledger
from deckgen.outline import NO_TEXT, Run, Text

MARK = re.compile(r"\*\*|\{\{|\}\}|\{[^{}\n]*\}|[{}]")
SPACE = re.compile(r"[ \t]*\n[ \t]*")


class InlineReader:
    """Reads texts against one ledger; remembers which figures were used, and where."""

    def __init__(self, ledger: Ledger, findings: Findings) -> None:
        self.ledger = ledger
        self.findings = findings
        self.uses: dict[str, list[Span]] = {}

    def read(self, text: str, span: Span, keep_lines: bool = False) -> Text:
        """`text` as runs; line breaks of a folded YAML text vanish unless they are meant (notes)."""
        if not text:
            return NO_TEXT
        if not keep_lines and "\n" in text:
            text = SPACE.sub("", text)
        if "{" not in text and "*" not in text and "}" not in text:
            return Text((Run(text),), span)
        return Text(tuple(self.runs(text, span)), span)

    def runs(self, text: str, span: Span) -> list[Run]:
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
            elif mark in ("{{", "}}"):
                add(mark[0])
            elif len(mark) == 1:
                self.findings.error(span, "load/lone-brace", text=text[max(0, match.start() - 8) : match.end() + 8])
            else:
                shown = self.figure_text(mark[1:-1].strip(), span)
                add(shown, mark[1:-1].strip().split(".")[0])
        add(text[done:])
        if strong:
            self.findings.error(span, "load/open-mark", text=text[:30])
        return runs

    def figure_text(self, reference: str, span: Span) -> str:
        """What `{reference}` prints; "" with a finding when there is no such figure or part."""
        name, _, part = reference.partition(".")
        figure = self.ledger.figures.get(name)
        if figure is None:
            self.findings.error(span, "load/unknown-figure", name=name, near=nearest(name, self.ledger.figures))
            return ""
        self.uses.setdefault(name, []).append(span)
        if not part:
            return figure.text
        if part not in PARTS:
            self.findings.error(span, "load/unknown-figure-part", name=name, part=part, near=nearest(part, PARTS), known="、".join(PARTS))
            return ""
        shown = figure.part(part)
        if shown is None or (not shown and part == "change"):
            self.findings.error(span, "load/figure-has-no-part", name=name, part=part)
        return shown or ""
