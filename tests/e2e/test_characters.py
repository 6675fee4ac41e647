"""Characters of every class in every field: folded, kept or refused, never a traceback; and the lines behind them keep their numbers."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
import yaml

import deckgen
from tests.load.helpers import findings_of
from tests.some import some
from tests.themes.helpers import EVERY_KIND, LEDGERS

CLASSES = {
    "line separators": "\u2028", "paragraph separators": "\u2029", "next line": "\x85", "controls": "\x07", "escape": "\x1b", "delete": "\x7f",
    "controls of Latin-1": "\x9f", "vertical tab": "\x0b", "form feed": "\x0c", "file separators": "\x1c", "tab": "\t", "spaces of no width": "\u200b",
    "joiners": "\u200d", "non-joiners": "\u200c", "marks of direction": "\u202e", "isolates": "\u2066", "byte order marks": "\ufeff",
    "variation selectors": "\ufe0f", "of plane 14": "\U000e0100", "private use": "\ue000", "of plane 15": "\U000f0000", "non-characters": "\uffff",
    "replacement": "\ufffd", "objects": "\ufffc", "soft hyphens": "\xad", "word joiners": "\u2060", "full-width spaces": "\u3000",
    "no-break spaces": "\xa0", "combining": "\u0301", "emoji of several": "\U0001f468\u200d\U0001f469", "hanzi of plane 2": "\U00020000",
    "fillers": "\u3164", "tags": "\U000e0001", "half a surrogate pair": "\ud800", "the other half": "\udfff", "nothing": "\x00",
}  # fmt: skip
OUTLINE, LEDGER = yaml.safe_load(EVERY_KIND), yaml.safe_load(LEDGERS["x"])
FIXED = ("kind", "figures", "checks", "language", "theme", "overflow", "page", "type", "data", "id", "format")


def everywhere(value: Any, change: Any, name: str = "") -> Any:
    """The value with every text of it changed, names and choices aside."""
    match value:
        case dict():
            return {key: inner if key in FIXED else everywhere(inner, change, str(key)) for key, inner in value.items()}
        case list():
            return [everywhere(inner, change, name) for inner in value]
        case str() if value != "X":
            return change(value)
    return value


@pytest.mark.parametrize("what", CLASSES)
@pytest.mark.parametrize("how", ["within", "at both ends", "alone"])
def test_a_character_in_every_field_is_folded_kept_or_refused(what: str, how: str) -> None:
    char = CLASSES[what]
    change = {
        "within": lambda text: text[:1] + char + text[1:],
        "at both ends": lambda text: char + text + char,
        "alone": lambda text: char * 3,
    }[how]
    outline = everywhere(OUTLINE, change)
    ledger = {"figures": {name: everywhere(entry, change) for name, entry in LEDGER["figures"].items()}}
    try:
        findings = deckgen.check(outline, figures=ledger)
    except deckgen.OutlineError as error:
        findings = error.findings
    assert all(str(finding) for finding in some(findings))
    if not any(finding.severity == "error" for finding in findings):
        data = deckgen.build(outline, figures=ledger).data
        assert data is not None
        assert len(pptx.Presentation(io.BytesIO(data)).slides) > 8


@pytest.mark.parametrize("what", [what for what, char in CLASSES.items() if char.isprintable() or what not in ("nothing",)])
@pytest.mark.parametrize("written", ['"甲{}乙"', "甲{}乙", "'甲{}乙'"])
def test_lines_behind_a_character_keep_their_numbers(what: str, written: str) -> None:
    char = CLASSES[what]
    outline = f"title: {written.format(char)}\nparts: [{{title: 一, slides: [{{kind: points, title: 甲, points: [乙]}}]}}]\nkikcer: 乙\n"
    found = findings_of(outline.encode("utf-8", "surrogatepass"))
    assert found
    for finding in some(found):
        if finding.rule == "load/unknown-key":
            assert finding.span.line == 3
