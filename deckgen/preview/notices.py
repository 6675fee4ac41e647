"""Findings as the page shows them: in words, with a link into the editor and the line that is meant."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from msgspec import Struct, structs

from deckgen.diagnostics import Finding, Severity, Span
from deckgen.messages import place, words
from deckgen.preview.deck import ShownDeck, number_at

LONGEST_LINE = 160  # characters of a quoted line
MOST = 300  # findings put into words; nobody reads more, and 1 000 slides can have thousands
AROUND = 60  # characters shown before the column when the line is longer


class Excerpt(Struct, frozen=True):
    """A line of a file and where in it the fault begins (from 0)."""

    line: int
    text: str
    at: int


class Notice(Struct, frozen=True):
    severity: Severity
    rule: str
    message: str
    hint: str
    place: str  # `outline.yaml:31:9`
    href: str  # opens the editor there; "" when there is no file to open
    slide: int  # the slide it belongs to; 0 for none
    excerpt: Excerpt | None = None
    detail: str = ""  # what to hand on to whoever mends the program


class Sources:
    """The files that findings point into, as they are called beside the outline; the lines of each are read once."""

    def __init__(self, outline: str, read: Callable[[str], str]) -> None:
        self.folder = os.path.dirname(os.path.abspath(outline))
        self.read = read
        self.lines: dict[str, list[str]] = {}

    def shortened(self, span: Span) -> Span:
        """The same place with the path from the outline's folder where that is shorter."""
        try:
            relative = os.path.relpath(span.path, self.folder)
        except ValueError:  # another drive of Windows, or no path at all
            return span
        return structs.replace(span, path=relative) if len(relative) < len(span.path) and not span.path.startswith("--") else span

    def excerpt(self, span: Span) -> Excerpt | None:
        if not span.line:
            return None
        if span.path not in self.lines:
            self.lines[span.path] = self.read(span.path).split("\n")
        lines = self.lines[span.path]
        if span.line > len(lines):
            return None
        return excerpt(span.line, lines[span.line - 1], max(0, span.column - 1))


def excerpt(line: int, text: str, at: int) -> Excerpt:
    """The line, or the part of a long one that holds the place."""
    plain = "".join(char if char.isprintable() else " " for char in text.rstrip())
    start = max(0, at - AROUND) if len(plain) > LONGEST_LINE else 0
    shown = plain[start : start + LONGEST_LINE]
    ahead, behind = "…" * (start > 0), "…" * (start + LONGEST_LINE < len(plain))
    return Excerpt(line, f"{ahead}{shown}{behind}", min(at - start + len(ahead), len(shown) + len(ahead)))


def notices(findings: Iterable[Finding], deck: ShownDeck | None, sources: Sources, lang: str) -> tuple[Notice, ...]:
    """The first `MOST`: errors before warnings, each kind in the order of the file."""
    ordered = sorted(findings, key=lambda finding: finding.severity != "error")
    return tuple(notice(finding, deck, sources, lang) for finding in ordered[:MOST])


def notice(finding: Finding, deck: ShownDeck | None, sources: Sources, lang: str) -> Notice:
    message, hint = words(finding, lang)
    span = finding.span
    return Notice(
        severity=finding.severity,
        rule=finding.rule,
        message=message,
        hint=hint,
        place=place(sources.shortened(span), lang),
        href=editor_link(span),
        slide=number_at(deck.sources, span) if deck else 0,
        excerpt=sources.excerpt(span) if finding.severity == "error" else None,
    )


def editor_link(span: Span) -> str:
    """`vscode://file/<absolute path>:line:column`; "" for what is no file."""
    if not span.path or span.path.startswith("--") or not os.path.exists(span.path):
        return ""
    # urllib.parse is imported here because a deck without findings needs no link.
    from urllib.parse import quote

    path = quote(os.path.abspath(span.path).replace(os.sep, "/"), safe="/:").lstrip("/")
    return f"vscode://file/{path}:{span.line or 1}:{span.column or 1}"
