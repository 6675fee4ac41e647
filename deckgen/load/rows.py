"""Words of one row of a table with a row a deck, where a text asks for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from deckgen.diagnostics import Findings, Span, listed


def row_words(heading: str, row: Mapping[str, str] | None, span: Span, findings: Findings) -> str:
    """The words of the column with this heading; 〔区县〕 with a warning where the outline is built by itself."""
    if row is None:
        findings.warn(span, "load/no-row", heading=heading)
        return f"〔{heading}〕"
    words = row.get("".join(unicodedata.normalize("NFKC", heading).lower().split()))
    if words is None:
        if row:  # an empty one stands for any
            findings.error(span, "load/no-such-column", name=heading, known=listed(row))
        return f"〔{heading}〕"
    return words
