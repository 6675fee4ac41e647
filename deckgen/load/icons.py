"""The name of an icon, held against those that there are."""

from __future__ import annotations

from deckgen.diagnostics import near
from deckgen.icons import icon_meant, icons
from deckgen.load.nodes import Fields


def read_icon(at: Fields, name: str) -> str:
    """The name that the field holds; "" for none, or with a finding for one that nobody knows."""
    word = at.text(name)
    if not word or word in icons():
        return word
    meant = icon_meant(word)
    at.document.findings.error(at.span_of(name), "load/unknown-icon", got=word, near=meant or near(word, icons()))
    return ""
