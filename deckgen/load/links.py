"""Links between slides: the names they have, and the texts that lead to them; held against one another when all are read."""

from __future__ import annotations

import re

from deckgen.diagnostics import Span, near
from deckgen.load.nodes import Document, Fields

NAME = r"[\w.-]{1,64}"


class Links:
    """What the slides of one outline are called, and where links lead."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.anchors: dict[str, Span] = {}
        self.wanted: list[tuple[str, Span]] = []

    def anchor(self, at: Fields, name: str) -> str:
        """The name of a slide; "" where it is no name or another slide has it."""
        text = at.text(name)
        span = at.span_of(name)
        if text and not re.fullmatch(NAME, text):
            self.document.findings.error(span, "load/no-anchor", text=text[:40])
            return ""
        if text in self.anchors:
            self.document.findings.error(span, "load/same-anchor", text=text, first=self.anchors[text].line)
            return ""
        if text:
            self.anchors[text] = span
        return text

    def lead_to(self, name: str, span: Span) -> None:
        self.wanted.append((name, span))

    def check(self) -> None:
        """Note every link that leads to no slide."""
        for name, span in self.wanted:
            if name not in self.anchors:
                self.document.findings.error(span, "load/unknown-anchor", name=name, near=near(name, self.anchors))
