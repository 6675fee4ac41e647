"""A finding as plain values, as JSON and tools of agents give it."""

from __future__ import annotations

from typing import Any

from deckgen.diagnostics import Finding
from deckgen.messages import words


def plain(finding: Finding, lang: str) -> dict[str, Any]:
    """Places that are not known are left out."""
    message, hint = words(finding, lang)
    span = finding.span
    where = {"line": span.line, "column": span.column, "slide": span.slide, "shape": span.shape, "cell": span.cell}
    known = {name: value for name, value in where.items() if value}
    return {"rule": finding.rule, "severity": finding.severity, "file": span.path, **known, "message": message, "hint": hint}
